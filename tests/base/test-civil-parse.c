/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times, ranges, lengths of time and money as people type them. */

#include "config.h"

#include "gw-civil-parse.h"

typedef struct
{
  const char *text;
  gint value;
} Case;

typedef struct
{
  const char *text;
  gint start;
  gint end;
} RangeCase;

#define HM(hours, minutes) ((hours) *60 + (minutes))

static const Case minutes[] = {
  { "8", HM (8, 0) },
  { "08", HM (8, 0) },
  { "8.30", HM (8, 30) },
  { "8:30", HM (8, 30) },
  { "08:05", HM (8, 5) },
  { "0830", HM (8, 30) },
  { "830", HM (8, 30) },
  { "8h30", HM (8, 30) },
  { "8pm", HM (20, 0) },
  { "8:30pm", HM (20, 30) },
  { "8.30 p.m.", HM (20, 30) },
  { "12am", 0 },
  { "12pm", HM (12, 0) },
  { "12:30 AM", 30 },
  { "noon", HM (12, 0) },
  { "Midday", HM (12, 0) },
  { "midnight", 0 },
  { "half past 8", HM (8, 30) },
  { "half past 8 pm", HM (20, 30) },
  { "quarter past 7", HM (7, 15) },
  { "a quarter to 9", HM (8, 45) },
  { "10 past 8", HM (8, 10) },
  { "20 minutes to 9", HM (8, 40) },
  { "5 to 12", HM (11, 55) },
  { "5 to 0", HM (23, 55) },
  { "0", 0 },
  { "00:00", 0 },
  { "23:59", HM (23, 59) },
  { "24:00", 1440 },
  { "24", 1440 },
  { "00:30+1", 1470 },
  { "23:59+1", 2879 },
  { "0:00+13", 13 * 1440 },
  { " 8:30 ", HM (8, 30) },
  { "٠٨:٣٠", HM (8, 30) },
};

static const char *const wrong_minutes[] = {
  "",        " ",         "x",     "25",      "24:01", "8:60",          "8:5",
  "8:",      "8.",        "8:300", "13pm",    "0am",   "half",          "half past",
  "half 8",  "61 past 8", "8 8",   "8:30:00", "-8",    "8:30+",         "8:30+14",
  "24:00+1", "8:30+1+1",  "99999", "8pm pm",  "\xff",  "half past 8 x", "8:30 o'clock now",
  "past 8",
};

static const RangeCase ranges[] = {
  { "7-14", HM (7, 0), HM (14, 0) },
  { "07:00–14:00", HM (7, 0), HM (14, 0) },
  { "7.30 - 2.45pm", HM (7, 30), HM (14, 45) },
  { "7 to 14", HM (7, 0), HM (14, 0) },
  { "22:00-07:00", HM (22, 0), HM (31, 0) },
  { "22:00-07:00+1", HM (22, 0), HM (31, 0) },
  { "1-5pm", HM (13, 0), HM (17, 0) },
  { "8-4pm", HM (8, 0), HM (16, 0) },
  { "08:00-8.30pm", HM (8, 0), HM (20, 30) },
  { "9am-5pm", HM (9, 0), HM (17, 0) },
  { "quarter to 9 to 10", HM (8, 45), HM (10, 0) },
  { "14:00-24:00", HM (14, 0), 1440 },
  { "7-7", HM (7, 0), HM (31, 0) },
  { "22:00 until midnight", HM (22, 0), 1440 },
};

static const char *const wrong_ranges[] = { "",      "7",    "7-", "-7",   "7-14-21", "24:00-7",
                                            "7--14", "7 14", "to", " to ", "x-y",     "7-25" };

static const Case spans[] = {
  { "0", 0 },
  { "45", 45 },
  { "45 min", 45 },
  { "45m", 45 },
  { "45'", 45 },
  { "1h", 60 },
  { "1 h 30", 90 },
  { "1h30", 90 },
  { "1h30m", 90 },
  { "1:30", 90 },
  { "1.5 h", 90 },
  { "1,5h", 90 },
  { "0.25 h", 15 },
  { "1.33 h", 80 },
  { "2 hours", 120 },
  { "1 hour 15 minutes", 75 },
  { "an hour", 60 },
  { "half an hour", 30 },
  { "a quarter of an hour", 15 },
  { "1 hour and 5 minutes", 65 },
  { "20160", 20160 },
  { "336 h", 20160 },
  { "7 h 30 min", 450 },
  { "120 min", 120 },
};

static const char *const wrong_spans[] = {
  "",  "x",     "-5",  "1.5",  "1:5",   "1:60",        "1h60", "20161",     "336h1",     "337 h",
  "h", "1 h x", "1.h", "half", "45 45", "999999999 h", "1e3",  "1.23456 h", "45 min min"
};

static const Case moneys[] = {
  { "£13.60", 1360 },  { "13.6", 1360 },      { "13", 1300 },
  { "1,250", 125000 }, { "1,250.5", 125050 }, { "£1,250,000", 125000000 },
  { "13,60", 1360 },   { "13,6", 1360 },      { "-£5", -500 },
  { "£-5", -500 },     { "−5.01", -501 },     { "50p", 50 },
  { "50 p", 50 },      { "13.60 £", 1360 },   { "£ 13.60", 1360 },
  { "0", 0 },          { "0.05", 5 },         { "- £5", -500 },
  { ".5", 50 },
};

static const char *const wrong_moneys[] = { "",         "£",       "13.605", "1,25,000",
                                            "12,3456",  "x",       "1.2.3",  "££5",
                                            "5pp",      "1,250,5", "p",      "-",
                                            "13.",      "1 250",   "5.5p",   "99999999999999999999",
                                            "1.250,50", "--5",     "," };

#define FAIL_UNLESS(condition, text) \
  if (!(condition))                  \
  g_error ("line %d: wrong about “%s”", __LINE__, text)

static void
test_minutes (void)
{
  GwMinute minute;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    FAIL_UNLESS (gw_minute_parse (minutes[i].text, &minute) && minute.value == minutes[i].value,
                 minutes[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_minutes); i++)
    FAIL_UNLESS (!gw_minute_parse (wrong_minutes[i], &minute), wrong_minutes[i]);
  g_assert_false (gw_minute_parse (NULL, &minute));
}

static void
test_minutes_round_trip (void)
{
  for (gint value = 0; value < 14 * 1440; value++)
    {
      g_autofree char *text = gw_minute_to_text (GW_MINUTE (value));
      GwMinute minute;

      FAIL_UNLESS (gw_minute_parse (text, &minute) && minute.value == value, text);
    }
}

static void
test_ranges (void)
{
  GwMinute start, end;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    FAIL_UNLESS (gw_minute_range_parse (ranges[i].text, &start, &end) &&
                     start.value == ranges[i].start && end.value == ranges[i].end,
                 ranges[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_ranges); i++)
    FAIL_UNLESS (!gw_minute_range_parse (wrong_ranges[i], &start, &end), wrong_ranges[i]);
}

static void
test_spans (void)
{
  GwSpan span;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    FAIL_UNLESS (gw_span_parse (spans[i].text, &span) && span.value == spans[i].value,
                 spans[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_spans); i++)
    FAIL_UNLESS (!gw_span_parse (wrong_spans[i], &span), wrong_spans[i]);
  for (gint value = 0; value <= 14 * 1440; value++)
    {
      g_autofree char *text = gw_span_to_text (GW_SPAN (value));

      FAIL_UNLESS (gw_span_parse (text, &span) && span.value == value, text);
    }
}

static void
test_money (void)
{
  GwMoney money;
  g_autofree char *least = gw_money_to_text (GW_MONEY (G_MININT64));

  for (guint i = 0; i < G_N_ELEMENTS (moneys); i++)
    FAIL_UNLESS (gw_money_parse (moneys[i].text, &money) && money.value == moneys[i].value,
                 moneys[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_moneys); i++)
    FAIL_UNLESS (!gw_money_parse (wrong_moneys[i], &money), wrong_moneys[i]);
  g_assert_cmpstr (least, ==, "−£92,233,720,368,547,758.08");
  g_assert_true (gw_money_parse (least, &money));
  g_assert_true (money.value == G_MININT64);
  for (guint i = 0; i < 20000; i++)
    {
      GwMoney any = { (gint64) g_test_rand_double_range (-1e12, 1e12) };
      g_autofree char *text = gw_money_to_text (any);

      FAIL_UNLESS (gw_money_parse (text, &money) && money.value == any.value, text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/civil-parse/minutes", test_minutes);
  g_test_add_func ("/civil-parse/minutes-round-trip", test_minutes_round_trip);
  g_test_add_func ("/civil-parse/ranges", test_ranges);
  g_test_add_func ("/civil-parse/spans", test_spans);
  g_test_add_func ("/civil-parse/money", test_money);
  return g_test_run ();
}
