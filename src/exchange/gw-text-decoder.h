/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Characters from a stream of bytes whose encoding nobody has told us: UTF-8 with or without mark,
 * UTF-16 with mark or recognisable without, and otherwise Windows-1252, which is what older
 * spreadsheets write. Never fails on odd bytes: a byte that is no UTF-8 is read as Windows-1252.
 * Memory is one buffer of 64 kB. One thread at a time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GW_TEXT_DECODER_END ((gunichar) -1)
#define GW_TEXT_DECODER_FAILED ((gunichar) -2)

typedef struct _GwTextDecoder GwTextDecoder;

/** gw_text_decoder_new: reads @stream from where it is; keeps a reference. (transfer full) */
GwTextDecoder *gw_text_decoder_new (GInputStream *stream);

/** gw_text_decoder_free: frees it; the stream is not closed. */
void gw_text_decoder_free (GwTextDecoder *self);

/**
 * gw_text_decoder_peek_head: the first bytes, at most @most, as they are in the file (without the
 * mark); fewer only when the file is shorter. Before the first character only. NULL when reading
 * failed. Blocks. (transfer none)
 */
const guint8 *gw_text_decoder_peek_head (GwTextDecoder *self, gsize most, gsize *out_n,
                                         GCancellable *cancellable, GError **error);

/**
 * gw_text_decoder_next: the next character, GW_TEXT_DECODER_END at the end, or
 * GW_TEXT_DECODER_FAILED with @error set when the disk or a cancellation stops it. Blocks.
 */
gunichar gw_text_decoder_next (GwTextDecoder *self, GCancellable *cancellable, GError **error);

/** gw_text_decoder_get_n_bytes: bytes decoded so far. */
guint64 gw_text_decoder_get_n_bytes (GwTextDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwTextDecoder, gw_text_decoder_free)

G_END_DECLS
