/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and reads the steps of searches. */
#include "config.h"

#include "gw-plan-steps.h"

char *
gw_plan_steps_to_text (const GwPlanSteps *steps)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (steps->n_searches == 0)
    return NULL;
  for (guint i = 0; i < steps->n_searches; i++)
    {
      const GwPlanSearch *search = &steps->searches[i];

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, i > 0 ? "," : "",
                              search->planned, search->done);
      for (guint k = 0; k < search->n_replans; k++)
        g_string_append_printf (text, "@%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                                search->replans[k].at, search->replans[k].steps);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Two numbers of steps, from 0, with @between between them. */
static gboolean
parse_pair (const char *text, const char *between, gint64 *out_first, gint64 *out_second)
{
  g_auto (GStrv) parts = g_strsplit (text, between, -1);

  return g_strv_length (parts) == 2 &&
         g_ascii_string_to_signed (parts[0], 10, 0, GW_PLAN_MOST_STEPS, out_first, NULL) &&
         g_ascii_string_to_signed (parts[1], 10, 0, GW_PLAN_MOST_STEPS, out_second, NULL);
}

static gboolean
parse_search (const char *text, GwPlanSearch *search)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", -1);
  guint n = g_strv_length (parts);

  if (n < 1 || n - 1 > GW_PLAN_MOST_REPLANS ||
      !parse_pair (parts[0], "/", &search->planned, &search->done) || search->planned < 1)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (!parse_pair (parts[i], ":", &search->replans[i - 1].at, &search->replans[i - 1].steps))
      return FALSE;
  search->n_replans = n - 1;
  return TRUE;
}

gboolean
gw_plan_steps_parse (const char *text, GwPlanSteps *out_steps)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  GwPlanSteps steps = { .n_searches = g_strv_length (parts) };

  *out_steps = (GwPlanSteps){ 0 };
  if (steps.n_searches < 1 || steps.n_searches > GW_PLAN_MOST_SEARCHES)
    return FALSE;
  for (guint i = 0; i < steps.n_searches; i++)
    if (!parse_search (parts[i], &steps.searches[i]))
      return FALSE;
  *out_steps = steps;
  return TRUE;
}
