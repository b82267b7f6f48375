/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading: single items, one-time answers, titles and search. */
#include "config.h"

#include "gw-session-private.h"

#include "gw-model.h"
#include "gw-name.h"
#include "gw-store-search.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

/* Items ----------------------------------------------------------------------------------- */

/** GwLoading: a single item on its way. */
typedef struct
{
  GwSession *session;
  GwItem *item;
  guint64 sequence; /* of the session when it was asked for */
} GwLoading;

static void
on_item_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwLoading *loading = user_data;
  GwSession *self = loading->session;
  GwId id = gw_item_get_id (loading->item);
  g_autoptr (GwRecord) record = gw_store_get_finish (GW_STORE (source), result, NULL);

  g_hash_table_remove (self->loading, &id);
  if (record != NULL)
    {
      gw_item_update (loading->item, record, loading->sequence);
      g_signal_emit_by_name (self, "names-changed");
    }
  g_object_unref (loading->item);
  g_object_unref (self);
  g_free (loading);
}

void
gw_session_load_item (GwSession *self, GwItem *item)
{
  GwId id = gw_item_get_id (item);
  GwLoading *loading;

  if (self->is_closed || g_hash_table_contains (self->loading, &id))
    return;
  loading = g_new (GwLoading, 1);
  loading->session = g_object_ref (self);
  loading->item = g_object_ref (item);
  loading->sequence = self->sequence;
  g_hash_table_add (self->loading, g_memdup2 (&id, sizeof id));
  gw_store_get_async (self->store, gw_item_get_record_type (item), id, NULL, on_item_loaded,
                      loading);
}

GwItem *
gw_session_get_item (GwSession *self, const GwRecordType *type, GwId id)
{
  GwItem *item;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  g_return_val_if_fail (type != NULL && !gw_id_is_none (id), NULL);

  item = gw_item_table_get (self->items, type, id);
  if (gw_item_get_record (item) == NULL)
    gw_session_load_item (self, item);
  return item;
}

const GwRecord *
gw_session_find_record (GwSession *self, GwId id)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  GwItem *item = gw_item_table_find (self->items, id);
  return item != NULL ? gw_item_get_record (item) : NULL;
}

/* One-time answers -------------------------------------------------------------------------- */

/** GwAnswer: records and the commit they belong to. */
typedef struct
{
  GPtrArray *records;
  guint64 sequence;
} GwAnswer;

static void
gw_answer_free (gpointer data)
{
  GwAnswer *answer = data;

  g_clear_pointer (&answer->records, g_ptr_array_unref);
  g_free (answer);
}

static void
on_queried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GwAnswer *answer = g_new0 (GwAnswer, 1);

  answer->records = gw_store_query_finish (GW_STORE (source), result, &answer->sequence, &error);
  if (answer->records != NULL)
    g_task_return_pointer (task, answer, gw_answer_free);
  else
    {
      gw_answer_free (answer);
      g_task_return_error (task, error);
    }
}

void
gw_session_query_async (GwSession *self, GwQuery *query, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  gw_store_query_async (self->store, query, cancellable, on_queried,
                        g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
gw_session_query_finish (GwSession *self, GAsyncResult *result, guint64 *out_sequence,
                         GError **error)
{
  GwAnswer *answer;
  GPtrArray *records;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (answer == NULL)
    return NULL;
  if (out_sequence != NULL)
    *out_sequence = answer->sequence;
  records = g_steal_pointer (&answer->records);
  gw_answer_free (answer);
  return records;
}

GPtrArray *
gw_session_query_sync (GwSession *self, GwQuery *query, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  return gw_store_query_sync (self->store, query, NULL, cancellable, error);
}

/* Titles ---------------------------------------------------------------------------------- */

/*
 * Two names that are only lent would push each other out: each arrival tells that names changed,
 * whoever shows both asks for the one that went, and so on without end.
 */
void
gw_session_ask_name (GwSession *self, const GwRecordType *type, GwId id)
{
  g_hash_table_add (self->named, gw_session_get_item (self, type, id));
}

static char *
dup_name_of (GwSession *self, const char *type_key, GwId id)
{
  const GwRecordType *type = gw_model_find_type (type_key);
  const GwRecord *record = gw_session_find_record (self, id);

  if (record != NULL)
    return gw_session_dup_title (self, record);
  if (type != NULL)
    gw_session_ask_name (self, type, id);
  return g_strdup ("…");
}

static char *
dup_names_of (GwSession *self, const char *type_key, const GwId *ids, guint n_ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (names, dup_name_of (self, type_key, ids[i]));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (C_ ("between names", ", "), (char **) names->pdata);
}

char *
gw_session_dup_value (GwSession *self, const GwFieldValue *value, const GwField *field)
{
  switch (value->form)
    {
    case GW_VALUE_ID:
      return dup_name_of (self, field->target, value->id);
    case GW_VALUE_IDS:
      return dup_names_of (self, field->target, value->ids, value->n_ids);
    case GW_VALUE_EMPTY:
    case GW_VALUE_INTEGER:
    case GW_VALUE_TEXT:
    case GW_VALUE_POINT:
    default:
      return gw_field_value_to_text (value, field);
    }
}

/* The field that stands in for an empty title reference: "From place" for "From". */
static guint
pick_title_field (const GwRecord *record, guint field)
{
  const GwRecordType *type = gw_record_get_record_type (record);

  if (type->fields[field].kind == GW_FIELD_REFERENCE && !gw_record_has (record, field) &&
      field + 1 < type->n_fields && type->fields[field + 1].kind == GW_FIELD_REFERENCE)
    return field + 1;
  return field;
}

static gboolean
is_named_alone (const GwRecordType *type)
{
  for (guint i = 0; i < 3 && type->title_fields[i] >= 0; i++)
    if (type->fields[type->title_fields[i]].kind != GW_FIELD_TEXT)
      return FALSE;
  return TRUE;
}

static gboolean
is_somebody (const GwRecordType *type)
{
  return type == &gw_person_type || type == &gw_colleague_type;
}

/*
 * Text takes the direction of its first letter, isolated or not, and a name from the right would
 * turn the day behind it round. A sign without width (U+200E) says that the title runs on.
 */
static char *
join_title (GPtrArray *parts)
{
  const char *first = g_ptr_array_index (parts, 0);
  g_autofree char *joined = NULL;

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (C_ ("between the parts of a title", ", "), (char **) parts->pdata);
  if (g_str_has_prefix (first, "\u2068") && g_ptr_array_index (parts, 1) != NULL)
    return g_strconcat ("\u200e", joined, NULL);
  return g_steal_pointer (&joined);
}

char *
gw_session_dup_title (GwSession *self, const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  if (self->hide_names && is_somebody (type))
    return gw_record_dup_initials (record);
  if (is_named_alone (type))
    return gw_record_dup_title (record);
  for (guint i = 0; i < 3 && type->title_fields[i] >= 0; i++)
    {
      guint field = pick_title_field (record, (guint) type->title_fields[i]);
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
      g_autofree char *text = NULL;

      gw_record_get_value (record, field, &value);
      text = gw_session_dup_value (self, &value, &type->fields[field]);
      if (text[0] != '\0')
        g_ptr_array_add (parts, gw_text_isolate (text));
    }
  if (parts->len == 0)
    return g_strdup (_ (type->label));
  return join_title (parts);
}

char *
gw_session_dup_label_title (GwSession *self, const GwRecord *record)
{
  gboolean hide_names = self->hide_names;
  char *title;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  self->hide_names = FALSE;
  title = gw_session_dup_title (self, record);
  self->hide_names = hide_names;
  return title;
}

/* Search ---------------------------------------------------------------------------------- */

void
gw_search_hit_free (GwSearchHit *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->snippet);
  g_free (self);
}

static GwSearchHit *
gw_search_hit_new (GwSession *self, const GwSearchResult *found)
{
  GwSearchHit *hit = g_new0 (GwSearchHit, 1);
  const GwRecord *record = gw_session_find_record (self, found->id);

  hit->type = found->type;
  hit->id = found->id;
  if (record != NULL)
    hit->title = gw_session_dup_title (self, record);
  else if (self->hide_names && is_somebody (found->type))
    hit->title = gw_text_initials (found->title);
  else
    hit->title = g_strdup (found->title);
  /* Any words may hold names. */
  hit->snippet = self->hide_names ? g_strdup ("") : g_strdup (found->snippet);
  return hit;
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = gw_store_search_finish (GW_STORE (source), result, &error);
  GPtrArray *hits;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_search_hit_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (hits, gw_search_hit_new (self, g_ptr_array_index (found, i)));
  g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
}

void
gw_session_search_async (GwSession *self, const char *text, const GwRecordType *type, guint limit,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  gw_store_search_async (self->store, text, type, limit, cancellable, on_searched,
                         g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
gw_session_search_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
