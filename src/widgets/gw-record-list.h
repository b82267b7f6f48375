/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of records: searched, sorted by title, with faces; loading, failed and empty states; a
 * button to add one and a menu to write the list to a file or, where what is around it has an action
 * "records.print" that is enabled, to print it. Main thread.
 */
#pragma once

#include "gw-record-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_RECORD_LIST (gw_record_list_get_type ())

/**
 * GwRecordList: signals "selected" (#GwItem) when a row is chosen, "add-wanted",
 * "export-wanted" (pointer to #GwQuery), "reload-wanted" (#GwLiveList).
 */
G_DECLARE_FINAL_TYPE (GwRecordList, gw_record_list, GW, RECORD_LIST, AdwBin)

/** GW_RECORD_LIST_LIMIT: how many records a list shows at most; search finds the others. */
#define GW_RECORD_LIST_LIMIT 2000

/** gw_record_list_new: an empty list. */
GtkWidget *gw_record_list_new (GwRecordSource *source);

/**
 * gw_record_list_show: shows the records of @type, by title; those that have a day in their title by
 * day, from last week on, unless older ones are asked for in the list's menu.
 */
void gw_record_list_show (GwRecordList *self, const GwRecordType *type);

/** gw_record_list_select: marks the row of @id, if it is there, without emitting "selected". */
void gw_record_list_select (GwRecordList *self, GwId id);

/** gw_record_list_focus_search: leads the reader to the search entry. */
void gw_record_list_focus_search (GwRecordList *self);

G_END_DECLS
