/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A box that lets its children flow like words: each as wide as it likes, on as many lines as it
 * takes. For chips, which a flow box would push into columns. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_WRAP_BOX (gw_wrap_box_get_type ())

/** GwWrapBox: children are added with gw_wrap_box_append(). */
G_DECLARE_FINAL_TYPE (GwWrapBox, gw_wrap_box, GW, WRAP_BOX, GtkWidget)

/** gw_wrap_box_new: an empty box. @spacing: pixels between children and between lines. */
GtkWidget *gw_wrap_box_new (gint spacing);

/** gw_wrap_box_append: adds @child at the end. */
void gw_wrap_box_append (GwWrapBox *self, GtkWidget *child);

/** gw_wrap_box_insert_before: adds @child before @sibling, which is in the box. */
void gw_wrap_box_insert_before (GwWrapBox *self, GtkWidget *child, GtkWidget *sibling);

G_END_DECLS
