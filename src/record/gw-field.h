/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Field tables. A record type is described once, in a table of fields; the SQLite table and its
 * migrations, the sync document, CSV columns, the generated form, search, the audit view and
 * validation all read that table. Tables are constant data: they live as long as the program and
 * may be read on any thread.
 */
#pragma once

#include "gw-civil-time.h"
#include "gw-id.h"

G_BEGIN_DECLS

typedef struct _GwRecordType GwRecordType;

/**
 * GwFieldKind: what a field holds, which decides its form row, its column and its C type.
 * @GW_FIELD_TEXT: one line of text
 * @GW_FIELD_RICH_TEXT: several lines of text
 * @GW_FIELD_DAY: a #GwDay
 * @GW_FIELD_MINUTE: a #GwMinute
 * @GW_FIELD_SPAN: a #GwSpan
 * @GW_FIELD_MONEY: a #GwMoney
 * @GW_FIELD_NUMBER: a whole number, shown divided by 10^decimals
 * @GW_FIELD_FLAG: yes or no
 * @GW_FIELD_CHOICE: one of the table's choices, by its stable number
 * @GW_FIELD_CHOICES: any of the table's choices (at most 63), bit n for stable number n
 * @GW_FIELD_INSTANT: a #GwInstant
 * @GW_FIELD_REFERENCE: the id of a record of the target type
 * @GW_FIELD_REFERENCES: a set of ids of the target type; kept sorted, without repeats
 * @GW_FIELD_ATTACHMENT: the SHA-256 of an attachment, as 64 hexadecimal digits
 * @GW_FIELD_PLACE: a point on the earth, in 10^-6 degrees
 * @GW_FIELD_SEALED: text that is shown only on request, logged, and never printed, exported,
 *   searched or put in the audit view's words
 */
typedef enum
{
  GW_FIELD_TEXT,
  GW_FIELD_RICH_TEXT,
  GW_FIELD_DAY,
  GW_FIELD_MINUTE,
  GW_FIELD_SPAN,
  GW_FIELD_MONEY,
  GW_FIELD_NUMBER,
  GW_FIELD_FLAG,
  GW_FIELD_CHOICE,
  GW_FIELD_CHOICES,
  GW_FIELD_INSTANT,
  GW_FIELD_REFERENCE,
  GW_FIELD_REFERENCES,
  GW_FIELD_ATTACHMENT,
  GW_FIELD_PLACE,
  GW_FIELD_SEALED
} GwFieldKind;

/**
 * GwFieldFlags:
 * @GW_FIELD_REQUIRED: may not be empty
 * @GW_FIELD_SEARCHABLE: part of the full-text index
 * @GW_FIELD_INTERNAL: not in forms (links between generated records, for instance)
 * @GW_FIELD_KEEP_LOSER: safety: when two laptops differ, keep the losing value and raise a task
 * @GW_FIELD_WHOLE_ROW: in a form, takes the whole width
 * @GW_FIELD_PAST: a day that is past, as birthdays are
 */
typedef enum
{
  GW_FIELD_NO_FLAGS = 0,
  GW_FIELD_REQUIRED = 1 << 0,
  GW_FIELD_SEARCHABLE = 1 << 1,
  GW_FIELD_INTERNAL = 1 << 2,
  GW_FIELD_KEEP_LOSER = 1 << 3,
  GW_FIELD_WHOLE_ROW = 1 << 4,
  GW_FIELD_PAST = 1 << 5
} GwFieldFlags;

/** GwChoice: one choice. @number is stored and never reused; @label is untranslated (N_()). */
typedef struct
{
  gint number;
  const char *key;
  const char *label;
} GwChoice;

/** GwGeoPoint: a point on the earth in 10^-6 degrees (about 11 cm). */
typedef struct
{
  gint32 latitude;
  gint32 longitude;
} GwGeoPoint;

/**
 * GwField: one row of a field table.
 * @key: the stable name: column, JSON member, CSV heading. Lower case with underscores.
 * @kind: what it holds
 * @flags: see #GwFieldFlags
 * @label: untranslated label (N_()), as a form shows it
 * @group: untranslated heading of the group in a form; NULL continues the group before
 * @hint: untranslated example or explanation under the row; nullable
 * @unit: untranslated unit after the value; nullable
 * @target: record type a reference points to, by its key; NULL otherwise
 * @choices: for choices, ended by an entry whose key is NULL
 * @minimum: smallest number, span, money or minute; used when @minimum < @maximum
 * @maximum: greatest
 * @decimals: for numbers: shown value = stored ÷ 10^decimals
 * @since: schema version that brought the field; 1 from the beginning
 */
typedef struct
{
  const char *key;
  GwFieldKind kind;
  guint flags;
  const char *label;
  const char *group;
  const char *hint;
  const char *unit;
  const char *target;
  const GwChoice *choices;
  gint64 minimum;
  gint64 maximum;
  guint decimals;
  guint since;
} GwField;

/**
 * GwAudience: who may see records of a type, a property of the type: what a
 * laptop may not show must not reach it.
 */
typedef enum
{
  GW_AUDIENCE_TEAM,
  GW_AUDIENCE_OWNER,
  GW_AUDIENCE_SEALED_UNTIL_REVEALED
} GwAudience;

typedef struct _GwRecord GwRecord;
typedef struct _GwProblemList GwProblemList;

/**
 * GwRecordType: one record type.
 * @key: stable name: table, document type. Lower case with underscores.
 * @label: untranslated singular ("Person")
 * @label_plural: untranslated plural ("People we support")
 * @icon_name: symbolic icon for lists
 * @audience: who may see it
 * @append_only: rows are never edited after they are made (logs)
 * @fields: the table
 * @n_fields: its length, at most 64
 * @title_fields: up to three field indexes whose words make a title, ended by −1
 * @validate: rules between fields, in words; nullable. Gets every problem appended to its list.
 * @since: schema version that brought the type
 */
struct _GwRecordType
{
  const char *key;
  const char *label;
  const char *label_plural;
  const char *icon_name;
  GwAudience audience;
  gboolean append_only;
  const GwField *fields;
  guint n_fields;
  gint title_fields[4];
  void (*validate) (const GwRecord *record, GwProblemList *problems);
  guint since;
};

/** gw_record_type_find_field: index of the field called @key, or −1. */
gint gw_record_type_find_field (const GwRecordType *type, const char *key);

/** gw_field_find_choice: the choice with @number, or NULL. */
const GwChoice *gw_field_find_choice (const GwField *field, gint number);

/** gw_field_find_choice_by_key: the choice called @key (stable) or labelled so (any case), or NULL. */
const GwChoice *gw_field_find_choice_by_key (const GwField *field, const char *key);

/** gw_field_is_set: whether the field holds a set of references. */
gboolean gw_field_is_set (const GwField *field);

G_END_DECLS
