/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes in slices: collects records as they should be, at most so many at a time, and hands out
 * changes of one group, the last of them marked. A record given twice within a slice is one
 * operation. One thread at a time.
 */
#pragma once

#include "gw-change.h"

G_BEGIN_DECLS

typedef struct _GwSlice GwSlice;

/** gw_slice_new: slices of at most @most records; changes are called @label. (transfer full) */
GwSlice *gw_slice_new (guint most, const char *label);

/** gw_slice_free: frees it. */
void gw_slice_free (GwSlice *self);

/** gw_slice_put: makes record @after of @before (NULL: a new one). Both are lent. */
void gw_slice_put (GwSlice *self, const GwRecord *before, const GwRecord *after);

/** gw_slice_pop: a change that is ready, oldest first, or NULL. (transfer full) (nullable) */
GwChange *gw_slice_pop (GwSlice *self);

/** gw_slice_end: there is no more: the rest becomes ready, and its change ends the group. */
void gw_slice_end (GwSlice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwSlice, gw_slice_free)

G_END_DECLS
