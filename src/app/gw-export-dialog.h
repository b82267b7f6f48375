/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What leaves the program as files: any list as CSV, calendars for telephones, the whole team for
 * another laptop. Main thread.
 */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gw_export_dialog_present: shows the dialog above @parent; calendars begin with the week of @day. It
 * keeps @session until it closes.
 */
void gw_export_dialog_present (GtkWindow *parent, GwSession *session, GwDay day);

G_END_DECLS
