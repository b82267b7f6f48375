/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print dialog: what it offers to print, for whom and for which days. */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-print-dialog.h"

#include "gw-session-records.h"

#include "gw-colleague.h"

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

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("print-dialog/fridge", test_print);
  ADD_TEST ("print-dialog/nobody", test_print_nobody);
  ADD_TEST ("print-dialog/list", test_print_list);
  ADD_TEST ("print-dialog/days", test_print_days);
  ADD_TEST ("print-dialog/run", test_print_run);
  return g_test_run ();
}
