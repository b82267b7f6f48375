/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list is a balanced sequence of rows, ordered by the query, beside a hash from id to row. Each
 * row keeps the revision it is ordered by, because the item, shared between lists, may already show
 * a newer one.
 */
#include "config.h"

#include "gw-live-list.h"

typedef struct
{
  GwItem *item;
  GwRecord *record;
} Row;

struct _GwLiveList
{
  GObject parent_instance;

  GwQuery *query;
  GwItemTable *items;
  GSequence *rows;
  GHashTable *iters;
  guint64 sequence;
  GwLiveListState state;
  gboolean full;
  char *failure;
};

enum
{
  PROP_STATE = 1,
  PROP_FAILURE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void gw_live_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GwLiveList, gw_live_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, gw_live_list_model_init))

static Row *
row_new (GwItem *item, const GwRecord *record)
{
  Row *row = g_new (Row, 1);

  row->item = g_object_ref (item);
  row->record = gw_record_ref (record);
  return row;
}

static void
row_free (gpointer data)
{
  Row *row = data;

  gw_record_unref (row->record);
  g_object_unref (row->item);
  g_free (row);
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer query)
{
  const Row *row_a = a;
  const Row *row_b = b;

  return gw_query_compare (query, row_a->record, row_b->record);
}

static GSequenceIter *
find_row (GwLiveList *self, GwId id)
{
  return g_hash_table_lookup (self->iters, &id);
}

static void
set_state (GwLiveList *self, GwLiveListState state, const char *failure)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
  if (g_strcmp0 (self->failure, failure) != 0)
    {
      g_free (self->failure);
      self->failure = g_strdup (failure);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILURE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
remove_row (GwLiveList *self, GSequenceIter *iter)
{
  Row *row = g_sequence_get (iter);
  GwId id = gw_item_get_id (row->item);
  guint position = (guint) g_sequence_iter_get_position (iter);

  g_hash_table_remove (self->iters, &id);
  g_sequence_remove (iter);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
insert_row (GwLiveList *self, GwItem *item, const GwRecord *record)
{
  GwId id = gw_item_get_id (item);
  GSequenceIter *iter = g_sequence_insert_sorted (self->rows, row_new (item, record), compare_rows,
                                                  self->query);

  g_hash_table_insert (self->iters, g_memdup2 (&id, sizeof id), iter);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) g_sequence_iter_get_position (iter), 0,
                              1);
}

/* Whether @iter still lies between its neighbours with its new revision. */
static gboolean
is_in_place (GwLiveList *self, GSequenceIter *iter)
{
  Row *row = g_sequence_get (iter);

  if (!g_sequence_iter_is_begin (iter) &&
      compare_rows (g_sequence_get (g_sequence_iter_prev (iter)), row, self->query) > 0)
    return FALSE;
  iter = g_sequence_iter_next (iter);
  return g_sequence_iter_is_end (iter) ||
         compare_rows (row, g_sequence_get (iter), self->query) <= 0;
}

static void
revise_row (GwLiveList *self, GSequenceIter *iter, const GwRecord *record)
{
  Row *row = g_sequence_get (iter);
  g_autoptr (GwRecord) before = row->record;

  row->record = gw_record_ref (record);
  if (is_in_place (self, iter))
    return;

  /* The row moves: models can only say gone here and come there, but it is the same item. */
  g_autoptr (GwItem) item = g_object_ref (row->item);
  remove_row (self, iter);
  insert_row (self, item, record);
}

static void
trim (GwLiveList *self)
{
  guint limit = gw_query_get_limit (self->query);

  while (limit > 0 && (guint) g_sequence_get_length (self->rows) > limit)
    {
      self->full = TRUE;
      remove_row (self, g_sequence_iter_prev (g_sequence_get_end_iter (self->rows)));
    }
}

/*
 * Whether a full list can tell by itself what @after means for the row @iter: not when the row
 * leaves, or may now lie behind rows that were cut off.
 */
static gboolean
can_tell (GwLiveList *self, GSequenceIter *iter, const GwRecord *after, gboolean belongs)
{
  GSequenceIter *last = g_sequence_iter_prev (g_sequence_get_end_iter (self->rows));
  Row *last_row = g_sequence_get (last);
  Row *row = g_sequence_get (iter);

  if (!self->full || gw_record_equal (row->record, after))
    return TRUE;
  return belongs && last != iter && gw_query_compare (self->query, after, last_row->record) < 0;
}

static gboolean
apply_entry (GwLiveList *self, const GwCommitEntry *entry, guint64 sequence)
{
  const GwRecord *after = entry->after;
  GwId id = gw_record_get_id (after);
  GSequenceIter *iter = find_row (self, id);
  gboolean belongs = gw_query_matches (self->query, after);

  if (iter == NULL && !belongs)
    return TRUE;
  if (iter == NULL)
    {
      g_autoptr (GwItem)
          item = gw_item_table_get (self->items, gw_record_get_record_type (after), id);
      gw_item_update (item, after, sequence);
      insert_row (self, item, after);
      trim (self);
      return TRUE;
    }
  if (!can_tell (self, iter, after, belongs))
    return FALSE;
  if (belongs)
    {
      gw_item_update (((Row *) g_sequence_get (iter))->item, after, sequence);
      revise_row (self, iter, after);
    }
  else
    remove_row (self, iter);
  return TRUE;
}

static GType
gw_live_list_get_item_type (GListModel *model)
{
  return GW_TYPE_ITEM;
}

static guint
gw_live_list_get_n_items (GListModel *model)
{
  return (guint) g_sequence_get_length (GW_LIVE_LIST (model)->rows);
}

static gpointer
gw_live_list_get_item (GListModel *model, guint position)
{
  GwLiveList *self = GW_LIVE_LIST (model);

  if (position >= (guint) g_sequence_get_length (self->rows))
    return NULL;
  Row *row = g_sequence_get (g_sequence_get_iter_at_pos (self->rows, (gint) position));
  return g_object_ref (row->item);
}

static void
gw_live_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = gw_live_list_get_item_type;
  iface->get_n_items = gw_live_list_get_n_items;
  iface->get_item = gw_live_list_get_item;
}

static void
gw_live_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GwLiveList *self = GW_LIVE_LIST (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (gint) self->state);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gw_live_list_finalize (GObject *object)
{
  GwLiveList *self = GW_LIVE_LIST (object);

  g_clear_pointer (&self->iters, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_sequence_free);
  g_clear_pointer (&self->query, gw_query_unref);
  g_clear_pointer (&self->failure, g_free);
  G_OBJECT_CLASS (gw_live_list_parent_class)->finalize (object);
}

static void
gw_live_list_class_init (GwLiveListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gw_live_list_get_property;
  object_class->finalize = gw_live_list_finalize;

  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, GW_LIVE_LIST_LOADING,
                                        GW_LIVE_LIST_FAILED, GW_LIVE_LIST_LOADING,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
gw_live_list_init (GwLiveList *self)
{
  self->rows = g_sequence_new (row_free);
  self->iters = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
}

GwLiveList *
gw_live_list_new (GwQuery *query, GwItemTable *items)
{
  GwLiveList *self = g_object_new (GW_TYPE_LIVE_LIST, NULL);

  self->query = gw_query_ref (query);
  self->items = items;
  return self;
}

GwQuery *
gw_live_list_get_query (GwLiveList *self)
{
  g_return_val_if_fail (GW_IS_LIVE_LIST (self), NULL);
  return self->query;
}

GwLiveListState
gw_live_list_get_state (GwLiveList *self)
{
  g_return_val_if_fail (GW_IS_LIVE_LIST (self), GW_LIVE_LIST_FAILED);
  return self->state;
}

const char *
gw_live_list_get_failure (GwLiveList *self)
{
  g_return_val_if_fail (GW_IS_LIVE_LIST (self), NULL);
  return self->failure;
}

guint64
gw_live_list_get_sequence (GwLiveList *self)
{
  g_return_val_if_fail (GW_IS_LIVE_LIST (self), 0);
  return self->sequence;
}

const GwRecord *
gw_live_list_get_record (GwLiveList *self, guint position)
{
  g_return_val_if_fail (GW_IS_LIVE_LIST (self), NULL);
  g_return_val_if_fail (position < (guint) g_sequence_get_length (self->rows), NULL);

  Row *row = g_sequence_get (g_sequence_get_iter_at_pos (self->rows, (gint) position));
  return row->record;
}

gboolean
gw_live_list_find (GwLiveList *self, GwId id, guint *out_position)
{
  g_return_val_if_fail (GW_IS_LIVE_LIST (self), FALSE);

  GSequenceIter *iter = find_row (self, id);
  if (iter == NULL)
    return FALSE;
  if (out_position != NULL)
    *out_position = (guint) g_sequence_iter_get_position (iter);
  return TRUE;
}

/*
 * Removes the rows that are not in @answer (id to record), and those that sort elsewhere now: they
 * come back as the same items. The others take their new revision where they are.
 */
static void
drop_moved (GwLiveList *self, GHashTable *answer)
{
  GSequenceIter *iter = g_sequence_get_begin_iter (self->rows);

  while (!g_sequence_iter_is_end (iter))
    {
      GSequenceIter *next = g_sequence_iter_next (iter);
      Row *row = g_sequence_get (iter);
      GwId id = gw_item_get_id (row->item);
      const GwRecord *record = g_hash_table_lookup (answer, &id);

      if (record == NULL || gw_query_compare (self->query, row->record, record) != 0)
        remove_row (self, iter);
      else
        {
          g_autoptr (GwRecord) before = row->record;
          row->record = gw_record_ref (record);
          gw_item_update (row->item, record, self->sequence);
        }
      iter = next;
    }
}

static void
merge (GwLiveList *self, GPtrArray *records)
{
  g_autoptr (GHashTable)
      answer = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      GwId id = gw_record_get_id (g_ptr_array_index (records, i));
      g_hash_table_insert (answer, g_memdup2 (&id, sizeof id), g_ptr_array_index (records, i));
    }
  drop_moved (self, answer);
  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      GwId id = gw_record_get_id (record);

      if (find_row (self, id) == NULL)
        {
          g_autoptr (GwItem)
              item = gw_item_table_get (self->items, gw_record_get_record_type (record), id);
          gw_item_update (item, record, self->sequence);
          insert_row (self, item, record);
        }
    }
}

static void
fill (GwLiveList *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      GwId id = gw_record_get_id (record);
      g_autoptr (GwItem)
          item = gw_item_table_get (self->items, gw_record_get_record_type (record), id);

      gw_item_update (item, record, self->sequence);
      g_hash_table_insert (self->iters, g_memdup2 (&id, sizeof id),
                           g_sequence_append (self->rows, row_new (item, record)));
    }
  if (records->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, records->len);
}

void
gw_live_list_reset (GwLiveList *self, GPtrArray *records, guint64 sequence)
{
  guint limit = gw_query_get_limit (self->query);

  g_return_if_fail (GW_IS_LIVE_LIST (self));

  self->sequence = sequence;
  self->full = limit > 0 && records->len >= limit;
  if (g_sequence_is_empty (self->rows))
    fill (self, records);
  else
    merge (self, records);
  set_state (self, GW_LIVE_LIST_READY, NULL);
}

gboolean
gw_live_list_apply (GwLiveList *self, GwCommit *commit)
{
  const GwRecordType *type = gw_query_get_record_type (self->query);
  guint64 sequence = gw_commit_get_info (commit)->sequence;

  g_return_val_if_fail (GW_IS_LIVE_LIST (self), FALSE);

  if (self->state != GW_LIVE_LIST_READY || sequence <= self->sequence)
    return TRUE;
  for (guint i = 0; i < gw_commit_get_n_entries (commit); i++)
    {
      const GwCommitEntry *entry = gw_commit_get_entry (commit, i);

      if (gw_record_get_record_type (entry->after) == type && !apply_entry (self, entry, sequence))
        return FALSE;
    }
  self->sequence = sequence;
  return TRUE;
}

void
gw_live_list_fail (GwLiveList *self, const char *sentence)
{
  g_return_if_fail (GW_IS_LIVE_LIST (self));
  set_state (self, GW_LIVE_LIST_FAILED, sentence);
}
