/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sealed field: dots. "Show" logs first and then shows the text for 30 seconds; an
 * entry for a new text appears only when asked for.
 */
#include "config.h"

#include "gw-form-editor.h"

#include <glib/gi18n-lib.h>

#define SHOWN_SECONDS 30

/** GwSealed: the parts of one editor and the time it is open. */
typedef struct
{
  GwFormRow *row;
  GtkWidget *text;
  GtkWidget *show;
  GtkWidget *change;
  GtkWidget *entry;
  guint timeout;
  guint seconds_left;
} GwSealed;

static GwSealed *
get_sealed (GtkWidget *editor)
{
  return g_object_get_data (G_OBJECT (editor), "gw-sealed");
}

static void
hide_text (GwSealed *sealed)
{
  const GwFieldValue *value = gw_form_row_get_value (sealed->row);
  gboolean empty = value == NULL || value->form != GW_VALUE_TEXT;

  g_clear_handle_id (&sealed->timeout, g_source_remove);
  gtk_label_set_text (GTK_LABEL (sealed->text), empty ? _ ("Nothing kept") : "••••••");
  gtk_widget_set_visible (sealed->show,
                          !empty && gw_form_row_get_draft (sealed->row) != NULL &&
                              gw_draft_get_base (gw_form_row_get_draft (sealed->row)) != NULL);
  gw_form_row_set_understood (sealed->row, NULL);
}

static void
show_seconds (GwSealed *sealed)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("Hidden again in %u second. That it was shown is logged.",
                "Hidden again in %u seconds. That it was shown is logged.", sealed->seconds_left),
      sealed->seconds_left);

  gw_form_row_set_understood (sealed->row, text);
}

static gboolean
on_second (gpointer data)
{
  GwSealed *sealed = data;

  if (--sealed->seconds_left > 0)
    {
      show_seconds (sealed);
      return G_SOURCE_CONTINUE;
    }
  sealed->timeout = 0;
  hide_text (sealed);
  return G_SOURCE_REMOVE;
}

static void
on_revealed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) editor = user_data;
  GwSealed *sealed = get_sealed (editor);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gw_record_source_reveal_finish (GW_RECORD_SOURCE (source), result,
                                                          &error);

  if (sealed == NULL || gw_form_row_get_draft (sealed->row) == NULL)
    return;
  if (text == NULL)
    {
      gw_form_row_set_understood (sealed->row, error->message);
      return;
    }
  gtk_label_set_text (GTK_LABEL (sealed->text), text);
  gtk_widget_set_visible (sealed->show, FALSE);
  g_clear_handle_id (&sealed->timeout, g_source_remove);
  sealed->seconds_left = SHOWN_SECONDS;
  sealed->timeout = g_timeout_add_seconds (1, on_second, sealed);
  show_seconds (sealed);
}

static void
on_show_clicked (GtkButton *button, GtkWidget *editor)
{
  GwSealed *sealed = get_sealed (editor);
  GwDraft *draft = gw_form_row_get_draft (sealed->row);

  if (draft == NULL || gw_draft_get_base (draft) == NULL)
    return;
  gw_record_source_reveal_async (gw_form_row_get_source (sealed->row), gw_draft_get_base (draft),
                                 gw_form_row_get_index (sealed->row), on_revealed,
                                 g_object_ref (editor));
}

static void
on_entry_changed (GtkEditable *entry, GwSealed *sealed)
{
  g_auto (GwFieldValue) value = gw_field_value_text (gtk_editable_get_text (entry));

  gw_form_row_take_value (sealed->row, &value);
}

static void
on_change_clicked (GtkButton *button, GwSealed *sealed)
{
  gtk_widget_set_visible (sealed->entry, TRUE);
  gtk_widget_set_visible (sealed->change, FALSE);
  gtk_widget_grab_focus (sealed->entry);
}

static void
gw_sealed_free (gpointer data)
{
  GwSealed *sealed = data;

  g_clear_handle_id (&sealed->timeout, g_source_remove);
  g_free (sealed);
}

static void
on_unmap (GtkWidget *editor, GwSealed *sealed)
{
  if (sealed->timeout != 0)
    hide_text (sealed);
}

static GtkWidget *
create_sealed (GwFormRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GwSealed *sealed = g_new0 (GwSealed, 1);

  sealed->row = row;
  sealed->text = gtk_label_new (NULL);
  sealed->show = gtk_button_new_with_label (_ ("Show"));
  sealed->change = gtk_button_new_with_label (_ ("Change…"));
  sealed->entry = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (sealed->entry), TRUE);
  gtk_widget_set_hexpand (sealed->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sealed->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (gw_form_row_get_field (row)->label), -1);
  gtk_box_append (GTK_BOX (box), sealed->text);
  gtk_box_append (GTK_BOX (box), sealed->show);
  gtk_box_append (GTK_BOX (box), sealed->change);
  gtk_box_append (GTK_BOX (box), sealed->entry);
  g_object_set_data_full (G_OBJECT (box), "gw-sealed", sealed, gw_sealed_free);
  g_signal_connect_object (sealed->show, "clicked", G_CALLBACK (on_show_clicked), box, 0);
  g_signal_connect (sealed->change, "clicked", G_CALLBACK (on_change_clicked), sealed);
  g_signal_connect (sealed->entry, "changed", G_CALLBACK (on_entry_changed), sealed);
  g_signal_connect (box, "unmap", G_CALLBACK (on_unmap), sealed);
  return box;
}

static void
refresh_sealed (GwFormRow *row, GtkWidget *editor)
{
  GwSealed *sealed = get_sealed (editor);

  g_signal_handlers_block_by_func (sealed->entry, on_entry_changed, sealed);
  gtk_editable_set_text (GTK_EDITABLE (sealed->entry), "");
  g_signal_handlers_unblock_by_func (sealed->entry, on_entry_changed, sealed);
  gtk_widget_set_visible (sealed->entry, FALSE);
  gtk_widget_set_visible (sealed->change, TRUE);
  hide_text (sealed);
}

const GwFormEditor gw_form_editor_sealed = { create_sealed, refresh_sealed };
