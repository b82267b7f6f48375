/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * That a stretch of the rota was told to people. Changes since are counted against it.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_PUBLISHED_VERSION_FIELDS(X)                                                    \
  X (NUMBER, number, NUMBER, N_ ("Number"), .group = N_ ("Published rota"), .minimum = 1, \
     .maximum = 100000)                                                                   \
  X (TEAM, team, REFERENCE, N_ ("Team"), .target = "team")                                \
  X (FIRST_DAY, first_day, DAY, N_ ("From"), .flags = GW_FIELD_REQUIRED)                  \
  X (LAST_DAY, last_day, DAY, N_ ("Until"), .flags = GW_FIELD_REQUIRED)                   \
  X (AT, at, INSTANT, N_ ("Published at"), .flags = GW_FIELD_REQUIRED)                    \
  X (BY, by, REFERENCE, N_ ("Published by"), .target = "colleague")                       \
  X (SEQUENCE, sequence, NUMBER, N_ ("As of change"), .flags = GW_FIELD_INTERNAL)         \
  X (NOTE, note, TEXT, N_ ("Notes"))

/** gw_published_version_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (PublishedVersion, published_version)

/** Field indexes of #GwPublishedVersion. */
enum
{
#define ROW(UPPER, ...) GW_PUBLISHED_VERSION_##UPPER,
  GW_PUBLISHED_VERSION_FIELDS (ROW)
#undef ROW
      GW_PUBLISHED_VERSION_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (PublishedVersion, published_version, PUBLISHED_VERSION, UPPER, lower, KIND)
GW_PUBLISHED_VERSION_FIELDS (ROW)
#undef ROW

G_END_DECLS
