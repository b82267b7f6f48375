/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Change feed. Tells the rest of the program what a committed transaction changed. Each commit
 * yields exactly one #GwCommit, numbered without gaps (the numbers go on where the file left them),
 * with its records before and after, and is never altered once made.
 *
 * The feed *nudges* and the reader *pulls*: the nudge may be skipped when one is already waiting, a
 * commit may not. The last 512 commits are kept, fewer when they are large (16 MB of records). A
 * reader that asks for one that is no longer kept receives "gap" and fetches its data again; this
 * is normal after an import or a long pause, not a fault. Fetching returns the sequence of its
 * snapshot: pull after that number.
 *
 * Filled on the writer's lane; pulled on any lane. It does not know widgets, sync or undo: they are
 * readers. It does not filter, since a filter here would hide records from undo. The random
 * sequence test in tests/store/test-change-feed.c is the definition of "no gap, no repeat".
 */
#pragma once

#include "gw-commit.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define GW_TYPE_CHANGE_FEED (gw_change_feed_get_type ())

/**
 * GwChangeFeed: signal "nudged" (no arguments): there is something to pull. Emitted on the main
 * context that was the thread's default when the store was opened, at most one waiting.
 */
G_DECLARE_FINAL_TYPE (GwChangeFeed, gw_change_feed, GW, CHANGE_FEED, GObject)

/** GW_CHANGE_FEED_KEPT: how many commits are kept at most. */
#define GW_CHANGE_FEED_KEPT 512

/**
 * gw_change_feed_new: an empty feed whose last commit was @last_sequence. The store makes one;
 * tests may. (transfer full); its thread's default main context is nudged.
 */
GwChangeFeed *gw_change_feed_new (guint64 last_sequence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_change_feed_publish: appends @commit, whose sequence must be the last plus one (asserted), and
 * nudges. For the store; any one thread at a time.
 */
void gw_change_feed_publish (GwChangeFeed *self, GwCommit *commit);

/**
 * gw_change_feed_forget: drops all kept commits, so that every reader sees a gap; after an erasure,
 * when old values must leave memory too. @last_sequence is the number the next one follows. Nudges.
 */
void gw_change_feed_forget (GwChangeFeed *self, guint64 last_sequence);

/**
 * gw_change_feed_pull: the commits after sequence @after, oldest first; empty when there is nothing
 * new. @out_gap (not NULL): TRUE, with an empty answer, when some of them are no longer kept.
 * Returns: (transfer full) (element-type GwCommit); any thread; constant cost a commit
 */
GPtrArray *gw_change_feed_pull (GwChangeFeed *self, guint64 after, gboolean *out_gap)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_change_feed_get_last: sequence of the newest commit; 0 before the first ever. Any thread. */
guint64 gw_change_feed_get_last (GwChangeFeed *self);

G_END_DECLS
