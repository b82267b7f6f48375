/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sealing: what is out of range is refused and named, what is just within it is not; what was
 * refused may be mended.
 */
#include <stddef.h>

#include "gw-engine-builder.h"
#include "gw-engine-problem-private.h"
#include "gw-small-world.h"

/* --- Ranges ---------------------------------------------------------------------------------- */

/* One of each kind, to be spoiled by one number. Where it says so it is the second of its kind. */
typedef struct
{
  GwEngineSettings settings;
  GwEnginePerson person;       /* 1 */
  GwEngineColleague colleague; /* 1 */
  GwEngineShift shift;         /* 1 */
  GwEngineBlock block;
  GwEngineOperation operation; /* 1 */
  GwEngineAbsence absence;
  GwEngineWish wish;
  GwEngineFit fit;
  GwEngineLink link;
  int32_t window_of; /* 1 */
  GwEngineWindow window;
  int32_t skilled, eligible_shift, eligible;
  int32_t visited, visitor, visits;
  int32_t regular_person, regular;
} Parts;

typedef struct
{
  size_t field;
  int32_t value;
  const char *what; /* NULL: it is allowed */
  int32_t index;
  GwEngineStatus status;
} Case;

#define AT_FIELD(field) offsetof (Parts, field)
#define FINE(field, value) { AT_FIELD (field), value, NULL, 0, GW_ENGINE_OK }
#define VALUE(field, value, what, index) \
  { AT_FIELD (field), value, what, index, GW_ENGINE_BAD_VALUE }
#define INDEX(field, value, what, index) \
  { AT_FIELD (field), value, what, index, GW_ENGINE_BAD_INDEX }
/* @least and @most are allowed, what lies beyond them is not. */
#define RANGE(field, least, most, what, index) \
  VALUE (field, (least) -1, what, index), FINE (field, least), FINE (field, most), \
      VALUE (field, (most) + 1, what, index)
#define REFERENCE(field, n, what, index) \
  INDEX (field, -2, what, index), INDEX (field, n, what, index), FINE (field, (n) -1)

#define AMOUNT 1000000000
#define SPAN GW_ENGINE_TIME_MAX

static const Case cases[] = {
  RANGE (settings.n_days, 1, 10000, "settings", 0),
  VALUE (settings.ticks_per_day, 0, "settings", 0),
  FINE (settings.ticks_per_day, SPAN / 14),
  VALUE (settings.ticks_per_day, SPAN / 14 + 1, "settings", 0),
  VALUE (settings.ticks_per_day, 10000001, "settings", 0),
  RANGE (settings.first_weekday, 0, 6, "settings", 0),
  RANGE (settings.buffer_min, 0, SPAN, "settings", 0),
  RANGE (settings.buffer_percent, 0, 1000, "settings", 0),
  RANGE (settings.density_visits, 0, 100000, "settings", 0),
  VALUE (settings.density_minutes, 0, "settings", 0),
  RANGE (settings.break_margin_percent, 0, 49, "settings", 0),
  VALUE (settings.clock_change, SPAN + 1, "settings", 0),
  RANGE (settings.clock_change_minutes, -1440, 1440, "settings", 0),
  RANGE (settings.time_grid, 1, 1440, "settings", 0),
  RANGE (settings.weight[GW_ENGINE_RULE_TRAVEL], 0, 1000000, "settings", 0),
  RANGE (person.small_team, 0, AMOUNT, "person", 1),
  RANGE (person.apart_minutes, 0, SPAN, "person", 1),
  RANGE (colleague.week_minutes_min, 0, SPAN, "colleague", 1),
  RANGE (colleague.week_minutes_contract, 0, SPAN, "colleague", 1),
  RANGE (colleague.week_minutes_max, 0, SPAN, "colleague", 1),
  RANGE (colleague.day_minutes_max, 0, SPAN, "colleague", 1),
  RANGE (colleague.rest_hard, 0, SPAN, "colleague", 1),
  RANGE (colleague.rest_soft, 0, SPAN, "colleague", 1),
  RANGE (colleague.days_hard, 0, AMOUNT, "colleague", 1),
  RANGE (colleague.days_soft, 0, AMOUNT, "colleague", 1),
  RANGE (colleague.weekly_rest_minutes, 0, SPAN, "colleague", 1),
  RANGE (colleague.weekly_rest_days, 1, 10000, "colleague", 1),
  RANGE (colleague.break_after, 0, SPAN, "colleague", 1),
  RANGE (colleague.break_minutes, 0, SPAN, "colleague", 1),
  RANGE (colleague.days_before, 0, AMOUNT, "colleague", 1),
  RANGE (colleague.end_before, -SPAN, SPAN, "colleague", 1),
  FINE (colleague.end_before, GW_ENGINE_NO_TIME),
  RANGE (colleague.lates_before, 0, 100000, "colleague", 1),
  RANGE (colleague.lates_fair, 0, 100000, "colleague", 1),
  VALUE (colleague.lates_fair, INT32_MIN + 1, "colleague", 1),
  FINE (colleague.lates_fair, GW_ENGINE_NO_TIME),
  RANGE (colleague.weekends_before, 0, 100000, "colleague", 1),
  RANGE (colleague.weekends_fair, 0, 100000, "colleague", 1),
  RANGE (colleague.average_minutes_max, 0, SPAN, "colleague", 1),
  RANGE (colleague.night_minutes_max, 0, SPAN, "colleague", 1),
  RANGE (colleague.average_weeks, 1, 1000, "colleague", 1),
  RANGE (colleague.minutes_before, 0, SPAN, "colleague", 1),
  RANGE (colleague.nights_before, 0, AMOUNT, "colleague", 1),
  INDEX (colleague.mode, -1, "colleague", 1),
  INDEX (colleague.mode, 1, "colleague", 1),
  VALUE (shift.start, AT (15, 0), "shift", 1),
  VALUE (shift.start, -SPAN - 1, "shift", 1),
  VALUE (shift.end, AT (8, 0) + SPAN / 1000 + 1, "shift", 1),
  FINE (shift.end, AT (8, 0) + SPAN / 1000),
  RANGE (shift.flex_before, 0, SPAN, "shift", 1),
  RANGE (shift.flex_after, 0, SPAN, "shift", 1),
  RANGE (shift.open_priority, 0, AMOUNT, "shift", 1),
  RANGE (shift.change_cost, 0, AMOUNT, "shift", 1),
  RANGE (shift.day, -1000000, 1000000, "shift", 1),
  REFERENCE (shift.colleague, 2, "shift", 1),
  REFERENCE (shift.reference_colleague, 2, "shift", 1),
  REFERENCE (shift.start_place, 2, "shift", 1),
  REFERENCE (shift.end_place, 2, "shift", 1),
  INDEX (eligible_shift, -1, "eligible", 0),
  INDEX (eligible_shift, 2, "eligible", 0),
  INDEX (eligible, -1, "eligible", 0),
  INDEX (eligible, 2, "eligible", 0),
  INDEX (block.shift, -1, "block", 0),
  INDEX (block.shift, 2, "block", 0),
  REFERENCE (block.place, 2, "block", 0),
  RANGE (block.earliest, AT (8, 0), AT (10, 0), "block", 0),
  RANGE (block.latest, AT (9, 0), AT (14, 30), "block", 0),
  RANGE (block.duration, 1, AT (5, 0), "block", 0),
  RANGE (operation.duration, 1, SPAN / 1000, "operation", 1),
  RANGE (operation.soft_tolerance, 0, SPAN, "operation", 1),
  RANGE (operation.priority, 0, AMOUNT, "operation", 1),
  RANGE (operation.change_cost, 0, AMOUNT, "operation", 1),
  VALUE (operation.pin_start, AT (9, 0), "operation", 1),
  RANGE (operation.reference_start, -SPAN, SPAN, "operation", 1),
  REFERENCE (operation.person, 2, "operation", 1),
  REFERENCE (operation.place, 2, "operation", 1),
  REFERENCE (operation.alternative, 100000000, "operation", 1),
  REFERENCE (operation.visit, 100000000, "operation", 1),
  REFERENCE (operation.pin_shift, 2, "operation", 1),
  REFERENCE (operation.reference_colleague, 2, "operation", 1),
  INDEX (window_of, -1, "window", 1),
  INDEX (window_of, 2, "window", 1),
  VALUE (window_of, 0, "window", 0),
  RANGE (window.open, -SPAN, AT (10, 0), "window", 1),
  RANGE (window.close, AT (9, 0), SPAN, "window", 1),
  RANGE (window.ideal, -SPAN, SPAN, "window", 1),
  INDEX (link.a, -1, "link", 0),
  INDEX (link.a, 1, "link", 0),
  INDEX (link.b, 2, "link", 0),
  VALUE (link.kind, GW_ENGINE_LINK_DIFFERENT + 1, "link", 0),
  FINE (link.min, GW_ENGINE_NO_TIME),
  RANGE (link.min, -SPAN, 60, "link", 0),
  RANGE (link.max, 30, SPAN, "link", 0),
  FINE (link.max, INT32_MAX),
  INDEX (fit.operation, 2, "fit", 0),
  INDEX (fit.colleague, -1, "fit", 0),
  VALUE (fit.rule, GW_ENGINE_RULE_SKILL, "fit", 0),
  FINE (fit.rule, GW_ENGINE_RULE_DECLINED),
  RANGE (fit.points, 0, AMOUNT, "fit", 0),
  INDEX (absence.colleague, 2, "absence", 0),
  RANGE (absence.start, -SPAN, AT (10, 0), "absence", 0),
  RANGE (absence.end, AT (9, 0), SPAN, "absence", 0),
  INDEX (wish.colleague, -1, "wish", 0),
  RANGE (wish.points, 0, AMOUNT, "wish", 0),
  INDEX (skilled, 2, "skills", 0),
  INDEX (visited, 2, "history", 0),
  INDEX (visitor, -1, "history", 0),
  RANGE (visits, 0, 100000, "history", 0),
  INDEX (regular_person, -1, "regular", 0),
  INDEX (regular, 2, "regular", 0),
};

static void
begin_parts (Parts *parts)
{
  GwEngineBuilder *builder = gw_engine_builder_new (14, 0);

  *parts = (Parts){ .settings = *gw_engine_builder_get_settings (builder) };
  gw_engine_builder_free (builder);
  gw_engine_person_init (&parts->person);
  gw_engine_colleague_init (&parts->colleague);
  gw_engine_shift_init (&parts->shift, 0, AT (8, 0), AT (15, 0));
  parts->block = (GwEngineBlock){ GW_ENGINE_BLOCK_ROLE, 0, 30, AT (9, 0), AT (10, 0), 0 };
  gw_engine_operation_init (&parts->operation);
  parts->absence = (GwEngineAbsence){ 0, AT (9, 0), AT (10, 0) };
  parts->wish = (GwEngineWish){ 0, 0, GW_ENGINE_PART_ANY, 1 };
  parts->fit = (GwEngineFit){ 0, 0, GW_ENGINE_RULE_LIKE, 1 };
  parts->link = (GwEngineLink){ GW_ENGINE_LINK_LAG, 0, 1, 30, 60, true };
  parts->window_of = 1;
  parts->window = (GwEngineWindow){ AT (9, 0), AT (10, 0), AT (9, 30) };
}

/* Builds two of what has two, the other one as it should be. */
static GwEngineBuilder *
build (const Parts *parts)
{
  GwEngineBuilder *builder = gw_engine_builder_new (14, 0);
  Parts good;

  begin_parts (&good);
  *gw_engine_builder_get_settings (builder) = parts->settings;
  gw_engine_builder_set_places (builder, 2, 1);
  gw_engine_builder_add_person (builder, &good.person);
  gw_engine_builder_add_person (builder, &parts->person);
  gw_engine_builder_add_colleague (builder, &good.colleague);
  gw_engine_builder_add_colleague (builder, &parts->colleague);
  gw_engine_builder_add_skills (builder, parts->skilled, 1, 0, 13);
  gw_engine_builder_add_shift (builder, &good.shift);
  gw_engine_builder_add_shift (builder, &parts->shift);
  gw_engine_builder_add_eligible (builder, parts->eligible_shift, parts->eligible);
  gw_engine_builder_add_block (builder, &parts->block);
  gw_engine_builder_add_operation (builder, &good.operation);
  gw_engine_builder_add_operation (builder, &parts->operation);
  gw_engine_builder_add_window (builder, 0, AT (9, 30), AT (10, 0), GW_ENGINE_NO_TIME);
  gw_engine_builder_add_window (builder, parts->window_of, parts->window.open, parts->window.close,
                                parts->window.ideal);
  gw_engine_builder_add_link (builder, &parts->link);
  gw_engine_builder_add_fit (builder, parts->fit.operation, parts->fit.colleague, parts->fit.rule,
                             parts->fit.points);
  gw_engine_builder_add_absence (builder, parts->absence.colleague, parts->absence.start,
                                 parts->absence.end);
  gw_engine_builder_add_wish (builder, &parts->wish);
  gw_engine_builder_add_history (builder, parts->visited, parts->visitor, parts->visits);
  gw_engine_builder_add_regular (builder, parts->regular_person, parts->regular);
  return builder;
}

static void
test_ranges (void)
{
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    {
      Parts parts;
      GwEngineBuilder *builder;
      GwEngineProblem *problem;
      GwEngineFault fault;

      begin_parts (&parts);
      memcpy ((char *) &parts + cases[i].field, &cases[i].value, sizeof cases[i].value);
      builder = build (&parts);
      problem = gw_engine_builder_seal (builder, &fault);
      if (fault.status != cases[i].status)
        printf ("# case %d: %d\n", (int) i, (int) cases[i].value);
      GW_CHECK_INT (fault.status, ==, cases[i].status);
      GW_CHECK_INT (problem != NULL, ==, cases[i].what == NULL);
      if (cases[i].what != NULL && fault.what != NULL)
        {
          GW_CHECK_STR (fault.what, cases[i].what);
          GW_CHECK_INT (fault.index, ==, cases[i].index);
        }
      gw_engine_problem_unref (problem);
      gw_engine_builder_free (builder);
    }
}

/* --- Sums ------------------------------------------------------------------------------------ */

/* Each number is in its range, but together they would be more than 64 bits hold. */
static void
test_sums (void)
{
  static const struct
  {
    size_t field;
    int32_t value;
    GwEngineRule rule;
  } spoilt[] = {
    { AT_FIELD (operation.priority), AMOUNT, GW_ENGINE_RULE_UNPLACED },
    { AT_FIELD (shift.open_priority), AMOUNT, GW_ENGINE_RULE_OPEN_SHIFT },
    { AT_FIELD (colleague.lates_before), 100000, GW_ENGINE_RULE_LATES },
    { AT_FIELD (fit.points), AMOUNT, GW_ENGINE_RULE_LIKE },
    { AT_FIELD (wish.points), AMOUNT, GW_ENGINE_RULE_WISH },
  };

  for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++)
    for (int n = 0; n <= 2000; n += 2000)
      {
        Parts parts;
        GwEngineBuilder *builder;
        GwEngineProblem *problem;
        GwEngineFault fault;

        begin_parts (&parts);
        memcpy ((char *) &parts + spoilt[i].field, &spoilt[i].value, sizeof spoilt[i].value);
        parts.settings.weight[spoilt[i].rule] = n > 0 ? 1000000 : 1;
        builder = build (&parts);
        for (int k = 0; k < n; k++)
          {
            gw_engine_builder_add_colleague (builder, &parts.colleague);
            gw_engine_builder_add_shift (builder, &parts.shift);
            gw_engine_builder_add_fit (builder, 0, 0, parts.fit.rule, parts.fit.points);
          }
        problem = gw_engine_builder_seal (builder, &fault);
        GW_CHECK_INT (problem != NULL, ==, n == 0);
        GW_CHECK_INT (fault.status, ==, n > 0 ? GW_ENGINE_BAD_VALUE : GW_ENGINE_OK);
        if (n > 0)
          GW_CHECK_STR (fault.what, "costs");
        gw_engine_problem_unref (problem);
        gw_engine_builder_free (builder);
      }
}

/* The number of visits that a long shift may have is not cut to what 32 bits hold. */
static void
test_density (void)
{
  Parts parts;
  GwEngineBuilder *builder;
  GwEngineFault fault;

  begin_parts (&parts);
  parts.settings.density_visits = 20000;
  parts.settings.density_minutes = 1;
  builder = build (&parts);
  GW_CHECK (gw_engine_builder_seal (builder, &fault) == NULL);
  GW_CHECK_STR (fault.what, "settings");
  gw_engine_builder_free (builder);
}

/* --- Mending --------------------------------------------------------------------------------- */

static void
test_places (void)
{
  GwEngineBuilder *builder = gw_engine_builder_new (14, 0);
  GwEngineFault fault;

  /* 65,536² cells are none when they are counted in 32 bits. */
  gw_engine_builder_set_places (builder, 65536, 1);
  GW_CHECK (gw_engine_builder_seal (builder, &fault) == NULL);
  GW_CHECK_INT (fault.status, ==, GW_ENGINE_BAD_VALUE);
  GW_CHECK_STR (fault.what, "places");
  gw_engine_builder_free (builder);
}

/* What an adder has refused is missing, and is missing still when sealed again. */
static void
test_refused_stays (void)
{
  Parts parts;
  GwEngineBuilder *builder;
  GwEngineFault fault;

  begin_parts (&parts);
  builder = build (&parts);
  gw_engine_builder_set_travel (builder, 0, 0, 1, -5);
  for (int i = 0; i < 2; i++)
    {
      GW_CHECK (gw_engine_builder_seal (builder, &fault) == NULL);
      GW_CHECK_INT (fault.status, ==, GW_ENGINE_BAD_VALUE);
      GW_CHECK_STR (fault.what, "travel");
    }
  gw_engine_builder_free (builder);
}

/* Windows are named by the order of adding, also when sealing is tried again; what sealing found
 * may be mended. */
static void
test_windows_keep_numbers (void)
{
  Parts parts;
  GwEngineBuilder *builder;
  GwEngineProblem *problem;
  GwEngineFault fault;

  begin_parts (&parts);
  builder = build (&parts);
  gw_engine_builder_add_window (builder, 0, AT (8, 0), AT (8, 10), GW_ENGINE_NO_TIME);
  gw_engine_builder_get_settings (builder)->time_grid = 0;
  GW_CHECK (gw_engine_builder_seal (builder, &fault) == NULL);
  gw_engine_builder_get_settings (builder)->time_grid = 5;
  problem = gw_engine_builder_seal (builder, &fault);
  GW_CHECK (problem != NULL);
  gw_engine_problem_unref (problem);
  gw_engine_builder_add_window (builder, 0, AT (8, 5), AT (8, 20), GW_ENGINE_NO_TIME);
  for (int i = 0; i < 2; i++)
    {
      GW_CHECK (gw_engine_builder_seal (builder, &fault) == NULL);
      GW_CHECK_STR (fault.what, "window");
      GW_CHECK_INT (fault.index, ==, 3);
    }
  gw_engine_builder_free (builder);
}

int
main (void)
{
  gw_tap_run ("each number has its range", test_ranges);
  gw_tap_run ("costs stay within 64 bits", test_sums);
  gw_tap_run ("crowded shifts can be counted", test_density);
  gw_tap_run ("more places than memory are refused", test_places);
  gw_tap_run ("what was refused stays refused", test_refused_stays);
  gw_tap_run ("windows keep their numbers", test_windows_keep_numbers);
  return gw_tap_done ();
}
