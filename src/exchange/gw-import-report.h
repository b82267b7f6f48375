/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an import did: how many rows were new, changed or nothing new, and each row that could not be
 * taken, with line, column and reason. The first thousand problems are kept, the rest counted, so
 * that a wrong file does not fill the memory. Written by one thread; read it when that is done.
 */
#pragma once

#include "gw-import-target.h"

G_BEGIN_DECLS

#define GW_IMPORT_MOST_PROBLEMS 1000

/**
 * GwImportProblem: one problem.
 * @target: which list
 * @line: line of the file, from 1
 * @column: column of the row, from 1; 0 when it is about the whole row
 * @heading: what the file calls the column; "" when about the whole row
 * @reason: a translated sentence
 * @row_kept: whether the row was taken all the same, without this cell
 */
typedef struct
{
  GwImportTarget target;
  guint64 line;
  guint column;
  char *heading;
  char *reason;
  gboolean row_kept;
} GwImportProblem;

/** GwImportCounts: rows by what became of them. */
typedef struct
{
  guint n_new;
  guint n_updated;
  guint n_unchanged;
  guint n_skipped;
} GwImportCounts;

typedef struct _GwImportReport GwImportReport;

/** gw_import_report_new: an empty report. (transfer full) */
GwImportReport *gw_import_report_new (void);

/** gw_import_report_free: frees it. */
void gw_import_report_free (GwImportReport *self);

/** gw_import_report_add_problem: copies @heading and @reason. */
void gw_import_report_add_problem (GwImportReport *self, const GwImportProblem *problem);

/** gw_import_report_get_counts: the counts of @target, to read and to write. (transfer none) */
GwImportCounts *gw_import_report_get_counts (GwImportReport *self, GwImportTarget target);

/** gw_import_report_get_n_kept: problems that can be asked for. */
guint gw_import_report_get_n_kept (GwImportReport *self);

/** gw_import_report_get_n_problems: all problems, also those not kept. */
guint gw_import_report_get_n_problems (GwImportReport *self);

/** gw_import_report_get_problem: lent. */
const GwImportProblem *gw_import_report_get_problem (GwImportReport *self, guint index);

/** gw_import_problem_dup_sentence: "Line 12, Date: …", translated. (transfer full) */
char *gw_import_problem_dup_sentence (const GwImportProblem *problem);

/** gw_import_report_dup_summary: one translated line a list that had rows. (transfer full) */
char *gw_import_report_dup_summary (GwImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwImportReport, gw_import_report_free)

G_END_DECLS
