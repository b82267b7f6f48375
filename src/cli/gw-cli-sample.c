/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan sample: a team file of the sample neighbourhood, and its lists as CSV. */
#include "config.h"

#include "gw-cli-output.h"

#include "gw-sample.h"
#include "gw-session-sample.h"

#include <glib/gi18n-lib.h>

static char *kind_text, *anchor_text, *csv_folder;
static gint64 seed = 1;
static int weeks;

static const GOptionEntry entries[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_text, N_ ("one-team (usual), neighbourhood or stress"),
    "KIND" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed,
    N_ ("Any whole number of up to 18 digits; the same number gives the same sample"), "K" },
  { "anchor", 0, 0, G_OPTION_ARG_STRING, &anchor_text,
    N_ ("The day the sample believes it is; today"), "DATE" },
  { "weeks", 0, 0, G_OPTION_ARG_INT, &weeks, N_ ("Weeks of history, up to 520; 12"), "N" },
  { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv_folder,
    N_ ("Also write the lists a team would bring along"), "FOLDER" },
  { NULL },
};

static gboolean
find_kind (GwSampleKind *out_kind)
{
  static const char *const names[] = { "one-team", "neighbourhood", "stress" };

  *out_kind = GW_SAMPLE_ONE_TEAM;
  if (kind_text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], kind_text))
      {
        *out_kind = (GwSampleKind) i;
        return TRUE;
      }
  gw_cli_say (_ ("--kind must be one-team, neighbourhood or stress."));
  return FALSE;
}

static GwCliStatus
write_csv (const GwSampleSpec *spec)
{
  g_autoptr (GwSample) sample = gw_sample_new (spec);
  g_autoptr (GError) error = NULL;
  GwDay monday = gw_day_add (gw_day_get_week_start (spec->today), 7);

  if (gw_sample_write_csv (sample, csv_folder, monday, gw_day_add (monday, 6), gw_cli_write,
                           &error))
    return GW_CLI_DONE;
  if (error != NULL)
    gw_cli_say (_ ("%s. Please choose another place."), error->message);
  return GW_CLI_NOT_SAVED;
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  GwSampleSpec spec = { .today = gw_clock_get_today (clock) };
  GwSampleWish wish;

  if (!gw_cli_parse (&gw_cli_sample, entries, &argc, &argv, 1) || !find_kind (&spec.kind))
    return GW_CLI_USAGE;
  if (anchor_text != NULL && !gw_cli_parse_day (anchor_text, spec.today, &spec.today))
    return GW_CLI_USAGE;
  if (weeks < 0 || weeks > 520)
    {
      gw_cli_say (_ ("--weeks must be from 0 to 520."));
      return GW_CLI_USAGE;
    }
  spec.seed = (guint64) seed;
  spec.weeks_before = (guint) weeks;
  wish = (GwSampleWish){ (GwSampleSize) spec.kind, spec.seed, spec.today, spec.weeks_before };
  if (!gw_session_write_sample_sync (argv[1], &wish, NULL, NULL, &error))
    return gw_cli_fail (error, GW_ERROR_DEED_EXPORT);
  return csv_folder != NULL ? write_csv (&spec) : GW_CLI_DONE;
}

const GwCliCommand gw_cli_sample = {
  .name = "sample",
  .arguments = "TEAM.gw",
  .summary = N_ ("Make a team file with an invented neighbourhood"),
  .run = run,
};
