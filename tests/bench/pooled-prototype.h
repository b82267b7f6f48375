/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the board's scrolling is compared with: the least that a scrollable board of cards can be. 12
 * rows and 28 columns hold 5,000 cards; a pool of child widgets shows the visible ones, and each
 * draws a rounded box, an edge and a visit's two lines of text from layouts that it keeps.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define POOLED_TYPE_PROTOTYPE (pooled_prototype_get_type ())

/** PooledPrototype: a GtkScrollable. */
G_DECLARE_FINAL_TYPE (PooledPrototype, pooled_prototype, POOLED, PROTOTYPE, GtkWidget)

/** pooled_prototype_new: 5,000 cards of the size that lets about @n_visible be seen in its area. */
GtkWidget *pooled_prototype_new (guint n_visible, int width, int height);

/** pooled_prototype_get_n_visible: how many are shown now. */
guint pooled_prototype_get_n_visible (PooledPrototype *self);

G_END_DECLS
