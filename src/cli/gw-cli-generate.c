/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan generate: visits and shifts from regular visits and regular shifts. */
#include "config.h"

#include "gw-cli.h"

#include "gw-pattern-generate.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

static char *from_text;
static int n_days = 7;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day"), "DATE" },
  { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_ ("How many days (1–400); 7"), "N" },
  { NULL },
};

static GPtrArray *
read_all (GwSession *session, const GwRecordType *type, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);

  return gw_session_query_sync (session, query, NULL, error);
}

/* Ids of what exists or existed, however it was moved: generating again never doubles. */
static gboolean
collect_known (GwSession *session, const GwRecordType *type, GHashTable *known, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  gw_query_set_with_deleted (query, TRUE);
  records = gw_session_query_sync (session, query, NULL, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      GwId id = gw_record_get_id (g_ptr_array_index (records, i));
      g_hash_table_add (known, g_memdup2 (&id, sizeof id));
    }
  return records != NULL;
}

static GHashTable *
collect_resting (GPtrArray *people)
{
  GHashTable *resting = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const GwPerson *person = g_ptr_array_index (people, i);
      GwId id = gw_record_get_id (person);
      if (gw_person_get_status (person) > GW_PERSON_SUPPORTED)
        g_hash_table_add (resting, g_memdup2 (&id, sizeof id));
    }
  return resting;
}

static GwChange *
build_change (GwSession *session, GwDay first, GwDay last, guint *out_visits, guint *out_shifts,
              GError **error)
{
  g_autoptr (GHashTable)
      known = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  g_autoptr (GwChange) change = gw_change_new (_ ("Weeks from regular visits and shifts"));
  g_autoptr (GPtrArray) visits = read_all (session, &gw_visit_pattern_type, error);
  g_autoptr (GPtrArray) shifts = NULL, people = NULL;
  g_autoptr (GHashTable) resting = NULL;

  if (visits != NULL)
    shifts = read_all (session, &gw_shift_pattern_type, error);
  if (shifts != NULL)
    people = read_all (session, &gw_person_type, error);
  if (people == NULL || !collect_known (session, &gw_visit_type, known, error) ||
      !collect_known (session, &gw_shift_type, known, error))
    return NULL;
  resting = collect_resting (people);
  *out_visits = gw_visit_patterns_generate (change, visits, first, last, known, resting);
  *out_shifts = gw_shift_patterns_generate (change, shifts, first, last, known);
  return g_steal_pointer (&change);
}

static GwCliStatus
generate (GwSession *session)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (session)), first;
  g_autoptr (GwChange) change = NULL;
  g_autoptr (GwCommit) commit = NULL;
  g_autoptr (GError) error = NULL;
  guint n_visits = 0, n_shifts = 0;

  if (!gw_cli_parse_day (from_text, today, &first))
    return GW_CLI_USAGE;
  change = build_change (session, first, gw_day_add (first, n_days - 1), &n_visits, &n_shifts,
                         &error);
  if (change == NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_READ);
  if (!gw_change_is_empty (change))
    commit = gw_session_submit_sync (session, change, NULL, &error);
  if (error != NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_SAVE);
  g_print (ngettext ("%u visit made.\n", "%u visits made.\n", n_visits), n_visits);
  g_print (ngettext ("%u shift made.\n", "%u shifts made.\n", n_shifts), n_shifts);
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
