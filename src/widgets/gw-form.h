/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The generated form: any record of any type, from its field table. Groups, editors, hints, problems
 * in words at the field and counted at the top, a history, deletion with undo. What is typed is kept
 * by the source while it is typed, offered again after a crash, and follows edits made elsewhere
 * meanwhile. Main thread.
 */
#pragma once

#include "gw-record-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_FORM (gw_form_get_type ())

/**
 * GwForm: signals
 * "saved" (string sentence): the draft is on the disk; shown in a toast with Undo;
 * "deleted" (string sentence): the record is gone; shown in a toast with Undo;
 * "closed": the reader is done with the form (Escape, the back button);
 * "save-asked" (pointer to the lent #GwDraft, returns boolean): an edit is about to be saved. Who has
 * a question first returns TRUE, and calls gw_form_save_change() when it is answered.
 * "erase-wanted": all data of the person or colleague shown is to be erased.
 * Property "record-title" (string): what the form is about, for a heading.
 * Actions "form.save", "form.revert", "form.delete", "form.history", "form.close",
 * "form.erase".
 */
G_DECLARE_FINAL_TYPE (GwForm, gw_form, GW, FORM, AdwBin)

/** gw_form_new: a form without a record. */
GtkWidget *gw_form_new (GwRecordSource *source);

/** gw_form_edit: edits @item's record, which must be loaded. What was typed before is kept. */
void gw_form_edit (GwForm *self, GwItem *item);

/** gw_form_start: a new record from @draft, taken; what is known is filled in where it is empty. */
void gw_form_start (GwForm *self, GwDraft *draft);

/** gw_form_clear: shows nothing. */
void gw_form_clear (GwForm *self);

/** gw_form_get_item: the item edited, NULL for a new record. (transfer none) */
GwItem *gw_form_get_item (GwForm *self);

/** gw_form_is_changed: whether something is typed that is not saved. */
gboolean gw_form_is_changed (GwForm *self);

/** gw_form_save_change: saves @change instead of the draft, says @sentence and ends the edit. */
void gw_form_save_change (GwForm *self, GwChange *change, const char *sentence);

/** gw_form_set_back_visible: whether a back button is shown (one column at a time). */
void gw_form_set_back_visible (GwForm *self, gboolean visible);

G_END_DECLS
