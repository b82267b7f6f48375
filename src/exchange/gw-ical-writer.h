/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A colleague's shifts as an iCalendar file (RFC 5545) for any telephone. By default a shift and
 * nothing else: no people, no addresses, no reason for an absence: telephones are lost. Times are written in
 * UTC, so that the nights the clocks change come out right wherever the file is read; the name of the
 * zone goes along for display. The same shift keeps its UID, so that reading a newer file moves it
 * instead of doubling it. Pure; any thread.
 */
#pragma once

#include "gw-civil-time.h"

#include "gw-record.h"

G_BEGIN_DECLS

/**
 * GwIcalSettings: how to write it.
 * @zone: the team's
 * @calendar_name: what the telephone calls it, translated; nullable
 * @stamp: when it is written
 * @describe: adds a description to a shift, only where the colleague has asked for it; nullable;
 *   returns text (transfer full) or NULL
 * @data: for @describe
 */
typedef struct
{
  GTimeZone *zone;
  const char *calendar_name;
  GwInstant stamp;
  char *(*describe) (const GwRecord *shift, gpointer data);
  gpointer data;
} GwIcalSettings;

/**
 * gw_ical_write: @shifts (#GwShift) and @absences (#GwAbsence, nullable; only approved ones are
 * written, as "Away") as the text of an .ics file. (transfer full)
 */
char *gw_ical_write (GPtrArray *shifts, GPtrArray *absences, const GwIcalSettings *settings);

G_END_DECLS
