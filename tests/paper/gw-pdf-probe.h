/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at a PDF with the programs that others use: poppler's and qpdf's. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

/** probe_pdf: what @program (with "%s" for the file) prints of @pdf; fails the test if it fails. */
static inline char *
probe_pdf (GBytes *pdf, const char *const *argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gint status = 0;
  int fd = g_file_open_tmp ("sheet-XXXXXX.pdf", &path, &error);
  char *output = NULL;

  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (args, (gpointer) (g_str_equal (argv[i], "%s") ? path : argv[i]));
  g_ptr_array_add (args, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) args->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return output;
}
