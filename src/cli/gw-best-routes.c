/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of best routes. */
#include "config.h"

#include "gw-best-routes.h"

#include "gw-cli-output.h"

#include "gw-published-solution.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Half of the last decimal of published costs: what is less better may be the same routes. */
#define NEWS 0.005

char *
gw_best_routes_get_name (const GwBenchTask *task, const char *suffix)
{
  g_autofree char *name = g_path_get_basename (task->path);
  char *ending = strrchr (name, '.');

  if (ending != NULL)
    *ending = '\0';
  return g_strdup_printf ("%s%s.%s", name, suffix != NULL ? suffix : "",
                          task->instance->family == GW_PUBLISHED_HHCRSP_JSON ? "json" : "sol");
}

/* What the routes in the file at @path cost; infinity when there are none, or no good ones. */
static double
read_cost (const char *path, const GwPublishedInstance *instance)
{
  GwEngineRoutingInput input = gw_published_instance_get_input (instance);
  g_autoptr (GwPublishedSolution) solution = NULL;
  g_autofree char *text = NULL;
  GwEngineRoutesVerdict verdict;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return INFINITY;
  solution = gw_published_solution_read (instance, text, length, NULL);
  if (solution == NULL ||
      (!solution->has_times && !gw_engine_routes_set_earliest (&input, &solution->routes)))
    return INFINITY;
  return gw_engine_verify_routes (&input, &solution->routes, &verdict)
             ? gw_published_instance_get_cost (instance, verdict.cost)
             : INFINITY;
}

static gboolean
write_routes (const char *path, const GwBenchRun *run, const GwBenchTask *task)
{
  g_autofree char *text = gw_published_solution_write (task->instance, run->routes);

  if (!gw_cli_write_public (path, text, -1))
    return FALSE;
  if (fabs (read_cost (path, task->instance) - run->cost) < NEWS)
    return TRUE;
  gw_cli_say (_ ("%s does not read as it was written. Please report it."), path);
  return FALSE;
}

gboolean
gw_best_routes_keep (const char *folder, const GwBenchRun *run, const GwBenchTask *task)
{
  g_autofree char *name = gw_best_routes_get_name (task, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!run->is_feasible || (!isnan (task->best_known) && run->cost > task->best_known - NEWS))
    return TRUE;
  if (run->cost > read_cost (path, task->instance) - NEWS)
    return TRUE;
  if (!write_routes (path, run, task))
    return FALSE;
  g_print (_ ("New best routes: %1$s, cost %2$.3f\n"), path, run->cost);
  return TRUE;
}
