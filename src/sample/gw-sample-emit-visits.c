/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of regular visits and of each day's visits: planned, and, when past, what happened. */
#include "config.h"

#include "gw-sample-private.h"

#include "gw-pattern-generate.h"
#include "gw-published-version.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

typedef struct
{
  GwSampleWorld *world;
  GPtrArray *records;
  GwRecordBuilder *builder;
  guint next_shift;
} Emitter;

static const char *
get_funder (guint person)
{
  return person % 6 == 4   ? "Privately"
         : person % 6 == 5 ? "NHS continuing healthcare"
                           : "Hartlow Council";
}

static guint
collect_skills (GwSampleWorld *self, guint bits, GwId *out_skills)
{
  guint n = 0;

  for (guint i = 0; i < GW_SAMPLE_N_SKILLS; i++)
    if (bits & (1u << i))
      out_skills[n++] = self->skills[i];
  return n;
}

static void
emit_pattern (Emitter *self, const GwSamplePattern *pattern)
{
  GwRecordBuilder *builder = self->builder;
  GwId skills[GW_SAMPLE_N_SKILLS];
  guint n_skills = collect_skills (self->world, pattern->skills, skills);

#define INTEGER(FIELD, value) \
  gw_record_builder_set_integer (builder, GW_VISIT_PATTERN_##FIELD, value)
  gw_record_builder_set_id (builder, GW_VISIT_PATTERN_PERSON,
                            GW_SAMPLE_PERSON (self->world, pattern->person)->id);
  gw_record_builder_set_text (builder, GW_VISIT_PATTERN_PURPOSE, pattern->purpose, -1);
  INTEGER (KIND, pattern->kind);
  INTEGER (WEEKDAYS, pattern->weekdays);
  INTEGER (EVERY_WEEKS, 1);
  INTEGER (FIRST_DAY, gw_day_add (self->world->first_day, -28).value);
  if (pattern->ideal >= 0)
    {
      INTEGER (IDEAL, pattern->ideal);
      INTEGER (TOLERANCE, pattern->tolerance);
    }
  if (pattern->earliest >= 0)
    {
      INTEGER (EARLIEST, pattern->earliest);
      INTEGER (LATEST, pattern->latest);
    }
  INTEGER (DURATION, pattern->duration);
  if (pattern->short_agreed)
    INTEGER (SHORT_AGREED, 1);
  INTEGER (FIRMNESS, pattern->firmness);
  INTEGER (COLLEAGUES_NEEDED, pattern->needed);
  gw_record_builder_set_ids (builder, GW_VISIT_PATTERN_SKILLS, skills, n_skills);
  if (pattern->after >= 0)
    {
      gw_record_builder_set_id (builder, GW_VISIT_PATTERN_AFTER,
                                GW_SAMPLE_PATTERN (self->world, pattern->after)->id);
      INTEGER (GAP_LEAST, pattern->gap);
    }
  if (pattern->kind == GW_VISIT_KIND_SUPPORT)
    {
      gw_record_builder_set_text (builder, GW_VISIT_PATTERN_FUNDER, get_funder (pattern->person),
                                  -1);
      INTEGER (RATE, 2640);
    }
#undef INTEGER
  g_ptr_array_add (self->records, gw_record_builder_end (builder, pattern->id));
}

#define INTEGER(FIELD, value) gw_record_builder_set_integer (self->builder, GW_VISIT_##FIELD, value)

static void
set_agreement (Emitter *self, const GwSampleVisit *visit)
{
  const GwSamplePattern *pattern = visit->pattern;
  GwId skills[GW_SAMPLE_N_SKILLS];
  guint n_skills = collect_skills (self->world, pattern->skills, skills);

  gw_record_builder_set_id (self->builder, GW_VISIT_PERSON,
                            GW_SAMPLE_PERSON (self->world, pattern->person)->id);
  gw_record_builder_set_text (self->builder, GW_VISIT_PURPOSE, pattern->purpose, -1);
  INTEGER (KIND, pattern->kind);
  INTEGER (DAY, visit->day.value);
  INTEGER (DURATION, pattern->duration);
  if (pattern->ideal >= 0)
    {
      INTEGER (IDEAL, pattern->ideal);
      INTEGER (TOLERANCE, pattern->tolerance);
    }
  if (pattern->earliest >= 0)
    {
      INTEGER (EARLIEST, pattern->earliest);
      INTEGER (LATEST, pattern->latest);
    }
  INTEGER (FIRMNESS, pattern->firmness);
  if (pattern->short_agreed)
    INTEGER (SHORT_AGREED, 1);
  INTEGER (COLLEAGUES_NEEDED, pattern->needed);
  gw_record_builder_set_ids (self->builder, GW_VISIT_SKILLS, skills, n_skills);
  if (pattern->after >= 0)
    {
      GwId after = GW_SAMPLE_PATTERN (self->world, pattern->after)->id;
      gw_record_builder_set_id (self->builder, GW_VISIT_AFTER,
                                gw_pattern_record_id (after, visit->day));
      INTEGER (GAP_LEAST, pattern->gap);
    }
  if (pattern->kind == GW_VISIT_KIND_SUPPORT)
    {
      gw_record_builder_set_text (self->builder, GW_VISIT_FUNDER, get_funder (pattern->person), -1);
      INTEGER (RATE, 2640);
    }
}

static void
set_who (Emitter *self, const GwSampleVisit *visit)
{
  GwId who[2];

  if (visit->n_colleagues == 0)
    return;
  for (guint i = 0; i < visit->n_colleagues; i++)
    who[i] = GW_SAMPLE_COLLEAGUE (self->world, visit->colleagues[i])->id;
  gw_record_builder_set_ids (self->builder, GW_VISIT_COLLEAGUES, who, visit->n_colleagues);
  INTEGER (START, visit->start);
}

static void
set_cancelled (Emitter *self, GwCancelledBy by, gint notice, const char *reason)
{
  INTEGER (STATE, GW_VISIT_STATE_CANCELLED);
  INTEGER (CANCELLED_BY, by);
  INTEGER (CANCELLED_NOTICE, notice);
  INTEGER (CANCELLED_PAY, notice < 600 ? GW_CANCELLED_PAY_FULL : GW_CANCELLED_PAY_NOTHING);
  gw_record_builder_set_text (self->builder, GW_VISIT_CANCELLED_REASON, reason, -1);
}

/* 3 % cancelled late, 0.2 % missed, 6 % more than a quarter of an hour late, as a good team has it. */
static void
set_what_happened (Emitter *self, const GwSampleVisit *visit)
{
  static const char *const reasons[] = { "Out with the family", "Not feeling like it today",
                                         "At the surgery", "Daughter stayed over" };
  GwSampleRandom *random = &self->world->random;
  guint roll = gw_sample_random_below (random, 1000);
  gint offset = gw_sample_random_between (random, -4, 11);
  gint share = gw_sample_random_between (random, 86, 112);

  if (visit->n_colleagues == 0)
    {
      set_cancelled (self, GW_CANCELLED_BY_FAMILY, gw_sample_random_between (random, 1, 20) * 60,
                     "Family looked in instead");
      return;
    }
  if (roll < 30)
    {
      set_cancelled (self, roll % 3 == 0 ? GW_CANCELLED_BY_FAMILY : GW_CANCELLED_BY_PERSON,
                     gw_sample_random_between (random, 1, 20) * 60, reasons[roll % 4]);
      return;
    }
  if (roll < 32)
    {
      INTEGER (STATE, GW_VISIT_STATE_NOBODY_CAME);
      return;
    }
  if (roll >= 940)
    {
      static const char *const causes[] = { "Level crossing closed", "Long visit before",
                                            "Waited for the ambulance", "Snow on the hill" };
      offset = gw_sample_random_between (random, 16, 42);
      gw_record_builder_set_text (self->builder, GW_VISIT_ACTUAL_NOTE, causes[roll % 4], -1);
    }
  INTEGER (STATE, GW_VISIT_STATE_DONE);
  INTEGER (ACTUAL_START, visit->start + offset);
  INTEGER (ACTUAL_END, visit->start + offset + visit->pattern->duration * share / 100);
}

/* One person of a team was in hospital for nine days six weeks ago: visits were held. */
static gboolean
was_resting (Emitter *self, const GwSampleVisit *visit)
{
  const GwSampleTeam *team =
      &self->world->teams[GW_SAMPLE_PERSON (self->world, visit->pattern->person)->team];
  gint days = gw_day_diff (self->world->week, visit->day);

  return visit->pattern->person == team->first_person + 8 && days >= 36 && days < 45;
}

static void
emit_visit (Emitter *self, const GwSampleVisit *visit, gboolean from_pattern)
{
  set_agreement (self, visit);
  if (was_resting (self, visit))
    INTEGER (STATE, GW_VISIT_STATE_HELD);
  else if (gw_day_compare (visit->day, self->world->spec.today) < 0)
    {
      set_who (self, visit);
      set_what_happened (self, visit);
    }
  else
    {
      INTEGER (STATE, GW_VISIT_STATE_PLANNED);
      set_who (self, visit);
    }
  if (from_pattern)
    {
      gw_record_builder_set_id (self->builder, GW_VISIT_PATTERN, visit->pattern->id);
      INTEGER (PATTERN_DAY, visit->day.value);
    }
  g_ptr_array_add (self->records, gw_record_builder_end (self->builder, visit->id));
}

#undef INTEGER

/* The hardest first: two colleagues, then little tolerance; flexible ones fill what is left. */
static gint
compare_visits (gconstpointer a, gconstpointer b)
{
  const GwSampleVisit *first = a, *second = b;
  gint first_room = first->latest - first->earliest,
       second_room = second->latest - second->earliest;

  if (first->pattern->needed != second->pattern->needed)
    return (gint) second->pattern->needed - (gint) first->pattern->needed;
  if (first_room != second_room)
    return first_room - second_room;
  return first->start - second->start;
}

static void
collect_visits (Emitter *self, guint team, GwDay day, GArray *visits)
{
  GwSampleWorld *world = self->world;

  for (guint i = 0; i < world->patterns->len; i++)
    {
      const GwSamplePattern *pattern = GW_SAMPLE_PATTERN (world, i);
      GwSampleVisit visit = { .pattern = pattern,
                              .day = day,
                              .earliest = pattern->earliest,
                              .latest = pattern->latest,
                              .start = pattern->ideal };
      if (GW_SAMPLE_PERSON (world, pattern->person)->team != team ||
          ((pattern->weekdays >> gw_day_get_weekday (day)) & 1) == 0)
        continue;
      if (pattern->ideal >= 0)
        {
          visit.earliest = pattern->ideal - pattern->tolerance;
          visit.latest = pattern->ideal + pattern->tolerance;
        }
      else /* flexible ones go where the day is quiet */
        visit.start = pattern->earliest +
                      (pattern->latest - pattern->earliest) * (gint) (i % 5) / 8;
      visit.id = gw_pattern_record_id (pattern->id, day);
      g_array_append_val (visits, visit);
    }
  g_array_sort (visits, compare_visits);
}

static void
plan (Emitter *self, guint team, GwDay day, GArray *visits)
{
  GwSampleWorld *world = self->world;
  g_autoptr (GPtrArray) shifts = g_ptr_array_new ();

  for (guint i = self->next_shift; i < world->shifts->len; i++)
    {
      GwSampleShift *shift = GW_SAMPLE_SHIFT (world, i);
      if (gw_day_compare (shift->day, day) > 0)
        break;
      if (shift->team == team && shift->colleague >= 0)
        g_ptr_array_add (shifts, shift);
    }
  gw_sample_plan_day (world, visits, shifts);
  /* A few of this week's are open again, so that there is something to cover at once. */
  for (guint i = 0; i < visits->len; i++)
    if (gw_day_compare (day, world->spec.today) >= 0 &&
        gw_sample_random_chance (&world->random, 15))
      g_array_index (visits, GwSampleVisit, i).n_colleagues = 0;
}

static void
emit_day (Emitter *self, GwDay day)
{
  GwSampleWorld *world = self->world;
  gboolean planned = gw_day_diff (day, world->week) < 7;

  while (self->next_shift < world->shifts->len &&
         gw_day_compare (GW_SAMPLE_SHIFT (world, self->next_shift)->day, day) < 0)
    self->next_shift++;
  for (guint team = 0; team < world->n_teams; team++)
    {
      g_autoptr (GArray) visits = g_array_new (FALSE, TRUE, sizeof (GwSampleVisit));
      collect_visits (self, team, day, visits);
      if (planned)
        plan (self, team, day, visits);
      for (guint i = 0; i < visits->len; i++)
        emit_visit (self, &g_array_index (visits, GwSampleVisit, i), TRUE);
    }
}

static void
emit_one_offs (Emitter *self)
{
  static const struct
  {
    guint place;
    gint day, start, duration;
    const char *purpose;
  } rows[] = {
    { 4, 8, 630, 120, "to the eye clinic and back" },
    { 13, 10, 840, 90, "meeting the new physiotherapist" },
    { 2, 12, 870, 60, "birthday tea" },
    { 7, 4, 870, 60, "choosing paint for the hall" },
  };

  for (guint i = 0; i < self->world->n_teams * G_N_ELEMENTS (rows); i++)
    {
      const GwSampleTeam *team = &self->world->teams[i / G_N_ELEMENTS (rows)];
      guint row = i % G_N_ELEMENTS (rows);
      GwSamplePattern agreement = {
        .person = team->first_person + rows[row].place,
        .purpose = rows[row].purpose,
        .kind = GW_VISIT_KIND_SUPPORT,
        .ideal = rows[row].start,
        .tolerance = 30,
        .earliest = -1,
        .latest = -1,
        .duration = rows[row].duration,
        .firmness = GW_FIRMNESS_AGREED,
        .needed = 1,
        .after = -1,
      };
      GwSampleVisit visit = { .id = gw_sample_world_make_id (self->world),
                              .pattern = &agreement,
                              .day = gw_day_add (self->world->week, rows[row].day) };
      emit_visit (self, &visit, FALSE);
    }
}

static void
emit_overrides (Emitter *self)
{
  static const struct
  {
    guint from, to;
    gint mode, minutes;
    const char *note;
  } rows[] = {
    { 0, 5, GW_TRAVEL_BUS, 14, "Waits at the level crossing" },
    { 3, 11, GW_TRAVEL_WALK, 6, "Footbridge over the canal" },
    { 2, 9, 0, 1, "Next door" },
  };
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_travel_override_type);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gw_record_builder_set_id (builder, GW_TRAVEL_OVERRIDE_FROM_PERSON,
                                GW_SAMPLE_PERSON (self->world, rows[i].from)->id);
      gw_record_builder_set_id (builder, GW_TRAVEL_OVERRIDE_TO_PERSON,
                                GW_SAMPLE_PERSON (self->world, rows[i].to)->id);
      if (rows[i].mode != 0)
        gw_record_builder_set_integer (builder, GW_TRAVEL_OVERRIDE_MODE, rows[i].mode);
      gw_record_builder_set_integer (builder, GW_TRAVEL_OVERRIDE_DURATION, rows[i].minutes);
      gw_record_builder_set_integer (builder, GW_TRAVEL_OVERRIDE_BOTH_WAYS, 1);
      gw_record_builder_set_text (builder, GW_TRAVEL_OVERRIDE_NOTE, rows[i].note, -1);
      g_ptr_array_add (self->records,
                       gw_record_builder_end (builder, gw_sample_world_make_id (self->world)));
    }
}

void
gw_sample_emit_visits (GwSampleWorld *self, GPtrArray *records)
{
  Emitter emitter = { self, records, gw_record_builder_new (&gw_visit_pattern_type), 0 };
  guint n_days = (guint) gw_day_diff (self->last_visit_day, self->first_day) + 1;

  for (guint i = 0; i < self->patterns->len; i++)
    emit_pattern (&emitter, GW_SAMPLE_PATTERN (self, i));
  gw_record_builder_free (emitter.builder);
  emitter.builder = gw_record_builder_new (&gw_visit_type);
  for (guint day = 0; day < n_days; day++)
    emit_day (&emitter, gw_day_add (self->first_day, (gint) day));
  emit_one_offs (&emitter);
  gw_record_builder_free (emitter.builder);
  emit_overrides (&emitter);
}
