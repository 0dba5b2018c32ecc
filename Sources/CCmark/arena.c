#include "CCmark.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// cmark makes very many small nodes and a few buffers that grow. Small blocks are cut from slabs and kept in a list for
// each size once freed; large ones come from malloc one by one, so that a growing buffer gives its old memory back. Every
// block is preceded by its size. Nothing is freed singly at the end: the slabs and the large blocks are.

enum {
  GRAIN = 16,
  LARGEST_SMALL = 1024,
  FIRST_SLAB = 1 << 15,
  LARGEST_SLAB = 1 << 20,
  LINES_PER_FEED = 16,
  BYTES_PER_FEED = 1 << 16,
  ALLOCATIONS_PER_LOOK = 32,
};

typedef struct slab {
  struct slab *next;
  size_t size;
} slab;

typedef struct large {
  struct large *previous;
  struct large *next;
  size_t unused;
  size_t size; // directly before the block, as in a small one
} large;

typedef struct free_block {
  struct free_block *next;
} free_block;

struct ccmark_tree {
  cmark_node *root;
  slab *slabs;
  large *larges;
  char *cursor;
  size_t room;
  size_t next_slab;
  free_block *free_blocks[LARGEST_SMALL / GRAIN + 2];
  size_t used;
  size_t limit;
  bool (*expired)(void *);
  void *context;
  // Reading the clock costs as much as an allocation, so it is read once in several.
  unsigned countdown;
  bool parsing;
  ccmark_status failure;
  jmp_buf escape;
};

// cmark's allocator takes no context. A thread parses one text at a time.
static _Thread_local ccmark_tree *current;

static void leave(ccmark_tree *tree, ccmark_status failure) {
  tree->failure = failure;
  longjmp(tree->escape, 1);
}

static void charge(ccmark_tree *tree, size_t size) {
  if (tree->parsing && (size > tree->limit || tree->used > tree->limit - size)) leave(tree, CCMARK_OUT_OF_MEMORY);
  tree->used += size;
}

static void look_at_clock(ccmark_tree *tree) {
  if (!tree->parsing || --tree->countdown > 0) return;
  tree->countdown = ALLOCATIONS_PER_LOOK;
  if (tree->expired(tree->context)) leave(tree, CCMARK_OUT_OF_TIME);
}

static size_t *size_of(void *block) { return (size_t *)block - 1; }

static void *take_large(ccmark_tree *tree, size_t size) {
  if (size > SIZE_MAX - sizeof(large)) leave(tree, CCMARK_OUT_OF_MEMORY);
  charge(tree, sizeof(large) + size);
  large *block = calloc(1, sizeof(large) + size);
  if (!block) leave(tree, CCMARK_OUT_OF_MEMORY);
  block->size = size;
  block->next = tree->larges;
  if (tree->larges) tree->larges->previous = block;
  tree->larges = block;
  return block + 1;
}

static void drop_large(ccmark_tree *tree, void *memory) {
  large *block = (large *)memory - 1;
  if (block->previous) block->previous->next = block->next;
  if (block->next) block->next->previous = block->previous;
  if (tree->larges == block) tree->larges = block->next;
  tree->used -= sizeof(large) + block->size;
  free(block);
}

/// The whole number of grains that a small block and its size take.
static size_t stride_of(size_t size) { return (size + sizeof(size_t) + GRAIN - 1) / GRAIN * GRAIN; }

static void *take_small(ccmark_tree *tree, size_t size) {
  size_t stride = stride_of(size);
  free_block **list = &tree->free_blocks[stride / GRAIN];
  if (*list) {
    void *block = *list;
    *list = (*list)->next;
    memset(block, 0, stride - sizeof(size_t));
    *size_of(block) = size;
    return block;
  }
  if (tree->room < stride) {
    size_t whole = tree->next_slab;
    charge(tree, whole);
    slab *fresh = calloc(1, whole);
    if (!fresh) leave(tree, CCMARK_OUT_OF_MEMORY);
    fresh->next = tree->slabs;
    fresh->size = whole;
    tree->slabs = fresh;
    // Blocks start on a whole grain, their sizes right before them.
    tree->cursor = (char *)fresh + 2 * GRAIN;
    tree->room = whole - 2 * GRAIN;
    if (tree->next_slab < LARGEST_SLAB) tree->next_slab *= 2;
  }
  void *block = tree->cursor;
  tree->cursor += stride;
  tree->room -= stride;
  *size_of(block) = size;
  return block;
}

static void *take(size_t count, size_t size) {
  ccmark_tree *tree = current;
  if (size != 0 && count > SIZE_MAX / size) leave(tree, CCMARK_OUT_OF_MEMORY);
  look_at_clock(tree);
  size_t total = count * size;
  return total > LARGEST_SMALL ? take_large(tree, total) : take_small(tree, total);
}

static void give_back(void *block) {
  if (!block) return;
  ccmark_tree *tree = current;
  size_t size = *size_of(block);
  if (size > LARGEST_SMALL) {
    drop_large(tree, block);
    return;
  }
  free_block *freed = block;
  freed->next = tree->free_blocks[stride_of(size) / GRAIN];
  tree->free_blocks[stride_of(size) / GRAIN] = freed;
}

static void *resize(void *block, size_t size) {
  if (!block) return take(1, size);
  size_t old = *size_of(block);
  if (old <= LARGEST_SMALL && size <= LARGEST_SMALL && stride_of(size) == stride_of(old)) {
    *size_of(block) = size;
    return block;
  }
  void *fresh = take(1, size);
  memcpy(fresh, block, old < size ? old : size);
  give_back(block);
  return fresh;
}

static cmark_mem counting = {take, resize, give_back};

/// Where the next piece to feed ends: after a few whole lines, so that the clock is seen between lines that cost much and
/// allocate nothing (blank ones within ten thousand containers).
static size_t end_of_piece(const uint8_t *bytes, size_t start, size_t count) {
  size_t end = start;
  size_t stop = count - start > BYTES_PER_FEED ? start + BYTES_PER_FEED : count;
  for (int lines = 0; lines < LINES_PER_FEED && end < stop; lines++) {
    while (end < stop && bytes[end] != '\n' && bytes[end] != '\r') end++;
    if (end < stop && bytes[end] == '\r' && end + 1 < count && bytes[end + 1] == '\n') end++;
    if (end < count) end++;
  }
  return end > count ? count : end;
}

static void parse(ccmark_tree *tree, const uint8_t *bytes, size_t count) {
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &counting);
  for (size_t start = 0; start < count;) {
    size_t end = end_of_piece(bytes, start, count);
    cmark_parser_feed(parser, (const char *)bytes + start, end - start);
    start = end;
    tree->countdown = 1;
    look_at_clock(tree);
  }
  tree->root = cmark_parser_finish(parser);
}

ccmark_status ccmark_parse(const uint8_t *bytes, size_t count, size_t memory, bool (*expired)(void *), void *context,
                           ccmark_tree **result) {
  ccmark_tree *tree = calloc(1, sizeof(ccmark_tree));
  if (!tree) return CCMARK_OUT_OF_MEMORY;
  tree->limit = memory;
  tree->next_slab = FIRST_SLAB;
  tree->expired = expired;
  tree->context = context;
  tree->countdown = ALLOCATIONS_PER_LOOK;
  ccmark_tree *outer = current;
  current = tree;
  if (setjmp(tree->escape) == 0) {
    tree->parsing = true;
    parse(tree, bytes, count);
    tree->parsing = false;
    current = outer;
    *result = tree;
    return CCMARK_PARSED;
  }
  current = outer;
  ccmark_status failure = tree->failure;
  ccmark_free(tree);
  return failure;
}

cmark_node *ccmark_root(const ccmark_tree *tree) { return tree->root; }

size_t ccmark_footprint(const ccmark_tree *tree) { return tree->used; }

void ccmark_free(ccmark_tree *tree) {
  for (slab *each = tree->slabs; each;) {
    slab *next = each->next;
    free(each);
    each = next;
  }
  for (large *each = tree->larges; each;) {
    large *next = each->next;
    free(each);
    each = next;
  }
  free(tree);
}
