/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random numbers: the logarithm is as exact as it says, for any number that it can be asked about.
 */
#include "gw-engine-random.h"
#include "gw-tap.h"

/* x with x · @odd = 1 in 64 bits: each round doubles how many low bits are right, of three at first. */
static uint64_t
invert (uint64_t odd)
{
  uint64_t x = odd;

  for (int i = 0; i < 5; i++)
    x *= 2 - odd * x;
  return x;
}

/* A generator whose next number is @u. */
static GwEngineRandom
make_random (uint64_t u)
{
  uint64_t x = u * invert (9);

  return (GwEngineRandom){ { 1, gw_engine_rotate (x, 64 - 7) * invert (5), 2, 3 } };
}

/* How far off -ln(u / 2^64) is. */
static double
find_error (uint64_t u)
{
  GwEngineRandom random = make_random (u), again = random;
  double exact = (double) -logl ((long double) (u | 1) / 18446744073709551616.0L);

  GW_CHECK (gw_engine_random_next (&random) == u);
  return fabs (gw_engine_random_minus_log (&again) / 65536.0 - exact);
}

static void
test_logarithm (void)
{
  GwEngineRandom random;
  double worst = 0;

  gw_engine_random_init (&random, 1, 0);
  for (int zeros = 0; zeros < 64; zeros++)
    {
      uint64_t first = UINT64_C (1) << (63 - zeros);

      /* Where the table has its steps, just before them, and in between. */
      for (uint64_t step = 0; step < 64; step++)
        for (int k = 0; k < 20; k++)
          {
            uint64_t width = first >> 6, u = first + step * width;
            double error;

            if (k == 1)
              u -= 1;
            if (k > 1)
              u += width > 0 ? gw_engine_random_next (&random) % width : 0;
            error = find_error (u);
            worst = error > worst ? error : worst;
          }
    }
  worst = find_error (0) > worst ? find_error (0) : worst;
  worst = find_error (UINT64_MAX) > worst ? find_error (UINT64_MAX) : worst;
  printf ("# worst error %.6f\n", worst);
  GW_CHECK (worst < 0.0002);
  GW_CHECK (worst > 0);
}

/* Numbers below n are all met, none else, and about equally often. */
static void
test_below (void)
{
  int n_met[7] = { 0 };
  GwEngineRandom random;

  gw_engine_random_init (&random, 5, 3);
  for (int i = 0; i < 70000; i++)
    {
      int32_t k = gw_engine_random_below (&random, 7);

      GW_CHECK (k >= 0 && k < 7);
      n_met[k]++;
    }
  for (int k = 0; k < 7; k++)
    GW_CHECK_NEAR (n_met[k], 10000, 400);
  GW_CHECK_INT (gw_engine_random_below (&random, 1), ==, 0);
}

/* Neighbouring seeds and streams have nothing in common. */
static void
test_streams (void)
{
  GwEngineRandom a, b;

  for (uint64_t seed = 0; seed < 20; seed++)
    for (uint64_t other = 0; other < 20; other++)
      for (int is_stream = 0; is_stream < 2; is_stream++)
        {
          if (seed == other)
            continue;
          gw_engine_random_init (&a, is_stream ? 9 : seed, is_stream ? seed : 9);
          gw_engine_random_init (&b, is_stream ? 9 : other, is_stream ? other : 9);
          for (int i = 0; i < 4; i++)
            for (int k = 0; k < 4; k++)
              GW_CHECK (a.s[i] != b.s[k]);
        }
}

int
main (void)
{
  gw_tap_run ("the error of the logarithm", test_logarithm);
  gw_tap_run ("numbers below a number", test_below);
  gw_tap_run ("streams are apart", test_streams);
  return gw_tap_done ();
}
