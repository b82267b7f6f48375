/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan generate: visits and shifts from regular visits and regular shifts. */
#include "config.h"

#include "gw-cli.h"

#include "gw-session-generate.h"

#include <glib/gi18n-lib.h>

static char *from_text;
static int n_days = 7;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day"), "DATE" },
  { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_ ("How many days (1–400); 7"), "N" },
  { NULL },
};

static GwCliStatus
generate (GwSession *session)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (session)), first;
  GwGenerated made = { 0 };
  g_autoptr (GError) error = NULL;

  if (!gw_cli_parse_day (from_text, today, &first))
    return GW_CLI_USAGE;
  if (!gw_session_generate_sync (session, first, gw_day_add (first, n_days - 1), &made, NULL,
                                 &error))
    return gw_cli_fail (error, GW_ERROR_DEED_SAVE);
  g_print (ngettext ("%u visit made.\n", "%u visits made.\n", made.n_visits), made.n_visits);
  g_print (ngettext ("%u shift made.\n", "%u shifts made.\n", made.n_shifts), made.n_shifts);
  return GW_CLI_DONE;
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GwSession) session = NULL;
  GwCliStatus status;

  if (!gw_cli_parse (&gw_cli_generate, entries, &argc, &argv, 1))
    return GW_CLI_USAGE;
  if (n_days < 1 || n_days > 400)
    {
      gw_cli_say (_ ("--days must be from 1 to 400."));
      return GW_CLI_USAGE;
    }
  session = gw_cli_open (argv[1], GW_SESSION_NO_FLAGS);
  if (session == NULL)
    return GW_CLI_UNREADABLE;
  status = generate (session);
  gw_session_close_sync (session, NULL);
  return status;
}

const GwCliCommand gw_cli_generate = {
  .name = "generate",
  .arguments = "TEAM.gw --from DATE",
  .summary = N_ ("Make visits and shifts from regular ones"),
  .run = run,
};
