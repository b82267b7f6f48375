/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of ids that tells when it changes. */
#include "config.h"

#include "gw-ticks.h"

struct _GwTicks
{
  GObject parent_instance;

  GHashTable *ids;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwTicks, gw_ticks, G_TYPE_OBJECT)

static void
gw_ticks_finalize (GObject *object)
{
  g_hash_table_unref (GW_TICKS (object)->ids);
  G_OBJECT_CLASS (gw_ticks_parent_class)->finalize (object);
}

static void
gw_ticks_class_init (GwTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gw_ticks_finalize;
  signals[CHANGED] = g_signal_new ("changed", GW_TYPE_TICKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
gw_ticks_init (GwTicks *self)
{
  self->ids = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
}

GwTicks *
gw_ticks_new (void)
{
  return g_object_new (GW_TYPE_TICKS, NULL);
}

void
gw_ticks_set (GwTicks *self, GwId id, gboolean ticked)
{
  g_return_if_fail (GW_IS_TICKS (self));

  if (gw_ticks_get (self, id) == !!ticked)
    return;
  if (ticked)
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ids, &id);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
gw_ticks_get (GwTicks *self, GwId id)
{
  g_return_val_if_fail (GW_IS_TICKS (self), FALSE);
  return g_hash_table_contains (self->ids, &id);
}

guint
gw_ticks_get_n (GwTicks *self)
{
  g_return_val_if_fail (GW_IS_TICKS (self), 0);
  return g_hash_table_size (self->ids);
}

void
gw_ticks_clear (GwTicks *self)
{
  g_return_if_fail (GW_IS_TICKS (self));

  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  g_signal_emit (self, signals[CHANGED], 0);
}
