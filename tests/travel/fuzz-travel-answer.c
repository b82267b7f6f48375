/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers of a routing service against spoilt ones. What must hold: nothing crashes or hangs, what
 * is refused has a fault that somebody can do something about, and what is accepted holds seconds.
 */
#include "config.h"

#include "gw-fuzz.h"
#include "gw-travel-answer.h"
#include "gw-travel-words.h"

static const char *const answers[] = {
  "{\"code\":\"Ok\",\"durations\":[[0,61.5],[1e3,null]]}",
  "{\"code\":\"Ok\",\"durations\":[[0,86401],[-1,1e999]],\"sources\":[{\"hint\":\"\\u0000\"}]}",
  "{\"code\":\"NoSegment\",\"message\":\"no\"}",
  "{\"code\":\"TooBig\"}",
  "{\"code\":[\"Ok\"],\"durations\":{}}",
  "{\"durations\":[[0,1],[1]]}",
  "[[[[[[[[[[[[[[[[[[[[",
  "<html>Not here</html>",
  "",
};

static guint n_taken;

static void
read_answer (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  gint seconds[4];
  g_autoptr (GError) error = NULL;

  if (gw_travel_answer_read ((const char *) bytes, n_bytes, 2, 2, seconds, &error))
    {
      n_taken++;
      for (guint i = 0; i < 4; i++)
        {
          g_assert_cmpint (seconds[i], >=, GW_TRAVEL_NO_WAY);
          g_assert_cmpint (seconds[i], <=, 86400);
        }
    }
  else
    {
      g_autofree char *sentence = gw_travel_fault_to_sentence (error, "http://localhost:5000");

      g_assert_true (error->domain == GW_TRAVEL_FAULT);
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }
}

static void
test_answers (void)
{
  gw_fuzz_run (answers, G_N_ELEMENTS (answers), read_answer, NULL);
  g_assert_cmpuint (n_taken, >, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/travel-answer", test_answers);
  return g_test_run ();
}
