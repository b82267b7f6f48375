/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo and redo: which act is meant, one after the other, each on a worker. Nothing is rewound: an
 * inverse is a change like any other.
 */
#include "config.h"

#include "gw-session-import.h"
#include "gw-session-invert.h"
#include "gw-session-private.h"

#include "gw-store-history.h"

#include <glib/gi18n-lib.h>

/** GwWhich: what is to be inverted. */
typedef enum
{
  GW_WHICH_GROUP,
  GW_WHICH_UNDO,
  GW_WHICH_REDO,
  GW_WHICH_UNFINISHED
} GwWhich;

/** GwWish: what was asked for, and what became of it. */
typedef struct
{
  GwWhich which;
  GwInversion *inversion;
} GwWish;

static void
gw_wish_free (gpointer data)
{
  GwWish *wish = data;

  gw_inversion_free (wish->inversion);
  g_free (wish);
}

static void
return_undo_error (GTask *task, GError *error)
{
  gw_session_error_say (&error, GW_ERROR_DEED_UNDO);
  g_task_return_error (task, error);
}

/* The store's error, in words that fit what became of a large act. */
static void
say_what_became (const GwInversion *inversion, GError *error)
{
  const char *sentence = NULL;

  if (inversion->is_partly && inversion->role == GW_CHANGE_UNDO)
    sentence = _ ("Only a part was taken back. Please make sure that the disk has room, and undo "
                  "again for the rest, or redo to bring all of it back.");
  else if (inversion->is_partly)
    sentence = _ ("Only a part was done again. Please make sure that the disk has room, and redo "
                  "again for the rest, or undo to take all of it back.");
  else if (g_error_matches (error, GW_ERROR, GW_ERROR_CANCELLED))
    sentence = _ ("Stopped: everything is as it was before.");
  if (sentence == NULL)
    return;
  g_free (error->message);
  error->message = g_strdup (sentence);
}

/* Labels were written when they were written, with names in them. */
const char *
gw_session_veil_label (GwSession *self, const char *label)
{
  /* Translators: stands for what was done while names are hidden: "Undo: a change". */
  return label != NULL && self->hide_names ? C_ ("undo", "a change") : label;
}

static void
on_inverted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = GW_SESSION (source);
  const GwInversion *inversion = ((GwWish *) g_task_get_task_data (task))->inversion;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      gw_session_error_say (&error, GW_ERROR_DEED_UNDO);
      say_what_became (inversion, error);
    }
  if (inversion->job != NULL)
    gw_job_finish (inversion->job);
  gw_session_set_saving (self, -1);
  gw_session_pump (self);
  gw_session_continue_undo (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (gw_session_veil_label (self, inversion->label)), g_free);
}

static void
invert_in_worker (GTask *work, gpointer source, gpointer inversion, GCancellable *cancellable)
{
  GError *error = NULL;

  if (gw_inversion_run_sync (inversion, &error))
    g_task_return_boolean (work, TRUE);
  else
    g_task_return_error (work, error);
}

/* Finds out which group is meant, now that all before it is saved. */
static gboolean
find_group (GwSession *self, const GwWish *wish)
{
  GwInversion *inversion = wish->inversion;
  const char *label = NULL;
  gboolean found = FALSE;

  switch (wish->which)
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

/* What is known of the act; a large one takes a while, which the status line then shows. */
static void
prepare (GwSession *self, GwInversion *inversion)
{
  guint n_commits;

  inversion->store = g_object_ref (self->store);
  inversion->author = gw_session_get_user_id (self);
  if (gw_undo_list_find (self->undo, inversion->group, &inversion->inverse, &n_commits) &&
      n_commits > GW_SESSION_SMALL_ACT)
    inversion->job = gw_session_start_job (
        self, inversion->role == GW_CHANGE_UNDO ? _ ("Taking back") : _ ("Doing again"));
}

static void
begin_inversion (GwSession *self, GTask *task)
{
  GwWish *wish = g_task_get_task_data (task);
  g_autoptr (GTask) work = NULL;

  if (self->is_closed)
    return_undo_error (task, g_error_new_literal (GW_ERROR, GW_ERROR_CANCELLED, "closed"));
  else if (self->n_imports > 0)
    return_undo_error (task, g_error_new_literal (GW_ERROR, GW_ERROR_BUSY, "importing"));
  else if (!find_group (self, wish))
    return_undo_error (task, g_error_new_literal (GW_ERROR, GW_ERROR_NOT_FOUND, "no group"));
  else
    {
      gw_session_set_saving (self, +1);
      prepare (self, wish->inversion);
      work = g_task_new (self, NULL, on_inverted, g_object_ref (task));
      /* The outer task owns what the inner one works on, and outlives it. */
      g_task_set_task_data (work, wish->inversion, NULL);
      g_task_run_in_thread (work, invert_in_worker);
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
invert_async (GwSession *self, GwWhich which, GwChangeRole role, GwId group,
              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GwWish *wish = g_new0 (GwWish, 1);

  wish->which = which;
  wish->inversion = g_new0 (GwInversion, 1);
  wish->inversion->role = role;
  wish->inversion->group = group;
  if (which == GW_WHICH_GROUP)
    wish->inversion->label = g_strdup (_ ("Import"));
  g_task_set_task_data (task, wish, gw_wish_free);
  g_queue_push_tail (&self->inversions, task);
  gw_session_continue_undo (self);
}

void
gw_session_undo_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, GW_WHICH_UNDO, GW_CHANGE_UNDO, GW_ID_NONE, callback, user_data);
}

void
gw_session_redo_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, GW_WHICH_REDO, GW_CHANGE_REDO, GW_ID_NONE, callback, user_data);
}

void
gw_session_undo_unfinished_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, GW_WHICH_UNFINISHED, GW_CHANGE_UNDO, GW_ID_NONE, callback, user_data);
}

void
gw_session_undo_import_async (GwSession *self, GwId group, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  invert_async (self, GW_WHICH_GROUP, GW_CHANGE_UNDO, group, callback, user_data);
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
  return (self->n_acts > 0 || gw_undo_list_get_undo (self->undo, NULL, NULL)) &&
         !gw_session_is_read_only (self);
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
        gw_undo_list_apply (self->undo, &info, group->n_commits);
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
