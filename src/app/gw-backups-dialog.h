/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Backups: which there are, one more now, one click back. Going back sets the present file aside, so
 * that it too can be taken back. Main thread.
 */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gw_backups_dialog_present: shows the dialog above @parent, the window of @session. After a restore
 * the window opens the file again.
 */
void gw_backups_dialog_present (GtkWindow *parent, GwSession *session);

G_END_DECLS
