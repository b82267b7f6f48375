/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which attachments are named anywhere in a team file. Private to the store.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

/**
 * gw_attachment_use_read: the names in every attachment field, in the change log's values before
 * and in kept drafts. A set of strings, (transfer full), or NULL with an error. Waits for the
 * reader.
 */
GHashTable *gw_attachment_use_read (GwStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
