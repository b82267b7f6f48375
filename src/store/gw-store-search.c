/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asking the full-text index. What people type is made into quoted prefixes, so no sign in it can
 * mean anything to the query language.
 */
#include "config.h"

#include "gw-store-search.h"

#include "gw-row.h"
#include "gw-store-private.h"

#define MAX_WORDS 12

void
gw_search_result_free (GwSearchResult *self)
{
  g_free (self->title);
  g_free (self->snippet);
  g_free (self);
}

typedef struct
{
  char *match; /* NULL: nothing to look for */
  const GwRecordType *type;
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->match);
  g_free (self);
}

/* "mrs o'brien" → `"mrs"* "o"* "brien"*`; NULL without a word. */
static char *
make_match (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) match = g_string_new (NULL);
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean is_word = g_unichar_isalnum (character) || g_unichar_ismark (character);

      if (is_word && !in_word && ++n_words > MAX_WORDS)
        break;
      if (is_word && !in_word)
        g_string_append (match, match->len > 0 ? " \"" : "\"");
      if (!is_word && in_word)
        g_string_append (match, "\"*");
      if (is_word)
        g_string_append_unichar (match, character);
      in_word = is_word;
    }
  if (in_word)
    g_string_append (match, "\"*");
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

#define SELECT_FOUND                                                          \
  "SELECT r.type, r.record,"                                                  \
  " snippet (gw_search, -1, char (0x2068), char (0x2069), char (0x2026), 12)" \
  " FROM gw_search JOIN gw_search_row AS r ON r.number = gw_search.rowid"     \
  " WHERE gw_search MATCH ?1 AND (?2 IS NULL OR r.type = ?2)"                 \
  " ORDER BY bm25 (gw_search, 4.0, 1.0), r.number LIMIT ?3"

/* Titles may hold days and names of choices, so they are made from the record. */
static char *
read_title (GwStore *self, const GwTable *table, GwId id, GError **error)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (table->type);
  sqlite3_stmt *statement = gw_sql_get (self->reader, table->select_one, error);
  g_autoptr (GwRecord) record = NULL;

  if (statement == NULL)
    return NULL;
  gw_sql_bind_id (statement, 1, id);
  if (gw_sql_step (self->reader, statement, error) == GW_SQL_ROW)
    record = gw_row_read (table, statement, builder, error);
  sqlite3_reset (statement);
  return record != NULL ? gw_record_dup_title (record) : NULL;
}

/* Adds what the current row found; a row without its record is passed over. */
static gboolean
add_found (GwStore *self, sqlite3_stmt *statement, GPtrArray *results, GError **error)
{
  const GwTable *table = gw_store_find_table_by_number (self, sqlite3_column_int64 (statement, 0));
  g_autoptr (GError) local_error = NULL;
  GwSearchResult *result;
  char *title;
  GwId id;

  if (table == NULL || !gw_sql_column_id (statement, 1, &id))
    return TRUE;
  title = read_title (self, table, id, &local_error);
  if (title == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return error == NULL || *error == NULL;
    }
  result = g_new0 (GwSearchResult, 1);
  result->type = table->type;
  result->id = id;
  result->title = title;
  result->snippet = gw_sql_column_dup_text (statement, 2);
  g_ptr_array_add (results, result);
  return TRUE;
}

static GPtrArray *
find (GwStore *self, const Question *question, GError **error)
{
  g_autoptr (GPtrArray)
      results = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_search_result_free);
  const GwTable *table = question->type != NULL ? gw_store_find_table (self, question->type, error)
                                                : NULL;
  sqlite3_stmt *statement;
  GwSqlStep step = GW_SQL_DONE;

  if (question->type != NULL && table == NULL)
    return NULL;
  statement = gw_sql_get (self->reader, SELECT_FOUND, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, question->match, -1, SQLITE_STATIC);
  if (table != NULL)
    sqlite3_bind_int64 (statement, 2, table->number);
  sqlite3_bind_int64 (statement, 3, question->limit);
  while ((step = gw_sql_step (self->reader, statement, error)) == GW_SQL_ROW)
    if (!add_found (self, statement, results, error))
      break;
  sqlite3_reset (statement);
  return step == GW_SQL_DONE ? g_steal_pointer (&results) : NULL;
}

static gpointer
do_search (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  guint64 sequence;
  GPtrArray *results;

  if (question->match == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) gw_search_result_free);
  if (!gw_store_begin_read (owner, cancellable, &sequence, error))
    return NULL;
  results = find (owner, question, error);
  gw_store_end_read (owner);
  return results;
}

static Question *
make_question (const char *text, const GwRecordType *type, guint limit)
{
  Question *question = g_new0 (Question, 1);

  question->match = make_match (text);
  question->type = type;
  question->limit = CLAMP (limit, 1, 1000);
  return question;
}

void
gw_store_search_async (GwStore *self, const char *text, const GwRecordType *type, guint limit,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && text != NULL);
  gw_store_run_async (self, GW_STORE_READER, gw_store_search_async, do_search,
                      make_question (text, type, limit), question_free,
                      (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
gw_store_search_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_search_async, error);
}

GPtrArray *
gw_store_search_sync (GwStore *self, const char *text, const GwRecordType *type, guint limit,
                      GCancellable *cancellable, GError **error)
{
  Question *question;
  GPtrArray *results;

  g_return_val_if_fail (GW_IS_STORE (self) && text != NULL, NULL);
  question = make_question (text, type, limit);
  results = gw_store_run_sync (self, GW_STORE_READER, do_search, question, cancellable, error);
  question_free (question);
  return results;
}
