/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-arena.h. Large requests get a chunk of their own; small ones share the first.
 */
#include "gw-engine-arena.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES ((size_t) 64 * 1024)
#define ALIGNMENT ((size_t) 16)

struct GwEngineChunk
{
  struct GwEngineChunk *next;
  unsigned char *bytes;
  size_t used, size;
};

static struct GwEngineChunk *
add_chunk (GwEngineArena *arena, size_t size)
{
  struct GwEngineChunk *chunk = malloc (sizeof *chunk);

  if (chunk == NULL)
    return NULL;
  chunk->size = size > CHUNK_BYTES ? size : CHUNK_BYTES;
  chunk->used = 0;
  chunk->bytes = calloc (1, chunk->size);
  if (chunk->bytes == NULL)
    {
      free (chunk);
      return NULL;
    }
  /* What is full at once does not come before the chunk that has room. */
  if (size > CHUNK_BYTES && arena->chunks != NULL)
    {
      chunk->next = arena->chunks->next;
      arena->chunks->next = chunk;
      return chunk;
    }
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  return chunk;
}

void *
gw_engine_arena_alloc (GwEngineArena *arena, size_t n, size_t size)
{
  struct GwEngineChunk *chunk = arena->chunks;
  size_t bytes;

  if (arena->has_failed || (n != 0 && size > SIZE_MAX / 4 / n))
    {
      arena->has_failed = true;
      return NULL;
    }
  bytes = (n * size + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
  if (chunk == NULL || chunk->size - chunk->used < bytes)
    chunk = add_chunk (arena, bytes);
  if (chunk == NULL)
    {
      arena->has_failed = true;
      return NULL;
    }
  chunk->used += bytes;
  return chunk->bytes + chunk->used - bytes;
}

void
gw_engine_arena_clear (GwEngineArena *arena)
{
  while (arena->chunks != NULL)
    {
      struct GwEngineChunk *next = arena->chunks->next;

      free (arena->chunks->bytes);
      free (arena->chunks);
      arena->chunks = next;
    }
  arena->has_failed = false;
}

void *
gw_engine_grow (void *array, int n, int *capacity, size_t size)
{
  int wanted = *capacity < 16 ? 32 : *capacity;
  void *moved;

  if (n < *capacity)
    return array;
  if (wanted > INT_MAX / 2)
    return NULL;
  wanted *= 2;
  if ((size_t) wanted > SIZE_MAX / size)
    return NULL;
  moved = realloc (array, (size_t) wanted * size);
  if (moved != NULL)
    *capacity = wanted;
  return moved;
}
