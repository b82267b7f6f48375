/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Toasts that speak of what just happened: a new one takes the place of the one before instead of
 * waiting behind it, so that "Undo" never stands beside the wrong sentence. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gw_toasts_new: a toast that says @sentence, plain text in the program's language: a name at its begin
 * that runs from right to left, and is isolated, does not turn it round. (transfer full)
 */
AdwToast *gw_toasts_new (const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_toasts_show: shows @toast (transfer full) in @overlay now, in several lines when it is long;
 * the passing toast before it goes. One that waits for an answer (timeout 0) is not put away; it
 * comes back afterwards.
 */
void gw_toasts_show (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
