/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the page can do, as actions with their keys. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-session-edit.h"

#include <glib/gi18n-lib.h>

static void
on_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gw_rota_page_step (data, -1);
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gw_rota_page_step (data, 1);
}

static void
on_today (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_rota_page_go_to (self, gw_clock_get_today (gw_session_get_clock (self->session)));
}

/* Day opens on today when the week has it, else on the day that was shown before. */
static void
on_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gboolean day = g_str_equal (g_variant_get_string (parameter, NULL), "day");
  GwBoardWeek *board = gw_board_get_week (self->board);
  gint focus = gw_board_get_focus_entry (self->board);
  gint today = board != NULL ? gw_board_week_get_today (board) : -1;
  gint shown = gw_board_get_day (self->board);

  if (focus >= 0)
    shown = gw_board_week_get_entry (board, (guint) focus)->day;
  else if (today >= 0)
    shown = today;
  if (day && gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY)
    return;
  gw_rota_page_show_view (self, day ? GW_BOARD_VIEW_DAY : GW_BOARD_VIEW_WEEK,
                          gw_day_add (self->first_day, shown));
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = gw_session_undo_finish (GW_SESSION (source), result, &error);

  if (label != NULL)
    {
      /* Translators: a toast after undo; %s is what was undone, "Rose’s visit moved" */
      g_autofree char *words = g_strdup_printf (_ ("Taken back: %s"), label);
      gw_rota_page_say (self, words, FALSE);
    }
  else
    gw_rota_page_say (self, error->message, FALSE);
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = gw_session_redo_finish (GW_SESSION (source), result, &error);

  if (label == NULL)
    gw_rota_page_say (self, error->message, FALSE);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;

  if (gw_board_is_holding (self->board))
    gw_board_put_back (self->board);
  else if (!gw_rota_page_take_back_move (self))
    gw_session_undo_async (self->session, on_undone, g_object_ref (self));
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_session_redo_async (self->session, on_redone, g_object_ref (self));
}

static void
on_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gw_rota_page_plan (data, g_variant_get_string (parameter, NULL));
}

static void
on_repair (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gw_rota_page_repair (data);
}

static void
on_stop_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gw_rota_page_stop_plan (data);
}

static void
on_fill_week (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gw_rota_page_fill_week (data);
}

static void
find_trouble (GwRotaPage *self, gint direction)
{
  if (!gw_board_next_trouble (self->board, direction))
    gw_rota_page_say (self, _ ("Everything is covered and nothing clashes."), FALSE);
}

static void
on_next_trouble (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  find_trouble (data, 1);
}

static void
on_previous_trouble (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  find_trouble (data, -1);
}

static void
on_zoom (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_board_zoom (self->board, g_variant_get_int32 (parameter));
}

static void
on_show_day (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;

  gw_rota_page_go_to (self, GW_DAY (g_variant_get_int32 (parameter)));
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
on_details (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gtk_toggle_button_set_active (self->inspector_button,
                                !gtk_toggle_button_get_active (self->inspector_button));
}

/* Another place, with the form of a new record there. */
static void
start_in (GwRotaPage *self, const char *place)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_widget_activate_action (root, "win.place", "s", place);
  gtk_widget_activate_action (root, "win.add", NULL);
}

static void
on_add_colleague (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  start_in (data, "team");
}

static void
on_add_person (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  start_in (data, "people");
}

static const GActionEntry entries[] = {
  { .name = "previous", .activate = on_previous },
  { .name = "next", .activate = on_next },
  { .name = "today", .activate = on_today },
  { .name = "view", .activate = on_view, .parameter_type = "s", .state = "'week'" },
  { .name = "undo", .activate = on_undo },
  { .name = "redo", .activate = on_redo },
  { .name = "plan", .activate = on_plan, .parameter_type = "s" },
  { .name = "repair", .activate = on_repair },
  { .name = "stop-plan", .activate = on_stop_plan },
  { .name = "fill-week", .activate = on_fill_week },
  { .name = "next-trouble", .activate = on_next_trouble },
  { .name = "previous-trouble", .activate = on_previous_trouble },
  { .name = "show-day", .activate = on_show_day, .parameter_type = "i" },
  { .name = "zoom", .activate = on_zoom, .parameter_type = "i" },
  { .name = "details", .activate = on_details },
  { .name = "add-colleague", .activate = on_add_colleague },
  { .name = "add-person", .activate = on_add_person },
};

/* Keys that work anywhere on the page; those of a card belong to the board, undo to the window. */
static const struct
{
  const char *keys;
  const char *action;
  const char *target;
} shortcuts[] = {
  { "<Control>1", "rota.view", "'week'" },
  { "<Control>2", "rota.view", "'day'" },
  { "<Control>z", "rota.undo", NULL },
  { "<Control><Shift>z", "rota.redo", NULL },
  { "<Control>Home", "rota.today", NULL },
  { "F5", "rota.plan", "'to-cover'" },
  { "<Shift>F5", "rota.repair", NULL },
  { "F8", "rota.next-trouble", NULL },
  { "<Shift>F8", "rota.previous-trouble", NULL },
  { "<Control>plus", "rota.zoom", "1" },
  { "<Control>equal", "rota.zoom", "1" },
  { "<Control>minus", "rota.zoom", "-1" },
  { "<Control>0", "rota.zoom", "0" },
  { "<Alt>Return", "rota.details", NULL },
};

/* Not a named action: those take the key even when there is nothing to do, and menus want it. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GwRotaPage *self = data;

  if (self->planning.job == NULL && self->planning.wanted == NULL)
    return FALSE;
  gw_rota_page_stop_plan (self);
  return TRUE;
}

void
gw_rota_page_add_actions (GwRotaPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "rota", G_ACTION_GROUP (self->actions));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_MANAGED);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (
          gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
          gtk_named_action_new (shortcuts[i].action));
      if (shortcuts[i].target != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (shortcuts[i].target));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                        gtk_callback_action_new (on_escape, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
enable (GwRotaPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
say_what (GtkWidget *button, const char *format, const char *plain, const char *label)
{
  g_autofree char *words = label != NULL ? g_strdup_printf (format, label) : g_strdup (plain);

  GtkNative *native = gtk_widget_get_native (button);

  /* Setting it asks the display server where the pointer is, and this is called often; of a window
   * that is going there is nothing to ask. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), words) == 0 ||
      (native != NULL && gtk_native_get_surface (native) == NULL))
    return;
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain,
                                  -1);
}

/* Keys that come before the days have been read are kept, so that none is lost. */
static gboolean
may_ask_for_plan (GwRotaPage *self)
{
  return !gw_session_is_read_only (self->session) && !gw_rota_page_is_previewing (self) &&
         (gw_rota_week_get_problem (self->week) != NULL ||
          gw_rota_week_get_answers (self->week) == GW_ROTA_ANSWERS_READING);
}

void
gw_rota_page_update_actions (GwRotaPage *self)
{
  gboolean writable, previewing = gw_rota_page_is_previewing (self);

  if (self->session == NULL)
    return;
  writable = !gw_session_is_read_only (self->session);
  enable (self, "undo",
          writable && !previewing &&
              (gw_session_get_can_undo (self->session) || gw_rota_page_is_settling (self)));
  enable (self, "redo", writable && gw_session_get_can_redo (self->session) && !previewing);
  enable (self, "plan", may_ask_for_plan (self));
  enable (self, "repair", may_ask_for_plan (self));
  enable (self, "stop-plan", self->planning.job != NULL || self->planning.wanted != NULL);
  enable (self, "fill-week", writable && !previewing);
  /* Translators: tooltips; %s is an act: "Rose’s visit moved" */
  say_what (self->undo_button, _ ("Undo: %s"), _ ("Undo"),
            gw_session_get_undo_label (self->session));
  say_what (self->redo_button, _ ("Redo: %s"), _ ("Redo"),
            gw_session_get_redo_label (self->session));
}

gboolean
gw_rota_page_can_plan (GwRotaPage *self)
{
  g_return_val_if_fail (GW_IS_ROTA_PAGE (self), FALSE);
  return may_ask_for_plan (self) && gw_rota_page_is_read (self);
}
