/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record type for tests, written as `model` writes its own. */
#pragma once

#include "gw-problem-list.h"
#include "gw-record-macros.h"

#include <glib/gi18n.h>

G_BEGIN_DECLS

/* clang-format off */
#define GW_OUTING_FIELDS(X) \
  X (TITLE, title, TEXT, N_ ("Title"), .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE) \
  X (NOTES, notes, RICH_TEXT, N_ ("Notes")) \
  X (DAY, day, DAY, N_ ("Day"), .flags = GW_FIELD_REQUIRED) \
  X (START, start, MINUTE, N_ ("Start")) \
  X (END, end, MINUTE, N_ ("End")) \
  X (LENGTH, length, SPAN, N_ ("Length"), .minimum = 5, .maximum = 240) \
  X (COST, cost, MONEY, N_ ("Cost"), .minimum = 0, .maximum = 100000) \
  X (MILES, miles, NUMBER, N_ ("Distance"), .unit = N_ ("miles"), .decimals = 1) \
  X (IS_FREE, is_free, FLAG, N_ ("Free of charge")) \
  X (TRANSPORT, transport, CHOICE, N_ ("Transport"), .choices = gw_outing_transports) \
  X (SUPPORTS, supports, CHOICES, N_ ("Support"), .choices = gw_outing_transports) \
  X (MADE, made, INSTANT, N_ ("Made")) \
  X (PERSON, person, REFERENCE, N_ ("Person"), .target = "person", .flags = GW_FIELD_REQUIRED) \
  X (COMPANIONS, companions, REFERENCES, N_ ("Companions"), .target = "person") \
  X (PHOTO, photo, ATTACHMENT, N_ ("Photo")) \
  X (PLACE, place, PLACE, N_ ("Place")) \
  X (DOOR_CODE, door_code, SEALED, N_ ("Door code"), .since = 2)
/* clang-format on */

extern const GwChoice gw_outing_transports[];

GW_DECLARE_RECORD_TYPE (Outing, outing)

enum
{
#define ROW(UPPER, ...) GW_OUTING_##UPPER,
  GW_OUTING_FIELDS (ROW)
#undef ROW
      GW_OUTING_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (Outing, outing, OUTING, UPPER, lower, KIND)
GW_OUTING_FIELDS (ROW)
#undef ROW

G_END_DECLS
