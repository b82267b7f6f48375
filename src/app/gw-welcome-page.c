/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page. */
#include "config.h"

#include "gw-welcome-page.h"

struct _GwWelcomePage
{
  AdwBin parent_instance;

  GtkLabel *problem_label;
  GtkListBox *files;
};

G_DEFINE_FINAL_TYPE (GwWelcomePage, gw_welcome_page, ADW_TYPE_BIN)

static void
gw_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GW_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (gw_welcome_page_parent_class)->dispose (object);
}

static void
gw_welcome_page_class_init (GwWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/app/gw-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GwWelcomePage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, GwWelcomePage, files);
}

static void
gw_welcome_page_init (GwWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gw_welcome_page_set_problem (GwWelcomePage *self, const char *sentence)
{
  g_return_if_fail (GW_IS_WELCOME_PAGE (self));

  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
}

/* "Canal Side" of "/home/nadia/Canal Side.gw". */
static char *
dup_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  if (g_str_has_suffix (base, ".gw"))
    base[strlen (base) - strlen (".gw")] = '\0';
  return g_filename_display_name (base);
}

static GtkWidget *
new_file_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dup_name (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown_folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-open-recent-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-file");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_bytestring (path));
  return row;
}

void
gw_welcome_page_set_files (GwWelcomePage *self, const char *const *paths)
{
  GtkListBoxRow *row;

  g_return_if_fail (GW_IS_WELCOME_PAGE (self));

  while ((row = gtk_list_box_get_row_at_index (self->files, 0)) != NULL)
    gtk_list_box_remove (self->files, GTK_WIDGET (row));
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->files, new_file_row (paths[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->files), paths[0] != NULL);
}
