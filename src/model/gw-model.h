/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All record types of the program, in the order in which they may be loaded: what a type refers to
 * comes before it where that is possible. Constant data; any thread.
 */
#pragma once

#include "gw-field.h"

G_BEGIN_DECLS

/** gw_model_get_types: the types; @out_n_types not NULL. */
const GwRecordType *const *gw_model_get_types (guint *out_n_types);

/** gw_model_find_type: the type called @key, or NULL. */
const GwRecordType *gw_model_find_type (const char *key);

G_END_DECLS
