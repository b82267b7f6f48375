/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ctrl+C in work that keeps what it has: the first one is noted, a second one ends the program as
 * anywhere else. One piece of work at a time.
 */
#pragma once

#include <glib.h>
#include <stdatomic.h>

G_BEGIN_DECLS

/** gw_cli_interrupt_begin: from now on Ctrl+C is noted in what is returned: not 0 then. (transfer none) */
const atomic_int *gw_cli_interrupt_begin (void);

/** gw_cli_interrupt_end: Ctrl+C ends the program again. */
void gw_cli_interrupt_end (void);

/** gw_cli_was_interrupted: whether Ctrl+C was noted. */
gboolean gw_cli_was_interrupted (void);

G_END_DECLS
