/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan files. */
#include "config.h"

#include "gw-problem-json.h"

#include "gw-engine-score.h"
#include "gw-error.h"
#include "gw-json-fields.h"

#include <glib/gi18n-lib.h>

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
check_length (const GwJsonCursor *list, gint32 wanted)
{
  guint n = gw_json_cursor_get_length (list, 10000000);

  if (list->fault->error == NULL && n != (guint) wanted)
    gw_json_cursor_blame (
        list, g_strdup_printf (ngettext ("A list of %d element is needed here.",
                                         "A list of %d elements is needed here.", (gulong) wanted),
                               wanted));
  return list->fault->error == NULL;
}

static void
read_operations (const GwJsonCursor *root, GwEnginePlan *plan)
{
  GwJsonCursor list = gw_json_cursor_member (root, "operations");

  if (!check_length (&list, plan->n_operations))
    return;
  for (gint32 i = 0; i < plan->n_operations && root->fault->error == NULL; i++)
    {
      GwJsonCursor entry = gw_json_cursor_element (&list, (guint) i);
      GwJsonCursor shift = gw_json_cursor_member (&entry, "shift");
      GwJsonCursor start = gw_json_cursor_member (&entry, "start");

      plan->shift_of[i] = (gint32) gw_json_cursor_get_integer (&shift, 0, plan->n_shifts - 1,
                                                               GW_ENGINE_NONE);
      plan->start_of[i] = (gint32) gw_json_cursor_get_integer (&start, -GW_ENGINE_TIME_MAX,
                                                               GW_ENGINE_TIME_MAX, 0);
    }
}

static void
read_shifts (const GwJsonCursor *root, GwEnginePlan *plan, gint32 n_colleagues)
{
  GwJsonCursor list = gw_json_cursor_member (root, "shifts");

  if (!check_length (&list, plan->n_shifts))
    return;
  for (gint32 i = 0; i < plan->n_shifts && root->fault->error == NULL; i++)
    {
      GwJsonCursor entry = gw_json_cursor_element (&list, (guint) i);
      plan->colleague_of[i] = (gint32) gw_json_cursor_get_integer (&entry, 0, n_colleagues - 1,
                                                                   GW_ENGINE_NONE);
    }
}

static void
read_blocks (const GwJsonCursor *root, GwEnginePlan *plan)
{
  GwJsonCursor list = gw_json_cursor_member (root, "blocks");

  if (!check_length (&list, plan->n_blocks))
    return;
  for (gint32 i = 0; i < plan->n_blocks && root->fault->error == NULL; i++)
    {
      GwJsonCursor entry = gw_json_cursor_element (&list, (guint) i);
      plan->block_start[i] = (gint32) gw_json_cursor_get_integer (
          &entry, -GW_ENGINE_TIME_MAX, GW_ENGINE_TIME_MAX, plan->block_start[i]);
    }
}

GwEnginePlan *
gw_plan_json_read (const GwEngineProblem *problem, const char *text, gsize length, GError **error)
{
  GwJsonFault fault = { NULL };
  g_autoptr (JsonNode) node = gw_json_parse (text, length, error);
  GwJsonCursor root = { node, NULL, NULL, 0, &fault };
  GwEnginePlan *plan;
  gint32 n_colleagues;

  if (node == NULL)
    return NULL;
  plan = gw_engine_plan_new (problem);
  if (plan == NULL)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_IO,
                           _ ("There is not enough memory for this plan."));
      return NULL;
    }
  gw_engine_problem_get_colleagues (problem, &n_colleagues);
  if (gw_json_check_format (&root, "good-week-plan"))
    {
      read_operations (&root, plan);
      read_shifts (&root, plan, n_colleagues);
      read_blocks (&root, plan);
    }
  if (fault.error == NULL)
    return plan;
  g_propagate_error (error, fault.error);
  gw_engine_plan_free (plan);
  return NULL;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
write_int (JsonBuilder *out, const char *key, gint64 value)
{
  json_builder_set_member_name (out, key);
  json_builder_add_int_value (out, value);
}

static void
write_operation (JsonBuilder *out, const GwEnginePlan *plan, gint32 i)
{
  if (plan->shift_of[i] < 0)
    {
      json_builder_add_null_value (out);
      return;
    }
  json_builder_begin_object (out);
  write_int (out, "shift", plan->shift_of[i]);
  write_int (out, "start", plan->start_of[i]);
  json_builder_end_object (out);
}

static void
write_lists (JsonBuilder *out, const GwEnginePlan *plan)
{
  json_builder_set_member_name (out, "operations");
  json_builder_begin_array (out);
  for (gint32 i = 0; i < plan->n_operations; i++)
    write_operation (out, plan, i);
  json_builder_end_array (out);
  json_builder_set_member_name (out, "shifts");
  json_builder_begin_array (out);
  for (gint32 i = 0; i < plan->n_shifts; i++)
    if (plan->colleague_of[i] < 0)
      json_builder_add_null_value (out);
    else
      json_builder_add_int_value (out, plan->colleague_of[i]);
  json_builder_end_array (out);
  json_builder_set_member_name (out, "blocks");
  json_builder_begin_array (out);
  for (gint32 i = 0; i < plan->n_blocks; i++)
    json_builder_add_int_value (out, plan->block_start[i]);
  json_builder_end_array (out);
}

char *
gw_plan_json_write (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  g_autoptr (JsonBuilder) out = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  GwEngineScore score = gw_engine_score_plan (problem, plan, NULL, NULL);

  json_builder_begin_object (out);
  json_builder_set_member_name (out, "format");
  json_builder_add_string_value (out, "good-week-plan");
  write_int (out, "version", 1);
  json_builder_set_member_name (out, "score");
  json_builder_begin_object (out);
  write_int (out, "hard", score.hard);
  write_int (out, "medium", score.medium);
  write_int (out, "soft", score.soft);
  json_builder_end_object (out);
  write_int (out, "unplaced", gw_engine_plan_count_unplaced (plan));
  write_lists (out, plan);
  json_builder_end_object (out);
  root = json_builder_get_root (out);
  return json_to_string (root, FALSE);
}
