/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sample's town while it is being made: plain structs and indexes, before they become records.
 * Only src/sample includes this.
 */
#pragma once

#include "gw-sample-random.h"
#include "gw-sample-words.h"
#include "gw-sample.h"

#include "gw-choices.h"
#include "gw-id.h"

G_BEGIN_DECLS

/** Roster cycle and people a team of the town has at most. */
#define GW_SAMPLE_CYCLE_WEEKS 4
#define GW_SAMPLE_NOBODY (-1)

/** GwSampleSkill: bits, and indexes into the skill records. */
enum
{
  GW_SAMPLE_MEDICATION,
  GW_SAMPLE_MOVING,
  GW_SAMPLE_CATHETER,
  GW_SAMPLE_PEG,
  GW_SAMPLE_DEMENTIA,
  GW_SAMPLE_END_OF_LIFE,
  GW_SAMPLE_N_SKILLS
};

/** Parts of the day. */
enum
{
  GW_SAMPLE_MORNING,
  GW_SAMPLE_LUNCH,
  GW_SAMPLE_TEA,
  GW_SAMPLE_BED,
  GW_SAMPLE_N_SLOTS
};

/** GwSamplePoint: metres east and north of the town's middle. */
typedef struct
{
  gint east;
  gint north;
} GwSamplePoint;

/** GwSampleTeam: a team and its patch. */
typedef struct
{
  GwId id;
  GwId base;
  const char *name;
  GwSamplePoint centre;
  GwSamplePoint clusters[3];
  guint n_colleagues;
  guint n_people;
  guint first_colleague;
  guint first_person;
} GwSampleTeam;

/** GwSampleColleague: a member of a team. @contract in shifts a week; −1 is the coach's half. */
typedef struct
{
  GwId id;
  guint team;
  guint place_in_team;
  const char *first;
  const char *last;
  gint gender;
  guint heritage;
  guint skin;
  gint contract;
  gint mode;
  guint64 cannot_with;
  guint64 shift_wishes;
  guint64 team_roles;
  guint skills;
  gint role;
  GwSamplePoint home;
  const char *photo;
} GwSampleColleague;

/** GwSamplePerson: somebody supported. @slots: bits of parts of the day. */
typedef struct
{
  GwId id;
  guint team;
  const char *first;
  const char *last;
  gint gender;
  guint heritage;
  guint skin;
  char *address;
  GwSamplePoint home;
  guint64 features;
  guint slots;
  guint needed;
  guint skills;
  gboolean paracetamol;
  gboolean far;
  gint link_worker;
  gint preferred[2];
  gint declined;
  gint gender_wish;
  gboolean gender_must;
  const char *photo;
  guint visits_known[64];
} GwSamplePerson;

/** GwSamplePattern: a regular visit. Minutes; @after is an index or −1, @weekdays bits. */
typedef struct
{
  GwId id;
  guint person;
  const char *purpose;
  gint kind;
  guint weekdays;
  gint ideal;
  gint tolerance;
  gint earliest;
  gint latest;
  gint duration;
  gint firmness;
  guint needed;
  guint skills;
  gint after;
  gint gap;
  gboolean short_agreed;
} GwSamplePattern;

/** GwSampleShiftPattern: a regular shift in week @week of the cycle; @colleague may be nobody. */
typedef struct
{
  GwId id;
  gint colleague;
  guint team;
  guint week;
  guint weekdays;
  gint start;
  gint end;
} GwSampleShiftPattern;

#define GW_SAMPLE_MOST_STOPS 20

/**
 * GwSampleStop: a visit, the break or the meeting within a shift; the break is @anywhere, and @visit is
 * the index of a visit that may still be moved, or nobody.
 */
typedef struct
{
  gint start;
  gint end;
  GwSamplePoint at;
  gboolean anywhere;
  gint visit;
} GwSampleStop;

/** GwSampleShift: one shift, and the role time that falls into it (@role 0: none). */
typedef struct
{
  GwId id;
  gint colleague;
  guint team;
  GwDay day;
  gint start;
  gint end;
  GwId pattern;
  gboolean exception;
  gint role;
  gint role_minutes;
  /* While a day is planned: what it holds, in order of time. */
  GwSampleStop stops[GW_SAMPLE_MOST_STOPS];
  guint n_stops;
} GwSampleShift;

/** GwSampleAbsence: days away. */
typedef struct
{
  guint colleague;
  gint kind;
  gint state;
  GwDay first;
  GwDay last;
  const char *note;
} GwSampleAbsence;

/** GwSampleVisit: one visit of a day while it is planned. */
typedef struct
{
  GwId id;
  const GwSamplePattern *pattern;
  GwDay day;
  gint earliest;
  gint latest;
  gint start;
  gint colleagues[2];
  guint n_colleagues;
} GwSampleVisit;

/** GwSampleWorld: everything. */
typedef struct
{
  GwSampleSpec spec;
  GwSampleRandom random;
  GwDay week;
  GwDay first_day;
  GwDay last_visit_day;
  GwDay last_shift_day;
  guint n_teams;
  GwSampleTeam *teams;
  GArray *colleagues;
  GArray *people;
  GArray *patterns;
  GArray *shift_patterns;
  GArray *shifts;
  GArray *absences;
  GwId skills[GW_SAMPLE_N_SKILLS];
  guint64 next_id;
} GwSampleWorld;

#define GW_SAMPLE_COLLEAGUE(world, i) (&g_array_index ((world)->colleagues, GwSampleColleague, i))
#define GW_SAMPLE_PERSON(world, i) (&g_array_index ((world)->people, GwSamplePerson, i))
#define GW_SAMPLE_PATTERN(world, i) (&g_array_index ((world)->patterns, GwSamplePattern, i))
#define GW_SAMPLE_SHIFT(world, i) (&g_array_index ((world)->shifts, GwSampleShift, i))

/** gw_sample_world_make_id: the next id; the same in every run. */
GwId gw_sample_world_make_id (GwSampleWorld *self);

/** gw_sample_world_add_teams: teams, their patches and colleagues. */
void gw_sample_world_add_teams (GwSampleWorld *self);

/** gw_sample_world_add_people: people, what they wish for, their regular visits. */
void gw_sample_world_add_people (GwSampleWorld *self);

/** gw_sample_world_add_shifts: rolling patterns, absences and the shifts that come of both. */
void gw_sample_world_add_shifts (GwSampleWorld *self);

/** gw_sample_pick_words: somebody's street and number. (transfer full) */
char *gw_sample_make_address (GwSampleRandom *random);

/** gw_sample_travel: minutes from @a to @b by @mode, parking included. */
gint gw_sample_travel (GwSamplePoint a, GwSamplePoint b, gint mode);

/** gw_sample_to_geo: @point as latitude and longitude. */
GwGeoPoint gw_sample_to_geo (GwSamplePoint point);

/** gw_sample_is_away: whether @colleague is away on @day. */
gboolean gw_sample_is_away (GwSampleWorld *self, guint colleague, GwDay day);

/**
 * gw_sample_plan_day: gives @visits (#GwSampleVisit array, hardest first) of one team and
 * day to @shifts (pointers to #GwSampleShift): a simple greedy by familiarity and travel. What fits
 * nowhere stays with nobody.
 */
void gw_sample_plan_day (GwSampleWorld *self, GArray *visits, GPtrArray *shifts);

/** gw_sample_get_role_start: when role time of a planned week begins: after the break, or at once. */
gint gw_sample_get_role_start (const GwSampleShift *shift);

/** gw_sample_emit_people: records of skills, places, teams, colleagues and people. */
void gw_sample_emit_people (GwSampleWorld *self, GPtrArray *records);

/** gw_sample_emit_shifts: records of shift patterns, shifts, role time and meetings. */
void gw_sample_emit_shifts (GwSampleWorld *self, GPtrArray *records);

/** gw_sample_emit_visits: records of regular visits and visits, planning day by day. */
void gw_sample_emit_visits (GwSampleWorld *self, GPtrArray *records);

G_END_DECLS
