/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print dialog: what it offers to print, for whom and for which days. */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-print-dialog.h"

#include "gw-session-records.h"

#include "gw-colleague.h"

static void
test_print (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gw_print_dialog_present (self->parent, self->session, NULL, get_today (self), 7);
  dialog = find_dialog (self->parent);
  await_widget (dialog, is_button, "Print");
  for (guint i = 0;
       i < 200 && !gtk_widget_get_sensitive (await_widget (dialog, is_button, "_Print")); i++)
    wait_ms (50);
  g_assert_true (gtk_widget_get_sensitive (await_widget (dialog, is_button, "_Print")));
  take_picture (dialog, "print-fridge");
  close_dialog (dialog);
}

static const GwRecord *
find_first (Fixture *self, const GwRecordType *type, GPtrArray **out_records)
{
  g_autoptr (GwQuery) query = gw_query_new (type);

  *out_records = gw_session_query_sync (self->session, query, NULL, NULL);
  return g_ptr_array_index (*out_records, 0);
}

/* A list is one sheet of all: it asks neither for whom nor for which days. */
static void
test_print_list (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *print;

  gw_print_dialog_present_list (self->parent, self->session, &gw_colleague_type, get_today (self));
  dialog = find_dialog (self->parent);
  print = await_widget (dialog, is_button, "_Print");
  for (guint i = 0; i < 200 && !gtk_widget_get_sensitive (print); i++)
    wait_ms (50);
  g_assert_true (gtk_widget_get_sensitive (print));
  take_picture (dialog, "print-list");
  g_assert_null (find_widget (GTK_WIDGET (dialog), is_label, "Length"));
  close_dialog (dialog);
}

/* What the board shows is what is printed: a week, or one day of another one. */
static void
test_print_days (Fixture *self, gconstpointer data)
{
  GwDay monday = gw_day_add (gw_day_get_week_start (get_today (self)), 14);
  GwDay thursday = gw_day_add (monday, 3);
  g_autofree char *first = gw_day_format (monday, "%-d %b");
  g_autofree char *last = gw_day_format (gw_day_add (monday, 6), "%-d %b");
  g_autofree char *week = g_strdup_printf ("%s to %s", first, last);
  g_autofree char *day = gw_day_format (thursday, "%a %-d %b");
  GtkWindow *dialog;

  gw_print_dialog_present (self->parent, self->session, NULL, thursday, 7);
  dialog = find_dialog (self->parent);
  await_widget (dialog, is_label, week);
  close_dialog (dialog);
  gw_print_dialog_present (self->parent, self->session, NULL, thursday, 1);
  dialog = find_dialog (self->parent);
  await_widget (dialog, is_label, day);
  close_dialog (dialog);
}

static void
test_print_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  const GwRecord *colleague = find_first (self, &gw_colleague_type, &records);
  GtkWindow *dialog;

  gw_print_dialog_present (self->parent, self->session, colleague, get_today (self), 1);
  dialog = find_dialog (self->parent);
  for (guint i = 0;
       i < 200 && !gtk_widget_get_sensitive (await_widget (dialog, is_button, "_Print")); i++)
    wait_ms (50);
  g_assert_true (gtk_widget_get_sensitive (await_widget (dialog, is_button, "_Print")));
  take_picture (dialog, "print-run");
  close_dialog (dialog);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/print-dialog/fridge", test_print);
  ADD ("/app/print-dialog/list", test_print_list);
  ADD ("/app/print-dialog/days", test_print_days);
  ADD ("/app/print-dialog/run", test_print_run);
#undef ADD
  return g_test_run ();
}
