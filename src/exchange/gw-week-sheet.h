/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet teams really have: names down, days across, and in the cells "E", "7-14", "A/L", "OFF".
 * From a file or from the clipboard. The sheet finds its own heading row and name column, reads
 * dates, or weekday names from a given Monday on, over as many weeks as it has. What the codes mean
 * is guessed, also from a legend on the sheet ("E = 07:00-14:00"), and may be corrected before
 * anything is built.
 *
 * Bringing it in again changes only what differs: a shift is known by colleague and day, an absence
 * by colleague, kind and days. An empty cell takes nothing away. One thread at a time.
 */
#pragma once

#include <gio/gio.h>

#include "gw-import.h"

G_BEGIN_DECLS

/**
 * GwSheetMeaning: what a code stands for.
 * @GW_SHEET_UNKNOWN: nobody has said yet; its cells are listed as problems
 * @GW_SHEET_NOTHING: a day off
 * @GW_SHEET_SHIFT: a shift with the code's times
 * @GW_SHEET_ABSENCE: time away of the code's kind
 */
typedef enum
{
  GW_SHEET_UNKNOWN,
  GW_SHEET_NOTHING,
  GW_SHEET_SHIFT,
  GW_SHEET_ABSENCE
} GwSheetMeaning;

/**
 * GwSheetCode: one line of the legend.
 * @code: as the sheet writes it first
 * @meaning: what it stands for
 * @start: of a shift, minutes after midnight
 * @end: of a shift; may exceed 1440
 * @absence: of an absence, a #GwAbsenceKind
 * @n_cells: how many cells use it
 */
typedef struct
{
  char *code;
  GwSheetMeaning meaning;
  GwMinute start;
  GwMinute end;
  gint absence;
  guint n_cells;
} GwSheetCode;

typedef struct _GwWeekSheet GwWeekSheet;

/**
 * gw_week_sheet_read: reads a whole sheet (at most 500 rows of 400 days; more is refused). @monday:
 * the week that weekday names without a date mean. NULL with @error: GW_ERROR_CORRUPT when it is no
 * list, GW_ERROR_INVALID when no row of days is found. Blocks. (transfer full)
 */
GwWeekSheet *gw_week_sheet_read (GInputStream *stream, GwDay monday, GCancellable *cancellable,
                                 GError **error);

/** gw_week_sheet_read_text: the same for pasted text. (transfer full) */
GwWeekSheet *gw_week_sheet_read_text (const char *text, GwDay monday, GError **error);

/**
 * gw_week_sheet_is_likely: whether @rows (element-type GStrv, headings first) look like a rota sheet
 * and not like a list: three columns or more are days, and what stands in them says more than yes
 * or no, as columns of weekdays do in lists of regular visits.
 */
gboolean gw_week_sheet_is_likely (GPtrArray *rows);

/** gw_week_sheet_free: frees it. */
void gw_week_sheet_free (GwWeekSheet *self);

/** gw_week_sheet_get_n_rows: names on the sheet. */
guint gw_week_sheet_get_n_rows (GwWeekSheet *self);

/** gw_week_sheet_get_name: the name in front of row @row; lent. */
const char *gw_week_sheet_get_name (GwWeekSheet *self, guint row);

/** gw_week_sheet_get_n_days: days on the sheet. */
guint gw_week_sheet_get_n_days (GwWeekSheet *self);

/** gw_week_sheet_get_day: the day of column @index. */
GwDay gw_week_sheet_get_day (GwWeekSheet *self, guint index);

/** gw_week_sheet_get_cell: what stands at row and day; lent. */
const char *gw_week_sheet_get_cell (GwWeekSheet *self, guint row, guint index);

/** gw_week_sheet_get_n_codes: lines of the legend. */
guint gw_week_sheet_get_n_codes (GwWeekSheet *self);

/**
 * gw_week_sheet_get_code: line @index of the legend, to read and to correct (all but code and
 * n_cells). (transfer none)
 */
GwSheetCode *gw_week_sheet_get_code (GwWeekSheet *self, guint index);

/** gw_week_sheet_legend_to_text: the legend for keeping, "E=07:00-14:00" a line. (transfer full) */
char *gw_week_sheet_legend_to_text (GwWeekSheet *self);

/** gw_week_sheet_apply_legend: takes over a kept legend for the codes this sheet has. */
void gw_week_sheet_apply_legend (GwWeekSheet *self, const char *text);

/** GwSheetNewNames: what to do with a name that nobody has. */
typedef enum
{
  GW_SHEET_LIST_NEW_NAMES,
  GW_SHEET_MAKE_NEW_NAMES
} GwSheetNewNames;

/**
 * gw_week_sheet_build: the changes (#GwChange, slices of one group, in order) that make the sheet
 * true, with records found through @index, which is added to. Counts and problems go into @report,
 * as shifts. @new_names: whether unknown names become colleagues. (transfer full)
 */
GPtrArray *gw_week_sheet_build (GwWeekSheet *self, GwImportIndex *index,
                                const GwImportSettings *settings, GwSheetNewNames new_names,
                                GwImportReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwWeekSheet, gw_week_sheet_free)

G_END_DECLS
