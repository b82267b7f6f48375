/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the sample's past was planned: the hardest visits first, each put where it costs least in
 * travel, waiting and new faces, between what is there already. Never as good as the planner, and
 * meant not to be.
 */
#include "config.h"

#include "gw-sample-roster.h"

#define MEETING_START 780
#define MEETING_END 900
#define BREAK_MINUTES 20
#define TOO_MUCH G_MAXINT
#define N_ROUNDS 4

typedef struct
{
  GwSampleWorld *world;
  GPtrArray *shifts;
  GArray *visits;
  const GwSampleVisit *visit;
  const GwSamplePerson *person;
  gint patience;
} Placing;

typedef struct
{
  gint cost;
  gint start;
} Offer;

static gboolean
may_come (const Placing *self, gint index)
{
  const GwSampleColleague *colleague = GW_SAMPLE_COLLEAGUE (self->world, index);
  const GwSamplePerson *person = self->person;
  guint skills = self->visit->pattern->skills;

  return (colleague->skills & skills) == skills &&
         (colleague->cannot_with & person->features) == 0 && person->declined != index &&
         (!person->gender_must || colleague->gender == person->gender_wish);
}

static gint
rate_face (const Placing *self, gint index)
{
  const GwSampleColleague *colleague = GW_SAMPLE_COLLEAGUE (self->world, index);
  const GwSamplePerson *person = self->person;
  guint known = person->visits_known[colleague->place_in_team];
  gint cost = known == 0 ? 22 : -(gint) MIN (known, 16);

  if (person->preferred[0] == index || person->preferred[1] == index)
    cost -= 24;
  if (person->link_worker == index)
    cost -= 8;
  if (person->gender_wish != 0 && person->gender_wish != colleague->gender)
    cost += 12;
  return cost;
}

/* A break or role time happens where the colleague is; the way is made after it. */
static const GwSampleStop *
find_before (const GwSampleShift *shift, guint after)
{
  while (after-- > 0)
    if (!shift->stops[after].anywhere)
      return &shift->stops[after];
  return NULL;
}

static const GwSampleStop *
find_after (const GwSampleShift *shift, guint after)
{
  for (; after < shift->n_stops; after++)
    if (!shift->stops[after].anywhere)
      return &shift->stops[after];
  return NULL;
}

/* When a visit between stop @after − 1 and stop @after may begin at the earliest and must be over. */
static gboolean
find_room (const Placing *self, const GwSampleShift *shift, guint after, gint *low, gint *high,
           gint *travel)
{
  gint mode = GW_SAMPLE_COLLEAGUE (self->world, shift->colleague)->mode;
  const GwSampleStop *before = find_before (shift, after), *next = find_after (shift, after);
  gint way_in = before == NULL ? 0 : gw_sample_travel (before->at, self->person->home, mode);
  gint way_out = next == NULL ? 0 : gw_sample_travel (self->person->home, next->at, mode);

  *travel = way_in + way_out;
  *low = after == 0 ? shift->start : shift->stops[after - 1].end + way_in;
  if (after == shift->n_stops)
    *high = shift->end;
  else if (next == &shift->stops[after])
    *high = next->start - way_out;
  else
    *high = shift->stops[after].start;
  /* Behind a break that follows, there must be time for the new way. */
  return next == NULL || next == &shift->stops[after] || next->start - (next - 1)->end >= way_out;
}

/* The cheapest start between stop @after − 1 and stop @after. */
static Offer
price_gap (const Placing *self, const GwSampleShift *shift, guint after)
{
  gint low, high, travel, first, last, step;
  Offer best = { TOO_MUCH, 0 };

  if (!find_room (self, shift, after, &low, &high, &travel))
    return best;
  high -= self->visit->pattern->duration;
  first = (MAX (low, self->visit->earliest - self->patience) + 4) / 5 * 5;
  last = MIN (high, self->visit->latest + self->patience) / 5 * 5;
  step = MAX (5, (last - first) / 24 / 5 * 5);
  for (gint start = first; start <= last; start += step)
    {
      gint left = start - low, right = high - start;
      gint cost = ABS (start - self->visit->start) + 2 * travel;

      /* Gaps too short for another visit are lost. */
      cost += (left < 40 ? left : 0) + (right < 40 ? right : 0);
      if (cost < best.cost)
        best = (Offer){ cost, start };
    }
  return best;
}

static Offer
price (const Placing *self, const GwSampleShift *shift)
{
  Offer best = { TOO_MUCH, 0 };

  if (!may_come (self, shift->colleague) || shift->n_stops == GW_SAMPLE_MOST_STOPS)
    return best;
  for (guint after = 0; after <= shift->n_stops; after++)
    {
      Offer offer = price_gap (self, shift, after);
      if (offer.cost < best.cost)
        best = offer;
    }
  if (best.cost < TOO_MUCH)
    best.cost += rate_face (self, shift->colleague);
  return best;
}

static void
add_stop (GwSampleShift *shift, GwSampleStop stop)
{
  guint at = shift->n_stops++;

  for (; at > 0 && shift->stops[at - 1].start > stop.start; at--)
    shift->stops[at] = shift->stops[at - 1];
  shift->stops[at] = stop;
}

static void
take (const Placing *self, GwSampleVisit *visit, GwSampleShift *shift, gint start)
{
  GwSamplePerson *person = GW_SAMPLE_PERSON (self->world, visit->pattern->person);
  gboolean may_move = visit->pattern->needed == 1;
  GwSampleStop stop = { start, start + visit->pattern->duration, person->home, FALSE,
                        may_move ? (gint) (visit - (GwSampleVisit *) (gpointer) self->visits->data)
                                 : GW_SAMPLE_NOBODY };

  visit->start = start;
  visit->colleagues[visit->n_colleagues++] = shift->colleague;
  person->visits_known[GW_SAMPLE_COLLEAGUE (self->world, shift->colleague)->place_in_team]++;
  add_stop (shift, stop);
}

static gboolean
place_single (Placing *self, GwSampleVisit *visit)
{
  Offer best = { TOO_MUCH, 0 };
  GwSampleShift *best_shift = NULL;

  for (guint i = 0; i < self->shifts->len; i++)
    {
      Offer offer = price (self, g_ptr_array_index (self->shifts, i));
      if (offer.cost < best.cost)
        {
          best = offer;
          best_shift = g_ptr_array_index (self->shifts, i);
        }
    }
  if (best_shift != NULL)
    take (self, visit, best_shift, best.start);
  return best_shift != NULL;
}

/* The two cheapest colleagues, at the later one's time if the other can make that too. */
static void
place_pair (Placing *self, GwSampleVisit *visit)
{
  GwSampleVisit exact = *visit;
  GwSampleShift *pair[2] = { NULL, NULL };

  for (guint chosen = 0; chosen < 2; chosen++)
    {
      Offer best = { TOO_MUCH, 0 };
      for (guint i = 0; i < self->shifts->len; i++)
        {
          GwSampleShift *shift = g_ptr_array_index (self->shifts, i);
          Offer offer = { TOO_MUCH, 0 };
          if (shift != pair[0])
            offer = price (self, shift);
          if (offer.cost < best.cost)
            {
              best = offer;
              pair[chosen] = shift;
            }
        }
      exact.earliest = exact.latest = exact.start = best.start;
      self->visit = &exact;
      self->patience = 0;
    }
  self->visit = visit;
  if (pair[0] == NULL || pair[1] == NULL)
    return;
  take (self, visit, pair[0], exact.start);
  take (self, visit, pair[1], exact.start);
}

gint
gw_sample_get_role_start (const GwSampleShift *shift)
{
  return shift->start < 600 ? 665 : shift->start < 700 ? 890 : 900;
}

static void
prepare_shift (GwSampleWorld *self, GwSampleShift *shift)
{
  const GwSampleTeam *team = &self->teams[shift->team];
  guint place = GW_SAMPLE_COLLEAGUE (self, shift->colleague)->place_in_team;
  /* The break is known beforehand: mid-morning, mid-afternoon or early evening. */
  gint rest = shift->start < 600 ? 645 : shift->start < 700 ? 870 : 1105;
  GwSampleStop pause = { rest, rest + BREAK_MINUTES, { 0, 0 }, TRUE, GW_SAMPLE_NOBODY };

  gint role = gw_sample_get_role_start (shift);

  shift->n_stops = 0;
  add_stop (shift, pause);
  if (shift->role_minutes > 0)
    add_stop (shift,
              (GwSampleStop){ role, role + shift->role_minutes, { 0, 0 }, TRUE, GW_SAMPLE_NOBODY });
  if (gw_day_get_weekday (shift->day) == GW_WEDNESDAY && shift->start < MEETING_END &&
      shift->end > MEETING_START && gw_sample_roster_comes_to_meeting (team, place))
    add_stop (shift,
              (GwSampleStop){ MEETING_START, MEETING_END, team->centre, FALSE, GW_SAMPLE_NOBODY });
}

static void
look_at (Placing *self, const GwSampleVisit *visit)
{
  self->visit = visit;
  self->person = GW_SAMPLE_PERSON (self->world, visit->pattern->person);
}

static void
remove_stop (GwSampleShift *shift, guint at)
{
  shift->n_stops--;
  for (; at < shift->n_stops; at++)
    shift->stops[at] = shift->stops[at + 1];
}

/* Takes the visit at @at out if @visit can have its room and the other finds room elsewhere. */
static gboolean
push_out (Placing *self, GwSampleVisit *visit, GwSampleShift *shift, guint at)
{
  GwSampleShift before = *shift;
  GwSampleVisit *other = &g_array_index (self->visits, GwSampleVisit, shift->stops[at].visit);
  GwSampleVisit other_before = *other, visit_before = *visit;
  Offer offer;

  remove_stop (shift, at);
  look_at (self, visit);
  offer = price (self, shift);
  if (offer.cost < TOO_MUCH && shift->n_stops < GW_SAMPLE_MOST_STOPS)
    {
      take (self, visit, shift, offer.start);
      other->n_colleagues = 0;
      look_at (self, other);
      if (place_single (self, other))
        return TRUE;
      *other = other_before;
      *visit = visit_before;
    }
  *shift = before;
  return FALSE;
}

/* What found no room is tried once more, at the cost of moving one other visit. */
static void
repair (Placing *self, GwSampleVisit *visit)
{
  if (place_single (self, visit))
    return;
  for (guint i = 0; i < self->shifts->len; i++)
    {
      GwSampleShift *shift = g_ptr_array_index (self->shifts, i);
      for (guint at = 0; at < shift->n_stops; at++)
        if (shift->stops[at].visit != GW_SAMPLE_NOBODY && push_out (self, visit, shift, at))
          return;
    }
}

void
gw_sample_plan_day (GwSampleWorld *self, GArray *visits, GPtrArray *shifts)
{
  Placing placing = { .world = self, .shifts = shifts, .visits = visits };

  for (guint i = 0; i < shifts->len; i++)
    prepare_shift (self, g_ptr_array_index (shifts, i));
  for (guint i = 0; i < visits->len * N_ROUNDS; i++)
    {
      GwSampleVisit *visit = &g_array_index (visits, GwSampleVisit, i % visits->len);
      gboolean past = gw_day_compare (visit->day, self->spec.today) < 0;
      guint round = i / visits->len;

      if (visit->n_colleagues > 0)
        continue;
      look_at (&placing, visit);
      /* What has happened has happened, if late; what is to come stays open instead. */
      placing.patience = past && round >= 2 ? 45 * (gint) (round - 1) : 0;
      if (visit->pattern->needed > 1)
        place_pair (&placing, visit);
      else if (round == 0)
        place_single (&placing, visit);
      else if (round == 1 || past)
        repair (&placing, visit);
    }
}
