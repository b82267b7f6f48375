/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of a card; what is said later overrides what was said before. */
#include "config.h"

#include "gw-board-look.h"

#define RADIUS_BLOCK 6
#define RADIUS_LINE 5

/** Look: names of colours in the style sheet; NULL: none. */
typedef struct
{
  const char *fill;
  const char *edge;
  const char *stripe;
} Look;

static Look
choose (const GwBoardEntry *entry)
{
  Look look = { "gw_card_fill", "gw_card_edge", "gw_card_stripe" };

  if (entry->flags & GW_BOARD_ENTRY_CRITICAL)
    look = (Look){ "gw_critical_fill", "gw_critical_edge", look.stripe };
  if (entry->flags & GW_BOARD_ENTRY_FLEXIBLE)
    look = (Look){ "view_bg_color", "gw_flexible_edge", NULL };
  if (entry->flags & GW_BOARD_ENTRY_WELLBEING)
    look = (Look){ "gw_wellbeing_fill", "gw_wellbeing_edge", "success_bg_color" };
  if (entry->flags & GW_BOARD_ENTRY_UNPLANNED)
    look.fill = "view_bg_color";
  if (entry->row < 0)
    look = (Look){ "gw_lane_fill", "gw_lane_edge", "warning_bg_color" };
  if (entry->severity == GW_BOARD_GIVES_WAY)
    look.edge = "warning_color";
  if (entry->severity == GW_BOARD_CANNOT)
    look = (Look){ look.fill, "error_color", "error_color" };
  if (entry->flags & (GW_BOARD_ENTRY_DONE | GW_BOARD_ENTRY_PAST))
    look = (Look){ "gw_past_fill", "gw_past_edge", NULL };
  return look;
}

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA color = { 0, 0, 0, 0 };

  if (name != NULL)
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  return color;
}

/* @tint lies over what is there. */
static void
tint (GdkRGBA *color, const GdkRGBA *with)
{
  color->red += (with->red - color->red) * with->alpha;
  color->green += (with->green - color->green) * with->alpha;
  color->blue += (with->blue - color->blue) * with->alpha;
}

GwBoardFrame
gw_board_look_up (GtkWidget *widget, const GwBoardEntry *entry, GwBoardCardShape shape,
                  gboolean chosen)
{
  Look look = choose (entry);
  GwBoardFrame frame = {
    .fill = look_up (widget, look.fill),
    .edge = look_up (widget, chosen ? "accent_color" : look.edge),
    .stripe = look_up (widget, look.stripe),
    .radius = shape == GW_BOARD_CARD_LINE ? RADIUS_LINE : RADIUS_BLOCK,
    .edge_width = chosen ? 2 : 1,
  };
  GdkRGBA chosen_tint;

  if (!chosen && (entry->flags & GW_BOARD_ENTRY_FLEXIBLE) != 0)
    frame.flags |= GW_BOARD_FRAME_DASHED;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    frame.flags |= GW_BOARD_FRAME_TURNED;
  if (chosen)
    {
      chosen_tint = look_up (widget, "gw_chosen_tint");
      tint (&frame.fill, &chosen_tint);
    }
  return frame;
}
