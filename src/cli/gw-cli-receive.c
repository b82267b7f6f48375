/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan receive: a whole team from another laptop into a team file here. */
#include "config.h"

#include "gw-cli.h"

#include "gw-session-receive.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry entries[] = { { NULL } };

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!gw_cli_parse (&gw_cli_receive, entries, &argc, &argv, 2))
    return GW_CLI_USAGE;
  if (gw_session_receive_team_sync (argv[1], argv[2], &error))
    return GW_CLI_DONE;
  gw_cli_say ("%s", error->message);
  return g_file_test (argv[1], G_FILE_TEST_EXISTS) &&
                 !g_error_matches (error, GW_ERROR, GW_ERROR_CORRUPT)
             ? GW_CLI_NOT_SAVED
             : GW_CLI_UNREADABLE;
}

const GwCliCommand gw_cli_receive = {
  .name = "receive",
  .arguments = "FILE.gwteam TEAM.gw",
  .summary = N_ ("Take over a whole team from another laptop"),
  .run = run,
};
