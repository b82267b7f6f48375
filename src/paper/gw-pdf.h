/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scenes as PDF: tagged, with a language, alternative texts, a title and embedded fonts. The same
 * scene and day give the same bytes. Any thread; takes some 50 ms a page, so a worker's.
 */
#pragma once

#include "gw-civil-time.h"
#include "gw-scene.h"

G_BEGIN_DECLS

/** gw_pdf_write: @scene as a PDF file, dated @created. NULL with GW_ERROR_IO. (transfer full) */
GBytes *gw_pdf_write (const GwScene *scene, GwInstant created, GError **error);

G_END_DECLS
