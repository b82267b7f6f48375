/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The engine's codes as whole translated sentences with numbers and names. Each rule has
 * one sentence that says why not, and one that says what a change means for others. Pure; any
 * thread. For the planner and for `good-week-plan`; others meet sentences in verdicts and trouble.
 */
#pragma once

#include "gw-engine-price.h"
#include "gw-week-index.h"

G_BEGIN_DECLS

/**
 * GwSentenceCase: what a sentence is about.
 * @week: names and records
 * @plan: where everything else is
 * @operation: the operation, or −1
 * @shift: the shift it would be in, or −1
 * @start: when it would start, engine time; GW_ENGINE_NO_TIME when not known
 * @colleague: who would do it, or −1
 */
typedef struct
{
  const GwWeekProblem *week;
  const GwEnginePlan *plan;
  gint32 operation;
  gint32 shift;
  gint32 start;
  gint32 colleague;
} GwSentenceCase;

/** gw_sentence_refuse: "Marta can’t: only 9 h rest after Tuesday’s late". (transfer full) */
char *gw_sentence_refuse (const GwSentenceCase *about, GwEngineRule rule, gint32 index,
                          gint64 amount);

/** gw_sentence_refuse_time: the rules about when (windows to medicine gaps); NULL for others. */
char *gw_sentence_refuse_time (const GwSentenceCase *about, GwEngineRule rule, gint32 index,
                               gint64 amount);

/** gw_sentence_refuse_week: the rules about the working week; NULL for others. */
char *gw_sentence_refuse_week (const GwSentenceCase *about, GwEngineRule rule, gint64 amount);

/**
 * gw_sentence_list_effects: what @price changes for others, most important first: cover, choice,
 * new faces, times, colleagues, travel. (transfer full) (element-type utf8)
 */
GPtrArray *gw_sentence_list_effects (const GwSentenceCase *about, const GwEnginePrice *price,
                                     const GwEnginePlan *after);

/** gw_sentence_travel: "+6 min travel"; NULL for 0. (transfer full) */
char *gw_sentence_travel (gint minutes);

/** gw_sentence_new_face: "A new face for Rose, 3rd this month"; NULL when it is none. (transfer full) */
char *gw_sentence_new_face (const GwSentenceCase *about);

/** gw_sentence_dup_colleague: a colleague's name, or "Nobody". (transfer full) */
char *gw_sentence_dup_colleague (const GwWeekProblem *week, gint32 colleague);

/** gw_sentence_find_person: the person of @operation. (transfer none) (nullable) */
const GwRecord *gw_sentence_find_person (const GwWeekProblem *week, gint32 operation);

/** gw_sentence_dup_person: name of the person of @operation. (transfer full) */
char *gw_sentence_dup_person (const GwWeekProblem *week, gint32 operation);

/** gw_sentence_dup_day: the weekday of an engine time: "Tuesday". (transfer full) */
char *gw_sentence_dup_day (const GwWeekProblem *week, gint32 time);

/** gw_sentence_dup_clock: the time of day of an engine time: "08:05". (transfer full) */
char *gw_sentence_dup_clock (gint32 time);

/** gw_sentence_dup_span: "9 h", "35 min". (transfer full) */
char *gw_sentence_dup_span (gint64 minutes);

G_END_DECLS
