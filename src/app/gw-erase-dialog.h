/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing the data of a person we support or of a colleague: says what will go and what stays, asks
 * for the name, and follows the erasing to its end. Main thread.
 */
#pragma once

#include "gw-record.h"
#include "gw-window.h"

G_BEGIN_DECLS

/**
 * gw_erase_dialog_present: asks about @who (nullable), and erases when the name was typed. Does
 * nothing for records of other types.
 */
void gw_erase_dialog_present (GwWindow *window, const GwRecord *who);

G_END_DECLS
