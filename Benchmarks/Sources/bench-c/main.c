// The yardstick: the same work in plain C over libpq, as a careful C programmer writes it.
// Usage: bench-c CONNINFO WORK; prints "wall cpu check".
#include <arpa/inet.h>
#include <endian.h>
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static const char *COLUMNS =
    "firm_id, credit_code, name, county, capital_fen, founded_on, updated_at, note";

typedef struct {
    int64_t firm_id, capital_fen, updated_at;
    char *credit_code, *name, *note;
    int32_t county, founded_on;
} firm;

static void die(PGconn *c, const char *what) {
    fprintf(stderr, "%s: %s\n", what, PQerrorMessage(c));
    exit(1);
}
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}
static double cpu(void) {
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_utime.tv_sec + u.ru_utime.tv_usec / 1e6 + u.ru_stime.tv_sec + u.ru_stime.tv_usec / 1e6;
}
static int64_t get64(const char *p) {
    uint64_t v;
    memcpy(&v, p, 8);
    return (int64_t)be64toh(v);
}
static int32_t get32(const char *p) {
    uint32_t v;
    memcpy(&v, p, 4);
    return (int32_t)ntohl(v);
}
static char *text(const PGresult *r, int column) {
    int n = PQgetlength(r, 0, column);
    char *s = malloc(n + 1);
    memcpy(s, PQgetvalue(r, 0, column), n + 1);
    return s;
}
static void expect(PGconn *c, PGresult *r, ExecStatusType s) {
    if (PQresultStatus(r) != s) die(c, "unexpected status");
    PQclear(r);
}

static int64_t decode(PGconn *c) {
    char sql[256];
    snprintf(sql, sizeof sql, "select %s from firm", COLUMNS);
    if (!PQsendQueryParams(c, sql, 0, NULL, NULL, NULL, NULL, 1)) die(c, "send");
    PQsetSingleRowMode(c);
    int64_t check = 0;
    PGresult *r;
    while ((r = PQgetResult(c))) {
        if (PQresultStatus(r) == PGRES_SINGLE_TUPLE) {
            firm f;
            f.firm_id = get64(PQgetvalue(r, 0, 0));
            f.credit_code = text(r, 1);
            f.name = text(r, 2);
            f.county = get32(PQgetvalue(r, 0, 3));
            f.capital_fen = get64(PQgetvalue(r, 0, 4));
            f.founded_on = get32(PQgetvalue(r, 0, 5));
            f.updated_at = get64(PQgetvalue(r, 0, 6));
            f.note = PQgetisnull(r, 0, 7) ? NULL : text(r, 7);
            check += f.firm_id + f.county + f.founded_on + (f.note != NULL);
            free(f.credit_code);
            free(f.name);
            free(f.note);
        } else if (PQresultStatus(r) != PGRES_TUPLES_OK) die(c, "decode");
        PQclear(r);
    }
    return check;
}

static const Oid ONE_INT8[] = {20};

static int64_t trips(PGconn *c) {
    expect(c, PQprepare(c, "p", "select $1 + 1", 1, ONE_INT8), PGRES_COMMAND_OK);
    int64_t check = 0;
    for (int64_t i = 0; i < 20000; i++) {
        int64_t v = htobe64(i);
        const char *values[] = {(char *)&v};
        int lengths[] = {8}, formats[] = {1};
        PGresult *r = PQexecPrepared(c, "p", 1, values, lengths, formats, 1);
        if (PQresultStatus(r) != PGRES_TUPLES_OK) die(c, "trip");
        check += get64(PQgetvalue(r, 0, 0));
        PQclear(r);
    }
    return check;
}

static int64_t pipeline(PGconn *c) {
    expect(c, PQprepare(c, "p", "select $1 + 1", 1, ONE_INT8), PGRES_COMMAND_OK);
    PQsetnonblocking(c, 1);
    PQenterPipelineMode(c);
    int64_t check = 0, i = 0;
    for (int batch = 0; batch < 1000; batch++) {
        for (int k = 0; k < 100; k++, i++) {
            int64_t v = htobe64(i);
            const char *values[] = {(char *)&v};
            int lengths[] = {8}, formats[] = {1};
            if (!PQsendQueryPrepared(c, "p", 1, values, lengths, formats, 1)) die(c, "pipeline");
        }
        PQpipelineSync(c);
        for (int k = 0; k < 100; k++) {
            PGresult *r = PQgetResult(c);
            if (PQresultStatus(r) != PGRES_TUPLES_OK) die(c, "pipeline result");
            check += get64(PQgetvalue(r, 0, 0));
            PQclear(r);
            PQgetResult(c);
        }
        expect(c, PQgetResult(c), PGRES_PIPELINE_SYNC);
    }
    return check;
}

static char buffer[65536 + 8192];
static size_t used;
static void put16(int16_t v) { uint16_t n = htons(v); memcpy(buffer + used, &n, 2); used += 2; }
static void put32(int32_t v) { uint32_t n = htonl(v); memcpy(buffer + used, &n, 4); used += 4; }
static void put64(int64_t v) { uint64_t n = htobe64(v); memcpy(buffer + used, &n, 8); used += 8; }
static void int4(int32_t v) { put32(4); put32(v); }
static void int8(int64_t v) { put32(8); put64(v); }
static void string(const char *s) {
    int n = strlen(s);
    put32(n);
    memcpy(buffer + used, s, n);
    used += n;
}

static const char *NAME = "发明城市第一百号安全生产有限公司";

static int64_t copy_rows(PGconn *c, const char *table, int64_t count) {
    char sql[256];
    snprintf(sql, sizeof sql, "copy %s (%s) from stdin (format binary)", table, COLUMNS);
    expect(c, PQexec(c, sql), PGRES_COPY_IN);
    memcpy(buffer, "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
    used = 19;
    for (int64_t i = 1; i <= count; i++) {
        put16(8);
        int8(i);
        string("INVENTED0000000001");
        string(NAME);
        int4(421300 + i % 5);
        int8(i * 100);
        int4(i % 9000);
        int8(i * 1000000);
        if (i % 3 == 0) string("note of three"); else put32(-1);
        if (used >= 65536) {
            if (PQputCopyData(c, buffer, used) != 1) die(c, "copy");
            used = 0;
        }
    }
    put16(-1);
    PQputCopyData(c, buffer, used);
    PQputCopyEnd(c, NULL);
    PGresult *r = PQgetResult(c);
    if (PQresultStatus(r) != PGRES_COMMAND_OK) die(c, "copy end");
    int64_t n = atoll(PQcmdTuples(r));
    PQclear(r);
    while ((r = PQgetResult(c))) PQclear(r);
    return n;
}

static int64_t copy(PGconn *c) {
    expect(c, PQexec(c, "truncate firm_copy"), PGRES_COMMAND_OK);
    return copy_rows(c, "firm_copy", 500000);
}

static int64_t upsert(PGconn *c) {
    expect(c, PQexec(c, "begin"), PGRES_COMMAND_OK);
    expect(c, PQexec(c, "create temporary table staged (like firm_upsert) on commit drop"), PGRES_COMMAND_OK);
    copy_rows(c, "staged", 100000);
    PGresult *r = PQexec(c,
        "insert into firm_upsert as old select * from staged on conflict (firm_id) do update set note = excluded.note, "
        "name = excluded.name, credit_code = excluded.credit_code where (old.note, old.name, old.credit_code) is distinct from "
        "(excluded.note, excluded.name, excluded.credit_code)");
    if (PQresultStatus(r) != PGRES_COMMAND_OK) die(c, "upsert");
    int64_t n = atoll(PQcmdTuples(r));
    PQclear(r);
    expect(c, PQexec(c, "rollback"), PGRES_COMMAND_OK);
    return n;
}

static int64_t dump(PGconn *c) {
    char sql[256];
    snprintf(sql, sizeof sql, "copy (select %s from firm) to stdout (format binary)", COLUMNS);
    expect(c, PQexec(c, sql), PGRES_COPY_OUT);
    int64_t check = 0;
    char *row;
    int n, first = 1;
    while ((n = PQgetCopyData(c, &row, 0)) > 0) {
        char *p = row + (first ? 19 : 0);
        first = 0;
        if (p < row + n && get32(p) >> 16 > 0) {
            p += 2;
            check += get64(p + 4);
        }
        PQfreemem(row);
    }
    PGresult *r;
    while ((r = PQgetResult(c))) PQclear(r);
    return check;
}

int main(int argc, char **argv) {
    if (argc != 3) return 64;
    PGconn *c = PQconnectdb(argv[1]);
    if (PQstatus(c) != CONNECTION_OK) die(c, "connect");
    int64_t (*work)(PGconn *) = NULL;
    const struct { const char *name; int64_t (*run)(PGconn *); } all[] = {
        {"decode", decode}, {"trips", trips}, {"pipeline", pipeline}, {"copy", copy}, {"upsert", upsert}, {"dump", dump}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!strcmp(argv[2], all[i].name)) work = all[i].run;
    if (!work) return 64;
    double start = now(), used_cpu = cpu();
    int64_t check = work(c);
    printf("%.4f %.4f %lld\n", now() - start, cpu() - used_cpu, (long long)check);
    PQfinish(c);
    return 0;
}
