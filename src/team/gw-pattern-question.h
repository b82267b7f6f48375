/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The question before an edit of a regular visit is saved: from when on, and until when? Visits that
 * were made from it already follow, but for those that were changed by hand. Main thread.
 */
#pragma once

#include "gw-form.h"

#include "gw-session.h"

G_BEGIN_DECLS

/**
 * gw_pattern_question_present: asks about @draft, an edit of a regular visit in @form, and saves it
 * there when it is answered.
 */
void gw_pattern_question_present (GwForm *form, GwSession *session, const GwDraft *draft);

G_END_DECLS
