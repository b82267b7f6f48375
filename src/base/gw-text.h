/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text as people write it: initials for faces and walls, folding for search and order, names for
 * exported files. A "character" here is what a reader counts as one (a grapheme cluster): a letter
 * with its accents, a flag, a family emoji. Texts may be in any script and direction. Pure; any
 * thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gw_text_next_cluster: where the character at @text ends; @text is valid UTF-8 and lent. Returns
 * @text itself at the end of the text.
 */
const char *gw_text_next_cluster (const char *text);

/**
 * gw_text_initials: at most two characters that stand for @name: the first of its first and of its
 * last word, in capitals, without title ("Mrs") and without what stands in brackets or quotes.
 * Joining scripts get a zero-width non-joiner between the two, so that they stay initials. "" for a
 * name without words. (transfer full)
 */
char *gw_text_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_text_fold: @text for search and order: case-folded and in normal form C, so that "ROSÉ" in
 * either spelling equals "rosé". What is not UTF-8 is replaced first. Two folded texts are ordered
 * by strcmp(), which is code point order. (transfer full)
 */
char *gw_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** gw_text_compare: strcmp() of both texts folded, quickly where they are ASCII. */
gint gw_text_compare (const char *a, const char *b);

/** gw_text_contains: whether @text holds @needle, any case; everything holds the empty needle. */
gboolean gw_text_contains (const char *text, const char *needle);

/**
 * gw_text_isolate: @name as a sentence holds it: at most 40 characters, cut with "…", on one line;
 * a name in a script that runs from right to left between isolating signs (U+2068 and U+2069), so
 * that figures and words around it stay where they are. Every name that is put into a sentence goes
 * through here; names that stand by themselves need it not. (transfer full)
 */
char *gw_text_isolate (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_text_is_safe_file_name: whether @name can be a file's name (without folder) on any common
 * system: 1–120 bytes of UTF-8, no separators, control or direction signs, no dot or blank at an
 * end, not a device's name such as "con".
 */
gboolean gw_text_is_safe_file_name (const char *name);

/**
 * gw_text_to_file_name: the safe name nearest to @text, cut between characters; "untitled" when
 * nothing of it is left. @extension, with its dot, is appended; nullable, at most 16 bytes. A name
 * that is safe already stays as it is. (transfer full)
 */
char *gw_text_to_file_name (const char *text, const char *extension) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
