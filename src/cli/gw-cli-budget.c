/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a search may take. */
#include "config.h"

#include "gw-cli-budget.h"

#include "gw-cli.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MOST_SECONDS 86400.0

gboolean
gw_cli_budget_check (GwCliBudget *self, double usual_seconds)
{
  const GwCliBudget unset = GW_CLI_BUDGET_INIT;
  gboolean has_seconds = !(self->seconds <= unset.seconds);
  gboolean has_steps = self->steps != unset.steps;

  if (self->threads < 1 || self->threads > 64)
    gw_cli_say (_ ("--threads must be from 1 to 64."));
  else if (has_seconds && !(self->seconds > 0 && self->seconds <= MOST_SECONDS))
    gw_cli_say (_ ("--seconds must be more than 0 and at most 86400."));
  else if (has_steps && (self->steps < 1 || self->steps > GW_PLAN_MOST_STEPS))
    gw_cli_say (_ ("--steps must be from 1 to 1000000000000."));
  else if (has_steps && has_seconds)
    gw_cli_say (_ ("Please give --seconds or --steps, not both."));
  else
    {
      self->is_given = has_seconds || has_steps;
      self->seconds = has_seconds ? self->seconds : usual_seconds;
      self->steps = has_steps ? self->steps : 0;
      return TRUE;
    }
  return FALSE;
}

gboolean
gw_cli_parse_repeat (const char *text, const GwCliBudget *budget, GwPlanSteps *out_steps)
{
  *out_steps = (GwPlanSteps){ 0 };
  if (text == NULL)
    return TRUE;
  if (budget->is_given)
    gw_cli_say (_ ("Please give --seconds, --steps or --repeat: one of them."));
  else if (!gw_plan_steps_parse (text, out_steps))
    gw_cli_say (_ ("--repeat must be what an earlier run printed, for instance "
                   "5000/4800@1500:4900, with numbers up to 1000000000000."));
  else
    return TRUE;
  return FALSE;
}

gboolean
gw_cli_check_repeats_once (const GwPlanSteps *steps)
{
  if (steps->n_searches <= 1)
    return TRUE;
  gw_cli_say (_ ("This --repeat is of “week”, which searches more than once; here is only one "
                 "search."));
  return FALSE;
}

char *
gw_cli_dup_repeat (const char *what, int n_threads, gint64 seed, const char *steps)
{
  g_autofree char *options = g_strdup_printf ("%s%s--threads %d --seed %" PRId64 " --repeat %s",
                                              what, *what != '\0' ? " " : "", n_threads, seed,
                                              steps);

  /* Translators: what stands after the colon are options of a command line. */
  return g_strdup_printf (_ ("For the same plan again: %s"), options);
}

char *
gw_cli_dup_score (gint64 hard, gint64 medium, gint64 soft, gint64 done, gint64 planned)
{
  if (done < planned)
    return g_strdup_printf (_ ("Score: %1$" PRId64 " hard, %2$" PRId64 " medium, %3$" PRId64
                               " soft after %4$" PRId64 " of %5$" PRId64 " steps"),
                            hard, medium, soft, done, planned);
  return g_strdup_printf (ngettext ("Score: %1$" PRId64 " hard, %2$" PRId64 " medium, %3$" PRId64
                                    " soft after %4$" PRId64 " step",
                                    "Score: %1$" PRId64 " hard, %2$" PRId64 " medium, %3$" PRId64
                                    " soft after %4$" PRId64 " steps",
                                    (gulong) done),
                          hard, medium, soft, done);
}

double
gw_cli_read_clock (void *user_data)
{
  return (double) g_get_monotonic_time () / (double) G_USEC_PER_SEC;
}
