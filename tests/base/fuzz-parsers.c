/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every parser and text function of this layer against texts of its trade, whole and spoilt. What
 * must hold: nothing crashes or reads beyond its text (the sanitizers watch), what is accepted is in
 * range, what comes out is UTF-8, and file names are always safe.
 */
#include "config.h"

#include "gw-civil-parse.h"
#include "gw-id.h"
#include "gw-text.h"

#include "gw-fuzz.h"

static const char *const seeds[] = {
  "today",
  "next friday",
  "24/11/2026",
  "24th of November 2026",
  "2026-11-24",
  "+7",
  "-3",
  "20261124",
  "Tue 24 Nov",
  "8",
  "8.30 pm",
  "half past 8",
  "quarter to 9",
  "00:30+1",
  "24:00",
  "22:00-07:00",
  "7 to 14",
  "1-5pm",
  "45 min",
  "1h30",
  "1.5 h",
  "half an hour",
  "7 h 30 min",
  "£13.60",
  "1,250.50",
  "-£5",
  "50p",
  "99999999999999999999",
  "018f3c2a-1b2c-7d3e-8f40-516273849501",
  "2026-11-24T07:30:00.123456Z",
  "2026-W48-2T0730+01",
  "Mrs Rose (Rosie) Baker",
  "רחל لمياء",
  "👩‍👩‍👧🇵🇱e\xcc\x81",
  "../../con.txt",
  "\xff\xfe\x00",
  "٢٤/١١",
  "「” ’–−",
  "\u1112\u1169\u11bc",
  /* Splinters, which get into the others. */
  "-",
  "+",
  ".",
  ",",
  ":",
  "/",
  " ",
  "0",
  "9",
  "99999",
  "am",
  "pm",
  "h",
  "p",
  "£",
  "\xe2",
  "\x80",
  "\xff",
  "\u200d",
  "\u0301",
  "\u202e",
  "th",
  "nov",
  "٣",
  "🇵",
  "(",
  ")",
  "–",
  "\n",
  "½",
};

static void
feed_numbers (const char *text)
{
  GwDay day = GW_DAY (0), today = GW_DAY ((gint32) (g_str_hash (text) % 20000));
  GwMinute minute = GW_MINUTE (0), end = GW_MINUTE (0);
  GwSpan span = GW_SPAN (0);
  GwMoney money;
  GwInstant instant;
  gint year;

  if (gw_day_parse (text, today, &day) || gw_day_from_iso (text, &day))
    {
      gw_day_get_ymd (day, &year, NULL, NULL);
      g_assert_cmpint (year, >=, 1600);
      g_assert_cmpint (year, <=, 9999);
    }
  if (gw_minute_parse (text, &minute))
    g_assert_true (minute.value >= 0 && minute.value < 14 * 1440);
  if (gw_minute_range_parse (text, &minute, &end))
    g_assert_true (minute.value >= 0 && minute.value < 1440 && end.value > minute.value);
  if (gw_span_parse (text, &span))
    g_assert_true (span.value >= 0 && span.value <= 14 * 1440);
  if (gw_money_parse (text, &money))
    {
      g_autofree char *shown = gw_money_to_text (money);
      GwMoney again;

      g_assert_true (gw_money_parse (shown, &again) && again.value == money.value);
    }
  if (gw_instant_from_iso (text, &instant))
    g_free (gw_instant_to_iso (instant));
}

/* GLib 2.74 folds Cherokee letters to and fro. */
static gboolean
has_cherokee (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_CHEROKEE)
      return TRUE;
  return FALSE;
}

static void
feed_texts (const char *text)
{
  g_autofree char *initials = gw_text_initials (text);
  g_autofree char *folded = gw_text_fold (text);
  g_autofree char *again = gw_text_fold (folded);
  g_autofree char *file_name = gw_text_to_file_name (text, ".pdf");
  g_autofree char *same = gw_text_to_file_name (text, NULL);
  GwId id;

  g_assert_true (g_utf8_validate (initials, -1, NULL));
  g_assert_true (g_utf8_validate (folded, -1, NULL));
  if (!has_cherokee (text))
    g_assert_cmpstr (folded, ==, again);
  g_assert_true (gw_text_is_safe_file_name (file_name));
  g_assert_true (gw_text_is_safe_file_name (same));
  if (gw_text_is_safe_file_name (text))
    g_assert_cmpstr (same, ==, text);
  if (gw_id_from_text (text, &id))
    g_free (gw_id_to_text (id));
}

/* Feeds a copy that ends where its block ends, so that reading on is noticed. */
static void
feed (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  feed_numbers (copy);
  feed_texts (copy);
}

static void
read_text (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  feed ((const char *) bytes);
}

static void
test_spoilt (void)
{
  gw_fuzz_run (seeds, G_N_ELEMENTS (seeds), read_text, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz-parsers/spoilt", test_spoilt);
  return g_test_run ();
}
