/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan history: what happened to a person's or colleague's record, or any by its id. */
#include "config.h"

#include "gw-cli-find.h"

#include "gw-colleague.h"
#include "gw-model.h"
#include "gw-person.h"
#include "gw-record-source.h"
#include "gw-session-history.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

static char *person_name, *colleague_name, *id_text;

static const GOptionEntry entries[] = {
  { "person", 0, 0, G_OPTION_ARG_STRING, &person_name, N_ ("Of this person"), "NAME" },
  { "colleague", 0, 0, G_OPTION_ARG_STRING, &colleague_name, N_ ("Of this colleague"), "NAME" },
  { "id", 0, 0, G_OPTION_ARG_STRING, &id_text, N_ ("Of the record with this id"), "ID" },
  { NULL },
};

typedef struct
{
  GMainLoop *loop;
  GPtrArray *lines;
  GError *error;
} Waiting;

static void
on_history (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->lines = gw_session_history_finish (GW_SESSION (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static GwCliStatus
print_history (GwSession *session, const GwRecord *record)
{
  Waiting waiting = { g_main_loop_new (NULL, FALSE), NULL, NULL };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  gw_session_history_async (session, record, on_history, &waiting);
  g_main_loop_run (waiting.loop);
  g_main_loop_unref (waiting.loop);
  lines = waiting.lines;
  error = waiting.error;
  if (lines == NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_READ);
  for (guint i = 0; i < lines->len; i++)
    {
      const GwHistoryLine *line = g_ptr_array_index (lines, i);
      g_print ("%s\t%s\t%s\n", line->when, line->who, line->what);
    }
  return GW_CLI_DONE;
}

static GwRecord *
find_by_id (GwSession *session)
{
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);
  GwId id;

  if (!gw_id_from_text (id_text, &id))
    {
      gw_cli_say (_ ("“%s” is not an id."), id_text);
      return NULL;
    }
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GwQuery) query = gw_query_new (types[i]);
      g_autoptr (GPtrArray) records = NULL;

      gw_query_set_with_deleted (query, TRUE);
      records = gw_session_query_sync (session, query, NULL, NULL);
      for (guint r = 0; records != NULL && r < records->len; r++)
        if (gw_id_equal (gw_record_get_id (g_ptr_array_index (records, r)), id))
          return gw_record_ref (g_ptr_array_index (records, r));
    }
  gw_cli_say (_ ("There is no record with this id."));
  return NULL;
}

static GwCliStatus
tell_history (GwSession *session)
{
  g_autoptr (GwImportIndex) index = NULL;
  g_autoptr (GwRecord) record = NULL;
  const GwRecord *found = NULL;

  if (id_text != NULL)
    record = find_by_id (session);
  else
    {
      index = gw_cli_load_index (session);
      if (index == NULL)
        return GW_CLI_UNREADABLE;
      found = person_name != NULL ? gw_cli_find (index, &gw_person_type, person_name)
                                  : gw_cli_find (index, &gw_colleague_type, colleague_name);
      record = found != NULL ? gw_record_ref (found) : NULL;
    }
  return record != NULL ? print_history (session, record) : GW_CLI_USAGE;
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GwSession) session = NULL;
  GwCliStatus status;

  if (!gw_cli_parse (&gw_cli_history, entries, &argc, &argv, 1))
    return GW_CLI_USAGE;
  if ((person_name != NULL) + (colleague_name != NULL) + (id_text != NULL) != 1)
    {
      gw_cli_say (_ ("Please give --person, --colleague or --id."));
      return GW_CLI_USAGE;
    }
  session = gw_cli_open (argv[1], GW_SESSION_READ_ONLY);
  if (session == NULL)
    return GW_CLI_UNREADABLE;
  status = tell_history (session);
  gw_session_close_sync (session, NULL);
  return status;
}

const GwCliCommand gw_cli_history = {
  .name = "history",
  .arguments = "TEAM.gw --person NAME",
  .summary = N_ ("Tell what happened to a record"),
  .run = run,
};
