/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * That a key safe code was shown to somebody. A log: lines are added before the code is
 * shown and never altered, and the code itself is not in it.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_KEY_SHOWN_FIELDS(X)                                                         \
  X (PERSON, person, REFERENCE, N_ ("Whose key safe"), .group = N_ ("Key safe shown"), \
     .flags = GW_FIELD_REQUIRED, .target = "person")                                   \
  X (COLLEAGUE, colleague, REFERENCE, N_ ("Shown to"), .target = "colleague",          \
     .hint = N_ ("Empty: nobody had said who was using the laptop"))                   \
  X (SHOWN_AT, shown_at, INSTANT, N_ ("When"), .flags = GW_FIELD_REQUIRED)

/** gw_key_shown_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (KeyShown, key_shown)

/** Field indexes of #GwKeyShown. */
enum
{
#define ROW(UPPER, ...) GW_KEY_SHOWN_##UPPER,
  GW_KEY_SHOWN_FIELDS (ROW)
#undef ROW
      GW_KEY_SHOWN_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (KeyShown, key_shown, KEY_SHOWN, UPPER, lower, KIND)
GW_KEY_SHOWN_FIELDS (ROW)
#undef ROW

G_END_DECLS
