/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-pace.h.
 */
#include "gw-engine-pace.h"

/* How far the rate so far is trusted for the steps that are left, and how far plans may be off. */
#define TRUST 0.99
#define TOLERATED 0.97
#define MOST_MORE 2.0

int64_t
gw_engine_pace_look (GwEnginePace *pace, double now, int64_t done, int64_t planned)
{
  double took = now - pace->looked > 1e-6 ? now - pace->looked : 1e-6;
  double rate = (double) (done - pace->looked_step) / took, left = (double) (planned - done);
  double rest = (pace->deadline - now) * rate * TRUST;

  pace->looked = now;
  pace->looked_step = done;
  rest = rest > MOST_MORE * left ? MOST_MORE * left : rest;
  if (rest >= TOLERATED * left && rest * TOLERATED <= left)
    return planned;
  return done + (rest < 1 ? 1 : rest > 1e15 ? (int64_t) 1e15 : (int64_t) rest);
}
