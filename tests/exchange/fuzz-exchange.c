/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every reader of this layer against a corpus and its random mutations. What must hold: nothing
 * crashes, hangs or reads beyond its text (the sanitizers watch), each slice is within its bounds,
 * what comes out is valid UTF-8 and valid records, and what is refused is refused with a sentence.
 * The first argument is the number of mutations (for long runs), the second the seed.
 */
#include "config.h"

#include "gw-import-world.h"
#include "gw-sample-random.h"
#include "gw-week-sheet.h"

#include "gw-problem-list.h"

#include <stdlib.h>
#include <string.h>

#define N_MUTATIONS 1500
#define LONGEST 4096

typedef struct
{
  const char *bytes;
  gsize n;
} Text;

#define TEXT(literal)           \
  {                             \
    literal, sizeof literal - 1 \
  }

static const Text corpus[] = {
  TEXT ("Name,Contract hours,Skills,Driver,Team\nMarta Z,35,\"Medication (31/1/2027), "
        "Hoist\",yes,A\n"),
  TEXT ("First name;Surname;Lat;Long;Likes;Pets\nRose;Tanner;52.1;-2.5;Marta;dog, stairs\n"),
  TEXT ("Client,Date,Start,End,Task,Carers "
        "required,Carer\nRose,24/11/2026,08:00,08:30,tea,2,Marta\n"),
  TEXT (
      "Person,Date,Start,Minutes\nRose,46350.25,2026-11-25T08:00:00Z,0.0208\nRose,1e9,99:99,-5\n"),
  TEXT ("Day\tTimes\tStaff\n24/11/2026\t7-14\tMarta\n24/11/2026\t22:00-07:00\t\n"),
  TEXT ("From,To,Minutes,By\nRose,Ali,7,car\n"),
  TEXT (",Rose,Ali\nRose,0,11\nAli,12,\n"),
  TEXT ("E = 07:00-14:00\nName,Mon,Tue,Wed\nMarta Z,E,A/L,7-11 / 16-20\nDev,OFF,Sick,QQ\n"),
  TEXT ("Name,23/11/2026,24-Nov,25\nMarta,x,-,L\n"),
  TEXT ("\xff\xfe"
        "N\0a\0m\0e\0,\0D\0\n\0R\0,\0x\0"),
  TEXT ("\xef\xbb\xbfName,\"two\nlines\"\n\"a \"\"b\"\"\",\xe9\x80\xff\n"),
  TEXT ("sep=;\r\nName;Date\rRose;\"never closed\n"),
  TEXT ("id,name\n0190f3c2-0000-7000-8000-000000000000,"
        "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7\n"),
  TEXT ("Name\n\xd7\xa8\xd7\x97\xd7\x9c \xd9\x84\xd9\x85\n=cmd|' /C calc'!A0\n"),
  TEXT ("PK\x03\x04\0\0\0\0 not a list"),
};

static char *
mutate (GwSampleRandom *random, gsize *out_n)
{
  const Text *text = &corpus[gw_sample_random_below (random, G_N_ELEMENTS (corpus))];
  GByteArray *bytes = g_byte_array_new ();
  guint n_edits = 1 + gw_sample_random_below (random, 6);

  g_byte_array_append (bytes, (const guint8 *) text->bytes, (guint) text->n);
  for (guint i = 0; i < n_edits && bytes->len > 0; i++)
    {
      guint at = gw_sample_random_below (random, bytes->len);
      static const char special[] = ",;\t\"\n\r|=\0\xff:-/ 019zE.";
      guint8 byte = (guint8) special[gw_sample_random_below (random, sizeof special - 1)];
      switch (gw_sample_random_below (random, 5))
        {
        case 0:
          bytes->data[at] = byte;
          break;
        case 1:
          {
            guint n = 1 + gw_sample_random_below (random, 9);
            g_byte_array_remove_range (bytes, at, MIN (n, bytes->len - at));
            break;
          }
        case 2:
          bytes->data[at] = (guint8) gw_sample_random_next (random);
          break;
        case 3: /* repeat a piece */
          if (bytes->len < LONGEST)
            {
              g_autofree guint8 *piece = g_memdup2 (bytes->data + at, bytes->len - at);
              g_byte_array_append (bytes, piece, bytes->len - at);
            }
          break;
        default: /* put another list behind */
          {
            const Text *other = &corpus[gw_sample_random_below (random, G_N_ELEMENTS (corpus))];
            g_byte_array_append (bytes, (const guint8 *) other->bytes, (guint) other->n);
          }
        }
    }
  *out_n = bytes->len;
  return (char *) g_byte_array_free (bytes, FALSE);
}

static void
check_report (GwImportReport *report)
{
  for (guint i = 0; i < gw_import_report_get_n_kept (report); i++)
    {
      g_autofree char *sentence = gw_import_problem_dup_sentence (
          gw_import_report_get_problem (report, i));
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_cmpuint (strlen (sentence), <, 8192);
    }
}

static void
check_records (World *world)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, world->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      g_autoptr (GwProblemList) problems = gw_record_validate (record);
      g_autofree char *title = gw_record_dup_title (record);
      g_assert_cmpuint (gw_problem_list_get_n (problems), ==, 0);
      g_assert_true (g_utf8_validate (title, -1, NULL));
    }
}

static void
run_imports (const char *bytes, gsize n, GwImportTarget target)
{
  World world;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n, NULL);

  world_init (&world);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_COLLEAGUES, corpus[0].bytes);
  world_add_text (&world, GW_IMPORT_PEOPLE, corpus[1].bytes);
  gw_import_add_source (world.import, target, stream, NULL, 0, 0);
  if (!world_run (&world, &error))
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  check_report (world.report);
  check_records (&world);
  world_clear (&world);
}

static void
run_sheet (const char *bytes, gsize n)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  GwImportSettings settings = { .today = GW_DAY (9824), .zone = zone };
  g_autoptr (GError) error = NULL;
  g_autoptr (GwWeekSheet) sheet = gw_week_sheet_read (stream, GW_DAY (9824), NULL, &error);
  g_autoptr (GwImportIndex) index = gw_import_index_new ();
  g_autoptr (GwImportReport) report = gw_import_report_new ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *legend = NULL;

  if (sheet == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  legend = gw_week_sheet_legend_to_text (sheet);
  gw_week_sheet_apply_legend (sheet, legend);
  changes = gw_week_sheet_build (sheet, index, &settings, GW_SHEET_MAKE_NEW_NAMES, report);
  check_report (report);
}

static void
run_map (const char *bytes, gsize n)
{
  static const char *const headings[] = { "Name", "Date", "Start" };
  g_autofree char *text = g_strndup (bytes, n);
  g_autoptr (GwColumnMap) map = gw_column_map_new (GW_IMPORT_VISITS, headings, 3);

  gw_column_map_apply_text (map, text);
}

static void
run (const char *bytes, gsize n, guint round)
{
  run_imports (bytes, n, (GwImportTarget) (round % GW_IMPORT_N_TARGETS));
  run_sheet (bytes, n);
  run_map (bytes, n);
}

int
main (int argc, char *argv[])
{
  guint n_mutations = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : N_MUTATIONS;
  guint64 seed = argc > 2 ? strtoul (argv[2], NULL, 10) : 1;
  GwSampleRandom random;

  if (n_mutations == 0)
    n_mutations = N_MUTATIONS;
  gw_sample_random_init (&random, seed, 0xf022);
  g_print ("TAP version 13\n1..2\n");
  for (guint i = 0; i < G_N_ELEMENTS (corpus) * GW_IMPORT_N_TARGETS; i++)
    run (corpus[i / GW_IMPORT_N_TARGETS].bytes, corpus[i / GW_IMPORT_N_TARGETS].n, i);
  g_print ("ok 1 - the corpus\n");
  for (guint i = 0; i < n_mutations; i++)
    {
      gsize n;
      g_autofree char *bytes = mutate (&random, &n);
      run (bytes, n, i);
    }
  g_print ("ok 2 - %u mutations from seed %" G_GUINT64_FORMAT "\n", n_mutations, seed);
  return 0;
}
