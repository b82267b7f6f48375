/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plot of gaps against time as an SVG file: both axes logarithmic, one line a series, the names
 * beside the last points. Gaps of a hundredth of a per cent and below lie on the lowest line.
 */
#pragma once

#include <glib.h>

/* A moment of a series. */
typedef struct
{
  double seconds, gap; /* per cent */
} GapPoint;

typedef struct _GapPlot GapPlot;

/* Begins a plot; the title stands above it. */
GapPlot *gap_plot_new (const char *title);

/* How a series is drawn. */
typedef enum
{
  GAP_STYLE_OTHER,  /* another program: a colour of its own, points */
  GAP_STYLE_OURS,   /* strong, points */
  GAP_STYLE_COURSE, /* the course of one of our runs: a pale line, named once */
} GapStyle;

/* Adds a series. Points with a gap that is NaN are left out. */
void gap_plot_add (GapPlot *self, const char *name, const GapPoint *points, guint n_points,
                   GapStyle style);

/* Writes the file; FALSE with a message on standard error. */
gboolean gap_plot_save (const GapPlot *self, const char *path);

/* Frees it. */
void gap_plot_free (GapPlot *self);
