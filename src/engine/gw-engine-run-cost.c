/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a run costs whose starts are known: travel, buffer, density, flex, times, and the choice of
 * colleague.
 */
#include "gw-engine-run.h"

static int64_t
flex_cost (const GwEngineTimer *timer, const GwEngineShift *shift, int32_t begin, int32_t end)
{
  int32_t before = shift->start - begin, after = end - shift->end;

  before = before < 0 ? 0 : gw_engine_min (before, shift->flex_before);
  after = after < 0 ? 0 : gw_engine_min (after, shift->flex_after);
  return (int64_t) (before + after) * timer->problem->settings.weight[GW_ENGINE_RULE_FLEX];
}

/* What it costs that @colleague (or nobody) does @operation. */
static int64_t
assign_cost (const GwEngineProblem *problem, int32_t operation, int32_t colleague)
{
  const GwEngineOperation *op = &problem->operations[operation];

  if (colleague >= 0)
    return problem->assign_cost[(int64_t) operation * problem->n_colleagues + colleague];
  if (op->reference_colleague < 0)
    return 0;
  return (int64_t) op->change_cost * problem->settings.weight[GW_ENGINE_RULE_STABLE_COLLEAGUE];
}

int64_t
gw_engine_timer_cost (const GwEngineTimer *timer, int32_t s, int32_t colleague,
                      const int32_t *items, const int32_t *start, int32_t n)
{
  const GwEngineProblem *problem = timer->problem;
  const GwEngineShift *shift = &problem->shifts[s];
  const int32_t *weight = problem->settings.weight;
  int32_t mode = colleague >= 0 ? problem->colleagues[colleague].mode : 0;
  int32_t place = shift->start_place, time = 0;
  int32_t n_operations = 0, first_leg = 0, leg, buffer, crowd;
  int64_t cost = 0, travelled = 0, buffers = 0;
  bool has_place = false;

  if (n == 0)
    return 0;
  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = items[i], at = problem->item_place[item];

      leg = gw_engine_travel (problem, mode, place, at);
      travelled += leg;
      if (i == 0)
        first_leg = leg;
      else if (leg > 0)
        {
          int32_t gap = gw_engine_max (start[i] - time, 0);

          buffer = gw_engine_buffer (problem, leg);
          buffers += gw_engine_max (0, gw_engine_min (buffer, leg + buffer - gap));
        }
      if (at >= 0)
        {
          place = at;
          has_place = true;
        }
      if (item < problem->n_operations)
        {
          n_operations++;
          cost += assign_cost (problem, item, colleague) +
                  gw_engine_problem_time_cost (problem, item, start[i]);
        }
      time = start[i] + problem->item_duration[item];
    }
  leg = has_place ? gw_engine_travel (problem, mode, place, shift->end_place) : 0;
  crowd = n_operations - gw_engine_density_limit (problem, shift);
  cost += (travelled + leg) * timer->minute_weight + buffers * weight[GW_ENGINE_RULE_BUFFER];
  cost += crowd > 0 ? (int64_t) crowd * weight[GW_ENGINE_RULE_DENSITY] : 0;
  return cost + flex_cost (timer, shift, start[0] - first_leg, time + leg);
}

int64_t
gw_engine_timer_cost_now (const GwEngineTimer *timer, int32_t s, const int32_t *items, int32_t n)
{
  const GwEngineProblem *problem = timer->problem;
  const GwEngineShift *shift = &problem->shifts[s];
  const int32_t *weight = problem->settings.weight;
  int32_t time = 0, n_operations = 0, travelled = timer->last_leg, buffers = 0, crowd;
  int64_t cost;

  if (n == 0)
    return 0;
  cost = 0;
  for (int32_t i = 0; i < n; i++)
    {
      const GwEngineItem *known = &timer->known[items[i]];
      int32_t start = timer->start[i], leg = timer->leg[i];

      travelled += leg;
      if (i > 0 && leg > 0)
        {
          int32_t buffer = gw_engine_buffer (problem, leg);

          buffers += gw_engine_max (
              0, gw_engine_min (buffer, leg + buffer - gw_engine_max (start - time, 0)));
        }
      if (known->is_operation)
        {
          n_operations++;
          cost += known->assign + gw_engine_timer_time_cost (timer, items[i], start);
        }
      time = start + known->duration;
    }
  crowd = n_operations - gw_engine_density_limit (problem, shift);
  cost += travelled * timer->minute_weight + (int64_t) buffers * weight[GW_ENGINE_RULE_BUFFER];
  cost += crowd > 0 ? (int64_t) crowd * weight[GW_ENGINE_RULE_DENSITY] : 0;
  return cost + flex_cost (timer, shift, timer->start[0] - timer->leg[0], time + timer->last_leg);
}
