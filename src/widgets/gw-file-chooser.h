/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choosing a file with the desktop's own dialog, in one small file, because GTK 4.10 replaces what
 * GTK 4.8 offers. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GwFileChoice: gets the file, or NULL when nobody chose one. */
typedef void (*GwFileChoice) (GFile *file, gpointer user_data);

/**
 * GwFileWish: what to ask for; only read during the call.
 * @title: of the dialog, translated
 * @accept: label of the button, translated
 * @filter_name: what the files are called, translated; nullable
 * @patterns: like "*.gw", ended by NULL; nullable
 * @mime_types: like "image/png", ended by NULL; nullable
 * @suggested_name: when saving; nullable
 */
typedef struct
{
  const char *title;
  const char *accept;
  const char *filter_name;
  const char *const *patterns;
  const char *const *mime_types;
  const char *suggested_name;
} GwFileWish;

/** gw_file_chooser_open: asks for a file that is there. */
void gw_file_chooser_open (GtkWindow *parent, const GwFileWish *wish, GwFileChoice choice,
                           gpointer user_data);

/** gw_file_chooser_save: asks for a name to write to; the dialog asks before replacing. */
void gw_file_chooser_save (GtkWindow *parent, const GwFileWish *wish, GwFileChoice choice,
                           gpointer user_data);

/** gw_file_chooser_folder: asks for a folder. */
void gw_file_chooser_folder (GtkWindow *parent, const GwFileWish *wish, GwFileChoice choice,
                             gpointer user_data);

G_END_DECLS
