// The table of one level, LEVEL being its name; included last by each level file.
#include "level.h"
#include "maps.h"
#include "products.h"
#include "reductions.h"
#include "training.h"

#define MAP_ENTRY(name) [CK_##name] = map_##name,
#define COMBINE_ENTRY(name) [CK_##name] = combine_##name,
const ck_level LEVEL = {
    .map = {CK_UNARY_FUNCTIONS(MAP_ENTRY)},
    .combine = {CK_BINARY_FUNCTIONS(COMBINE_ENTRY)},
    .sum = reduce_sum,
    .sum_of_squares = reduce_sum_of_squares,
    .least = reduce_least,
    .greatest = reduce_greatest,
    .index_of_greatest = reduce_index_of_greatest,
    .multiply = multiply,
    .train = train,
    .gradient = gradient,
    .evaluate = evaluate,
    .predict = predict,
    .fma = map_fma,
};
