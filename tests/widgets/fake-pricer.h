/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pricer that knows three things: nobody works after 22:00, a new row is a new face, and
 * otherwise it costs a few minutes of travel. For tests and the board's demonstration.
 */
#pragma once

#include "gw-board-pricer.h"

G_BEGIN_DECLS

#define FAKE_TYPE_PRICER (fake_pricer_get_type ())

G_DECLARE_FINAL_TYPE (FakePricer, fake_pricer, FAKE, PRICER, GObject)

/** fake_pricer_new: (transfer full) */
FakePricer *fake_pricer_new (void);

/** fake_pricer_get_n_asked: how many prices were asked for. */
guint fake_pricer_get_n_asked (FakePricer *self);

/** fake_pricer_suggest_move: what it suggests from now on. */
void fake_pricer_suggest_move (FakePricer *self, const GwBoardMove *move);

G_END_DECLS
