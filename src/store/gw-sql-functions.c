/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Our SQL functions. Both are deterministic and touch nothing but their arguments.
 */
#include "config.h"

#include "gw-sql-functions.h"

#include "gw-text.h"

char *
gw_sql_fold (const char *text)
{
  /* Most texts are plain, and their folding is a table look-up. */
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : gw_text_fold (text);
}

static void
fold (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);

  if (text == NULL)
    {
      sqlite3_result_null (context);
      return;
    }
  sqlite3_result_text (context, gw_sql_fold (text), -1, g_free);
}

typedef struct
{
  GByteArray *bytes;
} IdsState;

static void
ids_step (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  IdsState *state = sqlite3_aggregate_context (context, sizeof *state);

  if (state == NULL)
    return;
  if (state->bytes == NULL)
    state->bytes = g_byte_array_new ();
  if (sqlite3_value_bytes (arguments[0]) == 16)
    g_byte_array_append (state->bytes, sqlite3_value_blob (arguments[0]), 16);
}

static void
ids_final (sqlite3_context *context)
{
  IdsState *state = sqlite3_aggregate_context (context, 0);

  if (state == NULL || state->bytes == NULL)
    {
      sqlite3_result_null (context);
      return;
    }
  sqlite3_result_blob (context, state->bytes->data, (int) state->bytes->len, SQLITE_TRANSIENT);
  g_clear_pointer (&state->bytes, g_byte_array_unref);
}

gboolean
gw_sql_functions_add (sqlite3 *handle)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  return sqlite3_create_function_v2 (handle, "gw_fold", 1, flags, NULL, fold, NULL, NULL, NULL) ==
             SQLITE_OK &&
         sqlite3_create_function_v2 (handle, "gw_ids", 1, flags, NULL, NULL, ids_step, ids_final,
                                     NULL) == SQLITE_OK;
}
