/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which editor a field gets, and the simple ones: lists of choices, switches, fixed text. */
#include "config.h"

#include "gw-form-editor.h"

#include "gw-wrap-box.h"

#include <glib/gi18n-lib.h>

const GwFormEditor *
gw_form_editor_for (const GwField *field)
{
  switch (field->kind)
    {
    case GW_FIELD_RICH_TEXT:
      return &gw_form_editor_lines;
    case GW_FIELD_FLAG:
      return &gw_form_editor_flag;
    case GW_FIELD_CHOICE:
      return &gw_form_editor_choice;
    case GW_FIELD_CHOICES:
      return &gw_form_editor_choices;
    case GW_FIELD_REFERENCE:
    case GW_FIELD_REFERENCES:
      return &gw_form_editor_reference;
    case GW_FIELD_ATTACHMENT:
      return &gw_form_editor_photo;
    case GW_FIELD_SEALED:
      return &gw_form_editor_sealed;
    case GW_FIELD_INSTANT:
      return &gw_form_editor_fixed;
    case GW_FIELD_TEXT:
    case GW_FIELD_DAY:
    case GW_FIELD_MINUTE:
    case GW_FIELD_SPAN:
    case GW_FIELD_MONEY:
    case GW_FIELD_NUMBER:
    case GW_FIELD_PLACE:
    default:
      return &gw_form_editor_typed;
    }
}

/* One of a few ---------------------------------------------------------------------------- */

static guint
count_choices (const GwChoice *choices)
{
  guint n = 0;

  while (choices[n].key != NULL)
    n++;
  return n;
}

static void
on_choice_selected (GtkDropDown *drop_down, GParamSpec *pspec, GwFormRow *row)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected > 0)
    value = gw_field_value_integer (gw_form_row_get_field (row)->choices[selected - 1].number);
  gw_form_row_take_value (row, &value);
}

static GtkWidget *
create_choice (GwFormRow *row)
{
  const GwField *field = gw_form_row_get_field (row);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (names, _ ("Not said"));
  for (guint i = 0; i < count_choices (field->choices); i++)
    gtk_string_list_append (names, _ (field->choices[i].label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_choice_selected), row);
  return drop_down;
}

static void
refresh_choice (GwFormRow *row, GtkWidget *editor)
{
  const GwField *field = gw_form_row_get_field (row);
  const GwFieldValue *value = gw_form_row_get_value (row);
  guint selected = 0;

  if (value->form == GW_VALUE_INTEGER)
    for (guint i = 0; i < count_choices (field->choices); i++)
      if (field->choices[i].number == value->integer)
        selected = i + 1;
  g_signal_handlers_block_by_func (editor, on_choice_selected, row);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), selected);
  g_signal_handlers_unblock_by_func (editor, on_choice_selected, row);
}

const GwFormEditor gw_form_editor_choice = { create_choice, refresh_choice };

/* Any of a few ---------------------------------------------------------------------------- */

#define CHOICE_KEY "gw-choice-number"

static void
on_choice_toggled (GtkToggleButton *button, GwFormRow *row)
{
  gint number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), CHOICE_KEY));
  const GwFieldValue *before = gw_form_row_get_value (row);
  guint64 set;
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  if (before == NULL)
    return;
  set = before->form == GW_VALUE_INTEGER ? (guint64) before->integer : 0;
  if (gtk_toggle_button_get_active (button))
    set |= G_GUINT64_CONSTANT (1) << number;
  else
    set &= ~(G_GUINT64_CONSTANT (1) << number);
  if (set != 0)
    value = gw_field_value_integer ((gint64) set);
  gw_form_row_take_value (row, &value);
}

static GtkWidget *
create_choices (GwFormRow *row)
{
  const GwField *field = gw_form_row_get_field (row);
  GtkWidget *box = gw_wrap_box_new (6);

  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (field->choices[i].label));

      gtk_widget_add_css_class (button, "gw-chip");
      g_object_set_data (G_OBJECT (button), CHOICE_KEY, GINT_TO_POINTER (field->choices[i].number));
      g_signal_connect (button, "toggled", G_CALLBACK (on_choice_toggled), row);
      gw_wrap_box_append (GW_WRAP_BOX (box), button);
    }
  gtk_widget_set_margin_top (box, 2);
  return box;
}

static void
refresh_choices (GwFormRow *row, GtkWidget *editor)
{
  const GwFieldValue *value = gw_form_row_get_value (row);
  guint64 set = value->form == GW_VALUE_INTEGER ? (guint64) value->integer : 0;

  for (GtkWidget *button = gtk_widget_get_first_child (editor); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      gint number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), CHOICE_KEY));

      g_signal_handlers_block_by_func (button, on_choice_toggled, row);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), (set >> number) & 1);
      g_signal_handlers_unblock_by_func (button, on_choice_toggled, row);
    }
}

const GwFormEditor gw_form_editor_choices = { create_choices, refresh_choices };

/* Yes or no ------------------------------------------------------------------------------- */

static void
on_flag_changed (GtkSwitch *editor, GParamSpec *pspec, GwFormRow *row)
{
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  if (gtk_switch_get_active (editor))
    value = gw_field_value_integer (1);
  gw_form_row_take_value (row, &value);
}

static GtkWidget *
create_flag (GwFormRow *row)
{
  GtkWidget *editor = gtk_switch_new ();

  gtk_widget_set_halign (editor, GTK_ALIGN_START);
  gtk_widget_set_margin_top (editor, 4);
  gtk_widget_set_margin_bottom (editor, 4);
  g_signal_connect (editor, "notify::active", G_CALLBACK (on_flag_changed), row);
  return editor;
}

static void
refresh_flag (GwFormRow *row, GtkWidget *editor)
{
  const GwFieldValue *value = gw_form_row_get_value (row);

  g_signal_handlers_block_by_func (editor, on_flag_changed, row);
  gtk_switch_set_active (GTK_SWITCH (editor),
                         value->form == GW_VALUE_INTEGER && value->integer != 0);
  g_signal_handlers_unblock_by_func (editor, on_flag_changed, row);
}

const GwFormEditor gw_form_editor_flag = { create_flag, refresh_flag };

/* Never edited ---------------------------------------------------------------------------- */

static GtkWidget *
create_fixed (GwFormRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 7);
  return label;
}

static void
refresh_fixed (GwFormRow *row, GtkWidget *editor)
{
  g_autofree char *text = gw_field_value_to_text (gw_form_row_get_value (row),
                                                  gw_form_row_get_field (row));

  gtk_label_set_text (GTK_LABEL (editor), text);
}

const GwFormEditor gw_form_editor_fixed = { create_fixed, refresh_fixed };

/* Several lines --------------------------------------------------------------------------- */

static void
on_lines_changed (GtkTextBuffer *buffer, GwFormRow *row)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  value = gw_field_value_text (text);
  gw_form_row_take_value (row, &value);
}

static GtkTextBuffer *
get_buffer (GtkWidget *editor)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_frame_get_child (GTK_FRAME (editor))));
}

static GtkWidget *
create_lines (GwFormRow *row)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_widget_set_size_request (view, -1, 62);
  gtk_widget_add_css_class (frame, "gw-form-lines");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (gw_form_row_get_field (row)->label), -1);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                    G_CALLBACK (on_lines_changed), row);
  return frame;
}

static void
refresh_lines (GwFormRow *row, GtkWidget *editor)
{
  const GwFieldValue *value = gw_form_row_get_value (row);
  GtkTextBuffer *buffer = get_buffer (editor);

  g_signal_handlers_block_by_func (buffer, on_lines_changed, row);
  gtk_text_buffer_set_text (buffer, value->form == GW_VALUE_TEXT ? value->text : "", -1);
  g_signal_handlers_unblock_by_func (buffer, on_lines_changed, row);
}

const GwFormEditor gw_form_editor_lines = { create_lines, refresh_lines };
