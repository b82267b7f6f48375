/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Judges what a builder collected before it is sealed: every reference must exist and every number
 * must lie in its range, so that nothing behind the seal has to check again or can overflow.
 */
#include "gw-engine-builder-private.h"

#define AMOUNT_MAX 1000000000
#define WEIGHT_MAX 1000000

/* Remembers a fault of element @index of @what when @holds is false. */
static void
expect (GwEngineBuilder *builder, bool holds, GwEngineStatus status, const char *what, int index)
{
  if (!holds)
    gw_engine_builder_blame (builder, status, what, index);
}

static bool
is_time (int32_t time)
{
  return time >= -GW_ENGINE_TIME_MAX && time <= GW_ENGINE_TIME_MAX;
}

static bool
is_fair_share (int32_t share)
{
  return share == GW_ENGINE_NO_TIME || (share >= 0 && share <= 100000);
}

static bool
is_amount (int32_t amount)
{
  return amount >= 0 && amount <= AMOUNT_MAX;
}

static bool
is_span (int32_t span)
{
  return span >= 0 && span <= GW_ENGINE_TIME_MAX;
}

/* An index below @n, or none. */
static bool
is_index_or_none (int32_t index, int n)
{
  return index >= GW_ENGINE_NONE && index < n;
}

static bool
is_index (int32_t index, int n)
{
  return index >= 0 && index < n;
}

static void
check_settings (GwEngineBuilder *self)
{
  const GwEngineSettings *s = &self->settings;
  bool ok = s->n_days >= 1 && s->n_days <= 10000 && s->ticks_per_day >= 1 &&
            s->ticks_per_day <= 10000000 && s->first_weekday >= 0 && s->first_weekday <= 6;

  ok = ok && (int64_t) s->n_days * s->ticks_per_day <= GW_ENGINE_TIME_MAX;
  ok = ok && is_span (s->buffer_min) && s->buffer_percent >= 0 && s->buffer_percent <= 1000;
  /* The longest shift must not have more visits than 32 bits count. */
  ok = ok && s->density_minutes >= 1 && s->density_visits >= 0 &&
       s->density_visits <= 100000 && s->density_visits / s->density_minutes < 20000;
  ok = ok && s->break_margin_percent >= 0 && s->break_margin_percent < 50;
  ok = ok && (s->clock_change == GW_ENGINE_NO_TIME || is_time (s->clock_change)) &&
       s->clock_change_minutes >= -1440 && s->clock_change_minutes <= 1440;
  ok = ok && s->time_grid >= 1 && s->time_grid <= s->ticks_per_day;
  for (int i = 0; i < GW_ENGINE_N_RULES; i++)
    ok = ok && s->weight[i] >= 0 && s->weight[i] <= WEIGHT_MAX;
  expect (self, ok, GW_ENGINE_BAD_VALUE, "settings", 0);
}

static void
check_people (GwEngineBuilder *self)
{
  for (int i = 0; i < self->n_persons; i++)
    {
      const GwEnginePerson *p = &self->persons[i];

      expect (self, is_amount (p->small_team) && is_span (p->apart_minutes), GW_ENGINE_BAD_VALUE,
              "person", i);
    }
  for (int i = 0; i < self->n_colleagues; i++)
    {
      const GwEngineColleague *c = &self->colleagues[i];
      bool ok = is_span (c->week_minutes_min) && is_span (c->week_minutes_contract) &&
                is_span (c->week_minutes_max) && is_span (c->day_minutes_max) &&
                is_span (c->rest_hard) && is_span (c->rest_soft) && is_amount (c->days_hard) &&
                is_amount (c->days_soft) && is_span (c->weekly_rest_minutes);

      ok = ok && c->weekly_rest_days >= 1 && c->weekly_rest_days <= 10000 &&
           is_span (c->break_after) && is_span (c->break_minutes) && is_amount (c->days_before);
      ok = ok && (c->end_before == GW_ENGINE_NO_TIME || is_time (c->end_before)) &&
           c->lates_before >= 0 && c->lates_before <= 100000 && is_fair_share (c->lates_fair) &&
           c->weekends_before >= 0 && c->weekends_before <= 100000 &&
           is_fair_share (c->weekends_fair);
      ok = ok && is_span (c->average_minutes_max) && is_span (c->night_minutes_max) &&
           c->average_weeks >= 1 && c->average_weeks <= 1000 && is_span (c->minutes_before) &&
           is_amount (c->nights_before);
      expect (self, ok, GW_ENGINE_BAD_VALUE, "colleague", i);
      expect (self, is_index (c->mode, self->n_modes < 1 ? 1 : self->n_modes), GW_ENGINE_BAD_INDEX,
              "colleague", i);
    }
}

static void
check_shifts (GwEngineBuilder *self)
{
  for (int i = 0; i < self->n_shifts; i++)
    {
      const GwEngineShift *s = &self->shifts[i];

      expect (self,
              is_time (s->start) && is_time (s->end) && s->start < s->end &&
                  s->end - s->start <= GW_ENGINE_TIME_MAX / 1000 && is_span (s->flex_before) &&
                  is_span (s->flex_after) && is_amount (s->open_priority) &&
                  is_amount (s->change_cost) && s->day >= -1000000 && s->day <= 1000000,
              GW_ENGINE_BAD_VALUE, "shift", i);
      expect (self,
              is_index_or_none (s->colleague, self->n_colleagues) &&
                  is_index_or_none (s->reference_colleague, self->n_colleagues) &&
                  is_index_or_none (s->start_place, self->n_places) &&
                  is_index_or_none (s->end_place, self->n_places),
              GW_ENGINE_BAD_INDEX, "shift", i);
    }
  for (int i = 0; i < self->n_eligible; i++)
    expect (self,
            is_index (self->eligible[i].shift, self->n_shifts) &&
                is_index (self->eligible[i].colleague, self->n_colleagues),
            GW_ENGINE_BAD_INDEX, "eligible", i);
  for (int i = 0; i < self->n_blocks; i++)
    {
      const GwEngineBlock *b = &self->blocks[i];
      bool known = is_index (b->shift, self->n_shifts);

      expect (self, known && is_index_or_none (b->place, self->n_places), GW_ENGINE_BAD_INDEX,
              "block", i);
      expect (self,
              is_time (b->earliest) && is_time (b->latest) && b->earliest <= b->latest &&
                  b->duration >= 1 && is_span (b->duration) &&
                  (!known || (b->earliest >= self->shifts[b->shift].start &&
                              b->latest + b->duration <= self->shifts[b->shift].end)),
              GW_ENGINE_BAD_VALUE, "block", i);
    }
}

static void
check_operations (GwEngineBuilder *self)
{
  for (int i = 0; i < self->n_operations; i++)
    {
      const GwEngineOperation *o = &self->operations[i];

      expect (self,
              o->duration >= 1 && o->duration <= GW_ENGINE_TIME_MAX / 1000 &&
                  is_span (o->soft_tolerance) && is_amount (o->priority) &&
                  is_amount (o->change_cost) &&
                  (o->pin_start == GW_ENGINE_NO_TIME ||
                   (is_time (o->pin_start) && o->pin_shift != GW_ENGINE_NONE)) &&
                  (o->reference_start == GW_ENGINE_NO_TIME || is_time (o->reference_start)),
              GW_ENGINE_BAD_VALUE, "operation", i);
      expect (self,
              is_index_or_none (o->person, self->n_persons) &&
                  is_index_or_none (o->place, self->n_places) &&
                  is_index_or_none (o->alternative, 100000000) &&
                  is_index_or_none (o->visit, 100000000) &&
                  is_index_or_none (o->pin_shift, self->n_shifts) &&
                  is_index_or_none (o->reference_colleague, self->n_colleagues),
              GW_ENGINE_BAD_INDEX, "operation", i);
    }
  for (int i = 0; i < self->n_windows; i++)
    {
      const GwEngineWindow *w = &self->windows[i].window;

      expect (self, is_index (self->windows[i].operation, self->n_operations), GW_ENGINE_BAD_INDEX,
              "window", i);
      expect (self,
              is_time (w->open) && is_time (w->close) && w->open <= w->close &&
                  (w->ideal == GW_ENGINE_NO_TIME || is_time (w->ideal)),
              GW_ENGINE_BAD_VALUE, "window", i);
    }
  for (int i = 0; i < self->n_links; i++)
    {
      const GwEngineLink *l = &self->links[i];

      expect (self,
              is_index (l->a, self->n_operations) && is_index (l->b, self->n_operations) &&
                  l->a != l->b,
              GW_ENGINE_BAD_INDEX, "link", i);
      expect (self,
              l->kind <= GW_ENGINE_LINK_DIFFERENT &&
                  (l->kind != GW_ENGINE_LINK_TOGETHER || is_span (l->max)) &&
                  (l->kind != GW_ENGINE_LINK_GAP || is_span (l->min)) &&
                  (l->kind != GW_ENGINE_LINK_LAG ||
                   ((l->min == GW_ENGINE_NO_TIME || is_time (l->min)) &&
                    (l->max == INT32_MAX || is_time (l->max)) && l->min <= l->max)),
              GW_ENGINE_BAD_VALUE, "link", i);
    }
}

static bool
is_fit_rule (GwEngineRule rule)
{
  return rule == GW_ENGINE_RULE_DECLINED || rule == GW_ENGINE_RULE_MUST ||
         rule == GW_ENGINE_RULE_LIMIT || rule == GW_ENGINE_RULE_CHOICE ||
         rule == GW_ENGINE_RULE_LIKE;
}

static void
check_wishes (GwEngineBuilder *self)
{
  for (int i = 0; i < self->n_fits; i++)
    {
      const GwEngineFit *f = &self->fits[i];

      expect (self,
              is_index (f->operation, self->n_operations) &&
                  is_index (f->colleague, self->n_colleagues),
              GW_ENGINE_BAD_INDEX, "fit", i);
      expect (self, is_fit_rule (f->rule) && is_amount (f->points), GW_ENGINE_BAD_VALUE, "fit", i);
    }
  for (int i = 0; i < self->n_absences; i++)
    {
      const GwEngineAbsence *a = &self->absences[i];

      expect (self, is_index (a->colleague, self->n_colleagues), GW_ENGINE_BAD_INDEX, "absence", i);
      expect (self, is_time (a->start) && is_time (a->end) && a->start <= a->end,
              GW_ENGINE_BAD_VALUE, "absence", i);
    }
  for (int i = 0; i < self->n_wishes; i++)
    {
      expect (self, is_index (self->wishes[i].colleague, self->n_colleagues), GW_ENGINE_BAD_INDEX,
              "wish", i);
      expect (self, is_amount (self->wishes[i].points), GW_ENGINE_BAD_VALUE, "wish", i);
    }
}

static void
check_history (GwEngineBuilder *self)
{
  for (int i = 0; i < self->n_skills; i++)
    expect (self, is_index (self->skills[i].colleague, self->n_colleagues), GW_ENGINE_BAD_INDEX,
            "skills", i);
  for (int i = 0; i < self->n_history; i++)
    {
      expect (self,
              is_index (self->history[i].person, self->n_persons) &&
                  is_index (self->history[i].colleague, self->n_colleagues),
              GW_ENGINE_BAD_INDEX, "history", i);
      expect (self, self->history[i].visits >= 0 && self->history[i].visits <= 100000,
              GW_ENGINE_BAD_VALUE, "history", i);
    }
  for (int i = 0; i < self->n_regular; i++)
    expect (self,
            is_index (self->regular[i].person, self->n_persons) &&
                is_index (self->regular[i].colleague, self->n_colleagues),
            GW_ENGINE_BAD_INDEX, "regular", i);
}

void
gw_engine_builder_check (GwEngineBuilder *builder)
{
  check_settings (builder);
  check_people (builder);
  check_shifts (builder);
  check_operations (builder);
  check_wishes (builder);
  check_history (builder);
  if (builder->fault.status == GW_ENGINE_OK)
    expect (builder, gw_engine_builder_is_bounded (builder), GW_ENGINE_BAD_VALUE, "costs", 0);
}
