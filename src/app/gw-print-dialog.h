/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Printing sheets: which sheet, for whom, which days; a look at it as it will come out; then paper or
 * a PDF. Main thread.
 */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** gw_print_dialog_present: shows the dialog above @parent. It keeps @session until it closes. */
void gw_print_dialog_present (GtkWindow *parent, GwSession *session);

/** gw_print_dialog_present_for: the same with the sheet of @who (a person or colleague) chosen. */
void gw_print_dialog_present_for (GtkWindow *parent, GwSession *session, const GwRecord *who);

G_END_DECLS
