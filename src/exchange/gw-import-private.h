/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers of single lists share: cells of the row at hand, complaints, names, and handing
 * over the finished draft. Only src/exchange includes this.
 */
#pragma once

#include "gw-csv-reader.h"
#include "gw-import.h"
#include "gw-slice.h"

G_BEGIN_DECLS

struct _GwImport
{
  GwImportIndex *index;
  GwImportSettings settings;
  GwImportReport *report;
  GArray *sources;
  guint at;
  GwCsvReader *reader;
  GwColumnMap *map;
  GwSlice *slice;
  GHashTable *touched;
  gboolean row_is_bad;
  guint64 n_bytes;
  guint64 n_bytes_before;
  gint mode;
};

/** gw_import_cell: the cell that feeds @field; "" when there is none. Lent for the row. */
const char *gw_import_cell (GwImport *self, guint field);

/** gw_import_has: whether that cell holds anything. */
gboolean gw_import_has (GwImport *self, guint field);

/** gw_import_complain: lists @reason about @field's cell (−1: the row); the row is left out. */
void gw_import_complain (GwImport *self, gint field, const char *reason);

/** gw_import_mention: lists @reason, but the row is taken. */
void gw_import_mention (GwImport *self, gint field, const char *reason);

/** gw_import_complain_cell: complains that the cell cannot be read; @format has one %s for it. */
void gw_import_complain_cell (GwImport *self, guint field, const char *format);

/** gw_import_take: puts the cell of @field, if any, into @record_field of @draft as its kind says. */
void gw_import_take (GwImport *self, GwDraft *draft, guint record_field, guint field);

/** gw_import_take_choices: as gw_import_take(), after putting lists' words into ours. */
void gw_import_take_choices (GwImport *self, GwDraft *draft, guint record_field, guint field);

/** gw_import_take_span: a length in minutes, or in hours with @in_hours. */
void gw_import_take_span (GwImport *self, GwDraft *draft, guint record_field, guint field,
                          gboolean in_hours);

/** gw_import_take_flag: yes or no. */
void gw_import_take_flag (GwImport *self, GwDraft *draft, guint record_field, guint field);

/** gw_import_take_day: a day. One that cannot be read is only mentioned with @may_miss. */
void gw_import_take_day (GwImport *self, GwDraft *draft, guint record_field, guint field,
                         gboolean may_miss);

/** gw_import_take_place: latitude and longitude. */
void gw_import_take_place (GwImport *self, GwDraft *draft, guint record_field, guint latitude,
                           guint longitude);

/** gw_import_take_team: the team, made when it is new; the settings' team for a new record. */
void gw_import_take_team (GwImport *self, GwDraft *draft, guint record_field, guint field);

/** gw_import_find_skill: the skill called @name, made when it is new. */
GwId gw_import_find_skill (GwImport *self, const char *name);

/**
 * gw_import_find_colleagues: ids of the colleagues @field names, appended to @ids (#GwId). Unknown
 * ones are complained about, or only mentioned with @may_miss.
 */
void gw_import_find_colleagues (GwImport *self, guint field, gboolean may_miss, GArray *ids);

/** gw_import_find_person: the person @field names; complains and answers none when nobody is. */
GwId gw_import_find_person (GwImport *self, guint field);

/** gw_import_take_skills: the skills @field names, made when they are new, into @record_field. */
void gw_import_take_skills (GwImport *self, GwDraft *draft, guint record_field, guint field);

/** gw_import_read_needed: how many colleagues @field asks for, 1–4; 0: it does not say. */
guint gw_import_read_needed (GwImport *self, guint field);

/** gw_import_find_by_id: the record whose id stands in @field; complains when it cannot be. */
const GwRecord *gw_import_find_by_id (GwImport *self, const GwRecordType *type, guint field);

/** gw_import_start: a draft of @known, or of a new record of @type. (transfer full) */
GwDraft *gw_import_start (const GwRecordType *type, const GwRecord *known);

/** gw_import_keep: puts a valid draft into the slice and the index; complains about the others. */
gboolean gw_import_keep (GwImport *self, const GwDraft *draft);

/** gw_import_finish_row: gw_import_keep() and the counting, for the row's own record. */
gboolean gw_import_finish_row (GwImport *self, const GwDraft *draft);

/** gw_import_was_touched: whether a row of this import gave record @id already. */
gboolean gw_import_was_touched (GwImport *self, GwId id);

/** gw_import_dup_full_name: the row's name from one or two columns. (transfer full) */
void gw_import_split_name (GwImport *self, guint name, guint first, guint last, char **out_first,
                           char **out_last);

/** gw_import_read_colleague_row: one row of colleagues. */
void gw_import_read_colleague_row (GwImport *self);

/** gw_import_read_person_row: one row of people. */
void gw_import_read_person_row (GwImport *self);

/** gw_import_read_shift_row: one row of shifts. */
void gw_import_read_shift_row (GwImport *self);

/** gw_import_read_visit_row: one row of visits. */
void gw_import_read_visit_row (GwImport *self);

/** gw_import_read_regular_row: one row of regular visits. */
void gw_import_read_regular_row (GwImport *self);

/** gw_import_read_travel_row: one row of travel times, or of a matrix. */
void gw_import_read_travel_row (GwImport *self);

G_END_DECLS
