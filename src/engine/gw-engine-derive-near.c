/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which operations are near each other in place and time: for each the nearest ones, nearest first,
 * the lower number first where two are equally near. Those that begin long after, or ended long
 * before, are not looked at: operations are gone through in order of when they may first start,
 * away from each one to both sides, until none that is nearer can follow.
 */
#include <stdlib.h>

#include "gw-engine-problem-private.h"

/* When an operation may be going on, by number in order of start. */
typedef struct
{
  int32_t operation;
  int32_t start, end;
  int32_t last_end; /* the latest end of this one and those before it */
} Span;

typedef struct
{
  const GwEngineProblem *problem;
  int32_t *operations; /* the nearest so far */
  int32_t distances[GW_ENGINE_NEAR];
  int32_t n;
} Nearest;

/* Minutes from the end of one operation's windows to the start of the other's, or 0. */
static int32_t
time_between (const GwEngineProblem *self, const GwEngineOperation *a, const GwEngineOperation *b)
{
  int32_t best = GW_ENGINE_TIME_MAX;

  for (int32_t i = 0; i < a->n_windows; i++)
    for (int32_t j = 0; j < b->n_windows; j++)
      {
        const GwEngineWindow *x = &self->windows[a->first_window + i];
        const GwEngineWindow *y = &self->windows[b->first_window + j];
        int32_t off = y->open - x->close - a->duration;

        if (x->open - y->close - b->duration > off)
          off = x->open - y->close - b->duration;
        if (off < best)
          best = off < 0 ? 0 : off;
      }
  return best;
}

/* Whether (@distance, @operation) comes before what is at @i. */
static bool
comes_before (const Nearest *self, int32_t i, int32_t distance, int32_t operation)
{
  return distance < self->distances[i] ||
         (distance == self->distances[i] && operation < self->operations[i]);
}

static void
keep_nearest (Nearest *self, int32_t operation, int32_t distance)
{
  int32_t i;

  if (self->n == GW_ENGINE_NEAR && !comes_before (self, self->n - 1, distance, operation))
    return;
  i = self->n < GW_ENGINE_NEAR ? self->n++ : self->n - 1;
  for (; i > 0 && comes_before (self, i - 1, distance, operation); i--)
    {
      self->distances[i] = self->distances[i - 1];
      self->operations[i] = self->operations[i - 1];
    }
  self->distances[i] = distance;
  self->operations[i] = operation;
}

/* Whether nothing that is @minutes or more away is wanted any more. */
static bool
is_enough (const Nearest *self, int32_t minutes)
{
  return self->n == GW_ENGINE_NEAR && minutes > self->distances[GW_ENGINE_NEAR - 1];
}

static void
consider (Nearest *self, int32_t a, int32_t b)
{
  const GwEngineProblem *problem = self->problem;
  const GwEngineOperation *first = &problem->operations[a], *second = &problem->operations[b];

  if (problem->unit_of[a] == problem->unit_of[b])
    return;
  /* Minutes of travel weigh more than minutes of waiting; how much more was not measured. Travel is
   * that of the first way to travel: who walks and who drives have the same neighbours, and the lists
   * are hints. */
  keep_nearest (self, b,
                4 * gw_engine_travel (problem, 0, first->place, second->place) +
                    time_between (problem, first, second));
}

/* Goes both ways from the span at @i. */
static void
look_around (Nearest *self, const Span *spans, int32_t n, int32_t i)
{
  for (int32_t k = i + 1; k < n && !is_enough (self, spans[k].start - spans[i].end); k++)
    consider (self, spans[i].operation, spans[k].operation);
  for (int32_t k = i - 1; k >= 0 && !is_enough (self, spans[i].start - spans[k].last_end); k--)
    consider (self, spans[i].operation, spans[k].operation);
}

static int
compare_spans (const void *a, const void *b)
{
  const Span *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->operation < y->operation ? -1 : x->operation > y->operation;
}

static void
fill_spans (const GwEngineProblem *self, Span *spans)
{
  int32_t last_end = -GW_ENGINE_TIME_MAX;

  for (int32_t o = 0; o < self->n_operations; o++)
    {
      const GwEngineOperation *op = &self->operations[o];

      /* What has no window is far from everything, wherever it stands. */
      spans[o] = (Span){ .operation = o, .start = GW_ENGINE_TIME_MAX, .end = -GW_ENGINE_TIME_MAX };
      for (int32_t w = op->first_window; w < op->first_window + op->n_windows; w++)
        {
          const GwEngineWindow *window = &self->windows[w];

          if (window->open < spans[o].start)
            spans[o].start = window->open;
          if (window->close + op->duration > spans[o].end)
            spans[o].end = window->close + op->duration;
        }
    }
  qsort (spans, (size_t) self->n_operations, sizeof *spans, compare_spans);
  for (int32_t i = 0; i < self->n_operations; i++)
    {
      last_end = spans[i].end > last_end ? spans[i].end : last_end;
      spans[i].last_end = last_end;
    }
}

bool
gw_engine_problem_derive_near (GwEngineProblem *problem)
{
  GwEngineSlices *slices = &problem->operation_near;
  int32_t n = problem->n_operations, n_all = 0;
  Span *spans = calloc ((size_t) n + 1, sizeof *spans);
  int32_t *where = calloc ((size_t) n + 1, sizeof *where);
  bool has_memory;

  slices->first = GW_ENGINE_NEW (&problem->arena, int32_t, n + 1);
  slices->items = GW_ENGINE_NEW (&problem->arena, int32_t, (size_t) n * GW_ENGINE_NEAR);
  has_memory = spans != NULL && where != NULL && slices->first != NULL && slices->items != NULL;
  if (has_memory)
    fill_spans (problem, spans);
  for (int32_t i = 0; i < n && has_memory; i++)
    where[spans[i].operation] = i;
  for (int32_t o = 0; o < n && has_memory; o++)
    {
      Nearest nearest = { .problem = problem, .operations = slices->items + n_all };

      look_around (&nearest, spans, n, where[o]);
      n_all += nearest.n;
      slices->first[o + 1] = n_all;
    }
  free (spans);
  free (where);
  return has_memory;
}
