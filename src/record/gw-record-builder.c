/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packing records. Values wait in an array of slots, texts and ids in a scratch buffer; setting a
 * field twice leaves the first value in the buffer, and the end copies only what is still meant.
 */

#include "config.h"

#include "gw-record-private.h"

#include <string.h>

#define MAX_FIELDS 64

/* pending: where each field's bytes lie in scratch; n_bytes counts a text's zero. */
struct _GwRecordBuilder
{
  const GwRecordType *type;
  guint64 mask;
  union
  {
    gint64 integer;
    GwGeoPoint point;
    struct
    {
      guint32 at;
      guint32 n_bytes;
    } scratch;
  } pending[MAX_FIELDS];
  GByteArray *scratch;
  char *extra;
  gboolean is_deleted;
};

GwRecordBuilder *
gw_record_builder_new (const GwRecordType *type)
{
  GwRecordBuilder *self = g_new (GwRecordBuilder, 1);

  g_assert (type->n_fields <= MAX_FIELDS);
  self->type = type;
  self->mask = 0;
  self->scratch = g_byte_array_sized_new (512);
  self->extra = NULL;
  self->is_deleted = FALSE;
  return self;
}

void
gw_record_builder_free (GwRecordBuilder *self)
{
  g_byte_array_unref (self->scratch);
  g_free (self->extra);
  g_free (self);
}

static GwValueForm
get_form (const GwRecordBuilder *self, guint field)
{
  g_assert (field < self->type->n_fields);
  return gw_field_get_form (&self->type->fields[field]);
}

/* Notes that @field holds something now, or nothing. */
static void
mark (GwRecordBuilder *self, guint field, gboolean is_set)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << field;

  self->mask = is_set ? self->mask | bit : self->mask & ~bit;
}

static void
keep_bytes (GwRecordBuilder *self, guint field, gconstpointer bytes, gsize n_bytes)
{
  g_assert (n_bytes < G_MAXUINT32 / 2);
  self->pending[field].scratch.at = self->scratch->len;
  self->pending[field].scratch.n_bytes = (guint32) n_bytes;
  g_byte_array_append (self->scratch, bytes, (guint) n_bytes);
  mark (self, field, TRUE);
}

void
gw_record_builder_set_integer (GwRecordBuilder *self, guint field, gint64 integer)
{
  g_assert (get_form (self, field) == GW_VALUE_INTEGER);
  self->pending[field].integer = integer;
  mark (self, field, TRUE);
}

void
gw_record_builder_set_text (GwRecordBuilder *self, guint field, const char *text, gssize length)
{
  gsize n_bytes = text == NULL ? 0 : length < 0 ? strlen (text) : strnlen (text, (gsize) length);

  g_assert (get_form (self, field) == GW_VALUE_TEXT);
  if (n_bytes == 0)
    {
      mark (self, field, FALSE);
      return;
    }
  keep_bytes (self, field, text, n_bytes);
  g_byte_array_append (self->scratch, (const guint8 *) "", 1);
  self->pending[field].scratch.n_bytes++;
}

void
gw_record_builder_set_id (GwRecordBuilder *self, guint field, GwId id)
{
  g_assert (get_form (self, field) == GW_VALUE_ID);
  if (gw_id_is_none (id))
    mark (self, field, FALSE);
  else
    keep_bytes (self, field, &id, sizeof id);
}

void
gw_record_builder_set_ids (GwRecordBuilder *self, guint field, const GwId *ids, guint n_ids)
{
  guint n_kept;

  g_assert (get_form (self, field) == GW_VALUE_IDS);
  keep_bytes (self, field, ids, n_ids * sizeof *ids);
  n_kept = gw_ids_normalise ((GwId *) (self->scratch->data + self->pending[field].scratch.at),
                             n_ids);
  self->pending[field].scratch.n_bytes = n_kept * (guint32) sizeof *ids;
  mark (self, field, n_kept > 0);
}

void
gw_record_builder_set_point (GwRecordBuilder *self, guint field, GwGeoPoint point)
{
  g_assert (get_form (self, field) == GW_VALUE_POINT);
  self->pending[field].point = point;
  mark (self, field, TRUE);
}

void
gw_record_builder_set_value (GwRecordBuilder *self, guint field, const GwFieldValue *value)
{
  switch (value->form)
    {
    case GW_VALUE_INTEGER:
      gw_record_builder_set_integer (self, field, value->integer);
      break;
    case GW_VALUE_TEXT:
      gw_record_builder_set_text (self, field, value->text, -1);
      break;
    case GW_VALUE_ID:
      gw_record_builder_set_id (self, field, value->id);
      break;
    case GW_VALUE_IDS:
      gw_record_builder_set_ids (self, field, value->ids, value->n_ids);
      break;
    case GW_VALUE_POINT:
      gw_record_builder_set_point (self, field, value->point);
      break;
    case GW_VALUE_EMPTY:
    default:
      g_assert (field < self->type->n_fields);
      mark (self, field, FALSE);
    }
}

void
gw_record_builder_set_extra (GwRecordBuilder *self, const char *json)
{
  g_free (self->extra);
  self->extra = json != NULL && *json != '\0' ? g_strdup (json) : NULL;
}

void
gw_record_builder_set_deleted (GwRecordBuilder *self, gboolean deleted)
{
  self->is_deleted = deleted;
}

static gboolean
is_in_tail (const GwRecordBuilder *self, guint field)
{
  GwValueForm form = get_form (self, field);

  return form == GW_VALUE_TEXT || form == GW_VALUE_ID || form == GW_VALUE_IDS;
}

/* The bytes of the record in the making. */
static gsize
measure (const GwRecordBuilder *self)
{
  gsize size = sizeof (GwRecord) +
               sizeof (GwRecordSlot) * (gsize) __builtin_popcountll (self->mask);

  for (guint64 rest = self->mask; rest != 0; rest &= rest - 1)
    {
      guint field = (guint) __builtin_ctzll (rest);

      if (is_in_tail (self, field))
        size += self->pending[field].scratch.n_bytes;
    }
  return size + (self->extra != NULL ? strlen (self->extra) + 1 : 0);
}

/* Fills the slots and the tail; returns where the tail ends. */
static guint32
pack_fields (const GwRecordBuilder *self, GwRecord *record)
{
  GwRecordSlot *slot = record->slots;
  guint32 end = (guint32) (sizeof *record +
                           sizeof *slot * (gsize) __builtin_popcountll (self->mask));

  for (guint64 rest = self->mask; rest != 0; rest &= rest - 1, slot++)
    {
      guint field = (guint) __builtin_ctzll (rest);
      guint32 n_bytes;

      slot->integer = self->pending[field].integer;
      if (!is_in_tail (self, field))
        continue;
      n_bytes = self->pending[field].scratch.n_bytes;
      memcpy ((char *) record + end, self->scratch->data + self->pending[field].scratch.at,
              n_bytes);
      slot->tail.offset = end;
      slot->tail.n = n_bytes / (guint32) sizeof (GwId);
      end += n_bytes;
    }
  return end;
}

GwRecord *
gw_record_builder_end (GwRecordBuilder *self, GwId id)
{
  gsize size = measure (self);
  GwRecord *record = g_malloc (size);
  guint32 end;

  g_assert (size < G_MAXUINT32);
  record->refs = 1;
  record->size = (guint32) size;
  record->type = self->type;
  record->mask = self->mask;
  record->id = id;
  record->is_deleted = self->is_deleted != FALSE;
  end = pack_fields (self, record);
  record->extra_offset = self->extra != NULL ? end : 0;
  if (self->extra != NULL)
    memcpy ((char *) record + end, self->extra, strlen (self->extra) + 1);

  self->mask = 0;
  self->is_deleted = FALSE;
  g_byte_array_set_size (self->scratch, 0);
  g_clear_pointer (&self->extra, g_free);
  return record;
}
