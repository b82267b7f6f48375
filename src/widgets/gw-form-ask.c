/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The question before a change that takes more along than what was typed: somebody who dies, moves on
 * or is deleted leaves visits behind. Without an answer nothing is written, and what was typed stays.
 */
#include "config.h"

#include "gw-form-private.h"

#include "gw-question.h"

#include "gw-foresight.h"

#include <glib/gi18n-lib.h>

/**
 * GwAsking: a change that waits for what it takes along, then for the answer. Until there is a
 * question it keeps the form, so that a form that is left at once is saved all the same; a question
 * goes with its form.
 */
typedef struct
{
  GwForm *form; /* weak */
  GwForm *kept;
  GwId id;
  GwChange *change;
  char *sentence;
  GwFormAfter after;
} GwAsking;

static void
gw_asking_free (GwAsking *self)
{
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->kept);
  gw_change_unref (self->change);
  g_free (self->sentence);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwAsking, gw_asking_free)

static void
forget_asking (gpointer self, GClosure *closure)
{
  gw_asking_free (self);
}

/* Whether the form still shows what was asked about; the asking is over. */
static gboolean
ends_asking (GwAsking *self)
{
  GwForm *form = self->form;

  if (form == NULL || !form->is_asking || form->draft == NULL ||
      !gw_id_equal (gw_draft_get_id (form->draft), self->id))
    return FALSE;
  form->is_asking = FALSE;
  return TRUE;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GwAsking *self)
{
  if (!ends_asking (self))
    return;
  if (g_str_equal (response, "go-on"))
    gw_form_submit (self->form, self->id, self->change, self->sentence, self->after);
  else
    gw_form_update_heading (self->form);
}

/* Takes @self. */
static void
ask (GwAsking *self, const GwForesight *foresight)
{
  GtkWidget *widget = GTK_WIDGET (self->form);
  GtkWidget *dialog = gw_question_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                       foresight->heading, foresight->body);
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (dialog);

  if (foresight->sentence != NULL)
    {
      g_free (self->sentence);
      self->sentence = g_strdup (foresight->sentence);
    }
  adw_message_dialog_add_responses (question, "not-now", _ ("_Not now"), "go-on", foresight->answer,
                                    NULL);
  gw_question_settle (question, "not-now", "go-on");
  if (foresight->removes)
    adw_message_dialog_set_response_appearance (question, "go-on", ADW_RESPONSE_DESTRUCTIVE);
  /* The window may go without an answer. */
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), self, forget_asking, 0);
  g_clear_object (&self->kept);
  gw_question_present_for (dialog, widget);
}

static void
on_foreseen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwAsking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwForesight)
      foresight = gw_record_source_foresee_finish (GW_RECORD_SOURCE (source), result, &error);
  gboolean is_shown;

  if (foresight != NULL && gtk_widget_get_root (GTK_WIDGET (self->form)) != NULL)
    {
      ask (g_steal_pointer (&self), foresight);
      return;
    }
  is_shown = ends_asking (self);
  if (foresight == NULL && error == NULL && self->form->source == NULL)
    gw_record_source_submit_async (GW_RECORD_SOURCE (source), self->change, NULL, NULL);
  else if (foresight == NULL && error == NULL)
    gw_form_submit (self->form, self->id, self->change, self->sentence, self->after);
  else if (is_shown)
    gw_form_update_heading (self->form);
  if (is_shown && error != NULL)
    gw_form_show_notice (self->form, GW_FORM_NOTICE_FAILURE, error->message, _ ("I see"));
}

void
gw_form_ask_and_submit (GwForm *form, GwChange *change, const char *sentence, GwFormAfter after)
{
  GwAsking *self = g_new0 (GwAsking, 1);

  g_set_weak_pointer (&self->form, form);
  self->kept = g_object_ref (form);
  self->id = gw_draft_get_id (form->draft);
  self->change = gw_change_ref (change);
  self->sentence = g_strdup (sentence);
  self->after = after;
  form->is_asking = TRUE;
  gw_form_update_heading (form);
  gw_record_source_foresee_async (form->source, change, on_foreseen, self);
}
