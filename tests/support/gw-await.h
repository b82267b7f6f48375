/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Waiting in a test: for an asynchronous answer, or for something to become true. What is waited for
 * decides when it goes on, never the clock; the limit is for what never happens. Main thread.
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

/** gw_await: lets the main loop turn until the answer is there, which it returns. (transfer none) */
static inline GAsyncResult *
gw_await (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *kept;
}

/** gw_await_turn: one turn of the main loop for gw_await_that(); an error after a minute's waiting. */
static inline void
gw_await_turn (gint64 since, const char *place, const char *what)
{
  if (g_get_monotonic_time () - since > 60 * G_USEC_PER_SEC)
    g_error ("%s: it never became true that %s", place, what);
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

/** gw_await_that: lets the main loop turn until @expression, computed again each time, is true. */
#define gw_await_that(expression)                            \
  G_STMT_START                                               \
  {                                                          \
    gint64 gw_await_since = g_get_monotonic_time ();         \
    while (!(expression))                                    \
      gw_await_turn (gw_await_since, G_STRLOC, #expression); \
  }                                                          \
  G_STMT_END

/** gw_await_nothing: lets the main loop do all that waits to be done now. */
static inline void
gw_await_nothing (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
