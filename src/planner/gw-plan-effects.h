/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a plan means for people, against the records: how many are affected, how many faces are new,
 * by how much times move, what it costs in travel and overtime. For choosing between plans, as when
 * somebody is away. Pure; any thread.
 */
#pragma once

#include "gw-week-problem.h"

G_BEGIN_DECLS

/**
 * GwPlanEffects: of the whole plan.
 * @n_people: people one of whose covered visits changes: another colleague or another time
 * @n_visits: those visits
 * @n_covered: visits that the records leave to cover, or to somebody away, and the plan covers in full
 * @n_to_cover: visits that stay to cover
 * @new_faces: pairs of person and colleague who had not met
 * @moved: minutes by which covered visits move, earlier or later, together
 * @travel: minutes of travel more; less when negative
 * @overtime: minutes of overtime more; less when negative
 * @broken: weight of the hard rules that it breaks
 * @uncovered: weight of what stays to cover: what is time-critical weighs most
 */
typedef struct
{
  guint n_people;
  guint n_visits;
  guint n_covered;
  guint n_to_cover;
  guint new_faces;
  gint moved;
  gint travel;
  gint overtime;
  gint64 broken;
  gint64 uncovered;
} GwPlanEffects;

/** gw_plan_effects_compute: fills @effects for @plan. */
void gw_plan_effects_compute (const GwWeekPlan *plan, GwPlanEffects *effects);

/**
 * gw_plan_effects_compare_cover: which of two plans of one problem is better before anything that is
 * favoured counts: below 0 when @a breaks less, or else leaves less to cover; 0 when they are even.
 */
gint gw_plan_effects_compare_cover (const GwPlanEffects *a, const GwPlanEffects *b);

/**
 * gw_plan_effects_list: them in short sentences, those that are nothing left out: "2 people see a
 * change", "1 new face". (transfer full) (element-type utf8)
 */
GPtrArray *gw_plan_effects_list (const GwPlanEffects *effects);

/** gw_plan_favour_to_text: what a repair is called: "Least disruption". (transfer none) */
const char *gw_plan_favour_to_text (GwPlanFavour favour);

G_END_DECLS
