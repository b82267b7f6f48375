/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A member of the team. Working limits follow the Working Time Regulations 1998; wishes are
 * wishes. Gender is as the colleague says it and only ever answers a person’s wish.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_COLLEAGUE_FIELDS(X)                                                                   \
  X (FIRST_NAME, first_name, TEXT, N_ ("First name"), .group = N_ ("Colleague"),                 \
     .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE)                                           \
  X (LAST_NAME, last_name, TEXT, N_ ("Last name"), .flags = GW_FIELD_SEARCHABLE)                 \
  X (PHOTO, photo, ATTACHMENT, N_ ("Photo"))                                                     \
  X (TEAM, team, REFERENCE, N_ ("Team"), .target = "team")                                       \
  X (ROLE, role, CHOICE, N_ ("Role"), .choices = gw_colleague_role_choices)                      \
  X (TEAM_ROLES, team_roles, CHOICES, N_ ("Shared roles"), .choices = gw_team_role_choices)      \
  X (BUDDY, buddy, REFERENCE, N_ ("Buddy"), .target = "colleague")                               \
  X (PHONE, phone, TEXT, N_ ("Telephone"), .group = N_ ("Reaching each other"),                  \
     .flags = GW_FIELD_SEARCHABLE)                                                               \
  X (EMAIL, email, TEXT, N_ ("E-mail"), .flags = GW_FIELD_SEARCHABLE)                            \
  X (BORN, born, DAY, N_ ("Birthday"), .flags = GW_FIELD_PAST,                                   \
     .hint = N_ ("The year may be left to 1900 if it is not for sharing"))                       \
  X (GENDER, gender, CHOICE, N_ ("Gender"), .choices = gw_gender_choices,                        \
     .hint = N_ ("Only used when somebody wishes for a woman or a man"))                         \
  X (LANGUAGES, languages, TEXT, N_ ("Languages"), .flags = GW_FIELD_SEARCHABLE,                 \
     .hint = N_ ("For instance: English, Polish"))                                               \
  X (FACE_ON_SHEETS, face_on_sheets, FLAG, N_ ("Face may be on printed sheets"))                 \
  X (STARTED, started, DAY, N_ ("Joined"), .group = N_ ("Work"))                                 \
  X (LEFT, left, DAY, N_ ("Left"))                                                               \
  X (CONTRACT, contract, SPAN, N_ ("Contract hours a week"), .unit = N_ ("h"), .minimum = 0,     \
     .maximum = 4800)                                                                            \
  X (GREATEST_WEEK, greatest_week, SPAN, N_ ("At most a week"), .unit = N_ ("h"), .minimum = 0,  \
     .maximum = 6000, .hint = N_ ("Empty means 48 hours"))                                       \
  X (OPTED_OUT, opted_out, FLAG, N_ ("Signed the 48-hour opt-out"))                              \
  X (GREATEST_SHIFT, greatest_shift, SPAN, N_ ("Longest shift"), .unit = N_ ("h"), .minimum = 0, \
     .maximum = 1440, .hint = N_ ("Empty means 9 hours"))                                        \
  X (GREATEST_RUN, greatest_run, NUMBER, N_ ("Most days in a row"), .unit = N_ ("days"),         \
     .minimum = 0, .maximum = 14, .hint = N_ ("Empty means 6"))                                  \
  X (PAY, pay, MONEY, N_ ("Pay an hour"))                                                        \
  X (TRAVEL_MODE, travel_mode, CHOICE, N_ ("Gets about by"), .group = N_ ("Getting about"),      \
     .choices = gw_travel_mode_choices)                                                          \
  X (HOME, home, PLACE, N_ ("Starts from"),                                                      \
     .hint = N_ ("Latitude and longitude of home; never printed"))                               \
  X (CANNOT_WITH, cannot_with, CHOICES, N_ ("Cannot work with"),                                 \
     .group = N_ ("Limits and wishes"), .choices = gw_home_feature_choices)                      \
  X (SHIFT_WISHES, shift_wishes, CHOICES, N_ ("Would like"), .choices = gw_shift_wish_choices)   \
  X (WORKDAYS, workdays, CHOICES, N_ ("Works on"), .choices = gw_weekday_choices,                \
     .hint = N_ ("Empty means any day"))                                                         \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"), .group = N_ ("Notes"), .flags = GW_FIELD_SEARCHABLE)

/** gw_colleague_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Colleague, colleague)

/** Field indexes of #GwColleague. */
enum
{
#define ROW(UPPER, ...) GW_COLLEAGUE_##UPPER,
  GW_COLLEAGUE_FIELDS (ROW)
#undef ROW
      GW_COLLEAGUE_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (Colleague, colleague, COLLEAGUE, UPPER, lower, KIND)
GW_COLLEAGUE_FIELDS (ROW)
#undef ROW

G_END_DECLS
