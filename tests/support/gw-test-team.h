/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A team file in a folder of its own and the session that has it open, at six in the morning of
 * Monday 23 November 2026, whatever the day of the test is.
 */
#pragma once

#include "gw-test-folder.h"

#include "gw-session-edit.h"
#include "gw-session-sample.h"
#include "gw-session.h"

/** GwTestTeam: all of it is owned. */
typedef struct
{
  char *folder;
  char *path;
  GwClock *clock;
  GwSession *session;
  GwDay today;
} GwTestTeam;

/** gw_test_team_reopen: opens the file again after its session was closed. */
static inline void
gw_test_team_reopen (GwTestTeam *self)
{
  g_autoptr (GError) error = NULL;

  self->session = gw_session_open_sync (self->path, GW_SESSION_CREATE, self->clock, &error);
  g_assert_no_error (error);
}

/** gw_test_team_close: closes the session; the file stays. */
static inline void
gw_test_team_close (GwTestTeam *self)
{
  g_assert_true (gw_session_close_sync (self->session, NULL));
  g_clear_object (&self->session);
}

/** gw_test_team_init_folder: what comes before a file; for the two below. */
static inline void
gw_test_team_init_folder (GwTestTeam *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GError) error = NULL;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &self->today));
  self->clock = gw_clock_new_fixed (zone, gw_civil_to_instant (zone, self->today, GW_HM (6, 0)));
  self->folder = g_dir_make_tmp ("good-week-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "team.gw", NULL);
}

/** gw_test_team_init_empty: a team with nothing in it. */
static inline void
gw_test_team_init_empty (GwTestTeam *self)
{
  gw_test_team_init_folder (self);
  gw_test_team_reopen (self);
}

/** gw_test_team_init_sample: the sample team that @seed makes. */
static inline void
gw_test_team_init_sample (GwTestTeam *self, guint64 seed)
{
  GwSampleWish wish = { .size = GW_SAMPLE_SIZE_TEAM, .seed = seed };
  g_autoptr (GError) error = NULL;

  gw_test_team_init_folder (self);
  wish.today = self->today;
  gw_session_write_sample_sync (self->path, &wish, NULL, NULL, &error);
  g_assert_no_error (error);
  gw_test_team_reopen (self);
}

/** gw_test_team_submit: a change of one record, in the file when it returns. */
static inline void
gw_test_team_submit (GwTestTeam *self, GwDraft *draft)
{
  g_autoptr (GwChange) change = gw_change_new ("One record");
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;

  gw_change_add_draft (change, draft);
  commit = gw_session_submit_sync (self->session, change, NULL, &error);
  g_assert_no_error (error);
}

/** gw_test_team_clear: closes it and takes the folder away. */
static inline void
gw_test_team_clear (GwTestTeam *self)
{
  gw_test_team_close (self);
  gw_clock_unref (self->clock);
  gw_test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}
