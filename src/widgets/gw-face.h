/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A face: a person's or colleague's picture in a circle, or their initials while there is none.
 * Everybody's circle has the same quiet colour: a colour never stands for a person. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_FACE (gw_face_get_type ())

/** GwFace: a circle; presentation only, the name beside it speaks. */
G_DECLARE_FINAL_TYPE (GwFace, gw_face, GW, FACE, GtkWidget)

/** gw_face_new: a face of @size pixels. */
GtkWidget *gw_face_new (gint size);

/** gw_face_set_initials: one or two letters; nullable. */
void gw_face_set_initials (GwFace *self, const char *initials);

/** gw_face_set_picture: shows @picture, cropped to the circle; NULL shows the initials. */
void gw_face_set_picture (GwFace *self, GdkPaintable *picture);

/** gw_face_get_picture: the picture that it shows. (transfer none) (nullable) */
GdkPaintable *gw_face_get_picture (GwFace *self);

G_END_DECLS
