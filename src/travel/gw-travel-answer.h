/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the answer of a `table` call. Private to this layer; pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a cell of an answer without a way holds. */
#define GW_TRAVEL_NO_WAY -1

/**
 * gw_travel_answer_read: seconds by row and column into @seconds (@n_rows × @n_columns). FALSE with
 * GW_TRAVEL_FAULT_STRANGER when it is no such answer, with _NO_MAP or _TOO_MANY
 * when the service says so; then @seconds is undefined.
 */
gboolean gw_travel_answer_read (const char *text, gsize length, guint n_rows, guint n_columns,
                                gint *seconds, GError **error);

G_END_DECLS
