/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cards that are chosen together: one by one, or all that a band touches. What is chosen stays
 * chosen in the next week that the board shows. Main thread.
 */
#pragma once

#include "gw-board.h"

G_BEGIN_DECLS

/** gw_board_dup_selection: indexes of the entries that are chosen together. (transfer full) */
GArray *gw_board_dup_selection (GwBoard *self);

/** gw_board_select: chooses entry @index beside others, or no longer. */
void gw_board_select (GwBoard *self, gint index, gboolean selected);

/** gw_board_clear_selection: nothing is chosen; FALSE when nothing was. */
gboolean gw_board_clear_selection (GwBoard *self);

G_END_DECLS
