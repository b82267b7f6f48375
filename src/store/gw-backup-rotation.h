/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which backups stay. Pure; private to the store.
 */
#pragma once

#include "gw-backup.h"

G_BEGIN_DECLS

#define GW_BACKUP_KEPT_RECENT 10
#define GW_BACKUP_KEPT_DAYS 7
#define GW_BACKUP_KEPT_WEEKS 8

/**
 * gw_backup_is_kept: whether @backups (element-type GwBackup, newest first) keeps the one at
 * @index: among the 10 newest, or the newest of one of the last 7 days or 8 ISO weeks that have
 * any, days and weeks in @zone.
 */
gboolean gw_backup_is_kept (GPtrArray *backups, guint index, GTimeZone *zone);

G_END_DECLS
