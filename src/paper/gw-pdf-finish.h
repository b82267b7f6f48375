/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What cairo leaves out of a tagged PDF: the language, alternative texts of figures, and that the
 * title bar shows the title (ISO 14289-1, PDF/UA). Internal to the layer; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gw_pdf_finish: @bytes with @language, and with @alternatives (strings) given to the figures in
 * the order of the structure tree. NULL with GW_ERROR_IO. (transfer full)
 */
GBytes *gw_pdf_finish (GBytes *bytes, const char *language, GPtrArray *alternatives,
                       GError **error);

G_END_DECLS
