/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules of a rota, by name. Every number in a score is the sum of contributions, each of
 * which belongs to one rule and one subject; this header is the list of the rules, in the order
 * in which a refusal is reported (what can never be helped first), with their level and unit.
 * Hard amounts are added as they are; soft and medium amounts are multiplied by the weight in the
 * problem's settings. Nothing here allocates, and everything may be called from any thread.
 */
#pragma once

#include <stdint.h>

/* How much a rule counts: a broken hard rule is never the search's choice, medium is what is not
 * covered, soft is everything people would like. Scores compare in this order. */
typedef enum
{
  GW_ENGINE_LEVEL_HARD,
  GW_ENGINE_LEVEL_MEDIUM,
  GW_ENGINE_LEVEL_SOFT,
} GwEngineLevel;

/* What an amount counts. */
typedef enum
{
  GW_ENGINE_UNIT_COUNT,  /* things: visits, links, shifts */
  GW_ENGINE_UNIT_MINUTE, /* the problem's time unit; minutes in a rota */
  GW_ENGINE_UNIT_DAY,    /* days */
  GW_ENGINE_UNIT_POINT,  /* points given with the wish, or a square that makes excess convex */
} GwEngineUnit;

/* What a contribution is about. */
typedef enum
{
  GW_ENGINE_SUBJECT_OPERATION,
  GW_ENGINE_SUBJECT_SHIFT,
  GW_ENGINE_SUBJECT_COLLEAGUE,
  GW_ENGINE_SUBJECT_PERSON,
  GW_ENGINE_SUBJECT_LINK,
  GW_ENGINE_SUBJECT_BLOCK,
} GwEngineSubject;

/* The rules. The amount's meaning stands behind each name; the subject in brackets. */
typedef enum
{
  /* Hard: who */
  GW_ENGINE_RULE_NO_COLLEAGUE, /* [operation] placed in a shift that nobody holds */
  GW_ENGINE_RULE_SKILL,        /* [operation] skills missing or out of date on the shift's day */
  GW_ENGINE_RULE_DECLINED,     /* [operation] the person asked not to have this colleague */
  GW_ENGINE_RULE_MUST,         /* [operation] a gender, language, … the person must have */
  GW_ENGINE_RULE_LIMIT,        /* [operation] pets, smoke, stairs: a limit of the colleague */
  GW_ENGINE_RULE_DIFFERENT,    /* [link] one colleague twice where two are needed */
  GW_ENGINE_RULE_SAME,         /* [link] two colleagues where one was asked for */
  GW_ENGINE_RULE_ELIGIBLE,     /* [shift] held by a colleague who is not on its list */
  GW_ENGINE_RULE_PIN,          /* [operation, shift] not where, when or whose it was pinned */
  /* Hard: when */
  GW_ENGINE_RULE_WINDOW,      /* [operation] minutes outside the nearest agreed window */
  GW_ENGINE_RULE_BOUNDS,      /* [operation] minutes outside the shift and its flex */
  GW_ENGINE_RULE_ABSENCE,     /* [operation] minutes within an absence of the colleague */
  GW_ENGINE_RULE_OVERLAP,     /* [operation] minutes that it shares with the visit before it */
  GW_ENGINE_RULE_TRAVEL,      /* [operation] minutes of travel that do not fit before it;
                                 [shift] that do not fit before the end of the shift */
  GW_ENGINE_RULE_BREAK,       /* [shift] minutes of break missing, misplaced or overlapped */
  GW_ENGINE_RULE_BLOCK,       /* [block] minutes of role time or meeting misplaced, overlapped */
  GW_ENGINE_RULE_TOGETHER,    /* [link] minutes apart beyond what the two may be apart */
  GW_ENGINE_RULE_LAG,         /* [link] minutes short of, or beyond, an agreed gap */
  GW_ENGINE_RULE_PAIR,        /* [link] one of two needed colleagues is missing */
  GW_ENGINE_RULE_ALTERNATIVE, /* [operation] placed although its alternative is placed too */
  /* Hard: a colleague's shifts */
  GW_ENGINE_RULE_ONE_SPAN,      /* [colleague] shifts beyond one unbroken span in a day */
  GW_ENGINE_RULE_DAILY_REST,    /* [colleague] minutes of daily rest missing */
  GW_ENGINE_RULE_WEEKLY_REST,   /* [colleague] minutes of weekly rest missing */
  GW_ENGINE_RULE_DAY_HOURS,     /* [colleague] minutes beyond the colleague's longest day */
  GW_ENGINE_RULE_WEEKLY_HOURS,  /* [colleague] minutes beyond the colleague's longest week */
  GW_ENGINE_RULE_AVERAGE_HOURS, /* [colleague] minutes beyond the average of the reference period */
  GW_ENGINE_RULE_NIGHT_HOURS,   /* [colleague] the same for who works nights */
  GW_ENGINE_RULE_CONSECUTIVE_DAYS, /* [colleague] days beyond the longest run of days */
  GW_ENGINE_RULE_AWAY,             /* [shift] newly given to a colleague who is away in it */
  /* Medium */
  GW_ENGINE_RULE_UNPLACED,   /* [operation] priority of a visit that is not covered */
  GW_ENGINE_RULE_OPEN_SHIFT, /* [shift] priority of a shift that nobody holds */
  /* Soft: choice */
  GW_ENGINE_RULE_CHOICE,    /* [operation] points: not the colleague they would choose */
  GW_ENGINE_RULE_LIKE,      /* [operation] points: a gender, language, … they would like */
  GW_ENGINE_RULE_IDEAL,     /* [operation] minutes from the time they would choose */
  GW_ENGINE_RULE_TOLERANCE, /* [operation] minutes beyond the soft tolerance around it */
  GW_ENGINE_RULE_OPTIONAL,  /* [operation] points of an optional visit that is left out */
  /* Soft: continuity */
  GW_ENGINE_RULE_CONTINUITY, /* [person] square of the colleagues beyond the small team */
  GW_ENGINE_RULE_REGULAR,    /* [operation] by someone outside the person's regular team */
  GW_ENGINE_RULE_APART,      /* [person] minutes by which two visits are too near each other */
  GW_ENGINE_RULE_SOFT_LAG,   /* [link] minutes short of, or beyond, a gap people would like */
  /* Soft: colleagues */
  GW_ENGINE_RULE_WISH,        /* [colleague] points of wishes about days and parts of the day */
  GW_ENGINE_RULE_SHORT_REST,  /* [colleague] minutes of rest short of a good rest */
  GW_ENGINE_RULE_LONG_RUN,    /* [colleague] days beyond a good run of days */
  GW_ENGINE_RULE_OVERTIME,    /* [colleague] minutes a week beyond the contract */
  GW_ENGINE_RULE_UNDER_HOURS, /* [colleague] minutes a week short of what was promised */
  GW_ENGINE_RULE_LATES,       /* [colleague] square of late shifts beyond a fair share */
  GW_ENGINE_RULE_WEEKENDS,    /* [colleague] square of weekends beyond a fair share */
  /* Soft: runs */
  GW_ENGINE_RULE_MINUTES, /* [shift] minutes of travel */
  GW_ENGINE_RULE_BUFFER,  /* [operation] minutes of travel buffer missing before it */
  GW_ENGINE_RULE_DENSITY, /* [shift] visits beyond a humane number */
  GW_ENGINE_RULE_FLEX,    /* [shift] minutes worked before its start or after its end */
  /* Soft: stability */
  GW_ENGINE_RULE_STABLE_COLLEAGUE, /* [operation] points: not the colleague it had */
  GW_ENGINE_RULE_STABLE_TIME,      /* [operation] minutes from the time it had */
  GW_ENGINE_RULE_STABLE_SHIFT,     /* [shift] points: not the colleague it had */
  GW_ENGINE_N_RULES,
} GwEngineRule;

/* "No rule": what a price reports when nothing hard is broken. */
#define GW_ENGINE_RULE_NONE ((GwEngineRule) -1)

/* What is known about a rule. The name is stable (used in files and tests), lower-case with
 * hyphens, and not for the screen. */
typedef struct
{
  const char *name;
  GwEngineLevel level;
  GwEngineUnit unit;
  int32_t default_weight; /* what gw_engine_builder_new() starts with */
} GwEngineRuleInfo;

/* A score: hard breaks, medium penalty, soft penalty; each ≥ 0, less is better, hard first. */
typedef struct
{
  int64_t hard;
  int64_t medium;
  int64_t soft;
} GwEngineScore;

/* Returns what is known about @rule (0 … GW_ENGINE_N_RULES-1); static, never freed. */
const GwEngineRuleInfo *gw_engine_rule_get_info (GwEngineRule rule);

/* Returns the rule called @name, or GW_ENGINE_RULE_NONE. Linear in the number of rules. */
GwEngineRule gw_engine_rule_find (const char *name);

/* Compares level by level: negative when @a is better than @b, 0 when equal, else positive. */
int gw_engine_score_compare (const GwEngineScore *a, const GwEngineScore *b);
