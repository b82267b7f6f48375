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

/* What one person's visits are made of: the operations in the order of their numbers. */
typedef struct
{
  int32_t *operations;
  int32_t n;
} Visits;

static void
list_visits (const GwEngineCase *self, int32_t p, Visits *visits)
{
  visits->n = 0;
  for (int32_t o = 0; o < self->n_operations; o++)
    if (self->operations[o].person == p)
      visits->operations[visits->n++] = o;
}

/* Whether the operation at @i is the first of its visit, as far as this person is concerned. */
static bool
leads_visit (const GwEngineCase *self, const Visits *visits, int32_t i)
{
  int32_t visit = self->operations[visits->operations[i]].visit;

  for (int32_t k = 0; k < i; k++)
    if (self->operations[visits->operations[k]].visit == visit && visit != GW_ENGINE_NONE)
      return false;
  return true;
}

/* How far apart two placed operations are, end to start. */
static int64_t
find_gap (const GwEngineCase *self, int32_t a, int32_t b)
{
  const int32_t *start = self->plan->start_of;

  if (start[a] <= start[b])
    return (int64_t) start[b] - start[a] - self->operations[a].duration;
  return (int64_t) start[a] - start[b] - self->operations[b].duration;
}

static void
check_apart (GwEngineCase *self, int32_t p, Visits *visits)
{
  int64_t wanted = self->persons[p].apart_minutes, sum = 0;
  int32_t n = 0;

  for (int32_t i = visits->n - 1; i >= 0; i--)
    if (!leads_visit (self, visits, i) || !gw_engine_case_is_placed (self, visits->operations[i]))
      visits->operations[i] = GW_ENGINE_NONE;
  for (int32_t i = 0; i < visits->n; i++)
    if (visits->operations[i] != GW_ENGINE_NONE)
      visits->operations[n++] = visits->operations[i];
  for (int32_t i = 0; i < n; i++)
    for (int32_t k = i + 1; k < n; k++)
      {
        int64_t gap = find_gap (self, visits->operations[i], visits->operations[k]);

        sum += gw_engine_case_positive (wanted - gw_engine_case_positive (gap));
      }
  gw_engine_case_enter (self, GW_ENGINE_RULE_APART, GW_ENGINE_SUBJECT_PERSON, p, sum);
}

static void
check_person (GwEngineCase *self, int32_t p, Visits *visits)
{
  int64_t faces = 0, over;

  list_visits (self, p, visits);
  for (int32_t c = 0; c < self->n_colleagues; c++)
    {
      bool comes = gw_engine_problem_get_history (self->problem, p, c) > 0;

      for (int32_t i = 0; i < visits->n && !comes; i++)
        comes = gw_engine_case_colleague_at (self, visits->operations[i]) == c;
      faces += comes;
    }
  over = gw_engine_case_positive (faces - self->persons[p].small_team);
  if (self->persons[p].small_team > 0)
    gw_engine_case_enter (self, GW_ENGINE_RULE_CONTINUITY, GW_ENGINE_SUBJECT_PERSON, p,
                          over * over);
  if (self->persons[p].apart_minutes > 0)
    check_apart (self, p, visits);
}

bool
gw_engine_case_check_links (GwEngineCase *self)
{
  Visits visits = { malloc (((size_t) self->n_operations + 1) * sizeof (int32_t)), 0 };
  bool has_memory = visits.operations != NULL;

  for (int32_t l = 0; l < self->n_links; l++)
    check_link (self, l);
  for (int32_t p = 0; p < self->n_persons && has_memory; p++)
    check_person (self, p, &visits);
  free (visits.operations);
  return has_memory;
}
