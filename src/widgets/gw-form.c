/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form itself: rows from the field table, heading, actions. */
#include "config.h"

#include "gw-form-private.h"

#include "gw-face-picture.h"

#include <glib/gi18n-lib.h>

enum
{
  SAVED,
  DELETED,
  CLOSED,
  SAVE_ASKED,
  ERASE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwForm, gw_form, ADW_TYPE_BIN)

/* Heading --------------------------------------------------------------------------------- */

void
gw_form_update_heading (GwForm *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has = self->draft != NULL;
  gboolean changed = gw_form_is_changed (self);
  gboolean busy = self->is_saving || self->is_asking;
  g_autoptr (GwRecord) record = has ? gw_draft_build (self->draft) : NULL;
  g_autofree char *title = NULL;

  gtk_widget_action_set_enabled (widget, "form.save",
                                 has && (changed || self->item == NULL) && !busy);
  gtk_widget_action_set_enabled (widget, "form.revert", changed && !busy);
  gtk_widget_action_set_enabled (widget, "form.delete", self->item != NULL && !busy);
  gtk_widget_action_set_enabled (widget, "form.history", self->item != NULL);
  gtk_widget_action_set_enabled (widget, "form.erase", self->item != NULL && !busy);
  gtk_widget_set_visible (self->more_button,
                          self->item != NULL && has && gw_record_type_has_face (self->type));
  if (!has)
    return;
  title = gw_record_source_dup_title (self->source, record);
  if (title[0] == '\0' || (self->item == NULL && !changed))
    {
      g_free (title);
      title = g_strdup_printf (_ ("New: %s"), _ (self->type->label));
    }
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, self->item == NULL ? _ ("Not saved yet")
                                      : changed          ? _ ("Changed, not saved yet")
                                                         : _ (self->type->label));
  gtk_widget_set_visible (GTK_WIDGET (self->face_slot), gw_record_type_has_face (self->type));
  gw_face_show_record (GW_FACE (self->face), self->source, record);
}

/* Rows ------------------------------------------------------------------------------------ */

static void
on_row_edited (GwFormRow *row, GwForm *self)
{
  gw_form_validate (self);
  gw_form_update_heading (self);
  gw_form_keep_soon (self);
}

static void
clear_rows (GwForm *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GwFormRow *row = g_ptr_array_index (self->rows, i);
      g_signal_handlers_disconnect_by_func (row, on_row_edited, self);
      gw_form_row_set_draft (row, NULL);
    }
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static GtkWidget *
add_group (GwForm *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (title));
  gtk_box_append (self->groups, group);
  return group;
}

/* The rows depend on the type alone, so another record of the same type keeps them. */
static void
make_rows (GwForm *self, const GwRecordType *type)
{
  GtkWidget *group = NULL;

  if (self->type == type)
    return;
  clear_rows (self);
  self->type = type;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const GwField *field = &type->fields[i];
      GwFormRow *row;

      if (field->group != NULL)
        group = NULL;
      if (field->flags & GW_FIELD_INTERNAL)
        continue;
      if (group == NULL)
        group = add_group (self, field->group);
      row = gw_form_row_new (self->source, type, i);
      g_signal_connect (row, "edited", G_CALLBACK (on_row_edited), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
}

void
gw_form_show_draft (GwForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gw_form_row_set_draft (g_ptr_array_index (self->rows, i), self->draft);
  gw_form_validate (self);
  gw_form_update_heading (self);
}

static void
drop_draft_object (GwForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gw_form_row_set_draft (g_ptr_array_index (self->rows, i), NULL);
  g_clear_pointer (&self->draft, gw_draft_free);
}

void
gw_form_reset (GwForm *self)
{
  g_autoptr (GwDraft) fresh = NULL;

  if (self->draft == NULL)
    return;
  gw_form_forget_draft (self);
  if (self->item != NULL)
    fresh = gw_draft_new_for (gw_item_get_record (self->item));
  else
    {
      fresh = gw_draft_new_with_id (self->type, gw_draft_get_id (self->draft));
      gw_record_source_preset (self->source, fresh);
    }
  drop_draft_object (self);
  self->draft = g_steal_pointer (&fresh);
  self->tried_to_save = FALSE;
  gw_form_hide_notice (self, self->notice_kind);
  gw_form_show_draft (self);
}

/* Actions --------------------------------------------------------------------------------- */

static void
save_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_form_save (GW_FORM (widget));
}

static void
revert_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_form_reset (GW_FORM (widget));
}

static void
delete_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_form_delete (GW_FORM (widget));
}

static void
show_history (GwForm *self, gboolean shown)
{
  if (shown)
    gw_history_view_show (self->history, self->source, gw_item_get_record (self->item));
  gtk_stack_set_visible_child_name (self->stack, shown ? "history" : "fields");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->history_button), shown);
}

static void
history_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwForm *self = GW_FORM (widget);
  gboolean shown = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "history") == 0;

  if (self->item != NULL)
    show_history (self, !shown);
}

static void
erase_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ERASE_WANTED], 0);
}

static void
close_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Whoever comes back to the same record wants to see the record. */
  show_history (GW_FORM (widget), FALSE);
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* Lifecycle ------------------------------------------------------------------------------- */

static void
on_item_record (GwItem *item, GParamSpec *pspec, GwForm *self)
{
  gw_form_follow_item (self);
}

static void
on_names_changed (GwRecordSource *source, GwForm *self)
{
  gw_form_update_heading (self);
}

/* Only where something is being typed; it does not hide what keeps it from being saved. */
static void
on_drafts_failed (GwRecordSource *source, const char *sentence, GwForm *self)
{
  if (self->draft != NULL && self->notice_kind != GW_FORM_NOTICE_PROBLEMS)
    gw_form_show_notice (self, GW_FORM_NOTICE_FAILURE, sentence, _ ("I see"));
}

static void
on_drafts_due (GwRecordSource *source, GwForm *self)
{
  if (self->keep_timeout != 0 && gw_form_is_changed (self))
    gw_record_source_keep_draft (self->source, self->draft);
}

static void
set_item (GwForm *self, GwItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, on_item_record, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect (item, "notify::record", G_CALLBACK (on_item_record), self);
}

/* What was typed is kept at once when the form goes on to something else. */
static void
leave_draft (GwForm *self)
{
  on_drafts_due (self->source, self);
  g_clear_handle_id (&self->keep_timeout, g_source_remove);
  self->tried_to_save = FALSE;
  self->is_saving = FALSE;
  self->is_asking = FALSE;
  gw_form_hide_notice (self, self->notice_kind);
  drop_draft_object (self);
}

static void
gw_form_dispose (GObject *object)
{
  GwForm *self = GW_FORM (object);

  if (self->source != NULL)
    {
      leave_draft (self);
      set_item (self, NULL);
      clear_rows (self);
      g_signal_handlers_disconnect_by_func (self->source, on_names_changed, self);
      g_signal_handlers_disconnect_by_func (self->source, on_drafts_failed, self);
      g_signal_handlers_disconnect_by_func (self->source, on_drafts_due, self);
    }
  g_clear_object (&self->source);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (gw_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/widgets/gw-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GwForm, back);
  gtk_widget_class_bind_template_child (widget_class, GwForm, face_slot);
  gtk_widget_class_bind_template_child (widget_class, GwForm, title);
  gtk_widget_class_bind_template_child (widget_class, GwForm, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GwForm, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, GwForm, notice);
  gtk_widget_class_bind_template_child (widget_class, GwForm, notice_button);
  gtk_widget_class_bind_template_child (widget_class, GwForm, stack);
  gtk_widget_class_bind_template_child (widget_class, GwForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, GwForm, groups);
  gtk_widget_class_bind_template_child (widget_class, GwForm, history);
  gtk_widget_class_bind_template_child (widget_class, GwForm, history_button);
  gtk_widget_class_bind_template_child (widget_class, GwForm, more_button);
  gtk_widget_class_bind_template_child (widget_class, GwForm, save);
  gtk_widget_class_bind_template_callback (widget_class, gw_form_on_notice_clicked);
}

static void
gw_form_class_init (GwFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_form_dispose;
  signals[SAVED] = g_signal_new ("saved", GW_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DELETED] = g_signal_new ("deleted", GW_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", GW_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[SAVE_ASKED] = g_signal_new ("save-asked", GW_TYPE_FORM, G_SIGNAL_RUN_LAST, 0,
                                      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN,
                                      1, G_TYPE_POINTER);
  signals[ERASE_WANTED] = g_signal_new ("erase-wanted", GW_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (GW_TYPE_HISTORY_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "form.revert", NULL, revert_activated);
  gtk_widget_class_install_action (widget_class, "form.delete", NULL, delete_activated);
  gtk_widget_class_install_action (widget_class, "form.history", NULL, history_activated);
  gtk_widget_class_install_action (widget_class, "form.close", NULL, close_activated);
  gtk_widget_class_install_action (widget_class, "form.erase", NULL, erase_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.close", NULL);
}

static void
gw_form_init (GwForm *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->face = gw_face_new (40);
  adw_bin_set_child (self->face_slot, self->face);
}

GtkWidget *
gw_form_new (GwRecordSource *source)
{
  GwForm *self = g_object_new (GW_TYPE_FORM, NULL);

  self->source = g_object_ref (source);
  g_signal_connect (source, "names-changed", G_CALLBACK (on_names_changed), self);
  g_signal_connect (source, "drafts-failed", G_CALLBACK (on_drafts_failed), self);
  g_signal_connect (source, "drafts-due", G_CALLBACK (on_drafts_due), self);
  gw_form_update_heading (self);
  return GTK_WIDGET (self);
}

static void
scroll_to_top (GwForm *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
gw_form_edit (GwForm *self, GwItem *item)
{
  const GwRecord *record;

  g_return_if_fail (GW_IS_FORM (self));
  g_return_if_fail (GW_IS_ITEM (item) && gw_item_get_record (item) != NULL);

  if (self->item == item)
    return;
  leave_draft (self);
  show_history (self, FALSE);
  record = gw_item_get_record (item);
  make_rows (self, gw_record_get_record_type (record));
  self->draft = gw_draft_new_for (record);
  set_item (self, item);
  gw_form_show_draft (self);
  scroll_to_top (self);
  gw_form_offer_kept (self);
}

void
gw_form_start (GwForm *self, GwDraft *draft)
{
  g_return_if_fail (GW_IS_FORM (self));
  g_return_if_fail (draft != NULL);

  leave_draft (self);
  set_item (self, NULL);
  show_history (self, FALSE);
  make_rows (self, gw_draft_get_record_type (draft));
  gw_record_source_preset (self->source, draft);
  self->draft = draft;
  gw_form_show_draft (self);
  scroll_to_top (self);
  if (self->rows->len > 0)
    gw_form_row_focus (g_ptr_array_index (self->rows, 0));
  gw_form_offer_new (self);
}

void
gw_form_clear (GwForm *self)
{
  g_return_if_fail (GW_IS_FORM (self));

  leave_draft (self);
  set_item (self, NULL);
  gw_form_update_heading (self);
}

GwItem *
gw_form_get_item (GwForm *self)
{
  g_return_val_if_fail (GW_IS_FORM (self), NULL);
  return self->item;
}

gboolean
gw_form_is_changed (GwForm *self)
{
  g_return_val_if_fail (GW_IS_FORM (self), FALSE);

  if (self->draft == NULL)
    return FALSE;
  if (gw_draft_is_edited (self->draft))
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (gw_form_row_get_misread (g_ptr_array_index (self->rows, i)) != NULL)
      return TRUE;
  return FALSE;
}

void
gw_form_set_back_visible (GwForm *self, gboolean visible)
{
  g_return_if_fail (GW_IS_FORM (self));
  gtk_widget_set_visible (self->back, visible);
}
