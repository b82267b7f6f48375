/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records that rows of a list may mean. The caller puts in what it has loaded; an import adds
 * what it makes on its way, so that a visit may name a person of the list before. Holds references;
 * one thread at a time.
 *
 * How rows find their record (nothing is ever doubled by bringing a list in again):
 *  - any row: its id, where the list has one;
 *  - people and colleagues: first and last name together, case and accents aside;
 *  - visits: person, the day they were first brought in for, and the wished time (else earliest start
 *    and purpose, else planned start), so that a visit moved since is found again;
 *  - regular visits: person, purpose and wished time (else earliest start), while they go on;
 *  - shifts: colleague, the day they were first brought in for, and start, else the only one that day;
 *  - travel: from, to and mode; skills held: colleague and skill; absences: colleague and first day.
 * Names in other columns may also be short: "Marta", "Marta Z", "Zielińska, Marta".
 */
#pragma once

#include "gw-record.h"

G_BEGIN_DECLS

typedef struct _GwImportIndex GwImportIndex;

/** GwImportMatch: what a name led to. */
typedef enum
{
  GW_IMPORT_MATCH_NONE,
  GW_IMPORT_MATCH_ONE,
  GW_IMPORT_MATCH_SEVERAL
} GwImportMatch;

/** gw_import_index_new: an empty index. (transfer full) */
GwImportIndex *gw_import_index_new (void);

/** gw_import_index_free: frees it. */
void gw_import_index_free (GwImportIndex *self);

/**
 * gw_import_index_put: adds @record, or replaces the revision it holds. Teams, skills, places, people,
 * colleagues, skills held, absences, shifts, visits, regular visits and travel overrides matter; others and deleted
 * ones are left aside.
 */
void gw_import_index_put (GwImportIndex *self, const GwRecord *record);

/** gw_import_index_put_all: puts every #GwRecord of @records. */
void gw_import_index_put_all (GwImportIndex *self, GPtrArray *records);

/** gw_import_index_find: the record with @id, or NULL. (transfer none) */
const GwRecord *gw_import_index_find (GwImportIndex *self, GwId id);

/** gw_import_index_find_name: who or what of @type is called @name, short forms included. */
GwImportMatch gw_import_index_find_name (GwImportIndex *self, const GwRecordType *type,
                                         const char *name, const GwRecord **out_record);

/** gw_import_index_find_full_name: the same by the whole name only. */
GwImportMatch gw_import_index_find_full_name (GwImportIndex *self, const GwRecordType *type,
                                              const char *name, const GwRecord **out_record);

/**
 * gw_import_index_list: ids (#GwId, lent) of records of @type that belong to @owner and @day: visits
 * of a person, shifts of a colleague (none: open ones), regular visits of a person (day 0). NULL when
 * there are none.
 */
GArray *gw_import_index_list (GwImportIndex *self, const GwRecordType *type, GwId owner, GwDay day);

/** gw_import_index_find_pair: the record of @type between @a and @b and with @number (mode), or NULL. */
const GwRecord *gw_import_index_find_pair (GwImportIndex *self, const GwRecordType *type, GwId a,
                                           GwId b, gint number);

/** gw_import_index_mark_open: JSON that marks a shift which a list left open; lent. */
const char *gw_import_index_mark_open (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwImportIndex, gw_import_index_free)

G_END_DECLS
