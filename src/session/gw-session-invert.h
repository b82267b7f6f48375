/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking an act back, or doing it again, on the disk. A small act goes in one transaction. A large
 * one, an import, goes commit by commit, the newest first, so that what others save meanwhile waits
 * for one slice and never for the whole, and memory holds one slice. When it is stopped, or comes to
 * something that was changed since, what was taken back is put back, and the store is as it was
 * before. When even that cannot be (the power fails, the disk is full, the program is closed), each
 * slice is whole, and the act is unfinished: it can be gone on with, or put back, at any later time.
 * Private to this layer; workers.
 */
#pragma once

#include "gw-change.h"
#include "gw-job.h"
#include "gw-store.h"

G_BEGIN_DECLS

/** GW_SESSION_SMALL_ACT: an act of so many commits or fewer goes in one transaction. */
#define GW_SESSION_SMALL_ACT 10

/**
 * GwInversion: an act on its way to being taken back.
 * @store: where
 * @group: the act
 * @inverse: the act that has begun to take it back; the none id: nothing has
 * @label: what it is called; owned
 * @role: GW_CHANGE_UNDO or GW_CHANGE_REDO
 * @author: who does it
 * @job: is told how far it is, and stops it; nullable
 * @is_partly: out: it failed, and a part is still taken back
 */
typedef struct
{
  GwStore *store;
  GwId group;
  GwId inverse;
  char *label;
  GwChangeRole role;
  GwId author;
  GwJob *job;
  gboolean is_partly;
} GwInversion;

/** gw_inversion_free: frees it. */
void gw_inversion_free (GwInversion *self);

/** gw_inversion_run_sync: does it. FALSE with a GwError; see @is_partly. */
gboolean gw_inversion_run_sync (GwInversion *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwInversion, gw_inversion_free)

G_END_DECLS
