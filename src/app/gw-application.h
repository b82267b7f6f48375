/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The application: one process, whose first window is raised when it is started again. Known to
 * `app` only. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_APPLICATION (gw_application_get_type ())

G_DECLARE_FINAL_TYPE (GwApplication, gw_application, GW, APPLICATION, AdwApplication)

/** gw_application_new: not yet registered. (transfer full) */
GApplication *gw_application_new (void);

G_END_DECLS
