/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a form knows before anybody types: the team, today, the usual length of a visit, every week.
 * Only empty fields are filled, so that who starts a form with more to say is not overruled. Pure;
 * any thread.
 */
#pragma once

#include "gw-civil-time.h"
#include "gw-draft.h"

G_BEGIN_DECLS

/**
 * GwPreset: what is known.
 * @today: the civil day now
 * @team: the team most records will belong to; the none id when there are several
 */
typedef struct
{
  GwDay today;
  GwId team;
} GwPreset;

/** gw_preset_fill: fills the empty fields of @draft, a new record, from @preset. */
void gw_preset_fill (GwDraft *draft, const GwPreset *preset);

G_END_DECLS
