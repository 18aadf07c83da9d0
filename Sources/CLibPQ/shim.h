#ifndef ANXIN_CLIBPQ_SHIM_H
#define ANXIN_CLIBPQ_SHIM_H
#include <libpq-fe.h>
#endif
