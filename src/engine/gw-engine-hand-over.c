/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-hand-over.h.
 */
#include "gw-engine-hand-over.h"

#include "gw-engine-ruin.h"

static bool
is_away (const GwEngineProblem *problem, int32_t s, int32_t c)
{
  const GwEngineShift *shift = &problem->shifts[s];
  const GwEngineSlices *slices = &problem->colleague_absences;

  for (int32_t i = slices->first[c]; i < slices->first[c + 1]; i++)
    {
      const GwEngineAbsence *away = &problem->absences[slices->items[i]];

      if (away->start < shift->end + shift->flex_after &&
          away->end > shift->start - shift->flex_before && away->start < away->end)
        return true;
    }
  return false;
}

static bool
may_get (const GwEngineProblem *problem, int32_t s, int32_t c)
{
  const GwEngineShift *shift = &problem->shifts[s];

  return gw_engine_problem_is_eligible (problem, shift, c) &&
         (shift->colleague == c || !is_away (problem, s, c));
}

/* Whether @c may do what is tied to shift @s. */
static bool
suits_ties (const GwEngineState *state, int32_t s, int32_t c)
{
  const int32_t *items = gw_engine_state_items (state, s);

  for (int32_t i = 0; i < state->n_items[s]; i++)
    if (items[i] < state->problem->n_operations &&
        (c < 0 || gw_engine_state_refuses (state, items[i], s, c) != GW_ENGINE_RULE_NONE))
      return false;
  return true;
}

/* Gives @s to @c, taking out what stands against it. */
static bool
give (GwEngineState *state, int32_t s, int32_t c)
{
  bool keep = c >= 0 && gw_engine_random_below (&state->random, 2) == 0;

  if (!gw_engine_ruin_shift (state, s, keep ? c : GW_ENGINE_NONE))
    return false;
  if (keep && !gw_engine_state_give (state, s, c))
    {
      if (!gw_engine_ruin_shift (state, s, GW_ENGINE_NONE))
        return false;
      keep = false;
    }
  else if (keep)
    return suits_ties (state, s, c);
  return suits_ties (state, s, c) && gw_engine_state_give (state, s, c);
}

/* Another holder for @s, or its present one when there is none. Only shifts that were open may be
 * opened. */
static int32_t
choose_holder (GwEngineState *state, int32_t s)
{
  const GwEngineShift *shift = &state->problem->shifts[s];
  int32_t n = shift->n_eligible + (shift->colleague < 0), start, c;

  start = gw_engine_random_below (&state->random, n);
  for (int32_t i = 0; i < n; i++)
    {
      int32_t k = (start + i) % n;

      c = k < shift->n_eligible ? state->problem->eligible[shift->first_eligible + k]
                                : GW_ENGINE_NONE;
      if (c != state->colleague_of[s] && (c < 0 || may_get (state->problem, s, c)))
        return c;
    }
  return state->colleague_of[s];
}

/* A shift with which @s can change holders, or NONE: every other time one of the same day, which leaves
 * everybody's days as they are. */
static int32_t
choose_partner (GwEngineState *state, int32_t s)
{
  const GwEngineProblem *problem = state->problem;
  bool same_day = gw_engine_random_below (&state->random, 2) == 0;
  int32_t holder = state->colleague_of[s], n = 0, chosen = GW_ENGINE_NONE;

  for (int32_t i = 0; i < state->n_changeable && holder >= 0; i++)
    {
      int32_t other = state->changeable[i], c = state->colleague_of[other];

      if (c < 0 || c == holder ||
          (same_day && problem->shifts[other].day != problem->shifts[s].day) ||
          !gw_engine_state_may_change (state, problem->shift_island[other]) ||
          !may_get (problem, s, c) || !may_get (problem, other, holder))
        continue;
      if (gw_engine_random_below (&state->random, ++n) == 0)
        chosen = other;
    }
  return chosen;
}

static bool
swap (GwEngineState *state, int32_t a, int32_t b)
{
  int32_t holder_a = state->colleague_of[a], holder_b = state->colleague_of[b];

  return give (state, a, holder_b) && give (state, b, holder_a);
}

bool
gw_engine_hand_over (GwEngineState *state)
{
  int32_t s = state->changeable[gw_engine_random_below (&state->random, state->n_changeable)];
  int32_t holder, other;
  bool done;

  state->barred_person = GW_ENGINE_NONE;
  if (!gw_engine_state_may_change (state, state->problem->shift_island[s]))
    return gw_engine_ruin (state);
  if (gw_engine_random_below (&state->random, 2) == 0)
    {
      other = choose_partner (state, s);
      done = other >= 0 && swap (state, s, other);
    }
  else
    {
      holder = choose_holder (state, s);
      done = holder != state->colleague_of[s] && give (state, s, holder);
    }
  return done && state->hard_of_colleagues <= state->saved_hard;
}
