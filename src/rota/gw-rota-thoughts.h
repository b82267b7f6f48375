/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was thought through: answers about moves that are too large to be priced while the pointer
 * moves, several visits at once or a shift with what lies in it. One move is thought about at a time,
 * on a worker; its answer is kept as long as the days stay what they are. Main thread.
 */
#pragma once

#include "gw-rota-what-if.h"

#include "gw-board-pricer.h"

G_BEGIN_DECLS

typedef struct _GwRotaThoughts GwRotaThoughts;

/** GwRotaThoughtsFunc: told that an answer is there, which may be another than the last asked for. */
typedef void (*GwRotaThoughtsFunc) (gpointer user_data);

/** gw_rota_thoughts_new: about @week (referenced); @func is told of each answer. (transfer full) */
GwRotaThoughts *gw_rota_thoughts_new (GwWeekProblem *week, GwRotaThoughtsFunc func,
                                      gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_thoughts_free: whatever is being thought is given up, and nobody is told. */
void gw_rota_thoughts_free (GwRotaThoughts *self);

/** GwRotaThoughtsState: how far an answer is. */
typedef enum
{
  GW_ROTA_THOUGHTS_WAITING,
  GW_ROTA_THOUGHTS_ANSWERED,
  GW_ROTA_THOUGHTS_FAILED
} GwRotaThoughtsState;

/**
 * gw_rota_thoughts_find: the answer about @moves, lent until the thoughts are freed, into
 * @out_answer. WAITING also when nobody has asked yet.
 */
GwRotaThoughtsState gw_rota_thoughts_find (GwRotaThoughts *self, const GwBoardMove *moves,
                                           guint n_moves, const GwRotaWhatIf **out_answer);

/** gw_rota_thoughts_is_free: whether the next move can be thought about. */
gboolean gw_rota_thoughts_is_free (GwRotaThoughts *self);

/** gw_rota_thoughts_think: thinks about @moves, which would be @change (nullable: that fails). */
void gw_rota_thoughts_think (GwRotaThoughts *self, const GwBoardMove *moves, guint n_moves,
                             GwChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRotaThoughts, gw_rota_thoughts_free)

G_END_DECLS
