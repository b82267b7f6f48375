/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is wrong with a draft or a record, in whole translated sentences, each with the field it is
 * about, so that a form can show it there and lead the reader to it. Not safe across threads.
 */
#pragma once

#include "gw-draft.h"

G_BEGIN_DECLS

/** gw_problem_list_new: an empty list. (transfer full) */
GwProblemList *gw_problem_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** gw_problem_list_free: frees it. */
void gw_problem_list_free (GwProblemList *self);

/** gw_problem_list_add: adds a problem of field @field (−1: of the whole record). Copies @sentence. */
void gw_problem_list_add (GwProblemList *self, gint field, const char *sentence);

/** gw_problem_list_get_n: how many there are. */
guint gw_problem_list_get_n (const GwProblemList *self);

/** gw_problem_list_get_sentence: lent sentence of problem @index. */
const char *gw_problem_list_get_sentence (const GwProblemList *self, guint index);

/** gw_problem_list_get_field: the field of problem @index, or −1. */
gint gw_problem_list_get_field (const GwProblemList *self, guint index);

/** gw_problem_list_find: the first sentence about @field, or NULL. */
const char *gw_problem_list_find (const GwProblemList *self, gint field);

/**
 * gw_record_validate: required fields, ranges, choices, then the type's own rules. Where a table
 * sets no range, days lie in 1600–9999 and times and spans in 0 to 14 days. A tombstone has no
 * problems. (transfer full)
 */
GwProblemList *gw_record_validate (const GwRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwProblemList, gw_problem_list_free)

G_END_DECLS
