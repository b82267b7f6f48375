/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clashing sets beside the truth: small problems are put together from things that can be in the way,
 * all combinations of these are tried, and whether the visit has a place is tried out minute by
 * minute with the verifier. So it is known which sets leave no place, and which is the smallest.
 */
#include <stdlib.h>

#include "gw-engine-core.h"
#include "gw-engine-random.h"
#include "gw-small-world.h"

/* What can be in the way. */
typedef enum
{
  NARROW,     /* the visit starts between nine and half past */
  SKILLED,    /* it needs a skill that only colleague 1 has */
  DECLINED_0, /* colleague 0 may not come */
  DECLINED_1,
  AWAY_0, /* colleague 0 is away all day */
  AWAY_1,
  BUSY_0, /* colleague 0 is with somebody from 9:10 on */
  BUSY_1,
  BUSY_LATER_0, /* … from 11:00 on: that leaves room */
  MEETING_1,    /* colleague 1 has a meeting from 8:30 to 10:30 */
  TWO,          /* it needs two */
  N_THINGS
} Thing;

#define MOST_THINGS 6
#define HAS(things, thing) ((((things) >> (thing)) & 1u) != 0)

typedef struct
{
  GwWorld world;
  int visit;
  int busy[3]; /* the operations of BUSY_0, BUSY_1, BUSY_LATER_0, or NONE */
} Case;

static int
add_visit (Case *self, int place, int open, int close)
{
  self->world.operation.place = place;
  self->world.operation.visit++;
  return gw_world_add_operation (&self->world, open, close);
}

static void
add_busy (Case *self, unsigned things, int i, Thing thing, int start)
{
  self->busy[i] = HAS (things, thing) ? add_visit (self, 1, start, start) : GW_ENGINE_NONE;
}

/* The visit, or both halves of it. */
static void
add_asked (Case *self, unsigned things)
{
  GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, 0, 1, 0, 0, false };
  GwWorld *world = &self->world;
  int open = HAS (things, NARROW) ? AT (9, 0) : 0, close = HAS (things, NARROW) ? AT (9, 30) : 2880;

  self->visit = 0;
  world->operation.visit = 0;
  world->operation.skills = HAS (things, SKILLED) ? 2 : 0;
  gw_world_add_operation (world, open, close);
  if (HAS (things, TWO))
    {
      gw_world_add_operation (world, open, close);
      gw_engine_builder_add_link (world->builder, &link);
    }
  for (int o = 0; o <= HAS (things, TWO); o++)
    for (int c = 0; c < 2; c++)
      if (HAS (things, c == 0 ? DECLINED_0 : DECLINED_1))
        gw_engine_builder_add_fit (world->builder, o, c, GW_ENGINE_RULE_DECLINED, 0);
  world->operation.skills = 1;
}

static void
make_case (Case *self, unsigned things)
{
  GwEngineBlock meeting = { GW_ENGINE_BLOCK_MEETING, 1, 120, AT (8, 30), AT (8, 30), 0 };
  GwWorld *world = &self->world;

  gw_world_begin_usual (world);
  gw_engine_builder_add_skills (world->builder, 1, 2, 0, 13);
  add_asked (self, things);
  add_busy (self, things, 0, BUSY_0, AT (9, 10));
  add_busy (self, things, 1, BUSY_1, AT (9, 10));
  add_busy (self, things, 2, BUSY_LATER_0, AT (11, 0));
  for (int c = 0; c < 2; c++)
    if (HAS (things, c == 0 ? AWAY_0 : AWAY_1))
      gw_engine_builder_add_absence (world->builder, c, AT (0, 0), AT (24, 0));
  if (HAS (things, MEETING_1))
    gw_engine_builder_add_block (world->builder, &meeting);
  gw_world_seal (world);
  for (int i = 0; i < 3; i++)
    if (self->busy[i] >= 0)
      gw_world_put (world, self->busy[i], i == 1 ? 1 : 0, i == 2 ? AT (11, 0) : AT (9, 10));
  gw_engine_plan_settle_blocks (world->problem, world->plan);
}

/* --- the truth ----------------------------------------------------------------------------------- */

/* Whether the plan breaks no more than without the visit. */
static bool
is_fine (const GwWorld *world, int64_t hard)
{
  GwEngineVerdict verdict;
  bool fine;

  gw_engine_verify (world->problem, world->plan, &verdict);
  fine = verdict.score.hard <= hard;
  gw_engine_verdict_clear (&verdict);
  return fine;
}

static bool
try_everywhere (Case *self, bool is_pair)
{
  GwEnginePlan *plan = self->world.plan;
  GwEngineVerdict verdict;
  bool fits = false;

  gw_engine_verify (self->world.problem, plan, &verdict);
  for (int start = AT (8, 0); start <= AT (14, 30) && !fits; start += 5)
    for (int s = 0; s < 2 && !fits; s++)
      {
        plan->shift_of[0] = s;
        plan->start_of[0] = start;
        if (is_pair)
          {
            plan->shift_of[1] = 1 - s;
            plan->start_of[1] = start;
          }
        fits = is_fine (&self->world, verdict.score.hard);
      }
  gw_engine_verdict_clear (&verdict);
  return fits;
}

/* Whether these @things together leave no place. */
static bool
is_clash (unsigned things)
{
  Case self = { 0 };
  bool fits;

  make_case (&self, things);
  fits = try_everywhere (&self, HAS (things, TWO));
  gw_world_end (&self.world);
  return !fits;
}

static int
count_bits (unsigned things)
{
  return __builtin_popcount (things);
}

/* --- what the engine says --------------------------------------------------------------------------- */

static Thing
find_thing (const Case *self, const GwEngineClash *clash)
{
  switch (clash->kind)
    {
    case GW_ENGINE_CLASH_WINDOW:
      return NARROW;
    case GW_ENGINE_CLASH_SKILL:
      return SKILLED;
    case GW_ENGINE_CLASH_FIT:
      return clash->index == 0 ? DECLINED_0 : DECLINED_1;
    case GW_ENGINE_CLASH_AWAY:
      return clash->index == 0 ? AWAY_0 : AWAY_1;
    case GW_ENGINE_CLASH_LINK:
      return TWO;
    case GW_ENGINE_CLASH_BLOCK:
      return MEETING_1;
    case GW_ENGINE_CLASH_VISIT:
      for (int i = 0; i < 3; i++)
        if (self->busy[i] == clash->index)
          return (Thing) (BUSY_0 + i);
      return N_THINGS;
    case GW_ENGINE_CLASH_PIN:
    default:
      return N_THINGS;
    }
}

static GwEngineCoreStatus
ask (unsigned things, unsigned *found)
{
  GwEngineClash clashes[N_THINGS];
  GwEngineCoreStatus status;
  Case self = { 0 };
  int32_t n;

  make_case (&self, things);
  status = gw_engine_find_core (self.world.problem, self.world.plan, 0, clashes, N_THINGS, &n);
  *found = 0;
  for (int32_t i = 0; i < n; i++)
    {
      Thing thing = find_thing (&self, &clashes[i]);

      GW_CHECK (thing < N_THINGS && HAS (things, thing));
      *found |= 1u << thing;
    }
  GW_CHECK_INT (count_bits (*found), ==, n);
  gw_world_end (&self.world);
  return status;
}

/* --- cases ------------------------------------------------------------------------------------------ */

/* Returns the number of things in the smallest clashing set of @things. */
static int
find_smallest (unsigned things)
{
  int least = N_THINGS + 1;

  for (unsigned some = things;; some = (some - 1) & things)
    {
      if (count_bits (some) < least && is_clash (some))
        least = count_bits (some);
      if (some == 0)
        return least;
    }
}

/* Sets of which there is only one: it must be found. */
static void
test_known (void)
{
  static const unsigned sets[] = {
    1u << DECLINED_0 | 1u << DECLINED_1,
    1u << DECLINED_0 | 1u << AWAY_1,
    1u << AWAY_0 | 1u << AWAY_1,
    1u << SKILLED | 1u << DECLINED_1,
    1u << SKILLED | 1u << AWAY_1,
    1u << SKILLED | 1u << TWO,
    1u << TWO | 1u << AWAY_0,
    1u << NARROW | 1u << BUSY_0 | 1u << BUSY_1,
    1u << NARROW | 1u << AWAY_0 | 1u << MEETING_1,
    1u << NARROW | 1u << SKILLED | 1u << BUSY_1,
    1u << NARROW | 1u << TWO | 1u << MEETING_1,
  };

  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    {
      /* With what leaves room anyway, and without. */
      for (unsigned more = 0; more <= 1u << BUSY_LATER_0; more += 1u << BUSY_LATER_0)
        {
          unsigned found;

          GW_CHECK_INT (find_smallest (sets[i]), ==, count_bits (sets[i]));
          GW_CHECK_INT (ask (sets[i] | more, &found), ==, GW_ENGINE_CORE_FOUND);
          GW_CHECK_INT (found, ==, sets[i]);
        }
    }
}

/* Whatever is put together: there is a set just when there is no place, it leaves none, and nothing of it
 * can be left out. */
static void
test_any (void)
{
  int n_clashes = 0, n_smallest = 0, n_fits = 0;
  GwEngineRandom random;

  gw_engine_random_init (&random, 1, 1);
  for (int round = 0; round < 250; round++)
    {
      unsigned things = 0, found;
      GwEngineCoreStatus status;

      for (int i = 0; i < MOST_THINGS; i++)
        things |= 1u << gw_engine_random_below (&random, N_THINGS);
      /* A run that breaks a rule already takes nothing, whatever the visit. */
      if (HAS (things, MEETING_1))
        things &= ~(1u << BUSY_1);
      status = ask (things, &found);
      GW_CHECK_INT (status, ==, is_clash (things) ? GW_ENGINE_CORE_FOUND : GW_ENGINE_CORE_FITS);
      n_fits += status == GW_ENGINE_CORE_FITS;
      if (status != GW_ENGINE_CORE_FOUND)
        continue;
      n_clashes++;
      GW_CHECK (is_clash (found));
      for (int thing = 0; thing < N_THINGS; thing++)
        if (HAS (found, thing))
          GW_CHECK (!is_clash (found & ~(1u << thing)));
      n_smallest += count_bits (found) == find_smallest (things);
    }
  printf ("# %d sets, %d of them the smallest there is; %d without\n", n_clashes, n_smallest,
          n_fits);
  GW_CHECK_INT (n_clashes, >, 80);
  GW_CHECK_INT (n_fits, >, 20);
  GW_CHECK_INT (n_smallest, ==, n_clashes);
}

int
main (void)
{
  gw_tap_run ("the only set there is", test_known);
  gw_tap_run ("sets of anything", test_any);
  return gw_tap_done ();
}
