/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar above the fields: what needs a look, what was kept, what somebody else did. */
#include "config.h"

#include "gw-form-private.h"

#include "gw-problem-list.h"

#include <glib/gi18n-lib.h>

void
gw_form_show_notice (GwForm *self, GwFormNotice kind, const char *text, const char *button)
{
  self->notice_kind = kind;
  gtk_label_set_text (self->notice, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->notice_button, button);
  gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
}

void
gw_form_hide_notice (GwForm *self, GwFormNotice kind)
{
  if (self->notice_kind != kind)
    return;
  self->notice_kind = GW_FORM_NOTICE_NONE;
  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
}

static GwFormRow *
find_first_problem (GwForm *self)
{
  g_autoptr (GwRecord) record = gw_draft_build (self->draft);
  g_autoptr (GwProblemList) problems = gw_record_validate (record);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GwFormRow *row = g_ptr_array_index (self->rows, i);
      if (gw_form_row_get_misread (row) != NULL ||
          gw_problem_list_find (problems, (gint) gw_form_row_get_index (row)) != NULL)
        return row;
    }
  return NULL;
}

void
gw_form_lead_to_problem (GwForm *self)
{
  GwFormRow *row = find_first_problem (self);

  if (row != NULL)
    gw_form_row_focus (row);
}

void
gw_form_on_notice_clicked (GtkButton *button, GwForm *self)
{
  switch (self->notice_kind)
    {
    case GW_FORM_NOTICE_PROBLEMS:
      gw_form_lead_to_problem (self);
      break;
    case GW_FORM_NOTICE_KEPT_DRAFT:
      gw_form_reset (self);
      break;
    case GW_FORM_NOTICE_NONE:
    case GW_FORM_NOTICE_CHANGED_ELSEWHERE:
    case GW_FORM_NOTICE_FAILURE:
    default:
      gw_form_hide_notice (self, self->notice_kind);
      break;
    }
}

gboolean
gw_form_validate (GwForm *self)
{
  g_autoptr (GwRecord) record = gw_draft_build (self->draft);
  g_autoptr (GwProblemList) problems = gw_record_validate (record);
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GwFormRow *row = g_ptr_array_index (self->rows, i);
      guint field = gw_form_row_get_index (row);
      const char *problem = gw_problem_list_find (problems, (gint) field);
      gboolean shown = self->tried_to_save || gw_draft_is_touched (self->draft, field);

      gw_form_row_set_problem (row, shown ? problem : NULL);
      n += problem != NULL || gw_form_row_get_misread (row) != NULL;
    }
  if (n == 0 || !self->tried_to_save)
    {
      gw_form_hide_notice (self, GW_FORM_NOTICE_PROBLEMS);
      return n == 0;
    }
  text = g_strdup_printf (ngettext ("One thing needs a look before this can be saved.",
                                    "%u things need a look before this can be saved.", n),
                          n);
  gw_form_show_notice (self, GW_FORM_NOTICE_PROBLEMS, text, _ ("Show"));
  return FALSE;
}
