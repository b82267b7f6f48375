/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lock beside a team file, so that two programs never write the same file. It is the kernel's
 * (flock): it goes away with the process, however that ends. Private to the store.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GwFileLock: a lock that is held. */
typedef struct _GwFileLock GwFileLock;

/**
 * gw_file_lock_take: takes the lock of @team_path. NULL with GW_ERROR_BUSY when another has it,
 * GW_ERROR_READ_ONLY, GW_ERROR_DISK_FULL, GW_ERROR_NOT_FOUND (no such folder) or GW_ERROR_IO.
 * (transfer full)
 */
GwFileLock *gw_file_lock_take (const char *team_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_file_lock_release: gives it back; NULL is fine. */
void gw_file_lock_release (GwFileLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwFileLock, gw_file_lock_release)

G_END_DECLS
