/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that is freed all at once: a list of chunks, bumped. After the first refusal every
 * request fails and has_failed stays set, so that a caller may check once at the end of a series
 * of requests. One thread at a time.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise. */
typedef struct
{
  struct GwEngineChunk *chunks;
  bool has_failed;
} GwEngineArena;

/* Returns zeroed memory for @n elements of @size bytes, aligned to 16, or NULL. Asking for nothing
 * returns a valid pointer. */
void *gw_engine_arena_alloc (GwEngineArena *arena, size_t n, size_t size);

/* Frees everything. */
void gw_engine_arena_clear (GwEngineArena *arena);

/* Makes room for one more element in a malloc'ed array of @n elements: returns the array, perhaps
 * moved, or NULL (then the old one is untouched). @capacity is kept up to date. */
void *gw_engine_grow (void *array, int n, int *capacity, size_t size);

/* A typed gw_engine_arena_alloc(). */
#define GW_ENGINE_NEW(arena, type, n) \
  ((type *) gw_engine_arena_alloc ((arena), (size_t) (n), sizeof (type)))
