/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions to a state: whether somebody may do a visit, and what that would cost beyond its run.
 */
#include "gw-engine-state-private.h"

GwEngineRule
gw_engine_state_refuses (const GwEngineState *state, int32_t operation, int32_t s,
                         int32_t colleague)
{
  const GwEngineProblem *problem = state->problem;
  const GwEngineOperation *op = &problem->operations[operation];
  uint8_t reason;

  if (colleague < 0)
    return GW_ENGINE_RULE_NO_COLLEAGUE;
  if ((op->skills & ~gw_engine_skills (problem, colleague, problem->shifts[s].day)) != 0 &&
      problem->settings.weight[GW_ENGINE_RULE_SKILL] != 0)
    return GW_ENGINE_RULE_SKILL;
  reason = problem->assign_reason[(int64_t) operation * problem->n_colleagues + colleague];
  if (reason != 0)
    return (GwEngineRule) (reason - 1);
  for (int32_t i = problem->operation_links.first[operation];
       i < problem->operation_links.first[operation + 1]; i++)
    {
      const GwEngineLink *link = &problem->links[problem->operation_links.items[i]];
      int32_t other = state->timer.shift_of[link->a == operation ? link->b : link->a];
      bool same;

      if (other < 0 || state->colleague_of[other] < 0)
        continue;
      same = (other == s ? colleague : state->colleague_of[other]) == colleague;
      if (same && (link->kind == GW_ENGINE_LINK_DIFFERENT || link->kind == GW_ENGINE_LINK_TOGETHER))
        return GW_ENGINE_RULE_DIFFERENT;
      if (!same && link->kind == GW_ENGINE_LINK_SAME)
        return GW_ENGINE_RULE_SAME;
    }
  if (op->alternative >= 0 &&
      state->group_placed[op->alternative] > (state->timer.shift_of[operation] >= 0))
    return GW_ENGINE_RULE_ALTERNATIVE;
  return GW_ENGINE_RULE_NONE;
}

int64_t
gw_engine_state_face_cost (const GwEngineState *state, int32_t operation)
{
  int32_t person = state->problem->operations[operation].person;

  if (person < 0)
    return 0;
  return gw_engine_state_continuity (state, person, state->n_known[person] + 1) -
         gw_engine_state_continuity (state, person, state->n_known[person]);
}

int64_t
gw_engine_state_new_face (const GwEngineState *state, int32_t operation, int32_t colleague)
{
  int32_t person = state->problem->operations[operation].person;
  int64_t cell = (int64_t) person * state->problem->n_colleagues + colleague;

  if (person < 0 || state->visits[cell] > 0 || state->problem->history[cell] > 0)
    return 0;
  return gw_engine_state_face_cost (state, operation);
}

int64_t
gw_engine_state_tie_cost (const GwEngineState *state, int32_t operation, int32_t start)
{
  int64_t cost = 0;

  for (int32_t i = state->soft_ties_of.first[operation];
       i < state->soft_ties_of.first[operation + 1]; i++)
    {
      const GwEngineSoftTie *tie = &state->soft_ties[state->soft_ties_of.items[i]];
      int32_t other = tie->a == operation ? tie->b : tie->a;

      if (state->timer.shift_of[other] < 0)
        continue;
      cost += tie->weight * gw_engine_state_tie_amount (
                                state, tie,
                                tie->a == operation ? start : state->timer.start_of[other],
                                tie->a == operation ? state->timer.start_of[other] : start);
    }
  return cost;
}
