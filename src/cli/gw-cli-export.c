/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan export: any list as CSV, a colleague's shifts as a calendar file, or the whole team. */
#include "config.h"

#include "gw-cli-find.h"
#include "gw-cli-output.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-csv-writer.h"
#include "gw-ical-writer.h"
#include "gw-import-target.h"
#include "gw-model.h"
#include "gw-name.h"
#include "gw-session-export.h"
#include "gw-session-records.h"
#include "gw-shift.h"

#include <glib/gi18n-lib.h>

#define MOST_DAYS 3660

static char *list_name, *calendar_name, *from_text, *out_path;
static int n_days = 28;
static gboolean whole_team, with_codes;

static const GOptionEntry entries[] = {
  { "list", 0, 0, G_OPTION_ARG_STRING, &list_name,
    N_ ("people, colleagues, visits, regular-visits, shifts, travel, skills, or any other kind of "
        "record"),
    "KIND" },
  { "calendar", 0, 0, G_OPTION_ARG_STRING, &calendar_name, N_ ("The shifts of this colleague"),
    "NAME" },
  { "team", 0, 0, G_OPTION_ARG_NONE, &whole_team,
    N_ ("Everything, for another laptop: “receive” reads it there"), NULL },
  { "with-key-safes", 0, 0, G_OPTION_ARG_NONE, &with_codes,
    N_ ("With --team: key safe codes go along"), NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day; without it, all days"), "DATE" },
  { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_ ("How many days from the first (1–3660); 28"),
    "N" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, N_ ("The file; “-” is the terminal"), "OUT" },
  { NULL },
};

/* Lists go by the names they are brought in by; other records by the name of their kind. */
static const struct
{
  const char *list;
  const char *type;
} lists[] = {
  { "people", "person" }, { "colleagues", "colleague" },   { "visits", "visit" },
  { "shifts", "shift" },  { "travel", "travel_override" }, { "regular-visits", "visit_pattern" },
  { "skills", "skill" },
};

static const char *
get_list_name (const GwRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (type->key, lists[i].type))
      return lists[i].list;
  return type->key;
}

static const GwRecordType *
find_type (const char *name)
{
  const GwRecordType *type = gw_model_find_type (name);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (name, lists[i].list))
      type = gw_model_find_type (lists[i].type);
  /* What only its owner may see is no list. */
  return type != NULL && type->audience == GW_AUDIENCE_TEAM ? type : NULL;
}

static void
tell_lists (void)
{
  guint n;
  const GwRecordType *const *types = gw_model_get_types (&n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;

  for (guint i = 0; i < n; i++)
    if (types[i]->audience == GW_AUDIENCE_TEAM)
      g_ptr_array_add (names, (gpointer) get_list_name (types[i]));
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: %2$s is a list of names to type. */
  gw_cli_say (_ ("There is no list called “%1$s”, but these: %2$s."), list_name, all);
}

static char *
dup_name (GwId id, const GwField *field, gpointer data)
{
  const GwRecord *record = gw_import_index_find (data, id);

  return record != NULL ? gw_record_dup_title (record) : NULL;
}

static gboolean
limit_days (GwQuery *query, const char *field_key, GwDay today)
{
  const GwRecordType *type = gw_query_get_record_type (query);
  gint field = gw_record_type_find_field (type, field_key);
  GwDay first;

  if (field < 0 || from_text == NULL)
    return TRUE;
  if (!gw_cli_parse_day (from_text, today, &first))
    return FALSE;
  gw_query_where_between (query, (guint) field, first.value, gw_day_add (first, n_days - 1).value);
  return TRUE;
}

static GwCliStatus
export_list (GwSession *session)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (session));
  const GwRecordType *type = find_type (list_name);
  g_autoptr (GwQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GwImportIndex) index = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  if (type == NULL)
    {
      tell_lists ();
      return GW_CLI_USAGE;
    }
  query = gw_query_new (type);
  if (!limit_days (query, "day", today))
    return GW_CLI_USAGE;
  records = gw_session_query_sync (session, query, NULL, &error);
  if (records == NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_READ);
  index = gw_cli_load_index (session);
  if (index == NULL)
    return GW_CLI_UNREADABLE;
  if (!gw_csv_write (stream, type, records, dup_name, index, NULL, &error))
    return gw_cli_fail (error, GW_ERROR_DEED_EXPORT);
  return gw_cli_write (out_path, g_memory_output_stream_get_data (memory),
                       (gssize) g_memory_output_stream_get_data_size (memory))
             ? GW_CLI_DONE
             : GW_CLI_NOT_SAVED;
}

static GPtrArray *
query_of (GwSession *session, const GwRecordType *type, guint field, GwId colleague,
          const char *day_key, GError **error)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (session));
  g_autoptr (GwQuery) query = gw_query_new (type);

  gw_query_where_id (query, field, colleague);
  if (!limit_days (query, day_key, today))
    return NULL;
  return gw_session_query_sync (session, query, NULL, error);
}

static GwCliStatus
export_calendar (GwSession *session)
{
  GwClock *clock = gw_session_get_clock (session);
  GwIcalSettings settings = { .zone = gw_clock_get_zone (clock),
                              .stamp = gw_clock_get_now (clock) };
  g_autoptr (GwImportIndex) index = gw_cli_load_index (session);
  const GwRecord *who = index != NULL ? gw_cli_find (index, &gw_colleague_type, calendar_name)
                                      : NULL;
  g_autoptr (GPtrArray) shifts = NULL;
  g_autoptr (GPtrArray) absences = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (who == NULL)
    return GW_CLI_USAGE;
  shifts = query_of (session, &gw_shift_type, GW_SHIFT_COLLEAGUE, gw_record_get_id (who), "day",
                     &error);
  if (shifts != NULL)
    absences = query_of (session, &gw_absence_type, GW_ABSENCE_COLLEAGUE, gw_record_get_id (who),
                         "first_day", &error);
  if (absences == NULL)
    return error != NULL ? gw_cli_fail (error, GW_ERROR_DEED_READ) : GW_CLI_USAGE;
  name = gw_colleague_dup_name (who, FALSE);
  title = g_strdup_printf (_ ("%s’s shifts"), name);
  settings.calendar_name = title;
  text = gw_ical_write (shifts, absences, &settings);
  return gw_cli_write (out_path, text, -1) ? GW_CLI_DONE : GW_CLI_NOT_SAVED;
}

static GwCliStatus
export_team (GwSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = gw_cli_dup_target (out_path);

  if (target == NULL)
    return GW_CLI_NOT_SAVED;
  if (gw_session_export_team_sync (session, target, with_codes, &error))
    return GW_CLI_DONE;
  gw_cli_say ("%s", error->message);
  return GW_CLI_NOT_SAVED;
}

static GwCliStatus export(GwSession *session)
{
  if (list_name != NULL)
    return export_list (session);
  if (calendar_name != NULL)
    return export_calendar (session);
  return export_team (session);
}

static GwCliStatus
check_files (const char *team_path)
{
  const GwCliFile files[] = { { team_path, FALSE }, { out_path, TRUE } };

  return gw_cli_check_files (files, G_N_ELEMENTS (files));
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GwSession) session = NULL;
  GwCliStatus status;

  if (!gw_cli_parse (&gw_cli_export, entries, &argc, &argv, 1))
    return GW_CLI_USAGE;
  if ((list_name != NULL) + (calendar_name != NULL) + (whole_team != FALSE) != 1 ||
      out_path == NULL)
    {
      gw_cli_say (_ ("Please give --list, --calendar or --team, and --out."));
      return GW_CLI_USAGE;
    }
  if (n_days < 1 || n_days > MOST_DAYS)
    {
      gw_cli_say (_ ("--days must be from 1 to %d."), MOST_DAYS);
      return GW_CLI_USAGE;
    }
  if (whole_team ? from_text != NULL : with_codes)
    {
      gw_cli_say (_ ("--from goes with lists and calendars only, --with-key-safes with --team."));
      return GW_CLI_USAGE;
    }
  status = check_files (argv[1]);
  if (status != GW_CLI_DONE)
    return status;
  session = gw_cli_open (argv[1], GW_SESSION_READ_ONLY);
  if (session == NULL)
    return GW_CLI_UNREADABLE;
  status = export(session);
  gw_session_close_sync (session, NULL);
  return status;
}

const GwCliCommand gw_cli_export = {
  .name = "export",
  .arguments = "TEAM.gw --list KIND --out OUT.csv",
  .summary = N_ ("Write a list, a colleague’s calendar, or the whole team"),
  .run = run,
};
