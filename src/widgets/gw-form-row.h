/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row of a generated form: label, editor, and one line below that explains, repeats what was
 * understood, or says what is wrong. The editor is chosen by the field's kind (gw-form-editor.h) and
 * talks to the draft through the row. Main thread.
 */
#pragma once

#include "gw-draft.h"
#include "gw-record-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_FORM_ROW (gw_form_row_get_type ())

/** GwFormRow: signal "edited" after the draft got a new value from its editor. */
G_DECLARE_FINAL_TYPE (GwFormRow, gw_form_row, GW, FORM_ROW, AdwPreferencesRow)

/** gw_form_row_new: a row for field @field of @type. */
GwFormRow *gw_form_row_new (GwRecordSource *source, const GwRecordType *type, guint field);

/** gw_form_row_get_source: where records come from. (transfer none) */
GwRecordSource *gw_form_row_get_source (GwFormRow *self);

/** gw_form_row_get_field: the row of the field table. */
const GwField *gw_form_row_get_field (GwFormRow *self);

/** gw_form_row_get_index: the field's index. */
guint gw_form_row_get_index (GwFormRow *self);

/** gw_form_row_get_draft: what is edited, or NULL. (transfer none) */
GwDraft *gw_form_row_get_draft (GwFormRow *self);

/** gw_form_row_set_draft: edits @draft from now on, which must live until the next call. */
void gw_form_row_set_draft (GwFormRow *self, GwDraft *draft);

/** gw_form_row_get_value: the draft's value, lent; NULL without a draft. */
const GwFieldValue *gw_form_row_get_value (GwFormRow *self);

/** gw_form_row_take_value: from the editor: moves @value into the draft, emits "edited". */
void gw_form_row_take_value (GwFormRow *self, GwFieldValue *value);

/** gw_form_row_set_understood: how the typed words were read ("Tue 24 Nov 2026"); nullable. */
void gw_form_row_set_understood (GwFormRow *self, const char *understood);

/** gw_form_row_set_misread: the typed words could not be read, and why; NULL: they could. */
void gw_form_row_set_misread (GwFormRow *self, const char *sentence);

/**
 * gw_form_row_set_unread: as gw_form_row_set_misread(), for words: the draft keeps @text as it was
 * typed, and "edited" is emitted each time. Both NULL: nothing is unread any more.
 */
void gw_form_row_set_unread (GwFormRow *self, const char *text, const char *sentence);

/** gw_form_row_get_misread: the sentence, or NULL. The row has not put the words into the draft. */
const char *gw_form_row_get_misread (GwFormRow *self);

/** gw_form_row_set_problem: what is wrong with the value; NULL: nothing. */
void gw_form_row_set_problem (GwFormRow *self, const char *sentence);

/** gw_form_row_focus: leads the reader here. */
void gw_form_row_focus (GwFormRow *self);

G_END_DECLS
