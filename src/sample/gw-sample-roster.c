/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A greedy rolling roster with restarts; good enough to look like one a team would make. */
#include "config.h"

#include "gw-sample-roster.h"

#define ATTEMPTS 200
#define LAST_DAY (GW_SAMPLE_CYCLE_DAYS - 1)

typedef struct
{
  GwSampleWorld *world;
  const GwSampleTeam *team;
  GwSampleRoster *roster;
} Attempt;

/* Three stay out of the meeting and look after lunch on Wednesdays. */
gboolean
gw_sample_roster_comes_to_meeting (const GwSampleTeam *team, guint place)
{
  return place != 4 && place != 7 && place + 1 != team->n_colleagues;
}

static guint
count_needed (const GwSampleTeam *team, guint day, guint kind)
{
  gboolean weekend = day % 7 >= 5;

  if (team->n_colleagues == 12)
    return kind == GW_SAMPLE_EARLY ? 4 : kind == GW_SAMPLE_LATE ? 3 : weekend ? 0 : 1;
  if (kind == GW_SAMPLE_MID)
    return day % 7 == 2 ? 1 : 0;
  if (kind == GW_SAMPLE_EARLY)
    return weekend && team->n_colleagues < 11 ? 3 : day % 7 == 2 ? 3 : 4;
  return weekend && team->n_colleagues < 11 ? 2 : 3;
}

static gint
get_quota (const Attempt *self, guint place, guint week)
{
  gint contract = GW_SAMPLE_COLLEAGUE (self->world, self->team->first_colleague + place)->contract;

  return contract < 0 ? 2 + (gint) (week % 2) : contract;
}

static gint
count_in_week (const Attempt *self, guint place, guint week)
{
  gint n = 0;

  for (guint day = week * 7; day < week * 7 + 7; day++)
    n += self->roster->cells[place][day] != GW_SAMPLE_OFF;
  return n;
}

/* Days in a row around @day if it were worked; the cycle closes on itself. */
static guint
measure_run (const Attempt *self, guint place, guint day)
{
  guint run = 1;

  for (guint i = 1; i < 7; i++)
    {
      if (self->roster->cells[place][(day + i) % GW_SAMPLE_CYCLE_DAYS] == GW_SAMPLE_OFF)
        break;
      run++;
    }
  for (guint i = 1; i < 7; i++)
    {
      if (self->roster->cells[place][(day + GW_SAMPLE_CYCLE_DAYS - i) % GW_SAMPLE_CYCLE_DAYS] ==
          GW_SAMPLE_OFF)
        break;
      run++;
    }
  return run;
}

static guint
get_kind (const guint8 *row, guint day)
{
  return row[day % GW_SAMPLE_CYCLE_DAYS];
}

static gboolean
may_work (const Attempt *self, guint place, guint day, guint kind)
{
  const guint8 *row = self->roster->cells[place];
  guint before = row[(day + GW_SAMPLE_CYCLE_DAYS - 1) % GW_SAMPLE_CYCLE_DAYS];
  guint after = row[(day + 1) % GW_SAMPLE_CYCLE_DAYS];

  if (row[day] != GW_SAMPLE_OFF)
    return FALSE;
  if (kind == GW_SAMPLE_EARLY && before == GW_SAMPLE_LATE)
    return FALSE;
  if (kind == GW_SAMPLE_LATE && after == GW_SAMPLE_EARLY)
    return FALSE;
  /* One day off between a late and an early is 33 h, and weekly rest wants 35. */
  if (kind == GW_SAMPLE_EARLY && before == GW_SAMPLE_OFF &&
      get_kind (row, day + LAST_DAY - 1) == GW_SAMPLE_LATE)
    return FALSE;
  if (kind == GW_SAMPLE_LATE && after == GW_SAMPLE_OFF &&
      get_kind (row, day + 2) == GW_SAMPLE_EARLY)
    return FALSE;
  if (count_in_week (self, place, day / 7) >= get_quota (self, place, day / 7))
    return FALSE;
  return measure_run (self, place, day) <= 5;
}

static gint
rate (const Attempt *self, guint place, guint day, guint kind)
{
  const GwSampleColleague *colleague = GW_SAMPLE_COLLEAGUE (self->world,
                                                            self->team->first_colleague + place);
  const guint8 *row = self->roster->cells[place];
  guint before = row[(day + GW_SAMPLE_CYCLE_DAYS - 1) % GW_SAMPLE_CYCLE_DAYS];
  gint score = (gint) gw_sample_random_below (&self->world->random, 9);

  score -= 12 * (get_quota (self, place, day / 7) - count_in_week (self, place, day / 7));
  if (GW_HAS_CHOICE (colleague->shift_wishes, GW_SHIFT_WISH_EARLIES) && kind == GW_SAMPLE_LATE)
    score += 7;
  if (GW_HAS_CHOICE (colleague->shift_wishes, GW_SHIFT_WISH_LATES) && kind == GW_SAMPLE_EARLY)
    score += 7;
  if (before == kind)
    score -= 4;
  if (day % 7 >= 5 && (place + day / 7) % 2 == 0)
    score += 34;
  if (day % 7 == 6 && before != GW_SAMPLE_OFF)
    score -= 30;
  return score;
}

static void
fill (Attempt *self, guint day, guint kind)
{
  guint have = 0;

  for (guint place = 0; place < self->team->n_colleagues; place++)
    have += self->roster->cells[place][day] == kind;
  for (; have < count_needed (self->team, day, kind); have++)
    {
      gint best = -1, best_score = G_MAXINT;
      for (guint place = 0; place < self->team->n_colleagues; place++)
        {
          gint score;
          if (!may_work (self, place, day, kind))
            continue;
          score = rate (self, place, day, kind);
          if (score < best_score)
            {
              best = (gint) place;
              best_score = score;
            }
        }
      if (best >= 0)
        self->roster->cells[best][day] = (guint8) kind;
      else
        {
          self->roster->open[day][kind]++;
          self->roster->n_open++;
        }
    }
}

static void
attempt (Attempt *self)
{
  static const guint day_order[] = { 5, 6, 0, 1, 2, 3, 4 };

  for (guint week = 0; week < GW_SAMPLE_CYCLE_WEEKS; week++)
    {
      guint wednesday = week * 7 + 2;
      self->roster->cells[self->team->n_colleagues - 1][wednesday] = GW_SAMPLE_MID;
      self->roster->cells[week % 2 == 0 ? 4 : 7][wednesday] = GW_SAMPLE_EARLY;
    }
  for (guint i = 0; i < G_N_ELEMENTS (day_order); i++)
    for (guint week = 0; week < GW_SAMPLE_CYCLE_WEEKS; week++)
      {
        guint day = week * 7 + day_order[i];
        fill (self, day, GW_SAMPLE_EARLY);
        fill (self, day, GW_SAMPLE_LATE);
        fill (self, day, GW_SAMPLE_MID);
      }
}

void
gw_sample_roster_make (GwSampleWorld *world, guint team, GwSampleRoster *out_roster)
{
  out_roster->n_open = G_MAXUINT;
  for (guint i = 0; i < ATTEMPTS && out_roster->n_open > 0; i++)
    {
      GwSampleRoster roster = { 0 };
      Attempt self = { world, &world->teams[team], &roster };
      attempt (&self);
      if (roster.n_open < out_roster->n_open)
        *out_roster = roster;
    }
}
