/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each shift: who holds it, and its run, read stop by stop.
 */
#include <stdlib.h>

#include "gw-engine-verify-private.h"

/* An operation (block NONE) or a block of the shift that is looked at. */
typedef struct
{
  int32_t operation, block;
  int32_t start, duration, place;
} Stop;

static int
compare_stops (const void *a, const void *b)
{
  const Stop *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->duration != y->duration)
    return x->duration < y->duration ? -1 : 1;
  if (x->block != y->block)
    return x->block < y->block ? -1 : 1;
  return x->operation < y->operation ? -1 : x->operation > y->operation;
}

static int32_t
list_stops (const GwEngineCase *self, int32_t s, Stop *stops)
{
  int32_t n = 0;

  for (int32_t o = 0; o < self->n_operations; o++)
    if (self->plan->shift_of[o] == s)
      stops[n++] = (Stop){ o, GW_ENGINE_NONE, self->plan->start_of[o], self->operations[o].duration,
                           self->operations[o].place };
  for (int32_t b = 0; b < self->n_blocks; b++)
    if (self->blocks[b].shift == s)
      stops[n++] = (Stop){ GW_ENGINE_NONE, b, self->plan->block_start[b], self->blocks[b].duration,
                           self->blocks[b].place };
  qsort (stops, (size_t) n, sizeof *stops, compare_stops);
  return n;
}

static bool
is_break (const GwEngineCase *self, const Stop *stop)
{
  return stop->block >= 0 && self->blocks[stop->block].kind == GW_ENGINE_BLOCK_BREAK;
}

static void
enter_stop (GwEngineCase *self, GwEngineRule rule, const Stop *stop, int64_t amount)
{
  if (stop->block >= 0)
    gw_engine_case_enter (self, rule, GW_ENGINE_SUBJECT_BLOCK, stop->block, amount);
  else
    gw_engine_case_enter (self, rule, GW_ENGINE_SUBJECT_OPERATION, stop->operation, amount);
}

static void
check_clash (GwEngineCase *self, int32_t s, const Stop *before, const Stop *after)
{
  int64_t minutes = gw_engine_case_shared (before->start,
                                           (int64_t) before->start + before->duration, after->start,
                                           (int64_t) after->start + after->duration);

  if (is_break (self, before) || is_break (self, after))
    gw_engine_case_enter (self, GW_ENGINE_RULE_BREAK, GW_ENGINE_SUBJECT_SHIFT, s, minutes);
  else if (after->block >= 0)
    enter_stop (self, GW_ENGINE_RULE_BLOCK, after, minutes);
  else if (before->block >= 0)
    enter_stop (self, GW_ENGINE_RULE_BLOCK, before, minutes);
  else
    enter_stop (self, GW_ENGINE_RULE_OVERLAP, after, minutes);
}

static void
check_stop (GwEngineCase *self, int32_t s, const Stop *stop)
{
  const GwEngineShift *shift = &self->shifts[s];
  int64_t end = (int64_t) stop->start + stop->duration;

  if (stop->block < 0)
    enter_stop (
        self, GW_ENGINE_RULE_BOUNDS, stop,
        gw_engine_case_positive ((int64_t) shift->start - shift->flex_before - stop->start) +
            gw_engine_case_positive (end - shift->end - shift->flex_after));
  else
    {
      const GwEngineBlock *block = &self->blocks[stop->block];
      int64_t off = gw_engine_case_positive ((int64_t) block->earliest - stop->start) +
                    gw_engine_case_positive ((int64_t) stop->start - block->latest);

      if (is_break (self, stop))
        gw_engine_case_enter (self, GW_ENGINE_RULE_BREAK, GW_ENGINE_SUBJECT_SHIFT, s, off);
      else
        enter_stop (self, GW_ENGINE_RULE_BLOCK, stop, off);
    }
}

/* Where the colleague is after the stops before @i: the last one that has a place. */
static int32_t
place_before (const GwEngineCase *self, int32_t s, const Stop *stops, int32_t i)
{
  while (--i >= 0)
    if (stops[i].place != GW_ENGINE_NONE)
      return stops[i].place;
  return self->shifts[s].start_place;
}

/* The leg to stop @i; returns its length. */
static int64_t
check_leg (GwEngineCase *self, int32_t s, int32_t mode, const Stop *stops, int32_t i)
{
  const GwEngineShift *shift = &self->shifts[s];
  int64_t leg = gw_engine_problem_get_travel (self->problem, mode, place_before (self, s, stops, i),
                                              stops[i].place);
  int64_t free_since = i > 0 ? (int64_t) stops[i - 1].start + stops[i - 1].duration
                             : (int64_t) shift->start - shift->flex_before;
  int64_t room = gw_engine_case_positive (stops[i].start - free_since), buffer;

  enter_stop (self, GW_ENGINE_RULE_TRAVEL, &stops[i], gw_engine_case_positive (leg - room));
  if (i > 0 && leg > 0)
    {
      buffer = (leg * self->settings->buffer_percent + 99) / 100;
      buffer = buffer < self->settings->buffer_min ? self->settings->buffer_min : buffer;
      room = gw_engine_case_positive (room - leg);
      enter_stop (self, GW_ENGINE_RULE_BUFFER, &stops[i], gw_engine_case_positive (buffer - room));
    }
  return leg;
}

static void
check_flex (GwEngineCase *self, int32_t s, int64_t begin, int64_t end)
{
  const GwEngineShift *shift = &self->shifts[s];
  int64_t before = gw_engine_case_positive (shift->start - begin),
          after = gw_engine_case_positive (end - shift->end);

  before = before > shift->flex_before ? shift->flex_before : before;
  after = after > shift->flex_after ? shift->flex_after : after;
  gw_engine_case_enter (self, GW_ENGINE_RULE_FLEX, GW_ENGINE_SUBJECT_SHIFT, s, before + after);
}

static void
check_run (GwEngineCase *self, int32_t s, Stop *stops)
{
  const GwEngineShift *shift = &self->shifts[s];
  int32_t n = list_stops (self, s, stops), c = self->plan->colleague_of[s], visits = 0, last;
  int32_t mode = c == GW_ENGINE_NONE ? 0 : self->colleagues[c].mode;
  int64_t travelled = 0, first_leg = 0, home = 0, end, humane;
  bool has_place = false;

  for (int32_t i = 0; i < n; i++)
    {
      int64_t leg = check_leg (self, s, mode, stops, i);

      check_stop (self, s, &stops[i]);
      if (i > 0)
        check_clash (self, s, &stops[i - 1], &stops[i]);
      travelled += leg;
      first_leg = i == 0 ? leg : first_leg;
      visits += stops[i].block < 0;
      has_place = has_place || stops[i].place != GW_ENGINE_NONE;
    }
  if (n == 0)
    return;
  last = n - 1;
  end = (int64_t) stops[last].start + stops[last].duration;
  if (has_place)
    home = gw_engine_problem_get_travel (self->problem, mode, place_before (self, s, stops, n),
                                         shift->end_place);
  gw_engine_case_enter (
      self, GW_ENGINE_RULE_TRAVEL, GW_ENGINE_SUBJECT_SHIFT, s,
      gw_engine_case_positive (
          home - gw_engine_case_positive ((int64_t) shift->end + shift->flex_after - end)));
  check_flex (self, s, stops[0].start - first_leg, end + home);
  gw_engine_case_enter (self, GW_ENGINE_RULE_MINUTES, GW_ENGINE_SUBJECT_SHIFT, s, travelled + home);
  humane = (int64_t) self->settings->density_visits * (shift->end - shift->start) /
           self->settings->density_minutes;
  gw_engine_case_enter (self, GW_ENGINE_RULE_DENSITY, GW_ENGINE_SUBJECT_SHIFT, s,
                        gw_engine_case_positive (visits - (humane < 1 ? 1 : humane)));
}

static void
check_holder (GwEngineCase *self, int32_t s)
{
  const GwEngineShift *shift = &self->shifts[s];
  const GwEngineSubject subject = GW_ENGINE_SUBJECT_SHIFT;
  int32_t c = self->plan->colleague_of[s];
  bool is_new = c != shift->colleague, is_listed = false;
  int64_t away = 0, rest;

  if (shift->reference_colleague != GW_ENGINE_NONE && shift->reference_colleague != c)
    gw_engine_case_enter (self, GW_ENGINE_RULE_STABLE_SHIFT, subject, s, shift->change_cost);
  gw_engine_case_enter (self, GW_ENGINE_RULE_PIN, subject, s, is_new && !shift->may_change);
  if (c == GW_ENGINE_NONE)
    {
      gw_engine_case_enter (self, GW_ENGINE_RULE_OPEN_SHIFT, subject, s, shift->open_priority);
      return;
    }
  for (int32_t i = 0; i < shift->n_eligible; i++)
    is_listed = is_listed || self->eligible[shift->first_eligible + i] == c;
  for (int32_t i = 0; i < self->n_absences; i++)
    if (self->absences[i].colleague == c)
      away += gw_engine_case_shared ((int64_t) shift->start - shift->flex_before,
                                     (int64_t) shift->end + shift->flex_after,
                                     self->absences[i].start, self->absences[i].end);
  if (is_new)
    {
      gw_engine_case_enter (self, GW_ENGINE_RULE_ELIGIBLE, subject, s, !is_listed);
      gw_engine_case_enter (self, GW_ENGINE_RULE_AWAY, subject, s, away);
    }
  rest = self->colleagues[c].break_minutes;
  for (int32_t b = 0; b < self->n_blocks; b++)
    if (self->blocks[b].shift == s && self->blocks[b].kind == GW_ENGINE_BLOCK_BREAK)
      rest -= self->blocks[b].duration;
  if (shift->may_take && shift->end - shift->start > self->colleagues[c].break_after)
    gw_engine_case_enter (self, GW_ENGINE_RULE_BREAK, subject, s, gw_engine_case_positive (rest));
}

bool
gw_engine_case_check_shifts (GwEngineCase *self)
{
  size_t most = (size_t) self->n_operations + (size_t) self->n_blocks + 1;
  Stop *stops = malloc (most * sizeof *stops);

  for (int32_t s = 0; s < self->n_shifts && stops != NULL; s++)
    {
      check_holder (self, s);
      check_run (self, s, stops);
    }
  free (stops);
  return stops != NULL;
}
