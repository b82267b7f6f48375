/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clusters, initials, folding and file names. Cluster boundaries follow the rules of Unicode's
 * annex 29 that matter for names (marks, joiners, emoji modifiers and tags, flags, Hangul
 * syllables); conjuncts of Indic scripts are left to the shaping engine.
 */

#include "config.h"

#include "gw-text.h"

#include <string.h>

#define JOINER 0x200d
#define REPLACEMENT 0xfffd
#define NON_JOINER "\xe2\x80\x8c"
#define FILE_NAME_BYTES 120
#define EXTENSION_BYTES 16
#define NAME_CLUSTERS 40

static gboolean
is_in (gunichar c, gunichar first, gunichar last)
{
  return c >= first && c <= last;
}

/* Whether @c never starts a character of its own. */
static gboolean
is_extender (gunichar c)
{
  return g_unichar_ismark (c) || c == JOINER || c == 0x200c || is_in (c, 0x1f3fb, 0x1f3ff) ||
         is_in (c, 0xe0020, 0xe007f);
}

static gboolean
is_flag_letter (gunichar c)
{
  return is_in (c, 0x1f1e6, 0x1f1ff);
}

/* Whether Hangul @c goes on the syllable that @previous belongs to. */
static gboolean
goes_on_syllable (gunichar previous, gunichar c)
{
  gboolean after_lead = is_in (previous, 0x1100, 0x115f);
  gboolean after_syllable = is_in (previous, 0xac00, 0xd7a3) || is_in (previous, 0x1160, 0x11ff);

  return (after_lead && (is_in (c, 0x1100, 0x11a7) || is_in (c, 0xac00, 0xd7a3))) ||
         (after_syllable && is_in (c, 0x1160, 0x11ff));
}

const char *
gw_text_next_cluster (const char *text)
{
  gunichar previous;
  gboolean is_half_flag;

  if (*text == '\0')
    return text;
  previous = g_utf8_get_char (text);
  is_half_flag = is_flag_letter (previous);
  for (text = g_utf8_next_char (text); *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (is_half_flag && is_flag_letter (c))
        is_half_flag = FALSE;
      else if (!is_extender (c) && !goes_on_syllable (previous, c) &&
               !(previous == JOINER && g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL))
        return text;
      previous = c;
    }
  return text;
}

static char *
make_valid (const char *text)
{
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

char *
gw_text_fold (const char *text)
{
  g_autofree char *valid = make_valid (text);
  g_autofree char *parted = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT);
  g_autofree char *folded = g_utf8_casefold (parted, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

gint
gw_text_compare (const char *a, const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (g_str_is_ascii (a) && g_str_is_ascii (b))
    return g_ascii_strcasecmp (a, b);
  folded_a = gw_text_fold (a);
  folded_b = gw_text_fold (b);
  return strcmp (folded_a, folded_b);
}

gboolean
gw_text_contains (const char *text, const char *needle)
{
  g_autofree char *folded = gw_text_fold (text);
  g_autofree char *folded_needle = gw_text_fold (needle);

  return strstr (folded, folded_needle) != NULL;
}

/* --- initials ---------------------------------------------------------------------------------- */

/* The sign that closes what @c opens, or 0. */
static gunichar
closing_sign (gunichar c)
{
  switch (c)
    {
    case '(':
      return ')';
    case '[':
      return ']';
    case '"':
      return '"';
    case 0x201c:
      return 0x201d;
    case 0x2018:
      return 0x2019;
    default:
      return 0;
    }
}

/* @name with what stands in brackets or quotes replaced by blanks, unless it is never closed. */
static char *
remove_asides (const char *name)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar closing = closing_sign (c);
      const char *end = closing != 0 ? g_utf8_strchr (g_utf8_next_char (p), -1, closing) : NULL;

      if (end != NULL)
        p = end;
      g_string_append_unichar (rest, end != NULL ? ' ' : c);
    }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

static gboolean
is_title (const char *word)
{
  static const char *const titles[] = { "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame" };
  g_autofree char *folded = gw_text_fold (word);
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    folded[length - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (folded, titles[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Where the first character that can stand for @word begins, or NULL. */
static const char *
find_initial (const char *word)
{
  for (; *word != '\0'; word = gw_text_next_cluster (word))
    {
      gunichar c = g_utf8_get_char (word);

      if (g_unichar_isalnum (c) || is_flag_letter (c) ||
          (g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL && c != REPLACEMENT))
        return word;
    }
  return NULL;
}

/* The first letters of @name's words, lent by @words. Leaves titles out unless they are all. */
static GPtrArray *
find_initials (char **words)
{
  g_autoptr (GPtrArray) initials = g_ptr_array_new ();
  gboolean may_be_title = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *initial = find_initial (words[i]);

      if (initial == NULL)
        continue;
      if (may_be_title && initials->len > 0)
        g_ptr_array_set_size (initials, 0);
      may_be_title = may_be_title && is_title (words[i]);
      g_ptr_array_add (initials, (gpointer) initial);
    }
  return g_steal_pointer (&initials);
}

static void
append_initial (GString *initials, const char *initial)
{
  gunichar first = g_utf8_get_char (initial);
  const char *rest = g_utf8_next_char (initial);

  g_string_append_unichar (initials, g_unichar_totitle (first));
  g_string_append_len (initials, rest, gw_text_next_cluster (initial) - rest);
}

static gboolean
is_joining_script (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_MONGOLIAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Cuts at white space, of whatever kind. */
static char **
split_words (const char *text)
{
  g_autoptr (GString) blanks = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (blanks,
                             g_unichar_isspace (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  return g_strsplit (blanks->str, " ", -1);
}

char *
gw_text_initials (const char *name)
{
  g_autofree char *valid = make_valid (name);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *rest = remove_asides (composed);
  g_auto (GStrv) words = split_words (rest);
  g_autoptr (GPtrArray) found = find_initials (words);
  g_autoptr (GString) initials = g_string_new (NULL);

  if (found->len > 0)
    append_initial (initials, found->pdata[0]);
  if (found->len > 1)
    {
      if (is_joining_script (g_utf8_get_char (found->pdata[0])))
        g_string_append (initials, NON_JOINER);
      append_initial (initials, found->pdata[found->len - 1]);
    }
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

/* --- file names -------------------------------------------------------------------------------- */

/* Whether @c only steers writing: control, direction and other invisible signs. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_iscntrl (c) || is_in (c, 0x200e, 0x200f) || is_in (c, 0x2028, 0x202e) ||
         is_in (c, 0x2066, 0x2069) || c == 0x061c || c == 0xfeff;
}

static gboolean
is_forbidden (gunichar c)
{
  return is_invisible (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", (gint) c) != NULL);
}

static gboolean
is_device_name (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  gsize length = strcspn (name, ".");

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_ascii_strncasecmp (name, devices[i], 3) == 0 &&
        ((i < 4 && length == 3) || (i >= 4 && length == 4 && g_ascii_isdigit (name[3]))))
      return TRUE;
  return FALSE;
}

static gboolean
is_bad_end (char c)
{
  return c == '.' || c == ' ';
}

/* --- names in sentences ------------------------------------------------------------------------ */

static gboolean
runs_from_the_right (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Signs that turn the direction of what follows, beyond the end of a name that was cut. */
static gboolean
is_direction_sign (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Appends the first @max characters of @text on one line; whether that was all. */
static gboolean
append_clipped (GString *name, const char *text, guint max)
{
  for (guint n = 0; *text != '\0'; n++)
    {
      const char *end = gw_text_next_cluster (text);

      if (n == max)
        return FALSE;
      for (const char *p = text; p < end; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
            g_string_append_c (name, ' ');
          else if (!is_direction_sign (c))
            g_string_append_unichar (name, c);
        }
      text = end;
    }
  return TRUE;
}

char *
gw_text_isolate (const char *name)
{
  g_autofree char *valid = make_valid (name);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean from_the_right = FALSE;

  if (!append_clipped (out, valid, NAME_CLUSTERS))
    {
      g_string_truncate (out, 0);
      append_clipped (out, valid, NAME_CLUSTERS - 1);
      g_strchomp (out->str);
      out->len = strlen (out->str);
      g_string_append (out, "…");
    }
  for (const char *p = out->str; *p != '\0' && !from_the_right; p = g_utf8_next_char (p))
    from_the_right = runs_from_the_right (g_utf8_get_char (p));
  if (from_the_right)
    {
      g_string_prepend (out, "\u2068");
      g_string_append (out, "\u2069");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

gboolean
gw_text_is_safe_file_name (const char *name)
{
  gsize length = name != NULL ? strnlen (name, FILE_NAME_BYTES + 1) : 0;

  if (length == 0 || length > FILE_NAME_BYTES || !g_utf8_validate (name, -1, NULL) ||
      is_bad_end (name[0]) || is_bad_end (name[length - 1]) || is_device_name (name))
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (is_forbidden (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Visible signs that a name may not hold become "-", invisible ones go; long texts are cut. */
static GString *
replace_forbidden (const char *text, gsize max_bytes)
{
  GString *name = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = gw_text_next_cluster (text);
      gunichar first = g_utf8_get_char (text);

      if (name->len + (gsize) (end - text) > max_bytes)
        break;
      if (is_invisible (first))
        g_string_append (name, g_unichar_isspace (first) ? " " : "");
      else if (is_forbidden (first))
        g_string_append_c (name, '-');
      else
        g_string_append_len (name, text, end - text);
      text = end;
    }
  return name;
}

char *
gw_text_to_file_name (const char *text, const char *extension)
{
  gsize extension_length = extension != NULL ? strlen (extension) : 0;
  g_autofree char *valid = make_valid (text);
  g_autoptr (GString) name = NULL;

  g_return_val_if_fail (extension_length <= EXTENSION_BYTES, NULL);
  /* One byte is kept back for the "_" that tells a device's name apart. */
  name = replace_forbidden (valid, FILE_NAME_BYTES - extension_length - is_device_name (valid));
  while (name->len > 0 && is_bad_end (name->str[name->len - 1]))
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && is_bad_end (name->str[0]))
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    g_string_assign (name, "untitled");
  if (is_device_name (name->str))
    g_string_prepend_c (name, '_');
  if (extension != NULL)
    g_string_append (name, extension);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
