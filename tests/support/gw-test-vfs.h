/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An SQLite VFS for tests, over the system's. It remembers of each file what had been synced, so
 * that a power cut can be simulated: everything written since is lost, or, as real disks do, some
 * of it. It can also say that the disk is full. One test at a time; the VFS itself may be used on
 * any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GW_TEST_VFS_NAME: for #GwStoreConfig's vfs_name. */
#define GW_TEST_VFS_NAME "gw-test"

/** gw_test_vfs_register: makes the VFS known to SQLite. Twice is fine. */
void gw_test_vfs_register (void);

/** gw_test_vfs_reset: forgets all files and faults. */
void gw_test_vfs_reset (void);

/**
 * gw_test_vfs_cut_after: the power is cut before write, truncate or sync number @n_steps from now
 * (1: the next one); that and every later call on a file fails. 0: never.
 */
void gw_test_vfs_cut_after (guint n_steps);

/** gw_test_vfs_is_cut: whether the power has been cut. */
gboolean gw_test_vfs_is_cut (void);

/**
 * gw_test_vfs_restore_power: all connections must be closed. Puts on the disk what a cut leaves:
 * what was synced, and of what was written since each write with a chance of @survival_percent
 * (decided by @seed). Forgets shared memory. Then the VFS works again.
 */
void gw_test_vfs_restore_power (guint survival_percent, guint32 seed);

/** gw_test_vfs_fill_disk: from now on writes that would make a file longer say "disk full". */
void gw_test_vfs_fill_disk (gboolean is_full);

/** gw_test_vfs_get_n_steps: writes, truncates and syncs since the last reset. */
guint gw_test_vfs_get_n_steps (void);

G_END_DECLS
