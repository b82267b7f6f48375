/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading packed records. Made by gw-record-builder.c; the layout is told in the private header. */

#include "config.h"

#include "gw-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GwRecord *
gw_record_ref (const GwRecord *self)
{
  GwRecord *counted = (GwRecord *) self;

  g_atomic_int_inc (&counted->refs);
  return counted;
}

void
gw_record_unref (GwRecord *self)
{
  if (g_atomic_int_dec_and_test (&self->refs))
    g_free (self);
}

const GwRecordType *
gw_record_get_record_type (const GwRecord *self)
{
  return self->type;
}

GwId
gw_record_get_id (const GwRecord *self)
{
  return self->id;
}

gboolean
gw_record_is_deleted (const GwRecord *self)
{
  return self->is_deleted != 0;
}

/* Asserts that @field of @self is read in its own form. */
static const GwRecordSlot *
find_slot_of_form (const GwRecord *self, guint field, GwValueForm form)
{
  const GwRecordSlot *slot = gw_record_find_slot (self, field);

  g_assert (gw_field_get_form (&self->type->fields[field]) == form);
  return slot;
}

static const char *
get_tail (const GwRecord *self, guint32 offset)
{
  return (const char *) self + offset;
}

gboolean
gw_record_has (const GwRecord *self, guint field)
{
  return gw_record_find_slot (self, field) != NULL;
}

gint64
gw_record_get_integer (const GwRecord *self, guint field)
{
  const GwRecordSlot *slot = find_slot_of_form (self, field, GW_VALUE_INTEGER);

  return slot != NULL ? slot->integer : 0;
}

const char *
gw_record_get_text (const GwRecord *self, guint field)
{
  const GwRecordSlot *slot = find_slot_of_form (self, field, GW_VALUE_TEXT);

  return slot != NULL ? get_tail (self, slot->tail.offset) : "";
}

GwId
gw_record_get_id_value (const GwRecord *self, guint field)
{
  const GwRecordSlot *slot = find_slot_of_form (self, field, GW_VALUE_ID);
  GwId id = GW_ID_NONE;

  if (slot != NULL)
    memcpy (&id, get_tail (self, slot->tail.offset), sizeof id);
  return id;
}

const GwId *
gw_record_get_ids (const GwRecord *self, guint field, guint *out_n_ids)
{
  const GwRecordSlot *slot = find_slot_of_form (self, field, GW_VALUE_IDS);

  *out_n_ids = slot != NULL ? slot->tail.n : 0;
  return slot != NULL ? (const GwId *) get_tail (self, slot->tail.offset) : NULL;
}

GwGeoPoint
gw_record_get_point (const GwRecord *self, guint field)
{
  const GwRecordSlot *slot = find_slot_of_form (self, field, GW_VALUE_POINT);

  return slot != NULL ? slot->point : (GwGeoPoint){ 0, 0 };
}

void
gw_record_get_value (const GwRecord *self, guint field, GwFieldValue *out_value)
{
  GwFieldValue lent = GW_FIELD_VALUE_INIT;

  gw_record_lend_value (self, field, &lent);
  gw_field_value_copy (&lent, out_value);
}

void
gw_record_lend_value (const GwRecord *self, guint field, GwFieldValue *out_value)
{
  *out_value = (GwFieldValue) GW_FIELD_VALUE_INIT;
  if (!gw_record_has (self, field))
    return;
  out_value->form = gw_field_get_form (&self->type->fields[field]);
  switch (out_value->form)
    {
    case GW_VALUE_INTEGER:
      out_value->integer = gw_record_get_integer (self, field);
      break;
    case GW_VALUE_TEXT:
      out_value->text = (char *) gw_record_get_text (self, field);
      break;
    case GW_VALUE_ID:
      out_value->id = gw_record_get_id_value (self, field);
      break;
    case GW_VALUE_IDS:
      out_value->ids = (GwId *) gw_record_get_ids (self, field, &out_value->n_ids);
      break;
    case GW_VALUE_POINT:
      out_value->point = gw_record_get_point (self, field);
      break;
    case GW_VALUE_EMPTY:
    default:
      g_assert_not_reached ();
    }
}

gboolean
gw_record_equal (const GwRecord *a, const GwRecord *b)
{
  const gsize start = G_STRUCT_OFFSET (GwRecord, size);

  return a == b || (a->size == b->size &&
                    memcmp (get_tail (a, start), get_tail (b, start), a->size - start) == 0);
}

/* Whether a list may show @field's words: references have none here, sealed ones are not shown. */
static gboolean
has_words (const GwField *field)
{
  return field->kind != GW_FIELD_SEALED && field->kind != GW_FIELD_REFERENCE &&
         field->kind != GW_FIELD_REFERENCES && field->kind != GW_FIELD_ATTACHMENT;
}

char *
gw_record_dup_title (const GwRecord *self)
{
  const GwRecordType *type = self->type;
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (type->title_fields) && type->title_fields[i] >= 0; i++)
    {
      guint field = (guint) type->title_fields[i];
      GwFieldValue value = GW_FIELD_VALUE_INIT;
      g_autofree char *words = NULL;

      /* A table that names no title fields is all zero: the first field, once. */
      if (i > 0 && field == 0)
        break;
      if (!has_words (&type->fields[field]) || !gw_record_has (self, field))
        continue;
      gw_record_lend_value (self, field, &value);
      words = gw_field_value_to_text (&value, &type->fields[field]);
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", words);
    }
  if (title->len == 0 && type->label != NULL)
    g_string_append (title, _ (type->label));
  return g_string_free (g_steal_pointer (&title), FALSE);
}

const char *
gw_record_get_extra (const GwRecord *self)
{
  return self->extra_offset != 0 ? get_tail (self, self->extra_offset) : NULL;
}

gsize
gw_record_get_size (const GwRecord *self)
{
  return self->size;
}
