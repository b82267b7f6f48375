/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the print dialog share: its parts, whose sheet, and several at once. */
#pragma once

#include "gw-print-output.h"

#include "gw-empty-state.h"
#include "gw-page-view.h"
#include "gw-session-sheets.h"
#include "gw-ticks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_PRINT_DIALOG (gw_print_dialog_get_type ())

/** GwPrintDialog: the window, with actions "sheet.…". */
G_DECLARE_FINAL_TYPE (GwPrintDialog, gw_print_dialog, GW, PRINT_DIALOG, AdwWindow)

struct _GwPrintDialog
{
  AdwWindow parent_instance;

  GtkWidget *print_button;
  GtkWidget *pdf_button;
  AdwToastOverlay *toasts;
  AdwComboRow *kind_row;
  AdwComboRow *length_row;
  AdwActionRow *days_row;
  GtkSearchEntry *search;
  GtkCheckButton *everybody;
  GtkListView *who_list;
  GtkWidget *who_box; /* who, with its search */
  GtkRevealer *pile_revealer;
  GtkProgressBar *pile_bar;
  GtkStack *stack;
  GwEmptyState *empty;
  GtkScrolledWindow *scroll;
  GwPageView *page_view;
  GtkWidget *pager;
  GtkWidget *page_back;
  GtkLabel *page_label;
  GtkWidget *page_on;

  GwSession *session;
  GwDay first_day;
  GwDay shown_day; /* what the board showed when the dialog was opened */
  GwId wanted;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GCancellable *making;
  GwSharedScene *shared;
  GwTicks *ticks;
  GwJob *pile_job; /* nullable */
  guint page;
};

/** gw_print_dialog_get_n_days: how many days the sheets are for. */
guint gw_print_dialog_get_n_days (GwPrintDialog *self);

/** gw_print_dialog_get_kind: which sheets. */
GwSheetKind gw_print_dialog_get_kind (GwPrintDialog *self);

/** gw_print_dialog_get_who: whose sheet is looked at; nullable. */
GwItem *gw_print_dialog_get_who (GwPrintDialog *self);

/** gw_print_dialog_show_names: lists who gets such a sheet, and makes the sheet of whoever is chosen. */
void gw_print_dialog_show_names (GwPrintDialog *self);

/** gw_print_dialog_on_search_changed: lists only the names that were looked for. */
void gw_print_dialog_on_search_changed (GtkEditable *search, GwPrintDialog *self);

/** gw_print_dialog_make_sheet: makes the sheet that is chosen, and shows it when it is there. */
void gw_print_dialog_make_sheet (GwPrintDialog *self);

/** gw_print_dialog_say: shows @sentence for a while; @user_data is the dialog. */
void gw_print_dialog_say (const char *sentence, gpointer user_data);

/** gw_print_dialog_update_buttons: what can be printed just now, and how many. */
void gw_print_dialog_update_buttons (GwPrintDialog *self);

/** gw_print_dialog_print_pile: makes the sheets of all who are ticked, then asks for a printer. */
void gw_print_dialog_print_pile (GwPrintDialog *self);

/** gw_print_dialog_save_pile: writes the sheets of all who are ticked to @file. */
void gw_print_dialog_save_pile (GwPrintDialog *self, GFile *file);

/** gw_print_dialog_stop_pile: stops what is being made. */
void gw_print_dialog_stop_pile (GwPrintDialog *self);

/** gw_print_dialog_on_everybody: ticks all who are listed, or nobody. */
void gw_print_dialog_on_everybody (GtkCheckButton *button, GwPrintDialog *self);

/** gw_print_dialog_on_stop: the button beside the progress. */
void gw_print_dialog_on_stop (GtkButton *button, GwPrintDialog *self);

G_END_DECLS
