#ifndef CLIBPQ_SHIM_H
#define CLIBPQ_SHIM_H
#include <libpq-fe.h>

// Swift does not import character macros; the values stay libpq's own.
static const int pq_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int pq_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int pq_diag_message = PG_DIAG_MESSAGE_PRIMARY;
static const int pq_diag_detail = PG_DIAG_MESSAGE_DETAIL;
static const int pq_diag_hint = PG_DIAG_MESSAGE_HINT;
static const int pq_diag_position = PG_DIAG_STATEMENT_POSITION;
static const int pq_diag_context = PG_DIAG_CONTEXT;
static const int pq_diag_schema = PG_DIAG_SCHEMA_NAME;
static const int pq_diag_table = PG_DIAG_TABLE_NAME;
static const int pq_diag_column = PG_DIAG_COLUMN_NAME;
static const int pq_diag_datatype = PG_DIAG_DATATYPE_NAME;
static const int pq_diag_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int pq_diag_function = PG_DIAG_SOURCE_FUNCTION;
#endif
