/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long a search may take, in the options that several commands have: --seconds or --steps,
 * --repeat, --threads. Point the options at the members, then check.
 */
#pragma once

#include "gw-plan-steps.h"

#include <glib.h>

G_BEGIN_DECLS

/** GwCliBudget: begin with GW_CLI_BUDGET_INIT. */
typedef struct
{
  double seconds;
  gint64 steps; /* of each thread */
  int threads;
  gboolean is_given; /* set by the check: seconds or steps were named */
} GwCliBudget;

/** GW_CLI_THREADS_ENTRY: the option for the threads of @budget. */
#define GW_CLI_THREADS_ENTRY(budget)                                                    \
  {                                                                                     \
    "threads", 0, 0, G_OPTION_ARG_INT, &(budget).threads, N_ ("Threads (1–64); 2"), "T" \
  }

/** GW_CLI_STEPS_ENTRY: the option for the steps of @budget. */
#define GW_CLI_STEPS_ENTRY(budget)                             \
  {                                                            \
    "steps", 0, 0, G_OPTION_ARG_INT64, &(budget).steps,        \
        N_ ("Steps (1–1000000000000) instead of seconds"), "N" \
  }

/** GW_CLI_SEED_ENTRY: the option for @seed, a gint64. */
#define GW_CLI_SEED_ENTRY(seed)                                                                   \
  {                                                                                               \
    "seed", 0, 0, G_OPTION_ARG_INT64, &(seed),                                                    \
        N_ ("Seed, a whole number of up to 18 digits; the same seed, threads and steps give the " \
            "same plan with the same build"),                                                     \
        "K"                                                                                       \
  }

/** GW_CLI_REPEAT_ENTRY: the option for @text, for gw_cli_parse_repeat(). */
#define GW_CLI_REPEAT_ENTRY(text)                                                     \
  {                                                                                   \
    "repeat", 0, 0, G_OPTION_ARG_STRING, &(text),                                     \
        N_ ("Instead of seconds: what an earlier run did, as it printed it"), "STEPS" \
  }

/* What nobody can mean. */
#define GW_CLI_BUDGET_INIT             \
  {                                    \
    -G_MAXDOUBLE, G_MININT64, 2, FALSE \
  }

/**
 * gw_cli_budget_check: FALSE after a message when the options do not go together or are out of
 * range. What was not given becomes 0, but for seconds: those become @usual_seconds.
 */
gboolean gw_cli_budget_check (GwCliBudget *self, double usual_seconds);

/**
 * gw_cli_parse_repeat: reads the steps of an earlier run; none when @text is NULL. FALSE after a
 * message, also when @budget, which was checked, says how long to search.
 */
gboolean gw_cli_parse_repeat (const char *text, const GwCliBudget *budget, GwPlanSteps *out_steps);

/** gw_cli_check_repeats_once: for commands that search once. FALSE after a message when @steps are of
 * more searches. */
gboolean gw_cli_check_repeats_once (const GwPlanSteps *steps);

/** gw_cli_read_clock: seconds since some moment, for budgets of seconds. */
double gw_cli_read_clock (void *user_data);

/**
 * gw_cli_dup_repeat: a sentence with the options that find the same plan again: @what, those that say
 * what is planned, then how it is searched. (transfer full)
 */
char *gw_cli_dup_repeat (const char *what, int n_threads, gint64 seed, const char *steps);

/**
 * gw_cli_dup_score: a sentence with a score and the steps it took; @planned, how many it was to be in
 * the end, is left out when they were all done. (transfer full)
 */
char *gw_cli_dup_score (gint64 hard, gint64 medium, gint64 soft, gint64 done, gint64 planned);

G_END_DECLS
