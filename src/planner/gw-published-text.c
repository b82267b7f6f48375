/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and numbers with their lines. */
#include "config.h"

#include "gw-published-text.h"

#include "gw-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No number of these formats is longer; what is longer is no number. */
#define LONGEST_NUMBER 40

void
gw_published_text_init (GwPublishedText *self, const char *text, gsize length)
{
  *self = (GwPublishedText){ .at = text, .end = text + length, .line = 1, .word_line = 1 };
}

void
gw_published_text_blame (GwPublishedText *self, char *sentence)
{
  if (self->error == NULL)
    /* Translators: %1$u is the number of a line in a file, %2$s a sentence. */
    g_set_error (&self->error, GW_ERROR, GW_ERROR_INVALID, _ ("Line %1$u: %2$s"), self->word_line,
                 sentence);
  g_free (sentence);
}

gboolean
gw_published_text_has_more (GwPublishedText *self)
{
  if (self->error != NULL)
    return FALSE;
  for (; self->at < self->end && g_ascii_isspace (*self->at); self->at++)
    self->line += *self->at == '\n';
  return self->at < self->end;
}

gboolean
gw_published_text_next (GwPublishedText *self)
{
  self->word_length = 0;
  if (!gw_published_text_has_more (self))
    return FALSE;
  self->word = self->at;
  self->word_line = self->line;
  while (self->at < self->end && !g_ascii_isspace (*self->at))
    self->at++;
  self->word_length = (gsize) (self->at - self->word);
  return self->word_length > 0;
}

gboolean
gw_published_text_is_word (const GwPublishedText *self, const char *word)
{
  return self->word_length == strlen (word) &&
         g_ascii_strncasecmp (self->word, word, self->word_length) == 0;
}

gboolean
gw_published_text_expect (GwPublishedText *self, const char *word)
{
  if (gw_published_text_next (self) && gw_published_text_is_word (self, word))
    return TRUE;
  gw_published_text_blame (self, g_strdup_printf (_ ("The word %s is needed here."), word));
  return FALSE;
}

void
gw_published_text_skip_line (GwPublishedText *self)
{
  while (self->at < self->end && *self->at != '\n')
    self->at++;
  gw_published_text_has_more (self);
}

gboolean
gw_published_text_parse (const char *word, gsize length, double *out_number)
{
  char copy[LONGEST_NUMBER + 1];
  char *end;

  if (length == 0 || length > LONGEST_NUMBER)
    return FALSE;
  memcpy (copy, word, length);
  copy[length] = '\0';
  if (strspn (copy, "0123456789.+-eE") != length)
    return FALSE;
  *out_number = g_ascii_strtod (copy, &end);
  return *end == '\0' && isfinite (*out_number);
}

double
gw_published_text_number (GwPublishedText *self, double low, double high)
{
  double number;

  if (!gw_published_text_next (self))
    {
      gw_published_text_blame (self, g_strdup (_ ("The file ends where a number is needed.")));
      return 0;
    }
  if (gw_published_text_parse (self->word, self->word_length, &number) && number >= low &&
      number <= high)
    return number;
  /* Translators: %1$.15g and %2$.15g are numbers. */
  gw_published_text_blame (self, g_strdup_printf (_ ("A number from %1$.15g to %2$.15g is needed "
                                                     "here."),
                                                  low, high));
  return 0;
}

gint32
gw_published_text_integer (GwPublishedText *self, gint32 low, gint32 high)
{
  double number = gw_published_text_number (self, low, high);

  if (number == floor (number))
    return (gint32) number;
  gw_published_text_blame (self, g_strdup (_ ("A whole number is needed here.")));
  return 0;
}
