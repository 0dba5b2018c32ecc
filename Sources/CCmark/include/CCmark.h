#ifndef CCMARK_H
#define CCMARK_H

#include <cmark.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A parsed text together with all memory that cmark took for it.
typedef struct ccmark_tree ccmark_tree;

typedef enum {
  CCMARK_PARSED,
  CCMARK_OUT_OF_MEMORY,
  CCMARK_OUT_OF_TIME,
} ccmark_status;

/// Parses `count` bytes of CommonMark. cmark aborts the process when an allocation fails and cannot be interrupted, so it
/// is given an allocator that counts: past `memory` bytes, or once `expired(context)` says so, the parse is left by a
/// long jump and all of its memory is freed. `*tree` is set only where CCMARK_PARSED is returned.
ccmark_status ccmark_parse(const uint8_t *bytes, size_t count, size_t memory, bool (*expired)(void *), void *context,
                           ccmark_tree **tree);

/// The document node; it lives as long as the tree.
cmark_node *ccmark_root(const ccmark_tree *tree);

/// The bytes that the tree holds from the system.
size_t ccmark_footprint(const ccmark_tree *tree);

void ccmark_free(ccmark_tree *tree);

#endif
