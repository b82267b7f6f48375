/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a plan to a change. A review lists what differs between the records and a plan, one item a
 * visit or shift, grouped by person, each with a before and an after sentence; items can be left
 * out one by one; what is left becomes one change that touches only what differs. Main thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-week-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GW_TYPE_PLAN_REVIEW (gw_plan_review_get_type ())
#define GW_TYPE_PLAN_REVIEW_ITEM (gw_plan_review_item_get_type ())

/** GwPlanReviewItem: one difference. Property "accepted" (boolean, writable; TRUE at first). */
G_DECLARE_FINAL_TYPE (GwPlanReviewItem, gw_plan_review_item, GW, PLAN_REVIEW_ITEM, GObject)

/** GwPlanReview: a #GListModel of #GwPlanReviewItem: shifts first, then people by name, by time. */
G_DECLARE_FINAL_TYPE (GwPlanReview, gw_plan_review, GW, PLAN_REVIEW, GObject)

/** gw_plan_review_new: what @plan changes. (transfer full) */
GwPlanReview *gw_plan_review_new (GwWeekPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/** gw_plan_review_set_all_accepted: accepts or leaves out all items. */
void gw_plan_review_set_all_accepted (GwPlanReview *self, gboolean accepted);

/** gw_plan_review_get_n_accepted: how many items are accepted. */
guint gw_plan_review_get_n_accepted (GwPlanReview *self);

/**
 * gw_plan_review_dup_summary: "52 changes; 3 still to cover".
 * @n_open: what is to cover on those days with this plan, also what the plan was not asked for; 0:
 *   what the plan leaves
 * @n_past: besides, those whose time has passed
 * @n_clashes: entries of the trouble list of those days with this plan, whoever made them
 *
 * Returns: (transfer full): the sentence.
 */
char *gw_plan_review_dup_summary (GwPlanReview *self, guint n_open, guint n_past, guint n_clashes);

/**
 * gw_plan_review_count_clashes: hard rules that the accepted part breaks and the records do not:
 * leaving items out can make clashes, for instance two visits at once.
 */
guint gw_plan_review_count_clashes (GwPlanReview *self);

/** gw_plan_review_build_change: the accepted part as one change called @label. (transfer full) */
GwChange *gw_plan_review_build_change (GwPlanReview *self, const char *label);

/** gw_plan_review_item_get_person: whose visit it is; the none id for a shift. */
GwId gw_plan_review_item_get_person (GwPlanReviewItem *self);

/** gw_plan_review_item_get_record: the visit or shift. (transfer none) */
const GwRecord *gw_plan_review_item_get_record (GwPlanReviewItem *self);

/** gw_plan_review_item_get_heading: the person's name, or what heads shifts. (transfer none) */
const char *gw_plan_review_item_get_heading (GwPlanReviewItem *self);

/** gw_plan_review_item_get_before: "Tuesday 08:00 with Marta", or that it is to cover. (transfer none) */
const char *gw_plan_review_item_get_before (GwPlanReviewItem *self);

/** gw_plan_review_item_get_after: the same for the plan. (transfer none) */
const char *gw_plan_review_item_get_after (GwPlanReviewItem *self);

/** gw_plan_review_item_set_accepted: notifies "accepted". */
void gw_plan_review_item_set_accepted (GwPlanReviewItem *self, gboolean accepted);

G_END_DECLS
