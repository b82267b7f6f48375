/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading problem and plan files. */
#include "config.h"

#include "gw-cli-problem.h"

#include "gw-cli.h"

#include <glib/gi18n-lib.h>

const GwEngineProblem *
gw_cli_read_problem (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *unknown = NULL;
  const GwEngineProblem *problem;
  gsize length;

  text = gw_cli_read (path, &length);
  if (text == NULL)
    return NULL;
  problem = gw_problem_json_read_noting (text, length, &unknown, &error);
  if (problem == NULL)
    gw_cli_say ("%s: %s", path, error->message);
  else if (unknown != NULL)
    gw_cli_say (_ ("%1$s: “%2$s” means nothing in a problem file and is left out."), path, unknown);
  return problem;
}

GwEnginePlan *
gw_cli_read_plan (const GwEngineProblem *problem, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GwEnginePlan *plan;
  gsize length;

  text = gw_cli_read (path, &length);
  if (text == NULL)
    return NULL;
  plan = gw_plan_json_read (problem, text, length, &error);
  if (plan == NULL)
    gw_cli_say ("%s: %s", path, error->message);
  return plan;
}
