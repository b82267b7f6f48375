/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Best known costs of published instances, from a CSV list with a column "instance" and one of
 * "cost" or "distance…". A list is named, or looked for beside the instance and one folder above,
 * as best-known.csv or FOLDER-best-known.csv. Reads files; one thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GwBestKnown: lists of best known costs, each read once. */
typedef struct _GwBestKnown GwBestKnown;

/** gw_best_known_new: @path is the one list to use; NULL: look for one beside each instance. */
GwBestKnown *gw_best_known_new (const char *path);

/** gw_best_known_free: frees it. */
void gw_best_known_free (GwBestKnown *self);

/**
 * gw_best_known_find: the best known cost of the instance in file @path; NaN when no list knows it,
 * after a message when a list was named. A cost that is none, and a second one, are told as well.
 * Lists name instances with or without the ending of the file.
 */
double gw_best_known_find (GwBestKnown *self, const char *path);

/** gw_best_known_is_readable: FALSE after a message when the named list cannot be read. */
gboolean gw_best_known_is_readable (GwBestKnown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwBestKnown, gw_best_known_free)

G_END_DECLS
