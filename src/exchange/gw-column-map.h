/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which column of a file feeds which field of a list. Guessed from the headings, corrected by a
 * person, kept as text by heading, so that a saved map still fits when columns have moved. One
 * thread at a time.
 */
#pragma once

#include "gw-import-target.h"

G_BEGIN_DECLS

#define GW_COLUMN_NONE (-1)

typedef struct _GwColumnMap GwColumnMap;

/** gw_column_map_new: guesses from @headings, the cells of the first row. (transfer full) */
GwColumnMap *gw_column_map_new (GwImportTarget target, const char *const *headings,
                                guint n_headings);

/** gw_column_map_copy: another one like it. (transfer full) */
GwColumnMap *gw_column_map_copy (const GwColumnMap *self);

/** gw_column_map_free: frees it. */
void gw_column_map_free (GwColumnMap *self);

/** gw_column_map_get_target: what the rows are. */
GwImportTarget gw_column_map_get_target (const GwColumnMap *self);

/** gw_column_map_get_n_columns: columns of the file. */
guint gw_column_map_get_n_columns (const GwColumnMap *self);

/** gw_column_map_get_heading: heading of @column as the file has it; lent. */
const char *gw_column_map_get_heading (const GwColumnMap *self, guint column);

/** gw_column_map_get_column: the column that feeds @field, or GW_COLUMN_NONE. */
gint gw_column_map_get_column (const GwColumnMap *self, guint field);

/** gw_column_map_get_field: the field that @column feeds, or −1. */
gint gw_column_map_get_field (const GwColumnMap *self, guint column);

/** gw_column_map_set_column: feeds @field from @column (GW_COLUMN_NONE: from nothing). */
void gw_column_map_set_column (GwColumnMap *self, guint field, gint column);

/**
 * gw_column_map_dup_problem: what is still missing, as a translated sentence; NULL when the map will
 * do. (transfer full) (nullable)
 */
char *gw_column_map_dup_problem (const GwColumnMap *self);

/** gw_column_map_to_text: the map for keeping, one "field=heading" a line. (transfer full) */
char *gw_column_map_to_text (const GwColumnMap *self);

/**
 * gw_column_map_apply_text: takes over what gw_column_map_to_text() kept, as far as headings still
 * fit; other lines are skipped. Returns how many did.
 */
guint gw_column_map_apply_text (GwColumnMap *self, const char *text);

/** gw_column_map_guess_target: which list these headings belong to; FALSE when none is likely. */
gboolean gw_column_map_guess_target (const char *const *headings, guint n_headings,
                                     GwImportTarget *out_target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwColumnMap, gw_column_map_free)

G_END_DECLS
