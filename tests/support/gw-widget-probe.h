/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is on the screen, for tests: a widget by its type, its words or its label, from the outside in
 * and in the order of reading. Main thread; nothing here is owned by who asks.
 */
#pragma once

#include "gw-await.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GwProbe: whether @widget is what is looked for, @data being what was handed to the search. */
typedef gboolean (*GwProbe) (GtkWidget *widget, gconstpointer data);

/** gw_probe_find: the first of @root and what is in it that is looked for; NULL: none is. */
GtkWidget *gw_probe_find (GtkWidget *root, GwProbe is_it, gconstpointer data);

/** gw_probe_find_type: the first widget of @type. */
GtkWidget *gw_probe_find_type (GtkWidget *root, GType type);

/** gw_probe_find_label: the first label to be seen that has @words in it. */
GtkWidget *gw_probe_find_label (GtkWidget *root, const char *words);

/** gw_probe_find_button: the first button to be seen that has @words on it (no underscores). */
GtkWidget *gw_probe_find_button (GtkWidget *root, const char *words);

/** gw_probe_says: whether @words can be read somewhere. */
gboolean gw_probe_says (GtkWidget *root, const char *words);

/** gw_probe_find_window_over: the newest window that lies over @parent; NULL: none does. */
GtkWindow *gw_probe_find_window_over (GtkWindow *parent);

/** gw_probe_await_frames: lets the main loop turn until @widget was drawn @n times. */
void gw_probe_await_frames (GtkWidget *widget, guint n);

/** gw_probe_is_ready: whether there is a button with @words that can be clicked. */
gboolean gw_probe_is_ready (GtkWidget *root, const char *words);

/** gw_probe_click: waits for the button with @words to be ready, and clicks it. */
void gw_probe_click (GtkWidget *root, const char *words);

G_END_DECLS
