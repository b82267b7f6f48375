/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drafts as text, for safekeeping between sessions: "key=value" a line, touched fields only. Values
 * are exact and depend on no locale: numbers in figures, ids in their text form parted by blanks,
 * points as two numbers, texts with \n, \r and \\ for what would end a line. "key=" says emptied,
 * "key?=text" what was typed and could not be read.
 */
#pragma once

#include "gw-draft.h"

G_BEGIN_DECLS

/**
 * gw_draft_to_text: touched fields only, one line each, for safekeeping. Sealed fields are left
 * out. (transfer full)
 */
char *gw_draft_to_text (const GwDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/** gw_draft_apply_text: puts the values kept by gw_draft_to_text() back; unknown keys are skipped. */
void gw_draft_apply_text (GwDraft *self, const char *text);

G_END_DECLS
