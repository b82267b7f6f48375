/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recent team files: newest first, few, none twice, only those that are there, with any bytes. */
#include "config.h"

#include "gw-test-folder.h"

#include "gw-recent-files.h"

#include <glib/gstdio.h>

typedef struct
{
  GSettings *settings;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->settings = g_settings_new ("org.goodweek.GoodWeek");
  g_settings_reset (self->settings, "recent-files");
  g_settings_reset (self->settings, "last-file");
  self->folder = g_dir_make_tmp ("good-week-XXXXXX", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gw_test_folder_remove (self->folder);
  g_free (self->folder);
  g_object_unref (self->settings);
}

/* Makes the file and opens it, as far as the settings can tell. (transfer full) */
static char *
open_file (Fixture *self, const char *name)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  gw_recent_files_add (self->settings, path);
  return path;
}

static void
test_newest_first (Fixture *self, gconstpointer data)
{
  g_autofree char *mill = open_file (self, "Mill Lane.gw");
  g_autofree char *canal = open_file (self, "Canal Side.gw");
  g_autofree char *again = open_file (self, "Mill Lane.gw");
  g_auto (GStrv) list = gw_recent_files_list (self->settings, NULL);
  g_autofree char *last = gw_recent_files_dup_last (self->settings);
  const char *const expected[] = { mill, canal, NULL };

  g_assert_true (g_strv_equal ((const char *const *) list, expected));
  g_assert_cmpstr (last, ==, mill);
  g_assert_cmpstr (again, ==, mill);
  gw_recent_files_leave (self->settings);
  g_assert_null (gw_recent_files_dup_last (self->settings));
}

/* Four of ten; those that are gone and the one that is left out take nobody's place. */
static void
test_few_and_there (Fixture *self, gconstpointer data)
{
  char *paths[10];
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.gw", i);

      paths[i] = open_file (self, name);
    }
  g_assert_cmpint (g_unlink (paths[9]), ==, 0);
  g_assert_null (gw_recent_files_dup_last (self->settings));
  list = gw_recent_files_list (self->settings, paths[7]);
  g_assert_cmpuint (g_strv_length (list), ==, 4);
  g_assert_cmpstr (list[0], ==, paths[8]);
  g_assert_cmpstr (list[1], ==, paths[6]);
  g_assert_cmpstr (list[3], ==, paths[4]);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_free (paths[i]);
}

/* A name from an old stick that is no UTF-8. */
static void
test_any_bytes (Fixture *self, gconstpointer data)
{
  g_autofree char *path = open_file (self, "caf\xe9.gw");
  g_auto (GStrv) list = gw_recent_files_list (self->settings, NULL);
  g_autofree char *last = gw_recent_files_dup_last (self->settings);

  g_assert_cmpstr (list[0], ==, path);
  g_assert_cmpstr (last, ==, path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/recent-files/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("newest-first", test_newest_first);
  ADD ("few-and-there", test_few_and_there);
  ADD ("any-bytes", test_any_bytes);
#undef ADD
  return g_test_run ();
}
