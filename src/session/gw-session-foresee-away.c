/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question before somebody is written down as away on days on which they are away already. */
#include "config.h"

#include "gw-session-foresee-private.h"

#include "gw-absence-words.h"
#include "gw-session-private.h"

#include "gw-absence-change.h"
#include "gw-colleague.h"

#include <glib/gi18n-lib.h>

/** Doubling: time away that is about to be written down, and who it is. */
typedef struct
{
  GwRecord *absence;
  char *name;
} Doubling;

static void
doubling_free (Doubling *self)
{
  gw_record_unref (self->absence);
  g_free (self->name);
  g_free (self);
}

static GwForesight *
create_doubling (const Doubling *self, const GwAbsence *known)
{
  GwForesight *foresight = g_new0 (GwForesight, 1);

  /* Translators: %s is a colleague’s name. */
  foresight->heading = g_strdup_printf (_ ("Is %s away twice?"), self->name);
  foresight->body = gw_absence_dup_known (known, self->name);
  foresight->answer = g_strdup (_ ("_Save all the same"));
  return foresight;
}

static void
look_for_others (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Doubling *self = data;
  g_autoptr (GwQuery) query = gw_query_new (&gw_absence_type);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  const GwAbsence *known;
  GError *error = NULL;

  gw_query_where_id (query, GW_ABSENCE_COLLEAGUE, gw_absence_get_colleague (self->absence));
  others = gw_session_query_sync (source, query, NULL, &error);
  if (others == NULL)
    {
      gw_session_error_say (&error, GW_ERROR_DEED_READ);
      g_task_return_error (task, error);
      return;
    }
  for (guint i = others->len; i > 0; i--)
    if (gw_id_equal (gw_record_get_id (others->pdata[i - 1]), gw_record_get_id (self->absence)))
      g_ptr_array_remove_index (others, i - 1);
  gaps = gw_absence_list_gaps (self->absence, others, &known);
  g_task_return_pointer (task, known != NULL ? create_doubling (self, known) : NULL,
                         (GDestroyNotify) gw_foresight_free);
}

/* The time away that @change writes down or moves, as it will be; NULL: nothing of the kind. */
static GwRecord *
build_absence (GwSession *self, GwChange *change)
{
  const GwOperation *operation = gw_change_get_n_operations (change) == 1
                                     ? gw_change_get_operation (change, 0)
                                     : NULL;
  g_autoptr (GwItem) item = NULL;
  g_autoptr (GwDraft) draft = NULL;
  gboolean moves = FALSE;

  if (operation == NULL || operation->type != &gw_absence_type ||
      (operation->kind != GW_OPERATION_INSERT && operation->kind != GW_OPERATION_UPDATE))
    return NULL;
  item = gw_session_get_item (self, operation->type, operation->record_id);
  draft = gw_item_get_record (item) != NULL
              ? gw_draft_new_for (gw_item_get_record (item))
              : gw_draft_new_with_id (operation->type, operation->record_id);
  for (guint i = 0; i < operation->n_edits; i++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

      moves |= operation->edits[i].field != GW_ABSENCE_NOTE;
      gw_field_value_copy (&operation->edits[i].value, &value);
      gw_draft_take_value (draft, operation->edits[i].field, &value);
    }
  return moves ? gw_draft_build (draft) : NULL;
}

gboolean
gw_session_foresee_away (GwSession *self, GwChange *change, GTask *task)
{
  g_autoptr (GwRecord) absence = build_absence (self, change);
  Doubling *doubling;

  if (absence == NULL || gw_absence_get_state (absence) != GW_ABSENCE_APPROVED)
    return FALSE;
  doubling = g_new0 (Doubling, 1);
  doubling->absence = g_steal_pointer (&absence);
  doubling->name = gw_session_dup_name_in_words (self, &gw_colleague_type,
                                                 gw_absence_get_colleague (doubling->absence));
  g_task_set_task_data (task, doubling, (GDestroyNotify) doubling_free);
  g_task_run_in_thread (task, look_for_others);
  return TRUE;
}
