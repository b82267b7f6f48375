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
