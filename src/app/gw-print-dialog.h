/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Printing sheets: which sheet, for whom, one or many, which days; a look at one as it will come out;
 * then paper or a PDF. Main thread.
 */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gw_print_dialog_present: shows the dialog above @parent, for @day alone (@n_days 1) or its week. It
 * keeps @session until it closes.
 * @who: a person or colleague whose sheet is chosen at first; nullable, others are passed over
 */
void gw_print_dialog_present (GtkWindow *parent, GwSession *session, const GwRecord *who, GwDay day,
                              guint n_days);

/**
 * gw_print_dialog_present_list: shows the dialog with the list of @type, people or colleagues; days
 * begin at @day when another sheet is chosen.
 */
void gw_print_dialog_present_list (GtkWindow *parent, GwSession *session, const GwRecordType *type,
                                   GwDay day);

G_END_DECLS
