/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days, times, spans and money as people type them. "today", "tue", "24/11", "24 Nov",
 * "2026-11-24", "next friday", "+7"; "8", "8.30", "0830", "8:30pm", "half past 8"; "45", "45 min",
 * "1h30", "1.5 h"; "£13.60". Dates with figures are read day first (the United Kingdom's order)
 * unless they are ISO. What could mean two things is refused rather than guessed.
 * Texts may be NULL and need not be UTF-8. Pure; any thread.
 */
#pragma once

#include "gw-civil-time.h"

G_BEGIN_DECLS

/**
 * gw_day_parse: reads a day as people type it. A day without a year, or without a month, is the one
 * nearest to @today; a year of two digits lies within 89 years before and 10 after it. "tue" is the
 * first Tuesday from @today on, "last tue" the one before, "this tue" and "next tue" those of this
 * week and the next. English words and the locale's weekday and month names are understood. FALSE
 * if it is not a day, or if a weekday is written with a date on which it does not fall.
 */
gboolean gw_day_parse (const char *text, GwDay today, GwDay *out_day) G_GNUC_WARN_UNUSED_RESULT;

/** gw_minute_parse: reads a time of day, 00:00–24:00, or on a later day "00:30+1" (up to "+13"). */
gboolean gw_minute_parse (const char *text, GwMinute *out_minute) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_minute_range_parse: reads "7-14", "07:00–14:00", "1-5pm", "7 to 14", "22:00-07:00". An end
 * that is not after the start is on the next day, so that it exceeds 1440.
 */
gboolean gw_minute_range_parse (const char *text, GwMinute *out_start, GwMinute *out_end)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_span_parse: reads a length of time in minutes or hours; 0 to 14 days. */
gboolean gw_span_parse (const char *text, GwSpan *out_span) G_GNUC_WARN_UNUSED_RESULT;

/** gw_money_parse: reads "£13.60", "13.6", "1,250", "−£5", "50p"; at most two decimals. */
gboolean gw_money_parse (const char *text, GwMoney *out_money) G_GNUC_WARN_UNUSED_RESULT;

/** gw_money_to_text: "£13.60", "−£1,250.00". Returns: (transfer full) */
char *gw_money_to_text (GwMoney money) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
