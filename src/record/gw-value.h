/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One field's value, outside a record: what drafts, changes and queries carry. A value is a small
 * struct; text and sets are owned by it. Value semantics: copy and clear. Any thread.
 */
#pragma once

#include "gw-field.h"

G_BEGIN_DECLS

/** GwValueForm: how a value is stored. Each field kind has exactly one form. */
typedef enum
{
  GW_VALUE_EMPTY,
  GW_VALUE_INTEGER,
  GW_VALUE_TEXT,
  GW_VALUE_ID,
  GW_VALUE_IDS,
  GW_VALUE_POINT
} GwValueForm;

/**
 * GwFieldValue: a value or nothing.
 * @form: which member counts
 * @integer: days, minutes, money, numbers, flags, choices, instants (microseconds)
 * @text: owned
 * @id: a reference
 * @ids: owned, sorted, without repeats; @n_ids of them. An empty set is GW_VALUE_EMPTY.
 * @point: a point on the earth
 */
typedef struct
{
  GwValueForm form;
  guint n_ids;
  union
  {
    gint64 integer;
    char *text;
    GwId id;
    GwId *ids;
    GwGeoPoint point;
  };
} GwFieldValue;

#define GW_FIELD_VALUE_INIT  \
  {                          \
    GW_VALUE_EMPTY, 0, { 0 } \
  }

/** gw_field_get_form: the form the values of @field take. */
GwValueForm gw_field_get_form (const GwField *field);

/** gw_field_value_is_empty: whether it holds nothing; "" and the none id are nothing. */
gboolean gw_field_value_is_empty (const GwFieldValue *self);

/** gw_field_value_clear: frees what it owns and makes it empty. */
void gw_field_value_clear (GwFieldValue *self);

/** gw_field_value_copy: a deep copy into @copy, which must be empty or uninitialised. */
void gw_field_value_copy (const GwFieldValue *self, GwFieldValue *copy);

/** gw_field_value_equal: whether both hold the same. Empty text equals nothing. */
gboolean gw_field_value_equal (const GwFieldValue *a, const GwFieldValue *b);

/** gw_field_value_integer: makes an integer value. */
GwFieldValue gw_field_value_integer (gint64 integer);

/** gw_field_value_text: makes a text value, copying @text; NULL or "" makes an empty one. */
GwFieldValue gw_field_value_text (const char *text);

/** gw_field_value_id: makes a reference; the none id makes an empty one. */
GwFieldValue gw_field_value_id (GwId id);

/** gw_field_value_ids: makes a set, copying, sorting and removing repeats. */
GwFieldValue gw_field_value_ids (const GwId *ids, guint n_ids);

/** gw_field_value_point: makes a point. */
GwFieldValue gw_field_value_point (GwGeoPoint point);

/** gw_ids_normalise: sorts @ids and removes repeats and none ids in place; how many are left. */
guint gw_ids_normalise (GwId *ids, guint n_ids) G_GNUC_WARN_UNUSED_RESULT;

/** gw_field_value_has_id: whether a set or reference holds @id. */
gboolean gw_field_value_has_id (const GwFieldValue *self, GwId id);

/**
 * gw_unit_dup_counted: @n with @unit as people say it: "1 week", "2 weeks"; NULL for a unit that
 * reads the same after any number. (transfer full)
 */
char *gw_unit_dup_counted (const char *unit, gint64 n);

/**
 * gw_field_value_to_text: @self as people read it ("24 Nov 2026", "07:30", "Car"), translated.
 * References come out as ids: names are the caller's to look up. Sealed text comes out as dots.
 * Returns: (transfer full), never NULL
 */
char *gw_field_value_to_text (const GwFieldValue *self, const GwField *field)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_field_value_to_plain: @self for files: ISO days, "07:30", spans in minutes, "13.60", choice
 * keys (several with "; "), ids; locale-free and read back by gw_field_value_from_text(). Sealed
 * text comes out empty, because it is never exported. Returns: (transfer full), never NULL
 */
char *gw_field_value_to_plain (const GwFieldValue *self, const GwField *field)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_field_value_from_text: reads what a person typed or a file holds (both spellings above).
 * @today resolves "tomorrow". On failure returns FALSE and sets @error (GW_ERROR_INVALID) to a
 * translated sentence that says what is wrong. Nothing but blanks reads as the empty value. Ranges
 * and required fields are gw_record_validate()'s to say.
 */
gboolean gw_field_value_from_text (const GwField *field, const char *text, GwDay today,
                                   GwFieldValue *out_value, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GwFieldValue, gw_field_value_clear)

G_END_DECLS
