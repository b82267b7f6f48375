/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drafts: all values of one record in the making, beside the record they started from. Whether a
 * field is touched is always found by comparing, so setting a value back untouches it.
 */

#include "config.h"

#include "gw-draft.h"

struct _GwDraft
{
  const GwRecordType *type;
  GwId id;
  GwRecord *base;
  guint64 touched;
  char *extra;
  GwRecord *given;    /* what a new draft began with; nullable */
  GHashTable *unread; /* field to text; NULL: none */
  GwFieldValue values[];
};

static GwDraft *
draft_new (const GwRecordType *type, GwId id)
{
  GwDraft *self = g_malloc0 (sizeof *self + type->n_fields * sizeof (GwFieldValue));

  self->type = type;
  self->id = id;
  return self;
}

GwDraft *
gw_draft_new (const GwRecordType *type)
{
  return draft_new (type, gw_id_new ());
}

GwDraft *
gw_draft_new_with_id (const GwRecordType *type, GwId id)
{
  return draft_new (type, id);
}

GwDraft *
gw_draft_new_for (const GwRecord *base)
{
  GwDraft *self = draft_new (gw_record_get_record_type (base), gw_record_get_id (base));

  self->base = gw_record_ref (base);
  self->extra = g_strdup (gw_record_get_extra (base));
  for (guint i = 0; i < self->type->n_fields; i++)
    gw_record_get_value (base, i, &self->values[i]);
  return self;
}

void
gw_draft_free (GwDraft *self)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    gw_field_value_clear (&self->values[i]);
  g_clear_pointer (&self->base, gw_record_unref);
  g_clear_pointer (&self->given, gw_record_unref);
  g_clear_pointer (&self->unread, g_hash_table_unref);
  g_free (self->extra);
  g_free (self);
}

const GwRecordType *
gw_draft_get_record_type (const GwDraft *self)
{
  return self->type;
}

GwId
gw_draft_get_id (const GwDraft *self)
{
  return self->id;
}

const GwRecord *
gw_draft_get_base (const GwDraft *self)
{
  return self->base;
}

gboolean
gw_draft_is_touched (const GwDraft *self, guint field)
{
  g_assert (field < self->type->n_fields);
  return (self->touched >> field & 1) != 0;
}

gboolean
gw_draft_is_changed (const GwDraft *self)
{
  return self->touched != 0;
}

/* Lends the value of @field in @base, which may be NULL. */
static GwFieldValue
lend_base_value (const GwRecord *base, guint field)
{
  GwFieldValue value = GW_FIELD_VALUE_INIT;

  if (base != NULL)
    gw_record_lend_value (base, field, &value);
  return value;
}

static void
update_touched (GwDraft *self, guint field)
{
  GwFieldValue base_value = lend_base_value (self->base, field);
  guint64 bit = G_GUINT64_CONSTANT (1) << field;

  if (gw_field_value_equal (&self->values[field], &base_value))
    self->touched &= ~bit;
  else
    self->touched |= bit;
}

void
gw_draft_set_given (GwDraft *self)
{
  g_clear_pointer (&self->given, gw_record_unref);
  self->given = gw_draft_build (self);
}

gboolean
gw_draft_is_edited (const GwDraft *self)
{
  if (self->unread != NULL && g_hash_table_size (self->unread) > 0)
    return TRUE;
  if (self->given == NULL)
    return gw_draft_is_changed (self);
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      GwFieldValue value = lend_base_value (self->given, i);

      if (!gw_field_value_equal (&self->values[i], &value))
        return TRUE;
    }
  return FALSE;
}

void
gw_draft_set_unread (GwDraft *self, guint field, const char *text)
{
  g_assert (field < self->type->n_fields);
  if (self->unread == NULL)
    self->unread = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (text == NULL || self->type->fields[field].kind == GW_FIELD_SEALED)
    g_hash_table_remove (self->unread, GUINT_TO_POINTER (field));
  else
    g_hash_table_replace (self->unread, GUINT_TO_POINTER (field), g_strdup (text));
}

const char *
gw_draft_get_unread (const GwDraft *self, guint field)
{
  if (self->unread == NULL)
    return NULL;
  return g_hash_table_lookup (self->unread, GUINT_TO_POINTER (field));
}

const GwFieldValue *
gw_draft_get_value (const GwDraft *self, guint field)
{
  g_assert (field < self->type->n_fields);
  return &self->values[field];
}

void
gw_draft_set_value (GwDraft *self, guint field, const GwFieldValue *value)
{
  GwFieldValue copy;

  gw_field_value_copy (value, &copy);
  gw_draft_take_value (self, field, &copy);
}

void
gw_draft_take_value (GwDraft *self, guint field, GwFieldValue *value)
{
  GwFieldValue taken = *value;

  g_assert (field < self->type->n_fields);
  g_assert (taken.form == GW_VALUE_EMPTY ||
            taken.form == gw_field_get_form (&self->type->fields[field]));
  *value = (GwFieldValue) GW_FIELD_VALUE_INIT;
  if (gw_field_value_is_empty (&taken))
    gw_field_value_clear (&taken);
  gw_field_value_clear (&self->values[field]);
  self->values[field] = taken;
  update_touched (self, field);
  if (self->unread != NULL)
    g_hash_table_remove (self->unread, GUINT_TO_POINTER (field));
}

void
gw_draft_clear_value (GwDraft *self, guint field)
{
  GwFieldValue nothing = GW_FIELD_VALUE_INIT;

  gw_draft_take_value (self, field, &nothing);
}

void
gw_draft_set_integer (GwDraft *self, guint field, gint64 integer)
{
  GwFieldValue value = gw_field_value_integer (integer);

  gw_draft_take_value (self, field, &value);
}

void
gw_draft_set_text (GwDraft *self, guint field, const char *text)
{
  GwFieldValue value = gw_field_value_text (text);

  gw_draft_take_value (self, field, &value);
}

void
gw_draft_set_id (GwDraft *self, guint field, GwId id)
{
  GwFieldValue value = gw_field_value_id (id);

  gw_draft_take_value (self, field, &value);
}

void
gw_draft_set_ids (GwDraft *self, guint field, const GwId *ids, guint n_ids)
{
  GwFieldValue value = gw_field_value_ids (ids, n_ids);

  gw_draft_take_value (self, field, &value);
}

void
gw_draft_set_point (GwDraft *self, guint field, GwGeoPoint point)
{
  GwFieldValue value = gw_field_value_point (point);

  gw_draft_take_value (self, field, &value);
}

void
gw_draft_set_extra (GwDraft *self, const char *json)
{
  char *extra = g_strdup (json);

  g_free (self->extra);
  self->extra = extra;
}

GwRecord *
gw_draft_build (const GwDraft *self)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (self->type);

  for (guint i = 0; i < self->type->n_fields; i++)
    gw_record_builder_set_value (builder, i, &self->values[i]);
  gw_record_builder_set_extra (builder, self->extra);
  gw_record_builder_set_deleted (builder, self->base != NULL && gw_record_is_deleted (self->base));
  return gw_record_builder_end (builder, self->id);
}

/* Takes over the field as it is in @current; returns whether both sides changed it differently. */
static gboolean
rebase_field (GwDraft *self, guint field, const GwRecord *current)
{
  GwFieldValue old_value = lend_base_value (self->base, field);
  GwFieldValue new_value = lend_base_value (current, field);

  if (!gw_draft_is_touched (self, field))
    {
      gw_field_value_clear (&self->values[field]);
      gw_field_value_copy (&new_value, &self->values[field]);
      return FALSE;
    }
  return !gw_field_value_equal (&old_value, &new_value) &&
         !gw_field_value_equal (&self->values[field], &new_value);
}

guint
gw_draft_rebase (GwDraft *self, const GwRecord *current)
{
  guint n_conflicts = 0;

  g_return_val_if_fail (gw_record_get_record_type (current) == self->type, 0);
  g_return_val_if_fail (gw_id_equal (gw_record_get_id (current), self->id), 0);
  for (guint i = 0; i < self->type->n_fields; i++)
    n_conflicts += rebase_field (self, i, current) ? 1 : 0;
  gw_record_ref (current);
  g_clear_pointer (&self->base, gw_record_unref);
  self->base = (GwRecord *) current;
  gw_draft_set_extra (self, gw_record_get_extra (current));
  for (guint i = 0; i < self->type->n_fields; i++)
    update_touched (self, i);
  return n_conflicts;
}
