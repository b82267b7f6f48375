/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people type them. Today is Saturday, 21 November 2026. */

#include "config.h"

#include "gw-civil-parse.h"

#include <locale.h>

typedef struct
{
  const char *text;
  const char *iso;
} Case;

static const Case right[] = {
  { "today", "2026-11-21" },
  { "Tomorrow", "2026-11-22" },
  { " yesterday ", "2026-11-20" },
  { "+7", "2026-11-28" },
  { "-3", "2026-11-18" },
  { "−3", "2026-11-18" },
  { "+2w", "2026-12-05" },
  { "+10 days", "2026-12-01" },
  { "tue", "2026-11-24" },
  { "TUES", "2026-11-24" },
  { "sat", "2026-11-21" },
  { "fri", "2026-11-27" },
  { "next friday", "2026-11-27" },
  { "this fri", "2026-11-20" },
  { "last sat", "2026-11-14" },
  { "last fri", "2026-11-20" },
  { "next sat", "2026-11-28" },
  { "24/11", "2026-11-24" },
  { "24.11.", "2026-11-24" },
  { "24-11", "2026-11-24" },
  { "3/1", "2027-01-03" },
  { "30/5", "2026-05-30" },
  { "1/6", "2026-06-01" },
  { "24/11/26", "2026-11-24" },
  { "24/11/2026", "2026-11-24" },
  { "24 11 2026", "2026-11-24" },
  { "3/5/38", "1938-05-03" },
  { "3/5/36", "2036-05-03" },
  { "3/5/37", "1937-05-03" },
  { "24 Nov", "2026-11-24" },
  { "24th of November 2026", "2026-11-24" },
  { "Nov 24", "2026-11-24" },
  { "November 24, 2026", "2026-11-24" },
  { "Tue 24 Nov", "2026-11-24" },
  { "Tuesday, 24th November 2026", "2026-11-24" },
  { "2026 Nov 24", "2026-11-24" },
  { "2026-11-24", "2026-11-24" },
  { "2026/11/24", "2026-11-24" },
  { "20261124", "2026-11-24" },
  { "24", "2026-11-24" },
  { "5", "2026-12-05" },
  { "6", "2026-12-06" },
  { "7", "2026-11-07" },
  { "31", "2026-10-31" },
  { "29/2", "2028-02-29" },
  { "٢٤/١١", "2026-11-24" },
  { "24\xc2\xa0Nov", "2026-11-24" },
  { "1 jan 1600", "1600-01-01" },
};

static const char *const wrong[] = {
  "",
  " ",
  "x",
  "0",
  "32",
  "24/13",
  "30/2",
  "29/2/2027",
  "24/11/126",
  "24/11/26/1",
  "nov",
  "nov 2026",
  "next",
  "next 24/11",
  "tue tue",
  "Wed 24 Nov 2026",
  "24 nov dec",
  "24:11",
  "2026-11-24T",
  "+",
  "-",
  "+7x",
  "++7",
  "+99999999",
  "999999999999",
  "2026-11",
  "11/2026",
  "24;11",
  "t",
  "tu",
  "\xff\xfe",
  "24/11/0026",
  "000000000",
  "24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11 24/11",
};

static void
test_right (void)
{
  GwDay today = gw_day_ymd (2026, 11, 21);

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *iso = NULL;
      GwDay day = GW_DAY (0);

      if (!gw_day_parse (right[i].text, today, &day))
        g_error ("“%s” was refused", right[i].text);
      iso = gw_day_to_iso (day);
      if (g_strcmp0 (iso, right[i].iso) != 0)
        g_error ("“%s” was read as %s", right[i].text, iso);
    }
}

static void
test_wrong (void)
{
  GwDay today = gw_day_ymd (2026, 11, 21);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GwDay day = GW_DAY (12345);

      if (gw_day_parse (wrong[i], today, &day))
        g_error ("“%s” was read as day %d", wrong[i], day.value);
      g_assert_cmpint (day.value, ==, 12345);
    }
  g_assert_false (gw_day_parse (NULL, today, &today));
}

/* What the program shows it must read, whatever today is. */
static void
test_what_is_shown_is_read (void)
{
  static const char *const patterns[] = { "%-d %b %Y", "%A %-d %B %Y", "%d/%m/%Y",
                                          "%Y-%m-%d",  "%a %-d %b %Y", "%d.%m.%Y" };

  for (guint i = 0; i < 20000; i++)
    {
      GwDay day = GW_DAY (g_test_rand_int_range (-146000, 2900000));
      GwDay today = GW_DAY (g_test_rand_int_range (0, 20000));
      const char *pattern = patterns[i % G_N_ELEMENTS (patterns)];
      g_autofree char *text = gw_day_format (day, pattern);
      GwDay again;

      if (!gw_day_parse (text, today, &again) || again.value != day.value)
        g_error ("“%s” was not read back", text);
    }
}

/* A day without a year is never more than half a year off. */
static void
test_nearest (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      GwDay day = GW_DAY (g_test_rand_int_range (0, 20000));
      GwDay today = gw_day_add (day, g_test_rand_int_range (-181, 182));
      g_autofree char *text = gw_day_format (day, "%-d %B");
      GwDay again;

      g_assert_true (gw_day_parse (text, today, &again));
      g_assert_cmpint (again.value, ==, day.value);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-parse/right", test_right);
  g_test_add_func ("/day-parse/wrong", test_wrong);
  g_test_add_func ("/day-parse/what-is-shown-is-read", test_what_is_shown_is_read);
  g_test_add_func ("/day-parse/nearest", test_nearest);
  return g_test_run ();
}
