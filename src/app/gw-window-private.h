/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's files share. */
#pragma once

#include "gw-status-line.h"
#include "gw-user-page.h"
#include "gw-waiting-page.h"
#include "gw-welcome-page.h"
#include "gw-window.h"

G_BEGIN_DECLS

/** GwWindowLeave: what is done once the team that is open may be left. */
typedef void (*GwWindowLeave) (GwWindow *self, gpointer data);

struct _GwWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stages;
  GwWaitingPage *waiting_page; /* these three: NULL until they are needed */
  GwWelcomePage *welcome_page;
  GwUserPage *user_page;
  GtkWidget *team_stage;
  AdwFlap *flap;
  GtkLabel *team_label;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkListBox *sidebar;
  GtkStack *places;
  GwStatusLine *status_line;

  GSettings *settings;
  GwSession *session;
  GListModel *teams;
  GPtrArray *counts; /* GwLiveList, behind the counts of the sidebar */
  GtkWidget *detail_page;
  gboolean is_narrow;
  gboolean imports_next;
  gboolean is_opening;
  guint patience_source; /* while the first picture waits for the team */
  gboolean is_closing;
  GwWindowLeave leave; /* waits for the answer whether the team may be left; NULL: nothing does */
  gpointer leave_data;
  GDestroyNotify leave_free;
  GtkWindow *leave_question; /* lent, while it is asked */
};

/** gw_window_class_install_actions: the actions of win.*. */
void gw_window_class_install_actions (GtkWidgetClass *widget_class);

/** gw_window_update_actions: what can be done just now. */
void gw_window_update_actions (GwWindow *self);

/** gw_window_show_team_stage: shows the places. */
void gw_window_show_team_stage (GwWindow *self);

/** gw_window_show_waiting: shows that something is being done; @title says what. */
void gw_window_show_waiting (GwWindow *self, const char *title);

/** gw_window_show_user_page: asks who is using the laptop. */
void gw_window_show_user_page (GwWindow *self);

/** gw_window_show_welcome: shows the first page; @problem (nullable): what did not work just now. */
void gw_window_show_welcome (GwWindow *self, const char *problem);

/** gw_window_show_place: shows the place called @name, making its page on first use. */
void gw_window_show_place (GwWindow *self, const char *name);

/** gw_window_fill_sidebar: makes the rows of the sidebar. */
void gw_window_fill_sidebar (GwWindow *self);

/** gw_window_open_item: shows a loaded record in the place it belongs to. */
void gw_window_open_item (GwWindow *self, GwItem *item);

/** gw_window_start_record: the form of a new record, where the place has one. */
void gw_window_start_record (GwWindow *self);

/** gw_window_focus_place: hands the keyboard to the place that is shown. */
void gw_window_focus_place (GwWindow *self);

/** gw_window_focus_search: leads the reader to the search of the place, or to "go to anything". */
void gw_window_focus_search (GwWindow *self);

/** gw_window_export_list: writes all records of the type called @type_key to a file. */
void gw_window_export_list (GwWindow *self, const char *type_key);

/** gw_window_follow_counts: starts the counts in the sidebar that come from queries. */
void gw_window_follow_counts (GwWindow *self);

/** gw_window_get_record: the record that is open in the place shown, or NULL. (transfer none) */
const GwRecord *gw_window_get_record (GwWindow *self);

/** gw_window_end_patience: shows the window, if it was to be shown with its team. */
void gw_window_end_patience (GwWindow *self);

/**
 * gw_window_get_day: the first day the rota shows, today and a week before it was looked at; how many
 * days into @out_n_days (nullable).
 */
GwDay gw_window_get_day (GwWindow *self, guint *out_n_days);

/** gw_window_show_day: shows @day in the place that shows days. */
void gw_window_show_day (GwWindow *self, GwDay day);

/** gw_window_forget_places: takes the pages of a closed team away. */
void gw_window_forget_places (GwWindow *self);

/**
 * gw_window_leave_team: calls @leave with @data (freed by @free_data then; nullable) when nothing
 * typed would be lost with the team that is open, or whoever typed it was asked and says so. At once
 * where no team is open. What was wanted before and is not answered yet is wanted no more.
 */
void gw_window_leave_team (GwWindow *self, GwWindowLeave leave, gpointer data,
                           GDestroyNotify free_data);

/** gw_window_forget_leaving: whatever waits for the answer is wanted no more. */
void gw_window_forget_leaving (GwWindow *self);

/** gw_window_take_session: shows @session (transfer full); NULL closes the one that is open. */
void gw_window_take_session (GwWindow *self, GwSession *session);

G_END_DECLS
