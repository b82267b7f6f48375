/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small pictures of what would be costly to draw on every frame: hatching, the frames of cards with
 * their round corners and dashes, and the few words that stand in many places. A board shows hundreds of them, and most are alike in size and
 * colour; each is drawn once and then copied. Main thread.
 */
#pragma once

#include "gw-board-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GwBoardFrameFlags: DASHED: a broken edge; TURNED: the stripe lies on the right. */
typedef enum
{
  GW_BOARD_FRAME_PLAIN = 0,
  GW_BOARD_FRAME_DASHED = 1 << 0,
  GW_BOARD_FRAME_TURNED = 1 << 1
} GwBoardFrameFlags;

/**
 * GwBoardFrame: how a card looks without its words.
 * @stripe: of the bar along the side where reading begins; transparent: there is none
 * @radius: of the corners, pixels
 * @edge_width: pixels
 */
typedef struct
{
  GdkRGBA fill;
  GdkRGBA edge;
  GdkRGBA stripe;
  gint radius;
  gint edge_width;
  guint flags;
} GwBoardFrame;

typedef struct _GwBoardPictures GwBoardPictures;

/** gw_board_pictures_new: none yet. (transfer full) */
GwBoardPictures *gw_board_pictures_new (void);

/** gw_board_pictures_ref: another reference. */
GwBoardPictures *gw_board_pictures_ref (GwBoardPictures *self);

/** gw_board_pictures_unref: the last one frees the pictures. */
void gw_board_pictures_unref (GwBoardPictures *self);

/** gw_board_pictures_forget: what was kept depends on a style or a direction that is no more. */
void gw_board_pictures_forget (GwBoardPictures *self);

/**
 * gw_board_pictures_find_words: as gw_board_paint_text() makes them, for @widget or another one of the
 * same font. (transfer none)
 */
PangoLayout *gw_board_pictures_find_words (GwBoardPictures *self, GtkWidget *widget,
                                           const char *text, double scale, PangoWeight weight,
                                           gint width);

/** gw_board_pictures_get_n: how many are kept. */
guint gw_board_pictures_get_n (GwBoardPictures *self);

/**
 * gw_board_pictures_paint_hatch: lines at 45° across @box, moved to whole pixels, @pitch pixels
 * apart, as sharp as @widget is shown.
 */
void gw_board_pictures_paint_hatch (GwBoardPictures *self, GtkSnapshot *snapshot, GtkWidget *widget,
                                    const GwBoardBox *box, gint pitch, const GdkRGBA *color);

/** gw_board_pictures_paint_frame: @frame around @box, moved to whole pixels. */
void gw_board_pictures_paint_frame (GwBoardPictures *self, GtkSnapshot *snapshot, GtkWidget *widget,
                                    const GwBoardBox *box, const GwBoardFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwBoardPictures, gw_board_pictures_unref)

G_END_DECLS
