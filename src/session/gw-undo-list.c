/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two stacks of groups. The label of an inverse is the label of the act it takes back. An inverse
 * that has begun and not ended stands on its side already, and its act still stands on the other:
 * either can be gone on with, and what ends well takes its counterpart away.
 */
#include "config.h"

#include "gw-undo-list.h"

#define MOST_KEPT 200

typedef struct
{
  GwId group;
  char *label;
  gboolean finished;
  guint n_commits;
  GwId inverse; /* has begun to take this one back; the none id: nothing has */
} GwAct;

struct _GwUndoList
{
  GPtrArray *done;
  GPtrArray *undone;
};

static void
gw_act_free (gpointer data)
{
  GwAct *act = data;

  g_free (act->label);
  g_free (act);
}

static GwAct *
find_act (GPtrArray *acts, GwId group, guint *out_index)
{
  for (guint i = acts->len; i > 0; i--)
    {
      GwAct *act = g_ptr_array_index (acts, i - 1);
      if (gw_id_equal (act->group, group))
        {
          if (out_index != NULL)
            *out_index = i - 1;
          return act;
        }
    }
  return NULL;
}

static GwAct *
find_act_begun_by (GPtrArray *acts, GwId inverse)
{
  for (guint i = 0; i < acts->len; i++)
    {
      GwAct *act = g_ptr_array_index (acts, i);

      if (gw_id_equal (act->inverse, inverse))
        return act;
    }
  return NULL;
}

static void
push_act (GPtrArray *acts, const GwCommitInfo *info, guint n_commits)
{
  GwAct *act = find_act (acts, info->group, NULL);

  if (act == NULL)
    {
      act = g_new0 (GwAct, 1);
      act->group = info->group;
      act->label = g_strdup (info->label);
      g_ptr_array_add (acts, act);
    }
  act->finished = info->ends_group;
  act->n_commits += n_commits;
  if (acts->len > MOST_KEPT)
    g_ptr_array_remove_index (acts, 0);
}

static void
drop_act (GPtrArray *acts, GwId group)
{
  guint index;

  if (find_act (acts, group, &index) != NULL)
    g_ptr_array_remove_index (acts, index);
}

static gboolean
get_top (GPtrArray *acts, GwId *out_group, const char **out_label)
{
  if (acts->len == 0)
    return FALSE;

  GwAct *act = g_ptr_array_index (acts, acts->len - 1);
  if (out_group != NULL)
    *out_group = act->group;
  if (out_label != NULL)
    *out_label = act->label;
  return TRUE;
}

GwUndoList *
gw_undo_list_new (void)
{
  GwUndoList *self = g_new0 (GwUndoList, 1);

  self->done = g_ptr_array_new_with_free_func (gw_act_free);
  self->undone = g_ptr_array_new_with_free_func (gw_act_free);
  return self;
}

void
gw_undo_list_free (GwUndoList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

void
gw_undo_list_clear (GwUndoList *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
}

/* An inverse of an act on side @from, whose place is on side @to. */
static void
follow_inverse (GPtrArray *from, GPtrArray *to, const GwCommitInfo *info, guint n_commits)
{
  GwAct *act = find_act (from, info->undone_group, NULL);
  GwAct *begun = find_act_begun_by (to, info->undone_group);

  if (gw_id_is_none (info->undone_group))
    return;
  if (!info->ends_group && act != NULL)
    act->inverse = info->group;
  if (info->ends_group)
    drop_act (from, info->undone_group);
  if (info->ends_group && begun != NULL)
    {
      /* What had been begun was put back: the act it had begun to take back is whole again. */
      begun->inverse = GW_ID_NONE;
      drop_act (to, info->group);
    }
  else
    push_act (to, info, n_commits);
}

void
gw_undo_list_apply (GwUndoList *self, const GwCommitInfo *info, guint n_commits)
{
  switch (info->role)
    {
    case GW_CHANGE_DO:
      push_act (self->done, info, n_commits);
      g_ptr_array_set_size (self->undone, 0);
      break;
    case GW_CHANGE_UNDO:
      follow_inverse (self->done, self->undone, info, n_commits);
      break;
    case GW_CHANGE_REDO:
      follow_inverse (self->undone, self->done, info, n_commits);
      break;
    case GW_CHANGE_NOTE:
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
gw_undo_list_find (GwUndoList *self, GwId group, GwId *out_inverse, guint *out_n_commits)
{
  const GwAct *act = find_act (self->done, group, NULL);

  if (act == NULL)
    act = find_act (self->undone, group, NULL);
  if (act == NULL)
    return FALSE;
  *out_inverse = act->inverse;
  *out_n_commits = act->n_commits;
  return TRUE;
}

gboolean
gw_undo_list_get_undo (GwUndoList *self, GwId *out_group, const char **out_label)
{
  return get_top (self->done, out_group, out_label);
}

gboolean
gw_undo_list_get_redo (GwUndoList *self, GwId *out_group, const char **out_label)
{
  return get_top (self->undone, out_group, out_label);
}

gboolean
gw_undo_list_get_unfinished (GwUndoList *self, GwId *out_group, const char **out_label)
{
  for (guint i = self->done->len; i > 0; i--)
    {
      GwAct *act = g_ptr_array_index (self->done, i - 1);
      if (act->finished && gw_id_is_none (act->inverse))
        continue;
      if (out_group != NULL)
        *out_group = act->group;
      if (out_label != NULL)
        *out_label = act->label;
      return TRUE;
    }
  return FALSE;
}
