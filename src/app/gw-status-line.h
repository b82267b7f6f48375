/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The quiet line at the foot of the window: what the place has to say about what is chosen, the
 * job that is running with its stop, and whether all is saved. Main thread.
 */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_STATUS_LINE (gw_status_line_get_type ())

G_DECLARE_FINAL_TYPE (GwStatusLine, gw_status_line, GW, STATUS_LINE, GtkWidget)

/** gw_status_line_set_session: follows @session (nullable). */
void gw_status_line_set_session (GwStatusLine *self, GwSession *session);

/** gw_status_line_set_detail: what the place says about what is chosen; nullable. */
void gw_status_line_set_detail (GwStatusLine *self, const char *detail);

G_END_DECLS
