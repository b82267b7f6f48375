/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the parsers of typed text share: cleaning it first, so that a figure typed on any keyboard,
 * a pasted dash or a no-break space reads like its plain twin, and reading figures. Pure; any
 * thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gw_parse_clean: @text in folded case (see gw_text_fold()), digits of any script as ASCII, dashes
 * as "-", white space as single blanks, none at the ends. NULL for NULL, for what is not UTF-8, for
 * more than 100 bytes and for nothing but blanks. (transfer full) (nullable)
 */
char *gw_parse_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_parse_skip_blanks: moves @cursor over blanks.
 */
void gw_parse_skip_blanks (const char **cursor);

/**
 * gw_parse_number: reads up to nine digits at @cursor and moves it; returns how many there were.
 * More than nine are none, and leave @cursor where it was.
 */
guint gw_parse_number (const char **cursor, gint *out_number);

/** gw_parse_word: skips blanks; when @word follows as a whole word, moves @cursor behind it. */
gboolean gw_parse_word (const char **cursor, const char *word);

/**
 * gw_parse_decimal: reads a whole text like "-1,250.5" as an integer scaled by 10^@decimals, which
 * is 0 to 9. Groups of three digits may be parted by commas; a single comma that cannot part a
 * group is a decimal comma. FALSE when it is something else, has more decimals or is too great.
 * @text is clean already.
 */
gboolean gw_parse_decimal (const char *text, guint decimals, gint64 *out_scaled)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
