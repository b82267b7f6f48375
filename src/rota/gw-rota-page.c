/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page: what it shows, and of which days. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-colleague.h"
#include "gw-session-edit.h"
#include "gw-team.h"
#include "gw-toasts.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7
#define MORNING 405

G_DEFINE_FINAL_TYPE (GwRotaPage, gw_rota_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DETAIL,
  PROP_WAITING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static GwDay
get_shown_day (GwRotaPage *self)
{
  gint day = gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY ? gw_board_get_day (self->board)
                                                                  : 0;
  return gw_day_add (self->first_day, day);
}

static char *
dup_week_range (GwDay first)
{
  GwDay last = gw_day_add (first, N_DAYS - 1);
  gint month, last_month;
  g_autofree char *from = NULL;
  g_autofree char *until = gw_day_format (last, C_ ("end of a week", "%-d %b"));

  gw_day_get_ymd (first, NULL, &month, NULL);
  gw_day_get_ymd (last, NULL, &last_month, NULL);
  from = gw_day_format (first, month == last_month ? "%-d" : C_ ("start of a week", "%-d %b"));
  return g_strdup_printf ("%s–%s", from, until);
}

static void
update_range (GwRotaPage *self)
{
  gboolean in_day = gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY;
  g_autofree char *words = in_day ? gw_day_format (get_shown_day (self), C_ ("a day", "%a %-d %b"))
                                  : dup_week_range (self->first_day);
  GAction *view = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "view");

  gtk_menu_button_set_label (self->range_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->range_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_simple_action_set_state (G_SIMPLE_ACTION (view),
                             g_variant_new_string (in_day ? "day" : "week"));
}

static void
update_line (GwRotaPage *self)
{
  g_autoptr (GArray) chosen = gw_board_dup_selection (self->board);

  if (chosen->len > 1)
    {
      gw_rota_page_set_detail (
          self, g_strdup_printf (ngettext ("%u visit chosen", "%u visits chosen", chosen->len),
                                 chosen->len));
      return;
    }
  gw_rota_page_set_detail (self, gw_board_dup_focus_sentence (self->board));
}

static void
set_waiting (GwRotaPage *self, guint waiting)
{
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
show_state (GwRotaPage *self)
{
  GwBoardWeek *board = gw_rota_week_get_board (self->week);
  gboolean ready = FALSE;

  switch (gw_rota_week_get_state (self->week))
    {
    case GW_ROTA_WEEK_LOADING:
      /* The week before stays on the screen until the next one is there. */
      ready = board != NULL;
      if (!ready)
        gw_empty_state_show_loading (self->empty);
      break;
    case GW_ROTA_WEEK_FAILED:
      gw_empty_state_show_failure (self->empty, gw_rota_week_get_failure (self->week));
      break;
    case GW_ROTA_WEEK_READY:
    default:
      /* Visits without a colleague are to cover, and seen. */
      ready = board != NULL &&
              (gw_board_week_get_n_rows (board) > 0 || gw_board_week_get_n_entries (board) > 0);
      if (!ready)
        gw_empty_state_show_words (
            self->empty, "system-users-symbolic", _ ("Nobody is in the team yet"),
            _ ("A rota begins with colleagues. Then come the people they support, and what both do "
               "together. All of it can also be imported from lists."),
            _ ("Add a colleague"));
      break;
    }
  gtk_stack_set_visible_child_name (self->stack, ready ? "board" : "empty");
}

static void
on_week_changed (GwRotaPage *self)
{
  GwBoardWeek *board = gw_rota_week_get_board (self->week);

  show_state (self);
  if (board != NULL && gw_rota_week_get_state (self->week) == GW_ROTA_WEEK_READY)
    {
      gw_board_set_week (self->board, board);
      gw_rota_numbers_show (self->numbers, self->week);
      if (!gw_session_is_read_only (self->session))
        gw_rota_next_step_show (self->next_step, self->week);
      if (self->inspector != NULL)
        gw_rota_inspector_refresh (self->inspector);
      set_waiting (self, gw_board_week_get_numbers (board)->to_cover);
    }
  update_range (self);
  update_line (self);
  gw_rota_page_update_actions (self);
}

static void
on_noted (GwRotaPage *self, const char *sentence)
{
  gw_rota_page_say (self, sentence, FALSE);
}

static void
on_planned (GwRotaPage *self)
{
  gw_rota_numbers_show (self->numbers, self->week);
  if (self->inspector != NULL)
    gw_rota_inspector_refresh (self->inspector);
  gw_rota_page_update_actions (self);
  gw_rota_page_repair_when_read (self);
}

static void
on_prices_changed (GwRotaPage *self)
{
  gw_board_prices_changed (self->board);
  gw_rota_page_settle (self);
}

static void
on_prices_known (GwRotaPage *self)
{
  gw_board_prices_known (self->board);
  gw_rota_page_settle (self);
}

static void
on_focus_changed (GwRotaPage *self)
{
  gint entry = gw_board_get_focus_entry (self->board);

  update_line (self);
  if (adw_flap_get_reveal_flap (self->flap) && entry >= 0 && !gw_rota_page_is_previewing (self))
    {
      const GwBoardEntry *of = gw_board_week_get_entry (gw_board_get_week (self->board),
                                                        (guint) entry);
      if (!gw_id_equal (gw_rota_inspector_get_visit (self->inspector), of->visit_id))
        gw_rota_inspector_show (self->inspector, self->session, self->week, of->visit_id,
                                of->colleague);
    }
}

static void
on_day_activated (GwBoard *board, gint day, GwRotaPage *self)
{
  gw_rota_page_show_view (self, GW_BOARD_VIEW_DAY, day);
}

/* As a day's heading leads to the day, a name there leads to the week of that colleague. */
static void
on_row_activated (GwBoard *board, gint row, GwRotaPage *self)
{
  gw_rota_page_show_view (self, GW_BOARD_VIEW_WEEK, gw_board_get_day (board));
  gw_board_open_row (board, row);
}

static void
on_paged (GwBoard *board, gint direction, GwRotaPage *self)
{
  gw_rota_page_step (self, direction);
}

static void
on_today_asked (GwRotaPage *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "today", NULL);
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

/* A calendar has sixty labels, and most starts never show one. */
static void
make_calendar (GtkMenuButton *button, gpointer data)
{
  GwRotaPage *self = data;
  GtkWidget *popover;

  if (self->calendar != NULL)
    return;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_set_show_week_numbers (self->calendar, TRUE);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (button, popover);
}

static void
watch (GwRotaPage *self)
{
  gw_rota_week_watch (self->week, self->first_day, N_DAYS, self->team);
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

static void
show_teams (GwRotaPage *self)
{
  g_signal_connect_object (gw_rota_week_get_teams (self->week), "items-changed",
                           G_CALLBACK (on_teams_changed), self, G_CONNECT_SWAPPED);
  on_teams_changed (self);
}

static void
on_inspector_toggled (GwRotaPage *self)
{
  gboolean open = gtk_toggle_button_get_active (self->inspector_button);

  if (open)
    gw_rota_page_make_side (self);
  adw_flap_set_reveal_flap (self->flap, open);
  if (open)
    on_focus_changed (self);
}

static void
on_session_changed (GwRotaPage *self)
{
  gw_rota_page_update_actions (self);
}

static void
gw_rota_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GwRotaPage *self = GW_ROTA_PAGE (object);

  switch (id)
    {
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_WAITING:
      g_value_set_uint (value, self->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gw_rota_page_dispose (GObject *object)
{
  GwRotaPage *self = GW_ROTA_PAGE (object);

  if (self->job != NULL)
    gw_job_stop (self->job);
  g_clear_handle_id (&self->menu_source, g_source_remove);
  g_clear_weak_pointer (&self->menu_focus);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->settling, g_array_unref);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->week != NULL)
    {
      g_signal_handlers_disconnect_by_data (gw_rota_week_get_pricer (self->week), self);
      g_signal_handlers_disconnect_by_data (self->week, self);
    }
  g_clear_object (&self->week);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->best, gw_week_plan_unref);
  g_clear_pointer (&self->detail, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_rota_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, GwRotaPage, member)
  BIND (toasts);
  BIND (header);
  BIND (range_button);
  BIND (week_button);
  BIND (day_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (plan_button);
  BIND (inspector_button);
  BIND (next_step);
  BIND (numbers);
  BIND (strip);
  BIND (progress);
  BIND (plan_words);
  BIND (flap);
  BIND (stack);
  BIND (empty);
  BIND (board);
#undef BIND
}

static void
gw_rota_page_class_init (GwRotaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = gw_rota_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = gw_rota_page_dispose;
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/rota/gw-rota-page.ui");
  bind_children (widget_class);
}

static void
gw_rota_page_init (GwRotaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->subject.day = -1;
  gw_rota_page_add_actions (self);
  g_signal_connect_swapped (self->board, "focus-changed", G_CALLBACK (on_focus_changed), self);
  g_signal_connect_swapped (self->board, "selection-changed", G_CALLBACK (update_line), self);
  g_signal_connect (self->board, "day-activated", G_CALLBACK (on_day_activated), self);
  g_signal_connect (self->board, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (self->board, "paged", G_CALLBACK (on_paged), self);
  g_signal_connect_swapped (self->board, "today-asked", G_CALLBACK (on_today_asked), self);
  gtk_menu_button_set_create_popup_func (self->range_button, make_calendar, self, NULL);
  g_signal_connect_swapped (self->inspector_button, "toggled", G_CALLBACK (on_inspector_toggled),
                            self);
  gw_rota_page_add_menu (self);
  gw_rota_page_connect_edits (self);
}

static void
on_empty_clicked (GwRotaPage *self)
{
  if (gw_rota_week_get_state (self->week) == GW_ROTA_WEEK_FAILED)
    gw_rota_week_reload (self->week);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "rota.add-colleague", NULL);
}

GtkWidget *
gw_rota_page_new (GwSession *session)
{
  GwRotaPage *self = g_object_new (GW_TYPE_ROTA_PAGE, NULL);
  GwDay today = gw_clock_get_today (gw_session_get_clock (session));

  self->session = g_object_ref (session);
  self->week = gw_rota_week_new (session);
  self->first_day = gw_day_get_week_start (today);
  g_signal_connect_swapped (self->week, "changed", G_CALLBACK (on_week_changed), self);
  g_signal_connect_swapped (self->week, "planned", G_CALLBACK (on_planned), self);
  g_signal_connect_swapped (self->week, "noted", G_CALLBACK (on_noted), self);
  g_signal_connect_swapped (gw_rota_week_get_pricer (self->week), "changed",
                            G_CALLBACK (on_prices_changed), self);
  g_signal_connect_swapped (gw_rota_week_get_pricer (self->week), "thought",
                            G_CALLBACK (on_prices_known), self);
  g_signal_connect_swapped (session, "notify::can-undo", G_CALLBACK (on_session_changed), self);
  g_signal_connect_swapped (session, "notify::can-redo", G_CALLBACK (on_session_changed), self);
  g_signal_connect_swapped (session, "notify::undo-label", G_CALLBACK (on_session_changed), self);
  g_signal_connect_swapped (self->empty, "action-clicked", G_CALLBACK (on_empty_clicked), self);
  gw_board_set_source (self->board, GW_RECORD_SOURCE (session));
  gw_board_set_pricer (self->board, GW_BOARD_PRICER (gw_rota_week_get_pricer (self->week)));
  show_state (self);
  show_teams (self);
  watch (self);
  update_range (self);
  gw_rota_page_update_actions (self);
  return GTK_WIDGET (self);
}

void
gw_rota_page_show_view (GwRotaPage *self, GwBoardView view, gint day)
{
  GwClock *clock = gw_session_get_clock (self->session);
  gboolean today = gw_day_compare (gw_day_add (self->first_day, day), gw_clock_get_today (clock)) ==
                   0;
  gboolean was_day = gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY;

  gw_board_set_view (self->board, view, day);
  if (view == GW_BOARD_VIEW_DAY && !was_day)
    gw_board_scroll_to (self->board,
                        today ? MAX (gw_clock_get_minute (clock).value - 120, MORNING) : MORNING);
  update_range (self);
  update_line (self);
  gw_rota_numbers_show (self->numbers, self->week);
}

void
gw_rota_page_step (GwRotaPage *self, gint direction)
{
  gint step = gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY ? 1 : N_DAYS;

  gw_rota_page_go_to (self, gw_day_add (get_shown_day (self), direction * step));
}

void
gw_rota_page_go_to (GwRotaPage *self, GwDay day)
{
  GwDay first = gw_day_get_week_start (day);

  g_return_if_fail (GW_IS_ROTA_PAGE (self));
  if (gw_day_compare (first, self->first_day) != 0)
    {
      gw_rota_page_forget_plan (self);
      self->first_day = first;
      watch (self);
    }
  if (gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY)
    gw_rota_page_show_view (self, GW_BOARD_VIEW_DAY, gw_day_diff (day, first));
  update_range (self);
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
  g_return_val_if_fail (GW_IS_ROTA_PAGE (self), N_DAYS);
  return gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY ? 1 : N_DAYS;
}

const GwRecord *
gw_rota_page_get_record (GwRotaPage *self)
{
  g_return_val_if_fail (GW_IS_ROTA_PAGE (self), NULL);
  return gw_rota_week_find_person (self->week, self->to_print);
}

void
gw_rota_page_set_detail (GwRotaPage *self, char *detail)
{
  g_autofree char *owned = detail;

  if (g_strcmp0 (self->detail, owned) == 0)
    return;
  g_free (self->detail);
  self->detail = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

/* All that is said takes one place, the window's, or what it says lies over what the page says. */
void
gw_rota_page_say (GwRotaPage *self, const char *sentence, gboolean undo)
{
  GtkWidget *outer = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, undo ? 4 : 6);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, outer != NULL ? "win.undo" : "rota.undo");
    }
  gw_toasts_show (outer != NULL ? ADW_TOAST_OVERLAY (outer) : self->toasts, toast);
}

/* The side is opened first: opening it shows what has the focus, which may be something else. */
void
gw_rota_page_inspect_part (GwRotaPage *self, GwRotaPart part, GwRotaSection section)
{
  gint index = gw_board_week_find_entry (gw_board_get_week (self->board), part.visit,
                                         part.colleague);

  gw_board_focus_entry (self->board, index);
  gw_rota_page_make_side (self);
  gtk_toggle_button_set_active (self->inspector_button, TRUE);
  gw_rota_inspector_show (self->inspector, self->session, self->week, part.visit, part.colleague);
  gtk_stack_set_visible_child_name (self->side, self->reviewing ? "review" : "inspector");
  gw_rota_inspector_lead_to (self->inspector, section);
}
