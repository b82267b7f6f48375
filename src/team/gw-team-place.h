/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the place Team known to the program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** gw_team_init: registers the resource and the types. Needs a display; main thread. */
void gw_team_init (void);

G_END_DECLS
