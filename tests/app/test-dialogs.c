/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each dialog over the sample team: it opens, fills, says what is the case, and closes without
 * leaving anything behind.
 */
#include "config.h"

#include "gw-about-window.h"
#include "gw-backups-dialog.h"
#include "gw-export-dialog.h"
#include "gw-import-dialog.h"
#include "gw-preferences-window.h"
#include "gw-print-dialog.h"
#include "gw-shortcuts.h"

#include "gw-import-target.h"
#include "gw-widgets.h"

#include "gw-session-records.h"
#include "gw-session-sample.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-shift.h"

#include <adwaita.h>
#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  GwSession *session;
  GtkWindow *parent;
} Fixture;

/* --- helpers ----------------------------------------------------------------------------------- */

static gboolean
on_time_up (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, on_time_up, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* The first widget below @root, visible, of which @matches is true. */
static GtkWidget *
find_widget (GtkWidget *root, gboolean (*matches) (GtkWidget *, const char *), const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (matches (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_button (GtkWidget *widget, const char *text)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && strstr (label, text) != NULL;
}

static gboolean
is_entry_row (GtkWidget *widget, const char *text)
{
  return ADW_IS_ENTRY_ROW (widget) && strstr (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

/* Waits up to ten seconds for something to be on the screen. */
static GtkWidget *
await_widget (GtkWindow *window, gboolean (*matches) (GtkWidget *, const char *), const char *text)
{
  GtkWidget *found = NULL;

  for (guint i = 0; i < 200 && found == NULL; i++)
    {
      wait_ms (50);
      found = find_widget (GTK_WIDGET (window), matches, text);
    }
  if (found == NULL)
    g_test_message ("“%s” never came", text);
  g_assert_nonnull (found);
  return found;
}

static GtkWindow *
find_dialog (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }
  g_assert_not_reached ();
}

/* For people to look at; the test does not. */
static void
take_picture (GtkWindow *window, const char *name)
{
  const char *folder = g_getenv ("GW_PICTURES");
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
  GtkWidget *widget = GTK_WIDGET (window);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (path == NULL)
    return;
  wait_ms (300);
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
  g_test_message ("%s: %d × %d", path, gtk_widget_get_width (widget),
                  gtk_widget_get_height (widget));
}

/* Closes the dialog and sees that nothing holds it any more. */
static void
close_dialog (GtkWindow *dialog)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  gtk_window_close (dialog);
  for (guint i = 0; i < 100 && weak != NULL; i++)
    wait_ms (50);
  g_assert_null (weak);
}

/* --- fixture ----------------------------------------------------------------------------------- */

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GwClock) clock = NULL;
  GwSampleWish wish = { .size = GW_SAMPLE_SIZE_TEAM, .seed = 7 };

  self->folder = g_dir_make_tmp ("good-week-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "Mill Lane.gw", NULL);
  clock = gw_clock_new_system (NULL);
  wish.today = gw_clock_get_today (clock);
  g_assert_true (gw_session_write_sample_sync (path, &wish, NULL, NULL, &error));
  g_assert_no_error (error);
  self->session = gw_session_open_sync (path, GW_SESSION_NO_FLAGS, NULL, &error);
  g_assert_no_error (error);
  self->parent = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->parent, 1024, 600);
  gtk_window_present (self->parent);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  gtk_window_destroy (self->parent);
  gw_session_close_sync (self->session, NULL);
  g_clear_object (&self->session);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
}

/* --- printing ---------------------------------------------------------------------------------- */

static GwDay
get_today (Fixture *self)
{
  return gw_record_source_get_today (GW_RECORD_SOURCE (self->session));
}

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

/* --- backups ----------------------------------------------------------------------------------- */

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

/* --- importing --------------------------------------------------------------------------------- */

static void
click_when_ready (GtkWindow *dialog, const char *label)
{
  GtkWidget *button = await_widget (dialog, is_button, label);

  for (guint i = 0; i < 200 && !gtk_widget_get_sensitive (button); i++)
    wait_ms (50);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static GtkWindow *
present_import (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  gw_import_dialog_present_file (self->parent, self->session, get_today (self), file);
  return find_dialog (self->parent);
}

static guint
count (Fixture *self, const GwRecordType *type)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GPtrArray) records = gw_session_query_sync (self->session, query, NULL, NULL);

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

  await_widget (dialog, is_label, "Judging by its headings");
  take_picture (dialog, "import-source");
  click_when_ready (dialog, "_Next");
  await_widget (dialog, is_label, "Nothing is written");
  await_widget (dialog, is_label, "Olive Garth");
  take_picture (dialog, "import-columns");
  g_assert_cmpuint (count (self, &gw_person_type), ==, n_before);
  click_when_ready (dialog, "_Import");
  await_widget (dialog, is_label, "The list is in");
  await_widget (dialog, is_label, "1 row to look at");
  take_picture (dialog, "import-report");
  /* A birthday that is none is left out; the person is not. */
  g_assert_cmpuint (count (self, &gw_person_type), ==, n_before + 3);
  click_when_ready (dialog, "_Undo import");
  await_widget (dialog, is_label, "taken back");
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
  GwDay day = gw_day_add (get_today (self), 14), asked = GW_DAY (0);
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
  await_widget (dialog, is_label, "Judging by its headings");
  click_when_ready (dialog, "_Next");
  await_widget (dialog, is_label, "Nothing is written");
  click_when_ready (dialog, "_Import");
  await_widget (dialog, is_label, "The list is in");
  take_picture (dialog, "import-other-week");
  click_when_ready (dialog, "Show that _week");
  g_assert_cmpint (gw_day_compare (asked, day), ==, 0);
  gtk_widget_insert_action_group (GTK_WIDGET (self->parent), "win", NULL);
}

/* A week that cannot be read is not taken for this one. */
static void
check_week_is_asked (GtkWindow *dialog)
{
  GtkWidget *week = await_widget (dialog, is_entry_row, "20");
  GtkWidget *next = await_widget (dialog, is_button, "_Next");
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (week)));

  gtk_editable_set_text (GTK_EDITABLE (week), "some day");
  g_assert_false (gtk_widget_get_sensitive (next));
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
  await_widget (dialog, is_label, "Judging by its headings");
  check_week_is_asked (dialog);
  click_when_ready (dialog, "_Next");
  await_widget (dialog, is_label, "2 names, from");
  take_picture (dialog, "import-codes");
  click_when_ready (dialog, "_Import");
  await_widget (dialog, is_label, "The list is in");
  take_picture (dialog, "import-sheet-report");
  g_assert_cmpuint (count (self, &gw_shift_type), >, n_before);
  close_dialog (dialog);
}

static void
test_import_garbage (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = present_import (self, "empty.csv", "");

  await_widget (dialog, is_label, "nothing in it");
  take_picture (dialog, "import-nothing");
  close_dialog (dialog);
}

/* --- exporting, about, keys -------------------------------------------------------------------- */

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

/* --- preferences ------------------------------------------------------------------------------- */

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
  g_test_add ("/app/dialogs/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add ("/app/dialogs/print-list", Fixture, NULL, set_up, test_print_list, tear_down);
  g_test_add ("/app/dialogs/print-days", Fixture, NULL, set_up, test_print_days, tear_down);
  g_test_add ("/app/dialogs/print-run", Fixture, NULL, set_up, test_print_run, tear_down);
  g_test_add ("/app/dialogs/backups", Fixture, NULL, set_up, test_backups, tear_down);
  g_test_add ("/app/dialogs/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/app/dialogs/import-shows-week", Fixture, NULL, set_up, test_import_shows_week,
              tear_down);
  g_test_add ("/app/dialogs/import-sheet", Fixture, NULL, set_up, test_import_sheet, tear_down);
  g_test_add ("/app/dialogs/import-garbage", Fixture, NULL, set_up, test_import_garbage, tear_down);
  g_test_add ("/app/dialogs/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/app/dialogs/about", Fixture, NULL, set_up, test_about, tear_down);
  g_test_add ("/app/dialogs/shortcuts", Fixture, NULL, set_up, test_shortcuts, tear_down);
  g_test_add ("/app/dialogs/preferences", Fixture, NULL, set_up, test_preferences, tear_down);
  return g_test_run ();
}
