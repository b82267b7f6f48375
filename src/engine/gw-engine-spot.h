/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spots: the slots of all runs that an operation could take, judged by the hints of the runs (see
 * GwEngineSlot), each with the least that it could cost. Nearly all slots are
 * passed over with two comparisons; of the others those that are sure to be dearer than the best need
 * not be timed.
 */
#pragma once

#include "gw-engine-state.h"

/* Spots that are kept for one operation: of more the first, by shift. Some hundred shifts that all
 * could take it have so many. */
#define GW_ENGINE_MAX_SPOTS 1024

/* A slot that an operation could take. */
typedef struct GwEngineSpot
{
  int32_t shift, slot;
  int32_t earliest, latest; /* when it could start there */
  int64_t cost;             /* who holds the shift, detour; of a whole unit: the time, too */
} GwEngineSpot;

/* Whose runs are looked through for a visit. */
typedef enum
{
  GW_ENGINE_FACES_ALL,
  GW_ENGINE_FACES_KNOWN, /* to the person, from before or in this plan */
  GW_ENGINE_FACES_NEW,
} GwEngineFaces;

/* Lists the spots of @o in the runs of @faces (ALL when it is nobody's), all but about @blink in 1024, in spots[0 … GW_ENGINE_MAX_SPOTS - 1]: of what
 * is tried again only those in runs that this change has touched. With @is_half it is one of two that
 * start together: then in all runs, and what its time costs is left out. Returns how many. */
int32_t gw_engine_spots_list (GwEngineState *state, int32_t o, GwEngineFaces faces, int32_t blink,
                              bool is_half, GwEngineSpot *spots);

/* Takes the spot that could cost least out of spots[0 … n-1]. */
GwEngineSpot gw_engine_spots_take_least (GwEngineSpot *spots, int32_t n);

/* Sorts by cost. */
void gw_engine_spots_sort (GwEngineSpot *spots, int32_t n);
