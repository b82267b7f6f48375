/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problems made up for tests and benchmarks, the same for the same seed on every machine.
 */
#pragma once

#include "gw-engine-builder.h"

/* Weeks like those of a real neighbourhood: @n_teams teams of 12 colleagues and 18 people, each
 * team about 370 operations and 50 shifts in a week of seven days. @open_shifts in each team are
 * held by nobody and may be given to colleagues. Starts are on a grid of five minutes. */
GwEngineProblem *gw_sample_week (uint64_t seed, int n_teams, int open_shifts);

/* A small problem in which everything may occur: links of all kinds, blocks, breaks, absences,
 * alternatives, optional visits, flex, pins, several windows, history, wishes, nights, averages, a night on which clocks are changed; one seed in three on a grid of five minutes. */
GwEngineProblem *gw_sample_mixture (uint64_t seed, int n_operations, int n_shifts);

/* A tiny problem for brute force: one day, no pins, no soft ties, windows of a few minutes. */
GwEngineProblem *gw_sample_tiny (uint64_t seed, int n_operations, int n_shifts);
