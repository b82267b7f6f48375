/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Toasts that speak of what just happened: a new one takes the place of the one before instead of
 * waiting behind it, so that "Undo" never stands beside the wrong sentence. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gw_toasts_show: shows @toast (transfer full) in @overlay now, in several lines when it is long;
 * the passing toast before it goes. One that waits for an answer (timeout 0) is not put away; it
 * comes back afterwards.
 */
void gw_toasts_show (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
