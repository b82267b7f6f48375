/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The life of a form's draft: kept while it is typed, offered again, rebased when the record changes
 * under it, committed, deleted.
 */
#include "config.h"

#include "gw-form-private.h"

#include "gw-draft-text.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

#define KEEP_AFTER_MS 600

/* Kept ------------------------------------------------------------------------------------ */

static gboolean
on_keep (gpointer data)
{
  GwForm *self = data;

  self->keep_timeout = 0;
  if (self->draft == NULL)
    return G_SOURCE_REMOVE;
  if (gw_draft_is_edited (self->draft))
    gw_record_source_keep_draft (self->source, self->draft);
  else
    gw_form_forget_draft (self);
  return G_SOURCE_REMOVE;
}

void
gw_form_keep_soon (GwForm *self)
{
  if (self->keep_timeout == 0)
    self->keep_timeout = g_timeout_add (KEEP_AFTER_MS, on_keep, self);
}

void
gw_form_forget_draft (GwForm *self)
{
  g_clear_handle_id (&self->keep_timeout, g_source_remove);
  if (self->draft != NULL)
    gw_record_source_drop_draft (self->source, self->type, gw_draft_get_id (self->draft));
}

/** GwKeptAnswer: which record the question was about. */
typedef struct
{
  GwForm *form;
  GwId id;
} GwKeptAnswer;

static void
on_kept_draft (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwKeptAnswer *answer = user_data;
  g_autoptr (GwForm) self = answer->form;
  GwId id = answer->id;
  g_autofree char *text = gw_record_source_get_draft_finish (GW_RECORD_SOURCE (source), result);

  g_free (answer);
  if (text == NULL || self->draft == NULL || !gw_id_equal (gw_draft_get_id (self->draft), id) ||
      gw_form_is_changed (self))
    return;
  gw_draft_apply_text (self->draft, text);
  if (!gw_draft_is_edited (self->draft))
    return;
  gw_form_show_draft (self);
  gw_form_show_notice (self, GW_FORM_NOTICE_KEPT_DRAFT,
                       _ ("This was typed before and not saved. It is here again."),
                       _ ("Throw away"));
}

void
gw_form_offer_kept (GwForm *self)
{
  GwKeptAnswer *answer = g_new (GwKeptAnswer, 1);

  answer->form = g_object_ref (self);
  answer->id = gw_draft_get_id (self->draft);
  gw_record_source_get_draft_async (self->source, self->type, answer->id, on_kept_draft, answer);
}

static void
on_new_draft (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwForm) self = user_data;
  g_autoptr (GwDraft)
      kept = gw_record_source_get_new_draft_finish (GW_RECORD_SOURCE (source), result);
  GwDraft *pristine;

  if (kept == NULL || self->draft == NULL || self->item != NULL || gw_form_is_changed (self) ||
      gw_draft_get_record_type (kept) != self->type || !gw_draft_is_edited (kept))
    return;
  pristine = self->draft;
  self->draft = g_steal_pointer (&kept);
  gw_form_show_draft (self);
  gw_draft_free (pristine);
  gw_form_show_notice (self, GW_FORM_NOTICE_KEPT_DRAFT,
                       _ ("This was typed before and not saved. It is here again."),
                       _ ("Throw away"));
}

void
gw_form_offer_new (GwForm *self)
{
  gw_record_source_get_new_draft_async (self->source, self->type, on_new_draft,
                                        g_object_ref (self));
}

/* Followed -------------------------------------------------------------------------------- */

/* What was erased has left nothing to look at. */
static gboolean
is_blank (const GwRecord *record)
{
  for (guint i = 0; i < gw_record_get_record_type (record)->n_fields; i++)
    if (gw_record_has (record, i))
      return FALSE;
  return TRUE;
}

void
gw_form_follow_item (GwForm *self)
{
  const GwRecord *record = gw_item_get_record (self->item);
  guint n_conflicts;

  if (self->draft == NULL || record == NULL)
    return;
  if (gw_record_is_deleted (record) && is_blank (record))
    {
      gw_form_clear (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "form.close", NULL);
      return;
    }
  if (gw_record_is_deleted (record))
    {
      gw_form_show_notice (self, GW_FORM_NOTICE_CHANGED_ELSEWHERE, _ ("This was deleted."), NULL);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", FALSE);
      return;
    }
  if (!gw_form_is_changed (self) || self->is_saving)
    {
      GwDraft *fresh = gw_draft_new_for (record);
      GwDraft *old = self->draft;

      self->draft = fresh;
      gw_form_show_draft (self);
      gw_draft_free (old);
      return;
    }
  n_conflicts = gw_draft_rebase (self->draft, record);
  gw_form_show_draft (self);
  if (n_conflicts > 0)
    gw_form_show_notice (self, GW_FORM_NOTICE_CHANGED_ELSEWHERE,
                         _ ("Somebody changed the same meanwhile. Saving puts what you typed in "
                            "its place."),
                         _ ("I see"));
}

/* Saved ----------------------------------------------------------------------------------- */

/** GwSaving: a commit on its way, and what to say when it is there. */
typedef struct
{
  GwForm *form;
  GwId id;
  char *sentence;
  gboolean deletes;
  gboolean clears;
} GwSaving;

static void
gw_saving_free (GwSaving *saving)
{
  g_object_unref (saving->form);
  g_free (saving->sentence);
  g_free (saving);
}

#define NEW_ITEM_KEY "gw-new-item"

static void
on_new_item (GwItem *item, GParamSpec *pspec, GwForm *self)
{
  g_autoptr (GwItem) kept = g_object_ref (item);

  if (gw_item_get_record (item) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (item, on_new_item, self);
  g_object_set_data (G_OBJECT (self), NEW_ITEM_KEY, NULL);
  if (self->item == NULL && self->draft != NULL &&
      gw_id_equal (gw_draft_get_id (self->draft), gw_item_get_id (kept)))
    gw_form_edit (self, kept);
}

/* What was new is edited from now on, and has a history: at once, or when it has been read. */
static void
take_new_item (GwForm *self, GwId id)
{
  g_autoptr (GwItem) item = gw_record_source_get_item (self->source, self->type, id);

  if (gw_item_get_record (item) != NULL)
    {
      gw_form_edit (self, item);
      return;
    }
  g_object_set_data_full (G_OBJECT (self), NEW_ITEM_KEY, g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "notify::record", G_CALLBACK (on_new_item), self, 0);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwSaving *saving = user_data;
  g_autoptr (GwForm) self = g_object_ref (saving->form);
  g_autoptr (GError) error = NULL;
  gboolean ok = gw_record_source_submit_finish (GW_RECORD_SOURCE (source), result, &error);
  gboolean same = self->draft != NULL && gw_id_equal (gw_draft_get_id (self->draft), saving->id);

  if (ok)
    gw_record_source_drop_draft (GW_RECORD_SOURCE (source), self->type, saving->id);
  if (same)
    {
      self->is_saving = FALSE;
      if (!ok)
        gw_form_show_notice (self, GW_FORM_NOTICE_FAILURE, error->message, _ ("I see"));
      else
        {
          self->tried_to_save = FALSE;
          gw_form_hide_notice (self, self->notice_kind);
          if (saving->deletes || saving->clears)
            gw_form_clear (self);
          else if (self->item == NULL)
            take_new_item (self, saving->id);
        }
      gw_form_update_heading (self);
    }
  if (ok)
    g_signal_emit_by_name (self, saving->deletes ? "deleted" : "saved", saving->sentence);
  gw_saving_free (saving);
}

void
gw_form_submit (GwForm *self, GwId id, GwChange *change, const char *sentence, GwFormAfter after)
{
  GwSaving *saving = g_new (GwSaving, 1);

  saving->form = g_object_ref (self);
  saving->id = id;
  saving->sentence = g_strdup (sentence);
  saving->deletes = after == GW_FORM_DELETES;
  saving->clears = after == GW_FORM_ENDS;
  if (self->draft != NULL && gw_id_equal (gw_draft_get_id (self->draft), id))
    {
      self->is_saving = TRUE;
      g_clear_handle_id (&self->keep_timeout, g_source_remove);
      gw_form_update_heading (self);
    }
  gw_record_source_submit_async (self->source, change, on_submitted, saving);
}

void
gw_form_save_change (GwForm *self, GwChange *change, const char *sentence)
{
  g_return_if_fail (GW_IS_FORM (self));

  if (self->draft != NULL && !self->is_saving && !self->is_asking)
    gw_form_submit (self, gw_draft_get_id (self->draft), change, sentence, GW_FORM_ENDS);
}

static gboolean
is_asked_about (GwForm *self)
{
  gboolean asked = FALSE;

  if (self->item != NULL)
    g_signal_emit_by_name (self, "save-asked", self->draft, &asked);
  return asked;
}

/* @record as sentences call it now, and as labels keep it. */
static void
dup_names (GwForm *self, const GwRecord *record, char **out_title, char **out_name)
{
  g_autofree char *title = gw_record_source_dup_title (self->source, record);
  g_autofree char *name = gw_record_source_dup_label_title (self->source, record);

  *out_title = gw_text_isolate (title);
  *out_name = gw_text_isolate (name);
}

void
gw_form_save (GwForm *self)
{
  g_autoptr (GwRecord) record = NULL;
  g_autoptr (GwChange) change = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (self->draft == NULL || self->is_saving || self->is_asking ||
      (self->item != NULL && !gw_form_is_changed (self)))
    return;
  self->tried_to_save = TRUE;
  if (!gw_form_validate (self))
    {
      gw_form_lead_to_problem (self);
      return;
    }
  if (is_asked_about (self))
    return;
  record = gw_draft_build (self->draft);
  dup_names (self, record, &title, &name);
  label = g_strdup_printf (self->item != NULL ? _ ("%s changed") : _ ("%s added"), name);
  change = gw_change_new (label);
  gw_change_add_draft (change, self->draft);
  sentence = g_strdup_printf (_ ("%s is saved"), title);
  gw_form_ask_and_submit (self, change, sentence, GW_FORM_GOES_ON);
}

void
gw_form_delete (GwForm *self)
{
  const GwRecord *record = self->item != NULL ? gw_item_get_record (self->item) : NULL;
  g_autoptr (GwChange) change = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (record == NULL || gw_record_is_deleted (record) || self->draft == NULL || self->is_saving ||
      self->is_asking)
    return;
  dup_names (self, record, &title, &name);
  label = g_strdup_printf (_ ("%s deleted"), name);
  change = gw_change_new (label);
  gw_change_delete (change, record);
  sentence = g_strdup_printf (_ ("%s is deleted"), title);
  gw_form_ask_and_submit (self, change, sentence, GW_FORM_DELETES);
}
