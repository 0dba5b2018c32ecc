#ifndef CCMARK_H
#define CCMARK_H
#include <cmark.h>
#endif
