/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the two ways through a whole-team file share. Private to the store.
 */
#pragma once

#include "gw-sql.h"

G_BEGIN_DECLS

/** gw_team_file_scrub_local: takes out what belongs to one laptop. */
gboolean gw_team_file_scrub_local (GwSql *sql, GError **error);

/** gw_team_file_scrub_sealed: empties every sealed field, in rows and in the change log. */
gboolean gw_team_file_scrub_sealed (GwSql *sql, GError **error);

/** gw_team_file_set_meta: keeps @value under @key in gw_meta. */
gboolean gw_team_file_set_meta (GwSql *sql, const char *key, gint64 value, GError **error);

/** gw_team_file_exec_name: runs a printf format of SQLite ("%w" quotes a name from the file). */
gboolean gw_team_file_exec_name (GwSql *sql, const char *format, const char *a, const char *b,
                                 GError **error);

G_END_DECLS
