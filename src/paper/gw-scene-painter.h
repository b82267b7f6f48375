/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cairo painter of scenes: onto a PDF, or onto whatever a print dialog hands over. Any thread.
 */
#pragma once

#include "gw-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/** GwPaintFlags: whether structure tags are written (a PDF surface) or not. */
typedef enum
{
  GW_PAINT_PLAIN,
  GW_PAINT_TAGGED
} GwPaintFlags;

/** gw_scene_paint_page: paints page @index; one user unit of @cr is a point (1/72 inch). */
void gw_scene_paint_page (const GwScene *scene, guint index, cairo_t *cr, GwPaintFlags flags);

G_END_DECLS
