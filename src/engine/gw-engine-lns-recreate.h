/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recreating, for every family of problems: what is to be placed is put back one after another where it
 * costs least, in an order that is drawn, until it is clear that the change cannot stay.
 *
 * A template, like the other parts of the search (see gw-engine-lns.h). Who includes it has said what
 * GwLnsState is, and defines what is declared first.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* The family: lists what is to be placed: all that left in this change, and some of what was absent
 * before it, which is the first @n_old in the state's list of what is absent. Returns how many, and in
 * *@units and *@keys the list and room for a number each. */
static inline int32_t gw_lns_list (GwLnsState *state, int32_t n_old, int32_t **units,
                                   int64_t **keys);

/* The family: draws one of the orders. */
static inline int32_t gw_lns_draw_order (GwLnsState *state);

/* The family: what @unit is sorted by in @order, small first. */
static inline int64_t gw_lns_key (GwLnsState *state, int32_t unit, int32_t order);

/* The family: sorts @n units by their keys, and the keys along with them. */
static inline void gw_lns_sort (int32_t *units, int64_t *keys, int32_t n);

/* The family: puts number @i of the list where it costs least, overlooking places now and then
 * (blinks). Returns false when it has no place and is left out. */
static inline bool gw_lns_place (GwLnsState *state, int32_t i);

/* The family: whether the change cannot stay even if all of the list from @i on, which has @n, were placed
 * for nothing. */
static inline bool gw_lns_is_hopeless (const GwLnsState *state, int32_t i, int32_t n);

/* The family: whether to stop before number @i of the list, as the caller has had enough. */
static inline bool gw_lns_must_stop (const GwLnsState *state, int32_t i);

/* Places what is absent. Returns false when the change was given up: it must be taken back. */
static inline bool
gw_lns_place_all (GwLnsState *state, int32_t n_old)
{
  int32_t *units, n, order;
  int64_t *keys;

  n = gw_lns_list (state, n_old, &units, &keys);
  order = gw_lns_draw_order (state);
  for (int32_t i = 0; i < n; i++)
    keys[i] = gw_lns_key (state, units[i], order);
  gw_lns_sort (units, keys, n);
  for (int32_t i = 0; i < n && !gw_lns_must_stop (state, i); i++)
    if (!gw_lns_place (state, i) && gw_lns_is_hopeless (state, i + 1, n))
      return false;
  return true;
}
