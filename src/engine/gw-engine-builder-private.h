/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a builder holds until it is sealed: one growing array for each kind of thing, in the order
 * of adding, and the first fault. Shared by the adders and by sealing.
 */
#pragma once

#include "gw-engine-builder.h"

/* Something that belongs to an operation, a shift or a person, not yet grouped by it. */
typedef struct
{
  int32_t operation;
  GwEngineWindow window;
} GwEngineAddedWindow;

typedef struct
{
  int32_t shift, colleague;
} GwEngineAddedEligible;

typedef struct
{
  int32_t colleague, first_day, last_day;
  uint64_t skills;
} GwEngineAddedSkills;

typedef struct
{
  int32_t person, colleague, visits;
} GwEngineAddedHistory;

/* A growing array of one type: items, number, capacity. */
#define GW_ENGINE_ARRAY(type, name) \
  type *name;                       \
  int n_##name, max_##name

struct GwEngineBuilder
{
  GwEngineFault fault;
  GwEngineSettings settings;
  int32_t n_places, n_modes;
  int32_t *travel;

  GW_ENGINE_ARRAY (GwEnginePerson, persons);
  GW_ENGINE_ARRAY (GwEngineColleague, colleagues);
  GW_ENGINE_ARRAY (GwEngineAddedSkills, skills);
  GW_ENGINE_ARRAY (GwEngineShift, shifts);
  GW_ENGINE_ARRAY (GwEngineAddedEligible, eligible);
  GW_ENGINE_ARRAY (GwEngineBlock, blocks);
  GW_ENGINE_ARRAY (GwEngineOperation, operations);
  GW_ENGINE_ARRAY (GwEngineAddedWindow, windows);
  GW_ENGINE_ARRAY (GwEngineLink, links);
  GW_ENGINE_ARRAY (GwEngineFit, fits);
  GW_ENGINE_ARRAY (GwEngineAbsence, absences);
  GW_ENGINE_ARRAY (GwEngineWish, wishes);
  GW_ENGINE_ARRAY (GwEngineAddedHistory, history);
  GW_ENGINE_ARRAY (GwEngineAddedHistory, regular);
};

/* Remembers a fault unless there is one already. */
void gw_engine_builder_blame (GwEngineBuilder *builder, GwEngineStatus status, const char *what,
                              int32_t index);

/* Checks every value and reference of @builder; faults are remembered. */
void gw_engine_builder_check (GwEngineBuilder *builder);

/* Whether no plan of @builder, which has been checked, can cost more than 64 bits hold. */
bool gw_engine_builder_is_bounded (const GwEngineBuilder *builder);
