/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a routing service block by block; whatever goes wrong ends the asking, not the planning. */
#include "config.h"

#include "gw-travel-service.h"

#include "gw-travel-answer.h"
#include "gw-travel-words.h"

#include "gw-error.h"

#include <libsoup/soup.h>
#include <string.h>

#define DEFAULT_TIMEOUT 10
/* Two blocks of doors make a request. */
#define BLOCK (GW_TRAVEL_SERVICE_BATCH / 2)
#define LARGEST_ANSWER (16 * 1024 * 1024)
#define CHUNK 65536

static const char *const profiles[GW_TRAVEL_BY_N] = { "driving", "cycling", "walking", NULL };

/* One asking, from block to block. */
typedef struct
{
  SoupSession *session;
  char *url;
  guint ways;
  GwTravelModel *model; /* the copy that grows */
  GArray *stops;        /* GwTravelStop with a point, no two at the same place */
  guint n_blocks;
  GwTravelBy by;
  guint from_block, to_block;
  GByteArray *answer;
  char *note;
} Asking;

static void ask_next (GTask *task);

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->session);
  g_free (asking->url);
  g_clear_pointer (&asking->model, gw_travel_model_unref);
  g_array_unref (asking->stops);
  g_clear_pointer (&asking->answer, g_byte_array_unref);
  g_free (asking->note);
  g_free (asking);
}

static const GwTravelStop *
get_stop (const Asking *asking, guint index)
{
  return &g_array_index (asking->stops, GwTravelStop, index);
}

static guint
get_block_size (const Asking *asking, guint block)
{
  return MIN (BLOCK, asking->stops->len - block * BLOCK);
}

/* --- which block is next ---------------------------------------------------------------------- */

static gboolean
is_known (const Asking *asking)
{
  guint n_from = get_block_size (asking, asking->from_block);
  guint n_to = get_block_size (asking, asking->to_block);

  for (guint i = 0; i < n_from; i++)
    for (guint j = 0; j < n_to; j++)
      {
        const GwTravelStop *from = get_stop (asking, asking->from_block * BLOCK + i);
        const GwTravelStop *to = get_stop (asking, asking->to_block * BLOCK + j);
        GwId a = gw_travel_stop_get_point_key (from), b = gw_travel_stop_get_point_key (to);

        if (!gw_id_equal (a, b) &&
            !gw_travel_model_has (asking->model, GW_TRAVEL_SOURCE_MEASURED, asking->by, a, b))
          return FALSE;
      }
  return TRUE;
}

static void
step (Asking *asking)
{
  if (++asking->to_block < asking->n_blocks)
    return;
  asking->to_block = 0;
  if (++asking->from_block < asking->n_blocks)
    return;
  asking->from_block = 0;
  asking->by++;
}

static gboolean
find_unknown (Asking *asking)
{
  for (; asking->by < GW_TRAVEL_BY_N && asking->n_blocks > 0; step (asking))
    if (((asking->ways >> asking->by) & 1) != 0 && profiles[asking->by] != NULL &&
        !is_known (asking))
      return TRUE;
  return FALSE;
}

/* --- a request -------------------------------------------------------------------------------- */

static void
append_block (const Asking *asking, guint block, GString *path)
{
  for (guint i = 0; i < get_block_size (asking, block); i++)
    {
      const GwTravelStop *stop = get_stop (asking, block * BLOCK + i);
      char longitude[G_ASCII_DTOSTR_BUF_SIZE], latitude[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (longitude, sizeof longitude, "%.6f", stop->longitude * 1e-6);
      g_ascii_formatd (latitude, sizeof latitude, "%.6f", stop->latitude * 1e-6);
      if (path->str[path->len - 1] != '/')
        g_string_append_c (path, ';');
      g_string_append_printf (path, "%s,%s", longitude, latitude);
    }
}

static void
append_range (GString *path, const char *name, guint first, guint n)
{
  g_string_append_printf (path, "&%s=", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (path, "%s%u", i > 0 ? ";" : "", first + i);
}

static char *
make_address (const Asking *asking)
{
  GString *path = g_string_new (asking->url);
  guint n_from = get_block_size (asking, asking->from_block);

  if (path->len > 0 && path->str[path->len - 1] == '/')
    g_string_truncate (path, path->len - 1);
  g_string_append_printf (path, "/table/v1/%s/", profiles[asking->by]);
  append_block (asking, asking->from_block, path);
  if (asking->from_block != asking->to_block)
    append_block (asking, asking->to_block, path);
  g_string_append (path, "?annotations=duration");
  if (asking->from_block != asking->to_block)
    {
      append_range (path, "sources", 0, n_from);
      append_range (path, "destinations", n_from, get_block_size (asking, asking->to_block));
    }
  return g_string_free (path, FALSE);
}

/* --- the answer ------------------------------------------------------------------------------- */

static void
keep_answer (Asking *asking, const gint *seconds)
{
  guint n_from = get_block_size (asking, asking->from_block);
  guint n_to = get_block_size (asking, asking->to_block);

  for (guint i = 0; i < n_from; i++)
    for (guint j = 0; j < n_to; j++)
      {
        const GwTravelStop *from = get_stop (asking, asking->from_block * BLOCK + i);
        const GwTravelStop *to = get_stop (asking, asking->to_block * BLOCK + j);
        gint value = seconds[i * n_to + j];

        if (value != GW_TRAVEL_NO_WAY)
          gw_travel_model_add (
              asking->model, GW_TRAVEL_SOURCE_MEASURED, asking->by,
              gw_travel_stop_get_point_key (from), gw_travel_stop_get_point_key (to),
              (value + 30) / 60 + gw_travel_model_get_overhead (asking->model, asking->by, to));
      }
}

static void
finish (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);

  g_task_return_pointer (task, gw_travel_model_ref (asking->model),
                         (GDestroyNotify) gw_travel_model_unref);
  g_object_unref (task);
}

static void
give_up (GTask *task, const GError *why)
{
  Asking *asking = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_task_return_new_error (task, GW_ERROR, GW_ERROR_CANCELLED, "cancelled");
      g_object_unref (task);
      return;
    }
  g_info ("Travel service: %s", why->message);
  asking->note = gw_travel_fault_to_sentence (why, asking->url);
  finish (task);
}

static void
read_answer (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);
  guint n_from = get_block_size (asking, asking->from_block);
  guint n_to = get_block_size (asking, asking->to_block);
  g_autofree gint *seconds = g_new (gint, (gsize) n_from * n_to);
  g_autoptr (GError) error = NULL;

  if (!gw_travel_answer_read ((const char *) asking->answer->data, asking->answer->len, n_from,
                              n_to, seconds, &error))
    {
      give_up (task, error);
      return;
    }
  keep_answer (asking, seconds);
  step (asking);
  ask_next (task);
}

static void
on_chunk (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Asking *asking = g_task_get_task_data (task);
  GInputStream *stream = G_INPUT_STREAM (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (stream, result, &error);

  if (bytes != NULL && g_bytes_get_size (bytes) == 0)
    {
      read_answer (task);
      return;
    }
  if (bytes != NULL && asking->answer->len + g_bytes_get_size (bytes) > LARGEST_ANSWER)
    g_set_error_literal (&error, GW_TRAVEL_FAULT, GW_TRAVEL_FAULT_STRANGER,
                         "the answer does not end");
  if (error != NULL)
    {
      give_up (task, error);
      return;
    }
  g_byte_array_append (asking->answer, g_bytes_get_data (bytes, NULL),
                       (guint) g_bytes_get_size (bytes));
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   on_chunk, task);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Asking *asking = g_task_get_task_data (task);
  SoupMessage *message = soup_session_get_async_result_message (SOUP_SESSION (source), result);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream)
      stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);

  /* A bad request is answered with the reason, in the same words as a good one. */
  if (stream != NULL && soup_message_get_status (message) != SOUP_STATUS_OK &&
      soup_message_get_status (message) != SOUP_STATUS_BAD_REQUEST)
    g_set_error (&error, GW_TRAVEL_FAULT,
                 gw_travel_fault_from_status (soup_message_get_status (message)), "status %u",
                 (guint) soup_message_get_status (message));
  if (error != NULL)
    {
      give_up (task, error);
      return;
    }
  g_byte_array_set_size (asking->answer, 0);
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   on_chunk, task);
}

static void
ask_next (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);
  g_autofree char *address = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  if (!find_unknown (asking))
    {
      finish (task);
      return;
    }
  address = make_address (asking);
  if (g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://"))
    message = soup_message_new (SOUP_METHOD_GET, address);
  if (message == NULL)
    {
      g_set_error_literal (&error, GW_TRAVEL_FAULT, GW_TRAVEL_FAULT_ADDRESS, "not an address");
      give_up (task, error);
      return;
    }
  soup_session_send_async (asking->session, message, G_PRIORITY_DEFAULT,
                           g_task_get_cancellable (task), on_sent, task);
}

/* --- public ----------------------------------------------------------------------------------- */

static GArray *
collect_points (const GwTravelStop *stops, guint n_stops)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (GwTravelStop));
  g_autoptr (GHashTable)
      seen = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < n_stops; i++)
    {
      GwId key = gw_travel_stop_get_point_key (&stops[i]);
      GwTravelStop stop = stops[i];

      stop.building = NULL;
      if (stop.has_point && g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        g_array_append_val (points, stop);
    }
  return points;
}

void
gw_travel_service_measure_async (const GwTravelServiceSpec *spec, GwTravelModel *model,
                                 const GwTravelStop *stops, guint n_stops,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  g_task_set_source_tag (task, gw_travel_service_measure_async);
  g_task_set_task_data (task, asking, free_asking);
  /* Cancelling is answered in our own words. */
  g_task_set_check_cancellable (task, FALSE);
  asking->session = soup_session_new_with_options (
      "timeout", spec->timeout > 0 ? spec->timeout : DEFAULT_TIMEOUT, "user-agent", "good-week",
      NULL);
  asking->url = g_strdup (spec->url != NULL ? spec->url : "");
  asking->ways = spec->ways;
  asking->model = gw_travel_model_copy (model);
  asking->stops = collect_points (stops, n_stops);
  asking->n_blocks = (asking->stops->len + BLOCK - 1) / BLOCK;
  asking->answer = g_byte_array_new ();
  ask_next (task);
}

GwTravelModel *
gw_travel_service_measure_finish (GAsyncResult *result, char **out_note, GError **error)
{
  Asking *asking = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, gw_travel_service_measure_async), NULL);
  if (out_note != NULL)
    *out_note = g_steal_pointer (&asking->note);
  return g_task_propagate_pointer (G_TASK (result), error);
}
