/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the form share: its parts, its draft and its state. */
#pragma once

#include "gw-form-row.h"
#include "gw-form.h"
#include "gw-history-view.h"

G_BEGIN_DECLS

/** GwFormNotice: what the bar above the fields is about, and so what its button does. */
typedef enum
{
  GW_FORM_NOTICE_NONE,
  GW_FORM_NOTICE_PROBLEMS,
  GW_FORM_NOTICE_KEPT_DRAFT,
  GW_FORM_NOTICE_CHANGED_ELSEWHERE,
  GW_FORM_NOTICE_FAILURE
} GwFormNotice;

struct _GwForm
{
  AdwBin parent_instance;

  GtkWidget *back;
  AdwBin *face_slot;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkRevealer *notice_revealer;
  GtkLabel *notice;
  GtkButton *notice_button;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  GwHistoryView *history;
  GtkWidget *face;
  GtkWidget *history_button;
  GtkWidget *more_button;
  GtkWidget *save;

  GwRecordSource *source;
  const GwRecordType *type;
  GwItem *item;
  GwDraft *draft;
  GPtrArray *rows; /* GwFormRow, owned by the groups */
  GwFormNotice notice_kind;
  guint keep_timeout;
  gboolean tried_to_save;
  gboolean is_asking; /* what a change takes along is looked for, or asked about */
  gboolean is_saving;
};

/** gw_form_show_notice: shows @text in the bar with a button called @button (nullable). */
void gw_form_show_notice (GwForm *self, GwFormNotice kind, const char *text, const char *button);

/** gw_form_hide_notice: hides the bar if it is about @kind. */
void gw_form_hide_notice (GwForm *self, GwFormNotice kind);

/** gw_form_on_notice_clicked: the bar's button does what the notice is about. */
void gw_form_on_notice_clicked (GtkButton *button, GwForm *self);

/** gw_form_show_draft: all rows show the draft afresh. */
void gw_form_show_draft (GwForm *self);

/** gw_form_validate: problems in words, at the rows and in the bar. TRUE when there are none. */
gboolean gw_form_validate (GwForm *self);

/** gw_form_lead_to_problem: the keyboard, and so the eye, goes to the first thing that needs a look. */
void gw_form_lead_to_problem (GwForm *self);

/** gw_form_update_heading: title, subtitle, face, and which actions make sense. */
void gw_form_update_heading (GwForm *self);

/** gw_form_save: validates and commits the draft. */
void gw_form_save (GwForm *self);

/** gw_form_delete: deletes the record. */
void gw_form_delete (GwForm *self);

/** GwFormAfter: what becomes of the form once a change is on the disk. */
typedef enum
{
  GW_FORM_GOES_ON,
  GW_FORM_ENDS,
  GW_FORM_DELETES
} GwFormAfter;

/** gw_form_submit: commits @change of the record @id, then says @sentence. */
void gw_form_submit (GwForm *self, GwId id, GwChange *change, const char *sentence,
                     GwFormAfter after);

/**
 * gw_form_ask_and_submit: as gw_form_submit(), but asks first when @change takes more along than
 * what was typed; what goes is then said instead of @sentence.
 */
void gw_form_ask_and_submit (GwForm *self, GwChange *change, const char *sentence,
                             GwFormAfter after);

/** gw_form_forget_draft: the kept draft is not needed any more. */
void gw_form_forget_draft (GwForm *self);

/** gw_form_offer_kept: asks the source for a kept draft and offers it. */
void gw_form_offer_kept (GwForm *self);

/** gw_form_offer_new: asks the source for a kept draft of a new record and offers it. */
void gw_form_offer_new (GwForm *self);

/** gw_form_keep_soon: keeps the draft in a moment. */
void gw_form_keep_soon (GwForm *self);

/** gw_form_follow_item: the record got a new revision, from here or from elsewhere. */
void gw_form_follow_item (GwForm *self);

/** gw_form_reset: the draft starts again from the record. */
void gw_form_reset (GwForm *self);

G_END_DECLS
