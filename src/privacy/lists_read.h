/**
 * The word lists in data/, read into one table: by the program that lays it out for the build, and by the test that
 * holds what it laid out to them. No part of the scan.
 */
#ifndef LYHORD_PRIVACY_LISTS_READ_H
#define LYHORD_PRIVACY_LISTS_READ_H

#include "entries.h"

void lists_read(entries *table);

#endif
