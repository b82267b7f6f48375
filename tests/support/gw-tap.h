/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A test harness of one header for programs without GLib. Each case is a function; a failed
 * check prints where and why, and the case counts as "not ok". Output is TAP, which meson reads.
 *
 *   static void test_two_and_two (void) { GW_CHECK_INT (2 + 2, ==, 4); }
 *   int main (void) {
 *     gw_tap_run ("two and two", test_two_and_two);
 *     return gw_tap_done ();
 *   }
 */

#pragma once

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int gw_tap_cases;
static int gw_tap_failed_cases;
static bool gw_tap_failed;

#define GW_CHECK(condition)                                                   \
  do                                                                          \
    {                                                                         \
      if (!(condition))                                                       \
        {                                                                     \
          gw_tap_failed = true;                                               \
          printf ("# %s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
        }                                                                     \
    }                                                                         \
  while (0)

#define GW_CHECK_INT(a, op, b)                                                                   \
  do                                                                                             \
    {                                                                                            \
      long long gw_tap_a = (long long) (a), gw_tap_b = (long long) (b);                          \
      if (!(gw_tap_a op gw_tap_b))                                                               \
        {                                                                                        \
          gw_tap_failed = true;                                                                  \
          printf ("# %s:%d: not true: %s %s %s (%lld, %lld)\n", __FILE__, __LINE__, #a, #op, #b, \
                  gw_tap_a, gw_tap_b);                                                           \
        }                                                                                        \
    }                                                                                            \
  while (0)

#define GW_CHECK_NEAR(a, b, tolerance)                                                    \
  do                                                                                      \
    {                                                                                     \
      double gw_tap_a = (double) (a), gw_tap_b = (double) (b);                            \
      if (!(fabs (gw_tap_a - gw_tap_b) <= (double) (tolerance)))                          \
        {                                                                                 \
          gw_tap_failed = true;                                                           \
          printf ("# %s:%d: not near: %s, %s (%.9g, %.9g)\n", __FILE__, __LINE__, #a, #b, \
                  gw_tap_a, gw_tap_b);                                                    \
        }                                                                                 \
    }                                                                                     \
  while (0)

#define GW_CHECK_STR(a, b)                                                                         \
  do                                                                                               \
    {                                                                                              \
      const char *gw_tap_a = (a), *gw_tap_b = (b);                                                 \
      if (gw_tap_a == NULL || gw_tap_b == NULL || strcmp (gw_tap_a, gw_tap_b) != 0)                \
        {                                                                                          \
          gw_tap_failed = true;                                                                    \
          printf ("# %s:%d: not equal: %s, %s (\"%s\", \"%s\")\n", __FILE__, __LINE__, #a, #b,     \
                  gw_tap_a != NULL ? gw_tap_a : "(null)", gw_tap_b != NULL ? gw_tap_b : "(null)"); \
        }                                                                                          \
    }                                                                                              \
  while (0)

/* Runs one case and prints its TAP line. */
static inline void
gw_tap_run (const char *name, void (*test) (void))
{
  gw_tap_failed = false;
  test ();
  gw_tap_cases++;
  gw_tap_failed_cases += gw_tap_failed;
  printf ("%s %d - %s\n", gw_tap_failed ? "not ok" : "ok", gw_tap_cases, name);
  fflush (stdout);
}

/* Prints a case that was left out, and why. */
static inline void
gw_tap_skip (const char *name, const char *reason)
{
  gw_tap_cases++;
  printf ("ok %d - %s # SKIP %s\n", gw_tap_cases, name, reason);
}

/* Prints the plan; returns the exit status of the program. */
static inline int
gw_tap_done (void)
{
  printf ("1..%d\n", gw_tap_cases);
  return gw_tap_failed_cases > 0;
}
