/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How people and colleagues are named on the screen and on paper: first names first, the last
 * initial only where two share a first name, initials where names are hidden. Pure; any thread.
 */
#pragma once

#include "gw-colleague.h"
#include "gw-person.h"

G_BEGIN_DECLS

/** gw_person_dup_name: "Rose", or "Rose Tanner" with @full. (transfer full) */
char *gw_person_dup_name (const GwPerson *person, gboolean full);

/** gw_colleague_dup_name: "Marta", or "Marta Nowak" with @full. (transfer full) */
char *gw_colleague_dup_name (const GwColleague *colleague, gboolean full);

/** gw_record_dup_initials: initials of a person or colleague, "RT". (transfer full) */
char *gw_record_dup_initials (const GwRecord *record);

G_END_DECLS
