/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies between operations: links, and the visits of one person.
 */
#include <stdlib.h>

#include "gw-engine-verify-private.h"

static void
check_link (GwEngineCase *self, int32_t l)
{
  const GwEngineLink *link = &self->links[l];
  const GwEngineSubject subject = GW_ENGINE_SUBJECT_LINK;
  bool both = gw_engine_case_is_placed (self, link->a) && gw_engine_case_is_placed (self, link->b);
  bool either = gw_engine_case_is_placed (self, link->a) ||
                gw_engine_case_is_placed (self, link->b);
  int32_t who_a = gw_engine_case_colleague_at (self, link->a),
          who_b = gw_engine_case_colleague_at (self, link->b);
  bool known = who_a != GW_ENGINE_NONE && who_b != GW_ENGINE_NONE;
  GwEngineRule rule = link->is_soft ? GW_ENGINE_RULE_SOFT_LAG : GW_ENGINE_RULE_LAG;
  int64_t later;

  if (link->kind == GW_ENGINE_LINK_TOGETHER)
    gw_engine_case_enter (self, GW_ENGINE_RULE_PAIR, subject, l, either && !both);
  if (!both)
    return;
  later = (int64_t) self->plan->start_of[link->b] - self->plan->start_of[link->a];
  switch (link->kind)
    {
    case GW_ENGINE_LINK_TOGETHER:
      gw_engine_case_enter (self, GW_ENGINE_RULE_TOGETHER, subject, l,
                            gw_engine_case_positive (llabs (later) - link->max));
      gw_engine_case_enter (self, GW_ENGINE_RULE_DIFFERENT, subject, l, known && who_a == who_b);
      break;
    case GW_ENGINE_LINK_LAG:
      if (link->min != GW_ENGINE_NO_TIME)
        gw_engine_case_enter (self, rule, subject, l, gw_engine_case_positive (link->min - later));
      if (link->max != INT32_MAX)
        gw_engine_case_enter (self, rule, subject, l, gw_engine_case_positive (later - link->max));
      break;
    case GW_ENGINE_LINK_GAP:
      gw_engine_case_enter (self, rule, subject, l,
                            gw_engine_case_positive (link->min - llabs (later)));
      break;
    case GW_ENGINE_LINK_SAME:
      gw_engine_case_enter (self, GW_ENGINE_RULE_SAME, subject, l, known && who_a != who_b);
      break;
    case GW_ENGINE_LINK_DIFFERENT:
      gw_engine_case_enter (self, GW_ENGINE_RULE_DIFFERENT, subject, l, known && who_a == who_b);
      break;
    }
}

/* Whether @o is the first operation of its visit, as far as this person is concerned. */
static bool
leads_visit (const GwEngineCase *self, int32_t o)
{
  for (int32_t i = 0; i < o; i++)
    if (self->operations[i].person == self->operations[o].person &&
        self->operations[i].visit == self->operations[o].visit &&
        self->operations[o].visit != GW_ENGINE_NONE)
      return false;
  return true;
}

static void
check_apart (GwEngineCase *self, int32_t p)
{
  int64_t wanted = self->persons[p].apart_minutes, sum = 0;

  for (int32_t a = 0; a < self->n_operations; a++)
    for (int32_t b = a + 1; b < self->n_operations; b++)
      {
        const GwEnginePlan *plan = self->plan;
        int64_t gap;

        if (self->operations[a].person != p || self->operations[b].person != p ||
            !gw_engine_case_is_placed (self, a) || !gw_engine_case_is_placed (self, b) ||
            !leads_visit (self, a) || !leads_visit (self, b))
          continue;
        if (plan->start_of[a] <= plan->start_of[b])
          gap = (int64_t) plan->start_of[b] - plan->start_of[a] - self->operations[a].duration;
        else
          gap = (int64_t) plan->start_of[a] - plan->start_of[b] - self->operations[b].duration;
        sum += gw_engine_case_positive (wanted - gw_engine_case_positive (gap));
      }
  gw_engine_case_enter (self, GW_ENGINE_RULE_APART, GW_ENGINE_SUBJECT_PERSON, p, sum);
}

static void
check_person (GwEngineCase *self, int32_t p)
{
  int64_t faces = 0, over;

  for (int32_t c = 0; c < self->n_colleagues; c++)
    {
      bool comes = gw_engine_problem_get_history (self->problem, p, c) > 0;

      for (int32_t o = 0; o < self->n_operations; o++)
        comes = comes ||
                (self->operations[o].person == p && gw_engine_case_colleague_at (self, o) == c);
      faces += comes;
    }
  over = gw_engine_case_positive (faces - self->persons[p].small_team);
  if (self->persons[p].small_team > 0)
    gw_engine_case_enter (self, GW_ENGINE_RULE_CONTINUITY, GW_ENGINE_SUBJECT_PERSON, p,
                          over * over);
  if (self->persons[p].apart_minutes > 0)
    check_apart (self, p);
}

void
gw_engine_case_check_links (GwEngineCase *self)
{
  for (int32_t l = 0; l < self->n_links; l++)
    check_link (self, l);
  for (int32_t p = 0; p < self->n_persons; p++)
    check_person (self, p);
}
