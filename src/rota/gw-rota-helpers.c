/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts by colleague, and a line of names. */
#include "config.h"

#include "gw-rota-helpers.h"

#include "gw-colleague.h"
#include "gw-planner-input.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GwId colleague;
  guint n;
} Helper;

static gint
compare_helpers (gconstpointer a, gconstpointer b)
{
  const Helper *one = a, *other = b;

  return one->n != other->n ? (one->n > other->n ? -1 : 1)
                            : gw_id_compare (one->colleague, other->colleague);
}

static void
count_helper (GArray *helpers, GwId colleague)
{
  Helper helper = { colleague, 1 };

  for (guint i = 0; i < helpers->len; i++)
    if (gw_id_equal (g_array_index (helpers, Helper, i).colleague, colleague))
      {
        g_array_index (helpers, Helper, i).n++;
        return;
      }
  g_array_append_val (helpers, helper);
}

/* Colleagues who come to visits that are not theirs now, those with most of them first. */
static GArray *
list_helpers (GwWeekPlan *plan)
{
  GArray *helpers = g_array_new (FALSE, FALSE, sizeof (Helper));
  GwPlannerInput *input = gw_week_problem_get_input (gw_week_plan_get_problem (plan));
  GPtrArray *visits = gw_planner_input_get_records (input, &gw_visit_type);
  GwPlannedSlot slot;

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);

      for (guint part = 0; gw_week_plan_get_slot (plan, gw_record_get_id (visit), part, &slot);
           part++)
        if (slot.is_placed && !gw_id_is_none (slot.colleague) &&
            !gw_ids_has (gw_visit_get_colleagues (visit), slot.colleague))
          count_helper (helpers, slot.colleague);
    }
  g_array_sort (helpers, compare_helpers);
  return helpers;
}

char *
gw_rota_helpers_dup_words (GwWeekPlan *plan)
{
  GwPlannerInput *input = gw_week_problem_get_input (gw_week_plan_get_problem (plan));
  g_autoptr (GArray) helpers = list_helpers (plan);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < helpers->len; i++)
    {
      const Helper *helper = &g_array_index (helpers, Helper, i);
      const GwRecord *colleague = gw_planner_input_find (input, &gw_colleague_type,
                                                         helper->colleague);
      g_autofree char *name = colleague != NULL ? gw_planner_input_dup_name (input, colleague)
                                                : g_strdup ("…");
      /* Translators: one of those who step in: a colleague's name and how many visits */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("helper", "%1$s (%2$u)"), name, helper->n));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (C_ ("between the parts of a title", ", "), (char **) parts->pdata);
  /* Translators: %s are colleagues, each with how many visits they take on */
  return g_strdup_printf (_ ("Stepping in: %s"), joined);
}
