/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last touches on a PDF, with libqpdf. */
#include "config.h"

#include "gw-pdf-finish.h"

#include "gw-error.h"

#include <qpdf/qpdf-c.h>

/* The structure tree of a sheet is flat; anything this deep is not one of ours. */
#define GREATEST_DEPTH 32

typedef struct
{
  qpdf_data pdf;
  GPtrArray *alternatives;
  guint n_given;
} Finish;

static void
describe_element (Finish *self, qpdf_oh element, guint depth)
{
  qpdf_oh kind, kids;

  if (depth > GREATEST_DEPTH || !qpdf_oh_is_dictionary (self->pdf, element))
    return;
  kind = qpdf_oh_get_key (self->pdf, element, "/S");
  if (qpdf_oh_is_name (self->pdf, kind) &&
      g_str_equal (qpdf_oh_get_name (self->pdf, kind), "/Figure") &&
      self->n_given < self->alternatives->len)
    {
      const char *text = g_ptr_array_index (self->alternatives, self->n_given++);

      qpdf_oh_replace_key (self->pdf, element, "/Alt",
                           qpdf_oh_new_unicode_string (self->pdf, text));
    }
  kids = qpdf_oh_get_key (self->pdf, element, "/K");
  if (qpdf_oh_is_array (self->pdf, kids))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, kids); i++)
      describe_element (self, qpdf_oh_get_array_item (self->pdf, kids, i), depth + 1);
  else
    describe_element (self, kids, depth + 1);
}

static void
finish_root (Finish *self, const char *language)
{
  qpdf_oh root = qpdf_get_root (self->pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (self->pdf);
  qpdf_oh marked = qpdf_oh_new_dictionary (self->pdf);

  /* cairo 1.16 writes a structure tree without saying that the file is tagged. */
  qpdf_oh_replace_key (self->pdf, marked, "/Marked", qpdf_oh_new_bool (self->pdf, QPDF_TRUE));
  qpdf_oh_replace_key (self->pdf, root, "/MarkInfo", marked);
  qpdf_oh_replace_key (self->pdf, root, "/Lang", qpdf_oh_new_unicode_string (self->pdf, language));
  qpdf_oh_replace_key (self->pdf, preferences, "/DisplayDocTitle",
                       qpdf_oh_new_bool (self->pdf, QPDF_TRUE));
  qpdf_oh_replace_key (self->pdf, root, "/ViewerPreferences", preferences);
  describe_element (self, qpdf_oh_get_key (self->pdf, root, "/StructTreeRoot"), 0);
}

static GBytes *
write_all (qpdf_data pdf)
{
  if (qpdf_init_write_memory (pdf) & QPDF_ERRORS)
    return NULL;
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  if (qpdf_write (pdf) & QPDF_ERRORS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

GBytes *
gw_pdf_finish (GBytes *bytes, const char *language, GPtrArray *alternatives, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Finish self = { qpdf_init (), alternatives, 0 };
  GBytes *finished = NULL;

  qpdf_set_suppress_warnings (self.pdf, QPDF_TRUE);
  qpdf_silence_errors (self.pdf);
  if (!(qpdf_read_memory (self.pdf, "sheet.pdf", data, length, NULL) & QPDF_ERRORS))
    {
      finish_root (&self, language);
      finished = write_all (self.pdf);
    }
  if (finished == NULL)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_IO,
                         qpdf_has_error (self.pdf)
                             ? qpdf_get_error_full_text (self.pdf, qpdf_get_error (self.pdf))
                             : "the PDF could not be completed");
  qpdf_cleanup (&self.pdf);
  return finished;
}
