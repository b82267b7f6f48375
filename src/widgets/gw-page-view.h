/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Page view: a page of a scene on the screen, as it will come out of the printer. It is as wide as
 * it is given room and as high as the page asks for. It shows paper, so it stays white in the dark.
 * Main thread.
 */
#pragma once

#include "gw-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_PAGE_VIEW (gw_page_view_get_type ())

G_DECLARE_FINAL_TYPE (GwPageView, gw_page_view, GW, PAGE_VIEW, GtkWidget)

/**
 * gw_page_view_show: shows page @index of @scene; NULL shows an empty sheet. @scene is lent and must
 * stay until another is shown. The page's words become the accessible description.
 */
void gw_page_view_show (GwPageView *self, const GwScene *scene, guint index);

G_END_DECLS
