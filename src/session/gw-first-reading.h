/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * First reading: what a session needs before it can show anything, read by the thread that opens the
 * team file, without the way to the main thread and back before each question. Filled on that one
 * thread, then used on the main thread only.
 */
#pragma once

#include "gw-query.h"
#include "gw-store.h"

G_BEGIN_DECLS

/** GwFirstReading: questions, and then their answers. */
typedef struct _GwFirstReading GwFirstReading;

/** gw_first_reading_new: @queries (element-type GwQuery) are what will be asked. (transfer full) */
GwFirstReading *gw_first_reading_new (GPtrArray *queries) G_GNUC_WARN_UNUSED_RESULT;

/** gw_first_reading_free: with the answers that nobody took. */
void gw_first_reading_free (GwFirstReading *self);

/** gw_first_reading_read: a #GwStoreFirstRead; @self is a #GwFirstReading. */
void gw_first_reading_read (GwStore *store, gpointer self);

/**
 * gw_first_reading_take_answer: the records of a query like @query, once, and the commit they belong
 * to. (transfer full) (nullable): it was not asked, or could not be read, or was taken.
 */
GPtrArray *gw_first_reading_take_answer (GwFirstReading *self, const GwQuery *query,
                                         guint64 *out_sequence) G_GNUC_WARN_UNUSED_RESULT;

/** gw_first_reading_take_groups: the newest groups of commits, or NULL with the error. */
GPtrArray *gw_first_reading_take_groups (GwFirstReading *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_first_reading_get_user: who uses this laptop, as text. (transfer none) (nullable) */
const char *gw_first_reading_get_user (GwFirstReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwFirstReading, gw_first_reading_free)

G_END_DECLS
