/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plot of gaps against time as an SVG file. Time is logarithmic; so is the gap, but for a linear
 * part around nothing, so that what is better than the best known has its place below. Each series
 * has a colour that the colour-blind can tell and a mark of its own; names stand at the right.
 */
#pragma once

#include <glib.h>

/* A moment of a series. */
typedef struct
{
  double seconds, gap; /* per cent */
  double low, high;    /* the spread; NaN: none is known */
} GapPoint;

typedef struct _GapPlot GapPlot;

/* Begins a plot; the title stands above it, and below that in small letters what is shown. */
GapPlot *gap_plot_new (const char *title, const char *note);

/* How a series is drawn. */
typedef enum
{
  GAP_STYLE_OTHER,  /* another program: a colour and a mark of its own */
  GAP_STYLE_OURS,   /* strong marks, with a bar for the spread */
  GAP_STYLE_COURSE, /* the course of our runs: a line, with a band for the spread; named once */
} GapStyle;

/* Adds a series. Points with a gap that is NaN are left out. */
void gap_plot_add (GapPlot *self, const char *name, const GapPoint *points, guint n_points,
                   GapStyle style);

/* Writes the file; FALSE with a message on standard error. */
gboolean gap_plot_save (const GapPlot *self, const char *path);

/* Frees it. */
void gap_plot_free (GapPlot *self);
