/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of columns with drop-downs; each choice tries the first rows again, on a worker. */
#include "config.h"

#include "gw-import-columns.h"

#include "gw-dialog-parts.h"

#include "gw-session-edit.h"
#include "gw-session-import-preview.h"
#include "gw-session-records.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

/* Values of a column that are shown. */
#define N_EXAMPLES 3
/* Rows left out that a preview tells of. */
#define N_PROBLEMS 8
/* The name under which the last choice is kept. */
#define LAST_TIME "last-time"

struct _GwImportColumns
{
  AdwBin parent_instance;

  AdwPreferencesGroup *columns_group;
  GtkLabel *problem_label;
  GtkListBox *columns_list;
  GtkLabel *preview_label;
  GtkListBox *preview_list;
  GtkPopover *kept_popover;
  GtkListBox *kept_list;
  GtkEditable *kept_name;

  GwSession *session;
  GFile *file;
  char *text;
  gint mode;
  GwImportTarget target;
  GwColumnMap *map;
  GPtrArray *drop_downs;
  GKeyFile *kept;
  GCancellable *trying;
  gboolean is_ready;
  gboolean is_quiet;
};

enum
{
  PROP_READY = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (GwImportColumns, gw_import_columns, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  return row;
}

/* What the first rows become ------------------------------------------------------------------ */

static void
show_record (GwImportColumns *self, const GwRecord *record, gboolean is_new)
{
  g_autofree char *title = gw_session_dup_title (self->session, record);
  const GwRecordType *type = gw_record_get_record_type (record);
  /* Translators: what kind of thing it is, and that it is new: "Person: new". */
  g_autofree char *words = g_strdup_printf (is_new ? _ ("%s: new") : _ ("%s: changed"),
                                            _ (type->label));

  gtk_list_box_append (self->preview_list, new_row (title, words));
}

static void
show_problem (GwImportColumns *self, const GwImportProblem *problem)
{
  g_autofree char *sentence = gw_import_problem_dup_sentence (problem);
  GtkWidget *row = new_row (sentence, problem->row_kept ? _ ("The row is taken without this cell.")
                                                        : _ ("The row would be left out."));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_list_box_append (self->preview_list, row);
}

static void
show_preview (GwImportColumns *self, GwImportPreview *preview)
{
  guint n_problems = gw_import_report_get_n_kept (preview->report);

  clear_list (self->preview_list);
  for (guint i = 0; i < MIN (n_problems, N_PROBLEMS); i++)
    show_problem (self, gw_import_report_get_problem (preview->report, i));
  for (guint i = 0; i < preview->records->len; i++)
    show_record (self, g_ptr_array_index (preview->records, i), i < preview->n_new);
  gtk_label_set_label (
      self->preview_label,
      preview->records->len > 0 || n_problems > 0
          ? _ ("Nothing is written before you press Import.")
          : _ ("Everything in these rows is there already; nothing would change."));
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwImportColumns) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwImportPreview)
      preview = gw_session_preview_import_finish (GW_SESSION (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->trying || self->preview_list == NULL)
    return;
  g_clear_object (&self->trying);
  if (preview != NULL)
    {
      show_preview (self, preview);
      return;
    }
  clear_list (self->preview_list);
  gtk_label_set_label (self->preview_label, error->message);
}

static void
stop_trying (GwImportColumns *self)
{
  if (self->trying != NULL)
    g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
}

static void
try_rows (GwImportColumns *self)
{
  GwImportSource source = { .target = self->target,
                            .file = self->file,
                            .text = self->text,
                            .map = self->map,
                            .mode = self->mode };

  stop_trying (self);
  if (!self->is_ready)
    {
      clear_list (self->preview_list);
      gtk_label_set_label (self->preview_label, _ ("First say what the columns are."));
      return;
    }
  self->trying = g_cancellable_new ();
  gw_session_preview_import_async (self->session, &source, self->trying, on_tried,
                                   g_object_ref (self));
}

/* Columns ------------------------------------------------------------------------------------ */

static void
check (GwImportColumns *self)
{
  g_autofree char *problem = gw_column_map_dup_problem (self->map);
  gboolean is_ready = problem == NULL;

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (self->is_ready != is_ready)
    {
      self->is_ready = is_ready;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
    }
  try_rows (self);
}

/* A field is fed by one column, so choosing it here takes it from where it was. */
static void
show_choices (GwImportColumns *self)
{
  self->is_quiet = TRUE;
  for (guint i = 0; i < self->drop_downs->len; i++)
    {
      gint field = gw_column_map_get_field (self->map, i);

      gtk_drop_down_set_selected (g_ptr_array_index (self->drop_downs, i), (guint) (field + 1));
    }
  self->is_quiet = FALSE;
}

static void
on_field_chosen (GtkDropDown *drop_down, GParamSpec *pspec, GwImportColumns *self)
{
  gint column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (drop_down), "column"));
  gint field = (gint) gtk_drop_down_get_selected (drop_down) - 1;
  gint before;

  if (self->is_quiet)
    return;
  before = gw_column_map_get_field (self->map, (guint) column);
  if (before >= 0)
    gw_column_map_set_column (self->map, (guint) before, GW_COLUMN_NONE);
  if (field >= 0)
    gw_column_map_set_column (self->map, (guint) field, column);
  show_choices (self);
  check (self);
}

static GtkStringList *
new_field_names (GwImportTarget target)
{
  guint n_fields;
  const GwImportField *fields = gw_import_target_get_fields (target, &n_fields);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Leave out"));
  for (guint i = 0; i < n_fields; i++)
    gtk_string_list_append (names, _ (fields[i].label));
  return names;
}

static char *
dup_examples (GPtrArray *rows, guint column)
{
  GString *text = g_string_new (NULL);
  guint n_found = 0;

  for (guint i = 1; i < rows->len && n_found < N_EXAMPLES; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      g_autofree char *cell = NULL;

      if (column >= g_strv_length (cells) || *cells[column] == '\0')
        continue;
      cell = gw_text_isolate (cells[column]);
      g_string_append_printf (text, n_found > 0 ? " · %s" : "%s", cell);
      n_found++;
    }
  if (text->len == 0)
    g_string_append (text, _ ("empty in the first rows"));
  return g_string_free (text, FALSE);
}

static void
add_column (GwImportColumns *self, GPtrArray *rows, GtkStringList *names, guint column)
{
  const char *heading = gw_column_map_get_heading (self->map, column);
  g_autofree char *examples = dup_examples (rows, column);
  /* Translators: a column of a file that has no heading. */
  g_autofree char *number = g_strdup_printf (_ ("Column %u"), column + 1);
  GtkWidget *row = new_row (*heading != '\0' ? heading : number, examples);
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  /* Translators: for screen readers; %s is the heading of a column. */
  g_autofree char *label = g_strdup_printf (_ ("%s becomes"), *heading != '\0' ? heading : number);

  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop_down, 220, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (drop_down), "column", GINT_TO_POINTER ((gint) column));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_field_chosen), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  gtk_list_box_append (self->columns_list, row);
  g_ptr_array_add (self->drop_downs, drop_down);
}

/* Kept choices ------------------------------------------------------------------------------- */

static char *
dup_key (GwImportColumns *self)
{
  return g_strconcat ("import-maps/", gw_import_target_get_key (self->target), NULL);
}

static void
keep (GwImportColumns *self, const char *name)
{
  g_autofree char *key = dup_key (self);
  g_autofree char *map = gw_column_map_to_text (self->map);
  g_autofree char *all = NULL;

  g_key_file_set_string (self->kept, "maps", name, map);
  all = g_key_file_to_data (self->kept, NULL, NULL);
  gw_session_put_local (self->session, key, all);
}

static void
show_kept (GwImportColumns *self)
{
  g_auto (GStrv) names = g_key_file_get_keys (self->kept, "maps", NULL, NULL);

  clear_list (self->kept_list);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *escaped = g_markup_escape_text (names[i], -1);

      if (g_str_equal (names[i], LAST_TIME))
        {
          g_object_unref (g_object_ref_sink (row));
          continue;
        }
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "name", g_strdup (names[i]), g_free);
      gtk_list_box_append (self->kept_list, row);
    }
}

static void
apply_kept (GwImportColumns *self, const char *name)
{
  g_autofree char *map = g_key_file_get_string (self->kept, "maps", name, NULL);

  if (map == NULL || gw_column_map_apply_text (self->map, map) == 0)
    return;
  show_choices (self);
  check (self);
}

static void
on_kept_activated (GtkListBox *list, GtkListBoxRow *row, GwImportColumns *self)
{
  apply_kept (self, g_object_get_data (G_OBJECT (row), "name"));
  gtk_popover_popdown (self->kept_popover);
}

/* Names become keys of a key file: what that cannot hold is left out. */
static void
on_keep_clicked (GtkWidget *widget, GwImportColumns *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (self->kept_name));

  g_strstrip (g_strdelimit (name, "=[]\n\r#", ' '));
  if (*name == '\0' || self->map == NULL)
    return;
  keep (self, name);
  show_kept (self);
  gtk_editable_set_text (self->kept_name, "");
  gtk_popover_popdown (self->kept_popover);
}

static void
on_kept_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwImportColumns) self = user_data;
  g_autofree char *text = gw_session_get_local_finish (GW_SESSION (source), result);

  if (self->kept_list == NULL)
    return;
  if (text != NULL)
    g_key_file_load_from_data (self->kept, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  show_kept (self);
  apply_kept (self, LAST_TIME);
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_import_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READY)
    g_value_set_boolean (value, GW_IMPORT_COLUMNS (object)->is_ready);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gw_import_columns_dispose (GObject *object)
{
  GwImportColumns *self = GW_IMPORT_COLUMNS (object);

  stop_trying (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_IMPORT_COLUMNS);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->map, gw_column_map_free);
  g_clear_pointer (&self->drop_downs, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_key_file_unref);
  G_OBJECT_CLASS (gw_import_columns_parent_class)->dispose (object);
}

static void
gw_import_columns_class_init (GwImportColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gw_import_columns_dispose;
  object_class->get_property = gw_import_columns_get_property;
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-import-columns.ui"));
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, columns_group);
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, problem_label);
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, columns_list);
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, preview_label);
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, preview_list);
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, kept_popover);
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, kept_list);
  gtk_widget_class_bind_template_child (widget_class, GwImportColumns, kept_name);
  gtk_widget_class_bind_template_callback (widget_class, on_kept_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked);
}

static void
gw_import_columns_init (GwImportColumns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->drop_downs = g_ptr_array_new ();
  self->kept = g_key_file_new ();
}

/* Public API --------------------------------------------------------------------------------- */

static void
take_source (GwImportColumns *self, GwSession *session, const GwImportSource *source)
{
  g_set_object (&self->session, session);
  g_set_object (&self->file, source->file);
  g_free (self->text);
  self->text = g_strdup (source->text);
  self->target = source->target;
  self->mode = source->mode;
}

void
gw_import_columns_show (GwImportColumns *self, GwSession *session, const GwImportSource *source,
                        GPtrArray *rows)
{
  char **headings = g_ptr_array_index (rows, 0);
  guint n_columns = g_strv_length (headings);
  g_autoptr (GtkStringList) names = new_field_names (source->target);
  g_autofree char *key = NULL;

  g_return_if_fail (GW_IS_IMPORT_COLUMNS (self));

  take_source (self, session, source);
  g_clear_pointer (&self->map, gw_column_map_free);
  self->map = gw_column_map_new (self->target, (const char *const *) headings, n_columns);
  clear_list (self->columns_list);
  g_ptr_array_set_size (self->drop_downs, 0);
  self->is_quiet = TRUE;
  for (guint i = 0; i < n_columns; i++)
    add_column (self, rows, names, i);
  show_choices (self);
  check (self);
  g_key_file_unref (self->kept);
  self->kept = g_key_file_new ();
  key = dup_key (self);
  gw_session_get_local_async (session, key, on_kept_got, g_object_ref (self));
}

const GwColumnMap *
gw_import_columns_get_map (GwImportColumns *self)
{
  g_return_val_if_fail (GW_IS_IMPORT_COLUMNS (self), NULL);
  return self->map;
}

void
gw_import_columns_remember (GwImportColumns *self)
{
  g_return_if_fail (GW_IS_IMPORT_COLUMNS (self));
  if (self->map != NULL)
    keep (self, LAST_TIME);
}
