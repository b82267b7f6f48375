/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes as PDF: structure, language, alternative texts, fonts, the same bytes twice. */
#include "config.h"

#include "gw-pdf-probe.h"

#include "gw-pdf.h"

static const GwTextStyle title_style = { 280, 700, { 0, 0, 0 }, GW_TEXT_TITLE };
static const GwTextStyle text_style = { 160, 400, { 0, 0, 0 }, GW_TEXT_PARAGRAPH };

static const char face[] = "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'>"
                           "<circle cx='32' cy='32' r='30' fill='#c07040'/></svg>";

static GwScene *
make_scene (void)
{
  GwScene *scene = gw_scene_new ("Who comes to see Rose", "en-GB");
  GwPage *page = gw_scene_add_page (scene, GW_A4_WIDTH, GW_A4_HEIGHT);
  g_autoptr (GBytes) picture = g_bytes_new_static (face, sizeof face - 1);
  g_autoptr (GBytes) garbage = g_bytes_new_static ("not a picture", 13);

  gw_page_add_text (page, &title_style, GW_MM (16), GW_MM (16), GW_MM (170),
                    "Who comes to see Rose");
  gw_page_add_picture (page, (GwRectangle){ GW_MM (16), GW_MM (40), GW_MM (20), GW_MM (20) },
                       GW_MM (10), picture, "Face of Marta");
  gw_page_add_picture (page, (GwRectangle){ GW_MM (40), GW_MM (40), GW_MM (20), GW_MM (20) },
                       GW_MM (10), garbage, "Face of Dev");
  gw_page_add_text (page, &text_style, GW_MM (16), GW_MM (70), GW_MM (170),
                    "breakfast and medication — שלום 👵");
  return scene;
}

static GBytes *
write_pdf (void)
{
  g_autoptr (GwScene) scene = make_scene ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = gw_pdf_write (scene, (GwInstant){ G_GINT64_CONSTANT (1764000000000000) }, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_sound (void)
{
  g_autoptr (GBytes) pdf = write_pdf ();
  g_autofree char *checked = probe_pdf (pdf,
                                        (const char *const[]){ "qpdf", "--check", "%s", NULL });
  g_autofree char *info = probe_pdf (pdf, (const char *const[]){ "pdfinfo", "%s", NULL });
  g_autofree char *fonts = probe_pdf (pdf, (const char *const[]){ "pdffonts", "%s", NULL });

  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
  g_assert_nonnull (strstr (info, "Who comes to see Rose"));
  g_assert_true (g_regex_match_simple ("Tagged: +yes", info, 0, 0));
  g_assert_true (g_regex_match_simple ("A4", info, 0, 0));
  /* Columns: name, type, encoding, emb, sub, uni: every font is embedded. */
  g_assert_false (g_regex_match_simple (" no +(yes|no) +(yes|no) +[0-9]+ +[0-9]+ *$", fonts,
                                        G_REGEX_MULTILINE, 0));
}

static void
test_accessible (void)
{
  g_autoptr (GBytes) pdf = write_pdf ();
  g_autofree char *objects = probe_pdf (
      pdf, (const char *const[]){ "qpdf", "--qdf", "--object-streams=disable", "%s", "-", NULL });

  g_assert_nonnull (strstr (objects, "/Lang (en-GB)"));
  g_assert_nonnull (strstr (objects, "/Alt (Face of Marta)"));
  g_assert_nonnull (strstr (objects, "/Alt (Face of Dev)"));
  g_assert_nonnull (strstr (objects, "/DisplayDocTitle true"));
  g_assert_nonnull (strstr (objects, "/H1"));
}

static void
test_words (void)
{
  g_autoptr (GBytes) pdf = write_pdf ();
  g_autofree char *words = probe_pdf (pdf, (const char *const[]){ "pdftotext", "%s", "-", NULL });

  g_assert_nonnull (strstr (words, "Who comes to see Rose"));
  g_assert_nonnull (strstr (words, "breakfast and medication"));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) once = write_pdf ();
  g_autoptr (GBytes) twice = write_pdf ();

  g_assert_true (g_bytes_equal (once, twice));
}

static void
test_measured (void)
{
  gint32 one = gw_text_measure (&text_style, GW_MM (170), "breakfast");
  gint32 two = gw_text_measure (&text_style, GW_MM (170), "breakfast\nand medication");

  /* A 16-point line is about 22 points high: 7.8 mm. */
  g_assert_cmpint (one, >, GW_MM (6));
  g_assert_cmpint (one, <, GW_MM (9));
  g_assert_cmpint (ABS (two - 2 * one), <, 200);
  g_assert_cmpint (gw_text_measure (&text_style, GW_MM (20), "breakfast and medication"), >=,
                   2 * one - 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/scene/sound", test_sound);
  g_test_add_func ("/paper/scene/accessible", test_accessible);
  g_test_add_func ("/paper/scene/words", test_words);
  g_test_add_func ("/paper/scene/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/scene/measured", test_measured);
  return g_test_run ();
}
