/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days the page shows, of which team, as a week or as a day. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-colleague.h"
#include "gw-team.h"

#include <glib/gi18n-lib.h>

#define MORNING 405

GwDay
gw_rota_page_get_board_day (GwRotaPage *self, gint day)
{
  GwBoardWeek *week = gw_board_get_week (self->board);

  return gw_day_add (week != NULL ? gw_board_week_get_first_day (week) : self->first_day, day);
}

/* The day changes together with the week: until then the board has one of the week before. */
gboolean
gw_rota_page_has_arrived (GwRotaPage *self)
{
  return gw_board_get_week (self->board) != NULL &&
         gw_day_compare (gw_rota_page_get_board_day (self, 0), self->first_day) == 0;
}

static GwDay
get_shown_day (GwRotaPage *self)
{
  if (gw_board_get_view (self->board) != GW_BOARD_VIEW_DAY)
    return self->first_day;
  return gw_day_add (self->first_day,
                     gw_rota_page_has_arrived (self) ? gw_board_get_day (self->board) : self->day);
}

/* The year is said where it is another one than today's. */
static gboolean
is_of_other_year (GwRotaPage *self, GwDay day)
{
  gint year, this_year;

  gw_day_get_ymd (day, &year, NULL, NULL);
  gw_day_get_ymd (gw_clock_get_today (gw_session_get_clock (self->session)), &this_year, NULL,
                  NULL);
  return year != this_year;
}

static char *
dup_day (GwRotaPage *self)
{
  GwDay day = get_shown_day (self);

  return gw_day_format (day, is_of_other_year (self, day) ? C_ ("a day", "%a %-d %b %Y")
                                                          : C_ ("a day", "%a %-d %b"));
}

static char *
dup_week_range (GwRotaPage *self)
{
  GwDay first = self->first_day, last = gw_day_add (first, GW_ROTA_DAYS - 1);
  gint month, last_month;
  g_autofree char *from = NULL;
  g_autofree char *until = gw_day_format (last, is_of_other_year (self, last)
                                                    ? C_ ("end of a week", "%-d %b %Y")
                                                    : C_ ("end of a week", "%-d %b"));

  gw_day_get_ymd (first, NULL, &month, NULL);
  gw_day_get_ymd (last, NULL, &last_month, NULL);
  from = gw_day_format (first, month == last_month ? "%-d" : C_ ("start of a week", "%-d %b"));
  return g_strdup_printf ("%s–%s", from, until);
}

void
gw_rota_page_update_range (GwRotaPage *self)
{
  gboolean in_day = gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY;
  g_autofree char *words = in_day ? dup_day (self) : dup_week_range (self);
  GAction *view = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "view");

  gtk_menu_button_set_label (self->range_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->range_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_simple_action_set_state (G_SIMPLE_ACTION (view),
                             g_variant_new_string (in_day ? "day" : "week"));
}

static void
on_day_selected (GwRotaPage *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  GwDay day;

  if (!gw_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                        g_date_time_get_day_of_month (date), &day))
    return;
  gtk_popover_popdown (gtk_menu_button_get_popover (self->range_button));
  gw_rota_page_go_to (self, day);
}

/* The calendar opens at the day that the board shows, wherever it was leafed to last time. */
static void
show_day_in_calendar (GwRotaPage *self)
{
  gint year, month, day;
  g_autoptr (GDateTime) date = NULL;

  gw_day_get_ymd (get_shown_day (self), &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, on_day_selected, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected, self);
}

/* A calendar has sixty labels, and most starts never show one. */
static void
make_calendar (GtkMenuButton *button, gpointer data)
{
  GwRotaPage *self = data;
  GtkWidget *popover;

  if (self->calendar != NULL)
    {
      show_day_in_calendar (self);
      return;
    }
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_set_show_week_numbers (self->calendar, TRUE);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (button, popover);
  show_day_in_calendar (self);
}

static gboolean
on_page_key (GtkWidget *page, GVariant *direction, gpointer data)
{
  if (!gtk_widget_get_mapped (page))
    return FALSE;
  gw_rota_page_step (GW_ROTA_PAGE (page), g_variant_get_int32 (direction));
  return TRUE;
}

/* The board turns its weeks itself; but the keyboard may be in the header or the status line, and
   what scrolls at the side keeps these keys for itself. */
static void
turn_weeks_everywhere (GwRotaPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  const struct
  {
    guint key;
    gint direction;
  } keys[] = { { GDK_KEY_Page_Up, -1 }, { GDK_KEY_Page_Down, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                                                gtk_callback_action_new (on_page_key, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].direction));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
watch (GwRotaPage *self)
{
  gw_rota_week_watch (self->week, self->first_day, GW_ROTA_DAYS, self->team);
}

static void
on_team_chosen (GwRotaPage *self)
{
  GwItem *item = gtk_drop_down_get_selected_item (self->team_choice);
  GwId team = item != NULL ? gw_item_get_id (item) : GW_ID_NONE;

  if (gw_id_equal (team, self->team))
    return;
  self->team = team;
  gw_rota_page_forget_plan (self);
  watch (self);
}

static char *
dup_team_name (GwItem *item)
{
  const GwRecord *team = gw_item_get_record (item);
  return g_strdup (team != NULL ? gw_team_get_name (team) : "…");
}

/* A list to choose from is a costly thing, and most have one team. */
static void
make_team_choice (GwRotaPage *self)
{
  GtkExpression *name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                     G_CALLBACK (dup_team_name), NULL, NULL);
  GtkWidget *choice;

  if (self->team_choice != NULL)
    return;
  choice = gtk_drop_down_new (g_object_ref (gw_rota_week_get_teams (self->week)), name);
  gtk_widget_set_tooltip_text (choice, _ ("Team"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Team"), -1);
  self->team_choice = GTK_DROP_DOWN (choice);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_team_chosen), self);
  adw_header_bar_pack_start (self->header, choice);
}

/* One team needs no choice; of several the user's own comes first. */
static void
on_teams_changed (GwRotaPage *self)
{
  GListModel *teams = gw_rota_week_get_teams (self->week);
  guint n = g_list_model_get_n_items (teams);
  GwItem *user = gw_session_get_user (self->session);
  const GwRecord *colleague = user != NULL ? gw_item_get_record (user) : NULL;

  if (n > 1)
    make_team_choice (self);
  if (self->team_choice != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->team_choice), n > 1);
  if (n < 2)
    return;
  for (guint i = 0; colleague != NULL && gw_id_is_none (self->team) && i < n; i++)
    {
      g_autoptr (GwItem) team = g_list_model_get_item (teams, i);
      if (gw_id_equal (gw_item_get_id (team), gw_colleague_get_team (colleague)))
        gtk_drop_down_set_selected (self->team_choice, i);
    }
  on_team_chosen (self);
}

void
gw_rota_page_begin_days (GwRotaPage *self)
{
  gtk_menu_button_set_create_popup_func (self->range_button, make_calendar, self, NULL);
  turn_weeks_everywhere (self);
  g_signal_connect_object (gw_rota_week_get_teams (self->week), "items-changed",
                           G_CALLBACK (on_teams_changed), self, G_CONNECT_SWAPPED);
  on_teams_changed (self);
  watch (self);
  gw_rota_page_update_range (self);
}

/* What a menu was about is of the week before, unless the menu is still open. */
static void
forget_subject (GwRotaPage *self)
{
  if (self->menu.popover == NULL || !gtk_widget_get_visible (self->menu.popover))
    self->menu.subject = (GwRotaSubject){ .day = -1 };
}

static void
leave_for (GwRotaPage *self, GwDay day)
{
  GwDay first = gw_day_get_week_start (day);

  self->day = gw_day_diff (day, first);
  if (gw_day_compare (first, self->first_day) == 0)
    return;
  gw_rota_page_forget_plan (self);
  forget_subject (self);
  self->first_day = first;
  watch (self);
}

void
gw_rota_page_arrive (GwRotaPage *self)
{
  if (gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY && !gw_rota_page_has_arrived (self))
    gw_board_set_view (self->board, GW_BOARD_VIEW_DAY, self->day);
}

void
gw_rota_page_show_view (GwRotaPage *self, GwBoardView view, GwDay day)
{
  GwClock *clock = gw_session_get_clock (self->session);
  gboolean is_today = gw_day_compare (day, gw_clock_get_today (clock)) == 0;
  gboolean was_day = gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY;

  leave_for (self, day);
  gw_board_set_view (self->board, view,
                     gw_rota_page_has_arrived (self) ? self->day : gw_board_get_day (self->board));
  if (view == GW_BOARD_VIEW_DAY && !was_day)
    gw_board_scroll_to (
        self->board, is_today ? MAX (gw_clock_get_minute (clock).value - 120, MORNING) : MORNING);
  gw_rota_page_update_range (self);
  gw_rota_page_update_line (self);
  gw_rota_numbers_show (self->numbers, self->week);
}

void
gw_rota_page_step (GwRotaPage *self, gint direction)
{
  gint step = gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY ? 1 : GW_ROTA_DAYS;

  gw_rota_page_go_to (self, gw_day_add (get_shown_day (self), direction * step));
}

void
gw_rota_page_go_to (GwRotaPage *self, GwDay day)
{
  g_return_if_fail (GW_IS_ROTA_PAGE (self));
  if (gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY)
    gw_rota_page_show_view (self, GW_BOARD_VIEW_DAY, day);
  else
    leave_for (self, day);
  gw_rota_page_update_range (self);
}

GwDay
gw_rota_page_get_day (GwRotaPage *self)
{
  g_return_val_if_fail (GW_IS_ROTA_PAGE (self), GW_DAY (0));
  return get_shown_day (self);
}

guint
gw_rota_page_get_n_days (GwRotaPage *self)
{
  g_return_val_if_fail (GW_IS_ROTA_PAGE (self), GW_ROTA_DAYS);
  return gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY ? 1 : GW_ROTA_DAYS;
}
