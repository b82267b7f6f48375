/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a shift is made of between its visits. */
#include "config.h"

#include "gw-board-segments.h"

static GArray *
make (const GwBoardItem *items, guint n_items, gint start, gint end, gint break_start)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (GwBoardSegment));

  gw_board_segments_append (segments, items, n_items, start, end, break_start);
  return segments;
}

/* The first segment of a kind; its start is −1 when there is none. */
static GwBoardSegment
find (GArray *segments, GwBoardSegmentKind kind)
{
  for (guint i = 0; i < segments->len; i++)
    if (g_array_index (segments, GwBoardSegment, i).kind == kind)
      return g_array_index (segments, GwBoardSegment, i);
  return (GwBoardSegment){ kind, -1, -1 };
}

static void
assert_in_order (GArray *segments)
{
  for (guint i = 1; i < segments->len; i++)
    g_assert_cmpint (g_array_index (segments, GwBoardSegment, i - 1).end, <=,
                     g_array_index (segments, GwBoardSegment, i).start);
}

static void
test_empty_shift (void)
{
  g_autoptr (GArray) segments = make (NULL, 0, 420, 840, GW_BOARD_BREAK_GUESS);

  /* Seven hours: free, a break in the middle, free. */
  g_assert_cmpuint (segments->len, ==, 3);
  g_assert_cmpint (find (segments, GW_BOARD_SEGMENT_BREAK).start, ==, 620);
  g_assert_cmpint (find (segments, GW_BOARD_SEGMENT_BREAK).end, ==, 640);
  assert_in_order (segments);
}

static void
test_no_break_in_six_hours (void)
{
  g_autoptr (GArray) segments = make (NULL, 0, 420, 780, GW_BOARD_BREAK_GUESS);

  g_assert_cmpint (find (segments, GW_BOARD_SEGMENT_BREAK).start, ==, -1);
  g_assert_cmpuint (segments->len, ==, 1);
}

static void
test_free_time_of_25 (void)
{
  const GwBoardItem items[] = {
    { GW_BOARD_SEGMENT_VISIT, 445, 480, 0 },
    { GW_BOARD_SEGMENT_VISIT, 514, 540, 10 },
  };
  g_autoptr (GArray) segments = make (items, 2, 420, 540, GW_BOARD_BREAK_GUESS);
  GwBoardSegment gap = find (segments, GW_BOARD_SEGMENT_FREE);

  /* 07:00–07:25 is free; 08:00–08:24 less than 25 minutes, so not. */
  g_assert_cmpint (gap.start, ==, 420);
  g_assert_cmpint (gap.end, ==, 445);
  g_assert_cmpuint (segments->len, ==, 4);
  assert_in_order (segments);
}

static void
test_travel_ends_at_visit (void)
{
  const GwBoardItem items[] = {
    { GW_BOARD_SEGMENT_VISIT, 420, 450, -1 },
    { GW_BOARD_SEGMENT_VISIT, 480, 510, 8 },
  };
  g_autoptr (GArray) segments = make (items, 2, 420, 510, GW_BOARD_BREAK_GUESS);
  GwBoardSegment travel = find (segments, GW_BOARD_SEGMENT_TRAVEL);

  g_assert_cmpint (travel.start, ==, 472);
  g_assert_cmpint (travel.end, ==, 480);
}

static void
test_tight_travel (void)
{
  /* 8 minutes and a buffer of 3 want 11; there are 10. */
  const GwBoardItem items[] = {
    { GW_BOARD_SEGMENT_VISIT, 420, 450, -1 },
    { GW_BOARD_SEGMENT_VISIT, 460, 490, 8 },
  };
  g_autoptr (GArray) segments = make (items, 2, 420, 490, GW_BOARD_BREAK_GUESS);

  g_assert_cmpint (find (segments, GW_BOARD_SEGMENT_TIGHT).start, >=, 0);
  g_assert_cmpint (find (segments, GW_BOARD_SEGMENT_TRAVEL).start, ==, -1);
}

static void
test_known_break (void)
{
  g_autoptr (GArray) segments = make (NULL, 0, 420, 840, 500);

  g_assert_cmpint (find (segments, GW_BOARD_SEGMENT_BREAK).start, ==, 500);
  g_assert_cmpuint (segments->len, ==, 3);
  assert_in_order (segments);
}

static void
test_without_shift (void)
{
  const GwBoardItem items[] = { { GW_BOARD_SEGMENT_VISIT, 480, 510, -1 } };
  g_autoptr (GArray) segments = make (items, 1, 0, 0, GW_BOARD_BREAK_GUESS);

  g_assert_cmpuint (segments->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/segments/empty-shift", test_empty_shift);
  g_test_add_func ("/board/segments/no-break-in-six-hours", test_no_break_in_six_hours);
  g_test_add_func ("/board/segments/free-time-of-25", test_free_time_of_25);
  g_test_add_func ("/board/segments/travel-ends-at-visit", test_travel_ends_at_visit);
  g_test_add_func ("/board/segments/tight-travel", test_tight_travel);
  g_test_add_func ("/board/segments/known-break", test_known_break);
  g_test_add_func ("/board/segments/without-shift", test_without_shift);
  return g_test_run ();
}
