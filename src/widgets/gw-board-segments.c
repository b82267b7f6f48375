/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a shift: items first, travel before each, then the break and the free time in the gaps. */
#include "config.h"

#include "gw-board-segments.h"

typedef struct
{
  gint start;
  gint end;
} Gap;

static void
add_segment (GArray *segments, GwBoardSegmentKind kind, gint start, gint end)
{
  GwBoardSegment segment = { kind, start, end };

  if (end > start)
    g_array_append_val (segments, segment);
}

static void
add_gap (GArray *gaps, gint start, gint end)
{
  Gap gap = { start, end };

  if (end > start)
    g_array_append_val (gaps, gap);
}

/* A buffer of 3 minutes or 15 %, whichever is more. */
static gboolean
uses_buffer (gint travel, gint room)
{
  return room < travel + MAX (3, travel * 15 / 100);
}

static void
add_travel (GArray *segments, const GwBoardItem *item, gint free_from, gboolean first)
{
  gint begin = MAX (item->start - item->travel, free_from);
  gboolean tight = !first && uses_buffer (item->travel, item->start - free_from);

  add_segment (segments, tight ? GW_BOARD_SEGMENT_TIGHT : GW_BOARD_SEGMENT_TRAVEL, begin,
               item->start);
}

static void
add_items (GArray *segments, GArray *gaps, const GwBoardItem *items, guint n_items, gint *at)
{
  for (guint i = 0; i < n_items; i++)
    {
      const GwBoardItem *item = &items[i];
      gint travel = MAX (item->travel, 0);

      add_gap (gaps, *at, item->start - travel);
      if (travel > 0)
        add_travel (segments, item, *at, i == 0);
      add_segment (segments, item->kind, item->start, item->end);
      *at = MAX (*at, item->end);
    }
}

/* How far the break would be from the middle of the shift, or G_MAXINT when it does not fit. */
static gint
distance_of_break (const Gap *gap, gint middle, gint *out_start)
{
  gint wanted = middle - GW_BOARD_BREAK / 2;

  if (gap->end - gap->start < GW_BOARD_BREAK)
    return G_MAXINT;
  *out_start = CLAMP (wanted, gap->start, gap->end - GW_BOARD_BREAK);
  return ABS (*out_start - wanted);
}

/* Takes a known break out of the gap it lies in. */
static void
place_break (GArray *segments, GArray *gaps, gint break_start)
{
  add_segment (segments, GW_BOARD_SEGMENT_BREAK, break_start, break_start + GW_BOARD_BREAK);
  for (guint i = 0; i < gaps->len; i++)
    {
      Gap *gap = &g_array_index (gaps, Gap, i);
      gint gap_end = gap->end;

      if (break_start < gap->start || break_start >= gap_end)
        continue;
      gap->end = break_start;
      add_gap (gaps, break_start + GW_BOARD_BREAK, gap_end);
      return;
    }
}

static void
add_break (GArray *segments, GArray *gaps, gint start, gint end)
{
  gint best = G_MAXINT, best_start = 0;
  guint best_gap = 0;

  if (end - start <= GW_BOARD_BREAK_AFTER)
    return;
  for (guint i = 0; i < gaps->len; i++)
    {
      gint at = 0;
      gint distance = distance_of_break (&g_array_index (gaps, Gap, i), (start + end) / 2, &at);
      if (distance >= best)
        continue;
      best = distance;
      best_start = at;
      best_gap = i;
    }
  if (best == G_MAXINT)
    return;
  gint gap_end = g_array_index (gaps, Gap, best_gap).end;
  g_array_index (gaps, Gap, best_gap).end = best_start;
  add_gap (gaps, best_start + GW_BOARD_BREAK, gap_end);
  add_segment (segments, GW_BOARD_SEGMENT_BREAK, best_start, best_start + GW_BOARD_BREAK);
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  const GwBoardSegment *one = a, *other = b;
  return one->start != other->start ? one->start - other->start
                                    : (gint) one->kind - (gint) other->kind;
}

guint
gw_board_segments_append (GArray *segments, const GwBoardItem *items, guint n_items, gint start,
                          gint end, gint break_start)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (GwBoardSegment));
  gboolean has_shift = end > start;
  gint at = has_shift ? start : (n_items > 0 ? items[0].start : 0);

  add_items (own, gaps, items, n_items, &at);
  if (has_shift)
    {
      add_gap (gaps, at, end);
      if (break_start >= 0)
        place_break (own, gaps, break_start);
      else
        add_break (own, gaps, start, end);
      for (guint i = 0; i < gaps->len; i++)
        {
          const Gap *gap = &g_array_index (gaps, Gap, i);
          if (gap->end - gap->start >= GW_BOARD_FREE_LEAST)
            add_segment (own, GW_BOARD_SEGMENT_FREE, gap->start, gap->end);
        }
    }
  g_array_sort (own, compare_starts);
  g_array_append_vals (segments, own->data, own->len);
  return own->len;
}
