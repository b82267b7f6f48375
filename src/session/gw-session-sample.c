/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the sample neighbourhood into a new team file. */
#include "config.h"

#include "gw-session-sample.h"

#include "gw-session-private.h"

#include "gw-attachment-store.h"
#include "gw-clock.h"
#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-model.h"
#include "gw-sample.h"
#include "gw-store-draft.h"
#include "gw-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* As large as a change should be, so that nobody waits long for the writer. */
#define SLICE 500

typedef struct
{
  char *path;
  GwSampleWish wish;
  GwJob *job;
} SampleRequest;

static void
request_free (gpointer data)
{
  SampleRequest *request = data;

  g_free (request->path);
  g_clear_object (&request->job);
  g_free (request);
}

static void
report (GwJob *job, guint done, guint all)
{
  if (job != NULL)
    gw_job_report (job, (gint) (done * 1000 / MAX (all, 1)), NULL);
}

static GwStore *
open_store (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  GwStoreConfig config = { .path = path, .flags = GW_STORE_CREATE, .clock = clock };

  config.types = gw_model_get_types (&config.n_types);
  return gw_store_open_sync (&config, cancellable, error);
}

static gboolean
write_faces (const char *path, GwSample *sample, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (path);

  for (guint i = 0; i < gw_sample_get_n_faces (sample); i++)
    {
      g_autofree char *name = gw_attachment_store_put_sync (
          attachments, gw_sample_get_face (sample, i, NULL), cancellable, error);

      if (name == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_slice (GwStore *store, GPtrArray *records, guint first, GwId group, GCancellable *cancellable,
             GError **error)
{
  guint end = MIN (first + SLICE, records->len);
  g_autoptr (GwChange) change = gw_change_new (_ ("Sample neighbourhood made"));
  g_autoptr (GwCommit) commit = NULL;

  for (guint i = first; i < end; i++)
    gw_change_insert (change, g_ptr_array_index (records, i));
  gw_change_set_group (change, group, end == records->len);
  gw_change_set_role (change, GW_CHANGE_NOTE, GW_ID_NONE);
  commit = gw_store_submit_sync (store, change, GW_ID_NONE, cancellable, error);
  return commit != NULL;
}

/* Somebody has to be sitting at the laptop: the colleague who makes the sample's rota. */
static gboolean
seat_scheduler (GwStore *store, GPtrArray *records, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);

      if (gw_record_get_record_type (record) == &gw_colleague_type &&
          GW_HAS_CHOICE (gw_colleague_get_team_roles (record), GW_TEAM_ROLE_SCHEDULER))
        {
          g_autofree char *id = gw_id_to_text (gw_record_get_id (record));

          return gw_store_put_local_sync (store, GW_SESSION_USER_KEY, id, cancellable, error);
        }
    }
  return TRUE;
}

static gboolean
fill (GwStore *store, const char *path, const GwSampleWish *wish, GwJob *job,
      GCancellable *cancellable, GError **error)
{
  static const GwSampleKind kinds[] = { GW_SAMPLE_ONE_TEAM, GW_SAMPLE_NEIGHBOURHOOD,
                                        GW_SAMPLE_STRESS };
  GwSampleSpec spec = { .kind = kinds[wish->size],
                        .seed = wish->seed,
                        .today = wish->today,
                        .weeks_before = wish->weeks_before };
  g_autoptr (GwSample) sample = gw_sample_new (&spec);
  GPtrArray *records = gw_sample_get_records (sample);
  GwId group = gw_id_new ();

  if (!write_faces (path, sample, cancellable, error))
    return FALSE;
  for (guint first = 0; first < records->len; first += SLICE)
    {
      if (!write_slice (store, records, first, group, cancellable, error))
        return FALSE;
      report (job, first, records->len);
    }
  return seat_scheduler (store, records, cancellable, error) && gw_store_close_sync (store, error);
}

gboolean
gw_session_write_sample_sync (const char *path, const GwSampleWish *wish, GwJob *job,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr (GwStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_INVALID,
                   _ ("“%s” is there already. Please choose another name."), path);
      return FALSE;
    }
  store = open_store (path, cancellable, error);
  if (store != NULL && fill (store, path, wish, job, cancellable, error))
    return TRUE;
  if (store != NULL)
    gw_store_close_sync (store, NULL);
  g_unlink (path);
  return FALSE;
}

static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SampleRequest *request = data;
  GError *error = NULL;

  if (gw_session_write_sample_sync (request->path, &request->wish, request->job, cancellable,
                                    &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
gw_session_write_sample_async (const char *path, const GwSampleWish *wish, GwJob *job,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SampleRequest *request = g_new0 (SampleRequest, 1);

  request->path = g_strdup (path);
  request->wish = *wish;
  request->job = job != NULL ? g_object_ref (job) : NULL;
  g_task_set_source_tag (task, gw_session_write_sample_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, write_in_worker);
}

gboolean
gw_session_write_sample_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
