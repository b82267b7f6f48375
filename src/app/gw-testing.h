/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests only, with GOOD_WEEK_TESTING=1: where things are on the screen. AT-SPI's coordinates are
 * off by some pixels, so the program reports its own. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** gw_testing_is_on: whether the program was started by a test. */
gboolean gw_testing_is_on (void);

/**
 * gw_testing_prepare: for a test, and only for it: text $GW_TEXT_SCALE times as large, since nothing
 * tells the toolkit so on a display without a desktop, and right to left with $GW_RTL.
 */
void gw_testing_prepare (void);

/**
 * gw_testing_write_geometry: writes JSON to @path: an array of {kind, id, name, sensitive, x, y, width,
 * height}, in pixels of the screen: each window ("active": the one that has the keyboard, once more), the rota
 * once the planner has read it as it is ("ready"), and every visible card, cell, lane, button, row, entry and label in it. FALSE with a GIO error.
 */
gboolean gw_testing_write_geometry (const char *path, GError **error);

/**
 * gw_testing_write_geometry_when_settled: the same once every window is placed and drawn as it will
 * stay, and all that has arrived is done. A warning when @path cannot be written.
 */
void gw_testing_write_geometry_when_settled (const char *path);

/**
 * gw_testing_watch_frames: at the end of the first frame of @window that shows visits, writes a line
 * to the pipe that $GOOD_WEEK_READY names. Call it before the window is shown.
 */
void gw_testing_watch_frames (GtkWindow *window);

/** gw_testing_get_origin: the screen position of the top left corner of @window's surface. */
void gw_testing_get_origin (GtkWindow *window, int *x, int *y);

/** gw_testing_is_placed: whether the desktop shows @window, and at the size that it is drawn for. */
gboolean gw_testing_is_placed (GtkWindow *window);

G_END_DECLS
