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

  gw_backups_dialog_present (self->parent, self->team.session);
  dialog = find_dialog (self->parent);
  await_words (dialog, "No backups yet");
  take_picture (dialog, "backups-none");
  click (dialog, "Back up now");
  await_words (dialog, "beside the team file");
  gw_await_that (gw_probe_is_ready (GTK_WIDGET (dialog), "Restore"));
  take_picture (dialog, "backups");
  click (dialog, "Restore");
  gw_await_that (gw_probe_find_window_over (dialog) != NULL);
  take_picture (find_dialog (dialog), "backups-question");
  gtk_window_close (find_dialog (dialog));
  gw_await_that (gw_probe_find_window_over (dialog) == NULL);
  close_dialog (dialog);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_export_dialog_present (self->parent, self->team.session, self->team.today);
  dialog = find_dialog (self->parent);
  gw_await_that (gw_probe_is_ready (GTK_WIDGET (dialog), "Save the list"));
  await_words (dialog, "People we support");
  g_autofree char *monday = gw_day_format (gw_day_get_week_start (self->team.today), "%a %-d %b");
  g_autofree char *from = g_strdup_printf ("From %s on", monday);
  await_words (dialog, from);
  take_picture (dialog, "export");
  close_dialog (dialog);
}

static void
test_about (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_about_window_present (self->parent);
  dialog = find_dialog (self->parent);
  await_words (dialog, "Good Week");
  take_picture (dialog, "about");
  close_dialog (dialog);
}

static void
test_shortcuts (Fixture *self, gconstpointer data)
{
  gw_shortcuts_present (self->parent);
  GtkWindow *dialog = find_dialog (self->parent);

  await_words (dialog, "Print sheets");
  take_picture (dialog, "shortcuts");
  close_dialog (dialog);
}

static void
test_preferences (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  gw_preferences_window_present (self->parent, self->team.session);
  dialog = find_dialog (self->parent);
  await_words (dialog, "not encrypted");
  take_picture (dialog, "preferences");
  g_settings_set_boolean (settings, "hide-names", TRUE);
  gw_await_that (gw_session_get_hide_names (self->team.session));
  close_dialog (dialog);
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("dialogs/backups", test_backups);
  ADD_TEST ("dialogs/export", test_export);
  ADD_TEST ("dialogs/about", test_about);
  ADD_TEST ("dialogs/shortcuts", test_shortcuts);
  ADD_TEST ("dialogs/preferences", test_preferences);
  return g_test_run ();
}
