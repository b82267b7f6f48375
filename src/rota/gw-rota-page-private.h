/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the page. Each subject has a header of its own, with its part of the state; here is
 * what holds them together, and the widgets of the template. Same layer only.
 */
#pragma once

#include "gw-rota-inspector.h"
#include "gw-rota-next-step.h"
#include "gw-rota-numbers.h"
#include "gw-rota-page-days.h"
#include "gw-rota-page-edit.h"
#include "gw-rota-page-forms.h"
#include "gw-rota-page-menu.h"
#include "gw-rota-page-plan.h"
#include "gw-rota-page-side.h"
#include "gw-rota-page.h"
#include "gw-rota-queries.h"
#include "gw-rota-repairs.h"
#include "gw-rota-review.h"
#include "gw-rota-week.h"

#include "gw-absence.h"
#include "gw-board-select.h"
#include "gw-empty-state.h"
#include "gw-planner.h"

G_BEGIN_DECLS

struct _GwRotaPage
{
  AdwBin parent_instance;

  GwSession *session;
  GwRotaWeek *week;
  GwDay first_day;
  gint day; /* of that week, from 0: what the day view shows */
  GwId team;
  GSimpleActionGroup *actions;

  GwRotaPlanning planning;
  GwRotaSettling settling;
  GwRotaMenu menu;

  char *detail;
  guint waiting;
  gboolean has_taken_focus;

  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  AdwBin *start_edge;
  AdwBin *end_edge;
  GtkMenuButton *range_button;
  GtkCalendar *calendar;
  GtkDropDown *team_choice; /* made for a second team */
  GtkToggleButton *week_button;
  GtkToggleButton *day_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *plan_button;
  GtkToggleButton *inspector_button;
  GwRotaNumbers *numbers;
  GwRotaNextStep *next_step;
  GtkRevealer *strip;
  GtkProgressBar *progress;
  GtkLabel *plan_words;
  AdwFlap *flap;
  GtkStack *stack;
  GwEmptyState *empty;
  GwBoard *board;

  /* Beside the board, made when first wanted. */
  GtkStack *side;
  GwRotaInspector *inspector;
  GwRotaRepairs *repairs;
  GwRotaReview *review;
};

/** gw_rota_page_add_actions: the group "rota" and its shortcuts. */
void gw_rota_page_add_actions (GwRotaPage *self);

/** gw_rota_page_update_actions: what can be done now. */
void gw_rota_page_update_actions (GwRotaPage *self);

/** gw_rota_page_update_line: the status line says what has the focus, or how many are chosen. */
void gw_rota_page_update_line (GwRotaPage *self);

/** gw_rota_page_set_detail: what the status line says; taken. */
void gw_rota_page_set_detail (GwRotaPage *self, char *detail);

/** gw_rota_page_say: a toast; with @undo it offers to take it back. */
void gw_rota_page_say (GwRotaPage *self, const char *sentence, gboolean undo);

G_END_DECLS
