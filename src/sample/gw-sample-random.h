/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Repeatable random numbers (splitmix64) for the sample; integers only, so that every machine makes
 * the same town. Not for secrets. One thread at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GwSampleRandom: the generator's state. */
typedef struct
{
  guint64 state;
} GwSampleRandom;

/** gw_sample_random_next: the next 64 bits. */
static inline guint64
gw_sample_random_next (GwSampleRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/** gw_sample_random_init: starts at @seed; @stream keeps generators for different uses apart. */
static inline void
gw_sample_random_init (GwSampleRandom *self, guint64 seed, guint64 stream)
{
  self->state = seed * G_GUINT64_CONSTANT (0xd1342543de82ef95) + stream;
  gw_sample_random_next (self);
}

/** gw_sample_random_below: 0 … @n − 1; @n at least 1. */
static inline guint
gw_sample_random_below (GwSampleRandom *self, guint n)
{
  return (guint) ((gw_sample_random_next (self) >> 11) % n);
}

/** gw_sample_random_between: @low … @high, both included. */
static inline gint
gw_sample_random_between (GwSampleRandom *self, gint low, gint high)
{
  return low + (gint) gw_sample_random_below (self, (guint) (high - low + 1));
}

/** gw_sample_random_chance: TRUE in @permille of 1000 cases. */
static inline gboolean
gw_sample_random_chance (GwSampleRandom *self, guint permille)
{
  return gw_sample_random_below (self, 1000) < permille;
}

G_END_DECLS
