/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rolling roster for one team: four weeks that repeat, with rest between late and early, at most
 * five days in a row and weekends shared. Only src/sample includes this.
 */
#pragma once

#include "gw-sample-private.h"

G_BEGIN_DECLS

#define GW_SAMPLE_CYCLE_DAYS (GW_SAMPLE_CYCLE_WEEKS * 7)
#define GW_SAMPLE_MOST_COLLEAGUES 12

/** Kinds of shift; none first. */
enum
{
  GW_SAMPLE_OFF,
  GW_SAMPLE_EARLY,
  GW_SAMPLE_MID,
  GW_SAMPLE_LATE,
  GW_SAMPLE_N_SHIFT_KINDS
};

/** GwSampleRoster: what each colleague does on each day, and how many shifts found nobody. */
typedef struct
{
  guint8 cells[GW_SAMPLE_MOST_COLLEAGUES][GW_SAMPLE_CYCLE_DAYS];
  guint8 open[GW_SAMPLE_CYCLE_DAYS][GW_SAMPLE_N_SHIFT_KINDS];
  guint n_open;
} GwSampleRoster;

/** gw_sample_roster_make: the best of some greedy attempts for team @team. */
void gw_sample_roster_make (GwSampleWorld *world, guint team, GwSampleRoster *out_roster);

/** gw_sample_roster_comes_to_meeting: whether a place of a team goes to Wednesday's meeting. */
gboolean gw_sample_roster_comes_to_meeting (const GwSampleTeam *team, guint place);

G_END_DECLS
