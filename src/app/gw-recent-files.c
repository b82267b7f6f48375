/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recent team files, in the settings. */
#include "config.h"

#include "gw-recent-files.h"

#define MOST_LISTED 4
/* Those that are gone, or on a stick that is not here now, take nobody's place. */
#define MOST_KEPT 12
#define LAST_KEY "last-file"
#define RECENT_KEY "recent-files"

/* Settings hold nothing but UTF-8; what is not goes in as an address, where its bytes are escaped. */
static char *
to_setting (const char *path)
{
  return g_utf8_validate (path, -1, NULL) ? g_strdup (path) : g_filename_to_uri (path, NULL, NULL);
}

static char *
from_setting (const char *setting)
{
  return g_str_has_prefix (setting, "file:") ? g_filename_from_uri (setting, NULL, NULL)
                                             : g_strdup (setting);
}

static gboolean
is_there (const char *path)
{
  return path != NULL && *path != '\0' && g_file_test (path, G_FILE_TEST_EXISTS);
}

void
gw_recent_files_add (GSettings *settings, const char *path)
{
  g_autofree char *setting = to_setting (path);
  g_auto (GStrv) before = g_settings_get_strv (settings, RECENT_KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;
  guint n = 1;

  if (setting == NULL)
    return;
  g_strv_builder_add (builder, setting);
  for (guint i = 0; before[i] != NULL && n < MOST_KEPT; i++)
    if (!g_str_equal (before[i], setting))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  after = g_strv_builder_end (builder);
  g_settings_set_strv (settings, RECENT_KEY, (const char *const *) after);
  g_settings_set_string (settings, LAST_KEY, setting);
}

void
gw_recent_files_leave (GSettings *settings)
{
  g_settings_set_string (settings, LAST_KEY, "");
}

char *
gw_recent_files_dup_last (GSettings *settings)
{
  g_autofree char *setting = g_settings_get_string (settings, LAST_KEY);
  g_autofree char *path = from_setting (setting);

  return is_there (path) ? g_steal_pointer (&path) : NULL;
}

char **
gw_recent_files_list (GSettings *settings, const char *left_out)
{
  g_auto (GStrv) recent = g_settings_get_strv (settings, RECENT_KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; recent[i] != NULL && n < MOST_LISTED; i++)
    {
      g_autofree char *path = from_setting (recent[i]);

      if (is_there (path) && g_strcmp0 (path, left_out) != 0)
        {
          g_strv_builder_add (builder, path);
          n++;
        }
    }
  return g_strv_builder_end (builder);
}
