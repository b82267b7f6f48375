/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lists can be brought in, and which fields each has. The tables are the documentation of the
 * columns: keys for maps, labels and examples for dialogs and help, headings people really use.
 * Constant data; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GwImportTarget: what the rows of a list are, in the order in which lists are brought in. */
typedef enum
{
  GW_IMPORT_COLLEAGUES,
  GW_IMPORT_PEOPLE,
  GW_IMPORT_SHIFTS,
  GW_IMPORT_VISITS,
  GW_IMPORT_TRAVEL,
  GW_IMPORT_N_TARGETS
} GwImportTarget;

/**
 * GwImportField: one field of a target.
 * @key: stable name, as saved in maps
 * @label: untranslated label (N_())
 * @example: a value as it may stand in a cell
 * @headings: headings that mean it, parted by '|', lower case, letters and figures only
 * @required: whether a list without it makes no sense
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *example;
  const char *headings;
  gboolean required;
} GwImportField;

/** Fields of colleagues. */
enum
{
  GW_IMPORT_COLLEAGUE_ID,
  GW_IMPORT_COLLEAGUE_NAME,
  GW_IMPORT_COLLEAGUE_FIRST_NAME,
  GW_IMPORT_COLLEAGUE_LAST_NAME,
  GW_IMPORT_COLLEAGUE_TEAM,
  GW_IMPORT_COLLEAGUE_ROLE,
  GW_IMPORT_COLLEAGUE_CONTRACT,
  GW_IMPORT_COLLEAGUE_GREATEST_WEEK,
  GW_IMPORT_COLLEAGUE_OPTED_OUT,
  GW_IMPORT_COLLEAGUE_GREATEST_SHIFT,
  GW_IMPORT_COLLEAGUE_GREATEST_RUN,
  GW_IMPORT_COLLEAGUE_PAY,
  GW_IMPORT_COLLEAGUE_TRAVEL_MODE,
  GW_IMPORT_COLLEAGUE_SKILLS,
  GW_IMPORT_COLLEAGUE_PHONE,
  GW_IMPORT_COLLEAGUE_EMAIL,
  GW_IMPORT_COLLEAGUE_GENDER,
  GW_IMPORT_COLLEAGUE_LANGUAGES,
  GW_IMPORT_COLLEAGUE_CANNOT_WITH,
  GW_IMPORT_COLLEAGUE_WISHES,
  GW_IMPORT_COLLEAGUE_WORKDAYS,
  GW_IMPORT_COLLEAGUE_STARTED,
  GW_IMPORT_COLLEAGUE_LEFT,
  GW_IMPORT_COLLEAGUE_LATITUDE,
  GW_IMPORT_COLLEAGUE_LONGITUDE,
  GW_IMPORT_COLLEAGUE_NOTE,
  GW_IMPORT_COLLEAGUE_N_FIELDS
};

/** Fields of people. */
enum
{
  GW_IMPORT_PERSON_ID,
  GW_IMPORT_PERSON_NAME,
  GW_IMPORT_PERSON_FIRST_NAME,
  GW_IMPORT_PERSON_LAST_NAME,
  GW_IMPORT_PERSON_TEAM,
  GW_IMPORT_PERSON_LINK_WORKER,
  GW_IMPORT_PERSON_ADDRESS,
  GW_IMPORT_PERSON_POSTCODE,
  GW_IMPORT_PERSON_LATITUDE,
  GW_IMPORT_PERSON_LONGITUDE,
  GW_IMPORT_PERSON_BUILDING,
  GW_IMPORT_PERSON_PARKING,
  GW_IMPORT_PERSON_ACCESS,
  GW_IMPORT_PERSON_PREFERRED,
  GW_IMPORT_PERSON_DECLINED,
  GW_IMPORT_PERSON_GENDER_WISH,
  GW_IMPORT_PERSON_GENDER_MUST,
  GW_IMPORT_PERSON_LANGUAGE_WISH,
  GW_IMPORT_PERSON_FEATURES,
  GW_IMPORT_PERSON_BORN,
  GW_IMPORT_PERSON_GENDER,
  GW_IMPORT_PERSON_PHONE,
  GW_IMPORT_PERSON_ALLERGIES,
  GW_IMPORT_PERSON_MATTERS,
  GW_IMPORT_PERSON_LITTLE_THING,
  GW_IMPORT_PERSON_NOTE,
  GW_IMPORT_PERSON_N_FIELDS
};

/** Fields of shifts. */
enum
{
  GW_IMPORT_SHIFT_ID,
  GW_IMPORT_SHIFT_DAY,
  GW_IMPORT_SHIFT_START,
  GW_IMPORT_SHIFT_END,
  GW_IMPORT_SHIFT_TIMES,
  GW_IMPORT_SHIFT_COLLEAGUE,
  GW_IMPORT_SHIFT_TEAM,
  GW_IMPORT_SHIFT_NOTE,
  GW_IMPORT_SHIFT_N_FIELDS
};

/** Fields of visits. */
enum
{
  GW_IMPORT_VISIT_ID,
  GW_IMPORT_VISIT_PERSON,
  GW_IMPORT_VISIT_DAY,
  GW_IMPORT_VISIT_START,
  GW_IMPORT_VISIT_END,
  GW_IMPORT_VISIT_TIMES,
  GW_IMPORT_VISIT_DURATION,
  GW_IMPORT_VISIT_IDEAL,
  GW_IMPORT_VISIT_TOLERANCE,
  GW_IMPORT_VISIT_EARLIEST,
  GW_IMPORT_VISIT_LATEST,
  GW_IMPORT_VISIT_LATEST_END,
  GW_IMPORT_VISIT_FIRMNESS,
  GW_IMPORT_VISIT_KIND,
  GW_IMPORT_VISIT_PURPOSE,
  GW_IMPORT_VISIT_NEEDED,
  GW_IMPORT_VISIT_SKILLS,
  GW_IMPORT_VISIT_COLLEAGUES,
  GW_IMPORT_VISIT_SECOND_COLLEAGUE,
  GW_IMPORT_VISIT_FUNDER,
  GW_IMPORT_VISIT_RATE,
  GW_IMPORT_VISIT_N_FIELDS
};

/** Fields of travel times; a matrix has only the first, and a column for each place. */
enum
{
  GW_IMPORT_TRAVEL_FROM,
  GW_IMPORT_TRAVEL_TO,
  GW_IMPORT_TRAVEL_MINUTES,
  GW_IMPORT_TRAVEL_MODE,
  GW_IMPORT_TRAVEL_BOTH_WAYS,
  GW_IMPORT_TRAVEL_NOTE,
  GW_IMPORT_TRAVEL_N_FIELDS
};

#define GW_IMPORT_MOST_FIELDS 26

/** gw_import_target_get_key: "people", "colleagues", "visits", "shifts", "travel". */
const char *gw_import_target_get_key (GwImportTarget target);

/** gw_import_target_get_label: what lists call it, translated ("People we support"). */
const char *gw_import_target_get_label (GwImportTarget target);

/** gw_import_target_get_fields: its table, @out_n_fields long. */
const GwImportField *gw_import_target_get_fields (GwImportTarget target, guint *out_n_fields);

G_END_DECLS
