/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small strokes the board's widgets share: icons, dotted boxes, lines. All through
 * GtkSnapshot; colours come from the style sheet, so dark and high contrast follow by themselves.
 * Main thread.
 */
#pragma once

#include "gw-board-geometry.h"
#include "gw-board-segments.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GwBoardColors: the colours of the style sheet that drawing needs, looked up once a style change.
 * @line: hairlines
 * @faint: free time in a ribbon
 * @hatch: travel and absences
 * @team: meetings and role time
 * @shade: a wash behind today and the lane
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA line;
  GdkRGBA faint;
  GdkRGBA hatch;
  GdkRGBA accent;
  GdkRGBA visit;
  GdkRGBA wellbeing;
  GdkRGBA warning;
  GdkRGBA cannot;
  GdkRGBA team;
  GdkRGBA team_words; /* on a wash of it */
  GdkRGBA shade;
  GdkRGBA base;
} GwBoardColors;

/** gw_board_colors_look_up: fills @colors from the style of @widget. */
void gw_board_colors_look_up (GwBoardColors *colors, GtkWidget *widget);

/** gw_board_measure_scale: how large text is, 1.0 at 11 points on 96 dots an inch; at least 1. */
double gw_board_measure_scale (GtkWidget *widget);

/** gw_board_paint_box: fills @box, with rounded corners of @radius pixels. */
void gw_board_paint_box (GtkSnapshot *snapshot, const GwBoardBox *box, float radius,
                         const GdkRGBA *color);

/** gw_board_paint_dotted: a thin frame of short dashes along its edges. */
void gw_board_paint_dotted (GtkSnapshot *snapshot, const GwBoardBox *box, const GdkRGBA *color);

/** Icons of cards and of breaks, pixels. */
#define GW_BOARD_ICON 12
#define GW_BOARD_BREAK_ICON 14

/**
 * gw_board_load_icons: begins to load the icons of cards on another thread, so that the first drawing
 * that needs them need not. They stay loaded as long as the array is kept. (transfer full)
 */
GPtrArray *gw_board_load_icons (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/** gw_board_paint_icon: a symbolic icon of @size pixels at @x, @y. */
void gw_board_paint_icon (GtkSnapshot *snapshot, GtkWidget *widget, const char *icon_name, double x,
                          double y, double size, const GdkRGBA *color);

/** gw_board_paint_layout: @layout with its top left at @x, @y. */
void gw_board_paint_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y,
                            const GdkRGBA *color);

/** gw_board_paint_segment_color: the fill of a segment in ribbons; NULL: it is not filled. */
const GdkRGBA *gw_board_paint_segment_color (const GwBoardColors *colors, GwBoardSegmentKind kind);

/**
 * gw_board_paint_text: a layout of @widget's font, @scale times as large, at most @width pixels
 * wide (negative: as wide as needed), in one line. (transfer full)
 */
PangoLayout *gw_board_paint_text (GtkWidget *widget, const char *text, double scale,
                                  PangoWeight weight, double width);

G_END_DECLS
