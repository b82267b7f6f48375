/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short question or message over a window, the same on every libadwaita. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gw_question_new: a message dialog over @parent, to be given responses and presented.
 * @heading: the question in a few words
 * @body: one sentence more; nullable
 * Returns: an #AdwMessageDialog, owned by GTK as every window
 */
GtkWidget *gw_question_new (GtkWindow *parent, const char *heading, const char *body);

/**
 * gw_question_settle: of the responses that @dialog has, Enter gives @yes, which stands out, and Escape
 * and closing give @no.
 */
void gw_question_settle (AdwMessageDialog *dialog, const char *no, const char *yes);

/**
 * gw_question_present_for: presents @dialog, which goes without an answer when @asker goes: another
 * team file may be opened from the desktop meanwhile, and then nobody is there to hear it.
 */
void gw_question_present_for (GtkWidget *dialog, GtkWidget *asker);

/**
 * gw_question_pop_over: pops up a popover of @parent that points to @box, in its coordinates, with
 * @child in it; it goes when it is closed.
 */
GtkWidget *gw_question_pop_over (GtkWidget *parent, const GdkRectangle *box, GtkWidget *child);

/** gw_question_new_fields: a grid for the fields of a question. */
GtkWidget *gw_question_new_fields (void);

/** gw_question_add_field: adds @field to such a grid, labelled @words (with a mnemonic); the label. */
GtkWidget *gw_question_add_field (GtkWidget *grid, gint line, const char *words, GtkWidget *field);

G_END_DECLS
