/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries: building them, and asking them of single records. */

#include "config.h"

#include "gw-query.h"

#include "gw-text.h"

typedef struct
{
  guint field;
  gboolean is_descending;
} GwSort;

struct _GwQuery
{
  gatomicrefcount refs;
  const GwRecordType *type;
  GArray *conditions;
  GArray *sorts;
  guint limit;
  gboolean with_deleted;
};

static void
clear_condition (gpointer condition)
{
  gw_field_value_clear (&((GwCondition *) condition)->value);
}

GwQuery *
gw_query_new (const GwRecordType *type)
{
  GwQuery *self = g_new0 (GwQuery, 1);

  g_atomic_ref_count_init (&self->refs);
  self->type = type;
  self->conditions = g_array_new (FALSE, TRUE, sizeof (GwCondition));
  g_array_set_clear_func (self->conditions, clear_condition);
  self->sorts = g_array_new (FALSE, FALSE, sizeof (GwSort));
  return self;
}

GwQuery *
gw_query_ref (GwQuery *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_query_unref (GwQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->conditions);
  g_array_unref (self->sorts);
  g_free (self);
}

static GwValueForm
get_form (const GwQuery *self, guint field)
{
  g_assert (field < self->type->n_fields);
  return gw_field_get_form (&self->type->fields[field]);
}

void
gw_query_where_integer (GwQuery *self, guint field, gint64 integer)
{
  GwCondition condition = { .kind = GW_CONDITION_EQUALS, .field = field };

  g_return_if_fail (get_form (self, field) == GW_VALUE_INTEGER);
  condition.value = gw_field_value_integer (integer);
  g_array_append_val (self->conditions, condition);
}

void
gw_query_where_between (GwQuery *self, guint field, gint64 low, gint64 high)
{
  GwCondition condition = { .kind = GW_CONDITION_BETWEEN, .field = field };

  g_return_if_fail (get_form (self, field) == GW_VALUE_INTEGER);
  condition.low = low;
  condition.high = high;
  g_array_append_val (self->conditions, condition);
}

void
gw_query_where_id (GwQuery *self, guint field, GwId id)
{
  GwCondition condition = { .kind = GW_CONDITION_EQUALS, .field = field };
  GwValueForm form = get_form (self, field);

  g_return_if_fail (form == GW_VALUE_ID || form == GW_VALUE_IDS);
  if (gw_id_is_none (id))
    {
      gw_query_where_empty (self, field, TRUE);
      return;
    }
  condition.value = gw_field_value_id (id);
  g_array_append_val (self->conditions, condition);
}

void
gw_query_where_text (GwQuery *self, guint field, const char *text)
{
  GwCondition condition = { .kind = GW_CONDITION_CONTAINS, .field = field };

  g_return_if_fail (get_form (self, field) == GW_VALUE_TEXT);
  g_return_if_fail (self->type->fields[field].kind != GW_FIELD_SEALED);
  condition.value = gw_field_value_text (text);
  if (!gw_field_value_is_empty (&condition.value))
    g_array_append_val (self->conditions, condition);
}

void
gw_query_where_empty (GwQuery *self, guint field, gboolean empty)
{
  GwCondition condition = { .field = field };

  g_return_if_fail (field < self->type->n_fields);
  condition.kind = empty ? GW_CONDITION_EMPTY : GW_CONDITION_NOT_EMPTY;
  g_array_append_val (self->conditions, condition);
}

void
gw_query_sort (GwQuery *self, guint field, gboolean descending)
{
  GwSort sort = { field, descending };

  g_return_if_fail (field < self->type->n_fields);
  g_array_append_val (self->sorts, sort);
}

void
gw_query_set_limit (GwQuery *self, guint limit)
{
  self->limit = limit;
}

void
gw_query_set_with_deleted (GwQuery *self, gboolean with_deleted)
{
  self->with_deleted = with_deleted;
}

const GwRecordType *
gw_query_get_record_type (const GwQuery *self)
{
  return self->type;
}

guint
gw_query_get_n_conditions (const GwQuery *self)
{
  return self->conditions->len;
}

const GwCondition *
gw_query_get_condition (const GwQuery *self, guint index)
{
  g_return_val_if_fail (index < self->conditions->len, NULL);
  return &g_array_index (self->conditions, GwCondition, index);
}

guint
gw_query_get_n_sorts (const GwQuery *self)
{
  return self->sorts->len;
}

guint
gw_query_get_sort (const GwQuery *self, guint index, gboolean *out_descending)
{
  const GwSort *sort;

  g_return_val_if_fail (index < self->sorts->len, 0);
  sort = &g_array_index (self->sorts, GwSort, index);
  *out_descending = sort->is_descending;
  return sort->field;
}

guint
gw_query_get_limit (const GwQuery *self)
{
  return self->limit;
}

gboolean
gw_query_get_with_deleted (const GwQuery *self)
{
  return self->with_deleted;
}

/* EQUALS on a value that is there: a set equals an id that it holds. */
static gboolean
equals (const GwCondition *condition, const GwFieldValue *value)
{
  if (value->form == GW_VALUE_IDS)
    return gw_field_value_has_id (value, condition->value.id);
  return gw_field_value_equal (value, &condition->value);
}

static gboolean
condition_holds (const GwCondition *condition, const GwRecord *record)
{
  GwFieldValue value = GW_FIELD_VALUE_INIT;

  gw_record_lend_value (record, condition->field, &value);
  if (condition->kind == GW_CONDITION_EMPTY || value.form == GW_VALUE_EMPTY)
    return condition->kind == GW_CONDITION_EMPTY && value.form == GW_VALUE_EMPTY;
  switch (condition->kind)
    {
    case GW_CONDITION_EQUALS:
      return equals (condition, &value);
    case GW_CONDITION_BETWEEN:
      return value.integer >= condition->low && value.integer <= condition->high;
    case GW_CONDITION_CONTAINS:
      return gw_text_contains (value.text, condition->value.text);
    case GW_CONDITION_NOT_EMPTY:
    case GW_CONDITION_EMPTY:
    default:
      return TRUE;
    }
}

gboolean
gw_query_matches (const GwQuery *self, const GwRecord *record)
{
  if (gw_record_get_record_type (record) != self->type ||
      (gw_record_is_deleted (record) && !self->with_deleted))
    return FALSE;
  for (guint i = 0; i < self->conditions->len; i++)
    if (!condition_holds (&g_array_index (self->conditions, GwCondition, i), record))
      return FALSE;
  return TRUE;
}

static gint
compare_values (const GwFieldValue *a, const GwFieldValue *b)
{
  if (a->form == GW_VALUE_EMPTY || b->form == GW_VALUE_EMPTY)
    return (a->form != GW_VALUE_EMPTY) - (b->form != GW_VALUE_EMPTY);
  switch (a->form)
    {
    case GW_VALUE_INTEGER:
      return (a->integer > b->integer) - (a->integer < b->integer);
    case GW_VALUE_TEXT:
      return gw_text_compare (a->text, b->text);
    case GW_VALUE_ID:
      return gw_id_compare (a->id, b->id);
    case GW_VALUE_IDS:
    case GW_VALUE_POINT:
    case GW_VALUE_EMPTY:
    default:
      return 0;
    }
}

static gboolean
equal_conditions (const GwCondition *a, const GwCondition *b)
{
  return a->kind == b->kind && a->field == b->field && a->low == b->low && a->high == b->high &&
         gw_field_value_equal (&a->value, &b->value);
}

gboolean
gw_query_equal (const GwQuery *a, const GwQuery *b)
{
  if (a->type != b->type || a->limit != b->limit || a->with_deleted != b->with_deleted ||
      a->conditions->len != b->conditions->len || a->sorts->len != b->sorts->len)
    return FALSE;
  for (guint i = 0; i < a->conditions->len; i++)
    if (!equal_conditions (gw_query_get_condition (a, i), gw_query_get_condition (b, i)))
      return FALSE;
  for (guint i = 0; i < a->sorts->len; i++)
    {
      const GwSort *x = &g_array_index (a->sorts, GwSort, i);
      const GwSort *y = &g_array_index (b->sorts, GwSort, i);

      if (x->field != y->field || x->is_descending != y->is_descending)
        return FALSE;
    }
  return TRUE;
}

gint
gw_query_compare (const GwQuery *self, const GwRecord *a, const GwRecord *b)
{
  for (guint i = 0; i < self->sorts->len; i++)
    {
      const GwSort *sort = &g_array_index (self->sorts, GwSort, i);
      GwFieldValue value_a = GW_FIELD_VALUE_INIT, value_b = GW_FIELD_VALUE_INIT;
      gint order;

      gw_record_lend_value (a, sort->field, &value_a);
      gw_record_lend_value (b, sort->field, &value_b);
      order = compare_values (&value_a, &value_b);
      if (order != 0)
        return sort->is_descending == (order > 0) ? -1 : 1;
    }
  return gw_id_compare (gw_record_get_id (a), gw_record_get_id (b));
}
