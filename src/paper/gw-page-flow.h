/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Page flow: a cursor that goes down a page and starts the next one when what comes does not fit,
 * with the same margins, footer and page numbers on each. Documents use it; internal to the layer.
 */
#pragma once

#include "gw-scene.h"

G_BEGIN_DECLS

/** GwPageFlow: one document in the making. Set @scene, @footer, then gw_page_flow_start(). */
typedef struct
{
  GwScene *scene;
  GwPage *page;
  const char *footer;
  gint32 left;
  gint32 width;
  gint32 y;
  gint32 bottom;
} GwPageFlow;

/** The inks and sizes that all sheets share. */
extern const GwInk gw_ink_black;
extern const GwInk gw_ink_soft;
extern const GwInk gw_ink_line;
extern const GwInk gw_ink_tint;

/** gw_page_flow_start: the first A4 page. @footer is lent and must outlive the flow; nullable. */
void gw_page_flow_start (GwPageFlow *self, GwScene *scene, const char *footer);

/** gw_page_flow_need: goes to a new page unless @height fits. Returns whether it did. */
gboolean gw_page_flow_need (GwPageFlow *self, gint32 height);

/** gw_page_flow_text: text over the whole width, and the cursor below it. */
void gw_page_flow_text (GwPageFlow *self, const GwTextStyle *style, const char *text);

/** gw_page_flow_gap: moves the cursor down. */
void gw_page_flow_gap (GwPageFlow *self, gint32 height);

/** gw_page_flow_end: numbers the pages ("Page 1 of 2") once all are there. */
void gw_page_flow_end (GwPageFlow *self);

G_END_DECLS
