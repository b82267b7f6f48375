/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Builds a problem. Add places, matrices, people, colleagues, shifts, operations, links in any
 * order (what is named must be there when it is sealed), then seal. Adders return the
 * new index and copy what they are handed. A builder belongs to one thread.
 *
 * Adders never fail visibly: memory or range faults are remembered and reported by
 * gw_engine_builder_seal(), so that the caller handles them once.
 */
#pragma once

#include "gw-engine-problem.h"

/* An unsealed problem. */
typedef struct GwEngineBuilder GwEngineBuilder;

/* What sealing can say. */
typedef enum
{
  GW_ENGINE_OK,
  GW_ENGINE_NO_MEMORY,
  GW_ENGINE_BAD_INDEX, /* something refers to what does not exist */
  GW_ENGINE_BAD_VALUE, /* a time, duration, window, weight or size out of range */
} GwEngineStatus;

/* The first fault found while building. @what names the array ("operation", "shift", …; static; or
 * "costs": they could add up to more than 64 bits hold) and @index the element, in the order of
 * adding. */
typedef struct
{
  GwEngineStatus status;
  const char *what;
  int32_t index;
} GwEngineFault;

/* Makes a builder for a horizon of @n_days starting on @first_weekday (0 Monday … 6 Sunday), with
 * default settings. Returns NULL without memory. Free it, also after sealing. */
GwEngineBuilder *gw_engine_builder_new (int32_t n_days, int32_t first_weekday)
    __attribute__ ((warn_unused_result));

/* Frees @builder; NULL is allowed. */
void gw_engine_builder_free (GwEngineBuilder *builder);

/* Lends the settings for changing them: weights, buffer, density, ticks per day. */
GwEngineSettings *gw_engine_builder_get_settings (GwEngineBuilder *builder);

/* The most places, and ways to travel, that there may be. */
#define GW_ENGINE_PLACES_MAX 40000
#define GW_ENGINE_MODES_MAX 64

/* Says that there are @n_places places and @n_modes ways to travel (at least 1). Must come before
 * travel times are set and before sealing. All travel times start at GW_ENGINE_FAR, 0 on the
 * diagonal. The builder and each problem take 4 · places² · modes bytes for them. */
void gw_engine_builder_set_places (GwEngineBuilder *builder, int32_t n_places, int32_t n_modes);

/* Sets one travel time (≥ 0, directed). */
void gw_engine_builder_set_travel (GwEngineBuilder *builder, int32_t mode, int32_t from, int32_t to,
                                   int32_t time);

/* Fills @person with defaults. */
void gw_engine_person_init (GwEnginePerson *person);

/* Adds a person. */
int32_t gw_engine_builder_add_person (GwEngineBuilder *builder, const GwEnginePerson *person);

/* Fills @colleague with the defaults named in its declaration; no skills. */
void gw_engine_colleague_init (GwEngineColleague *colleague);

/* Adds a colleague. */
int32_t gw_engine_builder_add_colleague (GwEngineBuilder *builder,
                                         const GwEngineColleague *colleague);

/* Gives @colleague the skills in @skills from @first_day to @last_day (both included; days
 * outside the horizon are cut). */
void gw_engine_builder_add_skills (GwEngineBuilder *builder, int32_t colleague, uint64_t skills,
                                   int32_t first_day, int32_t last_day);

/* Fills @shift with an open shift on @day from @start to @end that may take operations. */
void gw_engine_shift_init (GwEngineShift *shift, int32_t day, int32_t start, int32_t end);

/* Adds a shift. */
int32_t gw_engine_builder_add_shift (GwEngineBuilder *builder, const GwEngineShift *shift);

/* Lets @colleague hold @shift. The colleague it starts with is always eligible. */
void gw_engine_builder_add_eligible (GwEngineBuilder *builder, int32_t shift, int32_t colleague);

/* Adds role time or a meeting to a shift; breaks are made by sealing. Returns a number for
 * gw_engine_problem_find_block(). */
int32_t gw_engine_builder_add_block (GwEngineBuilder *builder, const GwEngineBlock *block);

/* Fills @operation with defaults: nobody, nowhere, no pins, priority 1. */
void gw_engine_operation_init (GwEngineOperation *operation);

/* Adds an operation; it needs at least one window unless its start is pinned. */
int32_t gw_engine_builder_add_operation (GwEngineBuilder *builder,
                                         const GwEngineOperation *operation);

/* Adds a window in which @operation may start; several may lie on several days. @ideal may be
 * GW_ENGINE_NO_TIME. Windows must not overlap. */
void gw_engine_builder_add_window (GwEngineBuilder *builder, int32_t operation, int32_t open,
                                   int32_t close, int32_t ideal);

/* Adds a link. Returns its index, which is the subject of its contributions. At most
 * GW_ENGINE_UNIT_MAX operations may be joined by TOGETHER. */
int32_t gw_engine_builder_add_link (GwEngineBuilder *builder, const GwEngineLink *link);

/* Says how a colleague fits an operation: @rule is DECLINED, MUST or LIMIT (forbidden) or CHOICE
 * or LIKE (costs @points, ≥ 0, when this colleague does it; "they prefer Amina" is points for
 * everyone else). */
void gw_engine_builder_add_fit (GwEngineBuilder *builder, int32_t operation, int32_t colleague,
                                GwEngineRule rule, int32_t points);

/* Says that @colleague is away in [start, end). */
void gw_engine_builder_add_absence (GwEngineBuilder *builder, int32_t colleague, int32_t start,
                                    int32_t end);

/* Adds a colleague's wish about days and parts of the day. */
void gw_engine_builder_add_wish (GwEngineBuilder *builder, const GwEngineWish *wish);

/* Says that @colleague visited @person @visits times in the part of the 28 days before the
 * horizon's end that lies before it. */
void gw_engine_builder_add_history (GwEngineBuilder *builder, int32_t person, int32_t colleague,
                                    int32_t visits);

/* Puts @colleague into the regular team of @person. */
void gw_engine_builder_add_regular (GwEngineBuilder *builder, int32_t person, int32_t colleague);

/* Checks, sorts, folds and freezes. Returns a problem with one reference, or NULL with the first
 * fault in @fault (may be NULL). The builder keeps its data and can be changed and sealed again; a
 * fault of an adder itself (memory, gw_engine_builder_set_places(), _set_travel()) stays.
 * Cost: operations × (colleagues + shifts), shifts × (shifts + blocks), the square of each person's
 * visits, and for the lists of neighbours at worst operations². */
GwEngineProblem *gw_engine_builder_seal (GwEngineBuilder *builder, GwEngineFault *fault)
    __attribute__ ((warn_unused_result));
