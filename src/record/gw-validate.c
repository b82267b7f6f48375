/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules that every field table implies: required fields, ranges, known choices, and what each
 * kind of field can hold at all. The type's own rules between fields come last.
 */

#include "config.h"

#include "gw-problem-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MINUTE (14 * GW_MINUTES_A_DAY)
#define MICRODEGREES_LATITUDE (90 * 1000000)
#define MICRODEGREES_LONGITUDE (180 * 1000000)

static const char *
get_label (const GwField *field)
{
  return field->label != NULL ? _ (field->label) : field->key;
}

static char *
describe_missing (const GwField *field)
{
  if (field->kind == GW_FIELD_CHOICE || field->kind == GW_FIELD_CHOICES ||
      field->kind == GW_FIELD_REFERENCE || field->kind == GW_FIELD_REFERENCES)
    return g_strdup_printf (_ ("Please choose something for “%s”."), get_label (field));
  return g_strdup_printf (_ ("Please fill in “%s”."), get_label (field));
}

static char *
describe_range (const GwField *field, gint64 minimum, gint64 maximum)
{
  GwFieldValue lowest = gw_field_value_integer (minimum);
  GwFieldValue greatest = gw_field_value_integer (maximum);
  g_autofree char *from = gw_field_value_to_text (&lowest, field);
  g_autofree char *to = gw_field_value_to_text (&greatest, field);

  return g_strdup_printf (_ ("“%s” must be between %s and %s."), get_label (field), from, to);
}

/* The range of @field: the table's own, or what its kind can hold. FALSE when there is none. */
static gboolean
find_range (const GwField *field, gint64 *out_minimum, gint64 *out_maximum)
{
  *out_minimum = field->minimum;
  *out_maximum = field->maximum;
  if (field->minimum < field->maximum)
    return TRUE;
  switch (field->kind)
    {
    case GW_FIELD_DAY:
      *out_minimum = gw_day_ymd (1600, 1, 1).value;
      *out_maximum = gw_day_ymd (9999, 12, 31).value;
      return TRUE;
    case GW_FIELD_MINUTE:
    case GW_FIELD_SPAN:
      *out_minimum = 0;
      *out_maximum = MAX_MINUTE;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_only_known_choices (const GwField *field, gint64 integer)
{
  if (field->kind == GW_FIELD_CHOICE)
    return integer >= G_MININT && integer <= G_MAXINT &&
           gw_field_find_choice (field, (gint) integer) != NULL;
  for (guint64 bits = (guint64) integer; bits != 0; bits &= bits - 1)
    if (gw_field_find_choice (field, __builtin_ctzll (bits)) == NULL)
      return FALSE;
  return TRUE;
}

static char *
check_integer (const GwField *field, gint64 integer)
{
  gint64 minimum, maximum;

  if ((field->kind == GW_FIELD_CHOICE || field->kind == GW_FIELD_CHOICES) &&
      !has_only_known_choices (field, integer))
    return g_strdup_printf (_ ("“%s” holds a choice that this version does not know."),
                            get_label (field));
  if (find_range (field, &minimum, &maximum) && (integer < minimum || integer > maximum))
    return describe_range (field, minimum, maximum);
  return NULL;
}

static char *
check_text (const GwField *field, const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup_printf (_ ("“%s” cannot be read as text."), get_label (field));
  if (field->kind == GW_FIELD_TEXT && strpbrk (text, "\r\n") != NULL)
    return g_strdup_printf (_ ("“%s” must fit on one line."), get_label (field));
  if (field->kind == GW_FIELD_ATTACHMENT &&
      (strlen (text) != 64 || strspn (text, "0123456789abcdef") != 64))
    return g_strdup_printf (_ ("“%s” does not name an attachment."), get_label (field));
  return NULL;
}

static char *
check_point (const GwField *field, GwGeoPoint point)
{
  if (ABS ((gint64) point.latitude) <= MICRODEGREES_LATITUDE &&
      ABS ((gint64) point.longitude) <= MICRODEGREES_LONGITUDE)
    return NULL;
  return g_strdup_printf (_ ("“%s” is not a place on the earth."), get_label (field));
}

/* What is wrong with one field; NULL when nothing is. */
static char *
check_field (const GwRecord *record, guint index)
{
  const GwField *field = &gw_record_get_record_type (record)->fields[index];

  if (!gw_record_has (record, index))
    return (field->flags & GW_FIELD_REQUIRED) != 0 ? describe_missing (field) : NULL;
  switch (gw_field_get_form (field))
    {
    case GW_VALUE_INTEGER:
      return check_integer (field, gw_record_get_integer (record, index));
    case GW_VALUE_TEXT:
      return check_text (field, gw_record_get_text (record, index));
    case GW_VALUE_POINT:
      return check_point (field, gw_record_get_point (record, index));
    case GW_VALUE_ID:
    case GW_VALUE_IDS:
    case GW_VALUE_EMPTY:
    default:
      return NULL;
    }
}

GwProblemList *
gw_record_validate (const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  GwProblemList *problems = gw_problem_list_new ();

  if (gw_record_is_deleted (record))
    return problems;
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *sentence = check_field (record, i);

      if (sentence != NULL)
        gw_problem_list_add (problems, (gint) i, sentence);
    }
  if (type->validate != NULL)
    type->validate (record, problems);
  return problems;
}
