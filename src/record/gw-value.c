/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values outside records: making, copying, comparing. */

#include "config.h"

#include "gw-value.h"

#include <string.h>

GwValueForm
gw_field_get_form (const GwField *field)
{
  switch (field->kind)
    {
    case GW_FIELD_TEXT:
    case GW_FIELD_RICH_TEXT:
    case GW_FIELD_ATTACHMENT:
    case GW_FIELD_SEALED:
      return GW_VALUE_TEXT;
    case GW_FIELD_DAY:
    case GW_FIELD_MINUTE:
    case GW_FIELD_SPAN:
    case GW_FIELD_MONEY:
    case GW_FIELD_NUMBER:
    case GW_FIELD_FLAG:
    case GW_FIELD_CHOICE:
    case GW_FIELD_CHOICES:
    case GW_FIELD_INSTANT:
      return GW_VALUE_INTEGER;
    case GW_FIELD_REFERENCE:
      return GW_VALUE_ID;
    case GW_FIELD_REFERENCES:
      return GW_VALUE_IDS;
    case GW_FIELD_PLACE:
      return GW_VALUE_POINT;
    default:
      g_assert_not_reached ();
    }
}

gboolean
gw_field_value_is_empty (const GwFieldValue *self)
{
  switch (self->form)
    {
    case GW_VALUE_TEXT:
      return self->text == NULL || *self->text == '\0';
    case GW_VALUE_ID:
      return gw_id_is_none (self->id);
    case GW_VALUE_IDS:
      return self->n_ids == 0;
    case GW_VALUE_INTEGER:
    case GW_VALUE_POINT:
      return FALSE;
    case GW_VALUE_EMPTY:
    default:
      return TRUE;
    }
}

void
gw_field_value_clear (GwFieldValue *self)
{
  if (self->form == GW_VALUE_TEXT)
    g_free (self->text);
  else if (self->form == GW_VALUE_IDS)
    g_free (self->ids);
  *self = (GwFieldValue) GW_FIELD_VALUE_INIT;
}

void
gw_field_value_copy (const GwFieldValue *self, GwFieldValue *copy)
{
  *copy = *self;
  if (self->form == GW_VALUE_TEXT)
    copy->text = g_strdup (self->text);
  else if (self->form == GW_VALUE_IDS)
    copy->ids = g_memdup2 (self->ids, self->n_ids * sizeof (GwId));
}

gboolean
gw_field_value_equal (const GwFieldValue *a, const GwFieldValue *b)
{
  gboolean a_is_empty = gw_field_value_is_empty (a);

  if (a_is_empty || gw_field_value_is_empty (b))
    return a_is_empty && gw_field_value_is_empty (b);
  if (a->form != b->form)
    return FALSE;
  switch (a->form)
    {
    case GW_VALUE_INTEGER:
      return a->integer == b->integer;
    case GW_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case GW_VALUE_ID:
      return gw_id_equal (a->id, b->id);
    case GW_VALUE_IDS:
      return a->n_ids == b->n_ids && memcmp (a->ids, b->ids, a->n_ids * sizeof (GwId)) == 0;
    case GW_VALUE_POINT:
      return a->point.latitude == b->point.latitude && a->point.longitude == b->point.longitude;
    case GW_VALUE_EMPTY:
    default:
      g_assert_not_reached ();
    }
}

GwFieldValue
gw_field_value_integer (gint64 integer)
{
  return (GwFieldValue){ .form = GW_VALUE_INTEGER, .integer = integer };
}

GwFieldValue
gw_field_value_text (const char *text)
{
  if (text == NULL || *text == '\0')
    return (GwFieldValue) GW_FIELD_VALUE_INIT;
  return (GwFieldValue){ .form = GW_VALUE_TEXT, .text = g_strdup (text) };
}

GwFieldValue
gw_field_value_id (GwId id)
{
  if (gw_id_is_none (id))
    return (GwFieldValue) GW_FIELD_VALUE_INIT;
  return (GwFieldValue){ .form = GW_VALUE_ID, .id = id };
}

static int
compare_ids (const void *a, const void *b)
{
  return memcmp (a, b, sizeof (GwId));
}

guint
gw_ids_normalise (GwId *ids, guint n_ids)
{
  guint n_kept = 0;

  if (n_ids > 1)
    qsort (ids, n_ids, sizeof *ids, compare_ids);
  for (guint i = 0; i < n_ids; i++)
    if (!gw_id_is_none (ids[i]) && (n_kept == 0 || !gw_id_equal (ids[n_kept - 1], ids[i])))
      ids[n_kept++] = ids[i];
  return n_kept;
}

GwFieldValue
gw_field_value_ids (const GwId *ids, guint n_ids)
{
  GwFieldValue value = { .form = GW_VALUE_IDS };

  value.ids = g_memdup2 (ids, n_ids * sizeof *ids);
  value.n_ids = gw_ids_normalise (value.ids, n_ids);
  if (value.n_ids == 0)
    gw_field_value_clear (&value);
  return value;
}

GwFieldValue
gw_field_value_point (GwGeoPoint point)
{
  return (GwFieldValue){ .form = GW_VALUE_POINT, .point = point };
}

gboolean
gw_field_value_has_id (const GwFieldValue *self, GwId id)
{
  if (self->form == GW_VALUE_ID)
    return gw_id_equal (self->id, id);
  if (self->form != GW_VALUE_IDS || self->n_ids == 0)
    return FALSE;
  return bsearch (&id, self->ids, self->n_ids, sizeof id, compare_ids) != NULL;
}
