/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Waiting in a test for an asynchronous answer: hand gw_await_keep() and the address of a result that
 * is NULL to the call, then gw_await() the result. Main thread.
 */
#pragma once

#include <gio/gio.h>

/** gw_await_keep: a #GAsyncReadyCallback that keeps the answer; @user_data: GAsyncResult **. */
static inline void
gw_await_keep (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/** gw_await: lets the main loop turn until the answer is there. */
static inline void
gw_await (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
}
