/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days and weeks are counted among those that have a backup, so that a laptop that was away for a
 * month does not come back to find its old backups gone.
 */
#include "config.h"

#include "gw-backup-rotation.h"

typedef GwDay (*GetPeriod) (GwDay day);

static GwDay
get_day (GwDay day)
{
  return day;
}

static GwDay
get_period (GPtrArray *backups, guint index, GTimeZone *zone, GetPeriod period)
{
  GwDay day;
  GwMinute minute;

  gw_civil_from_instant (zone, ((const GwBackup *) backups->pdata[index])->instant, &day, &minute);
  return period (day);
}

/* Whether @index is the newest of its period and among the newest @n_kept periods. */
static gboolean
is_kept_for (GPtrArray *backups, guint index, GTimeZone *zone, GetPeriod period, guint n_kept)
{
  GwDay mine = get_period (backups, index, zone, period);
  guint n_newer = 0;

  for (guint i = 0; i < index; i++)
    {
      GwDay newer = get_period (backups, i, zone, period);

      if (gw_day_compare (newer, mine) == 0)
        return FALSE;
      if (i == 0 || gw_day_compare (newer, get_period (backups, i - 1, zone, period)) != 0)
        n_newer++;
    }
  return n_newer < n_kept;
}

gboolean
gw_backup_is_kept (GPtrArray *backups, guint index, GTimeZone *zone)
{
  return index < GW_BACKUP_KEPT_RECENT ||
         is_kept_for (backups, index, zone, get_day, GW_BACKUP_KEPT_DAYS) ||
         is_kept_for (backups, index, zone, gw_day_get_week_start, GW_BACKUP_KEPT_WEEKS);
}
