/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words and numbers of a text file, one after another, with the line they stand in, so that each
 * fault is one sentence with its place. After the first fault there are no more words. Private to
 * this layer; one thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* GwPublishedText: where the reading stands. Zero-initialise by gw_published_text_init(). */
typedef struct
{
  const char *at, *end;
  guint line;       /* of the next byte, from 1 */
  guint word_line;  /* of the word */
  const char *word; /* the word read last; not ended by NUL */
  gsize word_length;
  GError *error; /* the first fault */
} GwPublishedText;

/** gw_published_text_init: begins at the first byte of @text. */
void gw_published_text_init (GwPublishedText *self, const char *text, gsize length);

/** gw_published_text_next: moves on to the next word; FALSE at the end or after a fault. */
gboolean gw_published_text_next (GwPublishedText *self);

/** gw_published_text_has_more: whether another word follows; FALSE after a fault. */
gboolean gw_published_text_has_more (GwPublishedText *self);

/** gw_published_text_is_word: whether the word read last is @word, in any case. */
gboolean gw_published_text_is_word (const GwPublishedText *self, const char *word);

/** gw_published_text_expect: moves on to the next word, which must be @word. */
gboolean gw_published_text_expect (GwPublishedText *self, const char *word);

/** gw_published_text_skip_line: goes to the start of the next line that holds anything. */
void gw_published_text_skip_line (GwPublishedText *self);

/** gw_published_text_number: the next word as a number from @low to @high; 0 with a fault. */
double gw_published_text_number (GwPublishedText *self, double low, double high);

/** gw_published_text_integer: the same, a whole number. */
gint32 gw_published_text_integer (GwPublishedText *self, gint32 low, gint32 high);

/** gw_published_text_parse: @length bytes of @word as a number, in no locale; FALSE: they are none. */
gboolean gw_published_text_parse (const char *word, gsize length, double *out_number);

/** gw_published_text_blame: remembers a fault in the line of the last word; @sentence is taken. */
void gw_published_text_blame (GwPublishedText *self, char *sentence);

G_END_DECLS
