/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words and figures as people type them. What was understood is repeated below the entry; when the
 * entry is left, the understood value takes the typed one's place.
 */
#include "config.h"

#include "gw-form-editor.h"

#include <glib/gi18n-lib.h>

static GtkEditable *
get_entry (GtkWidget *editor)
{
  return GTK_EDITABLE (gtk_widget_get_first_child (editor));
}

/* What people see in the entry; the unit stands behind it. */
static char *
dup_shown (const GwFieldValue *value, const GwField *field)
{
  if (value->form == GW_VALUE_EMPTY)
    return g_strdup ("");
  return gw_field_value_to_text (value, field);
}

static void
read_typed (GwFormRow *row, const char *text)
{
  const GwField *field = gw_form_row_get_field (row);
  GwDay today = gw_record_source_get_today (gw_form_row_get_source (row));
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *understood = NULL;

  if (text[0] != '\0' && !gw_field_value_from_text (field, text, today, &value, &error))
    {
      gw_form_row_set_unread (row, text, error->message);
      return;
    }
  if (field->kind != GW_FIELD_TEXT && value.form != GW_VALUE_EMPTY)
    understood = dup_shown (&value, field);
  if (gw_form_row_get_misread (row) != NULL)
    gw_form_row_set_unread (row, NULL, NULL);
  gw_form_row_set_understood (row, g_strcmp0 (understood, text) != 0 ? understood : NULL);
  gw_form_row_take_value (row, &value);
}

static void
on_typed (GtkEditable *entry, GwFormRow *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));

  read_typed (row, g_strstrip (text));
}

static void
refresh_typed (GwFormRow *row, GtkWidget *editor)
{
  g_autofree char *text = dup_shown (gw_form_row_get_value (row), gw_form_row_get_field (row));
  g_autofree char *unread = g_strdup (
      gw_draft_get_unread (gw_form_row_get_draft (row), gw_form_row_get_index (row)));
  GtkEditable *entry = get_entry (editor);

  /* Half typed and kept: read as if it had just been typed. */
  if (unread != NULL)
    {
      gtk_editable_set_text (entry, unread);
      read_typed (row, unread);
      return;
    }
  if (g_str_equal (text, gtk_editable_get_text (entry)))
    return;
  g_signal_handlers_block_by_func (entry, on_typed, row);
  gtk_editable_set_text (entry, text);
  g_signal_handlers_unblock_by_func (entry, on_typed, row);
}

static void
on_left (GtkEventControllerFocus *focus, GwFormRow *row)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  if (gw_form_row_get_misread (row) != NULL || gw_form_row_get_draft (row) == NULL)
    return;
  gw_form_row_set_understood (row, NULL);
  refresh_typed (row, gtk_widget_get_parent (entry));
}

/* A calendar beside days ---------------------------------------------------------------------- */

static void
on_day_chosen (GtkCalendar *calendar, GwFormRow *row)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);
  GtkWidget *button = gtk_widget_get_parent (popover);
  GwDay day;
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  if (!gw_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                        g_date_time_get_day_of_month (date), &day))
    return;
  value = gw_field_value_integer (day.value);
  if (gw_form_row_get_misread (row) != NULL)
    gw_form_row_set_unread (row, NULL, NULL);
  gw_form_row_set_understood (row, NULL);
  gw_form_row_take_value (row, &value);
  refresh_typed (row, gtk_widget_get_parent (button));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_calendar_shown (GtkPopover *popover, GwFormRow *row)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (popover));
  const GwFieldValue *value = gw_form_row_get_value (row);
  GwDay day = gw_record_source_get_today (gw_form_row_get_source (row));
  gint year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  if (value != NULL && value->form == GW_VALUE_INTEGER)
    day = GW_DAY ((gint32) value->integer);
  gw_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  g_signal_handlers_block_by_func (calendar, on_day_chosen, row);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, on_day_chosen, row);
}

static GtkWidget *
create_calendar_button (GwFormRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose from a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose from a calendar"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (on_day_chosen), row);
  g_signal_connect (popover, "show", G_CALLBACK (on_calendar_shown), row);
  return button;
}

static GtkWidget *
create_typed (GwFormRow *row)
{
  const GwField *field = gw_form_row_get_field (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  if (field->kind != GW_FIELD_TEXT && field->kind != GW_FIELD_PLACE)
    {
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 18);
      gtk_widget_set_hexpand (entry, FALSE);
    }
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), row);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), row);
  gtk_widget_add_controller (entry, focus);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  if (field->kind == GW_FIELD_DAY)
    gtk_box_append (GTK_BOX (box), create_calendar_button (row));
  return box;
}

const GwFormEditor gw_form_editor_typed = { create_typed, refresh_typed };
