/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which records are about a record: those that would mean nothing without it, as a visit without the
 * person it was for. Who erases somebody's data erases these as well. A record that only mentions
 * somebody, as a shift its colleague, is not about them. Pure; any thread.
 */
#pragma once

#include "gw-civil-time.h"
#include "gw-query.h"

G_BEGIN_DECLS

/**
 * gw_about_list_queries: queries whose answers together are the records about @id, a record of
 * @type; deleted ones too, since a deleted row keeps its values for undo. The record itself is not
 * among them. (transfer full) (element-type GwQuery)
 */
GPtrArray *gw_about_list_queries (const GwRecordType *type, GwId id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_about_list_mentions: queries for the records that mention @id, a record of @type, and mean
 * something without it; @out_fields tells for each which field mentions it. Logs, which stay as they
 * were written, are left out. (transfer full) (element-type GwQuery)
 */
GPtrArray *gw_about_list_mentions (const GwRecordType *type, GwId id, GArray *out_fields)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_about_lets_go: whether @record stops mentioning somebody who is erased on @today. What happened
 * before keeps a nameless mark: that somebody came is part of another person’s story.
 */
gboolean gw_about_lets_go (const GwRecord *record, GwDay today);

G_END_DECLS
