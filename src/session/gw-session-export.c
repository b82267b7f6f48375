/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets and whole teams written to files, each on a worker and as a job. */
#include "config.h"

#include "gw-session-export.h"
#include "gw-session-private.h"

#include "gw-pdf.h"

#include "gw-team-file.h"

#include <glib/gi18n-lib.h>

/* What a worker is given; freed with the task. */
typedef struct
{
  GwJob *job;
  GFile *file;
  GwSheetRequest sheet;
  GwSheetPile pile; /* its ids are owned */
} GwExport;

/* The frame of every export --------------------------------------------------------------------- */

static void
export_free (gpointer data)
{
  GwExport *export = data;

  g_clear_object (&export->job);
  g_clear_object (&export->file);
  g_free ((gpointer) export->pile.ids);
  g_free (export);
}

/* On the main context, whichever way it ended. */
static void
on_export_completed (GTask *task, GParamSpec *pspec, gpointer user_data)
{
  GwExport *export = g_task_get_task_data (task);

  gw_job_finish (export->job);
}

static GTask *
start_export (GwSession *self, const char *title, GFile *file, GAsyncReadyCallback callback,
              gpointer user_data)
{
  GwExport *export = g_new0 (GwExport, 1);
  GTask *task;

  export->job = gw_session_start_job (self, title);
  export->file = g_object_ref (file);
  task = g_task_new (self, gw_job_get_cancellable (export->job), callback, user_data);
  g_task_set_task_data (task, export, export_free);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_export_completed), NULL);
  return task;
}

static void
return_export (GTask *task, gboolean done, GError *error)
{
  if (done)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_EXPORT);
  g_task_return_error (task, error);
}

/* Sheets ------------------------------------------------------------------------------------- */

static gboolean
write_sheet (GwSession *self, const GwExport *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwScene) scene = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (export->pile.n > 0)
    scene = gw_session_make_pile_sync (self, &export->pile, export->job, cancellable, NULL, error);
  else
    scene = gw_session_make_sheet_sync (self, &export->sheet, cancellable, error);

  if (scene == NULL)
    return FALSE;
  pdf = gw_pdf_write (scene, gw_clock_get_now (self->clock), error);
  if (pdf == NULL)
    return FALSE;
  return g_file_replace_contents (export->file, g_bytes_get_data (pdf, NULL),
                                  g_bytes_get_size (pdf), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  cancellable, error);
}

static void
save_sheet_in_worker (GTask *task, gpointer self, gpointer export, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean done = write_sheet (self, export, cancellable, &error);

  return_export (task, done, error);
}

void
gw_session_save_sheet_async (GwSession *self, const GwSheetRequest *request, GFile *file,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  task = start_export (self, _ ("Saving a sheet"), file, callback, user_data);
  ((GwExport *) g_task_get_task_data (task))->sheet = *request;
  g_task_run_in_thread (task, save_sheet_in_worker);
}

void
gw_session_save_pile_async (GwSession *self, const GwSheetPile *pile, GFile *file,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GwExport *export;

  g_return_if_fail (GW_IS_SESSION (self) && pile->n > 0);

  task = start_export (self, _ ("Saving sheets"), file, callback, user_data);
  export = g_task_get_task_data (task);
  export->pile = *pile;
  export->pile.ids = g_memdup2 (pile->ids, pile->n * sizeof *pile->ids);
  g_task_run_in_thread (task, save_sheet_in_worker);
}

gboolean
gw_session_save_pile_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  return gw_session_save_sheet_finish (self, result, error);
}

gboolean
gw_session_save_sheet_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The whole team ----------------------------------------------------------------------------- */

static void
on_team_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean done = gw_team_file_export_finish (GW_STORE (source), result, &error);

  return_export (task, done, error);
}

void
gw_session_export_team_async (GwSession *self, GFile *file, gboolean with_codes,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  task = start_export (self, _ ("Writing the whole team to a file"), file, callback, user_data);
  if (path == NULL)
    {
      return_export (task, FALSE,
                     g_error_new_literal (GW_ERROR, GW_ERROR_INVALID,
                                          _ ("Please choose a folder on this laptop.")));
      return;
    }
  gw_team_file_export_async (self->store, path,
                             with_codes ? GW_TEAM_FILE_WITH_SEALED : GW_TEAM_FILE_NO_FLAGS,
                             g_task_get_cancellable (task), on_team_written, g_object_ref (task));
}

gboolean
gw_session_export_team_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
gw_session_export_team_sync (GwSession *self, const char *path, gboolean with_codes, GError **error)
{
  gboolean done;

  g_return_val_if_fail (GW_IS_SESSION (self) && path != NULL, FALSE);

  done = gw_team_file_export_sync (self->store, path,
                                   with_codes ? GW_TEAM_FILE_WITH_SEALED : GW_TEAM_FILE_NO_FLAGS,
                                   NULL, error);
  if (!done)
    gw_session_error_say (error, GW_ERROR_DEED_EXPORT);
  return done;
}
