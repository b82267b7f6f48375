/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Adjacent strings (Christiaens and Vanden Berghe 2020): how many runs near a seed lose a string, and
 * which of their items it takes. The same for rotas and for routes; how a run is stored, and what else
 * has to go with an item, is the caller's.
 */
#pragma once

#include <stdbool.h>

#include "gw-engine-random.h"

/* Items @first … @first + @length - 1 of a run, but for @spared of them from @gap on. */
typedef struct
{
  int32_t first, length;
  int32_t gap, spared;
} GwEngineString;

/* How many runs lose a string, so that about @mean_removed items go when strings have up to @longest
 * (≥ 1) items: 1 … 4 · @mean_removed / (1 + @longest) - 1, as published, but 2 may always be. */
static inline int32_t
gw_engine_strings_count (GwEngineRandom *random, int32_t mean_removed, int32_t longest)
{
  int32_t most = 4 * mean_removed / (1 + longest) - 1;

  return 1 + gw_engine_random_below (random, most > 2 ? most : 2);
}

/* Draws a string of @n_removed (1 … @size) items out of a run of @size, around item @at. In every other
 * string a stretch inside is spared, which grows by an item with @growth per cent again and again. */
static inline GwEngineString
gw_engine_string_draw (GwEngineRandom *random, int32_t size, int32_t at, int32_t n_removed,
                       int32_t growth)
{
  GwEngineString string = { .gap = size };
  int32_t least, most;

  if (n_removed > 1 && n_removed < size && gw_engine_random_below (random, 2) == 1)
    {
      string.spared = 1;
      while (n_removed + string.spared < size && gw_engine_random_below (random, 100) < growth)
        string.spared++;
    }
  string.length = n_removed + string.spared;
  least = at - string.length + 1 > 0 ? at - string.length + 1 : 0;
  most = at + string.length > size ? size - string.length : at;
  string.first = least + gw_engine_random_below (random, most - least + 1);
  if (string.spared > 0)
    string.gap = string.first + 1 + gw_engine_random_below (random, string.length - string.spared);
  return string;
}

/* Whether item @i, which lies in @string, goes. */
static inline bool
gw_engine_string_takes (const GwEngineString *string, int32_t i)
{
  return i < string->gap || i >= string->gap + string->spared;
}
