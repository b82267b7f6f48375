/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit view in sentences: who, when, what, from what to what. */
#include "config.h"

#include "gw-session-history.h"
#include "gw-session-private.h"
#include "gw-session-words.h"

#include "gw-colleague.h"
#include "gw-store-history.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 500

static char *
dup_author (GwSession *self, GwId author)
{
  const GwRecord *record;

  if (gw_id_is_none (author))
    return g_strdup (_ ("Somebody"));
  record = gw_session_find_record (self, author);
  if (record == NULL)
    {
      gw_session_ask_name (self, &gw_colleague_type, author);
      return g_strdup (_ ("A colleague"));
    }
  return gw_session_dup_title (self, record);
}

static char *
say_field_changed (GwSession *self, const GwField *field, const GwHistoryEntry *entry)
{
  const char *label = _ (field->label);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (entry->sealed || field->kind == GW_FIELD_ATTACHMENT)
    /* Translators: a field's label, "Key safe was changed". */
    return g_strdup_printf (_ ("%s was changed"), label);
  before = gw_session_dup_value (self, &entry->before, field);
  after = gw_session_dup_value (self, &entry->after, field);
  if (entry->before.form == GW_VALUE_EMPTY)
    /* Translators: a field's label and its new value. */
    return g_strdup_printf (_ ("%s: now “%s”, before nothing"), label, after);
  if (entry->after.form == GW_VALUE_EMPTY)
    /* Translators: a field's label and the value it had. */
    return g_strdup_printf (_ ("%s: “%s” was taken away"), label, before);
  /* Translators: a field's label, the value before and the value after. */
  return g_strdup_printf (_ ("%s: from “%s” to “%s”"), label, before, after);
}

static char *
say_entry (GwSession *self, const GwRecordType *type, const GwHistoryEntry *entry)
{
  switch (entry->kind)
    {
    case GW_HISTORY_MADE:
      return g_strdup (_ ("Added"));
    case GW_HISTORY_CHANGED:
      if (entry->field < 0 || entry->field >= (gint) type->n_fields)
        return g_strdup (_ ("Changed"));
      return say_field_changed (self, &type->fields[entry->field], entry);
    case GW_HISTORY_DELETED:
      return g_strdup (_ ("Deleted"));
    case GW_HISTORY_RESTORED:
      return g_strdup (_ ("Brought back"));
    case GW_HISTORY_ERASED:
      return g_strdup (_ ("Erased"));
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_act (GwSession *self, const GwHistoryEntry *entry)
{
  const char *label = gw_session_veil_label (self, entry->label);

  if (entry->role == GW_CHANGE_UNDO)
    return g_strdup_printf (_ ("Taken back: %s"), label);
  if (entry->role == GW_CHANGE_REDO)
    return g_strdup_printf (_ ("Done again: %s"), label);
  return g_strdup (label);
}

static GwHistoryLine *
say_line (GwSession *self, const GwRecordType *type, const GwHistoryEntry *entry)
{
  GwHistoryLine *line = g_new0 (GwHistoryLine, 1);

  line->when = gw_session_dup_moment (self->clock, entry->instant);
  line->who = dup_author (self, entry->author);
  line->what = say_entry (self, type, entry);
  line->label = dup_act (self, entry);
  return line;
}

static void
on_history_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_source_object (task);
  const GwRecordType *type = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = gw_store_history_finish (GW_STORE (source), result, &error);
  GPtrArray *lines;

  if (entries == NULL)
    {
      gw_session_error_say (&error, GW_ERROR_DEED_READ);
      g_task_return_error (task, error);
      return;
    }
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_history_line_free);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (lines, say_line (self, type, g_ptr_array_index (entries, i)));
  g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
}

void
gw_session_history_async (GwSession *self, const GwRecord *record, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  const GwRecordType *type;

  g_return_if_fail (GW_IS_SESSION (self));

  type = gw_record_get_record_type (record);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, (gpointer) type, NULL);
  gw_store_history_async (self->store, type, gw_record_get_id (record), MOST_LINES, NULL,
                          on_history_read, task);
}

GPtrArray *
gw_session_history_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
