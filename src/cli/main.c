/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan: Good Week without a screen. Finds the subcommand and runs it. */
#include "config.h"

#include "gw-cli.h"
#include "gw-cli-output.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static const GwCliCommand *const commands[] = {
  &gw_cli_week,   &gw_cli_weeks,    &gw_cli_solve, &gw_cli_check,       &gw_cli_import,
  &gw_cli_sample, &gw_cli_generate, &gw_cli_print, &gw_cli_history,     &gw_cli_export,
  &gw_cli_sheet,  &gw_cli_receive,  &gw_cli_bench, &gw_cli_bench_check,
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: good-week-plan COMMAND …"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-11s %s\n", commands[i]->name, _ (commands[i]->summary));
  g_print ("\n%s\n%s\n", _ ("“good-week-plan COMMAND --help” tells what follows."),
           _ ("Exit codes: 0 done, 1 a plan breaks a rule or rows were left out, 2 wrong "
              "options, 3 a file cannot be read, 4 the result cannot be written."));
}

static const GwCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

int
main (int argc, char *argv[])
{
  const GwCliCommand *command;

  /* What is written here is about people: nobody else on the computer may read it. */
  gw_cli_keep_private ();
  gw_cli_watch_output ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc < 2)
    {
      print_help ();
      return GW_CLI_USAGE;
    }
  if (strcmp (argv[1], "help") == 0 && argc == 3 && find_command (argv[2]) != NULL)
    return (int) find_command (argv[2])->run (2, (char *[]){ argv[2], (char *) "--help", NULL });
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return GW_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("good-week-plan %s\n", VERSION);
      return GW_CLI_DONE;
    }
  command = find_command (argv[1]);
  if (command != NULL)
    return (int) command->run (argc - 1, argv + 1);
  gw_cli_say (_ ("There is no command “%s”."), argv[1]);
  gw_cli_say (_ ("“good-week-plan --help” lists the commands."));
  return GW_CLI_USAGE;
}
