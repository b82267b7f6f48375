/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A team meeting: two paid hours a week at a fixed time for all who can. Repeats every so
 * many weeks from its first day; no repeat means once.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_MEETING_FIELDS(X)                                                                  \
  X (TITLE, title, TEXT, N_ ("What it is"), .group = N_ ("Meeting"),                          \
     .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE)                                        \
  X (TEAM, team, REFERENCE, N_ ("Team"), .target = "team")                                    \
  X (PLACE, place, REFERENCE, N_ ("Where"), .target = "place")                                \
  X (FIRST_DAY, first_day, DAY, N_ ("First day"), .flags = GW_FIELD_REQUIRED)                 \
  X (LAST_DAY, last_day, DAY, N_ ("Last day"))                                                \
  X (EVERY_WEEKS, every_weeks, NUMBER, N_ ("Every"), .unit = N_ ("weeks"), .minimum = 0,      \
     .maximum = 52, .hint = N_ ("Empty means once"))                                          \
  X (START, start, MINUTE, N_ ("Start"), .flags = GW_FIELD_REQUIRED, .minimum = 0,            \
     .maximum = 1440)                                                                         \
  X (END, end, MINUTE, N_ ("End"), .flags = GW_FIELD_REQUIRED, .minimum = 0, .maximum = 2880) \
  X (COLLEAGUES, colleagues, REFERENCES, N_ ("Who comes"), .target = "colleague",             \
     .hint = N_ ("Nobody chosen means the whole team"))                                       \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"))

/** gw_meeting_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Meeting, meeting)

/** Field indexes of #GwMeeting. */
enum
{
#define ROW(UPPER, ...) GW_MEETING_##UPPER,
  GW_MEETING_FIELDS (ROW)
#undef ROW
      GW_MEETING_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (Meeting, meeting, MEETING, UPPER, lower, KIND)
GW_MEETING_FIELDS (ROW)
#undef ROW

G_END_DECLS
