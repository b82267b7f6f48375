/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the page, split by concern: showing, actions, editing visits, planning. Same layer
 * only.
 */
#pragma once

#include "gw-rota-inspector.h"
#include "gw-rota-numbers.h"
#include "gw-rota-page.h"
#include "gw-rota-review.h"
#include "gw-rota-week.h"

#include "gw-empty-state.h"
#include "gw-planner.h"

G_BEGIN_DECLS

struct _GwRotaPage
{
  AdwBin parent_instance;

  GwSession *session;
  GwRotaWeek *week;
  GwDay first_day;
  GwId team;
  GSimpleActionGroup *actions;

  /* Planning. */
  GwJob *job;
  GwWeekPlan *best;
  gboolean reviewing;

  char *detail;
  guint waiting;

  AdwToastOverlay *toasts;
  GtkMenuButton *range_button;
  GtkPopover *range_popover;
  GtkCalendar *calendar;
  GtkDropDown *team_choice;
  GtkToggleButton *week_button;
  GtkToggleButton *day_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *plan_button;
  GtkToggleButton *inspector_button;
  GwRotaNumbers *numbers;
  GtkRevealer *strip;
  GtkProgressBar *progress;
  GtkLabel *plan_words;
  AdwFlap *flap;
  GtkStack *side;
  GwRotaInspector *inspector;
  GwRotaReview *review;
  GtkStack *stack;
  GwEmptyState *empty;
  GwBoard *board;
};

/** gw_rota_page_add_actions: the group "rota" and its shortcuts. */
void gw_rota_page_add_actions (GwRotaPage *self);

/** gw_rota_page_update_actions: what can be done now. */
void gw_rota_page_update_actions (GwRotaPage *self);

/** gw_rota_page_show_view: week or day; @day of the week, from 0. */
void gw_rota_page_show_view (GwRotaPage *self, GwBoardView view, gint day);

/** gw_rota_page_step: the week or day before (−1) or after (+1). */
void gw_rota_page_step (GwRotaPage *self, gint direction);

/** gw_rota_page_set_detail: what the status line says; taken. */
void gw_rota_page_set_detail (GwRotaPage *self, char *detail);

/** gw_rota_page_say: a toast; with @undo it offers to take it back. */
void gw_rota_page_say (GwRotaPage *self, const char *sentence, gboolean undo);

/** gw_rota_page_is_previewing: whether a plan is being made or reviewed. */
gboolean gw_rota_page_is_previewing (GwRotaPage *self);

/** gw_rota_page_inspect: opens the inspector on an entry. */
void gw_rota_page_inspect (GwRotaPage *self, gint entry, GwRotaSection section);

/** gw_rota_page_connect_edits: signals of the board and the inspector that change visits. */
void gw_rota_page_connect_edits (GwRotaPage *self);

/** gw_rota_page_plan: plans @scope: "to-cover", "day" or "week". */
void gw_rota_page_plan (GwRotaPage *self, const char *scope);

/** gw_rota_page_stop_plan: stops and keeps the best. */
void gw_rota_page_stop_plan (GwRotaPage *self);

/** gw_rota_page_fill_week: adds the regular visits and shifts that the week lacks. */
void gw_rota_page_fill_week (GwRotaPage *self);

/** gw_rota_page_connect_plan: signals of the review. */
void gw_rota_page_connect_plan (GwRotaPage *self);

/** gw_rota_page_forget_plan: as when another week is shown. */
void gw_rota_page_forget_plan (GwRotaPage *self);

G_END_DECLS
