/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the engine is measured against on the published families: which instances make a figure, what
 * other programs reach, and what two threads of ours should reach. Gaps to the best known costs in
 * per cent, means of five seeds on a quiet machine with two cores; the others were measured there
 * too, on one core each unless it says otherwise, or say so in their papers.
 */
#pragma once

#include <glib.h>

#define MOST_TIMES 3
#define MOST_PEERS 8
#define MOST_POINTS 4

/* Another program's gap after a time. */
typedef struct
{
  double seconds, gap;
} PeerPoint;

typedef struct
{
  const char *name;
  PeerPoint points[MOST_POINTS]; /* ended by 0 seconds */
} Peer;

/* What should be reached after a time; NaN where nothing is known or asked. */
typedef struct
{
  double seconds;
  double best_peer; /* gap of the best other program */
  double limit;     /* of two threads */
} Aim;

typedef struct
{
  const char *name;  /* as printed, and of the plot's file */
  const char *title; /* of the plot */
  const char *family;
  const char *files;      /* below the data folder, blanks between */
  guint n_quick;          /* so many of them in a short run */
  Aim aims[MOST_TIMES];   /* ended by 0 seconds */
  Peer peers[MOST_PEERS]; /* ended by a NULL name */
} Figure;

extern const Figure routing_figures[];
extern const guint n_routing_figures;
