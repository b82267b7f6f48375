/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * -ln(u): the leading zeros give the power of two, a table of 64 steps gives the rest. The error
 * is below 0.0002, far less than annealing could notice.
 */
#include "gw-engine-random.h"

/* The table: 65536 · log2 (1 + i / 64). */
static const uint32_t log2_steps[65] = {
  0,     1466,  2909,  4331,  5732,  7112,  8473,  9814,  11136, 12440, 13727, 14996, 16248,
  17484, 18704, 19909, 21098, 22272, 23433, 24579, 25711, 26830, 27936, 29029, 30109, 31178,
  32234, 33279, 34312, 35334, 36346, 37346, 38336, 39316, 40286, 41246, 42196, 43137, 44068,
  44990, 45904, 46809, 47705, 48593, 49472, 50344, 51207, 52063, 52911, 53751, 54584, 55410,
  56229, 57040, 57845, 58643, 59434, 60219, 60997, 61769, 62534, 63294, 64047, 64794, 65536,
};

/* 65536 · ln 2 */
#define LN2 45426u

uint32_t
gw_engine_random_minus_log (GwEngineRandom *random)
{
  uint64_t u = gw_engine_random_next (random) | 1;
  int zeros = __builtin_clzll (u);
  uint64_t mantissa = zeros == 63 ? 0 : u << (zeros + 1); /* fraction after the leading one */
  uint32_t step = (uint32_t) (mantissa >> 58), rest = (uint32_t) (mantissa >> 42) & 0xffffu;
  uint32_t fraction = log2_steps[step] +
                      (uint32_t) (((uint64_t) (log2_steps[step + 1] - log2_steps[step]) * rest) >>
                                  16);
  /* -log2 (u / 2^64) = zeros + 1 - log2 (1.mantissa) */
  uint64_t minus_log2 = ((uint64_t) zeros + 1) * 65536 - fraction;

  return (uint32_t) ((minus_log2 * LN2) >> 16);
}
