/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random numbers and the one logarithm that the search needs, in integers, so that they are the same
 * on any machine: xoshiro256** (Blackman and Vigna, public domain) seeded by splitmix64, and
 * -ln of a uniform number in 16.16 fixed point.
 */
#pragma once

#include <stdint.h>

typedef struct
{
  uint64_t s[4];
} GwEngineRandom;

/* The finaliser of splitmix64 (Steele, Lea, Flood 2014): every bit of @z changes half of the bits. */
static inline uint64_t
gw_engine_random_mix (uint64_t z)
{
  z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Seeds for stream @stream of @seed. Both are mixed first: counted on as they are, neighbouring seeds
 * would share three of the four words. */
static inline void
gw_engine_random_init (GwEngineRandom *random, uint64_t seed, uint64_t stream)
{
  uint64_t x = gw_engine_random_mix (gw_engine_random_mix (seed + UINT64_C (0x9e3779b97f4a7c15)) +
                                     stream * UINT64_C (0xd1342543de82ef95));

  for (int i = 0; i < 4; i++)
    random->s[i] = gw_engine_random_mix (x += UINT64_C (0x9e3779b97f4a7c15));
}

/* @x with its bits moved left by @k (0 < k < 64), the highest coming back at the lowest. */
static inline uint64_t
gw_engine_rotate (uint64_t x, int k)
{
  return (x << k) | (x >> (64 - k));
}

/* The next 64 random bits. */
static inline uint64_t
gw_engine_random_next (GwEngineRandom *random)
{
  uint64_t *s = random->s, result = gw_engine_rotate (s[1] * 5, 7) * 9, t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = gw_engine_rotate (s[3], 45);
  return result;
}

/* A number in [0, n), n ≥ 1: the high half of a product (Lemire 2019), whose bias below 2^-31 does not
 * matter here. */
static inline int32_t
gw_engine_random_below (GwEngineRandom *random, int32_t n)
{
  return (int32_t) (((gw_engine_random_next (random) >> 32) * (uint64_t) n) >> 32);
}

/* -ln(u) in 16.16 fixed point for a uniform u in (0, 1]. */
uint32_t gw_engine_random_minus_log (GwEngineRandom *random);
