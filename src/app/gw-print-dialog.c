/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each choice asks the session for the sheet again, on a worker; answers that come late are dropped.
 * What may be on a sheet, and who has none, is decided below: here the sentence is shown.
 */
#include "config.h"

#include "gw-print-dialog.h"
#include "gw-print-dialog-private.h"

#include "gw-dialog-parts.h"

#include "gw-file-chooser.h"
#include "gw-record-rows.h"
#include "gw-session-error.h"
#include "gw-session-export.h"
#include "gw-session-sheets.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GwPrintDialog, gw_print_dialog, ADW_TYPE_WINDOW)

static const guint lengths[] = { 1, 7, 14 };

/* What is chosen ----------------------------------------------------------------------------- */

guint
gw_print_dialog_get_n_days (GwPrintDialog *self)
{
  return lengths[MIN (adw_combo_row_get_selected (self->length_row), G_N_ELEMENTS (lengths) - 1)];
}

GwSheetKind
gw_print_dialog_get_kind (GwPrintDialog *self)
{
  return (GwSheetKind) MIN (adw_combo_row_get_selected (self->kind_row), GW_SHEET_COLLEAGUES);
}

static gboolean
get_request (GwPrintDialog *self, GwSheetRequest *request)
{
  GwItem *who = gw_print_dialog_get_who (self);

  if (gw_sheet_kind_is_list (gw_print_dialog_get_kind (self)))
    {
      *request = (GwSheetRequest){ .kind = gw_print_dialog_get_kind (self),
                                   .first_day = self->first_day,
                                   .n_days = 1 };
      return TRUE;
    }
  if (who == NULL)
    return FALSE;
  *request = (GwSheetRequest){ .kind = gw_print_dialog_get_kind (self),
                               .who = gw_item_get_id (who),
                               .first_day = self->first_day,
                               .n_days = gw_print_dialog_get_n_days (self) };
  return TRUE;
}

static void
show_days (GwPrintDialog *self)
{
  guint n_days = gw_print_dialog_get_n_days (self);
  g_autofree char *first = gw_day_format (self->first_day,
                                          n_days == 1 ? _ ("%a %-d %b") : _ ("%-d %b"));
  g_autofree char *last = gw_day_format (gw_day_add (self->first_day, (gint) n_days - 1),
                                         _ ("%-d %b"));
  /* Translators: from one day to another, "24 Nov to 30 Nov". */
  g_autofree char *both = g_strdup_printf (_ ("%s to %s"), first, last);

  adw_action_row_set_subtitle (self->days_row, n_days == 1 ? first : both);
}

/* The sheet ---------------------------------------------------------------------------------- */

static void
show_page (GwPrintDialog *self, guint page)
{
  guint n_pages = gw_scene_get_n_pages (self->shared->scene);
  /* Translators: which page of how many. */
  g_autofree char *words = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);

  self->page = page;
  gw_page_view_show (self->page_view, self->shared->scene, page);
  gtk_label_set_label (self->page_label, words);
  gtk_widget_set_sensitive (self->page_back, page > 0);
  gtk_widget_set_sensitive (self->page_on, page + 1 < n_pages);
  gtk_widget_set_visible (self->pager, n_pages > 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
take_scene (GwPrintDialog *self, GwScene *scene)
{
  gw_page_view_show (self->page_view, NULL, 0);
  g_clear_pointer (&self->shared, gw_shared_scene_unref);
  if (scene != NULL)
    self->shared = gw_shared_scene_new (scene);
  gw_print_dialog_update_buttons (self);
  gtk_stack_set_visible_child_name (self->stack, scene != NULL ? "sheet" : "words");
  if (scene != NULL)
    show_page (self, 0);
}

static void
on_sheet_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GwScene *scene = gw_session_make_sheet_finish (GW_SESSION (source), result, &error);

  /* Somebody chose something else meanwhile, or closed the dialog. */
  if (g_task_get_cancellable (G_TASK (result)) != self->making)
    {
      g_clear_pointer (&scene, gw_scene_free);
      return;
    }
  g_clear_object (&self->making);
  take_scene (self, scene);
  if (scene == NULL)
    {
      g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_READ);

      gw_empty_state_show_words (self->empty, "printer-symbolic", _ ("No sheet to print"), sentence,
                                 NULL);
    }
}

static void
stop_making (GwPrintDialog *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

/* Nobody is chosen: because nobody is there, nobody was found, or all were unticked. */
static void
show_nobody (GwPrintDialog *self)
{
  gboolean is_nobody = self->filtered != NULL &&
                       g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;
  gboolean is_searched = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  if (is_nobody && is_searched)
    gw_empty_state_show_words (self->empty, "system-search-symbolic", _ ("Nobody found"),
                               _ ("Perhaps the name is spelt in another way."), NULL);
  else if (is_nobody && gw_print_dialog_get_kind (self) == GW_SHEET_RUN)
    gw_empty_state_show_words (self->empty, "printer-symbolic", _ ("Nobody here yet"),
                               _ ("Add colleagues in Team; then there is a run to print."), NULL);
  else if (is_nobody)
    gw_empty_state_show_words (self->empty, "printer-symbolic", _ ("Nobody here yet"),
                               _ ("Add the people you support in People; then there is a sheet to "
                                  "print."),
                               NULL);
  else
    gw_empty_state_show_words (self->empty, "printer-symbolic", _ ("Whose sheet?"),
                               _ ("Choose somebody from the list."), NULL);
}

void
gw_print_dialog_make_sheet (GwPrintDialog *self)
{
  GwSheetRequest request;

  show_days (self);
  stop_making (self);
  take_scene (self, NULL);
  if (!get_request (self, &request))
    {
      show_nobody (self);
      return;
    }
  gw_empty_state_show_loading (self->empty);
  self->making = g_cancellable_new ();
  gw_session_make_sheet_async (self->session, &request, self->making, on_sheet_made,
                               g_object_ref (self));
}

/* A list is one sheet of all, for no days. */
static void
show_choices (GwPrintDialog *self)
{
  gboolean is_list = gw_sheet_kind_is_list (gw_print_dialog_get_kind (self));

  gtk_widget_set_visible (GTK_WIDGET (self->length_row), !is_list);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), !is_list);
  gtk_widget_set_visible (self->who_box, !is_list);
}

/* Callbacks ---------------------------------------------------------------------------------- */

static void
on_kind_changed (AdwComboRow *row, GParamSpec *pspec, GwPrintDialog *self)
{
  if (self->session == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gw_ticks_clear (self->ticks);
  show_choices (self);
  gw_print_dialog_show_names (self);
}

static gboolean
is_in_first_week (GwPrintDialog *self, GwDay day)
{
  return gw_day_compare (gw_day_get_week_start (day), self->first_day) == 0;
}

/* A week begins on its Monday; the one day of it is what the board showed, or else today. */
static void
on_length_changed (AdwComboRow *row, GParamSpec *pspec, GwPrintDialog *self)
{
  GwDay today;

  if (self->session == NULL)
    return;
  today = gw_record_source_get_today (GW_RECORD_SOURCE (self->session));
  if (gw_print_dialog_get_n_days (self) > 1)
    self->first_day = gw_day_get_week_start (self->first_day);
  else if (is_in_first_week (self, self->shown_day) &&
           gw_day_compare (self->shown_day, self->first_day) != 0)
    self->first_day = self->shown_day;
  else if (is_in_first_week (self, today))
    self->first_day = today;
  gw_print_dialog_make_sheet (self);
}

static void
on_earlier_clicked (GtkButton *button, GwPrintDialog *self)
{
  self->first_day = gw_day_add (self->first_day, gw_print_dialog_get_n_days (self) == 1 ? -1 : -7);
  gw_print_dialog_make_sheet (self);
}

static void
on_later_clicked (GtkButton *button, GwPrintDialog *self)
{
  self->first_day = gw_day_add (self->first_day, gw_print_dialog_get_n_days (self) == 1 ? 1 : 7);
  gw_print_dialog_make_sheet (self);
}

static void
on_page_back_clicked (GtkButton *button, GwPrintDialog *self)
{
  show_page (self, self->page - 1);
}

static void
on_page_on_clicked (GtkButton *button, GwPrintDialog *self)
{
  show_page (self, self->page + 1);
}

void
gw_print_dialog_say (const char *sentence, gpointer user_data)
{
  GwPrintDialog *self = user_data;

  gw_dialog_say (self->toasts, sentence);
}

static void
print_sheet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwPrintDialog *self = GW_PRINT_DIALOG (widget);

  if (gw_ticks_get_n (self->ticks) > 0)
    gw_print_dialog_print_pile (self);
  else if (self->shared != NULL)
    gw_print_output_run (GTK_WINDOW (self), self->shared, gw_print_dialog_say);
}

static void
on_print_clicked (GtkButton *button, GwPrintDialog *self)
{
  print_sheet (GTK_WIDGET (self), "sheet.print", NULL);
}

static void
on_pdf_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gw_session_save_sheet_finish (GW_SESSION (source), result, &error))
    gw_print_dialog_say (_ ("The PDF is saved."), self);
  else
    gw_print_dialog_say (error->message, self);
}

/* A sheet on its way into a file. What is chosen in the list may be another by the time the file is. */
typedef struct
{
  GwPrintDialog *dialog;
  GwSheetRequest request;
} Saving;

static void
on_pdf_chosen (GFile *file, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (GwPrintDialog) self = saving->dialog;

  if (file != NULL && gw_ticks_get_n (self->ticks) > 0)
    gw_print_dialog_save_pile (self, file);
  else if (file != NULL)
    gw_session_save_sheet_async (self->session, &saving->request, file, on_pdf_saved,
                                 g_object_ref (self));
}

static void
on_pdf_clicked (GtkButton *button, GwPrintDialog *self)
{
  gboolean is_pile = gw_ticks_get_n (self->ticks) > 0;
  const char *title = is_pile || self->shared == NULL ? _ ("Sheets")
                                                      : gw_scene_get_title (self->shared->scene);
  g_autofree char *name = gw_text_to_file_name (title, ".pdf");
  g_autofree Saving *saving = g_new0 (Saving, 1);
  GwFileWish wish = { .title = _ ("Save as PDF"), .accept = _ ("_Save"), .suggested_name = name };

  if (!is_pile && !get_request (self, &saving->request))
    return;
  saving->dialog = g_object_ref (self);
  gw_file_chooser_save (GTK_WINDOW (self), &wish, on_pdf_chosen, g_steal_pointer (&saving));
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_print_dialog_dispose (GObject *object)
{
  GwPrintDialog *self = GW_PRINT_DIALOG (object);

  stop_making (self);
  gw_print_dialog_stop_pile (self);
  if (self->page_view != NULL)
    gw_page_view_show (self->page_view, NULL, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_PRINT_DIALOG);
  g_clear_pointer (&self->shared, gw_shared_scene_unref);
  g_clear_object (&self->selection);
  if (self->ticks != NULL)
    g_signal_handlers_disconnect_by_data (self->ticks, self);
  g_clear_object (&self->ticks);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_print_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, pdf_button);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, search);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, everybody);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, who_list);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, who_box);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, pile_revealer);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, pile_bar);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, scroll);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, page_view);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, pager);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, page_back);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, GwPrintDialog, page_on);
}

static void
gw_print_dialog_class_init (GwPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_print_dialog_dispose;
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  g_type_ensure (GW_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-print-dialog.ui"));
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_sheet);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_length_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_later_clicked);
  gtk_widget_class_bind_template_callback (widget_class, gw_print_dialog_on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_page_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_page_on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pdf_clicked);
  gtk_widget_class_bind_template_callback (widget_class, gw_print_dialog_on_everybody);
  gtk_widget_class_bind_template_callback (widget_class, gw_print_dialog_on_stop);
}

static void
gw_print_dialog_init (GwPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API --------------------------------------------------------------------------------- */

static gboolean
gets_some_sheet (const GwRecord *who)
{
  return who != NULL && (gw_record_get_record_type (who) == &gw_colleague_type ||
                         gw_record_get_record_type (who) == &gw_person_type);
}

static void
present (GtkWindow *parent, GwSession *session, GwSheetKind kind, const GwRecord *who, GwDay day,
         guint n_days)
{
  GwPrintDialog *self = g_object_new (GW_TYPE_PRINT_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkListItemFactory) rows = NULL;

  adw_combo_row_set_selected (self->kind_row, kind);
  self->wanted = gets_some_sheet (who) ? gw_record_get_id (who) : GW_ID_NONE;
  if (n_days == 1)
    adw_combo_row_set_selected (self->length_row, 0);
  self->session = g_object_ref (session);
  self->shown_day = day;
  self->first_day = n_days == 1 ? day : gw_day_get_week_start (day);
  self->ticks = gw_ticks_new ();
  g_signal_connect_swapped (self->ticks, "changed", G_CALLBACK (gw_print_dialog_update_buttons),
                            self);
  rows = gw_record_rows_new_ticked (GW_RECORD_SOURCE (session), self->ticks);
  gtk_list_view_set_factory (self->who_list, rows);
  show_choices (self);
  gw_print_dialog_show_names (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
gw_print_dialog_present (GtkWindow *parent, GwSession *session, const GwRecord *who, GwDay day,
                         guint n_days)
{
  gboolean is_colleague = who != NULL && gw_record_get_record_type (who) == &gw_colleague_type;

  g_return_if_fail (GW_IS_SESSION (session));
  present (parent, session, is_colleague ? GW_SHEET_RUN : GW_SHEET_FRIDGE, who, day, n_days);
}

void
gw_print_dialog_present_list (GtkWindow *parent, GwSession *session, const GwRecordType *type,
                              GwDay day)
{
  g_return_if_fail (GW_IS_SESSION (session));
  present (parent, session, type == &gw_colleague_type ? GW_SHEET_COLLEAGUES : GW_SHEET_PEOPLE,
           NULL, day, 7);
}
