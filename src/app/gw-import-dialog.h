/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Importing, step by step: which list and where it is, what its columns or codes mean, progress, and
 * a report. While it runs the program can be used. Main thread.
 */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gw_import_dialog_present: shows the dialog above @parent; a rota sheet is for the week of @day unless
 * another is typed. It keeps @session until it closes.
 */
void gw_import_dialog_present (GtkWindow *parent, GwSession *session, GwDay day);

/** gw_import_dialog_present_file: the same with @file chosen, as when it was dropped on the window. */
void gw_import_dialog_present_file (GtkWindow *parent, GwSession *session, GwDay day, GFile *file);

G_END_DECLS
