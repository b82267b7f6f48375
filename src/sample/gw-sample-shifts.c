/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular shifts from the roster, who is away, and the shifts that come of both. */
#include "config.h"

#include "gw-sample-roster.h"

#include "gw-pattern-generate.h"

#define LONGEST_WEEK (45 * 60)
#define LEAST_REST (11 * 60)
#define LONGEST_RUN 6

/* Which shift of a colleague falls on which day: index + 1, or 0. */
typedef struct
{
  GwSampleWorld *world;
  gint n_days;
  guint *by_day;
} Grid;

static guint *
get_cell (Grid *self, guint colleague, gint day)
{
  return &self->by_day[colleague * (guint) self->n_days + (guint) day];
}

static void
get_times (const GwSampleTeam *team, gint place, guint day, guint kind, gint *start, gint *end)
{
  static const gint starts[] = { 0, 420, 600, 900 };
  gboolean meets = day % 7 == 2 && place >= 0 &&
                   gw_sample_roster_comes_to_meeting (team, (guint) place);

  *start = starts[kind];
  *end = starts[kind] + 420;
  /* On Wednesdays earlies stay and lates come in for the meeting, 13:00–15:00. */
  if (meets && kind == GW_SAMPLE_EARLY)
    *end = 900;
  if (meets && kind == GW_SAMPLE_LATE)
    *start = 780;
}

static void
add_pattern_day (GwSampleWorld *self, guint team_index, gint place, guint day, guint kind)
{
  const GwSampleTeam *team = &self->teams[team_index];
  gint colleague = place < 0 ? GW_SAMPLE_NOBODY : (gint) team->first_colleague + place;
  GwSampleShiftPattern pattern = {
    .colleague = colleague, .team = team_index, .week = day / 7, .weekdays = 1u << (day % 7)
  };

  get_times (team, place, day, kind, &pattern.start, &pattern.end);
  for (guint i = self->shift_patterns->len; place >= 0 && i-- > 0;)
    {
      GwSampleShiftPattern *known = &g_array_index (self->shift_patterns, GwSampleShiftPattern, i);
      if (known->colleague == colleague && known->week == pattern.week &&
          known->start == pattern.start && known->end == pattern.end)
        {
          known->weekdays |= pattern.weekdays;
          return;
        }
    }
  pattern.id = gw_sample_world_make_id (self);
  g_array_append_val (self->shift_patterns, pattern);
}

static void
add_patterns (GwSampleWorld *self, guint team)
{
  GwSampleRoster roster;

  gw_sample_roster_make (self, team, &roster);
  for (guint place = 0; place < self->teams[team].n_colleagues; place++)
    for (guint day = 0; day < GW_SAMPLE_CYCLE_DAYS; day++)
      if (roster.cells[place][day] != GW_SAMPLE_OFF)
        add_pattern_day (self, team, (gint) place, day, roster.cells[place][day]);
  for (guint day = 0; day < GW_SAMPLE_CYCLE_DAYS; day++)
    for (guint kind = GW_SAMPLE_EARLY; kind < GW_SAMPLE_N_SHIFT_KINDS; kind++)
      for (guint i = 0; i < roster.open[day][kind]; i++)
        add_pattern_day (self, team, GW_SAMPLE_NOBODY, day, kind);
}

static void
add_absence (GwSampleWorld *self, guint colleague, GwAbsenceKind kind, GwDay first, gint n_days,
             const char *note)
{
  GwSampleAbsence absence = {
    colleague, (gint) kind, GW_ABSENCE_APPROVED, first, gw_day_add (first, n_days - 1), note
  };

  g_array_append_val (self->absences, absence);
}

/* Leave goes round, one colleague a week and team; somebody falls ill now and then. */
static void
add_absences (GwSampleWorld *self, guint team_index)
{
  const GwSampleTeam *team = &self->teams[team_index];
  gint n_weeks = gw_day_diff (self->last_shift_day, self->first_day) / 7 + 1;
  gint this_week = gw_day_diff (self->week, self->first_day) / 7;

  for (gint week = 0; week < n_weeks; week++)
    {
      guint place = (guint) (week * 5 + 3) % team->n_colleagues;
      GwDay monday = gw_day_add (self->first_day, week * 7);
      add_absence (self, team->first_colleague + place, GW_ABSENCE_LEAVE, monday, 7, NULL);
      if (week < this_week && week % 5 == 2)
        add_absence (self, team->first_colleague + (place + 4) % team->n_colleagues,
                     GW_ABSENCE_AWAY,
                     gw_day_add (monday, gw_sample_random_between (&self->random, 0, 4)), 2, NULL);
    }
  add_absence (self, team->first_colleague + 2, GW_ABSENCE_TRAINING, gw_day_add (self->week, 10), 1,
               "Moving and handling, renewal");
  {
    GwSampleAbsence asked = { team->first_colleague + 9,
                              GW_ABSENCE_LEAVE,
                              GW_ABSENCE_ASKED,
                              gw_day_add (self->week, 25),
                              gw_day_add (self->week, 27),
                              "A cousin’s wedding" };
    g_array_append_val (self->absences, asked);
  }
}

gboolean
gw_sample_is_away (GwSampleWorld *self, guint colleague, GwDay day)
{
  for (guint i = 0; i < self->absences->len; i++)
    {
      const GwSampleAbsence *absence = &g_array_index (self->absences, GwSampleAbsence, i);
      if (absence->colleague == colleague && absence->state == GW_ABSENCE_APPROVED &&
          gw_day_compare (absence->first, day) <= 0 && gw_day_compare (day, absence->last) <= 0)
        return TRUE;
    }
  return FALSE;
}

static void
generate_shifts (Grid *grid)
{
  GwSampleWorld *self = grid->world;

  for (gint day = 0; day < grid->n_days; day++)
    for (guint i = 0; i < self->shift_patterns->len; i++)
      {
        const GwSampleShiftPattern *pattern = &g_array_index (self->shift_patterns,
                                                              GwSampleShiftPattern, i);
        GwSampleShift shift = { .colleague = pattern->colleague,
                                .team = pattern->team,
                                .day = gw_day_add (self->first_day, day),
                                .start = pattern->start,
                                .end = pattern->end,
                                .pattern = pattern->id };
        if ((guint) (day / 7) % GW_SAMPLE_CYCLE_WEEKS != pattern->week ||
            ((pattern->weekdays >> (day % 7)) & 1) == 0)
          continue;
        shift.id = gw_pattern_record_id (pattern->id, shift.day);
        g_array_append_val (self->shifts, shift);
        if (shift.colleague >= 0)
          *get_cell (grid, (guint) shift.colleague, day) = self->shifts->len;
      }
}

static const GwSampleShift *
get_shift (Grid *self, guint colleague, gint day)
{
  guint cell = day >= 0 && day < self->n_days ? *get_cell (self, colleague, day) : 0;

  return cell != 0 ? GW_SAMPLE_SHIFT (self->world, cell - 1) : NULL;
}

/* 11 h from day to day, and 35 h where one day off lies between, as the law asks. */
static gboolean
has_rest (Grid *grid, guint colleague, gint day, const GwSampleShift *shift)
{
  static const gint least[] = { LEAST_REST, LEAST_REST + 24 * 60 };

  for (gint days = 1; days <= 2; days++)
    {
      const GwSampleShift *before = get_shift (grid, colleague, day - days);
      const GwSampleShift *after = get_shift (grid, colleague, day + days);
      gboolean off_before = days == 1 || get_shift (grid, colleague, day - 1) == NULL;
      gboolean off_after = days == 1 || get_shift (grid, colleague, day + 1) == NULL;

      if (before != NULL && off_before &&
          shift->start + days * 1440 - before->end < least[days - 1])
        return FALSE;
      if (after != NULL && off_after && after->start + days * 1440 - shift->end < least[days - 1])
        return FALSE;
    }
  return TRUE;
}

static gint
measure_week (Grid *grid, guint colleague, gint day)
{
  gint minutes = 0;

  for (gint d = day - day % 7; d < day - day % 7 + 7 && d < grid->n_days; d++)
    {
      guint cell = *get_cell (grid, colleague, d);
      if (cell != 0)
        minutes += GW_SAMPLE_SHIFT (grid->world, cell - 1)->end -
                   GW_SAMPLE_SHIFT (grid->world, cell - 1)->start;
    }
  return minutes;
}

static gint
measure_run (Grid *grid, guint colleague, gint day)
{
  gint run = 1;

  for (gint d = day - 1; d >= 0 && *get_cell (grid, colleague, d) != 0; d--)
    run++;
  for (gint d = day + 1; d < grid->n_days && *get_cell (grid, colleague, d) != 0; d++)
    run++;
  return run;
}

static gint
find_stand_in (Grid *grid, gint day, const GwSampleShift *shift)
{
  const GwSampleTeam *team = &grid->world->teams[shift->team];
  gint best = GW_SAMPLE_NOBODY, best_minutes = LONGEST_WEEK - (shift->end - shift->start);

  /* The practice coach is first in line. */
  for (guint i = 0; i < team->n_colleagues; i++)
    {
      guint colleague = team->first_colleague + team->n_colleagues - 1 - i;
      gint minutes = measure_week (grid, colleague, day);
      if (*get_cell (grid, colleague, day) == 0 && minutes < best_minutes &&
          has_rest (grid, colleague, day, shift) &&
          measure_run (grid, colleague, day) <= LONGEST_RUN &&
          !gw_sample_is_away (grid->world, colleague, shift->day))
        {
          best = (gint) colleague;
          best_minutes = minutes;
        }
    }
  return best;
}

static void
cover_absences (Grid *grid)
{
  GwSampleWorld *self = grid->world;

  for (guint i = 0; i < self->shifts->len; i++)
    {
      GwSampleShift *shift = GW_SAMPLE_SHIFT (self, i);
      gint day = gw_day_diff (shift->day, self->first_day);
      gint weeks_ahead = gw_day_diff (gw_day_get_week_start (shift->day), self->week) / 7;
      gboolean was_given = shift->colleague >= 0;
      if (was_given && !gw_sample_is_away (self, (guint) shift->colleague, shift->day))
        continue;
      if (was_given)
        *get_cell (grid, (guint) shift->colleague, day) = 0;
      shift->exception = was_given;
      shift->colleague = GW_SAMPLE_NOBODY;
      /* Next week some shifts still look for somebody; later weeks are not looked at yet. */
      if (weeks_ahead > 1 || (weeks_ahead == 1 && day % 3 == 1))
        continue;
      shift->colleague = find_stand_in (grid, day, shift);
      shift->exception |= shift->colleague >= 0;
      if (shift->colleague >= 0)
        *get_cell (grid, (guint) shift->colleague, day) = i + 1;
    }
}

static gint
get_role_minutes (guint64 roles, gint *out_role)
{
  static const struct
  {
    gint role;
    gint minutes;
  } weekly[] = {
    { GW_TEAM_ROLE_SCHEDULER, 150 },       { GW_TEAM_ROLE_RECRUITMENT, 60 },
    { GW_TEAM_ROLE_FACILITATOR, 60 },      { GW_TEAM_ROLE_STORYTELLER, 60 },
    { GW_TEAM_ROLE_RECORDER, 60 },         { GW_TEAM_ROLE_CHAMPION, 60 },
    { GW_TEAM_ROLE_TRUSTED_ASSESSOR, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (weekly); i++)
    if (GW_HAS_CHOICE (roles, weekly[i].role))
      {
        *out_role = weekly[i].role;
        return weekly[i].minutes;
      }
  return 0;
}

/* Role time falls on the first worked day of the week, the scheduler's on the first two. */
static void
add_role_times (GwSampleWorld *self)
{
  g_autofree gint *last_week = g_new (gint, self->colleagues->len);
  g_autofree guint *n_given = g_new0 (guint, self->colleagues->len);

  for (guint i = 0; i < self->colleagues->len; i++)
    last_week[i] = -1;
  for (guint i = 0; i < self->shifts->len; i++)
    {
      GwSampleShift *shift = GW_SAMPLE_SHIFT (self, i);
      gint week = gw_day_diff (shift->day, self->first_day) / 7;
      gint role = 0, minutes;

      if (shift->colleague < 0 || gw_day_get_weekday (shift->day) == GW_WEDNESDAY)
        continue;
      if (last_week[shift->colleague] != week)
        n_given[shift->colleague] = 0;
      last_week[shift->colleague] = week;
      minutes = get_role_minutes (GW_SAMPLE_COLLEAGUE (self, shift->colleague)->team_roles, &role);
      if (minutes == 0 || n_given[shift->colleague]++ >= (role == GW_TEAM_ROLE_SCHEDULER ? 2u : 1u))
        continue;
      shift->role = role;
      shift->role_minutes = minutes;
    }
}

void
gw_sample_world_add_shifts (GwSampleWorld *self)
{
  Grid grid = { self, gw_day_diff (self->last_shift_day, self->first_day) + 1, NULL };

  for (guint team = 0; team < self->n_teams; team++)
    {
      add_patterns (self, team);
      add_absences (self, team);
    }
  grid.by_day = g_new0 (guint, (gsize) grid.n_days * self->colleagues->len);
  generate_shifts (&grid);
  cover_absences (&grid);
  add_role_times (self);
  g_free (grid.by_day);
}
