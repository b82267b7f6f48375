/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text for pages: one way to make a layout, so that what is measured is what is painted, by
 * whichever painter. Any thread; each has a context of its own.
 */
#pragma once

#include "gw-scene.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * gw_page_layout_new: @text in @style, wrapped at @width (1/1000 mm; ≤ 0: one line), in points with
 * @context's resolution at 72 dpi. What would fill a page, or four lines in bold, ends with an
 * ellipsis. (transfer full)
 */
PangoLayout *gw_page_layout_new (PangoContext *context, const GwTextStyle *style, gint32 width,
                                 const char *text);

/** gw_page_context_get: this thread's own context, at 72 dpi without hinting. (transfer none) */
PangoContext *gw_page_context_get (void);

/** gw_page_to_points: 1/1000 mm to points (1/72 inch). */
double gw_page_to_points (gint32 length);

/** gw_page_from_points: points to 1/1000 mm, rounded up. */
gint32 gw_page_from_points (double points);

G_END_DECLS
