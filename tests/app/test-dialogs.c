/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each dialog over the sample team: it opens, fills, says what is the case, and closes without
 * leaving anything behind. Printing and importing have files of their own.
 */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-about-window.h"
#include "gw-backups-dialog.h"
#include "gw-export-dialog.h"
#include "gw-preferences-window.h"
#include "gw-shortcuts.h"

static void
test_backups (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_backups_dialog_present (self->parent, self->session);
  dialog = find_dialog (self->parent);
  await_widget (dialog, is_label, "No backups yet");
  take_picture (dialog, "backups-none");
  g_signal_emit_by_name (await_widget (dialog, is_button, "_Back up now"), "clicked");
  await_widget (dialog, is_label, "beside the team file");
  await_widget (dialog, is_button, "Restore");
  take_picture (dialog, "backups");
  g_signal_emit_by_name (await_widget (dialog, is_button, "Restore"), "clicked");
  wait_ms (200);
  take_picture (find_dialog (dialog), "backups-question");
  gtk_window_close (find_dialog (dialog));
  wait_ms (200);
  close_dialog (dialog);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_export_dialog_present (self->parent, self->session, get_today (self));
  dialog = find_dialog (self->parent);
  await_widget (dialog, is_button, "Save the _list");
  await_widget (dialog, is_label, "People we support");
  g_autofree char *monday = gw_day_format (gw_day_get_week_start (get_today (self)), "%a %-d %b");
  g_autofree char *from = g_strdup_printf ("From %s on", monday);
  await_widget (dialog, is_label, from);
  take_picture (dialog, "export");
  close_dialog (dialog);
}

static void
test_about (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_about_window_present (self->parent);
  dialog = find_dialog (self->parent);
  await_widget (dialog, is_label, "Good Week");
  take_picture (dialog, "about");
  close_dialog (dialog);
}

static void
test_shortcuts (Fixture *self, gconstpointer data)
{
  gw_shortcuts_present (self->parent);
  GtkWindow *dialog = find_dialog (self->parent);

  await_widget (dialog, is_label, "Print sheets");
  take_picture (dialog, "shortcuts");
  close_dialog (dialog);
}

static void
test_preferences (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  gw_preferences_window_present (self->parent, self->session);
  dialog = find_dialog (self->parent);
  await_widget (dialog, is_label, "not encrypted");
  take_picture (dialog, "preferences");
  g_settings_set_boolean (settings, "hide-names", TRUE);
  wait_ms (100);
  g_assert_true (gw_session_get_hide_names (self->session));
  close_dialog (dialog);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/dialogs/backups", test_backups);
  ADD ("/app/dialogs/export", test_export);
  ADD ("/app/dialogs/about", test_about);
  ADD ("/app/dialogs/shortcuts", test_shortcuts);
  ADD ("/app/dialogs/preferences", test_preferences);
#undef ADD
  return g_test_run ();
}
