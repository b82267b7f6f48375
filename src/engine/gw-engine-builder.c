/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects what a problem is made of. Nothing is judged here except memory and the travel matrix;
 * gw-engine-check.c judges, gw-engine-seal.c groups and freezes.
 */
#include "gw-engine-builder-private.h"

#include <stdlib.h>
#include <string.h>

#include "gw-engine-arena.h"

/* Appends @value to an array of the builder; without memory that is the builder's fault. */
#define APPEND(builder, name, value)                                                              \
  do                                                                                              \
    {                                                                                             \
      void *grown = gw_engine_grow ((builder)->name, (builder)->n_##name, &(builder)->max_##name, \
                                    sizeof *(builder)->name);                                     \
      if (grown == NULL)                                                                          \
        gw_engine_builder_blame ((builder), GW_ENGINE_NO_MEMORY, #name, (builder)->n_##name);     \
      else                                                                                        \
        {                                                                                         \
          (builder)->name = grown;                                                                \
          (builder)->name[(builder)->n_##name++] = (value);                                       \
        }                                                                                         \
    }                                                                                             \
  while (0)

void
gw_engine_builder_blame (GwEngineBuilder *builder, GwEngineStatus status, const char *what,
                         int32_t index)
{
  if (builder->fault.status == GW_ENGINE_OK)
    builder->fault = (GwEngineFault){ status, what, index };
}

GwEngineBuilder *
gw_engine_builder_new (int32_t n_days, int32_t first_weekday)
{
  GwEngineBuilder *self = calloc (1, sizeof *self);

  if (self == NULL)
    return NULL;
  self->settings = (GwEngineSettings){
    .n_days = n_days,
    .ticks_per_day = 1440,
    .first_weekday = first_weekday,
    .buffer_min = 3,
    .buffer_percent = 15,
    .density_visits = 10,
    .density_minutes = 420,
    .break_margin_percent = 25,
    .clock_change = GW_ENGINE_NO_TIME,
    .time_grid = 1,
  };
  for (int i = 0; i < GW_ENGINE_N_RULES; i++)
    self->settings.weight[i] = gw_engine_rule_get_info ((GwEngineRule) i)->default_weight;
  return self;
}

void
gw_engine_builder_free (GwEngineBuilder *builder)
{
  if (builder == NULL)
    return;
  free (builder->travel);
  free (builder->persons);
  free (builder->colleagues);
  free (builder->skills);
  free (builder->shifts);
  free (builder->eligible);
  free (builder->blocks);
  free (builder->operations);
  free (builder->windows);
  free (builder->links);
  free (builder->fits);
  free (builder->absences);
  free (builder->wishes);
  free (builder->history);
  free (builder->regular);
  free (builder);
}

GwEngineSettings *
gw_engine_builder_get_settings (GwEngineBuilder *builder)
{
  return &builder->settings;
}

void
gw_engine_builder_set_places (GwEngineBuilder *builder, int32_t n_places, int32_t n_modes)
{
  size_t cells;

  if (n_places < 0 || n_places > GW_ENGINE_PLACES_MAX || n_modes < 1 ||
      n_modes > GW_ENGINE_MODES_MAX)
    {
      gw_engine_builder_blame (builder, GW_ENGINE_BAD_VALUE, "places", n_places);
      return;
    }
  cells = (size_t) n_places * (size_t) n_places * (size_t) n_modes;
  free (builder->travel);
  builder->travel = malloc ((cells + 1) * sizeof *builder->travel);
  builder->n_places = builder->travel != NULL ? n_places : 0;
  builder->n_modes = n_modes;
  if (builder->travel == NULL)
    {
      gw_engine_builder_blame (builder, GW_ENGINE_NO_MEMORY, "places", n_places);
      return;
    }
  for (size_t i = 0; i < cells; i++)
    builder->travel[i] = GW_ENGINE_FAR;
  for (int32_t mode = 0; mode < n_modes; mode++)
    for (int32_t i = 0; i < n_places; i++)
      builder->travel[((size_t) mode * (size_t) n_places + (size_t) i) * (size_t) n_places +
                      (size_t) i] = 0;
}

void
gw_engine_builder_set_travel (GwEngineBuilder *builder, int32_t mode, int32_t from, int32_t to,
                              int32_t time)
{
  int32_t n = builder->n_places;

  if (mode < 0 || mode >= builder->n_modes || from < 0 || from >= n || to < 0 || to >= n)
    {
      gw_engine_builder_blame (builder, GW_ENGINE_BAD_INDEX, "travel", from);
      return;
    }
  if (time < 0)
    {
      gw_engine_builder_blame (builder, GW_ENGINE_BAD_VALUE, "travel", from);
      return;
    }
  builder->travel[((size_t) mode * (size_t) n + (size_t) from) * (size_t) n + (size_t) to] =
      time > GW_ENGINE_FAR ? GW_ENGINE_FAR : time;
}

void
gw_engine_person_init (GwEnginePerson *person)
{
  *person = (GwEnginePerson){ .small_team = 4, .apart_minutes = 150 };
}

int32_t
gw_engine_builder_add_person (GwEngineBuilder *builder, const GwEnginePerson *person)
{
  APPEND (builder, persons, *person);
  return builder->n_persons - 1;
}

void
gw_engine_colleague_init (GwEngineColleague *colleague)
{
  *colleague = (GwEngineColleague){
    .week_minutes_max = 2880,
    .rest_hard = 660,
    .rest_soft = 780,
    .days_hard = 6,
    .days_soft = 5,
    .weekly_rest_minutes = 2100,
    .weekly_rest_days = 7,
    .average_weeks = 17,
    .break_after = 360,
    .break_minutes = 20,
    .end_before = GW_ENGINE_NO_TIME,
    .lates_fair = GW_ENGINE_NO_TIME,
    .weekends_fair = GW_ENGINE_NO_TIME,
  };
}

int32_t
gw_engine_builder_add_colleague (GwEngineBuilder *builder, const GwEngineColleague *colleague)
{
  APPEND (builder, colleagues, *colleague);
  return builder->n_colleagues - 1;
}

void
gw_engine_builder_add_skills (GwEngineBuilder *builder, int32_t colleague, uint64_t skills,
                              int32_t first_day, int32_t last_day)
{
  GwEngineAddedSkills added = { colleague, first_day, last_day, skills };

  APPEND (builder, skills, added);
}

void
gw_engine_shift_init (GwEngineShift *shift, int32_t day, int32_t start, int32_t end)
{
  *shift = (GwEngineShift){
    .day = day,
    .start = start,
    .end = end,
    .start_place = GW_ENGINE_NONE,
    .end_place = GW_ENGINE_NONE,
    .colleague = GW_ENGINE_NONE,
    .may_take = true,
    .reference_colleague = GW_ENGINE_NONE,
  };
}

int32_t
gw_engine_builder_add_shift (GwEngineBuilder *builder, const GwEngineShift *shift)
{
  APPEND (builder, shifts, *shift);
  return builder->n_shifts - 1;
}

void
gw_engine_builder_add_eligible (GwEngineBuilder *builder, int32_t shift, int32_t colleague)
{
  GwEngineAddedEligible added = { shift, colleague };

  APPEND (builder, eligible, added);
}

int32_t
gw_engine_builder_add_block (GwEngineBuilder *builder, const GwEngineBlock *block)
{
  APPEND (builder, blocks, *block);
  return builder->n_blocks - 1;
}

void
gw_engine_operation_init (GwEngineOperation *operation)
{
  *operation = (GwEngineOperation){
    .person = GW_ENGINE_NONE,
    .place = GW_ENGINE_NONE,
    .visit = GW_ENGINE_NONE,
    .duration = 1,
    .priority = 1,
    .alternative = GW_ENGINE_NONE,
    .pin_shift = GW_ENGINE_NONE,
    .pin_start = GW_ENGINE_NO_TIME,
    .reference_colleague = GW_ENGINE_NONE,
    .reference_start = GW_ENGINE_NO_TIME,
  };
}

int32_t
gw_engine_builder_add_operation (GwEngineBuilder *builder, const GwEngineOperation *operation)
{
  APPEND (builder, operations, *operation);
  return builder->n_operations - 1;
}

void
gw_engine_builder_add_window (GwEngineBuilder *builder, int32_t operation, int32_t open,
                              int32_t close, int32_t ideal)
{
  GwEngineAddedWindow added = { operation, { open, close, ideal } };

  APPEND (builder, windows, added);
}

int32_t
gw_engine_builder_add_link (GwEngineBuilder *builder, const GwEngineLink *link)
{
  APPEND (builder, links, *link);
  return builder->n_links - 1;
}

void
gw_engine_builder_add_fit (GwEngineBuilder *builder, int32_t operation, int32_t colleague,
                           GwEngineRule rule, int32_t points)
{
  GwEngineFit added = { operation, colleague, rule, points };

  APPEND (builder, fits, added);
}

void
gw_engine_builder_add_absence (GwEngineBuilder *builder, int32_t colleague, int32_t start,
                               int32_t end)
{
  GwEngineAbsence added = { colleague, start, end };

  APPEND (builder, absences, added);
}

void
gw_engine_builder_add_wish (GwEngineBuilder *builder, const GwEngineWish *wish)
{
  APPEND (builder, wishes, *wish);
}

void
gw_engine_builder_add_history (GwEngineBuilder *builder, int32_t person, int32_t colleague,
                               int32_t visits)
{
  GwEngineAddedHistory added = { person, colleague, visits };

  APPEND (builder, history, added);
}

void
gw_engine_builder_add_regular (GwEngineBuilder *builder, int32_t person, int32_t colleague)
{
  GwEngineAddedHistory added = { person, colleague, 1 };

  APPEND (builder, regular, added);
}
