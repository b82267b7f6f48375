/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers and the trouble list of a plan: what is to cover, what clashes (two offline laptops
 * may legally merge into a rota that breaks a rule), how many wishes are kept, travel, and the
 * share of paid time that is spent with people. Pure; any thread; linear in the week.
 */
#pragma once

#include "gw-contact-share.h"
#include "gw-week-problem.h"

G_BEGIN_DECLS

/**
 * GwWeekNumbers: of the planned days.
 * @n_visits: colleague-visits asked for (a two-person visit counts twice)
 * @n_to_cover: visits with too few colleagues
 * @n_open_shifts: shifts that nobody holds
 * @n_clashes: entries of the trouble list
 * @n_wishes: wishes of people (who, when) that the records hold
 * @n_wishes_kept: those the plan keeps
 * @travel: minutes of travel
 * @new_faces: pairs of person and colleague who had not met before in the 28 days that end with the
 *   horizon
 * @share: the contact-time waterfall
 */
typedef struct
{
  guint n_visits;
  guint n_to_cover;
  guint n_open_shifts;
  guint n_clashes;
  guint n_wishes;
  guint n_wishes_kept;
  gint travel;
  guint new_faces;
  GwContactShare share;
} GwWeekNumbers;

/** gw_week_numbers_compute: fills @numbers for @plan; @zone nullable: local. */
void gw_week_numbers_compute (const GwWeekPlan *plan, GTimeZone *zone, GwWeekNumbers *numbers);

/** gw_week_plan_count_to_cover: n_to_cover alone. */
guint gw_week_plan_count_to_cover (const GwWeekPlan *plan);

/** gw_week_numbers_get_wishes_permille: wishes kept ÷ wishes; 1000 when there are none. */
gint gw_week_numbers_get_wishes_permille (const GwWeekNumbers *numbers);

/**
 * GwTrouble: one clash.
 * @heading: where and when: "Tuesday 24 November, Rose 08:00"; translated
 * @sentence: what is the matter; translated, whole
 * @rule: stable name of the rule, not for the screen
 * @visit: the visit it is about, or the none id
 * @shift: the shift, or the none id
 * @colleague: the colleague, or the none id
 * @day: the day it happens on
 */
typedef struct
{
  char *heading;
  char *sentence;
  const char *rule;
  GwId visit;
  GwId shift;
  GwId colleague;
  GwDay day;
} GwTrouble;

/** gw_trouble_free: frees it. */
void gw_trouble_free (GwTrouble *self);

/** gw_week_plan_list_trouble: the clashes of @plan by day. (transfer full) (element-type GwTrouble) */
GPtrArray *gw_week_plan_list_trouble (const GwWeekPlan *plan);

/**
 * gw_week_problem_refuse_shift: why who holds @shift in the records could not be given it now: away
 * then, or at work in another shift; NULL when nothing speaks against it. Clashes do not tell, since a
 * colleague who falls ill keeps her shift. (transfer full)
 */
char *gw_week_problem_refuse_shift (const GwWeekProblem *self, GwId shift);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwTrouble, gw_trouble_free)

G_END_DECLS
