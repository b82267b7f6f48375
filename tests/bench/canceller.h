/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A thread that cancels a search after a while, and how long the answer took from then on.
 */
#pragma once

#include "figures.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

typedef struct
{
  atomic_int cancel;
  double after;        /* seconds */
  double cancelled_at; /* written before the cancel */
  clockid_t clock;
  pthread_t thread;
} Canceller;

static inline void *
wait_and_cancel (void *data)
{
  Canceller *self = data;
  struct timespec pause = { (time_t) self->after,
                            (long) (1e9 * (self->after - (double) (time_t) self->after)) };

  nanosleep (&pause, NULL);
  self->cancelled_at = read_clock (self->clock);
  atomic_store (&self->cancel, 1);
  return NULL;
}

/* Begins to wait. Processor time of all threads, which is no less than what passes on an idle machine;
 * with GW_BENCH_FULL what passes. */
static inline void
canceller_start (Canceller *self, double after)
{
  *self = (Canceller){ .after = after,
                       .clock = getenv ("GW_BENCH_FULL") != NULL ? CLOCK_MONOTONIC
                                                                 : CLOCK_PROCESS_CPUTIME_ID };
  if (pthread_create (&self->thread, NULL, wait_and_cancel, self) != 0)
    exit (2);
}

/* To be called as soon as there is an answer. Returns seconds since the cancel. */
static inline double
canceller_stop (Canceller *self)
{
  double end = read_clock (self->clock);

  pthread_join (self->thread, NULL);
  return end - self->cancelled_at;
}

static inline int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}
