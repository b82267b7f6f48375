/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why not: the rules about who, and the way to those about when and about the working week. */
#include "config.h"

#include "gw-sentence.h"

#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

/* --- skills ---------------------------------------------------------------------------------- */

static GwId
find_missing_skill (const GwSentenceCase *about)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  guint64 needed = gw_engine_problem_get_operations (engine, NULL)[about->operation].skills;
  gint32 day = 0;
  guint64 missing;

  if (about->shift >= 0)
    day = gw_engine_problem_get_shifts (engine, NULL)[about->shift].day;
  missing = needed & ~gw_engine_problem_get_skills (engine, about->colleague, day);
  for (guint bit = 0; bit < 64; bit++)
    if ((missing >> bit) & 1)
      return gw_week_problem_get_skill (about->week, bit);
  return GW_ID_NONE;
}

static const GwCompetence *
find_competence (const GwSentenceCase *about, GwId skill)
{
  GPtrArray *all = gw_planner_input_get_records (gw_week_problem_get_input (about->week),
                                                 &gw_competence_type);
  GwId colleague = gw_record_get_id (gw_week_problem_get_colleague (about->week, about->colleague));

  for (guint i = 0; i < all->len; i++)
    {
      const GwCompetence *competence = g_ptr_array_index (all, i);
      if (gw_id_equal (gw_competence_get_skill (competence), skill) &&
          gw_id_equal (gw_competence_get_colleague (competence), colleague))
        return competence;
    }
  return NULL;
}

static char *
refuse_skill (const GwSentenceCase *about, const char *name)
{
  GwId id = find_missing_skill (about);
  const GwSkill *skill = gw_planner_input_find (gw_week_problem_get_input (about->week),
                                                &gw_skill_type, id);
  const char *skill_name = skill != NULL ? gw_skill_get_name (skill) : C_ ("skill", "a skill");
  const GwCompetence *competence = find_competence (about, id);

  if (competence == NULL || !gw_competence_has_expires (competence))
    /* Translators: %2$s is a skill such as "hoist". */
    return g_strdup_printf (_ ("%1$s can’t: not signed off for %2$s"), name, skill_name);
  {
    g_autofree char *day = gw_day_format (gw_competence_get_expires (competence), "%-d %B");
    /* Translators: %2$s is a skill such as "hoist", %3$s a date. */
    return g_strdup_printf (_ ("%1$s can’t: %2$s ran out on %3$s"), name, skill_name, day);
  }
}

/* --- people ---------------------------------------------------------------------------------- */

static char *
refuse_must (const GwSentenceCase *about, const char *name, const char *person_name)
{
  const GwPerson *person = gw_sentence_find_person (about->week, about->operation);
  gint wish = person != NULL ? gw_person_get_gender_wish (person) : 0;

  if (wish == GW_GENDER_WOMAN)
    return g_strdup_printf (_ ("%1$s can’t: %2$s is helped only by women"), name, person_name);
  if (wish == GW_GENDER_MAN)
    return g_strdup_printf (_ ("%1$s can’t: %2$s is helped only by men"), name, person_name);
  return g_strdup_printf (_ ("%1$s can’t: %2$s asked for somebody else"), name, person_name);
}

static char *
refuse_limit (const GwSentenceCase *about, const char *name, const char *person_name)
{
  const GwPerson *person = gw_sentence_find_person (about->week, about->operation);
  const GwColleague *colleague = gw_week_problem_get_colleague (about->week, about->colleague);
  guint64 both = person != NULL ? gw_person_get_home_features (person) &
                                      gw_colleague_get_cannot_with (colleague)
                                : 0;

  if (GW_HAS_CHOICE (both, GW_HOME_DOG))
    return g_strdup_printf (_ ("%1$s can’t: there is a dog at %2$s’s home"), name, person_name);
  if (GW_HAS_CHOICE (both, GW_HOME_CAT))
    return g_strdup_printf (_ ("%1$s can’t: there is a cat at %2$s’s home"), name, person_name);
  if (GW_HAS_CHOICE (both, GW_HOME_SMOKE))
    return g_strdup_printf (_ ("%1$s can’t: there is smoke at %2$s’s home"), name, person_name);
  return g_strdup_printf (_ ("%1$s can’t: there are stairs at %2$s’s home"), name, person_name);
}

/* --- shifts and pins -------------------------------------------------------------------------- */

static char *
refuse_eligible (const GwSentenceCase *about, const char *name)
{
  const GwColleague *colleague = gw_week_problem_get_colleague (about->week, about->colleague);
  const GwShift *shift = gw_week_problem_get_shift (about->week, about->shift);
  guint64 workdays = gw_colleague_get_workdays (colleague);
  GwDay day = gw_shift_get_day (shift);

  if (workdays != 0 && !GW_HAS_CHOICE (workdays, gw_day_get_weekday (day)))
    {
      g_autofree char *weekday = gw_day_format (day, "%A");
      /* Translators: %2$s is a weekday. */
      return g_strdup_printf (_ ("%1$s can’t: %2$s is not a working day"), name, weekday);
    }
  if (gw_colleague_has_left (colleague) &&
      gw_day_compare (day, gw_colleague_get_left (colleague)) > 0)
    return g_strdup_printf (_ ("%s has left by then"), name);
  if (gw_colleague_has_started (colleague) &&
      gw_day_compare (day, gw_colleague_get_started (colleague)) < 0)
    return g_strdup_printf (_ ("%s has not started by then"), name);
  return g_strdup_printf (_ ("%s can’t: this shift belongs to another team"), name);
}

static char *
refuse_pin (const GwSentenceCase *about)
{
  const char *reason = "";

  if (about->operation >= 0)
    reason = gw_visit_get_pin_reason (
        gw_week_problem_get_visit (about->week, about->operation, NULL));
  else if (about->shift >= 0)
    reason = gw_shift_get_pin_reason (gw_week_problem_get_shift (about->week, about->shift));
  if (reason[0] != '\0')
    return g_strdup_printf (_ ("This is kept as it is: %s"), reason);
  return g_strdup (_ ("This is kept as it is. Let it go first"));
}

static char *
refuse_who (const GwSentenceCase *about, GwEngineRule rule, const char *name, const char *person)
{
  switch (rule)
    {
    case GW_ENGINE_RULE_NO_COLLEAGUE:
      return g_strdup (_ ("Nobody holds this shift yet"));
    case GW_ENGINE_RULE_SKILL:
      return refuse_skill (about, name);
    case GW_ENGINE_RULE_DECLINED:
      return g_strdup_printf (_ ("%1$s can’t: %2$s chose not to see %1$s"), name, person);
    case GW_ENGINE_RULE_MUST:
      return refuse_must (about, name, person);
    case GW_ENGINE_RULE_LIMIT:
      return refuse_limit (about, name, person);
    case GW_ENGINE_RULE_DIFFERENT:
      return g_strdup_printf (_ ("%s is the other colleague of this visit already"), name);
    case GW_ENGINE_RULE_SAME:
      return g_strdup_printf (_ ("%s asked for the same colleague both times"), person);
    case GW_ENGINE_RULE_ELIGIBLE:
      return refuse_eligible (about, name);
    case GW_ENGINE_RULE_PIN:
      return refuse_pin (about);
    default:
      return NULL;
    }
}

char *
gw_sentence_refuse (const GwSentenceCase *about, GwEngineRule rule, gint32 index, gint64 amount)
{
  g_autofree char *name = gw_sentence_dup_colleague (about->week, about->colleague);
  g_autofree char *person = about->operation >= 0
                                ? gw_sentence_dup_person (about->week, about->operation)
                                : g_strdup ("");
  char *sentence = refuse_who (about, rule, name, person);

  if (sentence == NULL)
    sentence = gw_sentence_refuse_time (about, rule, index, amount);
  if (sentence == NULL)
    sentence = gw_sentence_refuse_week (about, rule, amount);
  if (sentence == NULL)
    sentence = g_strdup_printf (_ ("%s can’t"), name);
  return sentence;
}
