/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells, lines, encodings, and files that are something else. */
#include "config.h"

#include "gw-csv-reader.h"

#include "gw-error.h"

#include <string.h>

static char *
read_all (const char *bytes, gsize n, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n, NULL);
  g_autoptr (GwCsvReader) reader = gw_csv_reader_new (stream, 0);
  GString *all = g_string_new (NULL);

  while (gw_csv_reader_next (reader, NULL, error))
    {
      for (guint i = 0; i < gw_csv_reader_get_n_cells (reader); i++)
        g_string_append_printf (all, "[%s]", gw_csv_reader_get_cell (reader, i));
      g_string_append_c (all, '\n');
    }
  return g_string_free (all, FALSE);
}

static void
assert_reads (const char *bytes, gsize n, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (bytes, n, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (all, ==, expected);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "a,b,c\n1,2,3\n", "[a][b][c]\n[1][2][3]\n" },
    { "a;b\n1;2,5", "[a][b]\n[1][2,5]\n" },
    { "a\tb\r\n1\t2\r\n", "[a][b]\n[1][2]\n" },
    { "a|b\r1|2\r", "[a][b]\n[1][2]\n" },
    { "a,b\n\"x, y\",\"say \"\"hello\"\"\"\n", "[a][b]\n[x, y][say \"hello\"]\n" },
    { "a,b\n\"two\nlines\",2\n", "[a][b]\n[two\nlines][2]\n" },
    { "a,b\n\n\n,\n1,2\n", "[a][b]\n[1][2]\n" },
    { "a,b\n  1 , 2  \n", "[a][b]\n[1][2]\n" },
    { "sep=;\na;b\n1;2\n", "[a][b]\n[1][2]\n" },
    { "a,b\n\"1\"x,2\n", "[a][b]\n[1x][2]\n" },
    { "a,b\n5\"6,7\n", "[a][b]\n[5\"6][7]\n" },
    { "", "" },
    { "one", "[one]\n" },
    { "a,\n", "[a][]\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_reads (cases[i].text, strlen (cases[i].text), cases[i].expected);
}

static void
test_encodings (void)
{
  static const char windows[] = "name\nRos\xe9\x80\nplain\n";
  static const char little[] = "\xff\xfe"
                               "a\0,\0b\0\n\0\x42\x01,\0x\0";
  static const char big[] = "\xfe\xff"
                            "\0a\0;\0b\0\n\0\xe9\0;\0x";
  static const char unmarked[] = "N\0a\0m\0e\0,\0D\0a\0y\0\n\0R\0o\0s\0e\0,\0M\0o\0n\0\n\0";
  static const char torn[] = "a,b\nzażółć,ok \xff end\n";

  assert_reads ("\xef\xbb\xbf"
                "a,b\n",
                7, "[a][b]\n");
  assert_reads (windows, sizeof windows - 1, "[name]\n[Rosé€]\n[plain]\n");
  assert_reads (little, sizeof little - 1, "[a][b]\n[ł][x]\n");
  assert_reads (big, sizeof big - 1, "[a][b]\n[é][x]\n");
  assert_reads (unmarked, sizeof unmarked - 1, "[Name][Day]\n[Rose][Mon]\n");
  /* One bad byte early makes the whole file Windows-1252; nothing is lost either way. */
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *all = read_all (torn, sizeof torn - 1, &error);
    g_assert_no_error (error);
    g_assert_true (g_utf8_validate (all, -1, NULL));
  }
}

static void
test_positions (void)
{
  g_autoptr (GwCsvReader)
      reader = gw_csv_reader_new_for_text ("a,b\n\"x\ny\",2\n\nlast,\"q\"\"r\",three\n", 0);

  g_assert_true (gw_csv_reader_next (reader, NULL, NULL));
  g_assert_cmpuint (gw_csv_reader_get_line (reader, 0), ==, 1);
  g_assert_cmpuint (gw_csv_reader_get_column (reader, 1), ==, 3);
  g_assert_true (gw_csv_reader_next (reader, NULL, NULL));
  g_assert_cmpuint (gw_csv_reader_get_line (reader, 0), ==, 2);
  g_assert_cmpuint (gw_csv_reader_get_line (reader, 1), ==, 3);
  g_assert_cmpuint (gw_csv_reader_get_column (reader, 1), ==, 4);
  g_assert_true (gw_csv_reader_next (reader, NULL, NULL));
  g_assert_cmpuint (gw_csv_reader_get_line (reader, 0), ==, 5);
  g_assert_cmpuint (gw_csv_reader_get_column (reader, 2), ==, 13);
  g_assert_false (gw_csv_reader_next (reader, NULL, NULL));
  g_assert_cmpuint (gw_csv_reader_get_n_cells (reader), ==, 0);
}

static void
assert_refused (const char *bytes, gsize n, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (bytes, n, &error);

  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_garbage (void)
{
  g_autofree char *wide = g_strnfill (GW_CSV_LONGEST_ROW + 10, 'x');
  g_autofree char *many = g_strnfill (GW_CSV_MOST_CELLS + 10, ',');

  assert_refused ("a,b\n1,\"never closed\n2,3\n", 24, "line 2");
  assert_refused ("a,b\n1,2\n\0\0\0\1PK", 14, "Line 3");
  assert_refused (wide, strlen (wide), "1 MB");
  assert_refused (many, strlen (many), "4,096");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/cells", test_cells);
  g_test_add_func ("/exchange/csv/encodings", test_encodings);
  g_test_add_func ("/exchange/csv/positions", test_positions);
  g_test_add_func ("/exchange/csv/garbage", test_garbage);
  return g_test_run ();
}
