/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkPrintOperation over the painter of scenes, in one small file. */
#include "config.h"

#include "gw-print-output.h"

#include "gw-scene-painter.h"

#include <glib/gi18n-lib.h>

#define POINTS_PER_UNIT (72.0 / 25400.0)

/* What a running print job needs. */
typedef struct
{
  GwSharedScene *shared;
  GWeakRef owner;
  GwPrintFailed failed;
} Output;

static void
clear_shared (gpointer data)
{
  GwSharedScene *self = data;

  gw_scene_free (self->scene);
}

GwSharedScene *
gw_shared_scene_new (GwScene *scene)
{
  GwSharedScene *self = g_rc_box_new0 (GwSharedScene);

  self->scene = scene;
  return self;
}

void
gw_shared_scene_unref (GwSharedScene *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_shared);
}

static void
output_free (gpointer data, GClosure *closure)
{
  Output *output = data;

  gw_shared_scene_unref (output->shared);
  g_weak_ref_clear (&output->owner);
  g_free (output);
}

/* A sheet is A4; on other paper it is made smaller, never cut off and never blown up. */
static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, gint index, Output *output)
{
  const GwPage *page = gw_scene_get_page (output->shared->scene, (guint) index);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gw_page_get_width (page) * POINTS_PER_UNIT;
  double height = gw_page_get_height (page) * POINTS_PER_UNIT;
  double scale = MIN (gtk_print_context_get_width (context) / width,
                      gtk_print_context_get_height (context) / height);

  cairo_save (cr);
  if (scale < 1)
    cairo_scale (cr, scale, scale);
  gw_scene_paint_page (output->shared->scene, (guint) index, cr, GW_PAINT_PLAIN);
  cairo_restore (cr);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Output *output)
{
  g_autoptr (GtkWindow) owner = g_weak_ref_get (&output->owner);

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && owner != NULL)
    output->failed (
        _ ("The printer did not take the sheet. Look whether it is switched on, or save a "
           "PDF and print that."),
        owner);
}

void
gw_print_output_run (GtkWindow *owner, GwSharedScene *shared, GwPrintFailed failed)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Output *output = g_new0 (Output, 1);

  output->shared = g_rc_box_acquire (shared);
  output->failed = failed;
  g_weak_ref_init (&output->owner, owner);
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, gw_scene_get_title (shared->scene));
  gtk_print_operation_set_n_pages (operation, (gint) gw_scene_get_n_pages (shared->scene));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), output);
  /* Of the two handlers this one owns the data: both go when the operation does. */
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), output, output_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, owner, NULL);
}
