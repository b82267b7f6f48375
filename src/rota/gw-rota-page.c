/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page: what it is made of, and how it follows the week. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-session-edit.h"
#include "gw-toasts.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GwRotaPage, gw_rota_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DETAIL,
  PROP_WAITING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

void
gw_rota_page_update_line (GwRotaPage *self)
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

/* Keys are for the board from the beginning, unless somebody is writing. */
static void
take_focus (GwRotaPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->has_taken_focus || !gtk_widget_get_mapped (GTK_WIDGET (self->board)))
    return;
  self->has_taken_focus = TRUE;
  if (focus == NULL || !GTK_IS_EDITABLE (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
on_week_changed (GwRotaPage *self)
{
  GwBoardWeek *board = gw_rota_week_get_board (self->week);

  show_state (self);
  if (board != NULL && gw_rota_week_get_state (self->week) == GW_ROTA_WEEK_READY)
    {
      gw_rota_page_arrive (self);
      gw_board_set_week (self->board, board);
      take_focus (self);
      gw_rota_numbers_show (self->numbers, self->week);
      if (!gw_session_is_read_only (self->session))
        gw_rota_next_step_show (self->next_step, self->session, self->week,
                                gw_day_add (self->first_day, GW_ROTA_DAYS - 1), self->team);
      if (self->inspector != NULL)
        gw_rota_inspector_refresh (self->inspector);
      gw_rota_page_refresh_review (self);
      set_waiting (self, gw_board_week_get_numbers (board)->to_cover);
    }
  gw_rota_page_update_range (self);
  gw_rota_page_update_line (self);
  gw_rota_page_update_actions (self);
  gw_rota_page_plan_when_read (self);
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
  gw_rota_page_plan_when_read (self);
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

  gw_rota_page_update_line (self);
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
  gw_rota_page_show_view (self, GW_BOARD_VIEW_DAY, gw_rota_page_get_board_day (self, day));
}

/* As a day's heading leads to the day, a name there leads to the week of that colleague. */
static void
on_row_activated (GwBoard *board, gint row, GwRotaPage *self)
{
  gw_rota_page_show_view (self, GW_BOARD_VIEW_WEEK,
                          gw_rota_page_get_board_day (self, gw_board_get_day (board)));
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

  if (self->planning.job != NULL)
    gw_job_stop (self->planning.job);
  g_clear_object (&self->planning.job);
  g_clear_handle_id (&self->menu.source, g_source_remove);
  g_clear_weak_pointer (&self->menu.focus);
  g_clear_pointer (&self->menu.popover, gtk_widget_unparent);
  gw_rota_page_forget_moves (self);
  g_clear_pointer (&self->planning.wanted, g_free);
  g_clear_pointer (&self->planning.left_visits, g_hash_table_unref);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->week != NULL)
    {
      g_signal_handlers_disconnect_by_data (gw_rota_week_get_pricer (self->week), self);
      g_signal_handlers_disconnect_by_data (self->week, self);
    }
  g_clear_object (&self->week);
  g_clear_object (&self->actions);
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
  BIND (start_edge);
  BIND (end_edge);
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

/* Whoever comes to the rota comes to the board; keys such as arrows mean nothing elsewhere. */
static gboolean
gw_rota_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *board = GTK_WIDGET (GW_ROTA_PAGE (widget)->board);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return (focus != NULL && gtk_widget_is_ancestor (focus, board)) || gtk_widget_grab_focus (board);
}

static void
gw_rota_page_class_init (GwRotaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = gw_rota_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = gw_rota_page_dispose;
  widget_class->grab_focus = gw_rota_page_grab_focus;
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
  self->menu.subject.day = -1;
  gw_rota_page_add_actions (self);
  g_signal_connect_swapped (self->board, "focus-changed", G_CALLBACK (on_focus_changed), self);
  g_signal_connect_swapped (self->board, "selection-changed", G_CALLBACK (gw_rota_page_update_line),
                            self);
  g_signal_connect (self->board, "day-activated", G_CALLBACK (on_day_activated), self);
  g_signal_connect (self->board, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (self->board, "paged", G_CALLBACK (on_paged), self);
  g_signal_connect_swapped (self->board, "today-asked", G_CALLBACK (on_today_asked), self);
  g_signal_connect_swapped (self->inspector_button, "toggled", G_CALLBACK (on_inspector_toggled),
                            self);
  gw_rota_page_connect_strip (self);
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
  gw_rota_page_begin_days (self);
  gw_rota_page_update_actions (self);
  return GTK_WIDGET (self);
}

const GwRecord *
gw_rota_page_get_record (GwRotaPage *self)
{
  g_return_val_if_fail (GW_IS_ROTA_PAGE (self), NULL);
  return gw_rota_week_find_person (self->week, self->menu.to_print);
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

void
gw_rota_page_set_edges (GwRotaPage *self, GtkWidget *start, GtkWidget *end)
{
  g_return_if_fail (GW_IS_ROTA_PAGE (self));
  adw_bin_set_child (self->start_edge, start);
  adw_bin_set_child (self->end_edge, end);
}

/* All that is said takes one place, the window's, or what it says lies over what the page says. */
void
gw_rota_page_say (GwRotaPage *self, const char *sentence, gboolean undo)
{
  GtkWidget *outer = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = gw_toasts_new (sentence);

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
  gtk_stack_set_visible_child_name (self->side, self->planning.reviewing ? "review" : "inspector");
  gw_rota_inspector_lead_to (self->inspector, section);
}
