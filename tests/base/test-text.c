/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Initials, folding and file names, in several scripts. */

#include "config.h"

#include "gw-text.h"

#include <string.h>

static void
check_initials (const char *name, const char *expected)
{
  g_autofree char *initials = gw_text_initials (name);

  g_assert_cmpstr (initials, ==, expected);
}

static void
test_initials (void)
{
  check_initials ("Rose", "R");
  check_initials ("Rose Baker", "RB");
  check_initials ("rose ann baker", "RB");
  check_initials ("  Rose   Baker  ", "RB");
  check_initials ("Anne-Marie Smith", "AS");
  check_initials ("Mrs A", "A");
  check_initials ("Mrs. Ada Baker", "AB");
  check_initials ("Dr Sir Tom", "T");
  check_initials ("Miss", "M");
  check_initials ("Rose (Rosie) Baker", "RB");
  check_initials ("Rose “Rosie” Baker", "RB");
  check_initials ("Rose Baker (Monday only)", "RB");
  check_initials ("Rose (never closed", "RC");
  check_initials ("O'Neill", "O");
  check_initials ("'t Hooft", "TH");
  check_initials ("Łukasz Żak", "ŁŻ");
  check_initials ("élodie Ångström", "ÉÅ");
  check_initials ("e\xcc\x81lodie A\xcc\x8angstro\xcc\x88m", "ÉÅ");
  check_initials ("ǆemal Šarić", "ǅŠ");
  check_initials ("", "");
  check_initials ("   ", "");
  check_initials ("- . -", "");
  check_initials (NULL, "");
  check_initials ("\xff\xfe", "");
  check_initials ("3rd Floor", "3F");
}

static void
test_initials_in_other_scripts (void)
{
  check_initials ("שרה כהן", "שכ");
  /* Joining letters are kept apart, so that they stay two initials. */
  check_initials ("رحمة علي", "ر\xe2\x80\x8cع");
  check_initials ("山田 太郎", "山太");
  check_initials ("홍길동", "홍");
  check_initials ("\u1112\u1169\u11bc길동", "홍");
  /* A vowel sign belongs to its letter. */
  check_initials ("सीता देवी", "सीदे");
  check_initials ("சிவா", "சி");
}

static void
test_initials_with_emoji (void)
{
  check_initials ("🙂", "🙂");
  check_initials ("👩‍👩‍👧 Baker", "👩‍👩‍👧B");
  check_initials ("👋🏽 Sam", "👋🏽S");
  check_initials ("🇵🇱🇬🇧 Ola", "🇵🇱O");
  check_initials ("❤️ Rose", "❤️R");
}

static void
test_clusters (void)
{
  const char *text = "e\xcc\x81"
                     "👩‍👩‍👧🇵🇱🇬🇧x";
  const char *at = text;
  guint n = 0;

  while (gw_text_next_cluster (at) != at)
    {
      at = gw_text_next_cluster (at);
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (*at, ==, '\0');
}

static void
test_fold (void)
{
  g_autofree char *composed = gw_text_fold ("ROSÉ Straße");
  g_autofree char *parted = gw_text_fold ("rose\xcc\x81 STRASSE");
  g_autofree char *broken = gw_text_fold ("a\xff");

  g_assert_cmpstr (composed, ==, "rosé strasse");
  g_assert_cmpstr (parted, ==, composed);
  g_assert_cmpstr (broken, ==, "a\xef\xbf\xbd");
  g_assert_true (gw_text_contains ("Łódź, ŻABIA 3", "żabia"));
  g_assert_true (gw_text_contains ("anything", ""));
  g_assert_false (gw_text_contains ("", "x"));
}

static void
test_compare (void)
{
  static const char *const words[] = { "",      "A", "b", "B2",     "Zoë",     "e\xcc\x81mile",
                                       "ÉMILE", "[", "_", "straße", "STRASSE", "日本",
                                       "🙂" };

  g_assert_cmpint (gw_text_compare ("rosé", "ROSÉ"), ==, 0);
  g_assert_cmpint (gw_text_compare ("a", "B"), <, 0);
  g_assert_cmpint (gw_text_compare ("Z", "é"), <, 0);
  /* The quick way for ASCII must agree with the thorough one. */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      {
        g_autofree char *a = gw_text_fold (words[i]);
        g_autofree char *b = gw_text_fold (words[j]);
        gint quick = gw_text_compare (words[i], words[j]), thorough = strcmp (a, b);

        g_assert_cmpint ((quick > 0) - (quick < 0), ==, (thorough > 0) - (thorough < 0));
      }
}

static void
check_file_name (const char *text, const char *extension, const char *expected)
{
  g_autofree char *name = gw_text_to_file_name (text, extension);

  g_assert_cmpstr (name, ==, expected);
  g_assert_true (gw_text_is_safe_file_name (name));
}

static void
test_file_names (void)
{
  check_file_name ("Rose Baker", ".pdf", "Rose Baker.pdf");
  check_file_name ("Week 48: Rose/Baker?", ".pdf", "Week 48- Rose-Baker-.pdf");
  check_file_name ("../../etc/passwd", NULL, "-..-etc-passwd");
  check_file_name ("  .hidden.  ", ".csv", "hidden.csv");
  check_file_name ("", ".csv", "untitled.csv");
  check_file_name (NULL, NULL, "untitled");
  check_file_name ("...", NULL, "untitled");
  check_file_name ("con", ".csv", "_con.csv");
  check_file_name ("LPT1.txt", NULL, "_LPT1.txt");
  check_file_name ("console", NULL, "console");
  check_file_name ("two\nlines\x01", NULL, "two lines");
  /* A right-to-left override may not hide an extension. */
  check_file_name ("rota\u202efdp.exe", NULL, "rotafdp.exe");
  check_file_name ("שרה כהן", ".pdf", "שרה כהן.pdf");
  check_file_name ("👩‍👩‍👧", ".pdf", "👩‍👩‍👧.pdf");
}

static void
test_long_file_names (void)
{
  const char *families[] = { "x", "é", "ש", "👩‍👩‍👧", "e\xcc\x81" };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *name = NULL;
      gsize length;

      for (guint j = 0; j < 200; j++)
        g_string_append (text, families[i]);
      name = gw_text_to_file_name (text->str, ".pdf");
      length = strlen (name) - strlen (".pdf");
      g_assert_true (gw_text_is_safe_file_name (name));
      g_assert_cmpuint (strlen (name), <=, 120);
      g_assert_cmpuint (strlen (name), >, 90);
      /* Cut between characters, never inside one. */
      g_assert_cmpuint (length % strlen (families[i]), ==, 0);
    }
}

static void
test_unsafe_file_names (void)
{
  static const char *const unsafe[] = { "",      ".",    "..",   ".x",       "x.",  " x",
                                        "x ",    "a/b",  "a\\b", "a:b",      "a\n", "nul",
                                        "NUL.x", "com1", "\xff", "a\u202eb", "a|b" };
  g_autofree char *safe = g_strnfill (120, 'x');
  g_autofree char *long_name = g_strnfill (121, 'x');
  g_autofree char *kept = gw_text_to_file_name (safe, NULL);
  g_autofree char *device = g_strconcat ("con.", long_name + 4, NULL);
  g_autofree char *device_name = gw_text_to_file_name (device, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (gw_text_is_safe_file_name (unsafe[i]));
  g_assert_false (gw_text_is_safe_file_name (NULL));
  g_assert_false (gw_text_is_safe_file_name (long_name));
  g_assert_cmpstr (kept, ==, safe);
  g_assert_true (gw_text_is_safe_file_name (device_name));
}

/* Names in sentences: cut between characters, on one line, and never turning the sentence round. */
static void
test_isolate (void)
{
  g_autoptr (GString) family = g_string_new (NULL), expected = g_string_new (NULL);
  g_autofree char *long_name = g_strnfill (200, 'x');
  const struct
  {
    const char *name, *expected;
  } cases[] = {
    { "Rose", "Rose" },
    { NULL, "" },
    { "Zoë Łuczak", "Zoë Łuczak" },
    { "👵🏽 Rose", "👵🏽 Rose" },
    { "שרה", "\u2068שרה\u2069" },
    { "فاطمة (Fatima)", "\u2068فاطمة (Fatima)\u2069" },
    { "a\nb", "a b" },
    { "a\u202eb\u2066", "ab" },
    { "\xff", "\ufffd" },
    { long_name, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = gw_text_isolate (cases[i].name);
      g_assert_cmpstr (isolated, ==, cases[i].expected);
    }
  for (guint i = 0; i < 200; i++)
    g_string_append (family, "👩‍👩‍👧");
  for (guint i = 0; i < 39; i++)
    g_string_append (expected, "👩‍👩‍👧");
  g_string_append (expected, "…");
  g_autofree char *isolated = gw_text_isolate (family->str);
  g_assert_cmpstr (isolated, ==, expected->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/initials-in-other-scripts", test_initials_in_other_scripts);
  g_test_add_func ("/text/initials-with-emoji", test_initials_with_emoji);
  g_test_add_func ("/text/clusters", test_clusters);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/compare", test_compare);
  g_test_add_func ("/text/file-names", test_file_names);
  g_test_add_func ("/text/long-file-names", test_long_file_names);
  g_test_add_func ("/text/isolate", test_isolate);
  g_test_add_func ("/text/unsafe-file-names", test_unsafe_file_names);
  return g_test_run ();
}
