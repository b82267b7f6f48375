/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several sheets at once: who is ticked, in the order of the list, made on a worker with progress
 * and a stop, then handed to the printer or to a file as one.
 */
#include "config.h"

#include "gw-print-dialog-private.h"

#include "gw-session-error.h"
#include "gw-session-export.h"

#include <glib/gi18n-lib.h>

/* Who is ticked ------------------------------------------------------------------------------- */

/* The order of the list; who is ticked but not found by the search comes along all the same. */
static GArray *
list_ticked (GwPrintDialog *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (GwId));
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (all, i);
      const GwId id = gw_item_get_id (item);

      if (gw_ticks_get (self->ticks, id))
        g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
is_everybody_ticked (GwPrintDialog *self)
{
  GListModel *shown = G_LIST_MODEL (self->filtered);
  guint n = g_list_model_get_n_items (shown);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (shown, i);

      if (!gw_ticks_get (self->ticks, gw_item_get_id (item)))
        return FALSE;
    }
  return n > 0;
}

void
gw_print_dialog_on_everybody (GtkCheckButton *button, GwPrintDialog *self)
{
  GListModel *shown = G_LIST_MODEL (self->filtered);
  gboolean ticked = gtk_check_button_get_active (button);

  if (self->ticks == NULL || ticked == is_everybody_ticked (self))
    return;
  g_signal_handlers_block_by_func (self->ticks, gw_print_dialog_update_buttons, self);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (shown, i);

      gw_ticks_set (self->ticks, gw_item_get_id (item), ticked);
    }
  g_signal_handlers_unblock_by_func (self->ticks, gw_print_dialog_update_buttons, self);
  gw_print_dialog_update_buttons (self);
}

void
gw_print_dialog_update_buttons (GwPrintDialog *self)
{
  guint n = self->ticks != NULL ? gw_ticks_get_n (self->ticks) : 0;
  gboolean can = (n > 0 || self->shared != NULL) && self->pile_job == NULL;
  g_autofree char *print = NULL;

  /* Translators: a button; so many sheets are printed at once. */
  if (n > 0)
    print = g_strdup_printf (ngettext ("_Print %u sheet…", "_Print %u sheets…", n), n);
  gtk_button_set_label (GTK_BUTTON (self->print_button), n > 0 ? print : _ ("_Print…"));
  gtk_widget_set_sensitive (self->print_button, can);
  gtk_widget_set_sensitive (self->pdf_button, can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", can);
  if (self->ticks == NULL || self->filtered == NULL)
    return;
  g_signal_handlers_block_by_func (self->everybody, gw_print_dialog_on_everybody, self);
  gtk_check_button_set_active (self->everybody, is_everybody_ticked (self));
  gtk_check_button_set_inconsistent (self->everybody, n > 0 && !is_everybody_ticked (self));
  g_signal_handlers_unblock_by_func (self->everybody, gw_print_dialog_on_everybody, self);
}

/* Made ---------------------------------------------------------------------------------------- */

static void
on_progress (GwJob *job, GParamSpec *pspec, GwPrintDialog *self)
{
  gtk_progress_bar_set_fraction (self->pile_bar, MAX (gw_job_get_permille (job), 0) / 1000.0);
}

static void
end_pile (GwPrintDialog *self)
{
  if (self->pile_job != NULL)
    g_signal_handlers_disconnect_by_data (self->pile_job, self);
  g_clear_object (&self->pile_job);
  gtk_revealer_set_reveal_child (self->pile_revealer, FALSE);
  gw_print_dialog_update_buttons (self);
}

static void
say_left_out (GwPrintDialog *self, guint n)
{
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%u has no sheet for these days and was left out.",
                "%u have no sheets for these days and were left out.", n),
      n);

  if (n > 0)
    gw_print_dialog_say (sentence, self);
}

static void
on_pile_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_left_out = 0;
  GwScene *scene = gw_session_make_pile_finish (GW_SESSION (source), result, &n_left_out, &error);
  GwSharedScene *shared;

  if (self->pile_job == NULL)
    {
      g_clear_pointer (&scene, gw_scene_free);
      return;
    }
  end_pile (self);
  if (scene == NULL)
    {
      g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_READ);

      gw_print_dialog_say (sentence, self);
      return;
    }
  say_left_out (self, n_left_out);
  shared = gw_shared_scene_new (scene);
  gw_print_output_run (GTK_WINDOW (self), shared, gw_print_dialog_say);
  gw_shared_scene_unref (shared);
}

static GwSheetPile
describe_pile (GwPrintDialog *self, GArray *ids)
{
  return (GwSheetPile){ .kind = gw_print_dialog_get_kind (self),
                        .first_day = self->first_day,
                        .n_days = gw_print_dialog_get_n_days (self),
                        .ids = (const GwId *) ids->data,
                        .n = ids->len };
}

void
gw_print_dialog_print_pile (GwPrintDialog *self)
{
  g_autoptr (GArray) ids = list_ticked (self);
  const GwSheetPile pile = describe_pile (self, ids);

  if (self->pile_job != NULL || pile.n == 0)
    return;
  self->pile_job = g_object_ref (
      gw_session_make_pile_async (self->session, &pile, on_pile_made, g_object_ref (self)));
  g_signal_connect (self->pile_job, "notify::permille", G_CALLBACK (on_progress), self);
  gtk_progress_bar_set_fraction (self->pile_bar, 0);
  gtk_revealer_set_reveal_child (self->pile_revealer, TRUE);
  gw_print_dialog_update_buttons (self);
}

void
gw_print_dialog_stop_pile (GwPrintDialog *self)
{
  if (self->pile_job == NULL)
    return;
  gw_job_stop (self->pile_job);
  end_pile (self);
}

void
gw_print_dialog_on_stop (GtkButton *button, GwPrintDialog *self)
{
  gw_print_dialog_stop_pile (self);
}

static void
on_pile_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = gw_session_save_pile_finish (GW_SESSION (source), result, &error);

  gw_print_dialog_say (done ? _ ("The PDF is saved.") : error->message, self);
}

void
gw_print_dialog_save_pile (GwPrintDialog *self, GFile *file)
{
  g_autoptr (GArray) ids = list_ticked (self);
  const GwSheetPile pile = describe_pile (self, ids);

  if (pile.n > 0)
    gw_session_save_pile_async (self->session, &pile, file, on_pile_saved, g_object_ref (self));
}
