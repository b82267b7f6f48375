/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records are about a record, from the field tables. */
#include "config.h"

#include "gw-about.h"

#include "gw-model.h"
#include "gw-shift.h"
#include "gw-travel-override.h"
#include "gw-visit.h"

/* Either end of a travel time may be a door of either kind, so neither field can be required. */
static gboolean
is_about (const GwRecordType *type, const GwField *field, const GwRecordType *target)
{
  return field->kind == GW_FIELD_REFERENCE && g_str_equal (field->target, target->key) &&
         ((field->flags & GW_FIELD_REQUIRED) != 0 || type == &gw_travel_override_type);
}

GPtrArray *
gw_about_list_queries (const GwRecordType *type, GwId id)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_query_unref);
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (guint f = 0; f < types[t]->n_fields; f++)
      if (is_about (types[t], &types[t]->fields[f], type))
        {
          GwQuery *query = gw_query_new (types[t]);

          gw_query_where_id (query, f, id);
          gw_query_set_with_deleted (query, TRUE);
          g_ptr_array_add (queries, query);
        }
  return queries;
}

static gboolean
mentions (const GwRecordType *type, const GwField *field, const GwRecordType *target)
{
  return g_strcmp0 (field->target, target->key) == 0 && !type->append_only &&
         !is_about (type, field, target);
}

GPtrArray *
gw_about_list_mentions (const GwRecordType *type, GwId id, GArray *out_fields)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_query_unref);
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (guint f = 0; f < types[t]->n_fields; f++)
      if (mentions (types[t], &types[t]->fields[f], type))
        {
          GwQuery *query = gw_query_new (types[t]);

          gw_query_where_id (query, f, id);
          g_ptr_array_add (queries, query);
          g_array_append_val (out_fields, f);
        }
  return queries;
}

gboolean
gw_about_lets_go (const GwRecord *record, GwDay today)
{
  const GwRecordType *type = gw_record_get_record_type (record);

  if (type == &gw_visit_type)
    return gw_visit_get_day (record).value >= today.value;
  return type != &gw_shift_type || gw_shift_get_day (record).value >= today.value;
}
