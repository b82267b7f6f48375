/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies under the cards of a day: shifts, time away, and what a shift is made of between its
 * visits.
 */
#include "config.h"

#include "gw-board-draw-private.h"

#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

#define HATCH_WORDS_FROM 24
#define BAR_TOP 10
#define ABSENCE_WIDTH 120

static void
draw_travel (GwBoard *self, GtkSnapshot *snapshot, const GwBoardSegment *segment, GwBoardBox box)
{
  gboolean tight = segment->kind == GW_BOARD_SEGMENT_TIGHT;
  const GdkRGBA *color = tight ? &self->colors.warning : &self->colors.hatch;
  GwBoardBox bar = { box.x, box.y + box.height / 2 - 4, box.width, 8 };
  GwBoardBox words = { box.x, bar.y - gw_board_px (self, 14), box.width, gw_board_px (self, 14) };
  g_autofree char *minutes = g_strdup_printf ("%d", segment->end - segment->start);

  gw_board_pictures_paint_hatch (self->pool.pictures, snapshot, GTK_WIDGET (self), &bar, 5, color);
  if (box.width >= HATCH_WORDS_FROM)
    gw_board_draw_words (self, snapshot, minutes, &words,
                         tight ? &self->colors.warning : &self->colors.dim);
}

static void
draw_free (GwBoard *self, GtkSnapshot *snapshot, const GwBoardSegment *segment, GwBoardBox box)
{
  g_autofree char *words = g_strdup_printf (_ ("free %d"), segment->end - segment->start);
  g_autofree char *minutes = g_strdup_printf ("%d", segment->end - segment->start);

  box.x += 3;
  box.width -= 6;
  box.y += BAR_TOP;
  box.height -= 2 * BAR_TOP;
  gw_board_paint_dotted (snapshot, &box, &self->colors.hatch);
  if (!gw_board_draw_words (self, snapshot, words, &box, &self->colors.dim))
    gw_board_draw_words (self, snapshot, minutes, &box, &self->colors.dim);
}

/* Its minutes stand beside the cup where there is room. */
static void
draw_break (GwBoard *self, GtkSnapshot *snapshot, const GwBoardSegment *segment, GwBoardBox box)
{
  g_autofree char *minutes = g_strdup_printf ("%d", segment->end - segment->start);
  GwBoardBox words = { box.x + GW_BOARD_BREAK_ICON, box.y, box.width - GW_BOARD_BREAK_ICON,
                       box.height };

  if (box.width < GW_BOARD_BREAK_ICON)
    return;
  if (self->geometry.right_to_left)
    words.x = box.x;
  if (gw_board_draw_words (self, snapshot, minutes, &words, &self->colors.dim))
    {
      box.x += self->geometry.right_to_left ? box.width / 2 : 0;
      box.width /= 2;
    }
  gw_board_paint_icon (snapshot, GTK_WIDGET (self), "gw-break-symbolic",
                       box.x + (box.width - GW_BOARD_BREAK_ICON) / 2,
                       box.y + (box.height - GW_BOARD_BREAK_ICON) / 2, GW_BOARD_BREAK_ICON,
                       &self->colors.dim);
}

static void
draw_team (GwBoard *self, GtkSnapshot *snapshot, GwBoardBox box)
{
  GdkRGBA wash = self->colors.team;
  GwBoardBox inner = { box.x + 1, box.y + 4, box.width - 2, box.height - 8 };

  wash.alpha *= 0.2f;
  gw_board_paint_box (snapshot, &inner, 6, &wash);
  gw_board_draw_words (self, snapshot, _ ("Team"), &inner, &self->colors.team_words);
}

/* What may still be elsewhere has a broken edge, as free time has. */
static void
draw_role_time (GwBoard *self, GtkSnapshot *snapshot, const GwBoardSegment *segment, GwBoardBox box)
{
  gint length = segment->end - segment->start;
  /* TRANSLATORS: in a day of the rota, in little room; %d is minutes */
  g_autofree char *words = g_strdup_printf (_ ("role time %d"), length);
  g_autofree char *minutes = g_strdup_printf ("%d", length);
  GdkRGBA wash = self->colors.team;
  GwBoardBox inner = { box.x + 1, box.y + 4, box.width - 2, box.height - 8 };

  wash.alpha *= 0.2f;
  gw_board_paint_box (snapshot, &inner, 6, &wash);
  if (segment->kind == GW_BOARD_SEGMENT_ROLE_ANY)
    gw_board_paint_dotted (snapshot, &inner, &self->colors.team);
  if (!gw_board_draw_words (self, snapshot, words, &inner, &self->colors.team_words))
    gw_board_draw_words (self, snapshot, minutes, &inner, &self->colors.team_words);
}

static void
draw_segment (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardSegment *segment)
{
  GwBoardBox box = gw_board_geometry_get_span_box (&self->geometry, shown, segment->start,
                                                   segment->end);

  switch (segment->kind)
    {
    case GW_BOARD_SEGMENT_TRAVEL:
    case GW_BOARD_SEGMENT_TIGHT:
      draw_travel (self, snapshot, segment, box);
      break;
    case GW_BOARD_SEGMENT_FREE:
      draw_free (self, snapshot, segment, box);
      break;
    case GW_BOARD_SEGMENT_BREAK:
      draw_break (self, snapshot, segment, box);
      break;
    case GW_BOARD_SEGMENT_TEAM:
      draw_team (self, snapshot, box);
      break;
    case GW_BOARD_SEGMENT_ROLE:
    case GW_BOARD_SEGMENT_ROLE_ANY:
      draw_role_time (self, snapshot, segment, box);
      break;
    case GW_BOARD_SEGMENT_VISIT:
    case GW_BOARD_SEGMENT_WELLBEING:
    default:
      break;
    }
}

/* Shifts as bands, where their colleague is there; what lies outside of them is paler. */
static void
draw_shift (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardCell *cell,
            const GwBoardShift *shift)
{
  GwBoardStretch parts[2];
  guint n = gw_board_cell_list_present (cell, shift->start, shift->end, parts);

  for (guint i = 0; i < n; i++)
    {
      GwBoardBox box = gw_board_geometry_get_span_box (&self->geometry, shown, parts[i].start,
                                                       parts[i].end);
      box.y += 2;
      box.height -= 4;
      gw_board_paint_box (snapshot, &box, 8, &self->colors.shade);
    }
}

static void
draw_shifts (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardCell *cell)
{
  for (guint i = 0; i < cell->n_shifts; i++)
    draw_shift (self, snapshot, shown, cell,
                gw_board_week_get_shift (self->week, cell->first_shift + i));
}

static void
draw_absence (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardCell *cell)
{
  g_autofree char *words = NULL;
  GwBoardBox box;

  if (cell->absence == 0)
    return;
  words = gw_board_words_shift (cell);
  box = gw_board_geometry_get_span_box (&self->geometry, shown,
                                        MAX (cell->absence_start, self->geometry.axis_start),
                                        MIN (cell->absence_end, self->geometry.axis_end));
  gw_board_pictures_paint_hatch (self->pool.pictures, snapshot, GTK_WIDGET (self), &box, 9,
                                 &self->colors.line);
  box.x = gw_board_geometry_get_body (&self->geometry).x;
  box.width = gw_board_px (self, ABSENCE_WIDTH);
  if (words != NULL)
    gw_board_draw_words (self, snapshot, words, &box, &self->colors.dim);
}

void
gw_board_draw_day_rows (GwBoard *self, GtkSnapshot *snapshot)
{
  for (gint shown = 0; shown < (gint) self->layout.shown->len; shown++)
    {
      gint row = gw_board_get_shown_row (self, shown);
      const GwBoardCell *cell;

      if (row < 0 || !gw_board_row_is_visible (self, shown))
        continue;
      cell = gw_board_week_get_cell (self->week, row, self->geometry.day);
      draw_shifts (self, snapshot, shown, cell);
      draw_absence (self, snapshot, shown, cell);
      for (guint i = 0; i < cell->n_segments; i++)
        draw_segment (self, snapshot, shown,
                      gw_board_week_get_segment (self->week, cell->first_segment + i));
    }
}
