/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the import window share: its parts, and what the first step tells the others. */
#pragma once

#include "gw-import-codes.h"
#include "gw-import-columns.h"
#include "gw-import-dialog.h"
#include "gw-import-report-view.h"

#include "gw-empty-state.h"
#include "gw-session-import-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The choice after the lists. */
#define WHAT_SHEET GW_IMPORT_N_TARGETS

#define GW_TYPE_IMPORT_DIALOG (gw_import_dialog_get_type ())

/** GwImportDialog: the window. */
G_DECLARE_FINAL_TYPE (GwImportDialog, gw_import_dialog, GW, IMPORT_DIALOG, AdwWindow)

struct _GwImportDialog
{
  AdwWindow parent_instance;

  GtkWidget *back_button;
  GtkButton *next_button;
  GtkStack *steps;
  AdwActionRow *file_row;
  GtkWidget *file_button;
  AdwComboRow *what_row;
  AdwComboRow *mode_row;
  GtkEditable *week_row;
  GtkTextView *text_view;
  GtkLabel *problem_label;
  GwEmptyState *reading;
  GwImportColumns *columns;
  GwImportCodes *codes;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GwImportReportView *report;

  GwSession *session;
  GwDay day; /* what the rota shows */
  GFile *file;
  char *text;
  GPtrArray *rows;
  GCancellable *asking;
  GwJob *job;
  gboolean is_guessing;
  gboolean has_said;
};

/** gw_import_dialog_update_buttons: which buttons there are, and whether the step may be left. */
void gw_import_dialog_update_buttons (GwImportDialog *self);

/** gw_import_dialog_show_problem: says what is wrong with the file; NULL: nothing. */
void gw_import_dialog_show_problem (GwImportDialog *self, const char *sentence);

/** gw_import_dialog_get_what: a #GwImportTarget, or WHAT_SHEET. */
guint gw_import_dialog_get_what (GwImportDialog *self);

/**
 * gw_import_dialog_read_monday: the Monday of the week that a rota sheet is for; FALSE when what is
 * typed is no day.
 */
gboolean gw_import_dialog_read_monday (GwImportDialog *self, GwDay *out_monday);

/** gw_import_dialog_get_source: what the first step says; lent, until something is changed there. */
GwImportSource gw_import_dialog_get_source (GwImportDialog *self);

/** gw_import_dialog_stop_asking: drops the question that waits for an answer. */
void gw_import_dialog_stop_asking (GwImportDialog *self);

/** gw_import_dialog_take_file: reads @file. */
void gw_import_dialog_take_file (GwImportDialog *self, GFile *file);

/** gw_import_dialog_bind_source: the first step's callbacks, while the class is made. */
void gw_import_dialog_bind_source (GtkWidgetClass *widget_class);

/** gw_import_dialog_init_source: the choices of the first step. */
void gw_import_dialog_init_source (GwImportDialog *self);

G_END_DECLS
