/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who and what: chips with faces, each with a button that takes it away, and a button that opens a
 * chooser. A single reference is a set that holds one.
 */
#include "config.h"

#include "gw-form-editor.h"

#include "gw-face-picture.h"
#include "gw-record-chooser.h"
#include "gw-record-macros.h"
#include "gw-wrap-box.h"

#include <glib/gi18n-lib.h>

#define ID_KEY "gw-reference-id"

static gboolean
is_one (GwFormRow *row)
{
  return gw_form_row_get_field (row)->kind == GW_FIELD_REFERENCE;
}

static GwIds
get_ids (GwFormRow *row)
{
  const GwFieldValue *value = gw_form_row_get_value (row);
  GwIds list = { NULL, 0 };

  if (value != NULL && value->form == GW_VALUE_ID)
    list = (GwIds){ &value->id, 1 };
  else if (value != NULL && value->form == GW_VALUE_IDS)
    list = (GwIds){ value->ids, value->n_ids };
  return list;
}

static void refresh_reference (GwFormRow *row, GtkWidget *editor);

static GtkWidget *
get_editor (GtkWidget *inside)
{
  return gtk_widget_get_ancestor (inside, GW_TYPE_WRAP_BOX);
}

static void
on_remove_clicked (GtkButton *button, GwFormRow *row)
{
  const GwId *id = g_object_get_data (G_OBJECT (button), ID_KEY);
  GwIds before = get_ids (row);
  g_autofree GwId *left = g_new (GwId, before.n + 1);
  guint n = 0;
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  GtkWidget *editor = get_editor (GTK_WIDGET (button));

  for (guint i = 0; i < before.n; i++)
    if (!gw_id_equal (before.ids[i], *id))
      left[n++] = before.ids[i];
  if (!is_one (row))
    value = gw_field_value_ids (left, n);
  gw_form_row_take_value (row, &value);
  refresh_reference (row, editor);
}

static void
on_chosen (GwRecordChooser *chooser, GwItem *item, GwFormRow *row)
{
  GwIds before = get_ids (row);
  g_autofree GwId *ids = g_new (GwId, before.n + 1);
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  GtkWidget *editor = get_editor (GTK_WIDGET (chooser));

  if (is_one (row))
    value = gw_field_value_id (gw_item_get_id (item));
  else
    {
      for (guint i = 0; i < before.n; i++)
        ids[i] = before.ids[i];
      ids[before.n] = gw_item_get_id (item);
      value = gw_field_value_ids (ids, before.n + 1);
    }
  gw_form_row_take_value (row, &value);
  refresh_reference (row, editor);
}

/* Chips ----------------------------------------------------------------------------------- */

static void
show_chip (GwItem *item, GParamSpec *pspec, GtkWidget *chip)
{
  GwRecordSource *source = g_object_get_data (G_OBJECT (chip), "gw-source");
  GtkWidget *face = gtk_widget_get_first_child (chip);
  GtkWidget *label = gtk_widget_get_next_sibling (face);
  GtkWidget *remove = gtk_widget_get_next_sibling (label);
  const GwRecord *record = gw_item_get_record (item);
  g_autofree char *title = NULL;
  g_autofree char *tooltip = NULL;

  if (record == NULL)
    title = g_strdup ("…");
  else if (gw_record_is_deleted (record))
    title = g_strdup (_ ("Deleted"));
  else
    title = gw_record_source_dup_title (source, record);
  gw_face_show_record (GW_FACE (face), source, record);
  gtk_label_set_text (GTK_LABEL (label), title);
  tooltip = g_strdup_printf (_ ("Take %s away"), title);
  gtk_widget_set_tooltip_text (remove, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
}

static GtkWidget *
create_chip (GwFormRow *row, const GwRecordType *type, GwId id)
{
  GwRecordSource *source = gw_form_row_get_source (row);
  g_autoptr (GwItem) item = gw_record_source_get_item (source, type, id);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *face = gw_face_new (22);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (chip, "gw-reference");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_visible (face, gw_record_type_has_face (type));
  gtk_box_append (GTK_BOX (chip), face);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);
  g_object_set_data_full (G_OBJECT (remove), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (chip), "gw-source", g_object_ref (source), g_object_unref);
  g_object_set_data_full (G_OBJECT (chip), "gw-item", g_object_ref (item), g_object_unref);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_clicked), row);
  g_signal_connect_object (item, "notify::record", G_CALLBACK (show_chip), chip, 0);
  show_chip (item, NULL, chip);
  return chip;
}

static GtkWidget *
create_add_button (GwFormRow *row, const GwRecordType *type)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *chooser = gw_record_chooser_new (gw_form_row_get_source (row), type);
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), is_one (row) ? _ ("Choose…") : _ ("Add…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  name = g_strdup_printf (_ ("Choose for “%s”"), _ (gw_form_row_get_field (row)->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_chosen), row);
  return button;
}

static GtkWidget *
create_reference (GwFormRow *row)
{
  GtkWidget *box = gw_wrap_box_new (6);
  const GwRecordType *type = gw_record_source_find_type (gw_form_row_get_source (row),
                                                         gw_form_row_get_field (row)->target);

  gw_wrap_box_append (GW_WRAP_BOX (box), create_add_button (row, type));
  return box;
}

/* The chooser's button is the last child and stays; chips before it are made afresh. */
static void
refresh_reference (GwFormRow *row, GtkWidget *editor)
{
  const GwRecordType *type = gw_record_source_find_type (gw_form_row_get_source (row),
                                                         gw_form_row_get_field (row)->target);
  GwIds ids = get_ids (row);
  GtkWidget *button = gtk_widget_get_last_child (editor);

  while (gtk_widget_get_first_child (editor) != button)
    gtk_widget_unparent (gtk_widget_get_first_child (editor));
  for (guint i = 0; i < ids.n; i++)
    gw_wrap_box_insert_before (GW_WRAP_BOX (editor), create_chip (row, type, ids.ids[i]), button);
}

const GwFormEditor gw_form_editor_reference = { create_reference, refresh_reference };
