/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing scenes as PDF. */
#include "config.h"

#include "gw-pdf.h"

#include "gw-page-text.h"
#include "gw-pdf-finish.h"
#include "gw-scene-painter.h"

#include "gw-error.h"

#include <cairo-pdf.h>

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, const GwScene *scene, GwInstant created)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (created.value / G_USEC_PER_SEC);
  g_autofree char *date = g_date_time_format_iso8601 (utc);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, gw_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Good Week");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static GPtrArray *
paint_pages (cairo_t *cr, cairo_surface_t *surface, const GwScene *scene)
{
  GPtrArray *alternatives = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gw_scene_get_n_pages (scene); i++)
    {
      GwPage *page = gw_scene_get_page (scene, i);

      cairo_pdf_surface_set_size (surface, gw_page_to_points (gw_page_get_width (page)),
                                  gw_page_to_points (gw_page_get_height (page)));
      gw_scene_paint_page (scene, i, cr, GW_PAINT_TAGGED);
      cairo_show_page (cr);
      for (guint n = 0; n < gw_page_get_n_nodes (page); n++)
        if (gw_page_get_node (page, n)->kind == GW_NODE_PICTURE)
          g_ptr_array_add (alternatives, g_strdup (gw_page_get_node (page, n)->text));
    }
  return alternatives;
}

GBytes *
gw_pdf_write (const GwScene *scene, GwInstant created, GError **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append, buffer, gw_page_to_points (GW_A4_WIDTH), gw_page_to_points (GW_A4_HEIGHT));
  cairo_t *cr;
  g_autoptr (GPtrArray) alternatives = NULL;
  g_autoptr (GBytes) plain = NULL;
  cairo_status_t status;

  describe (surface, scene, created);
  cr = cairo_create (surface);
  alternatives = paint_pages (cr, surface, scene);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_IO, cairo_status_to_string (status));
      return NULL;
    }
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&buffer));
  return gw_pdf_finish (plain, gw_scene_get_language (scene), alternatives, error);
}
