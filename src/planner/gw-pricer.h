/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What would change if …: prices and reasons in sentences, for a visit or a shift held over the
 * board, for suggestions and for "why this?". Nothing is changed by asking. A pricer belongs to one
 * thread at a time (the main thread may own one): each answer is bounded, p99 ≤ 1 ms for the rota of
 * one team, ≤ 5 ms for a neighbourhood; making a pricer is linear in the week.
 *
 *   g_autoptr (GwWeekPlan) plan = gw_week_problem_dup_current (week);
 *   g_autoptr (GwPricer) pricer = gw_pricer_new (plan);
 *   GwVisitTarget target = { visit, marta, GW_ID_NONE, day, GW_HM (8, 15), GW_TARGET_AT };
 *   g_autoptr (GwVerdict) verdict = gw_pricer_price_visit (pricer, &target);
 *   show (verdict->headline);
 *   if (dropped && verdict->is_allowed)
 *     submit (gw_pricer_build_change (pricer, verdict));
 */
#pragma once

#include "gw-change.h"
#include "gw-week-problem.h"

G_BEGIN_DECLS

typedef struct _GwPricer GwPricer;

/** GwVerdictMood: how a row should show it; words and icon go with it, never colour alone. */
typedef enum
{
  GW_MOOD_REFUSED,
  GW_MOOD_WORSE,
  GW_MOOD_SAME,
  GW_MOOD_BETTER
} GwVerdictMood;

/** GwTargetTime: what the start of a target means: that minute, or any minute near that suits. */
typedef enum
{
  GW_TARGET_AT,
  GW_TARGET_ANY_TIME
} GwTargetTime;

/**
 * GwVisitTarget: a visit held over a place.
 * @visit: which visit
 * @to: the colleague who would do it; the none id: the to-cover lane
 * @from: the colleague whose part of it is held; the none id: a part that nobody has
 * @day: the day of the place
 * @start: minutes after midnight of @day
 * @time: whether @start counts
 */
typedef struct
{
  GwId visit;
  GwId to;
  GwId from;
  GwDay day;
  GwMinute start;
  GwTargetTime time;
} GwVisitTarget;

/**
 * GwVerdict: the answer.
 * @is_allowed: whether no hard rule is broken
 * @mood: for icon and colour
 * @headline: one short translated sentence: "+6 min travel", "Marta can’t: only 9 h rest after
 *   Tuesday’s late". Never NULL.
 * @sentences: (element-type utf8) what it changes for others, most important first; may be empty
 * @visit: the visit, or the none id for a shift
 * @colleague: who would have it
 * @shift: the shift it would be in; the none id when there is none
 * @day: the day it would be on
 * @start: when it would start, after midnight of @day
 * @travel_change: minutes of travel more or less
 * @new_faces: 1 when the colleague did not come in the twelve weeks before, and somebody else did
 * @n_retimed: other visits whose time changes
 * @choice: for lists: 0 is the best
 */
typedef struct
{
  gboolean is_allowed;
  GwVerdictMood mood;
  char *headline;
  GPtrArray *sentences;
  GwId visit;
  GwId colleague;
  GwId shift;
  GwDay day;
  GwMinute start;
  gint travel_change;
  gint new_faces;
  gint n_retimed;
  guint choice;
  /*< private >*/
  gpointer price;
} GwVerdict;

/**
 * GwVisitWeight: the numbers of an answer, for many places at once: what they mean is put into words
 * for the one that is pointed at.
 * @mood: for icon and colour
 * @travel_change: minutes of travel more or less
 * @new_faces: 1 when the colleague did not come in the twelve weeks before, and somebody else did
 * @n_retimed: other visits whose time changes
 */
typedef struct
{
  GwVerdictMood mood;
  gint travel_change;
  gint new_faces;
  gint n_retimed;
} GwVisitWeight;

/** gw_verdict_free: frees it. */
void gw_verdict_free (GwVerdict *self);

/** gw_pricer_new: prices changes of @plan (referenced). (transfer full) */
GwPricer *gw_pricer_new (GwWeekPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/** gw_pricer_free: frees it. */
void gw_pricer_free (GwPricer *self);

/** gw_pricer_price_visit: what dropping a visit there means. (transfer full) */
GwVerdict *gw_pricer_price_visit (GwPricer *self, const GwVisitTarget *target);

/**
 * gw_pricer_weigh_visit: the same in numbers; nothing is allocated. Returns whether it is allowed;
 * when not, only the mood is set.
 */
gboolean gw_pricer_weigh_visit (GwPricer *self, const GwVisitTarget *target,
                                GwVisitWeight *out_weight);

/** gw_pricer_price_shift: what giving @shift to @to (the none id: opening it) means. (transfer full) */
GwVerdict *gw_pricer_price_shift (GwPricer *self, GwId shift, GwId to);

/**
 * gw_pricer_suggest_places: up to @k best places for the part of @visit that @from has, best first,
 * none refused. (transfer full) (element-type GwVerdict)
 */
GPtrArray *gw_pricer_suggest_places (GwPricer *self, GwId visit, GwId from, guint k);

/** gw_pricer_suggest_colleagues: the same for a shift. (transfer full) (element-type GwVerdict) */
GPtrArray *gw_pricer_suggest_colleagues (GwPricer *self, GwId shift, guint k);

/**
 * gw_pricer_list_refusals: for each colleague the first rule in the way of that part of @visit, or
 * that it would fit; colleagues who fit come first. (transfer full) (element-type GwVerdict)
 */
GPtrArray *gw_pricer_list_refusals (GwPricer *self, GwId visit, GwId from);

/**
 * GwClash: one of the things that together leave no place for a visit.
 * @sentence: what it is; translated, whole
 * @visit: the visit whose time or place it is, which could be asked about; or the none id
 * @colleague: the colleague it is about, or the none id
 */
typedef struct
{
  char *sentence;
  GwId visit;
  GwId colleague;
} GwClash;

/** gw_clash_free: frees it. */
void gw_clash_free (GwClash *self);

/**
 * gw_pricer_list_clashes: why the part of @visit that nobody has cannot be covered: a set of things
 * of which any one would have to be different (others may be smaller), and the open shifts that it
 * could be in. @out_headline (transfer full): what the list means, or why there is none: it could be covered,
 * or nobody works on that day. Some milliseconds for a team, more for a neighbourhood: a worker's
 * job. (transfer full) (element-type GwClash)
 */
GPtrArray *gw_pricer_list_clashes (GwPricer *self, GwId visit, char **out_headline);

/**
 * gw_pricer_explain: why the part of @visit that @colleague has is where it is: sentences about
 * wishes met and not met, and into @out_next (nullable, transfer full) what the next best place
 * would change, or NULL when there is no other. (transfer full) (element-type utf8)
 */
GPtrArray *gw_pricer_explain (GwPricer *self, GwId visit, GwId colleague, GwVerdict **out_next);

/**
 * gw_pricer_build_change: the change that does what @verdict of this pricer describes: the visit,
 * those that give way, the other half of a two-person visit. (transfer full); empty when refused.
 */
GwChange *gw_pricer_build_change (GwPricer *self, const GwVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwVerdict, gw_verdict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwClash, gw_clash_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwPricer, gw_pricer_free)

G_END_DECLS
