/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a change takes along beyond what was typed, foreseen by the source of records, so that a form
 * can ask before it commits. Main thread.
 */
#pragma once

#include "gw-record-source.h"

G_BEGIN_DECLS

/**
 * GwForesight: a question to be asked before.
 * @heading: what it is about
 * @body: what goes with it, counted
 * @answer: the button that goes on, with a mnemonic
 * @sentence: what to say when it is done; NULL: what is usual
 * @removes: whether going on deletes something that somebody entered
 */
struct _GwForesight
{
  char *heading;
  char *body;
  char *answer;
  char *sentence;
  gboolean removes;
};

/** gw_foresight_free: frees it. */
void gw_foresight_free (GwForesight *self);

/** gw_record_source_foresee_async: asks what @change would take along beyond what was typed. */
void gw_record_source_foresee_async (GwRecordSource *self, GwChange *change,
                                     GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_record_source_foresee_finish: what to ask before; NULL without an error: nothing.
 * (transfer full)
 */
GwForesight *gw_record_source_foresee_finish (GwRecordSource *self, GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwForesight, gw_foresight_free)

G_END_DECLS
