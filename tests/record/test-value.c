/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values in words and in files, and back. Today is Saturday, 21 November 2026. */

#include "config.h"

#include "gw-error.h"
#include "gw-random-record.h"

#include <string.h>

#define N_VALUES 3000

static const GwField *
get_field (GwFieldKind kind)
{
  return &gw_every_kind_type ()->fields[kind];
}

static GwDay
get_today (void)
{
  return gw_day_ymd (2026, 11, 21);
}

/* Reads @text as @kind and shows it in both spellings. */
static void
check (GwFieldKind kind, const char *text, const char *words, const char *plain)
{
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *as_words = NULL;
  g_autofree char *as_plain = NULL;

  g_assert_true (gw_field_value_from_text (get_field (kind), text, get_today (), &value, &error));
  g_assert_no_error (error);
  as_words = gw_field_value_to_text (&value, get_field (kind));
  as_plain = gw_field_value_to_plain (&value, get_field (kind));
  g_assert_cmpstr (as_words, ==, words);
  g_assert_cmpstr (as_plain, ==, plain);
}

static void
check_refused (GwFieldKind kind, const char *text, const char *sentence)
{
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (gw_field_value_from_text (get_field (kind), text, get_today (), &value, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_cmpint (value.form, ==, GW_VALUE_EMPTY);
}

static void
test_words (void)
{
  check (GW_FIELD_TEXT, " Rose\tBaker ", "Rose Baker", "Rose Baker");
  check (GW_FIELD_RICH_TEXT, "two\nlines", "two\nlines", "two\nlines");
  check (GW_FIELD_DAY, "tomorrow", "22 Nov 2026", "2026-11-22");
  check (GW_FIELD_MINUTE, "half past 7", "07:30", "07:30");
  check (GW_FIELD_SPAN, "1 h 30", "1 h 30 min", "90");
  check (GW_FIELD_SPAN, "-45", "−45 min", "-45");
  check (GW_FIELD_SPAN, "−1 h", "−1 h", "-60");
  check (GW_FIELD_MONEY, "£1,250.5", "£1,250.50", "1250.50");
  check (GW_FIELD_MONEY, "-0.05", "−£0.05", "-0.05");
  check (GW_FIELD_NUMBER, "12.5", "12.50", "12.50");
  check (GW_FIELD_NUMBER, "-0.05", "-0.05", "-0.05");
  check (GW_FIELD_FLAG, "Y", "Yes", "yes");
  check (GW_FIELD_FLAG, "0", "No", "no");
  check (GW_FIELD_CHOICE, "on foot", "On foot", "on_foot");
  check (GW_FIELD_CHOICE, "BUS", "Bus", "bus_or_tram");
  check (GW_FIELD_CHOICE, "#99", "#99", "#99");
  check (GW_FIELD_CHOICES, "Car, On foot", "Car, On foot", "car; on_foot");
  check (GW_FIELD_CHOICES, "other; #9", "#9, Other", "#9; other");
  check (GW_FIELD_CHOICES, "none", "None of these", "none");
  check (GW_FIELD_INSTANT, "2026-06-24T07:30:00Z", "24 Jun 2026 08:30", "2026-06-24T07:30:00Z");
  check (GW_FIELD_PLACE, "51.5074, -0.1278", "51.507400, -0.127800", "51.507400 -0.127800");
  check (GW_FIELD_SEALED, "1234", "••••••", "");
  check (GW_FIELD_DAY, "  ", "", "");
  check (GW_FIELD_TEXT, NULL, "", "");
}

static void
test_refusals (void)
{
  check_refused (GW_FIELD_DAY, "soon",
                 "“soon” is not a day. Write it like 24/11/2026, 24 Nov or tomorrow.");
  check_refused (GW_FIELD_MINUTE, "25:00", "“25:00” is not a time of day. Write it like 08:30.");
  check_refused (GW_FIELD_SPAN, "long",
                 "“long” is not a length of time. Write it like 45 min or 1 h 30.");
  check_refused (GW_FIELD_MONEY, "much", "“much” is not an amount of money. Write it like £13.60.");
  check_refused (GW_FIELD_NUMBER, "1.234", "“1.234” is not a number that fits here.");
  check_refused (GW_FIELD_FLAG, "maybe", "“maybe” is neither yes nor no.");
  check_refused (GW_FIELD_CHOICE, "train", "“train” is not one of the choices.");
  check_refused (GW_FIELD_CHOICES, "car; train", "“car; train” is not one of the choices.");
  check_refused (GW_FIELD_CHOICES, "#63", "“#63” is not one of the choices.");
  check_refused (GW_FIELD_INSTANT, "now",
                 "“now” is not a moment. Write it like 2026-11-24T07:30:00Z.");
  check_refused (GW_FIELD_REFERENCE, "Rose", "“Rose” does not name a record.");
  check_refused (GW_FIELD_REFERENCES, "Rose", "“Rose” does not name a record.");
  check_refused (GW_FIELD_ATTACHMENT, "photo.jpg", "“photo.jpg” does not name an attachment.");
  check_refused (GW_FIELD_PLACE, "91, 0",
                 "“91, 0” is not a place. Write latitude and longitude like 51.5074, -0.1278.");
  check_refused (GW_FIELD_TEXT, "a\xff", "“a\xef\xbf\xbd” cannot be read as text.");
  /* A long text is shown in part. */
  check_refused (GW_FIELD_FLAG, "ééééééééééééééééééééééééééééééééééééééééxyz",
                 "“éééééééééééééééééééééééééééééééééééééééé…” is neither yes nor no.");
}

static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_VALUES; i++)
    for (guint kind = 0; kind < GW_FIELD_SEALED; kind++)
      {
        const GwField *field = get_field (kind);
        g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
        g_auto (GwFieldValue) copy = GW_FIELD_VALUE_INIT;
        g_auto (GwFieldValue) again = GW_FIELD_VALUE_INIT;
        g_autofree char *plain = NULL;
        g_autofree char *words = NULL;

        gw_random_value (rand, field, &value);
        plain = gw_field_value_to_plain (&value, field);
        words = gw_field_value_to_text (&value, field);
        gw_field_value_copy (&value, &copy);
        g_assert_true (gw_field_value_equal (&value, &copy));
        if (!gw_field_value_from_text (field, plain, get_today (), &again, NULL) ||
            !gw_field_value_equal (&value, &again))
          g_error ("“%s” of kind %u was not read back", plain, kind);
        gw_field_value_clear (&again);
        /* What people see of a moment is the local minute only. */
        if (kind == GW_FIELD_INSTANT)
          continue;
        if (!gw_field_value_from_text (field, words, get_today (), &again, NULL) ||
            !gw_field_value_equal (&value, &again))
          g_error ("“%s” of kind %u was not read back", words, kind);
      }
}

static void
test_nothing_is_nothing (void)
{
  GwFieldValue empty = GW_FIELD_VALUE_INIT;
  GwFieldValue no_text = { .form = GW_VALUE_TEXT, .text = (char *) "" };
  GwFieldValue no_id = { .form = GW_VALUE_ID, .id = GW_ID_NONE };
  GwFieldValue no_ids = { .form = GW_VALUE_IDS, .n_ids = 0 };
  GwFieldValue zero = gw_field_value_integer (0);
  const GwFieldValue *nothings[] = { &empty, &no_text, &no_id, &no_ids };

  for (guint i = 0; i < G_N_ELEMENTS (nothings); i++)
    {
      g_assert_true (gw_field_value_is_empty (nothings[i]));
      g_assert_false (gw_field_value_equal (nothings[i], &zero));
      for (guint j = 0; j < G_N_ELEMENTS (nothings); j++)
        g_assert_true (gw_field_value_equal (nothings[i], nothings[j]));
    }
  g_assert_cmpint (gw_field_value_text ("").form, ==, GW_VALUE_EMPTY);
  g_assert_cmpint (gw_field_value_text (NULL).form, ==, GW_VALUE_EMPTY);
  g_assert_cmpint (gw_field_value_id (GW_ID_NONE).form, ==, GW_VALUE_EMPTY);
  g_assert_cmpint (gw_field_value_ids (NULL, 0).form, ==, GW_VALUE_EMPTY);
}

static void
test_sets (void)
{
  GwId a = gw_id_from_seed (1, 0, 0), b = gw_id_from_seed (2, 0, 0), c = gw_id_from_seed (3, 0, 0);
  const GwId ids[] = { c, a, GW_ID_NONE, b, a };
  g_auto (GwFieldValue) set = gw_field_value_ids (ids, G_N_ELEMENTS (ids));
  GwFieldValue reference = gw_field_value_id (a);

  g_assert_cmpuint (set.n_ids, ==, 3);
  g_assert_true (gw_id_equal (set.ids[0], a));
  g_assert_true (gw_id_equal (set.ids[2], c));
  g_assert_true (gw_field_value_has_id (&set, b));
  g_assert_false (gw_field_value_has_id (&set, gw_id_from_seed (4, 0, 0)));
  g_assert_true (gw_field_value_has_id (&reference, a));
  g_assert_false (gw_field_value_has_id (&reference, b));
}

/* One week is not "1 weeks", and both are read back. */
static void
test_counted_units (void)
{
  static const GwField field = { .key = "every", .kind = GW_FIELD_NUMBER, .unit = "weeks" };
  const char *const typed[] = { "1", "1 week", "2 weeks", "2weeks", "52 week" };
  const char *const wanted[] = { "1 week", "1 week", "2 weeks", "2 weeks", "52 weeks" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
      g_autofree char *text = NULL;

      g_assert_true (gw_field_value_from_text (&field, typed[i], get_today (), &value, NULL));
      text = gw_field_value_to_text (&value, &field);
      g_assert_cmpstr (text, ==, wanted[i]);
    }
}

/* Single times as people write them on a rota. */
static void
test_single_times (void)
{
  static const GwField field = { .key = "start", .kind = GW_FIELD_MINUTE, .maximum = 1440 };
  const char *const typed[] = { "7-15", "0715", "7.15", "07:15", "715" };
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_assert_true (gw_field_value_from_text (&field, typed[i], get_today (), &value, NULL));
      g_assert_cmpint (value.integer, ==, 7 * 60 + 15);
    }
  g_assert_false (gw_field_value_from_text (&field, "7-75", get_today (), &value, NULL));
}

/* A birthday is past: two digits mean the century before, and next year is refused. */
static void
test_past_days (void)
{
  static const GwField field = { .kind = GW_FIELD_DAY, .flags = GW_FIELD_PAST };
  static const struct
  {
    const char *text;
    gint year;
  } cases[] = {
    { "5/5/32", 1932 }, { "05/05/1941", 1941 }, { "21/11/26", 2026 }, { "5/5/20", 2020 }
  };
  static const char *const refused[] = { "5/5/2032", "22/11/2026", "tomorrow" };
  g_autoptr (GError) error = NULL;
  GwFieldValue value;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint year;

      g_assert_true (gw_field_value_from_text (&field, cases[i].text, get_today (), &value, NULL));
      gw_day_get_ymd ((GwDay){ (gint32) value.integer }, &year, NULL, NULL);
      g_assert_cmpint (year, ==, cases[i].year);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_clear_error (&error);
      g_assert_false (gw_field_value_from_text (&field, refused[i], get_today (), &value, &error));
      g_assert_nonnull (strstr (error->message, "not a day in the past"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/words", test_words);
  g_test_add_func ("/value/refusals", test_refusals);
  g_test_add_func ("/value/round-trips", test_round_trips);
  g_test_add_func ("/value/nothing-is-nothing", test_nothing_is_nothing);
  g_test_add_func ("/value/sets", test_sets);
  g_test_add_func ("/value/counted-units", test_counted_units);
  g_test_add_func ("/value/single-times", test_single_times);
  g_test_add_func ("/record/value/past-days", test_past_days);
  return g_test_run ();
}
