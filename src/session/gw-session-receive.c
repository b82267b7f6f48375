/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No session is open here: one whole-team file in, one team file out. */
#include "config.h"

#include "gw-session-receive.h"

#include "gw-session-error.h"

#include "gw-team-file.h"

gboolean
gw_session_is_whole_team (const char *path)
{
  return g_str_has_suffix (path, ".gwteam");
}

void
gw_session_receive_team_async (const char *path, const char *team_path, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (path != NULL && team_path != NULL);
  gw_team_file_import_async (path, team_path, cancellable, callback, user_data);
}

gboolean
gw_session_receive_team_finish (GAsyncResult *result, GError **error)
{
  gboolean done = gw_team_file_import_finish (result, error);

  if (!done)
    gw_session_error_say (error, GW_ERROR_DEED_RECEIVE);
  return done;
}

gboolean
gw_session_receive_team_sync (const char *path, const char *team_path, GError **error)
{
  gboolean done;

  g_return_val_if_fail (path != NULL && team_path != NULL, FALSE);
  done = gw_team_file_import_sync (path, team_path, NULL, error);
  if (!done)
    gw_session_error_say (error, GW_ERROR_DEED_RECEIVE);
  return done;
}
