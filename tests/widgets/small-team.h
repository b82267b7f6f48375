/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A team of two colleagues and two people with three visits on one Monday, made by hand: Rose at
 * 08:00 with Marta, Ali at 09:00 for two with Marta alone so far, Rose at 12:00 to cover.
 */
#pragma once

#include "gw-board-week.h"

G_BEGIN_DECLS

/** SmallTeam: records; each array owns its own. */
typedef struct
{
  GPtrArray *colleagues;
  GPtrArray *people;
  GPtrArray *visits;
  GPtrArray *shifts;
  GPtrArray *absences;
  GPtrArray *role_times;
  GPtrArray *meetings;
  GPtrArray *troubles;
  GwId shown_team; /* what the board is asked to show; none for all */
  GwDay monday;
  GwId marta;
  GwId dev;
  GwId rose;
  GwId ali;
  GwId morning;
  GwId pair;
  GwId lunch;
} SmallTeam;

/** small_team_init: makes it. */
void small_team_init (SmallTeam *self);

/** small_team_clear: frees it. */
void small_team_clear (SmallTeam *self);

/** small_team_make_week: its week as the board shows it, on Sunday evening before. */
GwBoardWeek *small_team_make_week (SmallTeam *self);

/** small_team_add_shift: a shift on Monday; the none id as @colleague: an open one. */
GwId small_team_add_shift (SmallTeam *self, guint number, GwId colleague, gint start, gint end);

/** small_team_next_day: moves a visit to the day after, at the same time. */
void small_team_next_day (SmallTeam *self, GwId visit);

/** small_team_add_meeting: of everybody, on Monday, 60 min at @start. */
void small_team_add_meeting (SmallTeam *self, guint number, gint start);

/** small_team_add_role_time: on Monday, 60 min at @start; negative: at any time; it fits at 12:00. */
void small_team_add_role_time (SmallTeam *self, guint number, GwId colleague, gint start);

/** small_team_wait_in: a visit that nobody has lies in @open_shift. */
void small_team_wait_in (SmallTeam *self, GwId visit, GwId open_shift);

/** small_team_hold: @colleague holds @shift; the none id: nobody does. */
void small_team_hold (SmallTeam *self, GwId shift, GwId colleague);

/** small_team_move: as if a drop had been committed. */
void small_team_move (SmallTeam *self, GwId visit, GwId from, GwId to, gint start);

/** small_team_delete: @colleague is no longer in the team; @erased: nothing is known of her. */
void small_team_delete (SmallTeam *self, GwId colleague, gboolean erased);

G_END_DECLS
