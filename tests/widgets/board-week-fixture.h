/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small team's week as the board shows it, without a window. */
#pragma once

#include "gw-board-words.h"
#include "small-team.h"

typedef struct
{
  SmallTeam team;
  GwBoardWeek *week;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  small_team_init (&fixture->team);
  fixture->week = small_team_make_week (&fixture->team);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gw_board_week_unref (fixture->week);
  small_team_clear (&fixture->team);
}

/** ADD_TEST: a test that gets a fixture of its own. */
#define ADD_TEST(name, func) g_test_add ("/board/" name, Fixture, NULL, set_up, func, tear_down)
