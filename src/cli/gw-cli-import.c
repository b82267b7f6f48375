/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan import: lists into a team file. */
#include "config.h"

#include "gw-cli-find.h"
#include "gw-cli-interrupt.h"

#include "gw-choices.h"
#include "gw-error.h"
#include "gw-import.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-team.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static char *paths[GW_IMPORT_N_TARGETS];
static char **travel_paths;
static char *team_name;
static guint n_saved; /* parts that came in */

static const GOptionEntry entries[] = {
  { "people", 0, 0, G_OPTION_ARG_FILENAME, &paths[GW_IMPORT_PEOPLE], N_ ("People we support"),
    "F" },
  { "colleagues", 0, 0, G_OPTION_ARG_FILENAME, &paths[GW_IMPORT_COLLEAGUES], N_ ("Colleagues"),
    "F" },
  { "visits", 0, 0, G_OPTION_ARG_FILENAME, &paths[GW_IMPORT_VISITS], N_ ("Visits"), "F" },
  { "regular-visits", 0, 0, G_OPTION_ARG_FILENAME, &paths[GW_IMPORT_REGULAR_VISITS],
    N_ ("Regular visits"), "F" },
  { "shifts", 0, 0, G_OPTION_ARG_FILENAME, &paths[GW_IMPORT_SHIFTS], N_ ("Shifts"), "F" },
  { "travel", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &travel_paths,
    N_ ("Travel times; “car=F” for one way to travel; may be repeated"), "F" },
  { "team", 0, 0, G_OPTION_ARG_STRING, &team_name, N_ ("Team of what the lists say no team for"),
    "NAME" },
  { NULL },
};

/* --- sources ---------------------------------------------------------------------------------- */

/* Splits "car=F" into the way to travel and the file; a file may well have "=" in its name. */
static const char *
split_mode (const char *text, gint *out_mode)
{
  *out_mode = 0;
  for (const GwChoice *choice = gw_travel_mode_choices; choice->key != NULL; choice++)
    {
      gsize length = strlen (choice->key);
      if (strncmp (text, choice->key, length) == 0 && text[length] == '=')
        {
          *out_mode = choice->number;
          return text + length + 1;
        }
    }
  return text;
}

static gboolean
add_source (GwImport *import, GwImportTarget target, const char *path, gint mode)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (GFileInfo) info = NULL;

  if (stream == NULL)
    {
      gw_cli_say (_ ("%s. Please check the name."), error->message);
      return FALSE;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  gw_import_add_source (import, target, G_INPUT_STREAM (stream), NULL, mode,
                        info != NULL ? (guint64) MAX (g_file_info_get_size (info), 0) : 0);
  return TRUE;
}

static gboolean
add_sources (GwImport *import)
{
  for (gint target = 0; target < GW_IMPORT_N_TARGETS; target++)
    if (paths[target] != NULL && !add_source (import, (GwImportTarget) target, paths[target], 0))
      return FALSE;
  for (guint i = 0; travel_paths != NULL && travel_paths[i] != NULL; i++)
    {
      gint mode;
      const char *path = split_mode (travel_paths[i], &mode);
      if (!add_source (import, GW_IMPORT_TRAVEL, path, mode))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_options (void)
{
  gboolean any = travel_paths != NULL && travel_paths[0] != NULL;

  for (gint target = 0; target < GW_IMPORT_N_TARGETS; target++)
    any |= paths[target] != NULL;
  if (!any)
    gw_cli_say (_ ("Please name at least one list, for instance --people people.csv."));
  return any;
}

/* --- running ---------------------------------------------------------------------------------- */

static void
print_report (GwImportReport *report)
{
  g_autofree char *summary = gw_import_report_dup_summary (report);
  guint n_kept = gw_import_report_get_n_kept (report);
  guint n = gw_import_report_get_n_problems (report);

  for (guint i = 0; i < n_kept; i++)
    {
      const GwImportProblem *problem = gw_import_report_get_problem (report, i);
      g_autofree char *sentence = gw_import_problem_dup_sentence (problem);
      gw_cli_say ("%s: %s", gw_import_target_get_label (problem->target), sentence);
    }
  if (n > n_kept)
    gw_cli_say (ngettext ("and %u more", "and %u more", n - n_kept), n - n_kept);
  g_print ("%s\n", summary);
}

static void
show_progress (GwImport *import)
{
  gint permille = gw_import_get_permille (import);
  g_autofree char *line = NULL;

  if (permille < 0)
    return;
  line = g_strdup_printf (_ ("Importing %d %%. Ctrl+C stops after this part."), permille / 10);
  gw_cli_progress (line);
}

/* What is wrong with a file is said by who read it; the rest by the session. */
static GwCliStatus
tell_failure (const GError *error)
{
  if (!g_error_matches (error, GW_ERROR, GW_ERROR_CORRUPT) &&
      !g_error_matches (error, GW_ERROR, GW_ERROR_INVALID))
    return gw_cli_fail (error, GW_ERROR_DEED_IMPORT);
  gw_cli_say ("%s", error->message);
  return GW_CLI_UNREADABLE;
}

/* An import is saved in parts; those before the trouble are there. */
static void
tell_what_remains (void)
{
  if (n_saved > 0)
    gw_cli_say (_ ("What was imported before that is kept, and can be taken back as one act in "
                   "Good Week."));
}

static gboolean
submit_slices (GwSession *session, GwImport *import, GwCliStatus *out_status)
{
  while (!gw_cli_was_interrupted ())
    {
      g_autoptr (GwChange) change = NULL;
      g_autoptr (GwCommit) commit = NULL;
      g_autoptr (GError) error = NULL;

      if (!gw_import_next (import, NULL, &change, &error))
        {
          *out_status = tell_failure (error);
          tell_what_remains ();
          return FALSE;
        }
      if (change == NULL)
        return TRUE;
      if (!gw_change_is_empty (change))
        commit = gw_session_submit_sync (session, change, NULL, &error);
      if (commit != NULL)
        n_saved++;
      if (error != NULL)
        {
          gw_cli_fail (error, GW_ERROR_DEED_IMPORT);
          *out_status = GW_CLI_NOT_SAVED;
          return FALSE;
        }
      show_progress (import);
    }
  gw_cli_say (_ ("Stopped. What was imported can be taken back as one act in Good Week."));
  return TRUE;
}

/* A new file has no team yet, so the name given is what it will be called. */
static gboolean
make_first_team (GwSession *session, GwImportIndex *index, const char *name)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_team_type);
  g_autoptr (GPtrArray) teams = gw_session_query_sync (session, query, NULL, NULL);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_team_type);
  g_autofree char *label = g_strdup_printf (_ ("Team %s started"), name);
  g_autoptr (GwChange) change = gw_change_new (label);
  g_autoptr (GwCommit) commit = NULL;
  g_autoptr (GwRecord) team = NULL;

  if (teams == NULL || teams->len > 0)
    return FALSE;
  gw_team_set_name (draft, name);
  gw_change_add_draft (change, draft);
  commit = gw_session_submit_sync (session, change, NULL, NULL);
  if (commit == NULL)
    return FALSE;
  team = gw_draft_build (draft);
  gw_import_index_put (index, team);
  return TRUE;
}

static GwCliStatus
import_lists (GwSession *session)
{
  GwClock *clock = gw_session_get_clock (session);
  GwImportSettings settings = { .today = gw_clock_get_today (clock),
                                .zone = gw_clock_get_zone (clock) };
  g_autoptr (GwImportIndex) index = gw_cli_load_index (session);
  g_autoptr (GwImport) import = NULL;
  GwCliStatus status = GW_CLI_DONE;
  GwImportReport *report;

  if (index == NULL)
    return GW_CLI_UNREADABLE;
  if (team_name != NULL)
    {
      const GwRecord *team;

      make_first_team (session, index, team_name);
      team = gw_cli_find (index, &gw_team_type, team_name);
      if (team == NULL)
        return GW_CLI_USAGE;
      settings.team = gw_record_get_id (team);
    }
  import = gw_import_new (index, &settings);
  if (!add_sources (import))
    return GW_CLI_UNREADABLE;
  gw_cli_interrupt_begin ();
  if (!submit_slices (session, import, &status))
    return status;
  gw_cli_progress (NULL);
  report = gw_import_get_report (import);
  print_report (report);
  return gw_import_report_get_n_problems (report) > 0 ? GW_CLI_BROKEN : GW_CLI_DONE;
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GwSession) session = NULL;
  GwCliStatus status;
  gboolean is_new;

  if (!gw_cli_parse (&gw_cli_import, entries, &argc, &argv, 1) || !check_options ())
    return GW_CLI_USAGE;
  is_new = gw_cli_is_new (argv[1]);
  session = gw_cli_open (argv[1], GW_SESSION_CREATE);
  if (session == NULL)
    return GW_CLI_UNREADABLE;
  status = import_lists (session);
  gw_session_close_sync (session, NULL);
  if (is_new && n_saved == 0 && status != GW_CLI_DONE)
    gw_cli_remove_new (argv[1]);
  return status;
}

const GwCliCommand gw_cli_import = {
  .name = "import",
  .arguments = "TEAM.gw",
  .summary = N_ ("Bring lists into a team file"),
  .run = run,
};
