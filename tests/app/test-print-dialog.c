/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print dialog: what it offers to print, for whom and for which days. */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-print-dialog.h"

#include "gw-session-records.h"

#include "gw-colleague.h"

#include <glib/gstdio.h>
#include <string.h>

/* Sheets are made on a worker; then they can be printed. */
static void
await_sheets (GtkWindow *dialog)
{
  gw_await_that (gw_probe_is_ready (GTK_WIDGET (dialog), "Print…"));
}

static void
test_print (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_print_dialog_present (self->parent, self->team.session, NULL, self->team.today, 7);
  dialog = find_dialog (self->parent);
  await_sheets (dialog);
  take_picture (dialog, "print-fridge");
  g_assert_true (gw_probe_says (GTK_WIDGET (dialog), "Length"));
  close_dialog (dialog);
}

/* Whom nobody finds, nobody is asked to choose. */
static void
test_print_nobody (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *search;

  gw_print_dialog_present (self->parent, self->team.session, NULL, self->team.today, 7);
  dialog = find_dialog (self->parent);
  await_sheets (dialog);
  search = gw_probe_find_type (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "zzz");
  await_words (dialog, "Nobody found");
  take_picture (dialog, "print-nobody");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  await_sheets (dialog);
  close_dialog (dialog);
}

/* A list is one sheet of all: it asks neither for whom nor for which days. */
static void
test_print_list (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_print_dialog_present_list (self->parent, self->team.session, &gw_colleague_type,
                                self->team.today);
  dialog = find_dialog (self->parent);
  await_sheets (dialog);
  take_picture (dialog, "print-list");
  g_assert_false (gw_probe_says (GTK_WIDGET (dialog), "Length"));
  close_dialog (dialog);
}

/* What the board shows is what is printed: a week, or one day of another one. */
static void
test_print_days (Fixture *self, gconstpointer data)
{
  GwDay monday = gw_day_add (gw_day_get_week_start (self->team.today), 14);
  GwDay thursday = gw_day_add (monday, 3);
  g_autofree char *first = gw_day_format (monday, "%-d %b");
  g_autofree char *last = gw_day_format (gw_day_add (monday, 6), "%-d %b");
  g_autofree char *week = g_strdup_printf ("%s to %s", first, last);
  g_autofree char *day = gw_day_format (thursday, "%a %-d %b");
  GtkWindow *dialog;

  gw_print_dialog_present (self->parent, self->team.session, NULL, thursday, 7);
  dialog = find_dialog (self->parent);
  await_words (dialog, week);
  close_dialog (dialog);
  gw_print_dialog_present (self->parent, self->team.session, NULL, thursday, 1);
  dialog = find_dialog (self->parent);
  await_words (dialog, day);
  close_dialog (dialog);
}

static void
test_print_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_colleague_type);
  g_autoptr (GPtrArray) colleagues = gw_session_query_sync (self->team.session, query, NULL, NULL);
  GtkWindow *dialog;

  gw_print_dialog_present (self->parent, self->team.session, g_ptr_array_index (colleagues, 0),
                           self->team.today, 1);
  dialog = find_dialog (self->parent);
  await_sheets (dialog);
  take_picture (dialog, "print-run");
  close_dialog (dialog);
}

static GtkWindow *
find_file_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_file (GtkFileChooser *chooser, GFile *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

static gboolean
is_about (const char *path, const char *title)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  return memmem (bytes, n_bytes, title, strlen (title)) != NULL;
}

/* The sheet that was shown is saved, whoever is chosen by the time the file is. */
static void
test_print_keeps_who (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("gw-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  GtkWindow *dialog, *chooser;
  GtkWidget *search;

  gw_print_dialog_present (self->parent, self->team.session, NULL, self->team.today, 7);
  dialog = find_dialog (self->parent);
  search = gw_probe_find_type (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  await_sheets (dialog);
  gtk_editable_set_text (GTK_EDITABLE (search), "Rose Tanner");
  click (dialog, "Save as PDF");
  gw_await_that (find_file_dialog () != NULL);
  chooser = find_file_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (search), "Gwen Parry");
  await_sheets (dialog);
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), parent, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "sheet.pdf");
  gw_await_that (has_file (GTK_FILE_CHOOSER (chooser), file));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  await_words (dialog, "The PDF is saved.");
  g_assert_true (is_about (path, "Who comes to see Rose"));
  close_dialog (dialog);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("print-dialog/fridge", test_print);
  ADD_TEST ("print-dialog/nobody", test_print_nobody);
  ADD_TEST ("print-dialog/list", test_print_list);
  ADD_TEST ("print-dialog/days", test_print_days);
  ADD_TEST ("print-dialog/run", test_print_run);
  ADD_TEST ("print-dialog/keeps-who", test_print_keeps_who);
  return g_test_run ();
}
