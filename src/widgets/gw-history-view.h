/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The history of one record: who, when, what from what to what, in sentences, newest first, one
 * heading for each act. Main thread.
 */
#pragma once

#include "gw-record-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_HISTORY_VIEW (gw_history_view_get_type ())

/** GwHistoryView: a scrolled list. */
G_DECLARE_FINAL_TYPE (GwHistoryView, gw_history_view, GW, HISTORY_VIEW, AdwBin)

/** gw_history_view_show: asks @source what happened to @record and shows it. */
void gw_history_view_show (GwHistoryView *self, GwRecordSource *source, const GwRecord *record);

G_END_DECLS
