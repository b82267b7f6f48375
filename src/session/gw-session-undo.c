/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo and redo: the commits of a group are read back from the log, turned round and submitted as a
 * change of their own. Nothing is rewound.
 *
 * However large the act, it is taken back in one transaction: sliced as an import is, it could stop
 * half-way at a record that was changed since. A hundred thousand imported visits take less than four
 * seconds, on workers; edits made meanwhile wait for the disk, not the person who makes them.
 */
#include "config.h"

#include "gw-session-import.h"
#include "gw-session-private.h"

#include "gw-store-history.h"

#include <glib/gi18n-lib.h>

/* So many commits take a while to turn round and write, which the status line then shows. */
#define MANY_COMMITS 10

/** GwWhich: what is to be inverted. */
typedef enum
{
  GW_WHICH_GROUP,
  GW_WHICH_UNDO,
  GW_WHICH_REDO,
  GW_WHICH_UNFINISHED
} GwWhich;

/** GwInversion: a group on its way to being taken back. */
typedef struct
{
  GwWhich which;
  GwId group;
  char *label;
  GwChangeRole role;
  GPtrArray *commits;
  GwJob *job; /* nullable: it will be done in a moment */
} GwInversion;

static void
gw_inversion_free (gpointer data)
{
  GwInversion *inversion = data;

  g_clear_object (&inversion->job);
  g_clear_pointer (&inversion->commits, g_ptr_array_unref);
  g_free (inversion->label);
  g_free (inversion);
}

static void
return_undo_error (GTask *task, GError *error)
{
  gw_session_error_say (&error, GW_ERROR_DEED_UNDO);
  g_task_return_error (task, error);
}

/* Labels were written when they were written, with names in them. */
const char *
gw_session_veil_label (GwSession *self, const char *label)
{
  /* Translators: stands for what was done while names are hidden: "Undo: a change". */
  return label != NULL && self->hide_names ? C_ ("undo", "a change") : label;
}

/* The end of an inversion that was begun, well or not. */
static void
end_inversion (GTask *task, GError *error)
{
  GwSession *self = g_task_get_source_object (task);
  GwInversion *inversion = g_task_get_task_data (task);

  if (inversion->job != NULL)
    gw_job_finish (inversion->job);
  gw_session_set_saving (self, -1);
  gw_session_pump (self);
  gw_session_continue_undo (self);
  if (error != NULL)
    return_undo_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (gw_session_veil_label (self, inversion->label)), g_free);
}

static void
on_inverse_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GwCommit) commit = gw_store_submit_finish (GW_STORE (source), result, &error);

  end_inversion (task, error);
}

static void
on_inverted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = GW_SESSION (source);
  g_autoptr (GwChange) change = g_task_propagate_pointer (G_TASK (result), NULL);

  gw_store_submit_async (self->store, change, gw_session_get_user_id (self), NULL,
                         on_inverse_submitted, g_object_ref (task));
}

/* On a worker: an import may have made tens of thousands of records. */
static void
invert_in_worker (GTask *work, gpointer source, gpointer data, GCancellable *cancellable)
{
  const GwInversion *inversion = data;
  GPtrArray *commits = inversion->commits;
  GwChange *change = gw_commit_invert ((GwCommit *const *) commits->pdata, commits->len,
                                       inversion->label);

  gw_change_set_role (change, inversion->role, inversion->group);
  g_task_return_pointer (work, change, (GDestroyNotify) gw_change_unref);
}

static void
on_group_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwInversion *inversion = g_task_get_task_data (task);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  inversion->commits = gw_store_dup_group_finish (GW_STORE (source), result, &error);
  if (inversion->commits == NULL)
    {
      end_inversion (task, error);
      return;
    }
  if (inversion->commits->len >= MANY_COMMITS)
    inversion->job = gw_session_start_job (g_task_get_source_object (task),
                                           inversion->role == GW_CHANGE_UNDO ? _ ("Taking back")
                                                                             : _ ("Doing again"));
  work = g_task_new (g_task_get_source_object (task), NULL, on_inverted, g_object_ref (task));
  /* The outer task owns what the inner one works on, and outlives it. */
  g_task_set_task_data (work, inversion, NULL);
  g_task_run_in_thread (work, invert_in_worker);
}

/* Finds out which group is meant, now that all before it is saved. */
static gboolean
find_group (GwSession *self, GwInversion *inversion)
{
  const char *label = NULL;
  gboolean found = FALSE;

  switch (inversion->which)
    {
    case GW_WHICH_UNDO:
      found = gw_undo_list_get_undo (self->undo, &inversion->group, &label);
      break;
    case GW_WHICH_REDO:
      found = gw_undo_list_get_redo (self->undo, &inversion->group, &label);
      break;
    case GW_WHICH_UNFINISHED:
      found = gw_undo_list_get_unfinished (self->undo, &inversion->group, &label);
      break;
    case GW_WHICH_GROUP:
    default:
      return !gw_id_is_none (inversion->group);
    }
  inversion->label = g_strdup (label);
  return found;
}

static void
begin_inversion (GwSession *self, GTask *task)
{
  GwInversion *inversion = g_task_get_task_data (task);

  if (self->is_closed)
    return_undo_error (task, g_error_new_literal (GW_ERROR, GW_ERROR_CANCELLED, "closed"));
  else if (self->n_imports > 0)
    return_undo_error (task, g_error_new_literal (GW_ERROR, GW_ERROR_BUSY, "importing"));
  else if (!find_group (self, inversion))
    return_undo_error (task, g_error_new_literal (GW_ERROR, GW_ERROR_NOT_FOUND, "no group"));
  else
    {
      gw_session_set_saving (self, +1);
      gw_store_dup_group_async (self->store, inversion->group, NULL, on_group_read,
                                g_object_ref (task));
    }
}

void
gw_session_continue_undo (GwSession *self)
{
  while (self->n_saving == 0 && !g_queue_is_empty (&self->inversions))
    {
      g_autoptr (GTask) task = g_queue_pop_head (&self->inversions);

      begin_inversion (self, task);
    }
}

/*
 * Who presses undo twice means two acts, and who presses it after an edit means that edit, however
 * slow the disk is: each waits until the one before has arrived.
 */
static void
invert_async (GwSession *self, const GwInversion *wanted, GAsyncReadyCallback callback,
              gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (wanted, sizeof *wanted), gw_inversion_free);
  g_queue_push_tail (&self->inversions, task);
  gw_session_continue_undo (self);
}

void
gw_session_undo_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const GwInversion wanted = { .which = GW_WHICH_UNDO, .role = GW_CHANGE_UNDO };

  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, &wanted, callback, user_data);
}

void
gw_session_redo_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const GwInversion wanted = { .which = GW_WHICH_REDO, .role = GW_CHANGE_REDO };

  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, &wanted, callback, user_data);
}

void
gw_session_undo_unfinished_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const GwInversion wanted = { .which = GW_WHICH_UNFINISHED, .role = GW_CHANGE_UNDO };

  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, &wanted, callback, user_data);
}

void
gw_session_undo_import_async (GwSession *self, GwId group, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const GwInversion wanted = { .which = GW_WHICH_GROUP,
                               .group = group,
                               .label = g_strdup (_ ("Import")),
                               .role = GW_CHANGE_UNDO };

  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, &wanted, callback, user_data);
}

char *
gw_session_undo_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
gw_session_redo_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  return gw_session_undo_finish (self, result, error);
}

gboolean
gw_session_get_can_undo (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), FALSE);
  return gw_undo_list_get_undo (self->undo, NULL, NULL) && !gw_session_is_read_only (self);
}

gboolean
gw_session_get_can_redo (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), FALSE);
  return gw_undo_list_get_redo (self->undo, NULL, NULL) && !gw_session_is_read_only (self);
}

const char *
gw_session_get_undo_label (GwSession *self)
{
  const char *label = NULL;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  gw_undo_list_get_undo (self->undo, NULL, &label);
  return gw_session_veil_label (self, label);
}

const char *
gw_session_get_redo_label (GwSession *self)
{
  const char *label = NULL;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  gw_undo_list_get_redo (self->undo, NULL, &label);
  return gw_session_veil_label (self, label);
}

const char *
gw_session_get_unfinished_label (GwSession *self)
{
  const char *label = NULL;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  gw_undo_list_get_unfinished (self->undo, NULL, &label);
  return gw_session_veil_label (self, label);
}

/* From the log, after a restart or a gap ------------------------------------------------------ */

void
gw_session_take_groups (GwSession *self, GPtrArray *groups)
{
  gw_undo_list_clear (self->undo);
  for (guint i = groups->len; i > 0; i--)
    {
      const GwGroupInfo *group = g_ptr_array_index (groups, i - 1);
      GwCommitInfo info = { .group = group->group,
                            .ends_group = group->finished,
                            .role = group->role,
                            .undone_group = group->undone_group,
                            .label = group->label };

      /* Without its label, something it touched was erased, and it cannot be taken back. */
      if (group->label != NULL)
        gw_undo_list_apply (self->undo, &info);
    }
  gw_session_notify_undo (self);
}

static void
on_groups_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) groups = gw_store_list_groups_finish (GW_STORE (source), result, &error);

  if (groups == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  gw_session_take_groups (self, groups);
  g_task_return_boolean (task, TRUE);
}

void
gw_session_load_undo (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  gw_store_list_groups_async (self->store, GW_SESSION_GROUPS_READ, NULL, on_groups_read,
                              g_task_new (self, NULL, callback, user_data));
}

gboolean
gw_session_load_undo_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
