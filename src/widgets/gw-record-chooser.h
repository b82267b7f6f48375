/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A popover to find a record by name: a search entry above a list with faces. Enter takes the first
 * row. Main thread.
 */
#pragma once

#include "gw-record-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_RECORD_CHOOSER (gw_record_chooser_get_type ())

/** GwRecordChooser: signal "chosen" (#GwItem). Chosen records are the caller's to show. */
G_DECLARE_FINAL_TYPE (GwRecordChooser, gw_record_chooser, GW, RECORD_CHOOSER, GtkPopover)

/** gw_record_chooser_new: finds records of @type; it asks for them when it is shown first. */
GtkWidget *gw_record_chooser_new (GwRecordSource *source, const GwRecordType *type);

G_END_DECLS
