/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stretch of days as the rota page needs it: live records as a #GwBoardWeek, and, a moment later
 * from a worker, the planner's view of them: prices, troubles, numbers. Follows every commit.
 * Main thread; nothing in it waits.
 */
#pragma once

#include "gw-board-week.h"
#include "gw-rota-pricer.h"

#include "gw-session.h"
#include "gw-week-report.h"

G_BEGIN_DECLS

/** GwRotaWeekState: what the page should show. */
typedef enum
{
  GW_ROTA_WEEK_LOADING,
  GW_ROTA_WEEK_READY,
  GW_ROTA_WEEK_FAILED
} GwRotaWeekState;

/** GwRotaAnswers: what the planner can say about what is shown. */
typedef enum
{
  GW_ROTA_ANSWERS_READY,   /* prices and reasons */
  GW_ROTA_ANSWERS_READING, /* nothing yet */
  GW_ROTA_ANSWERS_PREVIEW, /* a plan is shown that is not in the rota: its reasons are not known */
  GW_ROTA_ANSWERS_NONE     /* the days cannot be planned */
} GwRotaAnswers;

#define GW_TYPE_ROTA_WEEK (gw_rota_week_get_type ())

/**
 * GwRotaWeek: signals "changed": a new board week, or another state; "planned": the planner has
 * read the days, so numbers and prices are new, or cannot read them, and there are none; "noted"
 * (string sentence): something worth a toast, that it cannot read them for instance.
 */
G_DECLARE_FINAL_TYPE (GwRotaWeek, gw_rota_week, GW, ROTA_WEEK, GObject)

/** gw_rota_week_new: watches nothing yet. (transfer full) */
GwRotaWeek *gw_rota_week_new (GwSession *session) G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_week_watch: shows @n_days from @first_day of @team (the none id: everybody). */
void gw_rota_week_watch (GwRotaWeek *self, GwDay first_day, guint n_days, GwId team);

/** gw_rota_week_reload: tries again after a failure. */
void gw_rota_week_reload (GwRotaWeek *self);

/** gw_rota_week_get_state: what to show. */
GwRotaWeekState gw_rota_week_get_state (GwRotaWeek *self);

/** gw_rota_week_get_failure: the sentence when it failed, else NULL. (transfer none) */
const char *gw_rota_week_get_failure (GwRotaWeek *self);

/** gw_rota_week_get_board: the days as the board shows them. (transfer none) (nullable) */
GwBoardWeek *gw_rota_week_get_board (GwRotaWeek *self);

/** gw_rota_week_get_pricer: always there, empty at first. (transfer none) */
GwRotaPricer *gw_rota_week_get_pricer (GwRotaWeek *self);

/** gw_rota_week_get_answers: whether the pricer can be asked about what the board shows. */
GwRotaAnswers gw_rota_week_get_answers (GwRotaWeek *self);

/** gw_rota_week_get_problem: the planner's problem of these days. (transfer none) (nullable) */
GwWeekProblem *gw_rota_week_get_problem (GwRotaWeek *self);

/**
 * gw_rota_week_get_numbers: as the planner counts what is shown, a previewed plan as well; NULL
 * while it reads. (transfer none)
 */
const GwWeekNumbers *gw_rota_week_get_numbers (GwRotaWeek *self);

/** gw_rota_week_get_contact_target: percent, as the team aims for, or else the usual. */
gint gw_rota_week_get_contact_target (GwRotaWeek *self);

/** gw_rota_week_find_person: the record of a person or colleague, or NULL. (transfer none) */
const GwRecord *gw_rota_week_find_person (GwRotaWeek *self, GwId id);

/** gw_rota_week_has_regular: whether weeks can be filled from anything, as the planner last read. */
gboolean gw_rota_week_has_regular (GwRotaWeek *self);

/** gw_rota_week_get_n_people: how many people the team file has. */
guint gw_rota_week_get_n_people (GwRotaWeek *self);

/** gw_rota_week_list_cancelled: cancelled visits of @day, by time. (transfer full) (element-type GwVisit) */
GPtrArray *gw_rota_week_list_cancelled (GwRotaWeek *self, GwDay day);

/** gw_rota_week_get_teams: teams by name: a #GListModel of #GwItem. (transfer none) */
GListModel *gw_rota_week_get_teams (GwRotaWeek *self);

/** gw_rota_week_preview: shows the days as @plan would make them; NULL: as they are. */
void gw_rota_week_preview (GwRotaWeek *self, GwWeekPlan *plan);

G_END_DECLS
