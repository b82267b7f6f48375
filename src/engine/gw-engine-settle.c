/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When the breaks of a plan are that says only when its visits are. One shift at a time: its visits
 * and the blocks whose time is given are a sequence with gaps; the others, at most MAX_FREE, are
 * put where there is room, or else into the gaps by dynamic programming over (what has been read,
 * which blocks are done, the last item and its start, the block that said where the colleague is).
 * Costs are those of the score, read step by step, so the result is the best there is, also in a
 * plan that breaks rules.
 */
#include <stdlib.h>

#include "gw-engine-plan.h"
#include "gw-engine-score-private.h"
#include "gw-engine-settle-private.h"

/* Blocks of a shift that may move; more are put into the middle of their range first. */
#define MAX_FREE 4

typedef struct
{
  int64_t hard, soft;
  int32_t off;         /* minutes away from the middles of the ranges */
  int32_t back;        /* the node before, or NONE */
  int32_t free, start; /* the block that was read last and when it starts, or NONE */
  bool is_reached;
} Node;

typedef struct
{
  const GwEngineProblem *problem;
  GwEnginePlan *plan;
  int32_t s;
  int32_t *given; /* items in order */
  int32_t n_given;
  int32_t *place_after; /* by number of given items read */
  bool *has_place_after;
  int32_t free[MAX_FREE]; /* items, in the order in which equal starts are read */
  int32_t n_free, n_sets, n_from;
  int32_t first_node[MAX_FREE]; /* of each block */
  Node *nodes;
  int32_t n_nodes;
  Node best; /* after the last item; start is unused */
} Settling;

/* Where the reader is: @i given items are read, of the free ones those in @set; the place is that
 * of free block @from - 1, or 0: that of the given items. */
typedef struct
{
  int32_t i, set, from;
} Stand;

static const GwEngineBlock *
free_block (const Settling *self, int32_t b)
{
  return &self->problem->blocks[self->free[b] - self->problem->n_operations];
}

static int32_t
item_start (const Settling *self, int32_t item)
{
  return gw_engine_plan_item_start (self->problem, self->plan, item);
}

/* The node after a given item. */
static Node *
node_of_given (const Settling *self, const Stand *stand)
{
  return &self->nodes[(stand->i * self->n_sets + stand->set) * self->n_from + stand->from];
}

/* The node after free block @b that starts at @start. */
static Node *
node_of_free (const Settling *self, const Stand *stand, int32_t b, int32_t start)
{
  const GwEngineBlock *block = free_block (self, b);
  int32_t span = block->latest - block->earliest + 1;
  int32_t row = stand->set * self->n_from + stand->from;

  return &self->nodes[self->first_node[b] + row * span + start - block->earliest];
}

static GwEngineReading
reading_at (const Settling *self, GwEngineTally *tally, const Stand *stand, int32_t item,
            int32_t start)
{
  GwEngineReading reading = gw_engine_reading_begin (tally, self->s,
                                                     self->plan->colleague_of[self->s]);

  if (item == GW_ENGINE_NONE)
    return reading;
  reading.time = start + self->problem->item_duration[item];
  reading.previous = item;
  reading.place = self->place_after[stand->i];
  reading.has_place = self->has_place_after[stand->i];
  if (stand->from > 0)
    {
      reading.place = self->problem->item_place[self->free[stand->from - 1]];
      reading.has_place = true;
    }
  return reading;
}

/* Keeps the way by @back to @node if it is the best one so far. */
static void
offer (const Settling *self, Node *node, const Node *back, const GwEngineScore *score, int32_t off)
{
  int64_t hard = back->hard + score->hard, soft = back->soft + score->soft;

  off += back->off;
  if (node->is_reached && (hard != node->hard   ? hard > node->hard
                           : soft != node->soft ? soft > node->soft
                                                : off >= node->off))
    return;
  node->is_reached = true;
  node->hard = hard;
  node->soft = soft;
  node->off = off;
  node->back = (int32_t) (back - self->nodes);
}

/* What reading @item at @start costs. */
static GwEngineScore
read_item (const GwEngineReading *at, int32_t item, int32_t start)
{
  GwEngineTally tally = { .problem = at->tally->problem };
  GwEngineReading reading = *at;
  int32_t flex = reading.shift->flex_before;

  reading.tally = &tally;
  gw_engine_reading_item (&reading, item, start);
  gw_engine_tally_add (&tally, GW_ENGINE_RULE_MINUTES, GW_ENGINE_SUBJECT_SHIFT, at->index,
                       reading.travelled);
  if (at->previous == GW_ENGINE_NONE && reading.before > 0)
    gw_engine_tally_add (&tally, GW_ENGINE_RULE_FLEX, GW_ENGINE_SUBJECT_SHIFT, at->index,
                         reading.before < flex ? reading.before : flex);
  return tally.score;
}

static void
go_on_to_given (const Settling *self, const Node *node, const Stand *stand,
                const GwEngineReading *reading)
{
  int32_t item = self->given[stand->i];
  Stand next = { stand->i + 1, stand->set, self->problem->item_place[item] >= 0 ? 0 : stand->from };
  GwEngineScore score = read_item (reading, item, item_start (self, item));

  offer (self, node_of_given (self, &next), node, &score, 0);
}

static void
go_home (Settling *self, const Node *node, const GwEngineReading *reading)
{
  GwEngineTally tally = { .problem = self->problem };
  GwEngineReading home = *reading;

  home.tally = &tally;
  gw_engine_reading_end (&home);
  gw_engine_tally_add (&tally, GW_ENGINE_RULE_MINUTES, GW_ENGINE_SUBJECT_SHIFT, self->s,
                       home.travelled);
  offer (self, &self->best, node, &tally.score, 0);
}

/* The starts at which free block @b is read after @i given items. */
static void
find_gap (const Settling *self, int32_t i, int32_t b, int32_t *low, int32_t *high)
{
  const GwEngineBlock *block = free_block (self, b);

  *low = block->earliest;
  *high = block->latest;
  if (i > 0)
    {
      int32_t item = self->given[i - 1], start = item_start (self, item);

      start += gw_engine_comes_before (self->problem, self->free[b], start, item, start);
      *low = *low > start ? *low : start;
    }
  if (i < self->n_given)
    {
      int32_t item = self->given[i], start = item_start (self, item);

      start -= !gw_engine_comes_before (self->problem, self->free[b], start, item, start);
      *high = *high < start ? *high : start;
    }
}

/* All ways on from @node, at which @item (or NONE) was read last. */
static void
go_on (Settling *self, const Node *node, const Stand *stand, int32_t item, int32_t start)
{
  GwEngineTally tally = { .problem = self->problem };
  GwEngineReading reading = reading_at (self, &tally, stand, item, start);

  if (stand->i < self->n_given)
    go_on_to_given (self, node, stand, &reading);
  else if (stand->set == self->n_sets - 1)
    go_home (self, node, &reading);
  for (int32_t b = 0; b < self->n_free; b++)
    {
      const GwEngineBlock *block = free_block (self, b);
      int32_t middle = block->earliest + (block->latest - block->earliest) / 2, low, high;
      Stand next = { stand->i, stand->set | 1 << b, block->place >= 0 ? b + 1 : stand->from };

      if ((stand->set & 1 << b) != 0)
        continue;
      find_gap (self, stand->i, b, &low, &high);
      if (item != GW_ENGINE_NONE && node->free != GW_ENGINE_NONE)
        low = low > start + (b < node->free) ? low : start + (b < node->free);
      for (int32_t t = low; t <= high; t++)
        {
          GwEngineScore score = read_item (&reading, self->free[b], t);
          Node *to = node_of_free (self, &next, b, t);

          to->free = b;
          to->start = t;
          offer (self, to, node, &score, abs (t - middle));
        }
    }
}

/* Goes on from every way in which free block @b can start at @start in gap @i. */
static void
go_on_from_free (Settling *self, int32_t i, int32_t b, int32_t start)
{
  Stand stand = { i, 0, 0 };

  for (stand.set = 0; stand.set < self->n_sets; stand.set++)
    for (stand.from = 0; stand.from < self->n_from; stand.from++)
      {
        const Node *node = node_of_free (self, &stand, b, start);

        if ((stand.set & 1 << b) != 0 && node->is_reached)
          go_on (self, node, &stand, self->free[b], start);
      }
}

/* Gap @i: from the given item before it, then from the free blocks in it in order. */
static void
fill_gap (Settling *self, int32_t i)
{
  int32_t low[MAX_FREE], high[MAX_FREE], from = INT32_MAX, until = INT32_MIN;
  int32_t item = i > 0 ? self->given[i - 1] : GW_ENGINE_NONE;
  Stand stand = { i, 0, 0 };

  for (stand.set = 0; stand.set < self->n_sets; stand.set++)
    for (stand.from = 0; stand.from < self->n_from; stand.from++)
      {
        const Node *node = node_of_given (self, &stand);

        if (node->is_reached)
          go_on (self, node, &stand, item, i > 0 ? item_start (self, item) : 0);
      }
  for (int32_t b = 0; b < self->n_free; b++)
    {
      find_gap (self, i, b, &low[b], &high[b]);
      from = from < low[b] ? from : low[b];
      until = until > high[b] ? until : high[b];
    }
  for (int32_t t = from; t <= until; t++)
    for (int32_t b = 0; b < self->n_free; b++)
      if (t >= low[b] && t <= high[b])
        go_on_from_free (self, i, b, t);
}

static bool
make_nodes (Settling *self)
{
  int32_t n;

  self->n_sets = 1 << self->n_free;
  self->n_from = self->n_free + 1;
  n = (self->n_given + 1) * self->n_sets * self->n_from;
  for (int32_t b = 0; b < self->n_free; b++)
    {
      const GwEngineBlock *block = free_block (self, b);

      self->first_node[b] = n;
      n += self->n_sets * self->n_from * (block->latest - block->earliest + 1);
    }
  self->nodes = calloc ((size_t) n, sizeof *self->nodes);
  if (self->nodes == NULL)
    return false;
  for (int32_t i = 0; i < n; i++)
    self->nodes[i].free = self->nodes[i].back = GW_ENGINE_NONE;
  return true;
}

static void
note_places (Settling *self)
{
  self->place_after[0] = self->problem->shifts[self->s].start_place;
  self->has_place_after[0] = false;
  for (int32_t i = 0; i < self->n_given; i++)
    {
      int32_t place = self->problem->item_place[self->given[i]];

      self->place_after[i + 1] = place >= 0 ? place : self->place_after[i];
      self->has_place_after[i + 1] = place >= 0 || self->has_place_after[i];
    }
}

/* Separates the blocks of the shift into given and free ones. */
static void
sort_blocks (Settling *self)
{
  const GwEngineProblem *problem = self->problem;
  const GwEngineShift *shift = &problem->shifts[self->s];

  self->n_free = 0;
  for (int32_t b = shift->first_block; b < shift->first_block + shift->n_blocks; b++)
    {
      const GwEngineBlock *block = &problem->blocks[b];
      int32_t item = problem->n_operations + b, at = self->n_free;

      self->plan->block_start[b] = block->earliest + (block->latest - block->earliest) / 2;
      if (block->earliest == block->latest || self->n_free == MAX_FREE)
        {
          self->given[self->n_given++] = item;
          continue;
        }
      for (; at > 0 && gw_engine_comes_before (problem, item, 0, self->free[at - 1], 0); at--)
        self->free[at] = self->free[at - 1];
      self->free[at] = item;
      self->n_free++;
    }
}

/* Returns false without memory. */
static bool
settle_shift (Settling *self, GwEngineStretch *stretches)
{
  Stand begin = { 0, 0, 0 };
  GwEngineRoom room;

  sort_blocks (self);
  if (self->n_free == 0)
    return true;
  gw_engine_score_sort_items (self->problem, self->plan, self->given, self->n_given);
  room = (GwEngineRoom){ self->problem, self->plan, self->s,      self->given,
                         self->n_given, self->free, self->n_free, stretches };
  if (gw_engine_settle_in_room (&room))
    return true;
  note_places (self);
  if (!make_nodes (self))
    return false;
  self->best = (Node){ .back = GW_ENGINE_NONE };
  node_of_given (self, &begin)->is_reached = true;
  for (int32_t i = 0; i <= self->n_given; i++)
    fill_gap (self, i);
  for (const Node *node = &self->best; node->back != GW_ENGINE_NONE;)
    {
      node = &self->nodes[node->back];
      if (node->free != GW_ENGINE_NONE)
        self->plan->block_start[self->free[node->free] - self->problem->n_operations] = node->start;
    }
  free (self->nodes);
  return true;
}

bool
gw_engine_plan_settle_blocks (const GwEngineProblem *problem, GwEnginePlan *plan)
{
  size_t n = (size_t) problem->n_items + 1;
  Settling self = { .problem = problem, .plan = plan };
  GwEngineStretch *stretches = malloc (n * sizeof *stretches);
  bool done;

  self.given = malloc (n * sizeof *self.given);
  self.place_after = malloc (n * sizeof *self.place_after);
  self.has_place_after = malloc (n * sizeof *self.has_place_after);
  done = stretches != NULL && self.given != NULL && self.place_after != NULL &&
         self.has_place_after != NULL;
  for (self.s = 0; done && self.s < plan->n_shifts; self.s++)
    {
      if (problem->shifts[self.s].n_blocks == 0)
        continue;
      self.n_given = 0;
      for (int32_t i = 0; i < plan->n_operations; i++)
        if (plan->shift_of[i] == self.s)
          self.given[self.n_given++] = i;
      done = settle_shift (&self, stretches);
    }
  free (stretches);
  free (self.given);
  free (self.place_after);
  free (self.has_place_after);
  return done;
}
