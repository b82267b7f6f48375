/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small arithmetic that several files of the engine need.
 */
#pragma once

#include <stdint.h>

/* The lesser of two numbers. */
static inline int32_t
gw_engine_min (int32_t a, int32_t b)
{
  return a < b ? a : b;
}

/* The greater of two numbers. */
static inline int32_t
gw_engine_max (int32_t a, int32_t b)
{
  return a > b ? a : b;
}

/* Sets of numbers that are joined one after the other (union–find, with paths cut in half on the way):
 * @parent[i] is another of the set that i is in, or i itself, as all are at first. Returns the least
 * number of @i's set. */
static inline int32_t
gw_engine_root (int32_t *parent, int32_t i)
{
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

/* Joins the sets of @a and @b. */
static inline void
gw_engine_join (int32_t *parent, int32_t a, int32_t b)
{
  a = gw_engine_root (parent, a);
  b = gw_engine_root (parent, b);
  parent[gw_engine_max (a, b)] = gw_engine_min (a, b);
}
