/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shared error domain: codes by what the caller should do about them. */

#include "config.h"

#include "gw-error.h"

/* It would put spaces into the name. */
/* clang-format off */
G_DEFINE_QUARK (gw-error-quark, gw_error)
/* clang-format on */
