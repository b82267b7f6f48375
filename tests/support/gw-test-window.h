/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window over a team file, for tests of what is shown in one. Main thread. */
#pragma once

#include "gw-await.h"
#include "gw-test-team.h"

#include <gtk/gtk.h>

/** gw_test_window_new: a window of that size with @child, nullable, in it, on the screen. */
static inline GtkWidget *
gw_test_window_new (gint width, gint height, GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/** gw_test_window_end: closes @window, lets what it began come to an end, then closes @team. */
static inline void
gw_test_window_end (GtkWidget *window, GwTestTeam *team)
{
  gtk_window_destroy (GTK_WINDOW (window));
  gw_await_nothing ();
  gw_test_team_clear (team);
}
