/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A photo: chosen, turned upright, made small and written afresh, so that neither the place where it
 * was taken nor twelve megapixels come along; then kept as an attachment.
 */
#include "config.h"

#include "gw-form-editor.h"

#include "gw-face-picture.h"
#include "gw-file-chooser.h"

#include "gw-picture.h"

#include <glib/gi18n-lib.h>

#define LONGEST_SIDE 1024
#define EDITOR_KEY "gw-photo-editor"

static GtkWidget *
get_remove_button (GtkWidget *editor)
{
  return gtk_widget_get_last_child (editor);
}

static void
refresh_photo (GwFormRow *row, GtkWidget *editor)
{
  const GwFieldValue *value = gw_form_row_get_value (row);
  const char *name = value->form == GW_VALUE_TEXT ? value->text : NULL;

  gw_face_show_attachment (GW_FACE (gtk_widget_get_first_child (editor)),
                           gw_form_row_get_source (row), name);
  gtk_widget_set_visible (get_remove_button (editor), name != NULL);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwFormRow) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = gw_record_source_put_attachment_finish (GW_RECORD_SOURCE (source), result,
                                                                  &error);
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  if (name == NULL)
    {
      gw_form_row_set_misread (row, error->message);
      return;
    }
  value = gw_field_value_text (name);
  gw_form_row_set_misread (row, NULL);
  gw_form_row_take_value (row, &value);
  if (gw_form_row_get_draft (row) != NULL)
    refresh_photo (row, g_object_get_data (G_OBJECT (row), EDITOR_KEY));
}

static void
make_small_in_worker (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &error);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  char *buffer;
  gsize size;

  if (stream != NULL)
    pixbuf = gw_picture_read (G_INPUT_STREAM (stream), LONGEST_SIDE, cancellable, &error);
  if (pixbuf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (gdk_pixbuf_save_to_buffer (upright, &buffer, &size, "jpeg", &error, "quality", "85", NULL))
    g_task_return_pointer (task, g_bytes_new_take (buffer, size), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_made_small (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwFormRow) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    {
      g_debug ("%s", error->message);
      gw_form_row_set_misread (row, _ ("This is not a photo that can be read. "
                                       "Please choose a JPEG or PNG file."));
      return;
    }
  gw_record_source_put_attachment_async (gw_form_row_get_source (row), bytes, on_kept,
                                         g_object_ref (row));
}

static void
on_photo_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (GwFormRow) row = user_data;
  g_autoptr (GTask) task = NULL;

  if (file == NULL || gw_form_row_get_draft (row) == NULL)
    return;
  task = g_task_new (NULL, NULL, on_made_small, g_object_ref (row));
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, make_small_in_worker);
}

static void
on_choose_clicked (GtkButton *button, GwFormRow *row)
{
  const char *const mime_types[] = { "image/jpeg", "image/png", "image/webp", NULL };
  GwFileWish wish = { .title = _ ("Choose a photo"),
                      .accept = _ ("_Choose"),
                      .filter_name = _ ("Photos"),
                      .mime_types = mime_types };

  gw_file_chooser_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), &wish,
                        on_photo_chosen, g_object_ref (row));
}

static void
on_remove_clicked (GtkButton *button, GwFormRow *row)
{
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  gw_form_row_take_value (row, &value);
  refresh_photo (row, g_object_get_data (G_OBJECT (row), EDITOR_KEY));
}

static GtkWidget *
create_photo (GwFormRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *choose = gtk_button_new_with_label (_ ("Choose…"));
  GtkWidget *remove = gtk_button_new_with_label (_ ("Take away"));

  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gw_face_new (56));
  gtk_box_append (GTK_BOX (box), choose);
  gtk_box_append (GTK_BOX (box), remove);
  g_signal_connect (choose, "clicked", G_CALLBACK (on_choose_clicked), row);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_clicked), row);
  g_object_set_data (G_OBJECT (row), EDITOR_KEY, box);
  return box;
}

const GwFormEditor gw_form_editor_photo = { create_photo, refresh_photo };
