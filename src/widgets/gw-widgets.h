/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The widgets that every place shares. A static linker drops what nobody calls, so the program
 * calls gw_widgets_init() once before it makes the first window.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gw_widgets_init: registers the resource, the icons, the style sheet and the types. Calling it
 * again does nothing. Needs a display; main thread.
 */
void gw_widgets_init (void);

G_END_DECLS
