/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which a colleague is away, in words, for questions and toasts. Any thread. */
#pragma once

#include "gw-absence.h"

G_BEGIN_DECLS

/** gw_absence_dup_days: "Tue 24 Nov", "Tue 24 Nov – Thu 26 Nov", "from Tue 24 Nov on". (transfer full) */
char *gw_absence_dup_days (const GwAbsence *absence);

/** gw_absence_dup_known: the sentence that @absence, of a colleague called @name, is written down
 * already. (transfer full) */
char *gw_absence_dup_known (const GwAbsence *absence, const char *name);

G_END_DECLS
