/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists brought in. An import reads one or several files and yields changes, slices of at most 500
 * records that share one group, so that it can run in the background, be stopped after any slice,
 * and be taken back as one. Memory is a slice, the report and the index; a list of 100,000 rows
 * streams.
 *
 * A row with a cell that cannot be read is left out whole and listed; nothing is half taken. Two
 * exceptions keep the row and list the cell: a wished-for or declined colleague nobody knows, and a
 * role we do not have. An empty cell never empties a field. Bringing the same list in again changes
 * nothing; how rows find their record is written in gw-import-index.h. Two rows for the same visit
 * with different colleagues are one visit with two colleagues, as double-handed visits are often
 * listed. Skills and teams that are new are made.
 *
 *   import = gw_import_new (index, &settings);
 *   gw_import_add_source (import, GW_IMPORT_VISITS, stream, map, 0, 0);
 *   while (gw_import_next (import, cancellable, &change, &error) && change != NULL)
 *     submit (change);
 *
 * One thread at a time; blocks while reading; meant for a worker.
 */
#pragma once

#include <gio/gio.h>

#include "gw-civil-time.h"

#include "gw-change.h"

#include "gw-column-map.h"
#include "gw-import-index.h"
#include "gw-import-report.h"

G_BEGIN_DECLS

#define GW_IMPORT_SLICE 500

/**
 * GwImportSettings: what an import needs to know.
 * @today: resolves days without a year
 * @zone: the team's; timestamps are converted to it
 * @team: team of new people, colleagues and shifts when the list says none; may be the none id
 * @label: what undo calls it, translated; NULL: "Import"
 */
typedef struct
{
  GwDay today;
  GTimeZone *zone;
  GwId team;
  const char *label;
} GwImportSettings;

typedef struct _GwImport GwImport;

/** gw_import_new: an import without sources; @index is lent and is added to. (transfer full) */
GwImport *gw_import_new (GwImportIndex *index, const GwImportSettings *settings);

/** gw_import_free: frees it. */
void gw_import_free (GwImport *self);

/**
 * gw_import_add_source: adds a list, read from the start of @stream (a reference is kept). @map:
 * copied; NULL: guessed from the headings. Sources are read in the order of #GwImportTarget,
 * whatever the order of adding. @mode: for travel times without a mode, a #GwTravelMode or 0.
 * @n_bytes: the file's size for progress, or 0.
 */
void gw_import_add_source (GwImport *self, GwImportTarget target, GInputStream *stream,
                           const GwColumnMap *map, gint mode, guint64 n_bytes);

/**
 * gw_import_next: reads on until a slice is full. TRUE with @out_change set (transfer full): submit
 * it before the next call; TRUE with NULL: done. FALSE with @error: GW_ERROR_CANCELLED, GW_ERROR_IO,
 * GW_ERROR_CORRUPT when a file is not a list, GW_ERROR_INVALID when a column is missing; the messages
 * of the last two are sentences for people. What was submitted before stays, as an unfinished group.
 */
gboolean gw_import_next (GwImport *self, GCancellable *cancellable, GwChange **out_change,
                         GError **error);

/** gw_import_get_report: what it has done so far. (transfer none) */
GwImportReport *gw_import_get_report (GwImport *self);

/** gw_import_steal_report: what it did, to be kept when @self goes; call it last. (transfer full) */
GwImportReport *gw_import_steal_report (GwImport *self);

/** gw_import_get_permille: how far it is, 0–1000, or −1 when sizes are unknown. */
gint gw_import_get_permille (GwImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwImport, gw_import_free)

G_END_DECLS
