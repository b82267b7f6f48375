/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaks and role time where there is room for them: most runs have it. */
#include <stdlib.h>

#include "gw-engine-settle-private.h"

#include "gw-engine-score-private.h"

/* Blocks that room is looked for. */
#define MAX_ROOMY 2

/* Starts of the free blocks, and how far they are from the middles of their ranges together. */
typedef struct
{
  int32_t start[MAX_ROOMY];
  int32_t off;
} Choice;

static const GwEngineBlock *
free_block (const GwEngineRoom *self, int32_t b)
{
  return &self->problem->blocks[self->free[b] - self->problem->n_operations];
}

static int32_t
item_start (const GwEngineRoom *self, int32_t i)
{
  return gw_engine_plan_item_start (self->problem, self->plan, self->given[i]);
}

/* Until when there is time before given item @i, or the way home after the last. */
static int32_t
leave_until (const GwEngineRoom *self, const GwEngineReading *reading, int32_t i)
{
  const GwEngineProblem *problem = self->problem;
  int32_t leg = 0;

  if (i == self->n_given)
    {
      if (reading->has_place)
        leg = gw_engine_travel (problem, reading->mode, reading->place, reading->shift->end_place);
      return reading->shift->end - leg;
    }
  leg = gw_engine_travel (problem, reading->mode, reading->place,
                          problem->item_place[self->given[i]]);
  return item_start (self, i) - leg - (leg > 0 ? gw_engine_buffer (problem, leg) : 0);
}

/* Lists the free time of the run, a stretch for each gap. Returns false when the run breaks a rule or
 * begins before its shift: then a block may even help. */
static bool
list_stretches (const GwEngineRoom *self)
{
  GwEngineTally tally = { .problem = self->problem };
  GwEngineReading reading = gw_engine_reading_begin (&tally, self->s,
                                                     self->plan->colleague_of[self->s]);

  for (int32_t i = 0; i <= self->n_given; i++)
    {
      self->stretches[i].from = i > 0 ? reading.time : reading.shift->start;
      self->stretches[i].until = leave_until (self, &reading, i);
      if (i < self->n_given)
        gw_engine_reading_item (&reading, self->given[i], item_start (self, i));
    }
  gw_engine_reading_end (&reading);
  return tally.score.hard == 0 && reading.before <= 0;
}

static int32_t
clamp (int32_t value, int32_t low, int32_t high)
{
  return value < low ? low : value > high ? high : value;
}

static int32_t
middle_of (const GwEngineBlock *block)
{
  return block->earliest + (block->latest - block->earliest) / 2;
}

/* The starts that @block can have in @stretch; none when @low is after @high. */
static void
find_starts (const GwEngineBlock *block, const GwEngineStretch *stretch, int32_t *low,
             int32_t *high)
{
  int32_t last = stretch->until - block->duration;

  *low = stretch->from > block->earliest ? stretch->from : block->earliest;
  *high = last < block->latest ? last : block->latest;
}

static void
try_one (const GwEngineRoom *self, const GwEngineStretch *stretch, Choice *best)
{
  const GwEngineBlock *block = free_block (self, 0);
  int32_t low, high, start;

  find_starts (block, stretch, &low, &high);
  start = clamp (middle_of (block), low, high);
  if (low <= high && abs (start - middle_of (block)) < best->off)
    *best = (Choice){ { start }, abs (start - middle_of (block)) };
}

/* Free block @a in @first before free block @b in @second. Where they would meet, the second gives way
 * as far as it can: either way is as far from the middles. */
static void
try_two (const GwEngineRoom *self, int32_t a, const GwEngineStretch *first, int32_t b,
         const GwEngineStretch *second, Choice *best)
{
  const GwEngineBlock *block[MAX_ROOMY] = { free_block (self, a), free_block (self, b) };
  int32_t low[MAX_ROOMY], high[MAX_ROOMY], one, other, off;

  find_starts (block[0], first, &low[0], &high[0]);
  find_starts (block[1], second, &low[1], &high[1]);
  if (low[0] > high[0] || low[1] > high[1] || low[0] + block[0]->duration > high[1])
    return;
  one = clamp (middle_of (block[0]), low[0], high[0]);
  other = clamp (middle_of (block[1]), low[1], high[1]);
  if (one + block[0]->duration > other)
    {
      other = clamp (one + block[0]->duration, low[1], high[1]);
      one = clamp (one, low[0], other - block[0]->duration);
    }
  off = abs (one - middle_of (block[0])) + abs (other - middle_of (block[1]));
  if (off >= best->off)
    return;
  best->start[a] = one;
  best->start[b] = other;
  best->off = off;
}

bool
gw_engine_settle_in_room (const GwEngineRoom *self)
{
  Choice best = { .off = INT32_MAX };

  for (int32_t b = 0; b < self->n_free; b++)
    if (self->n_free > MAX_ROOMY || free_block (self, b)->place >= 0)
      return false;
  if (!list_stretches (self))
    return false;
  for (int32_t i = 0; i <= self->n_given; i++)
    if (self->n_free == 1)
      try_one (self, &self->stretches[i], &best);
    else
      for (int32_t j = i; j <= self->n_given; j++)
        {
          try_two (self, 0, &self->stretches[i], 1, &self->stretches[j], &best);
          try_two (self, 1, &self->stretches[i], 0, &self->stretches[j], &best);
        }
  for (int32_t b = 0; b < self->n_free && best.off < INT32_MAX; b++)
    self->plan->block_start[self->free[b] - self->problem->n_operations] = best.start[b];
  return best.off < INT32_MAX;
}
