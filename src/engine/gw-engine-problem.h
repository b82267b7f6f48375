/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sealed scheduling problem: immutable, atomically counted, safe to read from any thread.
 * It is made by a GwEngineBuilder (gw-engine-builder.h). All data are plain arrays indexed from 0
 * in the order in which they were added, so that whoever made the problem can map an index back.
 *
 * Time is an int32 on one axis. In a rota the unit is the minute and 0 is midnight at the start
 * of the first day of the horizon; day d covers [d·ticks_per_day, (d+1)·ticks_per_day). Times may
 * be negative (shifts before the horizon). A horizon should begin on the first day of a week,
 * with the days before the plan present as fixed shifts: weeks are counted from day 0.
 *
 * An *operation* is one colleague's part of one visit; a two-person visit is two operations with
 * the same visit number joined by a GW_ENGINE_LINK_TOGETHER.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "gw-engine-rule.h"

/* No index: nobody, nowhere, unplaced, none. */
#define GW_ENGINE_NONE (-1)
/* No time: no ideal, no pin. */
#define GW_ENGINE_NO_TIME INT32_MIN
/* The longest travel there is; longer values are cut to it. It fits into no shift. */
#define GW_ENGINE_FAR 100000
/* The most operations that can be joined by GW_ENGINE_LINK_TOGETHER. */
#define GW_ENGINE_UNIT_MAX 8
/* Times must stay within ± this. */
#define GW_ENGINE_TIME_MAX 100000000

/* A sealed problem. */
typedef struct GwEngineProblem GwEngineProblem;

/* When an operation may start: open ≤ start ≤ close; the ideal start or GW_ENGINE_NO_TIME. */
typedef struct
{
  int32_t open;
  int32_t close;
  int32_t ideal;
} GwEngineWindow;

/* One colleague's part of a visit. Zero-initialise, then set; person, place, visit and
 * alternative, pin_shift, reference_* must be set to GW_ENGINE_NONE / NO_TIME when unused:
 * gw_engine_operation_init() does all of it. */
typedef struct
{
  int32_t person;         /* who is supported, or GW_ENGINE_NONE */
  int32_t place;          /* where, or GW_ENGINE_NONE: wherever the colleague is */
  int32_t visit;          /* equal for the parts of one visit; GW_ENGINE_NONE: a visit by itself */
  int32_t duration;       /* ≥ 1 */
  int32_t soft_tolerance; /* minutes around the ideal that are still good, ≥ 0 */
  uint64_t skills;        /* bit i: skill i is needed */
  int32_t priority;       /* penalty when it is not placed, ≥ 0; medium, or soft when optional */
  bool is_optional;       /* leaving it out is a pity (soft), not a gap in cover (medium) */
  int32_t alternative;    /* at most one of the operations with this number is placed, and one is
                           enough; sealing numbers them anew, in order; GW_ENGINE_NONE */
  int32_t pin_shift;      /* must be in this shift, or GW_ENGINE_NONE */
  int32_t pin_start;      /* must start then, or GW_ENGINE_NO_TIME (only with a pin_shift) */
  int32_t reference_colleague;     /* who had it, or GW_ENGINE_NONE */
  int32_t reference_start;         /* when it was, or GW_ENGINE_NO_TIME */
  int32_t change_cost;             /* points when another colleague gets it, ≥ 0 */
  int32_t first_window, n_windows; /* set by sealing: slice of the windows array, sorted */
} GwEngineOperation;

/* Early, middle or late: for wishes and for the fair sharing of lates. */
typedef enum
{
  GW_ENGINE_PART_ANY,
  GW_ENGINE_PART_EARLY,
  GW_ENGINE_PART_MIDDLE,
  GW_ENGINE_PART_LATE,
} GwEnginePart;

/* A paid shift: the row that operations are placed in. Use gw_engine_shift_init(). */
typedef struct
{
  int32_t day;         /* the civil day it belongs to */
  int32_t start, end;  /* nominal; start < end */
  int32_t flex_before; /* how much earlier it may begin … */
  int32_t flex_after;  /* … or later it may end, ≥ 0; counted as used by the rest rules */
  int32_t start_place; /* where the run begins, or GW_ENGINE_NONE: at the first visit */
  int32_t end_place;   /* where it ends, or GW_ENGINE_NONE: at the last visit */
  int32_t colleague;   /* who holds it now, or GW_ENGINE_NONE: open */
  bool may_change;     /* the search may give it to an eligible colleague, or swap it */
  bool may_take;       /* operations may be placed in it (false: past, only for hours) */
  GwEnginePart part;
  bool is_night;                      /* night work: three hours or more of it lie in the night */
  int32_t open_priority;              /* medium penalty while nobody holds it, ≥ 0 */
  int32_t reference_colleague;        /* who had it, or GW_ENGINE_NONE */
  int32_t change_cost;                /* points when another colleague gets it, ≥ 0 */
  int32_t first_eligible, n_eligible; /* set by sealing: slice of the eligible array */
  int32_t first_block, n_blocks;      /* set by sealing: slice of the blocks array */
} GwEngineShift;

/* A colleague and the limits of the working week. Use gw_engine_colleague_init(), which sets the
 * defaults behind each field (Working Time Regulations; minutes). 0 switches a limit off. */
typedef struct
{
  int32_t mode;                  /* index of the travel matrix; 0 */
  int32_t week_minutes_min;      /* promised, soft; 0 */
  int32_t week_minutes_contract; /* beyond it is overtime, soft; 0 */
  int32_t week_minutes_max;      /* hard; 2880 */
  int32_t day_minutes_max;       /* hard; 0 */
  int32_t rest_hard;             /* between shifts of different days; 660 */
  int32_t rest_soft;             /* 780 */
  int32_t days_hard;             /* consecutive days; 6 */
  int32_t days_soft;             /* 5 */
  int32_t weekly_rest_minutes;   /* uninterrupted, the daily rest included; 2100 = 24 h + 11 h */
  int32_t weekly_rest_days;      /* in each period of so many days counted from day 0: 7 or 14; 7.
                                    The daily rest in it may lie beyond the period's ends */
  int32_t break_after;           /* a shift longer than this needs a break; 360 */
  int32_t break_minutes;         /* of this length; 20 */
  int32_t days_before;         /* days worked in a row up to and including the day before day 0, or
                                    before the first shift here when that lies earlier; 0 */
  int32_t end_before;          /* end of the last shift before those in the problem; NO_TIME */
  int32_t average_minutes_max; /* a week, hard, on average over the reference period; 0 */
  int32_t night_minutes_max;   /* the same for who works nights, hard; 0 */
  int32_t average_weeks;       /* weeks of the reference period that ends with the horizon; 17 */
  int32_t minutes_before;      /* worked in those of its weeks that lie before day 0; 0 */
  int32_t nights_before;       /* night shifts in them; 0 */
  int32_t lates_before;        /* late shifts in the 12 weeks before; 0 */
  int32_t lates_fair;          /* a fair share of lates with those in the horizon; NO_TIME = off */
  int32_t weekends_before;     /* weekends worked in the 12 weeks before; 0 */
  int32_t weekends_fair;       /* a fair share of weekends; NO_TIME = off */
} GwEngineColleague;

/* A person we support. Use gw_engine_person_init(). */
typedef struct
{
  int32_t small_team;    /* colleagues in 28 days that are still "a small team"; 4, 0 = off */
  int32_t apart_minutes; /* visits should lie so far apart (end to start); 150, 0 = off */
} GwEnginePerson;

/* Two operations that depend on each other. Times are start to start. */
typedef enum
{
  GW_ENGINE_LINK_TOGETHER,  /* both or neither, different colleagues, starts ≤ max apart; hard */
  GW_ENGINE_LINK_LAG,       /* min ≤ start(b) - start(a) ≤ max; b is after a */
  GW_ENGINE_LINK_GAP,       /* |start(b) - start(a)| ≥ min, in either order */
  GW_ENGINE_LINK_SAME,      /* the same colleague; hard */
  GW_ENGINE_LINK_DIFFERENT, /* different colleagues; hard */
} GwEngineLinkKind;

/* A link between operations @a and @b. Only LAG and GAP may be soft; sealing makes others hard. */
typedef struct
{
  GwEngineLinkKind kind;
  int32_t a, b;
  int32_t min; /* LAG, GAP; GW_ENGINE_NO_TIME: no lower limit (LAG) */
  int32_t max; /* TOGETHER, LAG; INT32_MAX: no upper limit (LAG) */
  bool is_soft;
} GwEngineLink;

/* Why a piece of a shift is taken. */
typedef enum
{
  GW_ENGINE_BLOCK_MEETING,
  GW_ENGINE_BLOCK_ROLE,
  GW_ENGINE_BLOCK_BREAK, /* made by sealing for shifts longer than break_after */
} GwEngineBlockKind;

/* A piece of a shift that is not a visit. It starts within [earliest, latest]. Without a place it
 * happens wherever the colleague is after the item before it (so travel comes after it). */
typedef struct
{
  GwEngineBlockKind kind;
  int32_t shift;
  int32_t duration;         /* ≥ 1 */
  int32_t earliest, latest; /* within the shift */
  int32_t place;            /* or GW_ENGINE_NONE */
} GwEngineBlock;

/* How well a colleague fits an operation: one entry a reason. Hard rules (DECLINED, MUST, LIMIT)
 * forbid, soft ones (CHOICE, LIKE) cost @points × weight when this colleague does it. */
typedef struct
{
  int32_t operation, colleague;
  GwEngineRule rule;
  int32_t points;
} GwEngineFit;

/* Somebody away: no operation of theirs may overlap [start, end). */
typedef struct
{
  int32_t colleague;
  int32_t start, end;
} GwEngineAbsence;

/* A colleague's wish not to work on @day (or GW_ENGINE_NONE: every day) in @part. */
typedef struct
{
  int32_t colleague;
  int32_t day;
  GwEnginePart part;
  int32_t points; /* a shift that goes against it */
} GwEngineWish;

/* General settings and the weight of each rule. A weight of 0 switches a soft or medium rule off,
 * and of the hard ones SKILL, DECLINED, MUST, LIMIT, BREAK and those about a colleague's shifts;
 * the other hard rules always bind the search. */
typedef struct
{
  int32_t n_days;               /* days of the horizon, ≥ 1 */
  int32_t ticks_per_day;        /* 1440 */
  int32_t first_weekday;        /* weekday of day 0: 0 Monday … 6 Sunday */
  int32_t buffer_min;           /* travel buffer: at least so much, 3 … */
  int32_t buffer_percent;       /* … and at least this share of the leg, rounded up, 15 */
  int32_t density_visits;       /* a humane run: 10 visits … */
  int32_t density_minutes;      /* … in 420 minutes; in proportion, rounded down, at least 1 */
  int32_t break_margin_percent; /* breaks lie this share of the shift away from its ends, 25 */
  /* When clocks are changed in the horizon, or NO_TIME: the first time that is shown right
   * afterwards; and by how much they are put forward then (60), or back (-60): working time and rest
   * are counted in minutes that pass. */
  int32_t clock_change, clock_change_minutes;
  /* The search starts visits at multiples of it, 1 = off; windows that hold no such time are open to
   * the minute. No rule: any start may be scored. */
  int32_t time_grid;
  int32_t weight[GW_ENGINE_N_RULES]; /* soft and medium: factor, ≥ 0; hard: 0 switches it off */
} GwEngineSettings;

/* Adds a reference and returns @problem. Any thread. */
const GwEngineProblem *gw_engine_problem_ref (const GwEngineProblem *problem);

/* Drops a reference; the last one frees. NULL is allowed. Any thread. */
void gw_engine_problem_unref (const GwEngineProblem *problem);

/* All getters below lend arrays that live as long as the problem, and store the number of
 * elements in the last argument when it is not NULL. Constant time, any thread. */

/* Returns the settings and weights. */
const GwEngineSettings *gw_engine_problem_get_settings (const GwEngineProblem *problem);

/* Returns the operations. */
const GwEngineOperation *gw_engine_problem_get_operations (const GwEngineProblem *problem,
                                                           int32_t *n);

/* Returns the windows of all operations; see first_window and n_windows. */
const GwEngineWindow *gw_engine_problem_get_windows (const GwEngineProblem *problem, int32_t *n);

/* Returns the shifts. */
const GwEngineShift *gw_engine_problem_get_shifts (const GwEngineProblem *problem, int32_t *n);

/* Returns the lists of eligible colleagues; see first_eligible and n_eligible. */
const int32_t *gw_engine_problem_get_eligible (const GwEngineProblem *problem, int32_t *n);

/* Returns the blocks grouped by shift, the breaks made by sealing included. Their order is not
 * the order of adding: builders learn the new index from gw_engine_problem_find_block(). */
const GwEngineBlock *gw_engine_problem_get_blocks (const GwEngineProblem *problem, int32_t *n);

/* Returns the sealed index of the block that the builder numbered @added. */
int32_t gw_engine_problem_find_block (const GwEngineProblem *problem, int32_t added);

/* Returns the colleagues. */
const GwEngineColleague *gw_engine_problem_get_colleagues (const GwEngineProblem *problem,
                                                           int32_t *n);

/* Returns the people we support. */
const GwEnginePerson *gw_engine_problem_get_persons (const GwEngineProblem *problem, int32_t *n);

/* Returns the links in the order of adding. */
const GwEngineLink *gw_engine_problem_get_links (const GwEngineProblem *problem, int32_t *n);

/* Returns the fits as they were added (declines, musts, limits, choices, likes). */
const GwEngineFit *gw_engine_problem_get_fits (const GwEngineProblem *problem, int32_t *n);

/* Returns the absences. */
const GwEngineAbsence *gw_engine_problem_get_absences (const GwEngineProblem *problem, int32_t *n);

/* Returns the wishes of colleagues. */
const GwEngineWish *gw_engine_problem_get_wishes (const GwEngineProblem *problem, int32_t *n);

/* Returns the skills (bits) of @colleague that are in date on @day; a day outside the horizon
 * counts as the nearest day of it. */
uint64_t gw_engine_problem_get_skills (const GwEngineProblem *problem, int32_t colleague,
                                       int32_t day);

/* Returns how many places there are. */
int32_t gw_engine_problem_get_n_places (const GwEngineProblem *problem);

/* Returns how many ways to travel there are. */
int32_t gw_engine_problem_get_n_modes (const GwEngineProblem *problem);

/* Returns the travel time from @from to @to by @mode; 0 when either is GW_ENGINE_NONE. */
int32_t gw_engine_problem_get_travel (const GwEngineProblem *problem, int32_t mode, int32_t from,
                                      int32_t to);

/* Returns how often @colleague visited @person in the days of history that count. */
int32_t gw_engine_problem_get_history (const GwEngineProblem *problem, int32_t person,
                                       int32_t colleague);

/* Returns whether @colleague belongs to the regular team of @person; true for everyone when no
 * regular team was given. */
bool gw_engine_problem_is_regular (const GwEngineProblem *problem, int32_t person,
                                   int32_t colleague);
