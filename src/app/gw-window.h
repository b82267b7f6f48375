/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window: the places at the side, one of them in the middle, the quiet status line below; before
 * that the first page, and the question who is using the laptop. One window holds one team file.
 * Main thread.
 */
#pragma once

#include "gw-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_WINDOW (gw_window_get_type ())

G_DECLARE_FINAL_TYPE (GwWindow, gw_window, GW, WINDOW, AdwApplicationWindow)

/** gw_window_new: a window without a team file, not shown yet. */
GtkWidget *gw_window_new (GtkApplication *application);

/**
 * gw_window_present: shows the window: with its team, if one is being opened and comes soon, so that
 * the first picture is the one to stay; else with what there is, the first page for instance.
 */
void gw_window_present (GwWindow *self);

/** gw_window_open: opens the team file at @path (made if @flags say so) and shows it. */
void gw_window_open (GwWindow *self, const char *path, GwSessionFlags flags);

/** gw_window_take_opening: shows what @opening (transfer full) brings. */
void gw_window_take_opening (GwWindow *self, GwOpening *opening);

/** gw_window_dup_sample_path: where the sample neighbourhood is, or will be. (transfer full) */
char *gw_window_dup_sample_path (void) G_GNUC_WARN_UNUSED_RESULT;

/** gw_window_open_sample: opens the sample neighbourhood, making it first where needed. */
void gw_window_open_sample (GwWindow *self);

/** gw_window_start_team: makes a new team called @name with its first colleague, and shows it. */
void gw_window_start_team (GwWindow *self, const char *name, const char *colleague);

/** gw_window_import_after_opening: shows the import dialog once the team file is open. */
void gw_window_import_after_opening (GwWindow *self);

/** gw_window_add_toast: shows @sentence for a while. */
void gw_window_add_toast (GwWindow *self, const char *sentence);

G_END_DECLS
