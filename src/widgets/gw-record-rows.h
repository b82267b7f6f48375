/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of lists of records: a face where there is one, the title, and a quiet second line made from
 * the field table. Shared by the record list and the chooser. Main thread.
 */
#pragma once

#include "gw-record-source.h"
#include "gw-ticks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GwRecordRowStyle:
 * @GW_RECORD_ROW_TALL: face of 36 px and a second line
 * @GW_RECORD_ROW_LOW: face of 24 px and the title alone
 */
typedef enum
{
  GW_RECORD_ROW_TALL,
  GW_RECORD_ROW_LOW
} GwRecordRowStyle;

/**
 * gw_record_rows_new: a factory for items that are #GwItem; rows follow their item's revisions and
 * the source's names. (transfer full)
 */
GtkListItemFactory *gw_record_rows_new (GwRecordSource *source, GwRecordRowStyle style);

/** gw_record_rows_new_ticked: low rows, each with a tick box that follows @ticks. (transfer full) */
GtkListItemFactory *gw_record_rows_new_ticked (GwRecordSource *source, GwTicks *ticks);

/**
 * gw_record_dup_summary: a few facts about @record that are not in its title, "08:00 · 30 min ·
 * Agreed". (transfer full)
 */
char *gw_record_dup_summary (GwRecordSource *source, const GwRecord *record);

/** gw_record_title_filter: keeps items whose title holds @text, any case; NULL keeps all. */
GtkFilter *gw_record_title_filter (GwRecordSource *source, const char *text);

/** gw_record_title_sorter: orders items by title, as people sort names. (transfer full) */
GtkSorter *gw_record_title_sorter (GwRecordSource *source);

G_END_DECLS
