/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values in words, for people (translated) and for files (plain, locale-free). */

#include "config.h"

#include "gw-civil-parse.h"
#include "gw-value.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#define DEGREE 1000000

/* Divides @integer by 10^@decimals in figures; @sign parts the decimals. */
static char *
format_decimal (gint64 integer, guint decimals, const char *sign)
{
  guint64 amount = integer < 0 ? -(guint64) integer : (guint64) integer;
  guint64 scale = 1;

  for (guint i = 0; i < decimals; i++)
    scale *= 10;
  if (decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%0*" G_GINT64_MODIFIER "u",
                          integer < 0 ? "-" : "", amount / scale, sign, (gint) decimals,
                          amount % scale);
}

static char *
format_point (GwGeoPoint point, const char *parting)
{
  g_autofree char *latitude = format_decimal (point.latitude, 6, ".");
  g_autofree char *longitude = format_decimal (point.longitude, 6, ".");

  return g_strconcat (latitude, parting, longitude, NULL);
}

static char *
join_ids (const GwFieldValue *self, const char *parting)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_ids; i++)
    {
      g_autofree char *id = gw_id_to_text (self->ids[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? parting : "", id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A choice's name: its key for files, its translated label for people; "#7" for an unknown one. */
static char *
name_choice (const GwField *field, gint64 number, gboolean for_people)
{
  const GwChoice *choice = number >= G_MININT && number <= G_MAXINT
                               ? gw_field_find_choice (field, (gint) number)
                               : NULL;

  if (choice == NULL)
    return g_strdup_printf ("#%" G_GINT64_FORMAT, number);
  return g_strdup (for_people && choice->label != NULL ? _ (choice->label) : choice->key);
}

static char *
join_choices (const GwField *field, guint64 bits, gboolean for_people)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; bits != 0; bits &= bits - 1)
    {
      g_autofree char *name = name_choice (field, __builtin_ctzll (bits), for_people);

      if (text->len > 0)
        g_string_append (text, for_people ? ", " : "; ");
      g_string_append (text, name);
    }
  /* No bit at all is something else than an empty field. */
  if (text->len == 0)
    g_string_append (text, for_people ? _ ("None of these") : "none");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
gw_unit_dup_counted (const char *unit, gint64 n)
{
  const gint count = (gint) CLAMP (n, 0, G_MAXINT);

  if (count != n)
    return NULL;
  if (g_str_equal (unit, "weeks"))
    return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) count), count);
  if (g_str_equal (unit, "days"))
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) count), count);
  if (g_str_equal (unit, "months"))
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) count), count);
  return NULL;
}

static char *
add_unit (char *text, gint64 integer, const GwField *field)
{
  g_autofree char *number = text;
  char *counted;

  if (field->unit == NULL)
    return g_steal_pointer (&number);
  counted = field->decimals == 0 ? gw_unit_dup_counted (field->unit, integer) : NULL;
  if (counted != NULL)
    return counted;
  /* Translators: a number and its unit, such as "12 miles". */
  return g_strdup_printf (C_ ("number and unit", "%s %s"), number, _ (field->unit));
}

static char *
integer_to_words (const GwFieldValue *self, const GwField *field)
{
  g_autoptr (GTimeZone) zone = NULL;

  switch (field->kind)
    {
    case GW_FIELD_DAY:
      /* Translators: a day in a list, such as "24 Nov 2026"; see g_date_time_format(). */
      return gw_day_format (GW_DAY ((gint32) self->integer), C_ ("day in a list", "%-d %b %Y"));
    case GW_FIELD_MINUTE:
      return gw_minute_to_text (GW_MINUTE ((gint32) self->integer));
    case GW_FIELD_SPAN:
      return gw_span_to_text (GW_SPAN ((gint32) self->integer));
    case GW_FIELD_MONEY:
      return gw_money_to_text (GW_MONEY (self->integer));
    case GW_FIELD_FLAG:
      return g_strdup (self->integer != 0 ? _ ("Yes") : _ ("No"));
    case GW_FIELD_CHOICE:
      return name_choice (field, self->integer, TRUE);
    case GW_FIELD_CHOICES:
      return join_choices (field, (guint64) self->integer, TRUE);
    case GW_FIELD_INSTANT:
      zone = g_time_zone_new_local ();
      /* Translators: a moment in a list, such as "24 Nov 2026 07:30". */
      return gw_instant_format (zone, GW_INSTANT (self->integer),
                                C_ ("moment in a list", "%-d %b %Y %H:%M"));
    default:
      return add_unit (format_decimal (self->integer, field->decimals, nl_langinfo (RADIXCHAR)),
                       self->integer, field);
    }
}

static char *
integer_to_plain (const GwFieldValue *self, const GwField *field)
{
  switch (field->kind)
    {
    case GW_FIELD_DAY:
      return gw_day_to_iso (GW_DAY ((gint32) self->integer));
    case GW_FIELD_MINUTE:
      return gw_minute_to_text (GW_MINUTE ((gint32) self->integer));
    case GW_FIELD_MONEY:
      return format_decimal (self->integer, 2, ".");
    case GW_FIELD_FLAG:
      return g_strdup (self->integer != 0 ? "yes" : "no");
    case GW_FIELD_CHOICE:
      return name_choice (field, self->integer, FALSE);
    case GW_FIELD_CHOICES:
      return join_choices (field, (guint64) self->integer, FALSE);
    case GW_FIELD_INSTANT:
      return gw_instant_to_iso (GW_INSTANT (self->integer));
    case GW_FIELD_SPAN:
      return format_decimal (self->integer, 0, ".");
    default:
      return format_decimal (self->integer, field->decimals, ".");
    }
}

char *
gw_field_value_to_text (const GwFieldValue *self, const GwField *field)
{
  switch (self->form)
    {
    case GW_VALUE_INTEGER:
      return integer_to_words (self, field);
    case GW_VALUE_TEXT:
      /* Always the same number of dots: the length is part of the secret. */
      if (field->kind == GW_FIELD_SEALED && !gw_field_value_is_empty (self))
        return g_strdup ("••••••");
      return g_strdup (self->text != NULL ? self->text : "");
    case GW_VALUE_ID:
      return gw_id_to_text (self->id);
    case GW_VALUE_IDS:
      return join_ids (self, ", ");
    case GW_VALUE_POINT:
      return format_point (self->point, ", ");
    case GW_VALUE_EMPTY:
    default:
      return g_strdup ("");
    }
}

char *
gw_field_value_to_plain (const GwFieldValue *self, const GwField *field)
{
  switch (self->form)
    {
    case GW_VALUE_INTEGER:
      return integer_to_plain (self, field);
    case GW_VALUE_TEXT:
      if (field->kind == GW_FIELD_SEALED || self->text == NULL)
        return g_strdup ("");
      return g_strdup (self->text);
    case GW_VALUE_ID:
      return gw_id_to_text (self->id);
    case GW_VALUE_IDS:
      return join_ids (self, " ");
    case GW_VALUE_POINT:
      return format_point (self->point, " ");
    case GW_VALUE_EMPTY:
    default:
      return g_strdup ("");
    }
}
