/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A look at JSON text before a parser sees it: parsers that call themselves for each bracket can be
 * made to run out of stack by a hostile file. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gw_json_text_is_safe: whether @text (@length bytes) is UTF-8 without zero bytes and nests brackets
 * at most @depth deep, brackets inside strings aside. What lenient parsers take beyond JSON is not
 * safe either: comments, single quotes and escapes of their own could hide where a string ends. It
 * may still be no JSON.
 */
gboolean gw_json_text_is_safe (const char *text, gsize length, guint depth);

G_END_DECLS
