/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Editors: one for each way of entering a value. An editor is a widget and two functions; it reads
 * the value from its row and hands new ones back to it. Main thread.
 */
#pragma once

#include "gw-form-row.h"

G_BEGIN_DECLS

/**
 * GwFormEditor:
 * @create: makes the widget of @row
 * @refresh: shows the draft's value again, without handing it back
 */
typedef struct
{
  GtkWidget *(*create) (GwFormRow *row);
  void (*refresh) (GwFormRow *row, GtkWidget *editor);
} GwFormEditor;

/** gw_form_editor_for: the editor for @field. Constant data. */
const GwFormEditor *gw_form_editor_for (const GwField *field);

/** gw_form_editor_typed: words and figures as people type them, with a calendar for days. */
extern const GwFormEditor gw_form_editor_typed;

/** gw_form_editor_lines: several lines of text. */
extern const GwFormEditor gw_form_editor_lines;

/** gw_form_editor_choice: one of a few. */
extern const GwFormEditor gw_form_editor_choice;

/** gw_form_editor_choices: any of a few. */
extern const GwFormEditor gw_form_editor_choices;

/** gw_form_editor_flag: yes or no. */
extern const GwFormEditor gw_form_editor_flag;

/** gw_form_editor_reference: people and things, found by name, with faces. */
extern const GwFormEditor gw_form_editor_reference;

/** gw_form_editor_photo: a photo. */
extern const GwFormEditor gw_form_editor_photo;

/** gw_form_editor_sealed: shown for 30 seconds when asked for. */
extern const GwFormEditor gw_form_editor_sealed;

/** gw_form_editor_fixed: shown, never edited. */
extern const GwFormEditor gw_form_editor_fixed;

G_END_DECLS
