/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import dialog, from a file to the report: nothing is written before it is asked to. */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-import-dialog.h"

#include "gw-import-target.h"
#include "gw-session-records.h"

#include "gw-person.h"
#include "gw-shift.h"

static GtkWindow *
present_import (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->team.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  gw_import_dialog_present_file (self->parent, self->team.session, self->team.today, file);
  return find_dialog (self->parent);
}

/* From the file to the last look before anything is written. */
static void
look_at_columns (GtkWindow *dialog, const char *picture)
{
  await_words (dialog, "Judging by its headings");
  take_picture (dialog, picture);
  click (dialog, "Next");
  await_words (dialog, "Nothing is written");
}

static guint
count (Fixture *self, const GwRecordType *type)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GPtrArray) records = gw_session_query_sync (self->team.session, query, NULL, NULL);

  return records->len;
}

static void
test_import (Fixture *self, gconstpointer data)
{
  guint n_before = count (self, &gw_person_type);
  GtkWindow *dialog = present_import (self, "people.csv",
                                      "Name,Address,Phone,Shoe size,Born\n"
                                      "Olive Garth,3 Tanner Row,01632 960001,4,1941-02-03\n"
                                      "Percy Hume,4 Tanner Row,01632 960002,9,31/02/1938\n"
                                      "Quentin Ives,5 Tanner Row,01632 960003,8,7/5/1940\n");

  look_at_columns (dialog, "import-source");
  await_words (dialog, "Olive Garth");
  take_picture (dialog, "import-columns");
  g_assert_cmpuint (count (self, &gw_person_type), ==, n_before);
  click (dialog, "Import");
  await_words (dialog, "The list is in");
  await_words (dialog, "1 row to look at");
  take_picture (dialog, "import-report");
  /* A birthday that is none is left out; the person is not. */
  g_assert_cmpuint (count (self, &gw_person_type), ==, n_before + 3);
  click (dialog, "Undo import");
  await_words (dialog, "taken back");
  g_assert_cmpuint (count (self, &gw_person_type), ==, n_before);
  close_dialog (dialog);
}

static void
on_day_asked (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  *(GwDay *) data = GW_DAY (g_variant_get_int32 (parameter));
}

/* Visits of another week than the one that is shown can be looked at there. */
static void
test_import_shows_week (Fixture *self, gconstpointer data)
{
  GwDay day = gw_day_add (self->team.today, 14), asked = GW_DAY (0);
  const GActionEntry entry = { .name = "show-day",
                               .activate = on_day_asked,
                               .parameter_type = "i" };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *date = gw_day_format (day, "%Y-%m-%d");
  g_autofree char *text = g_strdup_printf ("Person,Date,Start,Minutes\nRose Tanner,%s,03:10,15\n",
                                           date);
  GtkWindow *dialog = present_import (self, "visits.csv", text);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, &asked);
  gtk_widget_insert_action_group (GTK_WIDGET (self->parent), "win", G_ACTION_GROUP (actions));
  look_at_columns (dialog, "import-visits");
  click (dialog, "Import");
  await_words (dialog, "The list is in");
  take_picture (dialog, "import-other-week");
  click (dialog, "Show that week");
  g_assert_cmpint (gw_day_compare (asked, day), ==, 0);
  gtk_widget_insert_action_group (GTK_WIDGET (self->parent), "win", NULL);
}

static gboolean
is_entry_with (GtkWidget *widget, gconstpointer text)
{
  return ADW_IS_ENTRY_ROW (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

/* A week that cannot be read is not taken for this one. */
static void
check_week_is_asked (GtkWindow *dialog)
{
  GtkWidget *week = gw_probe_find (GTK_WIDGET (dialog), is_entry_with, "20");
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (week)));

  gtk_editable_set_text (GTK_EDITABLE (week), "some day");
  g_assert_false (gw_probe_is_ready (GTK_WIDGET (dialog), "Next"));
  gtk_editable_set_text (GTK_EDITABLE (week), before);
}

static void
test_import_sheet (Fixture *self, gconstpointer data)
{
  guint n_before = count (self, &gw_shift_type);
  GtkWindow *dialog = present_import (self, "sheet.csv",
                                      "Name,Mon 1/2/2027,Tue 2/2/2027,Wed 3/2/2027\n"
                                      "Marta,E,OFF,07:00-14:00\n"
                                      "Dev,L,A/L,QX\n");

  /* Which is known by its headings, as other lists are. */
  await_words (dialog, "Judging by its headings");
  check_week_is_asked (dialog);
  click (dialog, "Next");
  await_words (dialog, "2 names, from");
  take_picture (dialog, "import-codes");
  click (dialog, "Import");
  await_words (dialog, "The list is in");
  take_picture (dialog, "import-sheet-report");
  g_assert_cmpuint (count (self, &gw_shift_type), >, n_before);
  close_dialog (dialog);
}

static void
test_import_garbage (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = present_import (self, "empty.csv", "");

  await_words (dialog, "nothing in it");
  take_picture (dialog, "import-nothing");
  close_dialog (dialog);
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("import-dialog/people", test_import);
  ADD_TEST ("import-dialog/shows-week", test_import_shows_week);
  ADD_TEST ("import-dialog/sheet", test_import_sheet);
  ADD_TEST ("import-dialog/garbage", test_import_garbage);
  return g_test_run ();
}
