/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The review of a plan: per person what changes, before and after, each item to accept or leave
 * out, then all that is left as one change. Main thread.
 */
#pragma once

#include "gw-plan-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_ROTA_REVIEW (gw_rota_review_get_type ())

/** GwRotaReview: signals "accepted" and "dismissed". */
G_DECLARE_FINAL_TYPE (GwRotaReview, gw_rota_review, GW, ROTA_REVIEW, AdwBin)

/** gw_rota_review_show: lists @review (referenced); NULL empties it. */
void gw_rota_review_show (GwRotaReview *self, GwPlanReview *review);

/**
 * gw_rota_review_set_left: what the lane of the board holds with that plan: @n_open visits that can
 * still be given to somebody, and @n_past whose time has passed; and the @n_clashes that it shows.
 */
void gw_rota_review_set_left (GwRotaReview *self, guint n_open, guint n_past, guint n_clashes);

/** gw_rota_review_get: what it lists. (transfer none) (nullable) */
GwPlanReview *gw_rota_review_get (GwRotaReview *self);

G_END_DECLS
