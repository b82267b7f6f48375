/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The days a board shows, computed from records: a row for each colleague, a cell for each day,
 * an entry for each visit of a colleague and for each visit that still needs one, and the numbers
 * above. It is a value: made whole, never altered, counted; the board makes a new one when records
 * change and keeps its cards by (visit, colleague). No rota rule is in it: what breaks a rule is
 * handed in as troubles, travel as a function. Any thread; cost linear in the records, about
 * 1 ms for a team's week.
 */
#pragma once

#include "gw-board-segments.h"

#include "gw-civil-time.h"
#include "gw-record.h"

G_BEGIN_DECLS

/** GwBoardSeverity: how much something matters, in the order of mattering. */
typedef enum
{
  GW_BOARD_FINE,
  GW_BOARD_CHANGES,
  GW_BOARD_GIVES_WAY,
  GW_BOARD_CANNOT,
  GW_BOARD_UNKNOWN
} GwBoardSeverity;

/**
 * GwBoardTrouble: something the engine says about a visit or a colleague's day.
 * @visit: which visit, or the none id: it is about the colleague's day
 * @colleague: whose, or the none id for all of the visit
 * @day: the day it happens on
 * @severity: GIVES_WAY or CANNOT
 * @sentence: in words, translated; owned
 */
typedef struct
{
  GwId visit;
  GwId colleague;
  GwDay day;
  GwBoardSeverity severity;
  char *sentence;
} GwBoardTrouble;

/** gw_board_trouble_new: copies @sentence. (transfer full) */
GwBoardTrouble *gw_board_trouble_new (GwId visit, GwId colleague, GwDay day,
                                      GwBoardSeverity severity, const char *sentence);

/** gw_board_trouble_free: frees it. */
void gw_board_trouble_free (GwBoardTrouble *self);

/** GwBoardTravelFunc: minutes @colleague travels from one visit to the next; negative: unknown. */
typedef gint (*GwBoardTravelFunc) (GwId colleague, const GwRecord *from, const GwRecord *to,
                                   gpointer data);

/** GwBoardBreakFunc: the minute at which a shift's break starts; negative: unknown. */
typedef gint (*GwBoardBreakFunc) (const GwRecord *shift, gpointer data);

/** GwBoardRoleFunc: the minute at which role time without a time of its own fits; negative: unknown. */
typedef gint (*GwBoardRoleFunc) (const GwRecord *shift, const GwRecord *role_time, gpointer data);

/** GwBoardInputFlags: HIDE_NAMES shows initials. */
typedef enum
{
  GW_BOARD_INPUT_NO_FLAGS = 0,
  GW_BOARD_INPUT_HIDE_NAMES = 1 << 0
} GwBoardInputFlags;

/**
 * GwBoardInput: what a board is computed from; all is lent for the call. Arrays hold #GwRecord and
 * may be NULL.
 * @team: only this team's colleagues and people, and those of no team; the none id for all
 * @zone: for paid minutes; NULL: no clock changes
 * @travel: nullable
 * @find_break: nullable
 * @find_role_time: nullable
 * @data: handed to these
 * @troubles: (element-type GwBoardTrouble) (nullable)
 * @wishes_permille: wishes kept, as the planner counts them; negative: not known
 */
typedef struct
{
  GPtrArray *colleagues;
  GPtrArray *people;
  GPtrArray *visits;
  GPtrArray *shifts;
  GPtrArray *absences;
  GPtrArray *meetings;
  GPtrArray *role_times;
  GwDay first_day;
  guint n_days;
  GwDay today;
  GwMinute now;
  GwId team;
  GTimeZone *zone;
  GwBoardTravelFunc travel;
  GwBoardBreakFunc find_break;
  GwBoardRoleFunc find_role_time;
  gpointer data;
  GPtrArray *troubles;
  gint wishes_permille;
  guint flags;
} GwBoardInput;

/** GwBoardEntryFlags: what a card shows about its visit, each as words or an icon too. */
typedef enum
{
  GW_BOARD_ENTRY_CRITICAL = 1 << 0,
  GW_BOARD_ENTRY_FLEXIBLE = 1 << 1,
  GW_BOARD_ENTRY_WELLBEING = 1 << 2,
  GW_BOARD_ENTRY_PAIR = 1 << 3,
  GW_BOARD_ENTRY_PINNED = 1 << 4,
  GW_BOARD_ENTRY_DONE = 1 << 5,
  GW_BOARD_ENTRY_PAST = 1 << 6,
  GW_BOARD_ENTRY_UNPLANNED = 1 << 7
} GwBoardEntryFlags;

/**
 * GwBoardEntry: a visit as one colleague's, or as one that needs somebody.
 * @visit: the record; owned by the week
 * @visit_id: its id
 * @colleague: who comes; the none id in the lane
 * @person: to whom
 * @name: the person's first name
 * @purpose: what for, perhaps ""
 * @row: row of the colleague; −1 in the lane
 * @day: day of the week, from 0
 * @start: planned, or wished while not planned
 * @end: the minute after its last
 * @level: when entries of a cell overlap, which of them is on top
 * @n_levels: how many share the height
 * @travel: minutes of travel before it; negative when not known
 * @twin: another entry of the same visit, or −1
 * @missing: colleagues that are missing (lane)
 * @flags: #GwBoardEntryFlags
 * @severity: the worst trouble, GW_BOARD_FINE when none
 * @trouble: its sentence, or NULL
 */
typedef struct
{
  const GwRecord *visit;
  GwId visit_id;
  GwId colleague;
  GwId person;
  const char *name;
  const char *purpose;
  gint row;
  gint day;
  gint start;
  gint end;
  gint level;
  gint n_levels;
  gint travel;
  gint twin;
  guint missing;
  guint flags;
  GwBoardSeverity severity;
  const char *trouble;
} GwBoardEntry;

/** GW_BOARD_ROW_OPEN: the row of shifts that nobody holds; −1 is the lane. */
#define GW_BOARD_ROW_OPEN (-2)

/**
 * GwBoardShift: a paid stretch of one day.
 * @record: the shift; owned by the week
 * @id: its id
 * @row: row of the colleague, or GW_BOARD_ROW_OPEN
 * @day: day of the week, from 0
 * @start: first minute
 * @end: the minute after its last
 * @n_entries: visits in it
 * @level: of open shifts that overlap, which of them is on top
 */
typedef struct
{
  const GwRecord *record;
  GwId id;
  gint row;
  gint day;
  gint start;
  gint end;
  guint n_entries;
  gint level;
} GwBoardShift;

/**
 * GwBoardCell: one colleague's day, or one day of the lane or of the open shifts.
 * @first: index of its first entry; entries of a cell are neighbours
 * @n_entries: how many
 * @first_segment: index of its first segment
 * @n_segments: how many
 * @n_levels: levels of its entries, or of open shifts
 * @first_shift: index of its earliest shift; shifts of a cell are neighbours
 * @n_shifts: how many shifts there are
 * @start: of the shift(s)
 * @end: of the shift(s)
 * @absence: #GwAbsenceKind, or 0; asked for but not answered counts with @absence_asked
 * @absence_start: first minute away
 * @absence_end: last minute away
 * @trouble: a sentence about the day, or NULL
 */
typedef struct
{
  guint first;
  guint n_entries;
  guint first_segment;
  guint n_segments;
  gint n_levels;
  guint first_shift;
  guint n_shifts;
  gint start;
  gint end;
  gint absence;
  gboolean absence_asked;
  gint absence_start;
  gint absence_end;
  const char *trouble;
} GwBoardCell;

/**
 * GwBoardRow: one colleague.
 * @record: the colleague; owned by the week
 * @name: first name (with an initial where two share it)
 * @full_name: first and last name
 * @initials: for the face
 * @minutes: paid minutes in the days shown; on leave or away nothing is worked
 * @contract: minutes a week by contract; 0 when not said
 * @is_gone: no longer in the team; shown for what was done in these days, and takes nothing new
 */
typedef struct
{
  const GwRecord *record;
  GwId id;
  const char *name;
  const char *full_name;
  const char *initials;
  gint minutes;
  gint contract;
  gboolean is_gone;
} GwBoardRow;

/**
 * GwBoardNumbers: the numbers above the board. @wishes_permille and @contact_permille are negative
 * when not known.
 */
typedef struct
{
  guint to_cover;
  guint clashes;
  gint wishes_permille;
  gint contact_permille;
  guint visits;
} GwBoardNumbers;

typedef struct _GwBoardWeek GwBoardWeek;

/** gw_board_week_new: computes it. (transfer full) */
GwBoardWeek *gw_board_week_new (const GwBoardInput *input) G_GNUC_WARN_UNUSED_RESULT;

/** gw_board_week_ref: (transfer full) */
GwBoardWeek *gw_board_week_ref (GwBoardWeek *self);

/** gw_board_week_unref: gives a reference back. */
void gw_board_week_unref (GwBoardWeek *self);

/** gw_board_week_get_first_day: the first day shown. */
GwDay gw_board_week_get_first_day (const GwBoardWeek *self);

/** gw_board_week_get_n_days: how many days. */
guint gw_board_week_get_n_days (const GwBoardWeek *self);

/** gw_board_week_get_today: index of today, or −1 when it is not shown. */
gint gw_board_week_get_today (const GwBoardWeek *self);

/** gw_board_week_is_past: whether @day is over. */
gboolean gw_board_week_is_past (const GwBoardWeek *self, gint day);

/** gw_board_week_get_now: the minute of today it was computed at. */
gint gw_board_week_get_now (const GwBoardWeek *self);

/** gw_board_week_get_n_rows: colleagues, in the order of their names. */
guint gw_board_week_get_n_rows (const GwBoardWeek *self);

/** gw_board_week_get_row: lent. */
const GwBoardRow *gw_board_week_get_row (const GwBoardWeek *self, guint row);

/** gw_board_week_find_row: the row of a colleague, or −1. */
gint gw_board_week_find_row (const GwBoardWeek *self, GwId colleague);

/** gw_board_week_get_cell: lent; @row −1 is the lane, GW_BOARD_ROW_OPEN the open shifts. */
const GwBoardCell *gw_board_week_get_cell (const GwBoardWeek *self, gint row, gint day);

/** gw_board_week_get_n_entries: of all cells. */
guint gw_board_week_get_n_entries (const GwBoardWeek *self);

/** gw_board_week_get_entry: lent. */
const GwBoardEntry *gw_board_week_get_entry (const GwBoardWeek *self, guint index);

/** gw_board_week_find_entry: index of a visit as @colleague's (none: in the lane), or −1. */
gint gw_board_week_find_entry (const GwBoardWeek *self, GwId visit, GwId colleague);

/** gw_board_week_get_shift: lent. */
const GwBoardShift *gw_board_week_get_shift (const GwBoardWeek *self, guint index);

/** gw_board_week_find_shift: index of a shift, or −1. */
gint gw_board_week_find_shift (const GwBoardWeek *self, GwId id);

/** gw_board_week_count_open: open shifts of @day, or of all days when it is −1. */
guint gw_board_week_count_open (const GwBoardWeek *self, gint day);

/** gw_board_week_get_segment: lent. */
const GwBoardSegment *gw_board_week_get_segment (const GwBoardWeek *self, guint index);

/** gw_board_week_get_numbers: lent. */
const GwBoardNumbers *gw_board_week_get_numbers (const GwBoardWeek *self);

/** GwBoardStretch: from one minute of a day to another. */
typedef struct
{
  gint start;
  gint end;
} GwBoardStretch;

/**
 * gw_board_cell_list_present: the parts of a shift of the day, @start to @end, in which its colleague
 * is there: all of it, none, or what time away leaves before and after. @out_parts: room for two; how
 * many.
 */
guint gw_board_cell_list_present (const GwBoardCell *cell, gint start, gint end,
                                  GwBoardStretch out_parts[2]);

/** gw_board_week_works: whether the colleague has a shift or a visit that day. */
gboolean gw_board_week_works (const GwBoardWeek *self, guint row, gint day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwBoardWeek, gw_board_week_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwBoardTrouble, gw_board_trouble_free)

G_END_DECLS
