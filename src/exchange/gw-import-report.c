/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import did. */
#include "config.h"

#include "gw-import-report.h"

#include <glib/gi18n-lib.h>

struct _GwImportReport
{
  GwImportCounts counts[GW_IMPORT_N_TARGETS];
  GArray *problems;
  guint n_problems;
};

static void
clear_problem (gpointer data)
{
  GwImportProblem *problem = data;

  g_free (problem->heading);
  g_free (problem->reason);
}

GwImportReport *
gw_import_report_new (void)
{
  GwImportReport *self = g_new0 (GwImportReport, 1);

  self->problems = g_array_new (FALSE, FALSE, sizeof (GwImportProblem));
  g_array_set_clear_func (self->problems, clear_problem);
  return self;
}

void
gw_import_report_free (GwImportReport *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->problems);
  g_free (self);
}

void
gw_import_report_add_problem (GwImportReport *self, const GwImportProblem *problem)
{
  GwImportProblem copy = *problem;

  self->n_problems++;
  if (self->problems->len >= GW_IMPORT_MOST_PROBLEMS)
    return;
  copy.heading = g_strdup (problem->heading != NULL ? problem->heading : "");
  copy.reason = g_strdup (problem->reason);
  g_array_append_val (self->problems, copy);
}

GwImportCounts *
gw_import_report_get_counts (GwImportReport *self, GwImportTarget target)
{
  return &self->counts[target];
}

guint
gw_import_report_get_n_kept (GwImportReport *self)
{
  return self->problems->len;
}

guint
gw_import_report_get_n_problems (GwImportReport *self)
{
  return self->n_problems;
}

const GwImportProblem *
gw_import_report_get_problem (GwImportReport *self, guint index)
{
  return &g_array_index (self->problems, GwImportProblem, index);
}

char *
gw_import_problem_dup_sentence (const GwImportProblem *problem)
{
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, problem->line);

  if (problem->column == 0)
    /* Translators: a line number and a sentence about that line of a file. */
    return g_strdup_printf (_ ("Line %s: %s"), line, problem->reason);
  if (*problem->heading == '\0')
    /* Translators: line number, column number and a sentence about that cell of a file. */
    return g_strdup_printf (_ ("Line %s, column %u: %s"), line, problem->column, problem->reason);
  /* Translators: line number, heading of a column and a sentence about that cell of a file. */
  return g_strdup_printf (_ ("Line %s, %s: %s"), line, problem->heading, problem->reason);
}

static void
add_summary (GString *text, const char *label, const GwImportCounts *counts)
{
  guint n_rows = counts->n_new + counts->n_updated + counts->n_unchanged + counts->n_skipped;

  if (n_rows == 0)
    return;
  g_string_append_printf (
      text,
      /* Translators: what is counted ("Visits"), rows, of those new, changed, as they were. */
      ngettext ("%s: %u row: %u new, %u changed, %u as before.",
                "%s: %u rows: %u new, %u changed, %u as before.", n_rows),
      label, n_rows, counts->n_new, counts->n_updated, counts->n_unchanged);
  if (counts->n_skipped > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text, ngettext ("%u row was left out.", "%u rows were left out.", counts->n_skipped),
          counts->n_skipped);
    }
  g_string_append_c (text, '\n');
}

char *
gw_import_report_dup_summary (GwImportReport *self)
{
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < GW_IMPORT_N_TARGETS; t++)
    add_summary (text, gw_import_target_get_label ((GwImportTarget) t), &self->counts[t]);
  if (text->len == 0)
    g_string_append (text, _ ("There were no rows to bring in."));
  return g_strchomp (g_string_free (text, FALSE));
}
