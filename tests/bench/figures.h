/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures that a benchmark prints, each beside its limit, and the clocks they are measured by.
 */
#pragma once

#include <stdio.h>
#include <time.h>

/* How many figures missed their limits. */
static int missed;

/* Seconds. CLOCK_THREAD_CPUTIME_ID is the processor's time, for which a busy machine does not count. */
static inline double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

/* One line a figure, its limit beside it; no limit when @limit is negative. */
static inline void
say (const char *name, double measured, double limit, const char *unit)
{
  printf ("%-52s %10.2f %-3s", name, measured, unit);
  if (limit >= 0)
    {
      printf (" %10.2f %-3s %s", limit, unit, measured <= limit ? "met" : "MISSED");
      missed += measured > limit;
    }
  printf ("\n");
  fflush (stdout);
}
