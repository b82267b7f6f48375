/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a page shows while there is nothing to show: it is loading, it failed, nothing was found, or
 * nothing is there yet. One place, so that these states look and read alike. Main thread.
 */
#pragma once

#include "gw-live-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_EMPTY_STATE (gw_empty_state_get_type ())

/** GwEmptyState: signal "action-clicked" when its button is pressed. */
G_DECLARE_FINAL_TYPE (GwEmptyState, gw_empty_state, GW, EMPTY_STATE, AdwBin)

/** gw_empty_state_show_loading: quietly busy. */
void gw_empty_state_show_loading (GwEmptyState *self);

/** gw_empty_state_show_failure: @sentence says why and what to do; the button tries again. */
void gw_empty_state_show_failure (GwEmptyState *self, const char *sentence);

/**
 * gw_empty_state_show_words: nothing here. @icon_name, @title and @description as they read;
 * @action: label of the button, NULL for none.
 */
void gw_empty_state_show_words (GwEmptyState *self, const char *icon_name, const char *title,
                                const char *description, const char *action);

G_END_DECLS
