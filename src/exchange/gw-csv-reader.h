/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of cells from a list as spreadsheets write it: comma, semicolon, tab or bar between cells,
 * quotation marks around cells that hold them, line ends of any kind, line ends inside quotation
 * marks. Streams: memory is one row, which may be up to 1 MB. It never crashes on a file that is
 * something else; it says in a sentence where it lost the thread. One thread at a time; blocks.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** GW_CSV_LONGEST_ROW: bytes of text in one row. */
#define GW_CSV_LONGEST_ROW (1024 * 1024)

/** GW_CSV_MOST_CELLS: cells in one row. */
#define GW_CSV_MOST_CELLS 4096

typedef struct _GwCsvReader GwCsvReader;

/**
 * gw_csv_reader_new: reads @stream; keeps a reference. @separator is ',', ';', '\t', '|' or 0, which
 * means: as the first line suggests. (transfer full)
 */
GwCsvReader *gw_csv_reader_new (GInputStream *stream, char separator);

/** gw_csv_reader_new_for_text: the same for text that was pasted; copies. (transfer full) */
GwCsvReader *gw_csv_reader_new_for_text (const char *text, char separator);

/** gw_csv_reader_free: frees it. */
void gw_csv_reader_free (GwCsvReader *self);

/**
 * gw_csv_reader_next: reads the next row that is not empty. FALSE at the end, or with @error set:
 * GW_ERROR_CORRUPT (a translated sentence with the line), GW_ERROR_CANCELLED, GW_ERROR_IO.
 */
gboolean gw_csv_reader_next (GwCsvReader *self, GCancellable *cancellable, GError **error);

/** gw_csv_reader_get_n_cells: cells of the row read last. */
guint gw_csv_reader_get_n_cells (GwCsvReader *self);

/** gw_csv_reader_get_cell: cell @index without blanks at its ends, "" beyond the last; lent until the
 * next row; valid UTF-8. */
const char *gw_csv_reader_get_cell (GwCsvReader *self, guint index);

/** gw_csv_reader_get_line: line of the file, from 1, on which cell @index begins. */
guint64 gw_csv_reader_get_line (GwCsvReader *self, guint index);

/** gw_csv_reader_get_column: character of that line, from 1, at which cell @index begins. */
guint64 gw_csv_reader_get_column (GwCsvReader *self, guint index);

/** gw_csv_reader_get_n_bytes: bytes of the file read so far, for progress. */
guint64 gw_csv_reader_get_n_bytes (GwCsvReader *self);

/**
 * gw_csv_preview: up to @n_rows rows of @stream as #GStrv in an array, for a preview; what could be
 * read before a problem is kept. (transfer full) (element-type GStrv)
 */
GPtrArray *gw_csv_preview (GInputStream *stream, guint n_rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwCsvReader, gw_csv_reader_free)

G_END_DECLS
