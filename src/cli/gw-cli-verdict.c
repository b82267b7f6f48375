/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a plan of a problem file. */
#include "config.h"

#include "gw-cli-verdict.h"

#include "gw-cli.h"

#include "gw-engine-core.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MOST_TOLD 20
#define MOST_CLASHES 64

/* --- rules ------------------------------------------------------------------------------------ */

const char *
gw_cli_get_subject_name (GwEngineSubject subject)
{
  static const char *const names[] = {
    "operation", "shift", "colleague", "person", "link", "block"
  };

  return names[subject];
}

char *
gw_cli_dup_broken (const GwEngineViolation *broken)
{
  /* Translators: rule, what it is about, its place in the list, how much. */
  return g_strdup_printf (
      _ ("Broken: %1$s, %2$s %3$d, by %4$" PRId64), gw_engine_rule_get_info (broken->rule)->name,
      gw_cli_get_subject_name (broken->subject), broken->index, (gint64) broken->amount);
}

gboolean
gw_cli_say_broken (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  GwEngineVerdict verdict = { 0 };
  gboolean is_kept = gw_engine_verify (problem, plan, &verdict);

  for (gint32 i = 0; i < MIN (verdict.n_violations, MOST_TOLD); i++)
    {
      g_autofree char *line = gw_cli_dup_broken (&verdict.violations[i]);
      gw_cli_say ("%s", line);
    }
  if (verdict.n_violations > MOST_TOLD)
    gw_cli_say (_ ("… “good-week-plan check” names all %d."), verdict.n_violations);
  gw_engine_verdict_clear (&verdict);
  return is_kept;
}

/* --- what is not covered ---------------------------------------------------------------------- */

static char *
dup_clash (const GwEngineClash *clash)
{
  switch (clash->kind)
    {
    case GW_ENGINE_CLASH_WINDOW:
      return g_strdup_printf (_ ("when operation %d may start"), clash->index);
    case GW_ENGINE_CLASH_SKILL:
      return g_strdup_printf (_ ("the skills that operation %d needs"), clash->index);
    case GW_ENGINE_CLASH_PIN:
      return g_strdup_printf (_ ("where or when operation %d is pinned"), clash->index);
    case GW_ENGINE_CLASH_LINK:
      return g_strdup_printf (_ ("link %d"), clash->index);
    case GW_ENGINE_CLASH_FIT:
      /* Translators: %2$s is the name of a rule. */
      return g_strdup_printf (_ ("colleague %1$d, who may not come: %2$s"), clash->index,
                              gw_engine_rule_get_info (clash->rule)->name);
    case GW_ENGINE_CLASH_AWAY:
      return g_strdup_printf (_ ("colleague %d, who is away"), clash->index);
    case GW_ENGINE_CLASH_VISIT:
      return g_strdup_printf (_ ("operation %d, where it is"), clash->index);
    case GW_ENGINE_CLASH_BLOCK:
    default:
      return g_strdup_printf (_ ("block %d"), clash->index);
    }
}

static void
say_reason (const GwEngineProblem *problem, const GwEnginePlan *plan, gint32 operation)
{
  GwEngineClash clashes[MOST_CLASHES];
  gint32 n = 0;

  switch (gw_engine_find_core (problem, plan, operation, clashes, MOST_CLASHES, &n))
    {
    case GW_ENGINE_CORE_FOUND:
      gw_cli_say (_ ("Operation %d is not covered. Together these leave no place for it:"),
                  operation);
      break;
    case GW_ENGINE_CORE_FITS:
      gw_cli_say (
          _ ("Operation %d is not covered. Nothing is in the way: a longer search may place "
             "it."),
          operation);
      return;
    case GW_ENGINE_CORE_NOBODY:
      gw_cli_say (_ ("Operation %d is not covered: nobody has a shift then that is long enough."),
                  operation);
      return;
    case GW_ENGINE_CORE_TOO_MANY:
    case GW_ENGINE_CORE_NO_MEMORY:
    default:
      gw_cli_say (_ ("Operation %d is not covered: very much is in the way."), operation);
      return;
    }
  for (gint32 i = 0; i < n; i++)
    {
      g_autofree char *clash = dup_clash (&clashes[i]);
      gw_cli_say ("  %s", clash);
    }
}

void
gw_cli_say_uncovered (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  const GwEngineOperation *operations = gw_engine_problem_get_operations (problem, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (g_direct_hash, g_direct_equal);
  gint n = 0;

  for (gint32 i = 0; i < plan->n_operations; i++)
    {
      gint32 visit = operations[i].visit;

      /* Both halves of a visit have one reason. */
      if (plan->shift_of[i] >= 0 ||
          (visit >= 0 && !g_hash_table_add (told, GINT_TO_POINTER (visit))))
        continue;
      if (++n <= MOST_TOLD)
        say_reason (problem, plan, i);
    }
  if (n > MOST_TOLD)
    gw_cli_say (ngettext ("and %d more visit", "and %d more visits", (gulong) (n - MOST_TOLD)),
                n - MOST_TOLD);
}
