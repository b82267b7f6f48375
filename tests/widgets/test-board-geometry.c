/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points become rows, days and minutes and come back, in every view and reading direction. */
#include "config.h"

#include "gw-board-geometry.h"

static void
set_up (GwBoardGeometry *geometry, GwBoardView view, gboolean right_to_left)
{
  const double heights[] = { 45, 45, 120, 45, 28 };

  gw_board_geometry_init (geometry);
  geometry->view = view;
  geometry->right_to_left = right_to_left;
  geometry->width = 1182;
  geometry->height = 400;
  gw_board_geometry_set_rows (geometry, heights, G_N_ELEMENTS (heights));
}

static void
test_week_cells (gconstpointer data)
{
  GwBoardGeometry geometry;

  set_up (&geometry, GW_BOARD_VIEW_WEEK, GPOINTER_TO_INT (data));
  geometry.scroll_y = 20;
  for (gint row = 0; row < 5; row++)
    for (gint day = 0; day < 7; day++)
      {
        GwBoardBox box = gw_board_geometry_get_cell_box (&geometry, row, day);
        GwBoardSpot spot = gw_board_geometry_pick (&geometry, box.x + box.width / 2,
                                                   box.y + box.height / 2);
        g_assert_cmpint (spot.region, ==, GW_BOARD_REGION_ROWS);
        g_assert_cmpint (spot.row, ==, row);
        g_assert_cmpint (spot.day, ==, day);
        g_assert_cmpint (spot.minute, ==, -1);
      }
  gw_board_geometry_clear (&geometry);
}

static void
test_day_minutes (gconstpointer data)
{
  const double zooms[] = { GW_BOARD_ZOOM_WHOLE, GW_BOARD_ZOOM_HALF, GW_BOARD_ZOOM_HOUR };
  GwBoardGeometry geometry;

  set_up (&geometry, GW_BOARD_VIEW_DAY, GPOINTER_TO_INT (data));
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      geometry.zoom = zooms[i];
      geometry.scroll_x = 100;
      for (gint minute = 500; minute < 700; minute += 5)
        {
          GwBoardBox box = gw_board_geometry_get_span_box (&geometry, 1, minute, minute + 5);
          g_assert_cmpint (gw_board_geometry_get_minute (&geometry, box.x + box.width / 2), ==,
                           minute + 2);
          g_assert_cmpfloat_with_epsilon (box.width, 5 * zooms[i], 1e-6);
        }
    }
  gw_board_geometry_clear (&geometry);
}

static void
test_regions (void)
{
  GwBoardGeometry geometry;

  set_up (&geometry, GW_BOARD_VIEW_WEEK, FALSE);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 5, 5).region, ==, GW_BOARD_REGION_CORNER);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 200, 5).region, ==, GW_BOARD_REGION_AXIS);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 5, 40).region, ==, GW_BOARD_REGION_LANE_NAME);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 200, 40).region, ==, GW_BOARD_REGION_LANE);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 5, 90).region, ==, GW_BOARD_REGION_NAMES);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 5, 90).day, ==, -1);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, -1, 90).region, ==, GW_BOARD_REGION_NONE);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 300, 395).row, ==, -1);
  gw_board_geometry_clear (&geometry);
}

static void
test_opened_row (void)
{
  GwBoardGeometry geometry;

  set_up (&geometry, GW_BOARD_VIEW_WEEK, FALSE);
  /* Rows start at 76; the third is the opened one, 166 to 286. */
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 300, 167).row, ==, 2);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 300, 285).row, ==, 2);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 300, 287).row, ==, 3);
  gw_board_geometry_clear (&geometry);
}

static void
test_narrow_week_scrolls (void)
{
  GwBoardGeometry geometry;
  double width, height;

  set_up (&geometry, GW_BOARD_VIEW_WEEK, FALSE);
  geometry.width = 500;
  gw_board_geometry_get_content (&geometry, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 7 * 84, 1e-6);
  geometry.scroll_x = 1e6;
  gw_board_geometry_clamp_scroll (&geometry);
  g_assert_cmpfloat_with_epsilon (geometry.scroll_x, 7 * 84 - 348, 1e-6);
  g_assert_cmpint (gw_board_geometry_pick (&geometry, 499, 100).day, ==, 6);
  gw_board_geometry_clear (&geometry);
}

static void
test_axis_grows (void)
{
  GwBoardGeometry geometry;

  set_up (&geometry, GW_BOARD_VIEW_DAY, FALSE);
  gw_board_geometry_set_axis (&geometry, 420, 1320);
  g_assert_cmpint (geometry.axis_start, ==, 390);
  g_assert_cmpint (geometry.axis_end, ==, 1350);
  gw_board_geometry_set_axis (&geometry, 300, 1320);
  g_assert_cmpint (geometry.axis_start, ==, 0);
  g_assert_cmpint (geometry.axis_end, ==, 1440);
  gw_board_geometry_set_axis (&geometry, 1320, 1860);
  g_assert_cmpint (geometry.axis_end, ==, 1860);
  gw_board_geometry_clear (&geometry);
}

static void
test_zoom_keeps_minute (gconstpointer data)
{
  GwBoardGeometry geometry;

  set_up (&geometry, GW_BOARD_VIEW_DAY, GPOINTER_TO_INT (data));
  geometry.scroll_x = 300;
  gint before = gw_board_geometry_get_minute (&geometry, 600);
  gw_board_geometry_zoom_about (&geometry, 4.0, 600);
  g_assert_cmpint (ABS (gw_board_geometry_get_minute (&geometry, 600) - before), <=, 1);
  gw_board_geometry_zoom_about (&geometry, 100, 600);
  g_assert_cmpfloat (geometry.zoom, ==, 8.0);
  gw_board_geometry_clear (&geometry);
}

static void
test_reveal (gconstpointer data)
{
  GwBoardGeometry geometry;

  set_up (&geometry, GW_BOARD_VIEW_DAY, GPOINTER_TO_INT (data));
  for (gint minute = 390; minute < 1320; minute += 90)
    {
      GwBoardBox box = gw_board_geometry_get_span_box (&geometry, 4, minute, minute + 30);
      gw_board_geometry_reveal (&geometry, &box);
      box = gw_board_geometry_get_span_box (&geometry, 4, minute, minute + 30);
      GwBoardBox body = gw_board_geometry_get_body (&geometry);
      g_assert_cmpfloat (box.x, >=, body.x - 0.01);
      g_assert_cmpfloat (box.x + box.width, <=, body.x + body.width + 0.01);
      g_assert_cmpfloat (box.y, >=, body.y - 0.01);
      g_assert_cmpfloat (box.y + box.height, <=, body.y + body.height + 0.01);
    }
  gw_board_geometry_clear (&geometry);
}

static void
test_snap (void)
{
  g_assert_cmpint (gw_board_snap (482), ==, 480);
  g_assert_cmpint (gw_board_snap (483), ==, 485);
  g_assert_cmpint (gw_board_snap (-7), ==, 0);
}

static void
test_ribbon (void)
{
  GwBoardBox box = { 100, 0, 135, 14 };

  g_assert_cmpfloat (gw_board_ribbon_zoom (135, 420), ==, GW_BOARD_RIBBON_ZOOM);
  g_assert_cmpfloat (gw_board_ribbon_zoom (135, 540), ==, 0.25);
  g_assert_cmpint (gw_board_ribbon_minute (&box, FALSE, 420, 840, 100), ==, 420);
  g_assert_cmpint (gw_board_ribbon_minute (&box, FALSE, 420, 840, 100 + 0.32 * 60), ==, 480);
  g_assert_cmpint (gw_board_ribbon_minute (&box, TRUE, 420, 840, 235 - 0.32 * 60), ==, 480);
  g_assert_cmpint (gw_board_ribbon_minute (&box, FALSE, 420, 840, 900), ==, 840);
}

static void
test_stack (void)
{
  GwBoardSpan spans[] = { { 480, 510 }, { 490, 520 }, { 510, 540 }, { 600, 630 } };

  g_assert_cmpint (gw_board_stack (spans, G_N_ELEMENTS (spans)), ==, 2);
  g_assert_cmpint (spans[0].level, ==, 0);
  g_assert_cmpint (spans[1].level, ==, 1);
  g_assert_cmpint (spans[2].level, ==, 0);
  g_assert_cmpint (spans[2].n_levels, ==, 2);
  g_assert_cmpint (spans[3].n_levels, ==, 1);
  g_assert_cmpint (gw_board_stack (NULL, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/board/geometry/week-cells/ltr", NULL, test_week_cells);
  g_test_add_data_func ("/board/geometry/week-cells/rtl", GINT_TO_POINTER (1), test_week_cells);
  g_test_add_data_func ("/board/geometry/day-minutes/ltr", NULL, test_day_minutes);
  g_test_add_data_func ("/board/geometry/day-minutes/rtl", GINT_TO_POINTER (1), test_day_minutes);
  g_test_add_func ("/board/geometry/regions", test_regions);
  g_test_add_func ("/board/geometry/opened-row", test_opened_row);
  g_test_add_func ("/board/geometry/narrow-week-scrolls", test_narrow_week_scrolls);
  g_test_add_func ("/board/geometry/axis-grows", test_axis_grows);
  g_test_add_data_func ("/board/geometry/zoom/ltr", NULL, test_zoom_keeps_minute);
  g_test_add_data_func ("/board/geometry/zoom/rtl", GINT_TO_POINTER (1), test_zoom_keeps_minute);
  g_test_add_data_func ("/board/geometry/reveal/ltr", NULL, test_reveal);
  g_test_add_data_func ("/board/geometry/reveal/rtl", GINT_TO_POINTER (1), test_reveal);
  g_test_add_func ("/board/geometry/snap", test_snap);
  g_test_add_func ("/board/geometry/ribbon", test_ribbon);
  g_test_add_func ("/board/geometry/stack", test_stack);
  return g_test_run ();
}
