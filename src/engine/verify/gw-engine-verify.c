/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-verify.h. Written from the rules' definitions in gw-engine-rule.h and
 * gw-engine-problem.h; every number is found anew by looking at the whole plan.
 */
#include "gw-engine-verify.h"

#include <stdlib.h>
#include <string.h>

#include "gw-engine-verify-private.h"

static int64_t
positive (int64_t n)
{
  return n > 0 ? n : 0;
}

static int64_t
shared_minutes (int64_t start_a, int64_t end_a, int64_t start_b, int64_t end_b)
{
  return positive ((end_a < end_b ? end_a : end_b) - (start_a > start_b ? start_a : start_b));
}

static void
remember_breach (GwEngineVerdict *verdict, GwEngineViolation breach)
{
  GwEngineViolation *all = realloc (verdict->violations,
                                    (size_t) (verdict->n_violations + 1) * sizeof breach);

  if (all == NULL)
    {
      verdict->is_complete = false;
      return;
    }
  verdict->violations = all;
  all[verdict->n_violations++] = breach;
}

void
gw_engine_case_enter (GwEngineCase *self, GwEngineRule rule, GwEngineSubject subject, int32_t index,
                      int64_t amount)
{
  int64_t weight = self->settings->weight[rule];

  if (amount == 0 || weight == 0)
    return;
  switch (gw_engine_rule_get_info (rule)->level)
    {
    case GW_ENGINE_LEVEL_HARD:
      self->verdict->score.hard += amount;
      self->verdict->by_rule[rule] += amount;
      remember_breach (self->verdict, (GwEngineViolation){ rule, subject, index, amount });
      break;
    case GW_ENGINE_LEVEL_MEDIUM:
      self->verdict->score.medium += amount * weight;
      self->verdict->by_rule[rule] += amount * weight;
      break;
    case GW_ENGINE_LEVEL_SOFT:
      self->verdict->score.soft += amount * weight;
      self->verdict->by_rule[rule] += amount * weight;
      break;
    }
}

static void
enter_operation (GwEngineCase *self, GwEngineRule rule, int32_t o, int64_t amount)
{
  gw_engine_case_enter (self, rule, GW_ENGINE_SUBJECT_OPERATION, o, amount);
}

static bool
is_placed (const GwEngineCase *self, int32_t o)
{
  return self->plan->shift_of[o] != GW_ENGINE_NONE;
}

static int32_t
colleague_at (const GwEngineCase *self, int32_t o)
{
  return is_placed (self, o) ? self->plan->colleague_of[self->plan->shift_of[o]] : GW_ENGINE_NONE;
}

/* --- One operation --------------------------------------------------------------------------- */

/* Counts operations of the same group of alternatives that are placed; @before: only those with a
 * smaller number. */
static int32_t
count_alternatives (const GwEngineCase *self, int32_t o, bool before)
{
  int32_t n = 0;

  for (int32_t i = 0; i < (before ? o : self->n_operations); i++)
    n += i != o && self->operations[i].alternative == self->operations[o].alternative &&
         is_placed (self, i);
  return n;
}

static bool
is_first_alternative (const GwEngineCase *self, int32_t o)
{
  for (int32_t i = 0; i < o; i++)
    if (self->operations[i].alternative == self->operations[o].alternative)
      return false;
  return true;
}

static void
check_missing (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];

  enter_operation (self, GW_ENGINE_RULE_PIN, o, op->pin_shift != GW_ENGINE_NONE);
  if (op->alternative != GW_ENGINE_NONE &&
      (!is_first_alternative (self, o) || count_alternatives (self, o, false) > 0))
    return;
  enter_operation (self, op->is_optional ? GW_ENGINE_RULE_OPTIONAL : GW_ENGINE_RULE_UNPLACED, o,
                   op->priority);
}

static void
check_who (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];
  int32_t c = colleague_at (self, o), day = self->shifts[self->plan->shift_of[o]].day;
  int32_t missing = 0;

  if (op->reference_colleague != GW_ENGINE_NONE && op->reference_colleague != c)
    enter_operation (self, GW_ENGINE_RULE_STABLE_COLLEAGUE, o, op->change_cost);
  if (c == GW_ENGINE_NONE)
    {
      enter_operation (self, GW_ENGINE_RULE_NO_COLLEAGUE, o, 1);
      return;
    }
  for (int bit = 0; bit < 64; bit++)
    missing += (op->skills >> bit & 1) != 0 &&
               (gw_engine_problem_get_skills (self->problem, c, day) >> bit & 1) == 0;
  enter_operation (self, GW_ENGINE_RULE_SKILL, o, missing);
  for (int32_t i = 0; i < self->n_absences; i++)
    if (self->absences[i].colleague == c)
      enter_operation (self, GW_ENGINE_RULE_ABSENCE, o,
                       shared_minutes (self->plan->start_of[o],
                                       self->plan->start_of[o] + op->duration,
                                       self->absences[i].start, self->absences[i].end));
  if (op->person != GW_ENGINE_NONE)
    enter_operation (self, GW_ENGINE_RULE_REGULAR, o,
                     !gw_engine_problem_is_regular (self->problem, op->person, c));
}

static void
check_when (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];
  int64_t start = self->plan->start_of[o], nearest = INT64_MAX;
  int32_t ideal = GW_ENGINE_NO_TIME;

  for (int32_t w = op->first_window; w < op->first_window + op->n_windows; w++)
    {
      int64_t off = positive (self->windows[w].open - start) +
                    positive (start - self->windows[w].close);

      if (off < nearest)
        {
          nearest = off;
          ideal = self->windows[w].ideal;
        }
    }
  if (nearest != INT64_MAX)
    enter_operation (self, GW_ENGINE_RULE_WINDOW, o, nearest);
  if (ideal != GW_ENGINE_NO_TIME)
    {
      int64_t off = llabs (start - ideal);

      enter_operation (self, GW_ENGINE_RULE_IDEAL, o, off);
      enter_operation (self, GW_ENGINE_RULE_TOLERANCE, o, positive (off - op->soft_tolerance));
    }
  if (op->reference_start != GW_ENGINE_NO_TIME)
    enter_operation (self, GW_ENGINE_RULE_STABLE_TIME, o, llabs (start - op->reference_start));
}

static void
check_operation (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];

  if (!is_placed (self, o))
    {
      check_missing (self, o);
      return;
    }
  check_who (self, o);
  check_when (self, o);
  if (op->pin_shift != GW_ENGINE_NONE)
    enter_operation (
        self, GW_ENGINE_RULE_PIN, o,
        (op->pin_shift != self->plan->shift_of[o]) +
            (op->pin_start != GW_ENGINE_NO_TIME && op->pin_start != self->plan->start_of[o]));
  if (op->alternative != GW_ENGINE_NONE)
    enter_operation (self, GW_ENGINE_RULE_ALTERNATIVE, o, count_alternatives (self, o, true) > 0);
}

static void
check_fits (GwEngineCase *self)
{
  for (int32_t i = 0; i < self->n_fits; i++)
    {
      const GwEngineFit *fit = &self->fits[i];
      bool is_soft = gw_engine_rule_get_info (fit->rule)->level == GW_ENGINE_LEVEL_SOFT;

      if (is_placed (self, fit->operation) && colleague_at (self, fit->operation) == fit->colleague)
        enter_operation (self, fit->rule, fit->operation, is_soft ? fit->points : 1);
    }
}

/* --- One run --------------------------------------------------------------------------------- */

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
    enter_operation (self, rule, stop->operation, amount);
}

static void
check_clash (GwEngineCase *self, int32_t s, const Stop *before, const Stop *after)
{
  int64_t minutes = shared_minutes (before->start, (int64_t) before->start + before->duration,
                                    after->start, (int64_t) after->start + after->duration);

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
    enter_stop (self, GW_ENGINE_RULE_BOUNDS, stop,
                positive ((int64_t) shift->start - shift->flex_before - stop->start) +
                    positive (end - shift->end - shift->flex_after));
  else
    {
      const GwEngineBlock *block = &self->blocks[stop->block];
      int64_t off = positive ((int64_t) block->earliest - stop->start) +
                    positive ((int64_t) stop->start - block->latest);

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
  int64_t room = positive (stops[i].start - free_since), buffer;

  enter_stop (self, GW_ENGINE_RULE_TRAVEL, &stops[i], positive (leg - room));
  if (i > 0 && leg > 0)
    {
      buffer = (leg * self->settings->buffer_percent + 99) / 100;
      buffer = buffer < self->settings->buffer_min ? self->settings->buffer_min : buffer;
      room = positive (room - leg);
      enter_stop (self, GW_ENGINE_RULE_BUFFER, &stops[i], positive (buffer - room));
    }
  return leg;
}

static void
check_flex (GwEngineCase *self, int32_t s, int64_t begin, int64_t end)
{
  const GwEngineShift *shift = &self->shifts[s];
  int64_t before = positive (shift->start - begin), after = positive (end - shift->end);

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
      positive (home - positive ((int64_t) shift->end + shift->flex_after - end)));
  check_flex (self, s, stops[0].start - first_leg, end + home);
  gw_engine_case_enter (self, GW_ENGINE_RULE_MINUTES, GW_ENGINE_SUBJECT_SHIFT, s, travelled + home);
  humane = (int64_t) self->settings->density_visits * (shift->end - shift->start) /
           self->settings->density_minutes;
  gw_engine_case_enter (self, GW_ENGINE_RULE_DENSITY, GW_ENGINE_SUBJECT_SHIFT, s,
                        positive (visits - (humane < 1 ? 1 : humane)));
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
      away += shared_minutes ((int64_t) shift->start - shift->flex_before,
                              (int64_t) shift->end + shift->flex_after, self->absences[i].start,
                              self->absences[i].end);
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
    gw_engine_case_enter (self, GW_ENGINE_RULE_BREAK, subject, s, positive (rest));
}

/* --- Links and people ------------------------------------------------------------------------ */

static void
check_link (GwEngineCase *self, int32_t l)
{
  const GwEngineLink *link = &self->links[l];
  const GwEngineSubject subject = GW_ENGINE_SUBJECT_LINK;
  bool both = is_placed (self, link->a) && is_placed (self, link->b);
  bool either = is_placed (self, link->a) || is_placed (self, link->b);
  int32_t who_a = colleague_at (self, link->a), who_b = colleague_at (self, link->b);
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
                            positive (llabs (later) - link->max));
      gw_engine_case_enter (self, GW_ENGINE_RULE_DIFFERENT, subject, l, known && who_a == who_b);
      break;
    case GW_ENGINE_LINK_LAG:
      if (link->min != GW_ENGINE_NO_TIME)
        gw_engine_case_enter (self, rule, subject, l, positive (link->min - later));
      if (link->max != INT32_MAX)
        gw_engine_case_enter (self, rule, subject, l, positive (later - link->max));
      break;
    case GW_ENGINE_LINK_GAP:
      gw_engine_case_enter (self, rule, subject, l, positive (link->min - llabs (later)));
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
            !is_placed (self, a) || !is_placed (self, b) || !leads_visit (self, a) ||
            !leads_visit (self, b))
          continue;
        if (plan->start_of[a] <= plan->start_of[b])
          gap = (int64_t) plan->start_of[b] - plan->start_of[a] - self->operations[a].duration;
        else
          gap = (int64_t) plan->start_of[a] - plan->start_of[b] - self->operations[b].duration;
        sum += positive (wanted - positive (gap));
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
        comes = comes || (self->operations[o].person == p && colleague_at (self, o) == c);
      faces += comes;
    }
  over = positive (faces - self->persons[p].small_team);
  if (self->persons[p].small_team > 0)
    gw_engine_case_enter (self, GW_ENGINE_RULE_CONTINUITY, GW_ENGINE_SUBJECT_PERSON, p,
                          over * over);
  if (self->persons[p].apart_minutes > 0)
    check_apart (self, p);
}

/* --- The whole ------------------------------------------------------------------------------- */

static void
open_case (GwEngineCase *self)
{
  const GwEngineProblem *problem = self->problem;

  self->settings = gw_engine_problem_get_settings (problem);
  self->operations = gw_engine_problem_get_operations (problem, &self->n_operations);
  self->windows = gw_engine_problem_get_windows (problem, NULL);
  self->shifts = gw_engine_problem_get_shifts (problem, &self->n_shifts);
  self->eligible = gw_engine_problem_get_eligible (problem, NULL);
  self->blocks = gw_engine_problem_get_blocks (problem, &self->n_blocks);
  self->colleagues = gw_engine_problem_get_colleagues (problem, &self->n_colleagues);
  self->persons = gw_engine_problem_get_persons (problem, &self->n_persons);
  self->links = gw_engine_problem_get_links (problem, &self->n_links);
  self->fits = gw_engine_problem_get_fits (problem, &self->n_fits);
  self->absences = gw_engine_problem_get_absences (problem, &self->n_absences);
  self->wishes = gw_engine_problem_get_wishes (problem, &self->n_wishes);
}

static bool
is_time (int32_t time)
{
  return time >= -2 * GW_ENGINE_TIME_MAX && time <= 2 * GW_ENGINE_TIME_MAX;
}

static bool
is_wellformed (const GwEngineCase *self)
{
  const GwEnginePlan *plan = self->plan;
  bool fine = plan->n_operations == self->n_operations && plan->n_shifts == self->n_shifts &&
              plan->n_blocks == self->n_blocks;

  for (int32_t o = 0; fine && o < self->n_operations; o++)
    fine = plan->shift_of[o] >= GW_ENGINE_NONE && plan->shift_of[o] < self->n_shifts &&
           (plan->shift_of[o] == GW_ENGINE_NONE || is_time (plan->start_of[o]));
  for (int32_t s = 0; fine && s < self->n_shifts; s++)
    fine = plan->colleague_of[s] >= GW_ENGINE_NONE && plan->colleague_of[s] < self->n_colleagues;
  for (int32_t b = 0; fine && b < self->n_blocks; b++)
    fine = is_time (plan->block_start[b]);
  return fine;
}

bool
gw_engine_verify (const GwEngineProblem *problem, const GwEnginePlan *plan,
                  GwEngineVerdict *verdict)
{
  GwEngineCase self = { .problem = problem, .plan = plan, .verdict = verdict };
  Stop *stops;

  memset (verdict, 0, sizeof *verdict);
  open_case (&self);
  verdict->is_wellformed = is_wellformed (&self);
  verdict->is_complete = true;
  if (!verdict->is_wellformed)
    return false;
  stops = malloc (((size_t) self.n_operations + (size_t) self.n_blocks + 1) * sizeof *stops);
  if (stops == NULL)
    {
      verdict->is_complete = false;
      return false;
    }
  for (int32_t o = 0; o < self.n_operations; o++)
    check_operation (&self, o);
  check_fits (&self);
  for (int32_t s = 0; s < self.n_shifts; s++)
    {
      check_holder (&self, s);
      check_run (&self, s, stops);
    }
  for (int32_t l = 0; l < self.n_links; l++)
    check_link (&self, l);
  for (int32_t p = 0; p < self.n_persons; p++)
    check_person (&self, p);
  gw_engine_case_check_colleagues (&self);
  free (stops);
  return verdict->score.hard == 0 && verdict->is_complete;
}

void
gw_engine_verdict_clear (GwEngineVerdict *verdict)
{
  free (verdict->violations);
  verdict->violations = NULL;
  verdict->n_violations = 0;
}
