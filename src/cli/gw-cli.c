/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the subcommands share. */
#include "config.h"

#include "gw-cli.h"

#include "gw-civil-parse.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean has_progress_line;

/* --- words ------------------------------------------------------------------------------------ */

void
gw_cli_say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  gw_cli_progress (NULL);
  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", line);
}

GwCliStatus
gw_cli_fail (const GError *error, GwErrorDeed deed)
{
  g_autofree char *sentence = gw_session_error_to_sentence (error, deed);

  gw_cli_say ("%s", sentence);
  return deed == GW_ERROR_DEED_SAVE || deed == GW_ERROR_DEED_EXPORT ? GW_CLI_NOT_SAVED
                                                                    : GW_CLI_UNREADABLE;
}

gboolean
gw_cli_shows_progress (void)
{
  return isatty (STDERR_FILENO) == 1;
}

void
gw_cli_progress (const char *line)
{
  if (!gw_cli_shows_progress () || (line == NULL && !has_progress_line))
    return;
  /* Back to the first column and away with what was there. */
  g_printerr ("\r\033[K%s", line != NULL ? line : "");
  has_progress_line = line != NULL;
}

/* --- options ---------------------------------------------------------------------------------- */

/* The one of @entries that @message is about, or NULL. */
static const GOptionEntry *
find_entry (const GOptionEntry *entries, const char *message)
{
  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    {
      g_autofree char *option = g_strconcat ("--", entry->long_name, NULL);
      const char *found = strstr (message, option);

      if (found != NULL && !g_ascii_isalnum (found[strlen (option)]) &&
          found[strlen (option)] != '-')
        return entry;
    }
  return NULL;
}

/* What is wrong with the options; of a value that cannot be, also which ones can. */
static void
tell_wrong_option (const GOptionEntry *entries, const GError *error)
{
  const GOptionEntry *entry = NULL;

  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE))
    entry = find_entry (entries, error->message);
  gw_cli_say ("%s", error->message);
  if (entry != NULL)
    /* Translators: an option of a command line, and what it says. */
    gw_cli_say (_ ("--%1$s: %2$s."), entry->long_name,
                g_dgettext (GETTEXT_PACKAGE, entry->description));
}

static void
tell_help (const GwCliCommand *command)
{
  gw_cli_say (_ ("Try “good-week-plan %s --help”."), command->name);
}

gboolean
gw_cli_parse (const GwCliCommand *command, const GOptionEntry *entries, int *argc, char ***argv,
              int n_rest)
{
  g_autofree char *parameters = g_strdup_printf ("%s", command->arguments);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *name = g_strdup_printf ("good-week-plan %s", command->name);
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (
      context, _ ("Exit codes: 0 done, 1 a plan breaks a rule or rows were left out, 2 wrong "
                  "options, 3 a file cannot be read, 4 the result cannot be written."));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      tell_wrong_option (entries, error);
      tell_help (command);
      return FALSE;
    }
  if (*argc - 1 == n_rest || (n_rest < 0 && *argc - 1 >= -n_rest))
    return TRUE;
  if (*argc - 1 < ABS (n_rest))
    gw_cli_say (_ ("Something is missing: good-week-plan %1$s %2$s"), command->name,
                command->arguments);
  else
    gw_cli_say (_ ("“%s” is too much here."), (*argv)[n_rest + 1]);
  tell_help (command);
  return FALSE;
}

gboolean
gw_cli_parse_day (const char *text, GwDay today, GwDay *out_day)
{
  if (text == NULL)
    {
      gw_cli_say (_ ("Please say from which day, for instance --from 2026-11-23."));
      return FALSE;
    }
  if (gw_day_parse (text, today, out_day))
    return TRUE;
  gw_cli_say (_ ("“%s” is not a day. Write it as 2026-11-23 or “next monday”."), text);
  return FALSE;
}

/* --- files ------------------------------------------------------------------------------------ */

GwSession *
gw_cli_open (const char *path, GwSessionFlags flags)
{
  g_autoptr (GError) error = NULL;
  GwSession *session = gw_session_open_sync (path, flags, NULL, &error);

  if (session == NULL)
    {
      g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_OPEN);

      /* The words are those of a window, which shows the file's name elsewhere. */
      gw_cli_say ("%s: %s", path, sentence);
    }
  return session;
}

gboolean
gw_cli_is_new (const char *path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

void
gw_cli_remove_new (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);
      g_unlink (file);
    }
  gw_cli_say (_ ("Nothing came in, so “%s” was not made."), path);
}

static char *
read_standard_input (gsize *out_length)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  size_t n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);
  *out_length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

char *
gw_cli_read (const char *path, gsize *out_length)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (strcmp (path, "-") == 0)
    return read_standard_input (out_length);
  if (g_file_get_contents (path, &text, out_length, &error))
    return text;
  gw_cli_say (_ ("%s. Please check the name."), error->message);
  return NULL;
}
