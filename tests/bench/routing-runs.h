/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tables and traces of `good-week-plan bench` say: mean gaps over instances and seeds, their
 * spread over seeds, and the course of both over time.
 */
#pragma once

#include "gap-plot.h"

/* The means of a table, and the course of them. */
typedef struct
{
  double gap;       /* of all runs; NaN: none has one */
  double low, high; /* least and greatest mean gap of a seed; NaN: of fewer than two */
  double cost;      /* of all runs with an answer; NaN: none */
  guint n_runs, n_gaps, n_without;
  GArray *course; /* of GapPoint; owned */
} RoutingRuns;

/* Reads what a call wrote; files that are not there count as empty. @seconds: to where the course
 * is drawn. Free the course. */
void routing_runs_read (RoutingRuns *self, const char *table, const char *trace, double seconds);
