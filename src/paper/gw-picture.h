/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading pictures that somebody else made: a photo that is chosen, an attachment that came with a
 * team file. A file of a few bytes may claim to be thirty thousand pixels wide and high; it is
 * refused before its pixels are made. Pure; any thread.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** The most pixels a picture may have: twice what the largest cameras make. */
#define GW_PICTURE_MOST_PIXELS (G_GINT64_CONSTANT (200) * 1000 * 1000)

/**
 * gw_picture_read: the picture in @stream, its longer side made @longest pixels (1–20,000).
 * Blocks. (transfer full); NULL with an error of GdkPixbuf or GIO, or with
 * GW_ERROR_INVALID when it claims too many pixels.
 */
GdkPixbuf *gw_picture_read (GInputStream *stream, int longest, GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_picture_read_bytes: the same from @bytes. */
GdkPixbuf *gw_picture_read_bytes (GBytes *bytes, int longest, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
