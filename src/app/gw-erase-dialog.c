/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with a list of what will go; the answer is the name, typed. */
#include "config.h"

#include "gw-erase-dialog.h"

#include "gw-window-private.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-person.h"
#include "gw-question.h"
#include "gw-session-erase.h"
#include "gw-session-records.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

/** Erasing: whose data, and the question about it. */
typedef struct
{
  GwWindow *window;
  GwSession *session;
  GwRecord *who;
  char *title;
  AdwMessageDialog *dialog;
  GtkBox *parts;
  GtkEditable *entry;
  guint uses; /* the question, and whatever is on its way */
} Erasing;

static Erasing *
erasing_use (Erasing *self)
{
  self->uses++;
  return self;
}

static void
erasing_leave (Erasing *self)
{
  if (--self->uses > 0)
    return;
  g_object_unref (self->window);
  g_object_unref (self->session);
  gw_record_unref (self->who);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Erasing, erasing_leave)

static void erase (Erasing *self);

/* The end ------------------------------------------------------------------------------------- */

static void
on_try_again (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (Erasing) self = user_data;

  if (g_str_equal (response, "again"))
    erase (g_steal_pointer (&self));
}

/* Nothing on the screen names who it was any more, so trying again is offered here or never. */
static void
offer_again (Erasing *self, const char *sentence)
{
  GtkWidget *dialog = gw_question_new (GTK_WINDOW (self->window),
                                       _ ("Not everything is erased yet"), sentence);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "again",
                                    _ ("_Try again"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "again");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect (dialog, "response", G_CALLBACK (on_try_again), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Erasing) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gw_session_erase_finish (GW_SESSION (source), result, &error))
    gw_window_add_toast (self->window, _ ("The data is erased. A new backup was made."));
  else if (!g_error_matches (error, GW_ERROR, GW_ERROR_CANCELLED))
    offer_again (g_steal_pointer (&self), error->message);
}

static void
erase (Erasing *self)
{
  gw_session_erase_async (self->session, gw_record_get_record_type (self->who),
                          gw_record_get_id (self->who), on_erased, self);
}

/* The question -------------------------------------------------------------------------------- */

static void
on_typed (Erasing *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  adw_message_dialog_set_response_enabled (self->dialog, "erase",
                                           gw_text_compare (typed, self->title) == 0);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (Erasing) self = user_data;

  self->dialog = NULL;
  if (g_str_equal (response, "erase"))
    erase (g_steal_pointer (&self));
}

static GtkWidget *
create_note (const char *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (note), 48);
  return note;
}

static GtkWidget *
create_part (const GwRecordType *type, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%u", n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 n == 1 ? _ (type->label) : _ (type->label_plural));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (type->icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (number));
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
create_parts (GPtrArray *records)
{
  GtkWidget *list = gtk_list_box_new ();
  guint n;

  /* Records of one type stand together. */
  for (guint i = 0; i < records->len; i += n)
    {
      const GwRecordType *type = gw_record_get_record_type (records->pdata[i]);

      n = 1;
      while (i + n < records->len && gw_record_get_record_type (records->pdata[i + n]) == type)
        n++;
      gtk_list_box_append (GTK_LIST_BOX (list), create_part (type, n));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static GtkWidget *
create_question (Erasing *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();
  /* Translators: %s is somebody’s name. */
  g_autofree char *title = g_strdup_printf (_ ("Type “%s” to go on"), self->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->entry = GTK_EDITABLE (row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_typed), self);
  return list;
}

static GtkWidget *
create_body (Erasing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->parts = GTK_BOX (box);
  gtk_box_append (
      GTK_BOX (box),
      create_note (_ ("The backups beside the team file are made anew. What others "
                      "wrote elsewhere stays, and so do copies on a stick or in another "
                      "folder, printed sheets and files that were handed over: please "
                      "see to those yourself.")));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  /* Room for the list that comes in a moment, so that the dialog does not jump. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_box_append (GTK_BOX (outer), scroller);
  gtk_box_append (GTK_BOX (outer), create_question (self));
  return outer;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Erasing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      records = gw_session_list_about_finish (GW_SESSION (source), result, &error);

  if (self->dialog == NULL)
    return;
  if (records != NULL)
    gtk_box_prepend (self->parts, create_parts (records));
  else
    {
      gw_window_add_toast (self->window, error->message);
      gtk_window_close (GTK_WINDOW (self->dialog));
    }
}

static void
ask (Erasing *self)
{
  GtkWidget *dialog = gw_question_new (GTK_WINDOW (self->window), NULL, NULL);
  g_autofree char *name = gw_text_isolate (self->title);

  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  /* Translators: %s is somebody’s name. */
  adw_message_dialog_format_heading (self->dialog, _ ("Erase all data about %s?"), name);
  adw_message_dialog_set_body (self->dialog,
                               _ ("This goes for good, and cannot be undone. That something was "
                                  "erased, when and by whom stays written down."));
  adw_message_dialog_set_extra_child (self->dialog, create_body (self));
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "erase", _ ("_Erase"),
                                    NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  on_typed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), erasing_use (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
gw_erase_dialog_present (GwWindow *window, const GwRecord *who)
{
  const GwRecordType *type = who != NULL ? gw_record_get_record_type (who) : NULL;
  Erasing *self;

  g_return_if_fail (GW_IS_WINDOW (window));

  if (type != &gw_person_type && type != &gw_colleague_type)
    return;
  self = g_new0 (Erasing, 1);
  self->window = g_object_ref (window);
  self->session = g_object_ref (window->session);
  self->who = gw_record_ref (who);
  self->title = gw_session_dup_title (self->session, who);
  ask (self);
  gw_session_list_about_async (self->session, type, gw_record_get_id (who), on_looked,
                               erasing_use (self));
}
