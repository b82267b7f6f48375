/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who tells the board what a drop would mean. The board knows no rota rule; it asks a pricer while
 * a card is held and shows the answer as words, icon and colour. The rota implements this over the
 * planner; tests implement it with a few lines. Main thread; each answer within a millisecond.
 */
#pragma once

#include "gw-board-week.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GwBoardMoveFlags: ANY_TIME: the start may be chosen; COPY: the held one stays where it is;
 * OTHER_TIME: a shift leaves its day or its times, so its visits may stay behind.
 */
typedef enum
{
  GW_BOARD_MOVE_NO_FLAGS = 0,
  GW_BOARD_MOVE_ANY_TIME = 1 << 0,
  GW_BOARD_MOVE_COPY = 1 << 1,
  GW_BOARD_MOVE_OTHER_TIME = 1 << 2
} GwBoardMoveFlags;

/**
 * GwBoardMove: a visit or a shift on its way.
 * @visit: which visit; the none id: a shift
 * @shift: which shift; the none id: a visit
 * @from: whose part of it is held; the none id: a part nobody has
 * @to: the colleague it goes to; the none id: the to-cover lane
 * @day: the day it goes to
 * @start: minutes after midnight of @day
 * @flags: #GwBoardMoveFlags
 */
typedef struct
{
  GwId visit;
  GwId shift;
  GwId from;
  GwId to;
  GwDay day;
  GwMinute start;
  guint flags;
} GwBoardMove;

/**
 * GwBoardVerdict: what a drop there means.
 * @severity: for icon and colour; GW_BOARD_CANNOT refuses the drop
 * @sentence: translated, short: "+6 min travel"; owned, may be NULL when nothing changes
 * @start: when it would start
 */
typedef struct
{
  GwBoardSeverity severity;
  char *sentence;
  GwMinute start;
} GwBoardVerdict;

/** gw_board_verdict_clear: frees the sentence; @self is then a verdict that knows nothing. */
void gw_board_verdict_clear (GwBoardVerdict *self);

/** gw_board_severity_get_icon: name of the symbolic icon that goes with it. */
const char *gw_board_severity_get_icon (GwBoardSeverity severity);

/** gw_board_severity_get_class: style class that goes with it: "fine", "gives-way", … */
const char *gw_board_severity_get_class (GwBoardSeverity severity);

#define GW_TYPE_BOARD_PRICER (gw_board_pricer_get_type ())

/** GwBoardPricer: see above. */
G_DECLARE_INTERFACE (GwBoardPricer, gw_board_pricer, GW, BOARD_PRICER, GObject)

struct _GwBoardPricerInterface
{
  GTypeInterface parent;

  gboolean (*price) (GwBoardPricer *self, const GwBoardMove *move, GwBoardVerdict *out_verdict);
  gboolean (*price_all) (GwBoardPricer *self, const GwBoardMove *moves, guint n_moves,
                         GwBoardVerdict *out_verdict); /* nullable */
  guint (*suggest) (GwBoardPricer *self, const GwBoardMove *held, GwBoardMove *out_moves,
                    guint n_moves);
};

/**
 * gw_board_pricer_price: what @move would mean. FALSE (and a verdict that knows nothing) while the
 * rota is being read. Clear @out_verdict afterwards.
 */
gboolean gw_board_pricer_price (GwBoardPricer *self, const GwBoardMove *move,
                                GwBoardVerdict *out_verdict);

/**
 * gw_board_pricer_price_all: what @moves of visits would mean together, as one change; of a pricer
 * that cannot tell, the worst of what each means by itself. As gw_board_pricer_price().
 */
gboolean gw_board_pricer_price_all (GwBoardPricer *self, const GwBoardMove *moves, guint n_moves,
                                    GwBoardVerdict *out_verdict);

/** gw_board_pricer_suggest: up to @n_moves best places for what is held, best first; how many. */
guint gw_board_pricer_suggest (GwBoardPricer *self, const GwBoardMove *held, GwBoardMove *out_moves,
                               guint n_moves);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GwBoardVerdict, gw_board_verdict_clear)

G_END_DECLS
