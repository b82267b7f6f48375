/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files that the program writes, wherever somebody points an option: replaced as a whole, or tables
 * that grow by a row at a time. Links are followed; devices and pipes are written to and never
 * replaced; a full disk leaves what was there. What is about people is for its owner's eyes only;
 * tables of benchmarks are for everybody whom the user's umask lets in. One thread.
 */
#pragma once

#include "gw-cli.h"

G_BEGIN_DECLS

/** GwCliFile: a file that somebody named. */
typedef struct
{
  const char *path; /* NULL: not named; "-": standard input or output */
  gboolean is_written;
} GwCliFile;

/** gw_cli_keep_private: from now on files are for their owner alone, but for public ones. */
void gw_cli_keep_private (void);

/** gw_cli_watch_output: lets the program end with GW_CLI_NOT_SAVED and a sentence when standard
 * output could not take all that was printed. */
void gw_cli_watch_output (void);

/**
 * gw_cli_check_files: before long work: GW_CLI_USAGE after a message when a file that is written is
 * named twice or also read, GW_CLI_NOT_SAVED when it cannot be written; else GW_CLI_DONE.
 */
GwCliStatus gw_cli_check_files (const GwCliFile *files, guint n_files);

/** gw_cli_dup_target: where links at @path lead, for what is replaced by others. NULL after a message
 * when that is there and is no ordinary file. (transfer full) */
char *gw_cli_dup_target (const char *path);

/**
 * gw_cli_write: writes a file as a whole, for its owner alone; "-" for standard output. @length
 * below 0: up to the zero byte. FALSE after a message.
 */
gboolean gw_cli_write (const char *path, const char *data, gssize length);

/** gw_cli_write_public: as gw_cli_write(), for everybody. */
gboolean gw_cli_write_public (const char *path, const char *data, gssize length);

/** gw_cli_make_public_folder: makes sure that there is a folder to write to. FALSE after a message. */
gboolean gw_cli_make_public_folder (const char *path);

/** GwCliTable: a public file that grows by rows. What was there before stays until the first row. */
typedef struct _GwCliTable GwCliTable;

/**
 * gw_cli_table_new: a table that begins with @heading (borrowed). Waits for a reader when @path is
 * a pipe. NULL after a message. (transfer full)
 */
GwCliTable *gw_cli_table_new (const char *path, const char *heading) G_GNUC_WARN_UNUSED_RESULT;

/** gw_cli_table_append: adds @rows; they are in the file then. FALSE after a message; then nothing
 * of them is, but in a pipe. */
gboolean gw_cli_table_append (GwCliTable *self, const char *rows);

/** gw_cli_table_free: closes it; NULL is allowed. */
void gw_cli_table_free (GwCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwCliTable, gw_cli_table_free)

G_END_DECLS
