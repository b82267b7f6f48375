/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row a code; what is chosen goes straight into the sheet's legend. */
#include "config.h"

#include "gw-import-codes.h"

#include "gw-dialog-parts.h"

#include "gw-entry.h"

#include "gw-choices.h"
#include "gw-civil-parse.h"

#include <glib/gi18n-lib.h>

struct _GwImportCodes
{
  AdwBin parent_instance;

  AdwPreferencesGroup *codes_group;
  GtkListBox *codes_list;
  GtkSwitch *new_names;

  GwWeekSheet *sheet;
};

G_DEFINE_FINAL_TYPE (GwImportCodes, gw_import_codes, ADW_TYPE_BIN)

/* In the order of the drop-down; absences follow. */
enum
{
  CHOICE_UNKNOWN,
  CHOICE_NOTHING,
  CHOICE_SHIFT,
  CHOICE_FIRST_ABSENCE
};

static GtkStringList *
new_meanings (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Nobody has said"));
  gtk_string_list_append (names, _ ("A day off"));
  gtk_string_list_append (names, _ ("A shift"));
  for (const GwChoice *choice = gw_absence_kind_choices; choice->key != NULL; choice++)
    gtk_string_list_append (names, _ (choice->label));
  return names;
}

static guint
get_choice (const GwSheetCode *code)
{
  if (code->meaning != GW_SHEET_ABSENCE)
    return code->meaning == GW_SHEET_SHIFT     ? CHOICE_SHIFT
           : code->meaning == GW_SHEET_NOTHING ? CHOICE_NOTHING
                                               : CHOICE_UNKNOWN;
  for (guint i = 0; gw_absence_kind_choices[i].key != NULL; i++)
    if (gw_absence_kind_choices[i].number == code->absence)
      return CHOICE_FIRST_ABSENCE + i;
  return CHOICE_UNKNOWN;
}

static void
set_choice (GwSheetCode *code, guint choice)
{
  if (choice >= CHOICE_FIRST_ABSENCE)
    {
      code->meaning = GW_SHEET_ABSENCE;
      code->absence = gw_absence_kind_choices[choice - CHOICE_FIRST_ABSENCE].number;
      return;
    }
  code->meaning = choice == CHOICE_SHIFT     ? GW_SHEET_SHIFT
                  : choice == CHOICE_NOTHING ? GW_SHEET_NOTHING
                                             : GW_SHEET_UNKNOWN;
}

static GwSheetCode *
get_code (GwImportCodes *self, GtkWidget *widget)
{
  return gw_week_sheet_get_code (self->sheet,
                                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "code")));
}

static void
on_times_changed (GtkEditable *entry, GwImportCodes *self)
{
  GwSheetCode *code = get_code (self, GTK_WIDGET (entry));
  GwMinute start, end;
  gboolean fits = gw_minute_range_parse (gtk_editable_get_text (entry), &start, &end);

  if (fits)
    {
      code->start = start;
      code->end = end;
    }
  gw_entry_mark (GTK_WIDGET (entry), !fits);
}

static void
on_meaning_chosen (GtkDropDown *drop_down, GParamSpec *pspec, GwImportCodes *self)
{
  GtkWidget *times = g_object_get_data (G_OBJECT (drop_down), "times");
  GwSheetCode *code = get_code (self, GTK_WIDGET (drop_down));

  set_choice (code, gtk_drop_down_get_selected (drop_down));
  gtk_widget_set_visible (times, code->meaning == GW_SHEET_SHIFT);
}

static GtkWidget *
new_times (GwImportCodes *self, guint index)
{
  const GwSheetCode *code = gw_week_sheet_get_code (self->sheet, index);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *start = gw_minute_to_text (code->start);
  g_autofree char *end = gw_minute_to_text (code->end);
  g_autofree char *times = g_strdup_printf ("%s–%s", start, end);
  /* Translators: for screen readers; %s is a code such as "E". */
  g_autofree char *label = g_strdup_printf (_ ("Times of %s"), code->code);

  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "07:00–14:00");
  if (code->meaning == GW_SHEET_SHIFT)
    gtk_editable_set_text (GTK_EDITABLE (entry), times);
  gtk_widget_set_visible (entry, code->meaning == GW_SHEET_SHIFT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (entry), "code", GUINT_TO_POINTER (index));
  g_signal_connect (entry, "changed", G_CALLBACK (on_times_changed), self);
  return entry;
}

static void
add_code (GwImportCodes *self, GtkStringList *meanings, guint index)
{
  const GwSheetCode *code = gw_week_sheet_get_code (self->sheet, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (meanings)), NULL);
  GtkWidget *times = new_times (self, index);
  g_autofree char *escaped = g_markup_escape_text (code->code, -1);
  g_autofree char *n_cells = g_strdup_printf (ngettext ("in %u cell", "in %u cells", code->n_cells),
                                              code->n_cells);
  /* Translators: for screen readers; %s is a code such as "E". */
  g_autofree char *label = g_strdup_printf (_ ("%s means"), code->code);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), n_cells);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), get_choice (code));
  g_object_set_data (G_OBJECT (drop_down), "code", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (drop_down), "times", times);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_meaning_chosen), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), times);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  gtk_list_box_append (self->codes_list, row);
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_import_codes_dispose (GObject *object)
{
  GwImportCodes *self = GW_IMPORT_CODES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_IMPORT_CODES);
  g_clear_pointer (&self->sheet, gw_week_sheet_free);
  G_OBJECT_CLASS (gw_import_codes_parent_class)->dispose (object);
}

static void
gw_import_codes_class_init (GwImportCodesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_import_codes_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-import-codes.ui"));
  gtk_widget_class_bind_template_child (widget_class, GwImportCodes, codes_group);
  gtk_widget_class_bind_template_child (widget_class, GwImportCodes, codes_list);
  gtk_widget_class_bind_template_child (widget_class, GwImportCodes, new_names);
}

static void
gw_import_codes_init (GwImportCodes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API --------------------------------------------------------------------------------- */

static void
describe_sheet (GwImportCodes *self)
{
  guint n_rows = gw_week_sheet_get_n_rows (self->sheet);
  guint n_days = gw_week_sheet_get_n_days (self->sheet);
  g_autofree char *first = gw_day_format (gw_week_sheet_get_day (self->sheet, 0),
                                          _ ("%a %-d %b %Y"));
  g_autofree char *last = gw_day_format (gw_week_sheet_get_day (self->sheet, n_days - 1),
                                         _ ("%a %-d %b %Y"));
  g_autofree char *words = g_strdup_printf (
      /* Translators: how many names are on a sheet, its first and its last day. */
      ngettext ("%u name, from %s to %s.", "%u names, from %s to %s.", n_rows), n_rows, first,
      last);

  adw_preferences_group_set_description (self->codes_group, words);
}

void
gw_import_codes_show (GwImportCodes *self, GwWeekSheet *sheet)
{
  g_autoptr (GtkStringList) meanings = new_meanings ();
  GtkWidget *row;

  g_return_if_fail (GW_IS_IMPORT_CODES (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->codes_list))) != NULL)
    gtk_list_box_remove (self->codes_list, row);
  g_clear_pointer (&self->sheet, gw_week_sheet_free);
  self->sheet = sheet;
  describe_sheet (self);
  for (guint i = 0; i < gw_week_sheet_get_n_codes (sheet); i++)
    add_code (self, meanings, i);
}

char *
gw_import_codes_dup_legend (GwImportCodes *self)
{
  g_return_val_if_fail (GW_IS_IMPORT_CODES (self), NULL);
  return gw_week_sheet_legend_to_text (self->sheet);
}

GwSheetNewNames
gw_import_codes_get_new_names (GwImportCodes *self)
{
  g_return_val_if_fail (GW_IS_IMPORT_CODES (self), GW_SHEET_LIST_NEW_NAMES);
  return gtk_switch_get_active (self->new_names) ? GW_SHEET_MAKE_NEW_NAMES
                                                 : GW_SHEET_LIST_NEW_NAMES;
}
