/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of a #GwBoardWeek, for the files that compute one. Same layer only.
 */
#pragma once

#include "gw-board-week.h"

G_BEGIN_DECLS

/**
 * GwBoardWeek: cells are row by row, the open shifts' days first, then the lane's; entries and shifts
 * are sorted by row, day, start and id; strings live in @strings; @records keeps what entries and rows point to.
 */
struct _GwBoardWeek
{
  gatomicrefcount ref_count;
  GwDay first_day;
  guint n_days;
  gint today;
  gint n_past;
  gint now;
  GArray *rows;
  GArray *cells;
  GArray *entries;
  GArray *segments;
  GArray *shifts;
  GHashTable *row_of;
  GHashTable *entry_of;
  GStringChunk *strings;
  GPtrArray *records;
  GwBoardNumbers numbers;
};

/** GwBoardPlace: what entries and shifts are sorted by. */
typedef struct
{
  gint row;
  gint day;
  gint start;
  GwId id;
} GwBoardPlace;

/** gw_board_compare_places: row by row, day by day, by start; the id makes the order certain. */
gint gw_board_compare_places (const GwBoardPlace *one, const GwBoardPlace *other);

/** gw_board_week_edit_cell: the cell while it is being computed. */
GwBoardCell *gw_board_week_edit_cell (GwBoardWeek *self, gint row, gint day);

/**
 * gw_board_input_is_our_team: whether the board shows who belongs to @team. Somebody of no team is
 * on every board, as in the planner: a visit that no board shows is one that nobody makes.
 */
gboolean gw_board_input_is_our_team (const GwBoardInput *input, GwId team);

/** gw_board_week_add_rows: fills the rows from @input. */
void gw_board_week_add_rows (GwBoardWeek *self, const GwBoardInput *input);

/** gw_board_dup_colleague: what the board calls a colleague. (transfer full) */
char *gw_board_dup_colleague (const GwRecord *colleague, gboolean full);

/**
 * gw_board_keep_working: of the colleagues in @gone, who are no longer in the team, keeps those who
 * did something in the days of @input that its board shows.
 */
void gw_board_keep_working (GPtrArray *gone, const GwBoardInput *input);

/** gw_board_week_add_entries: fills the entries and each cell's range of them. */
void gw_board_week_add_entries (GwBoardWeek *self, const GwBoardInput *input);

/**
 * gw_board_week_add_shifts: fills shifts and absences of the cells, and the rows' minutes; needs
 * entries.
 */
void gw_board_week_add_shifts (GwBoardWeek *self, const GwBoardInput *input);

/** gw_board_week_add_absences: fills the absences of the cells. */
void gw_board_week_add_absences (GwBoardWeek *self, const GwBoardInput *input);

/**
 * gw_board_cell_count_worked: what of the @paid minutes of a shift from @start to @end is worked: time
 * in training is, time on leave or away is not.
 */
gint gw_board_cell_count_worked (const GwBoardCell *cell, gint start, gint end, gint paid);

/** gw_board_week_find_shift_at: the shift of @cell that is not over at @start, else its last. */
GwBoardShift *gw_board_week_find_shift_at (GwBoardWeek *self, const GwBoardCell *cell, gint start);

/** gw_board_week_add_segments: fills travel and segments; needs entries and shifts. */
void gw_board_week_add_segments (GwBoardWeek *self, const GwBoardInput *input);

/** gw_board_week_add_troubles: marks entries and cells; needs entries. */
void gw_board_week_add_troubles (GwBoardWeek *self, const GwBoardInput *input);

/** gw_board_week_count: fills the numbers; needs all else. */
void gw_board_week_count (GwBoardWeek *self, const GwBoardInput *input);

G_END_DECLS
