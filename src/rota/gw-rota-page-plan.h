/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning and repairs: run, watch, stop, review, accept. Same layer only. */
#pragma once

#include "gw-rota-page.h"

#include "gw-absence.h"
#include "gw-job.h"
#include "gw-week-problem.h"

G_BEGIN_DECLS

/** GwRotaPlanKind: what a plan that is reviewed is: one plan, or one of three repairs. */
typedef enum
{
  GW_ROTA_PLAN_ALONE,
  GW_ROTA_PLAN_REPAIR
} GwRotaPlanKind;

/**
 * GwRotaPlanning: what is planned or reviewed.
 * @job: the search that runs; NULL: none
 * @wanted: what is planned as soon as the days have been read: a scope, or "repair"; NULL: nothing
 * @reviewing: whether a plan is shown to be accepted
 * @is_accepting: what was accepted is being written
 * @repair_after: the time away after which repairs are wanted, once it has been read
 * @repaired: the time away that the repairs on the screen are for; the none id: for all
 * @left_visits: (#GwId) what that time away left behind
 */
typedef struct
{
  GwJob *job;
  char *wanted;
  gboolean reviewing;
  gboolean is_accepting;
  GwId repair_after;
  GwId repaired;
  GHashTable *left_visits;
} GwRotaPlanning;

/** gw_rota_page_is_previewing: whether a plan is being made or reviewed. */
gboolean gw_rota_page_is_previewing (GwRotaPage *self);

/** gw_rota_page_plan: plans @scope: "to-cover", "day" or "week"; when the days are read, if they are
 * being read just now. */
void gw_rota_page_plan (GwRotaPage *self, const char *scope);

/** gw_rota_page_is_read: whether the planner has read the days as they are, and the board shows them. */
gboolean gw_rota_page_is_read (GwRotaPage *self);

/**
 * gw_rota_page_wait_to_plan: if the days are being read, or read again after an edit, notes that @what
 * is wanted then (a scope, or "repair") and says TRUE.
 */
gboolean gw_rota_page_wait_to_plan (GwRotaPage *self, const char *what);

/** gw_rota_page_plan_when_read: the days have been read: begins what waited for that. */
void gw_rota_page_plan_when_read (GwRotaPage *self);

/** gw_rota_page_review_plan: shows what @plan changes, on the board and at its side. */
void gw_rota_page_review_plan (GwRotaPage *self, GwWeekPlan *plan, GwRotaPlanKind kind);

/** gw_rota_page_show_strip: the strip with the progress of planning; hidden it is not spoken either. */
void gw_rota_page_show_strip (GwRotaPage *self, gboolean show);

/** gw_rota_page_connect_strip: hides the strip once it has slid away. */
void gw_rota_page_connect_strip (GwRotaPage *self);

/** gw_rota_page_refresh_review: the board has changed, and with it what is still to cover. */
void gw_rota_page_refresh_review (GwRotaPage *self);

/** gw_rota_page_say_nothing_better: says that @plan changes nothing, and why. */
void gw_rota_page_say_nothing_better (GwRotaPage *self, GwWeekPlan *plan);

/** gw_rota_page_repair: looks for three ways to cover what is not covered, or waits as planning does. */
void gw_rota_page_repair (GwRotaPage *self);

/**
 * gw_rota_page_repair_after: the same for what @absence, just noted, leaves behind, as soon as it has
 * been read; @visits (#GwId) came open through it.
 */
void gw_rota_page_repair_after (GwRotaPage *self, const GwAbsence *absence, GHashTable *visits);

/**
 * gw_rota_page_repair_when_read: the days have been read: begins if that was waited for, and ends if
 * the time away that is repaired was taken back.
 */
void gw_rota_page_repair_when_read (GwRotaPage *self);

/** gw_rota_page_connect_repairs: signals of the table of repairs. */
void gw_rota_page_connect_repairs (GwRotaPage *self);

/** gw_rota_page_stop_plan: stops and keeps the best. */
void gw_rota_page_stop_plan (GwRotaPage *self);

/** gw_rota_page_fill_week: adds the regular visits and shifts that the week lacks. */
void gw_rota_page_fill_week (GwRotaPage *self);

/** gw_rota_page_connect_plan: signals of the review. */
void gw_rota_page_connect_plan (GwRotaPage *self);

/** gw_rota_page_forget_plan: as when another week is shown. */
void gw_rota_page_forget_plan (GwRotaPage *self);

G_END_DECLS
