/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the subcommands of `good-week-plan` share: options, opening a team file, reading,
 * progress, stopping with Ctrl+C, exit codes and messages with a next step. One file a subcommand.
 */
#pragma once

#include "gw-session-error.h"
#include "gw-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** GwCliStatus: exit codes; documented in --help and in the help. */
typedef enum
{
  GW_CLI_DONE = 0,       /* done; also when Ctrl+C stopped a search and the best was kept */
  GW_CLI_BROKEN = 1,     /* a plan breaks a rule, saved or not; `import`: rows were left out */
  GW_CLI_USAGE = 2,      /* wrong options */
  GW_CLI_UNREADABLE = 3, /* a file is not there, damaged, busy or too new */
  GW_CLI_NOT_SAVED = 4   /* the result could not be written */
} GwCliStatus;

/**
 * GwCliCommand: one subcommand.
 * @name: as typed
 * @arguments: what follows, for --help
 * @summary: one line, untranslated (N_())
 * @run: gets argc and argv with argv[0] the subcommand; returns an exit code
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  GwCliStatus (*run) (int argc, char **argv);
} GwCliCommand;

extern const GwCliCommand gw_cli_week;
extern const GwCliCommand gw_cli_weeks;
extern const GwCliCommand gw_cli_solve;
extern const GwCliCommand gw_cli_check;
extern const GwCliCommand gw_cli_import;
extern const GwCliCommand gw_cli_sample;
extern const GwCliCommand gw_cli_generate;
extern const GwCliCommand gw_cli_print;
extern const GwCliCommand gw_cli_history;
extern const GwCliCommand gw_cli_export;
extern const GwCliCommand gw_cli_sheet;
extern const GwCliCommand gw_cli_receive;
extern const GwCliCommand gw_cli_bench;
extern const GwCliCommand gw_cli_bench_check;

/**
 * gw_cli_parse: reads options into @entries' targets. What is left are @n_rest words, argv[1] on;
 * below 0: −@n_rest words or more.
 * FALSE after a message when something is wrong; --help prints and exits.
 */
gboolean gw_cli_parse (const GwCliCommand *command, const GOptionEntry *entries, int *argc,
                       char ***argv, int n_rest);

/** gw_cli_open: opens a team file, or says why not and returns NULL. (transfer full) */
GwSession *gw_cli_open (const char *path, GwSessionFlags flags);

/** gw_cli_is_new: whether nothing is at @path yet, so that a team file there is one just made. */
gboolean gw_cli_is_new (const char *path);

/** gw_cli_remove_new: removes a team file that was made for nothing, once it is closed, and says so. */
void gw_cli_remove_new (const char *path);

/** gw_cli_fail: prints the sentence for @error and returns the exit code. */
GwCliStatus gw_cli_fail (const GError *error, GwErrorDeed deed);

/** gw_cli_parse_day: reads "2026-11-24", "monday", …; FALSE after a message. */
gboolean gw_cli_parse_day (const char *text, GwDay today, GwDay *out_day);

/** gw_cli_read: the contents of a file, "-" for standard input; NULL after a message. (transfer full) */
char *gw_cli_read (const char *path, gsize *out_length);

/** gw_cli_shows_progress: whether standard error is a terminal. */
gboolean gw_cli_shows_progress (void);

/** gw_cli_progress: one line that replaces itself on a terminal; NULL ends it. */
void gw_cli_progress (const char *line);

/** gw_cli_say: a line on standard error, for people. */
void gw_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
