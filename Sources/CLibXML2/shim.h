#ifndef ANXIN_CLIBXML2_SHIM_H
#define ANXIN_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
// Debian's libxml2 draws the system's ICU headers in, which Swift refuses beside those of Foundation ('UErrorCode' has different
// definitions). Only a struct that nothing here touches depends on them.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#endif
