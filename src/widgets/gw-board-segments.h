/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a shift is made of between its visits: travel, the break, and paid free time. The board
 * draws it as the ribbon of a week's cell and in true proportion in a day's row. It shows where a
 * break fits; whether there is one is the engine's to say. Minutes of the shift's day. Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GW_BOARD_FREE_LEAST 25
#define GW_BOARD_BREAK 20
#define GW_BOARD_BREAK_AFTER 360
#define GW_BOARD_BREAK_GUESS (-1)

/**
 * GwBoardSegmentKind: what a stretch of a shift is. TEAM: meetings. ROLE: role time that was given its
 * time; ROLE_ANY: one that may be at any time of the shift, where it fits now. TIGHT: travel whose
 * buffer is used.
 */
typedef enum
{
  GW_BOARD_SEGMENT_VISIT,
  GW_BOARD_SEGMENT_WELLBEING,
  GW_BOARD_SEGMENT_TEAM,
  GW_BOARD_SEGMENT_ROLE,
  GW_BOARD_SEGMENT_ROLE_ANY,
  GW_BOARD_SEGMENT_TRAVEL,
  GW_BOARD_SEGMENT_TIGHT,
  GW_BOARD_SEGMENT_BREAK,
  GW_BOARD_SEGMENT_FREE
} GwBoardSegmentKind;

/** GwBoardSegment: a stretch of a shift, @start to @end. */
typedef struct
{
  GwBoardSegmentKind kind;
  gint start;
  gint end;
} GwBoardSegment;

/**
 * GwBoardItem: a visit or team time within a shift.
 * @kind: VISIT, WELLBEING, TEAM, ROLE or ROLE_ANY
 * @start: first minute
 * @end: minute after the last
 * @travel: minutes to get there from the item before; negative: not known
 */
typedef struct
{
  GwBoardSegmentKind kind;
  gint start;
  gint end;
  gint travel;
} GwBoardItem;

/**
 * gw_board_segments_append: appends the segments of one shift from @start to @end to @segments, in
 * the order of their starts, and returns how many. @items are in the order of their starts. With
 * @end <= @start there is no shift: items and travel only. @break_start: where the break is, when
 * that is known; GW_BOARD_BREAK_GUESS: show where one fits best, in shifts over six hours. Free time shorter than 25 minutes is
 * left out. Linear.
 */
guint gw_board_segments_append (GArray *segments, const GwBoardItem *items, guint n_items,
                                gint start, gint end, gint break_start);

G_END_DECLS
