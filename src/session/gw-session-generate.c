/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling weeks from regular visits and shifts. */
#include "config.h"

#include "gw-session-generate.h"

#include "gw-session-edit.h"
#include "gw-session-records.h"

#include "gw-pattern-generate.h"
#include "gw-person.h"

#include <glib/gi18n-lib.h>

/* So many records close a slice; a day is added whole. An edit waits no longer than one slice takes
 * to be written. */
#define SLICE 400
/* Days that can be filled at once: more than a year is a slip of the pen. */
#define LONGEST 400

/* What a fill needs to know, and the slices it becomes. */
typedef struct
{
  GwDay first;
  GwDay last;
  GPtrArray *visit_patterns;
  GPtrArray *shift_patterns;
  GHashTable *known;
  GHashTable *resting;
  GPtrArray *slices;
  guint n_submitted;
  GwGenerated generated;
} Fill;

static void
fill_free (gpointer data)
{
  Fill *fill = data;

  g_clear_pointer (&fill->visit_patterns, g_ptr_array_unref);
  g_clear_pointer (&fill->shift_patterns, g_ptr_array_unref);
  g_clear_pointer (&fill->known, g_hash_table_unref);
  g_clear_pointer (&fill->resting, g_hash_table_unref);
  g_clear_pointer (&fill->slices, g_ptr_array_unref);
  g_free (fill);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fill, fill_free)

static Fill *
fill_new (GwDay first, GwDay last)
{
  Fill *fill = g_new0 (Fill, 1);

  fill->first = first;
  fill->last = last;
  fill->resting = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  fill->slices = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_change_unref);
  return fill;
}

static GPtrArray *
read_all (GwSession *self, const GwRecordType *type, gboolean with_deleted,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);

  gw_query_set_with_deleted (query, with_deleted);
  return gw_session_query_sync (self, query, cancellable, error);
}

/* What was generated for these days already, wherever it was moved to and even if it was deleted. */
static GPtrArray *
read_generated (GwSession *self, const GwRecordType *type, guint day_field, const Fill *fill,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);

  gw_query_set_with_deleted (query, TRUE);
  gw_query_where_between (query, day_field, fill->first.value, fill->last.value);
  return gw_session_query_sync (self, query, cancellable, error);
}

static gboolean
read_known (GwSession *self, Fill *fill, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) visits = read_generated (self, &gw_visit_type, GW_VISIT_PATTERN_DAY, fill,
                                                 cancellable, error);
  g_autoptr (GPtrArray) shifts = NULL;

  if (visits != NULL)
    shifts = read_generated (self, &gw_shift_type, GW_SHIFT_PATTERN_DAY, fill, cancellable, error);
  if (shifts == NULL)
    return FALSE;
  g_ptr_array_extend (visits, shifts, (GCopyFunc) (GCallback) gw_record_ref, NULL);
  fill->known = gw_pattern_known_new (visits);
  return TRUE;
}

/* Takes the patterns of people whose visits have ended away, and notes who is resting. */
static void
sort_people (Fill *fill, GPtrArray *people)
{
  g_autoptr (GHashTable)
      ended = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const GwPerson *person = g_ptr_array_index (people, i);
      GwId id = gw_record_get_id (person);
      gint status = gw_person_get_status (person);

      if (gw_record_is_deleted (person) || status == GW_PERSON_DIED || status == GW_PERSON_MOVED_ON)
        g_hash_table_add (ended, g_memdup2 (&id, sizeof id));
      else if (status == GW_PERSON_RESTING)
        g_hash_table_add (fill->resting, g_memdup2 (&id, sizeof id));
    }
  for (guint i = fill->visit_patterns->len; i-- > 0;)
    {
      GwId id = gw_visit_pattern_get_person (g_ptr_array_index (fill->visit_patterns, i));

      if (g_hash_table_contains (ended, &id))
        g_ptr_array_remove_index (fill->visit_patterns, i);
    }
}

static gboolean
read_records (GwSession *self, Fill *fill, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) people = read_all (self, &gw_person_type, TRUE, cancellable, error);

  if (people == NULL)
    return FALSE;
  fill->visit_patterns = read_all (self, &gw_visit_pattern_type, FALSE, cancellable, error);
  if (fill->visit_patterns == NULL)
    return FALSE;
  fill->shift_patterns = read_all (self, &gw_shift_pattern_type, FALSE, cancellable, error);
  if (fill->shift_patterns == NULL || !read_known (self, fill, cancellable, error))
    return FALSE;
  sort_people (fill, people);
  fill->generated.n_patterns = fill->visit_patterns->len + fill->shift_patterns->len;
  return TRUE;
}

static void
build_slices (Fill *fill)
{
  GwId group = gw_id_new ();
  GwChange *slice = NULL;

  for (GwDay day = fill->first; gw_day_compare (day, fill->last) <= 0; day = gw_day_add (day, 1))
    {
      if (slice == NULL || gw_change_get_n_operations (slice) >= SLICE)
        {
          slice = gw_change_new (_ ("Weeks filled from regular visits and shifts"));
          gw_change_set_group (slice, group, FALSE);
          g_ptr_array_add (fill->slices, slice);
        }
      fill->generated.n_shifts += gw_shift_patterns_generate (slice, fill->shift_patterns, day, day,
                                                              fill->known);
      fill->generated.n_visits += gw_visit_patterns_generate (slice, fill->visit_patterns, day, day,
                                                              fill->known, fill->resting);
    }
  while (fill->slices->len > 0 &&
         gw_change_is_empty (g_ptr_array_index (fill->slices, fill->slices->len - 1)))
    g_ptr_array_remove_index (fill->slices, fill->slices->len - 1);
  if (fill->slices->len > 0)
    gw_change_set_group (g_ptr_array_index (fill->slices, fill->slices->len - 1), group, TRUE);
}

gboolean
gw_session_generate_sync (GwSession *self, GwDay first, GwDay last, GwGenerated *out_generated,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (Fill) fill = fill_new (first, last);

  g_return_val_if_fail (GW_IS_SESSION (self), FALSE);
  g_return_val_if_fail (gw_day_diff (last, first) >= 0 && gw_day_diff (last, first) < LONGEST,
                        FALSE);
  if (!read_records (self, fill, cancellable, error))
    return FALSE;
  build_slices (fill);
  for (guint i = 0; i < fill->slices->len; i++)
    {
      g_autoptr (GwCommit) commit = gw_session_submit_sync (
          self, g_ptr_array_index (fill->slices, i), cancellable, error);

      if (commit == NULL)
        return FALSE;
    }
  if (out_generated != NULL)
    *out_generated = fill->generated;
  return TRUE;
}

/* Without waiting: records are read on a worker, slices submitted one after the other. ---------- */

static void submit_next (GTask *task);

static void
on_slice_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (GW_SESSION (source), result, &error);

  if (commit == NULL)
    g_task_return_error (task, error);
  else
    submit_next (task);
}

static void
submit_next (GTask *task)
{
  Fill *fill = g_task_get_task_data (task);

  if (fill->n_submitted == fill->slices->len)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gw_session_submit_async (g_task_get_source_object (task),
                           g_ptr_array_index (fill->slices, fill->n_submitted++),
                           g_task_get_cancellable (task), on_slice_submitted, g_object_ref (task));
}

static void
read_in_worker (GTask *reading, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (!read_records (source, data, cancellable, &error))
    {
      g_task_return_error (reading, error);
      return;
    }
  build_slices (data);
  g_task_return_boolean (reading, TRUE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    submit_next (task);
  else
    g_task_return_error (task, error);
}

void
gw_session_generate_async (GwSession *self, GwDay first, GwDay last, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) reading = NULL;
  Fill *fill = fill_new (first, last);

  g_return_if_fail (GW_IS_SESSION (self));
  g_task_set_source_tag (task, gw_session_generate_async);
  g_task_set_task_data (task, fill, fill_free);
  /* The outer task owns what the inner one works on, and outlives it. */
  reading = g_task_new (self, cancellable, on_read, g_object_ref (task));
  g_task_set_task_data (reading, fill, NULL);
  g_task_run_in_thread (reading, read_in_worker);
}

gboolean
gw_session_generate_finish (GwSession *self, GAsyncResult *result, GwGenerated *out_generated,
                            GError **error)
{
  Fill *fill = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (out_generated != NULL)
    *out_generated = fill->generated;
  return TRUE;
}
