/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list for the office: the people a team supports with their address, telephone and link worker, or
 * the colleagues with what they do and how to reach them. It says nothing about getting in, health or
 * anybody's absence, and asks to be shredded. Where nobody has a telephone, no room is kept for one. Who
 * moved on, died or left is not on it.
 */
#pragma once

#include "gw-sheet-input.h"

G_BEGIN_DECLS

/** gw_people_list_sheet_new: the people of @input, by name. (transfer full); any thread. */
GwScene *gw_people_list_sheet_new (const GwSheetInput *input);

/** gw_colleagues_list_sheet_new: the colleagues of @input, by name. (transfer full); any thread. */
GwScene *gw_colleagues_list_sheet_new (const GwSheetInput *input);

G_END_DECLS
