/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items and the table that keeps them unique. The table holds weak references only: an item dies
 * when the last list or widget lets go of it.
 */
#include "config.h"

#include "gw-item.h"

struct _GwItem
{
  GObject parent_instance;

  const GwRecordType *type;
  GwId id;
  GwRecord *record;
  guint64 sequence;
};

enum
{
  PROP_RECORD = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (GwItem, gw_item, G_TYPE_OBJECT)

struct _GwItemTable
{
  GHashTable *entries;
};

static void
gw_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GwItem *self = GW_ITEM (object);

  if (prop_id == PROP_RECORD)
    g_value_set_pointer (value, self->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gw_item_finalize (GObject *object)
{
  GwItem *self = GW_ITEM (object);

  g_clear_pointer (&self->record, gw_record_unref);
  G_OBJECT_CLASS (gw_item_parent_class)->finalize (object);
}

static void
gw_item_class_init (GwItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gw_item_get_property;
  object_class->finalize = gw_item_finalize;

  props[PROP_RECORD] = g_param_spec_pointer ("record", NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
gw_item_init (GwItem *self)
{
}

GwItem *
gw_item_new (const GwRecordType *type, GwId id)
{
  GwItem *self = g_object_new (GW_TYPE_ITEM, NULL);

  self->type = type;
  self->id = id;
  return self;
}

const GwRecordType *
gw_item_get_record_type (GwItem *self)
{
  g_return_val_if_fail (GW_IS_ITEM (self), NULL);
  return self->type;
}

GwId
gw_item_get_id (GwItem *self)
{
  g_return_val_if_fail (GW_IS_ITEM (self), GW_ID_NONE);
  return self->id;
}

const GwRecord *
gw_item_get_record (GwItem *self)
{
  g_return_val_if_fail (GW_IS_ITEM (self), NULL);
  return self->record;
}

void
gw_item_update (GwItem *self, const GwRecord *record, guint64 sequence)
{
  g_autoptr (GwRecord) before = NULL;

  g_return_if_fail (GW_IS_ITEM (self));
  g_return_if_fail (record != NULL && gw_id_equal (gw_record_get_id (record), self->id));

  if (self->record != NULL && sequence < self->sequence)
    return;
  self->sequence = sequence;
  if (self->record != NULL && gw_record_equal (self->record, record))
    return;
  before = g_steal_pointer (&self->record);
  self->record = gw_record_ref (record);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

/* The table --------------------------------------------------------------------------------- */

/* A weak callback gets only an address, so the entry it belongs to travels with it. */
typedef struct
{
  GHashTable *entries;
  GwId id;
  GwItem *item;
} GwItemEntry;

static void
on_item_gone (gpointer data, GObject *where_the_item_was)
{
  GwItemEntry *entry = data;

  g_hash_table_remove (entry->entries, &entry->id);
}

GwItemTable *
gw_item_table_new (void)
{
  GwItemTable *self = g_new0 (GwItemTable, 1);

  self->entries = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, NULL, g_free);
  return self;
}

void
gw_item_table_free (GwItemTable *self)
{
  GHashTableIter iter;
  gpointer value;

  if (self == NULL)
    return;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GwItemEntry *entry = value;
      g_object_weak_unref (G_OBJECT (entry->item), on_item_gone, entry);
    }
  g_hash_table_unref (self->entries);
  g_free (self);
}

GwItem *
gw_item_table_get (GwItemTable *self, const GwRecordType *type, GwId id)
{
  GwItemEntry *entry = g_hash_table_lookup (self->entries, &id);

  if (entry != NULL)
    return g_object_ref (entry->item);
  entry = g_new (GwItemEntry, 1);
  entry->entries = self->entries;
  entry->id = id;
  entry->item = gw_item_new (type, id);
  g_hash_table_insert (self->entries, &entry->id, entry);
  g_object_weak_ref (G_OBJECT (entry->item), on_item_gone, entry);
  return entry->item;
}

GwItem *
gw_item_table_find (GwItemTable *self, GwId id)
{
  GwItemEntry *entry = g_hash_table_lookup (self->entries, &id);

  return entry != NULL ? entry->item : NULL;
}

GPtrArray *
gw_item_table_list (GwItemTable *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (items, g_object_ref (((GwItemEntry *) value)->item));
  return items;
}
