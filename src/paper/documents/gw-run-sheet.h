/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A colleague's run: each day's visits in order, with travel, what for,
 * the little thing that matters, and room to write what really happened. It carries addresses, so
 * it says nothing about getting in, key safes or anybody's absence, and asks to be shredded.
 */
#pragma once

#include "gw-sheet-input.h"

G_BEGIN_DECLS

/** gw_run_sheet_new: the run of @colleague over the input's days. (transfer full); any thread. */
GwScene *gw_run_sheet_new (const GwSheetInput *input, GwId colleague);

G_END_DECLS
