/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From moves of the board to targets of the planner, and from its verdicts back. */
#include "config.h"

#include "gw-rota-pricer.h"

#include "gw-rota-thoughts.h"

#include "gw-shift-change.h"
#include "gw-visit-change.h"

#include <glib/gi18n-lib.h>

struct _GwRotaPricer
{
  GObject parent_instance;

  GwPricer *pricer;
  GwWeekProblem *week;

  GwRotaThoughts *thoughts;
  gboolean is_stale;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_THOUGHT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GwVisitTarget
to_target (const GwBoardMove *move)
{
  return (GwVisitTarget){
    .visit = move->visit,
    .to = move->to,
    .from = move->from,
    .day = move->day,
    .start = move->start,
    .time = (move->flags & GW_BOARD_MOVE_ANY_TIME) != 0 ? GW_TARGET_ANY_TIME : GW_TARGET_AT,
  };
}

static GwBoardSeverity
to_severity (const GwVerdict *verdict)
{
  if (!verdict->is_allowed)
    return GW_BOARD_CANNOT;
  switch (verdict->mood)
    {
    case GW_MOOD_REFUSED:
      return GW_BOARD_CANNOT;
    case GW_MOOD_WORSE:
      /* A few minutes of travel are news; a new face or another's time is a wish that gives way. */
      return verdict->new_faces > 0 || verdict->n_retimed > 0 || gw_id_is_none (verdict->colleague)
                 ? GW_BOARD_GIVES_WAY
                 : GW_BOARD_CHANGES;
    case GW_MOOD_SAME:
    case GW_MOOD_BETTER:
    default:
      return GW_BOARD_FINE;
    }
}

/* @minute of @from, counted from midnight of @to. */
static GwMinute
count_from (GwDay to, GwDay from, GwMinute minute)
{
  return GW_MINUTE (gw_day_diff (from, to) * GW_MINUTES_A_DAY + minute.value);
}

/* The board has a visit after midnight on the day of its shift, the planner on its own. */
static void
take_verdict (const GwVerdict *verdict, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  out_verdict->severity = to_severity (verdict);
  out_verdict->sentence = g_strdup (verdict->headline);
  out_verdict->start = move->start;
  if (verdict->is_allowed && !gw_id_is_none (verdict->shift))
    out_verdict->start = count_from (move->day, verdict->day, verdict->start);
}

static void
on_thought (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_THOUGHT], 0);
}

static gboolean
is_past (GwRotaPricer *self, const GwBoardMove *move)
{
  GwDay today;
  GwMinute now;

  return gw_planner_input_get_now (gw_week_problem_get_input (self->week), &today, &now) &&
         count_from (today, move->day, move->start).value < now.value;
}

static GwChange *
build_thought (GwRotaPricer *self, const GwBoardMove *moves, guint n_moves)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();

  if (!gw_id_is_none (moves[0].shift))
    return gw_rota_pricer_build_shift_change (self, moves, "", NULL);
  for (guint i = 0; i < n_moves; i++)
    g_ptr_array_add (visits,
                     (gpointer) gw_planner_input_find (gw_week_problem_get_input (self->week),
                                                       &gw_visit_type, moves[i].visit));
  return gw_rota_build_all_change (moves, n_moves, visits, "");
}

static void
refuse (GwBoardVerdict *verdict, const char *sentence)
{
  verdict->severity = GW_BOARD_CANNOT;
  verdict->sentence = g_strdup (sentence);
}

/* The most that it means: who waits, who is new, how far it is. */
static void
describe (const GwRotaWhatIf *answer, GwBoardVerdict *verdict)
{
  verdict->severity = GW_BOARD_FINE;
  if (answer->to_cover > 0)
    {
      verdict->severity = GW_BOARD_GIVES_WAY;
      verdict->sentence = g_strdup_printf (
          ngettext ("%d visit more to cover", "%d visits more to cover", (gulong) answer->to_cover),
          answer->to_cover);
    }
  else if (answer->new_faces > 0)
    {
      verdict->severity = GW_BOARD_GIVES_WAY;
      verdict->sentence = g_strdup_printf (
          ngettext ("%d new face", "%d new faces", (gulong) answer->new_faces), answer->new_faces);
    }
  else if (answer->travel > 0)
    {
      verdict->severity = GW_BOARD_CHANGES;
      verdict->sentence = g_strdup_printf (
          ngettext ("+%d min travel", "+%d min travel", (gulong) answer->travel), answer->travel);
    }
  else if (answer->to_cover < 0)
    verdict->sentence = g_strdup_printf (
        ngettext ("%d visit less to cover", "%d visits less to cover", (gulong) -answer->to_cover),
        -answer->to_cover);
  else if (answer->travel < 0)
    verdict->sentence = g_strdup_printf (
        ngettext ("−%d min travel", "−%d min travel", (gulong) -answer->travel), -answer->travel);
  else
    verdict->sentence = g_strdup (_ ("Nothing else changes"));
}

/* Thought about when its turn comes; then all is asked again. */
static gboolean
price_thought (GwRotaPricer *self, const GwBoardMove *moves, guint n_moves,
               GwBoardVerdict *out_verdict)
{
  const GwRotaWhatIf *answer;

  for (guint i = 0; i < n_moves; i++)
    if (is_past (self, &moves[i]))
      {
        refuse (out_verdict, _ ("That time is past already."));
        return TRUE;
      }
  switch (gw_rota_thoughts_find (self->thoughts, moves, n_moves, &answer))
    {
    case GW_ROTA_THOUGHTS_WAITING:
      if (gw_rota_thoughts_is_free (self->thoughts))
        {
          g_autoptr (GwChange) change = build_thought (self, moves, n_moves);
          gw_rota_thoughts_think (self->thoughts, moves, n_moves, change);
        }
      return FALSE;
    case GW_ROTA_THOUGHTS_FAILED:
      out_verdict->severity = GW_BOARD_GIVES_WAY;
      out_verdict->sentence = g_strdup (_ ("What that would mean could not be worked out."));
      return TRUE;
    case GW_ROTA_THOUGHTS_ANSWERED:
    default:
      if (answer->clash != NULL)
        refuse (out_verdict, answer->clash);
      else
        describe (answer, out_verdict);
      return TRUE;
    }
}

/*
 * Whether a shift takes along or leaves what the engine knows nothing of: visits wait in an open shift,
 * and the other half of a two-person visit stays when one shift is opened.
 */
static gboolean
is_thought (GwRotaPricer *self, const GwBoardMove *move)
{
  return (move->flags & GW_BOARD_MOVE_OTHER_TIME) != 0 || gw_id_is_none (move->from) ||
         gw_id_is_none (move->to);
}

static gboolean
price_shift (GwRotaPricer *self, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  g_autoptr (GwVerdict) verdict = NULL;

  if (is_thought (self, move))
    return price_thought (self, move, 1, out_verdict);
  verdict = gw_pricer_price_shift (self->pricer, move->shift, move->to);
  take_verdict (verdict, move, out_verdict);
  out_verdict->start = move->start;
  return TRUE;
}

static gboolean
price (GwBoardPricer *iface, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  GwRotaPricer *self = GW_ROTA_PRICER (iface);
  GwVisitTarget target = to_target (move);
  g_autoptr (GwVerdict) verdict = NULL;

  if (self->pricer == NULL)
    return FALSE;
  if (!gw_id_is_none (move->shift))
    return price_shift (self, move, out_verdict);
  verdict = gw_pricer_price_visit (self->pricer, &target);
  take_verdict (verdict, move, out_verdict);
  return TRUE;
}

static gboolean
price_all (GwBoardPricer *iface, const GwBoardMove *moves, guint n_moves,
           GwBoardVerdict *out_verdict)
{
  GwRotaPricer *self = GW_ROTA_PRICER (iface);

  return self->pricer != NULL && price_thought (self, moves, n_moves, out_verdict);
}

/* The day of the shift that a visit would be in. */
static GwDay
find_day (GwRotaPricer *self, const GwVerdict *verdict)
{
  const GwRecord *shift = gw_planner_input_find (gw_week_problem_get_input (self->week),
                                                 &gw_shift_type, verdict->shift);

  return shift != NULL ? gw_shift_get_day (shift) : verdict->day;
}

static guint
suggest (GwBoardPricer *iface, const GwBoardMove *held, GwBoardMove *out_moves, guint n_moves)
{
  GwRotaPricer *self = GW_ROTA_PRICER (iface);
  gboolean is_shift = !gw_id_is_none (held->shift);
  g_autoptr (GPtrArray) places = NULL;

  if (self->pricer == NULL)
    return 0;
  places = is_shift ? gw_pricer_suggest_colleagues (self->pricer, held->shift, n_moves)
                    : gw_pricer_suggest_places (self->pricer, held->visit, held->from, n_moves);
  for (guint i = 0; i < MIN (places->len, n_moves); i++)
    {
      const GwVerdict *verdict = g_ptr_array_index (places, i);
      out_moves[i] = *held;
      out_moves[i].to = verdict->colleague;
      out_moves[i].day = is_shift ? verdict->day : find_day (self, verdict);
      out_moves[i].start = is_shift ? held->start
                                    : count_from (out_moves[i].day, verdict->day, verdict->start);
      out_moves[i].flags = 0;
    }
  return MIN (places->len, n_moves);
}

static void
pricer_init (GwBoardPricerInterface *iface)
{
  iface->price = price;
  iface->price_all = price_all;
  iface->suggest = suggest;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GwRotaPricer, gw_rota_pricer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GW_TYPE_BOARD_PRICER, pricer_init))

static void
gw_rota_pricer_finalize (GObject *object)
{
  GwRotaPricer *self = GW_ROTA_PRICER (object);

  g_clear_pointer (&self->thoughts, gw_rota_thoughts_free);
  g_clear_pointer (&self->pricer, gw_pricer_free);
  g_clear_pointer (&self->week, gw_week_problem_unref);
  G_OBJECT_CLASS (gw_rota_pricer_parent_class)->finalize (object);
}

static void
gw_rota_pricer_class_init (GwRotaPricerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gw_rota_pricer_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", GW_TYPE_ROTA_PRICER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_THOUGHT] = g_signal_new ("thought", GW_TYPE_ROTA_PRICER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gw_rota_pricer_init (GwRotaPricer *self)
{
}

GwRotaPricer *
gw_rota_pricer_new (void)
{
  return g_object_new (GW_TYPE_ROTA_PRICER, NULL);
}

void
gw_rota_pricer_take (GwRotaPricer *self, GwPricer *pricer, GwWeekProblem *week)
{
  g_return_if_fail (GW_IS_ROTA_PRICER (self));
  g_clear_pointer (&self->thoughts, gw_rota_thoughts_free);
  g_clear_pointer (&self->pricer, gw_pricer_free);
  g_clear_pointer (&self->week, gw_week_problem_unref);
  self->pricer = pricer;
  self->week = week != NULL ? gw_week_problem_ref (week) : NULL;
  self->thoughts = week != NULL ? gw_rota_thoughts_new (week, on_thought, self) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
gw_rota_pricer_set_stale (GwRotaPricer *self, gboolean is_stale)
{
  g_return_if_fail (GW_IS_ROTA_PRICER (self));
  self->is_stale = is_stale;
}

gboolean
gw_rota_pricer_is_stale (GwRotaPricer *self)
{
  g_return_val_if_fail (GW_IS_ROTA_PRICER (self), FALSE);
  return self->is_stale;
}

GwPricer *
gw_rota_pricer_get (GwRotaPricer *self)
{
  g_return_val_if_fail (GW_IS_ROTA_PRICER (self), NULL);
  return self->pricer;
}

static GwChange *
build_priced (GwRotaPricer *self, const GwBoardMove *move)
{
  GwVisitTarget target = to_target (move);
  g_autoptr (GwVerdict) verdict = NULL;
  g_autoptr (GwChange) change = NULL;

  if (self->pricer == NULL)
    return NULL;
  verdict = gw_pricer_price_visit (self->pricer, &target);
  if (!verdict->is_allowed)
    return NULL;
  change = gw_pricer_build_change (self->pricer, verdict);
  return gw_change_is_empty (change) ? NULL : g_steal_pointer (&change);
}

GwChange *
gw_rota_pricer_build_change (GwRotaPricer *self, const GwBoardMove *move, const GwRecord *visit,
                             const char *name)
{
  GwVisitPlacement placement = { move->day, move->start, move->from, move->to };
  GwChange *change;

  g_return_val_if_fail (GW_IS_ROTA_PRICER (self), NULL);
  if ((move->flags & GW_BOARD_MOVE_COPY) != 0)
    return gw_visit_copy (visit, move->day, move->start, move->to, name);
  change = build_priced (self, move);
  return change != NULL ? change : gw_visit_place (visit, &placement, name);
}

/* Both halves of a visit may be among those that move; its time is set once. */
static void
add_placement (GwChange *change, GHashTable *placed, const GwRecord *visit, const GwBoardMove *move)
{
  GwVisitPlacement placement = { move->day, move->start, move->from, move->to };

  if (g_hash_table_add (placed, g_memdup2 (&move->visit, sizeof move->visit)))
    gw_visit_add_placement (change, visit, &placement);
  else
    gw_visit_add_handover (change, visit, &placement);
}

GwChange *
gw_rota_build_all_change (const GwBoardMove *moves, guint n_moves, GPtrArray *visits,
                          const char *label)
{
  g_autoptr (GHashTable)
      placed = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  GwChange *change = gw_change_new (label);

  for (guint i = 0; i < n_moves; i++)
    {
      const GwRecord *visit = g_ptr_array_index (visits, i);

      if (visit == NULL)
        continue;
      if ((moves[i].flags & GW_BOARD_MOVE_COPY) != 0)
        gw_visit_add_copy (change, visit, moves[i].day, moves[i].start, moves[i].to);
      else
        add_placement (change, placed, visit, &moves[i]);
    }
  return change;
}

GwChange *
gw_rota_pricer_build_shift_change (GwRotaPricer *self, const GwBoardMove *move, const char *label,
                                   guint *out_n_left)
{
  GwShiftPlacement placement = { move->day, move->start, move->to };
  GwPlannerInput *input;
  const GwRecord *shift;

  g_return_val_if_fail (GW_IS_ROTA_PRICER (self), NULL);
  if (self->week == NULL)
    return NULL;
  input = gw_week_problem_get_input (self->week);
  shift = gw_planner_input_find (input, &gw_shift_type, move->shift);
  if (shift == NULL)
    return NULL;
  return gw_shift_place (shift, gw_planner_input_get_records (input, &gw_visit_type), &placement,
                         label, out_n_left);
}
