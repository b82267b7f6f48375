/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a parser may be given: a bracket too many is seen wherever a hostile file hides it. */
#include "config.h"

#include "gw-json-guard.h"

#include <string.h>

#define DEPTH 2

static void
test_safe (void)
{
  static const char *const texts[] = {
    "",
    "{}",
    "[[]]",
    "[[],[],[]]",
    "]]]]",
    "[[\"[[[[\"]]",
    "{\"a\":\"\\\"[[[\"}",
    "{\"a/b\":\"it's\\/\\u00e9\\n\"}",
    "[\"\\\\\",[1]]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!gw_json_text_is_safe (texts[i], strlen (texts[i]), DEPTH))
      g_error ("%s is refused", texts[i]);
}

/* The last eight hide brackets from who counts them otherwise than the parser. */
static void
test_unsafe (void)
{
  static const char *const texts[] = {
    "[[[",
    "{\"a\":[{",
    "\xff",
    "/*\"*/[[[",
    "//\"\n[[[",
    "#\"\n[[[",
    "['\"',[[[",
    "[\"\\u\" \",[[[",
    "[\"\\u12\" \",[[[",
    "[\"\\x\" \",[[[",
    "[\"never ends[[[\\",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (gw_json_text_is_safe (texts[i], strlen (texts[i]), DEPTH))
      g_error ("%s is let through", texts[i]);
  g_assert_false (gw_json_text_is_safe ("[\0]", 3, DEPTH));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-guard/safe", test_safe);
  g_test_add_func ("/json-guard/unsafe", test_unsafe);
  return g_test_run ();
}
