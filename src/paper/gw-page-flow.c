/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cursor down the pages. */
#include "config.h"

#include "gw-page-flow.h"

#include <glib/gi18n-lib.h>

#define MARGIN GW_MM (16)
#define FOOTER_HEIGHT GW_MM (12)

/* Dark enough for a mono laser printer: the lightest text ink prints at 70 % black. */
const GwInk gw_ink_black = { 0.10, 0.11, 0.13 };
const GwInk gw_ink_soft = { 0.32, 0.34, 0.38 };
const GwInk gw_ink_line = { 0.72, 0.74, 0.77 };
const GwInk gw_ink_tint = { 0.93, 0.95, 0.97 };

static void
add_page (GwPageFlow *self)
{
  self->page = gw_scene_add_page (self->scene, GW_A4_WIDTH, GW_A4_HEIGHT);
  self->y = MARGIN;
}

void
gw_page_flow_start (GwPageFlow *self, GwScene *scene, const char *footer)
{
  self->scene = scene;
  self->footer = footer;
  self->left = MARGIN;
  self->width = GW_A4_WIDTH - 2 * MARGIN;
  self->bottom = GW_A4_HEIGHT - MARGIN - FOOTER_HEIGHT;
  add_page (self);
}

gboolean
gw_page_flow_need (GwPageFlow *self, gint32 height)
{
  if (self->y + height <= self->bottom)
    return FALSE;
  add_page (self);
  return TRUE;
}

void
gw_page_flow_text (GwPageFlow *self, const GwTextStyle *style, const char *text)
{
  gw_page_flow_need (self, gw_text_measure (style, self->width, text));
  self->y += gw_page_add_text (self->page, style, self->left, self->y, self->width, text);
}

void
gw_page_flow_gap (GwPageFlow *self, gint32 height)
{
  self->y += height;
}

static void
add_footer (GwPageFlow *self, GwPage *page, guint number, guint n_pages)
{
  const GwTextStyle style = { 90, 400, gw_ink_soft, GW_TEXT_DECORATION };
  g_autofree char *counter = g_strdup_printf (_ ("Page %u of %u"), number, n_pages);
  gint32 y = GW_A4_HEIGHT - MARGIN - GW_MM (6);
  gint32 counter_width = gw_text_measure_width (&style, counter) + GW_MM (1);

  gw_page_add_line (page, (GwRectangle){ self->left, y - GW_MM (2), self->width, 0 }, 200,
                    gw_ink_line);
  if (self->footer != NULL)
    gw_page_add_text (page, &style, self->left, y, self->width - counter_width - GW_MM (4),
                      self->footer);
  if (n_pages > 1)
    gw_page_add_text (page, &style, self->left + self->width - counter_width, y, counter_width,
                      counter);
}

void
gw_page_flow_end (GwPageFlow *self)
{
  guint n_pages = gw_scene_get_n_pages (self->scene);

  for (guint i = 0; i < n_pages; i++)
    add_footer (self, gw_scene_get_page (self->scene, i), i + 1, n_pages);
}
