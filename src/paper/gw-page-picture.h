/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pictures on pages. Internal to the layer; any thread.
 */
#pragma once

#include "gw-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/** gw_page_paint_picture: covers @node's place with its picture; nothing if it cannot be read. */
void gw_page_paint_picture (cairo_t *cr, const GwNode *node);

/** gw_page_trace_box: a path around @place with corners of @radius. */
void gw_page_trace_box (cairo_t *cr, GwRectangle place, gint32 radius);

G_END_DECLS
