/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any list of records as CSV, from the record type's table: a heading a field, references as names,
 * UTF-8 with a mark (which older spreadsheets need), line ends as spreadsheets write them. The
 * importer reads it back. Never written: sealed fields, photos, fields that only the program uses.
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front. Any thread.
 */
#pragma once

#include <gio/gio.h>

#include "gw-record.h"

G_BEGIN_DECLS

/** GwCsvNameFunc: what @id, a reference in @field, is called. (transfer full) (nullable) */
typedef char *(*GwCsvNameFunc) (GwId id, const GwField *field, gpointer data);

/** gw_csv_append_cell: appends @text to @line as one cell, quoted and made harmless where needed. */
void gw_csv_append_cell (GString *line, const char *text);

/** gw_csv_append_headings: appends the heading row of @type with its line end. */
void gw_csv_append_headings (GString *text, const GwRecordType *type);

/** gw_csv_append_record: appends @record's row with its line end; @name may be NULL (then ids). */
void gw_csv_append_record (GString *text, const GwRecord *record, GwCsvNameFunc name,
                           gpointer data);

/**
 * gw_csv_write: writes @records (#GwRecord, all of @type) to @stream, which stays open. Blocks. FALSE
 * with a GIO error when the disk or @cancellable stops it.
 */
gboolean gw_csv_write (GOutputStream *stream, const GwRecordType *type, GPtrArray *records,
                       GwCsvNameFunc name, gpointer data, GCancellable *cancellable,
                       GError **error);

G_END_DECLS
