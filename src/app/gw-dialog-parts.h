/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things that the dialogs share. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** GW_DIALOG_TEMPLATE: where the template of a dialog is. */
#define GW_DIALOG_TEMPLATE(name) "/org/goodweek/GoodWeek/app/" name

/** gw_dialog_say: shows @sentence, as it is, for some seconds. */
void gw_dialog_say (AdwToastOverlay *toasts, const char *sentence);

/** gw_dialog_show_folder: shows @file in the desktop's file manager, or its folder. */
void gw_dialog_show_folder (GtkWindow *parent, GFile *file);

G_END_DECLS
