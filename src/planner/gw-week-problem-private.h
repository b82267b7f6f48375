/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The insides of a week problem, and what its builders share while it grows. Builders run in this
 * order: colleagues, shifts, visits, skills, fits, history, travel; the others are parts of these.
 */
#pragma once

#include "gw-engine-builder.h"
#include "gw-travel-model.h"
#include "gw-week-index.h"

G_BEGIN_DECLS

/* Who comes to somebody is counted over so many days, the last of which are those of the horizon. */
#define GW_WEEK_RECENT_DAYS 28

/* One colleague's part of a visit. */
typedef struct
{
  const GwRecord *visit;
  guint slot;
  GwId homeless;
  gboolean is_planned;
} GwWeekOperation;

/* Visits a colleague paid to a person before the horizon. */
typedef struct
{
  gint32 person;
  gint32 colleague;
} GwWeekPair;

typedef struct
{
  gint n_recent;  /* in the 28 days that end with the horizon */
  gint first_day; /* earliest day known */
} GwWeekVisits;

struct _GwWeekProblem
{
  gatomicrefcount refs;
  GwPlannerInput *input;
  const GwEngineProblem *engine;
  GwEnginePlan *records_plan;
  GwDay origin;
  gint32 n_days;
  gint32 now;
  GArray *operations; /* GwWeekOperation */
  GPtrArray *shifts;  /* lent records, by engine index */
  GPtrArray *colleagues;
  GPtrArray *persons;
  GArray *skills;           /* GwId by bit */
  GPtrArray *added_blocks;  /* by number of adding */
  const GwRecord **blocks;  /* by sealed index; NULL for breaks */
  GHashTable *operation_of; /* lent GwId* of a visit → first operation + 1 */
  GHashTable *shift_of;
  GHashTable *colleague_of;
  GHashTable *person_of;
  GHashTable *visits_before; /* GwWeekPair → GwWeekVisits */
  gint *oldest_visit;        /* by person: day of the oldest visit known, or G_MAXINT */
  guint n_guessed_legs;
};

/* What grows beside the problem and goes when it is sealed. */
typedef struct
{
  GwWeekProblem *week;
  GwEngineBuilder *builder;
  GHashTable *bit_of_skill; /* lent GwId* → bit + 1 */
  GArray *warm_shift;       /* gint32 by operation: shift or none */
  GArray *warm_start;
  GHashTable *place_of;  /* lent GwId* → place + 1 */
  GArray *stops;         /* GwTravelStop by place */
  GArray *absences;      /* GwEngineAbsence, as they were added */
  GHashTable *shifts_of; /* GwId* of a colleague → GPtrArray of lent shifts, history too */
  GPtrArray *nights;     /* lent shifts that end on the first morning, and have visits to take */
  gboolean is_gentle;    /* what is covered stays covered, and changes are dear */
  GError *error;
} GwWeekBuild;

/* The engine's time of a civil time. */
gint32 gw_week_build_time (const GwWeekBuild *build, GwDay day, gint minute);

/* The door of @record, a person or a place; lends from it. */
void gw_planner_travel_make_stop (const GwRecord *record, GwTravelStop *stop);

/* Whether a record of @team is planned here: no team named, or the same. */
gboolean gw_week_build_is_our_team (const GwWeekBuild *build, GwId team);

/* The place index of the door of @record (a person or a place). */
gint32 gw_week_build_add_place (GwWeekBuild *build, const GwRecord *record);

/* Colleagues, their limits, absences, wishes; the nights that they come from. */
void gw_week_build_colleagues (GwWeekBuild *build);

/* Adds a wish of @colleague: @points for a shift of @part on @day; GW_ENGINE_NONE: on any day. Ten
 * points weigh about as much as ten minutes of travel. */
void gw_week_build_add_wish (const GwWeekBuild *build, gint32 colleague, gint32 day,
                             GwEnginePart part, gint32 points);

/* @colleague, whose index is @index, is not there before beginning and after leaving; for
 * gw_week_build_colleagues(). */
void gw_week_build_employment (GwWeekBuild *build, const GwRecord *colleague, gint32 index);

/* Time away, and times at which colleagues cannot come or would rather not; for
 * gw_week_build_colleagues(). */
void gw_week_build_absences (GwWeekBuild *build);

/* Skills in date; needs the bits that gw_week_build_visits() handed out. */
void gw_week_build_skills (GwWeekBuild *build);

/* Shifts, who may hold them, meetings and role time in them, and the nights. */
void gw_week_build_shifts (GwWeekBuild *build);

/* All shifts that @colleague holds in the records, those of the weeks before too, or NULL. */
GPtrArray *gw_week_build_list_shifts (const GwWeekBuild *build, GwId colleague);

/* Adds @shift, which stands for @record. Returns its index. */
gint32 gw_week_build_add_shift (GwWeekBuild *build, const GwEngineShift *shift,
                                const GwRecord *record);

/* Adds @block, which stands for @record. */
void gw_week_build_add_block (GwWeekBuild *build, const GwEngineBlock *block,
                              const GwRecord *record);

/* Adds the meetings that lie in @shift, which stands for @record and is number @index. */
void gw_week_build_meetings (GwWeekBuild *build, const GwRecord *record, gint32 index,
                             const GwEngineShift *shift);

/* Adds role time, each to the shift that it lies in; for gw_week_build_shifts(). */
void gw_week_build_role_times (GwWeekBuild *build);

/* Finds the shifts that end on the first morning; for gw_week_build_colleagues(), which must have
 * listed them. */
void gw_week_build_find_nights (GwWeekBuild *build);

/* Whether @shift is one of them. */
gboolean gw_week_build_has_night (const GwWeekBuild *build, const GwRecord *shift);

/* Adds them: what lies after midnight, for the visits of that morning; for
 * gw_week_build_shifts(). */
void gw_week_build_add_nights (GwWeekBuild *build);

/* People and their visits, windows, links. */
void gw_week_build_visits (GwWeekBuild *build);

/* How colleagues fit visits: declines, musts, limits, wishes. */
void gw_week_build_fits (GwWeekBuild *build);

/* Who knows whom, from the visits before the horizon. */
void gw_week_build_history (GwWeekBuild *build);

/* Travel times between all places. */
void gw_week_build_travel (GwWeekBuild *build);

/* Whether three hours or more of a shift lie in the night, from 23:00 to 6:00. */
gboolean gw_week_build_is_night (gint start, gint end);

/* Early, middle or late. */
GwEnginePart gw_week_build_get_part (gint start, gint end);

G_END_DECLS
