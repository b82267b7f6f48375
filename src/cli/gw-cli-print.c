/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan print: a person's fridge sheet, a colleague's run or a list of all as PDF. */
#include "config.h"

#include "gw-cli-find.h"
#include "gw-cli-output.h"

#include "gw-colleague.h"
#include "gw-pdf.h"
#include "gw-person.h"
#include "gw-session-sheets.h"

#include <glib/gi18n-lib.h>

static char *person_name, *colleague_name, *list_name, *from_text, *out_path;
static int n_days = 7;

static const GOptionEntry entries[] = {
  { "person", 0, 0, G_OPTION_ARG_STRING, &person_name, N_ ("The fridge sheet of this person"),
    "NAME" },
  { "colleague", 0, 0, G_OPTION_ARG_STRING, &colleague_name, N_ ("The run of this colleague"),
    "NAME" },
  { "list", 0, 0, G_OPTION_ARG_STRING, &list_name,
    N_ ("people or colleagues: all of them, with how to reach them"), "KIND" },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day"), "DATE" },
  { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_ ("How many days (1–28); 7"), "N" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, N_ ("The PDF file"), "OUT.pdf" },
  { NULL },
};

static GwCliStatus
write_sheet (GwSession *session, const GwSheetRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GwScene) scene = gw_session_make_sheet_sync (session, request, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;
  const char *data;
  gsize length;

  if (scene == NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_READ);
  pdf = gw_pdf_write (scene, gw_clock_get_now (gw_session_get_clock (session)), &error);
  if (pdf == NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_EXPORT);
  data = g_bytes_get_data (pdf, &length);
  return gw_cli_write (out_path, data, (gssize) length) ? GW_CLI_DONE : GW_CLI_NOT_SAVED;
}

static GwCliStatus
print_list (GwSession *session)
{
  GwSheetRequest request = {
    .kind = g_str_equal (list_name, "people") ? GW_SHEET_PEOPLE : GW_SHEET_COLLEAGUES,
    .first_day = gw_clock_get_today (gw_session_get_clock (session)),
    .n_days = 1,
  };

  return write_sheet (session, &request);
}

static GwCliStatus
print_sheet (GwSession *session)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (session));
  GwSheetRequest request = { .n_days = (guint) n_days };
  g_autoptr (GwImportIndex) index = NULL;
  const GwRecord *who;

  if (!gw_cli_parse_day (from_text != NULL ? from_text : "today", today, &request.first_day))
    return GW_CLI_USAGE;
  index = gw_cli_load_index (session);
  if (index == NULL)
    return GW_CLI_UNREADABLE;
  request.kind = person_name != NULL ? GW_SHEET_FRIDGE : GW_SHEET_RUN;
  who = person_name != NULL ? gw_cli_find (index, &gw_person_type, person_name)
                            : gw_cli_find (index, &gw_colleague_type, colleague_name);
  if (who == NULL)
    return GW_CLI_USAGE;
  request.who = gw_record_get_id (who);
  return write_sheet (session, &request);
}

static gboolean
is_whole (void)
{
  guint n = (person_name != NULL) + (colleague_name != NULL) + (list_name != NULL);

  if (n != 1 || out_path == NULL || n_days < 1 || n_days > 28)
    {
      gw_cli_say (
          _ ("Please give --person, --colleague or --list, --out, and --days from 1 to 28."));
      return FALSE;
    }
  if (list_name != NULL && !g_str_equal (list_name, "people") &&
      !g_str_equal (list_name, "colleagues"))
    {
      gw_cli_say (_ ("--list prints people or colleagues."));
      return FALSE;
    }
  return TRUE;
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GwSession) session = NULL;
  GwCliStatus status;

  if (!gw_cli_parse (&gw_cli_print, entries, &argc, &argv, 1) || !is_whole ())
    return GW_CLI_USAGE;
  status = gw_cli_check_files ((GwCliFile[]){ { argv[1], FALSE }, { out_path, TRUE } }, 2);
  if (status != GW_CLI_DONE)
    return status;
  session = gw_cli_open (argv[1], GW_SESSION_READ_ONLY);
  if (session == NULL)
    return GW_CLI_UNREADABLE;
  status = list_name != NULL ? print_list (session) : print_sheet (session);
  gw_session_close_sync (session, NULL);
  return status;
}

const GwCliCommand gw_cli_print = {
  .name = "print",
  .arguments = "TEAM.gw --person NAME --out OUT.pdf",
  .summary = N_ ("Make a sheet to print"),
  .run = run,
};
