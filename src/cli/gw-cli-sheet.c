/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan sheet: a rota sheet, names down and days across, into a team file. */
#include "config.h"

#include "gw-cli-find.h"

#include "gw-session-edit.h"
#include "gw-team.h"
#include "gw-week-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *monday_text, *team_name;
static char **meanings;
static gboolean make_new;

static guint n_saved; /* changes that came in */

static const GOptionEntry entries[] = {
  { "week", 0, 0, G_OPTION_ARG_STRING, &monday_text,
    N_ ("A day of the week that names of weekdays mean; this week"), "DATE" },
  { "code", 0, 0, G_OPTION_ARG_STRING_ARRAY, &meanings,
    N_ ("What a code means: “E=07:00-14:00”, “Z=leave”, “Q=off”; may be repeated"), "CODE" },
  { "new-names", 0, 0, G_OPTION_ARG_NONE, &make_new, N_ ("Make colleagues of names nobody has"),
    NULL },
  { "team", 0, 0, G_OPTION_ARG_STRING, &team_name, N_ ("Team of what is new"), "NAME" },
  { NULL },
};

static GwWeekSheet *
read_sheet (GwSession *session, const char *path, GwCliStatus *out_status)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (session));
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *legend = meanings != NULL ? g_strjoinv ("\n", meanings) : NULL;
  gsize length = 0;
  char *text;
  GwWeekSheet *sheet;
  GwDay day = today;

  *out_status = GW_CLI_USAGE;
  if (monday_text != NULL && !gw_cli_parse_day (monday_text, today, &day))
    return NULL;
  *out_status = GW_CLI_UNREADABLE;
  text = gw_cli_read (path, &length);
  if (text == NULL)
    return NULL;
  stream = g_memory_input_stream_new_from_data (text, (gssize) length, g_free);
  sheet = gw_week_sheet_read (stream, gw_day_get_week_start (day), NULL, &error);
  if (sheet == NULL)
    gw_cli_say ("%s", error->message);
  else if (legend != NULL)
    gw_week_sheet_apply_legend (sheet, legend);
  return sheet;
}

static void
print_report (GwImportReport *report)
{
  g_autofree char *summary = gw_import_report_dup_summary (report);

  for (guint i = 0; i < gw_import_report_get_n_kept (report); i++)
    {
      g_autofree char *sentence = gw_import_problem_dup_sentence (
          gw_import_report_get_problem (report, i));
      gw_cli_say ("%s", sentence);
    }
  g_print ("%s\n", summary);
}

static GwCliStatus
apply (GwSession *session, GwWeekSheet *sheet, GwImportIndex *index,
       const GwImportSettings *settings)
{
  g_autoptr (GwImportReport) report = gw_import_report_new ();
  g_autoptr (GPtrArray) changes = gw_week_sheet_build (
      sheet, index, settings, make_new ? GW_SHEET_MAKE_NEW_NAMES : GW_SHEET_LIST_NEW_NAMES, report);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GwCommit)
          commit = gw_session_submit_sync (session, g_ptr_array_index (changes, i), NULL, &error);
      if (commit == NULL)
        return gw_cli_fail (error, GW_ERROR_DEED_SAVE);
      n_saved++;
    }
  print_report (report);
  return gw_import_report_get_n_problems (report) > 0 ? GW_CLI_BROKEN : GW_CLI_DONE;
}

static GwCliStatus
import_sheet (GwSession *session, const char *path)
{
  GwClock *clock = gw_session_get_clock (session);
  GwImportSettings settings = { .today = gw_clock_get_today (clock),
                                .zone = gw_clock_get_zone (clock) };
  GwCliStatus status;
  g_autoptr (GwWeekSheet) sheet = read_sheet (session, path, &status);
  g_autoptr (GwImportIndex) index = NULL;

  if (sheet == NULL)
    return status;
  index = gw_cli_load_index (session);
  if (index == NULL)
    return GW_CLI_UNREADABLE;
  if (team_name != NULL)
    {
      const GwRecord *team = gw_cli_find (index, &gw_team_type, team_name);
      if (team == NULL)
        return GW_CLI_USAGE;
      settings.team = gw_record_get_id (team);
    }
  return apply (session, sheet, index, &settings);
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GwSession) session = NULL;
  GwCliStatus status;
  gboolean is_new;

  if (!gw_cli_parse (&gw_cli_sheet, entries, &argc, &argv, 2))
    return GW_CLI_USAGE;
  is_new = gw_cli_is_new (argv[1]);
  session = gw_cli_open (argv[1], GW_SESSION_CREATE);
  if (session == NULL)
    return GW_CLI_UNREADABLE;
  status = import_sheet (session, argv[2]);
  gw_session_close_sync (session, NULL);
  if (is_new && n_saved == 0 && status != GW_CLI_DONE)
    gw_cli_remove_new (argv[1]);
  return status;
}

const GwCliCommand gw_cli_sheet = {
  .name = "sheet",
  .arguments = "TEAM.gw SHEET.csv",
  .summary = N_ ("Bring in a rota sheet, names down and days across"),
  .run = run,
};
