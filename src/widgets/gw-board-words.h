/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the board says in words: the bottom line, the names that screen readers speak, hours and
 * counts. Translated whole sentences; pure; main thread (translations).
 */
#pragma once

#include "gw-board-week.h"

G_BEGIN_DECLS

/** gw_board_words_day: "Mon 24". (transfer full) */
char *gw_board_words_day (GwDay day);

/** gw_board_words_span: "08:00–08:30". (transfer full) */
char *gw_board_words_span (gint start, gint end);

/** gw_board_words_entry: "Rose, 08:00–08:30": an entry's accessible name. (transfer full) */
char *gw_board_words_entry (const GwBoardEntry *entry);

/** gw_board_words_marks: "two colleagues, time-critical": what icons say; "" if none. (transfer full) */
char *gw_board_words_marks (const GwBoardEntry *entry);

/** gw_board_words_who: the colleagues of an entry's visit, or that there is no one yet. (transfer full) */
char *gw_board_words_who (const GwBoardWeek *week, guint index);

/** gw_board_words_sentence: "Rose, Mon 08:00–08:30, breakfast, Marta": in full. (transfer full) */
char *gw_board_words_sentence (const GwBoardWeek *week, guint index);

/** gw_board_words_hours: "28/35 h", or "28 h" without a contract. (transfer full) */
char *gw_board_words_hours (const GwBoardRow *row);

/** gw_board_words_shift: "07:00–14:00", "Leave", "Away", … or NULL when not working. (transfer full) */
char *gw_board_words_shift (const GwBoardCell *cell);

/** gw_board_words_short_shift: "7–14", "7:30–22" for narrow cells; else as the shift. (transfer full) */
char *gw_board_words_short_shift (const GwBoardCell *cell);

/**
 * gw_board_words_part: the same of one shift of a day, or with @shift −1 of all of the day.
 * (transfer full) (nullable)
 */
char *gw_board_words_part (const GwBoardWeek *week, gint row, gint day, gint shift,
                           gboolean narrow);

/** gw_board_words_count: visits of a shift, or with @shift −1 of a day. */
guint gw_board_words_count (const GwBoardWeek *week, gint row, gint day, gint shift);

/** gw_board_words_cell_sentence: the cell's name and what is wrong with it, if anything. (transfer full) */
char *gw_board_words_cell_sentence (const GwBoardWeek *week, gint row, gint day, gint shift);

/**
 * gw_board_words_cell: "Marta, Mon 24: 07:00–14:00, 7 visits": a cell's name, or the name of one of its
 * shifts, with its meetings and role time. (transfer full)
 */
char *gw_board_words_cell (const GwBoardWeek *week, gint row, gint day, gint shift);

/** gw_board_words_row: how a row is called: a colleague's name, or "Open shifts". */
const char *gw_board_words_row (const GwBoardWeek *week, gint row);

G_END_DECLS
