/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of records beside the form of the one chosen; one after the other when there is no room for
 * both. Main thread.
 */
#pragma once

#include "gw-form.h"
#include "gw-record-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_RECORD_BROWSER (gw_record_browser_get_type ())

/**
 * GwRecordBrowser: signals "said" (string sentence): something was done that can be undone;
 * "export-wanted" (pointer to #GwQuery); "reload-wanted" (#GwLiveList).
 */
G_DECLARE_FINAL_TYPE (GwRecordBrowser, gw_record_browser, GW, RECORD_BROWSER, AdwBin)

/** gw_record_browser_new: shows nothing yet. */
GtkWidget *gw_record_browser_new (GwRecordSource *source);

/** gw_record_browser_show: the list of all records of @type. */
void gw_record_browser_show (GwRecordBrowser *self, const GwRecordType *type);

/** gw_record_browser_open: the form of @item, which must be loaded. */
void gw_record_browser_open (GwRecordBrowser *self, GwItem *item);

/** gw_record_browser_start: the form of a new record. */
void gw_record_browser_start (GwRecordBrowser *self);

/** gw_record_browser_get_form: the form beside the list. (transfer none) */
GwForm *gw_record_browser_get_form (GwRecordBrowser *self);

/** gw_record_browser_focus_search: leads the reader to the search entry. */
void gw_record_browser_focus_search (GwRecordBrowser *self);

G_END_DECLS
