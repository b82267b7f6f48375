/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slow timer that looks whether something changed and whether the last backup is old enough. */
#include "config.h"

#include "gw-backup-keeper.h"

#include "gw-session-backup.h"

#define LOOK_EVERY_S (5 * 60)
#define AT_MOST_EVERY_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct
{
  GWeakRef session;
  GSettings *settings;
  gint64 backed_up_at;
  gboolean is_changed;
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_weak_ref_clear (&keeper->session);
  g_object_unref (keeper->settings);
  g_free (keeper);
}

static void
on_committed (GwSession *session, gpointer commit, gpointer data)
{
  Keeper *keeper = data;

  keeper->is_changed = TRUE;
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gw_session_back_up_finish (GW_SESSION (source), result, &error))
    g_signal_emit_by_name (source, "failed", error->message);
}

static gboolean
look (gpointer data)
{
  Keeper *keeper = data;
  g_autoptr (GwSession) session = g_weak_ref_get (&keeper->session);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *folder = NULL;

  if (session == NULL)
    return G_SOURCE_REMOVE;
  if (!keeper->is_changed ||
      (keeper->backed_up_at != 0 && now - keeper->backed_up_at < AT_MOST_EVERY_US))
    return G_SOURCE_CONTINUE;
  keeper->is_changed = FALSE;
  keeper->backed_up_at = now;
  folder = g_settings_get_string (keeper->settings, "backup-folder");
  gw_session_back_up_async (session, *folder != '\0' ? folder : NULL, on_backed_up, NULL);
  return G_SOURCE_CONTINUE;
}

static void
on_session_gone (gpointer source, GObject *session)
{
  g_source_destroy (source);
  g_source_unref (source);
}

void
gw_backup_keeper_start (GwSession *session)
{
  Keeper *keeper;
  GSource *timer;

  g_return_if_fail (GW_IS_SESSION (session));

  if (gw_session_is_read_only (session))
    return;
  keeper = g_new0 (Keeper, 1);
  g_weak_ref_init (&keeper->session, session);
  keeper->settings = g_settings_new (APP_ID);
  timer = g_timeout_source_new_seconds (LOOK_EVERY_S);
  g_source_set_callback (timer, look, keeper, keeper_free);
  g_source_attach (timer, NULL);
  g_signal_connect (session, "committed", G_CALLBACK (on_committed), keeper);
  g_object_weak_ref (G_OBJECT (session), on_session_gone, timer);
}
