/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why not: the rules about a colleague's working week. */
#include "config.h"

#include "gw-sentence.h"

#include <glib/gi18n-lib.h>

/* The shift of the colleague on another day that leaves least rest to @shift. */
static gint32
find_nearest (const GwSentenceCase *about, gboolean *out_is_before)
{
  gint32 n;
  const GwEngineShift *all = gw_engine_problem_get_shifts (gw_week_problem_get_engine (about->week),
                                                           &n);
  const GwEngineShift *mine = &all[about->shift];
  gint32 best = -1, least = G_MAXINT32;

  for (gint32 i = 0; i < n; i++)
    {
      gint32 gap = all[i].start < mine->start ? mine->start - all[i].end : all[i].start - mine->end;

      if (i == about->shift || about->plan->colleague_of[i] != about->colleague ||
          all[i].day == mine->day || gap >= least)
        continue;
      least = gap;
      best = i;
      *out_is_before = all[i].start < mine->start;
    }
  return best;
}

static const char *
choose_rest_sentence (gboolean is_before, GwEnginePart part)
{
  /* Translators: in these six, %1$s is a colleague, %2$s a length of time, %3$s a weekday. */
  if (is_before && part == GW_ENGINE_PART_LATE)
    return _ ("%1$s can’t: only %2$s rest after %3$s’s late");
  if (is_before && part == GW_ENGINE_PART_EARLY)
    return _ ("%1$s can’t: only %2$s rest after %3$s’s early");
  if (is_before)
    return _ ("%1$s can’t: only %2$s rest after %3$s’s shift");
  if (part == GW_ENGINE_PART_LATE)
    return _ ("%1$s can’t: only %2$s rest before %3$s’s late");
  if (part == GW_ENGINE_PART_EARLY)
    return _ ("%1$s can’t: only %2$s rest before %3$s’s early");
  return _ ("%1$s can’t: only %2$s rest before %3$s’s shift");
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
refuse_rest (const GwSentenceCase *about, const char *name, gint64 amount)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  gint32 hard = gw_engine_problem_get_colleagues (engine, NULL)[about->colleague].rest_hard;
  g_autofree char *rest = gw_sentence_dup_span (hard - amount);
  gboolean is_before = FALSE;
  gint32 nearest = about->shift >= 0 ? find_nearest (about, &is_before) : -1;
  g_autofree char *day = NULL;
  const GwEngineShift *shift;

  if (nearest < 0)
    return g_strdup_printf (_ ("%1$s can’t: only %2$s rest between two shifts"), name, rest);
  shift = &gw_engine_problem_get_shifts (engine, NULL)[nearest];
  day = gw_sentence_dup_day (about->week, shift->day * GW_MINUTES_A_DAY);
  return g_strdup_printf (choose_rest_sentence (is_before, shift->part), name, rest, day);
}
#pragma GCC diagnostic pop

static char *
refuse_days (const GwEngineColleague *limits, const char *name, gint64 amount)
{
  gulong days = (gulong) (limits->days_hard + amount);

  return g_strdup_printf (ngettext ("%1$s can’t: that would be %2$lu day in a row",
                                    "%1$s can’t: that would be %2$lu days in a row", days),
                          name, days);
}

static char *
refuse_average (const GwEngineColleague *limits, const char *name, const char *span,
                const char *most, gboolean is_night)
{
  gulong weeks = (gulong) limits->average_weeks;

  if (is_night)
    /* Translators: %1$s is a colleague, %2$s and %3$s lengths of time, %4$lu a number of weeks. */
    return g_strdup_printf (
        ngettext ("%1$s works nights and can’t: %2$s more than %3$s a week over %4$lu week",
                  "%1$s works nights and can’t: %2$s more than %3$s a week over %4$lu weeks",
                  weeks),
        name, span, most, weeks);
  /* Translators: %1$s is a colleague, %2$s and %3$s lengths of time, %4$lu a number of weeks. */
  return g_strdup_printf (ngettext ("%1$s can’t: %2$s more than %3$s a week over %4$lu week",
                                    "%1$s can’t: %2$s more than %3$s a week over %4$lu weeks",
                                    weeks),
                          name, span, most, weeks);
}

char *
gw_sentence_refuse_week (const GwSentenceCase *about, GwEngineRule rule, gint64 amount)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  g_autofree char *name = gw_sentence_dup_colleague (about->week, about->colleague);
  g_autofree char *span = gw_sentence_dup_span (amount);
  g_autofree char *most = NULL;
  const GwEngineColleague *limits;

  if (about->colleague < 0)
    return NULL;
  limits = &gw_engine_problem_get_colleagues (engine, NULL)[about->colleague];
  switch (rule)
    {
    case GW_ENGINE_RULE_ONE_SPAN:
      return g_strdup_printf (_ ("%s can’t: that would be two separate shifts in one day"), name);
    case GW_ENGINE_RULE_DAILY_REST:
      return refuse_rest (about, name, amount);
    case GW_ENGINE_RULE_WEEKLY_REST:
      most = gw_sentence_dup_span (limits->weekly_rest_minutes);
      return g_strdup_printf (_ ("%1$s can’t: no %2$s free in one piece would be left"), name,
                              most);
    case GW_ENGINE_RULE_DAY_HOURS:
      most = gw_sentence_dup_span (limits->day_minutes_max);
      return g_strdup_printf (_ ("%1$s can’t: %2$s more than the longest day of %3$s"), name, span,
                              most);
    case GW_ENGINE_RULE_WEEKLY_HOURS:
      most = gw_sentence_dup_span (limits->week_minutes_max);
      return g_strdup_printf (_ ("%1$s can’t: %2$s more than %3$s in the week"), name, span, most);
    case GW_ENGINE_RULE_AVERAGE_HOURS:
      most = gw_sentence_dup_span (limits->average_minutes_max);
      return refuse_average (limits, name, span, most, FALSE);
    case GW_ENGINE_RULE_NIGHT_HOURS:
      most = gw_sentence_dup_span (limits->night_minutes_max);
      return refuse_average (limits, name, span, most, TRUE);
    case GW_ENGINE_RULE_CONSECUTIVE_DAYS:
      return refuse_days (limits, name, amount);
    default:
      return NULL;
    }
}
