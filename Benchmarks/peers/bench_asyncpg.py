"""The same work with asyncpg on uvloop; usage: bench_asyncpg.py CONNINFO WORK; prints "wall cpu check"."""
import asyncio, resource, shlex, sys, time
from datetime import date, datetime, timedelta, timezone

import asyncpg
import uvloop

COLUMNS = "firm_id, credit_code, name, county, capital_fen, founded_on, updated_at, note"
NAMES = COLUMNS.split(", ")
EPOCH = date(2000, 1, 1)


async def decode(c):
    check = 0
    for r in await c.fetch(f"select {COLUMNS} from firm"):
        check += r[0] + r[3] + (r[5] - EPOCH).days + (r[7] is not None)
    return check


async def trips(c):
    statement = await c.prepare("select $1::int8 + 1")
    check = 0
    for i in range(20000):
        check += await statement.fetchval(i)
    return check


def firms(count):
    base = datetime(2000, 1, 1, tzinfo=timezone.utc)
    for i in range(1, count + 1):
        yield (i, "INVENTED0000000001", "发明城市第一百号安全生产有限公司", 421300 + i % 5, i * 100,
               EPOCH + timedelta(i % 9000), base + timedelta(seconds=i), "note of three" if i % 3 == 0 else None)


async def copy(c):
    await c.execute("truncate firm_copy")
    await c.copy_records_to_table("firm_copy", records=firms(500000), columns=NAMES)
    return 500000


async def upsert(c):
    transaction = c.transaction()
    await transaction.start()
    await c.execute("create temporary table staged (like firm_upsert) on commit drop")
    await c.copy_records_to_table("staged", records=firms(100000), columns=NAMES)
    status = await c.execute(
        "insert into firm_upsert as old select * from staged on conflict (firm_id) do update set note = excluded.note, "
        "name = excluded.name, credit_code = excluded.credit_code where (old.note, old.name, old.credit_code) is distinct from "
        "(excluded.note, excluded.name, excluded.credit_code)")
    await transaction.rollback()
    return int(status.split()[-1])


def cpu():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime


async def main():
    settings = dict(part.split("=", 1) for part in shlex.split(sys.argv[1]))
    if "dbname" in settings:
        settings["database"] = settings.pop("dbname")
    c = await asyncpg.connect(**settings)
    start, used = time.monotonic(), cpu()
    result = await globals()[sys.argv[2]](c)
    print(time.monotonic() - start, cpu() - used, result)
    await c.close()


uvloop.run(main())
