/** What the page calls the columns of a codebook. */
#ifndef LYHORD_WORKBENCH_CODEBOOK_PAGE_H
#define LYHORD_WORKBENCH_CODEBOOK_PAGE_H

#include <lyhord/study/code_changing.h>

/** "name" for the code's own column, else lyh_field_name(). */
const char *codebook_page_field(lyh_field field);

#endif
