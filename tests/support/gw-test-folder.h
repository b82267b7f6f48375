/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that a test made, taken away again. */
#pragma once

#include <glib/gstdio.h>

/** gw_test_folder_remove: removes @folder and all that is in it. */
static inline void
gw_test_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      gw_test_folder_remove (path);
    }
  g_remove (folder);
}
