#ifndef ANXIN_CLIBXML2_SHIM_H
#define ANXIN_CLIBXML2_SHIM_H
// The headers would bring in those of the system's ICU, whose types clash with the ICU inside Foundation. Nothing here uses them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#endif
