/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A person's fridge sheet: who comes when and what for, with faces, in
 * 16 points and more. It holds that person only: no address, no last names, no absence, nothing of
 * anybody else, and faces only with the colleague's yes.
 */
#pragma once

#include "gw-sheet-input.h"

G_BEGIN_DECLS

/**
 * gw_fridge_sheet_new: the sheet of @person. NULL with GW_ERROR_INVALID and a translated sentence
 * when the person wants no sheets at home. (transfer full); any thread.
 */
GwScene *gw_fridge_sheet_new (const GwSheetInput *input, GwId person, GError **error);

G_END_DECLS
