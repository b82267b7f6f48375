/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Label, editor and the line below, where a problem goes before what was understood and a hint. */
#include "config.h"

#include "gw-form-row.h"

#include "gw-form-editor.h"

#include <glib/gi18n-lib.h>

struct _GwFormRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  AdwBin *slot;
  GtkLabel *caption;

  GwRecordSource *source;
  const GwRecordType *type;
  guint index;
  GwDraft *draft;
  const GwFormEditor *editor;
  char *understood;
  char *misread;
  char *problem;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwFormRow, gw_form_row, ADW_TYPE_PREFERENCES_ROW)

static void
update_caption (GwFormRow *self)
{
  const GwField *field = gw_form_row_get_field (self);
  const char *trouble = self->misread != NULL ? self->misread : self->problem;
  const char *text = trouble;
  GtkWidget *caption = GTK_WIDGET (self->caption);

  if (text == NULL)
    text = self->understood;
  if (text == NULL && field->hint != NULL)
    text = _ (field->hint);
  gtk_label_set_text (self->caption, text != NULL ? text : "");
  gtk_widget_set_visible (caption, text != NULL);
  if (trouble != NULL)
    {
      gtk_widget_add_css_class (caption, "error");
      gtk_widget_remove_css_class (caption, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (caption, "error");
      gtk_widget_add_css_class (caption, "dim-label");
    }
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (adw_bin_get_child (self->slot)), GTK_ACCESSIBLE_STATE_INVALID,
      trouble != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_text (GwFormRow *self, char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  update_caption (self);
}

static void
gw_form_row_dispose (GObject *object)
{
  GwFormRow *self = GW_FORM_ROW (object);

  self->draft = NULL;
  g_clear_object (&self->source);
  g_clear_pointer (&self->understood, g_free);
  g_clear_pointer (&self->misread, g_free);
  g_clear_pointer (&self->problem, g_free);
  G_OBJECT_CLASS (gw_form_row_parent_class)->dispose (object);
}

static void
gw_form_row_class_init (GwFormRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_form_row_dispose;
  signals[EDITED] = g_signal_new ("edited", GW_TYPE_FORM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/widgets/gw-form-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GwFormRow, label);
  gtk_widget_class_bind_template_child (widget_class, GwFormRow, slot);
  gtk_widget_class_bind_template_child (widget_class, GwFormRow, caption);
}

static void
gw_form_row_init (GwFormRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_label (GwFormRow *self)
{
  const GwField *field = gw_form_row_get_field (self);
  g_autofree char *text = NULL;

  if (field->flags & GW_FIELD_REQUIRED)
    text = g_strdup_printf (_ ("%s *"), _ (field->label));
  else
    text = g_strdup (_ (field->label));
  gtk_label_set_text (self->label, text);
}

GwFormRow *
gw_form_row_new (GwRecordSource *source, const GwRecordType *type, guint field)
{
  GwFormRow *self = g_object_new (GW_TYPE_FORM_ROW, NULL);
  GtkWidget *editor;

  self->source = g_object_ref (source);
  self->type = type;
  self->index = field;
  self->editor = gw_form_editor_for (&type->fields[field]);
  show_label (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (type->fields[field].label));
  editor = self->editor->create (self);
  adw_bin_set_child (self->slot, editor);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (type->fields[field].label), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->caption, NULL, -1);
  update_caption (self);
  return self;
}

GwRecordSource *
gw_form_row_get_source (GwFormRow *self)
{
  return self->source;
}

const GwField *
gw_form_row_get_field (GwFormRow *self)
{
  return &self->type->fields[self->index];
}

guint
gw_form_row_get_index (GwFormRow *self)
{
  return self->index;
}

GwDraft *
gw_form_row_get_draft (GwFormRow *self)
{
  return self->draft;
}

void
gw_form_row_set_draft (GwFormRow *self, GwDraft *draft)
{
  g_return_if_fail (GW_IS_FORM_ROW (self));

  self->draft = draft;
  if (draft == NULL)
    return;
  set_text (self, &self->misread, NULL);
  set_text (self, &self->understood, NULL);
  set_text (self, &self->problem, NULL);
  self->editor->refresh (self, adw_bin_get_child (self->slot));
}

const GwFieldValue *
gw_form_row_get_value (GwFormRow *self)
{
  g_return_val_if_fail (GW_IS_FORM_ROW (self), NULL);
  return self->draft != NULL ? gw_draft_get_value (self->draft, self->index) : NULL;
}

void
gw_form_row_take_value (GwFormRow *self, GwFieldValue *value)
{
  g_return_if_fail (GW_IS_FORM_ROW (self));

  if (self->draft == NULL || gw_field_value_equal (gw_form_row_get_value (self), value))
    {
      gw_field_value_clear (value);
      return;
    }
  gw_draft_take_value (self->draft, self->index, value);
  g_signal_emit (self, signals[EDITED], 0);
}

void
gw_form_row_set_understood (GwFormRow *self, const char *understood)
{
  g_return_if_fail (GW_IS_FORM_ROW (self));
  set_text (self, &self->understood, understood);
}

void
gw_form_row_set_misread (GwFormRow *self, const char *sentence)
{
  gboolean before;

  g_return_if_fail (GW_IS_FORM_ROW (self));

  before = self->misread != NULL;
  set_text (self, &self->misread, sentence);
  if (before != (sentence != NULL))
    g_signal_emit (self, signals[EDITED], 0);
}

void
gw_form_row_set_unread (GwFormRow *self, const char *text, const char *sentence)
{
  g_return_if_fail (GW_IS_FORM_ROW (self));

  if (self->draft == NULL)
    return;
  gw_draft_set_unread (self->draft, self->index, text);
  set_text (self, &self->misread, sentence);
  g_signal_emit (self, signals[EDITED], 0);
}

const char *
gw_form_row_get_misread (GwFormRow *self)
{
  g_return_val_if_fail (GW_IS_FORM_ROW (self), NULL);
  return self->misread;
}

void
gw_form_row_set_problem (GwFormRow *self, const char *sentence)
{
  g_return_if_fail (GW_IS_FORM_ROW (self));
  set_text (self, &self->problem, sentence);
}

void
gw_form_row_focus (GwFormRow *self)
{
  g_return_if_fail (GW_IS_FORM_ROW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->slot), GTK_DIR_TAB_FORWARD);
}
