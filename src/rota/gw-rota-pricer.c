/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From moves of the board to targets of the planner, and from its verdicts back. */
#include "config.h"

#include "gw-rota-pricer.h"

#include "gw-rota-what-if.h"

#include "gw-shift-change.h"
#include "gw-visit-change.h"

#include <glib/gi18n-lib.h>

struct _GwRotaPricer
{
  GObject parent_instance;

  GwPricer *pricer;
  GwWeekProblem *week;

  /* The last move that had to be thought through, and what came out of it. */
  GwBoardMove thought;
  GCancellable *thinking;
  GwRotaWhatIf *answer;
  gboolean failed;
};

enum
{
  SIGNAL_CHANGED,
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

static void
take_verdict (const GwVerdict *verdict, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  out_verdict->severity = to_severity (verdict);
  out_verdict->sentence = g_strdup (verdict->headline);
  out_verdict->start = verdict->is_allowed ? verdict->start : move->start;
}

static gboolean
is_same_place (const GwBoardMove *one, const GwBoardMove *other)
{
  return gw_id_equal (one->shift, other->shift) && gw_id_equal (one->to, other->to) &&
         gw_day_compare (one->day, other->day) == 0 && one->start.value == other->start.value;
}

static void
forget_thought (GwRotaPricer *self)
{
  if (self->thinking != NULL)
    g_cancellable_cancel (self->thinking);
  g_clear_object (&self->thinking);
  g_clear_pointer (&self->answer, gw_rota_what_if_free);
  self->failed = FALSE;
  self->thought = (GwBoardMove){ .flags = 0 };
}

static void
on_thought (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaPricer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRotaWhatIf) answer = gw_rota_what_if_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->thinking == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->thinking)
    return;
  g_clear_object (&self->thinking);
  self->failed = answer == NULL;
  self->answer = g_steal_pointer (&answer);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The answer is asked for again when it is there. */
static void
think (GwRotaPricer *self, const GwBoardMove *move)
{
  g_autoptr (GwChange) change = gw_rota_pricer_build_shift_change (self, move, "", NULL);

  forget_thought (self);
  self->thought = *move;
  self->failed = change == NULL;
  if (self->failed)
    return;
  self->thinking = g_cancellable_new ();
  gw_rota_what_if_async (self->week, change, self->thinking, on_thought, g_object_ref (self));
}

static gboolean
is_past (GwRotaPricer *self, const GwBoardMove *move)
{
  GwDay today;
  GwMinute now;

  return gw_planner_input_get_now (gw_week_problem_get_input (self->week), &today, &now) &&
         (gw_day_compare (move->day, today) < 0 ||
          (gw_day_compare (move->day, today) == 0 && move->start.value < now.value));
}

static gboolean
price_thought (GwRotaPricer *self, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  if (is_past (self, move))
    {
      out_verdict->severity = GW_BOARD_CANNOT;
      out_verdict->sentence = g_strdup (_ ("That time is past already."));
      return TRUE;
    }
  if (!is_same_place (&self->thought, move))
    think (self, move);
  if (self->failed)
    {
      out_verdict->severity = GW_BOARD_GIVES_WAY;
      out_verdict->sentence = g_strdup (_ ("What that would mean could not be worked out."));
      return TRUE;
    }
  if (self->answer == NULL)
    return FALSE;
  if (self->answer->clash != NULL)
    {
      out_verdict->severity = GW_BOARD_CANNOT;
      out_verdict->sentence = g_strdup (self->answer->clash);
      return TRUE;
    }
  out_verdict->severity = self->answer->to_cover > 0 ? GW_BOARD_GIVES_WAY : GW_BOARD_FINE;
  out_verdict->sentence = self->answer->to_cover > 0
                              ? g_strdup_printf (ngettext ("%d visit more to cover",
                                                           "%d visits more to cover",
                                                           (gulong) self->answer->to_cover),
                                                 self->answer->to_cover)
                              : g_strdup (_ ("Nothing else changes"));
  return TRUE;
}

static gboolean
price_shift (GwRotaPricer *self, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  g_autoptr (GwVerdict) verdict = NULL;

  if ((move->flags & GW_BOARD_MOVE_OTHER_TIME) != 0)
    return price_thought (self, move, out_verdict);
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
      out_moves[i].day = verdict->day;
      out_moves[i].start = is_shift ? held->start : verdict->start;
      out_moves[i].flags = 0;
    }
  return MIN (places->len, n_moves);
}

static void
pricer_init (GwBoardPricerInterface *iface)
{
  iface->price = price;
  iface->suggest = suggest;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GwRotaPricer, gw_rota_pricer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GW_TYPE_BOARD_PRICER, pricer_init))

static void
gw_rota_pricer_finalize (GObject *object)
{
  GwRotaPricer *self = GW_ROTA_PRICER (object);

  forget_thought (self);
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
  forget_thought (self);
  g_clear_pointer (&self->pricer, gw_pricer_free);
  g_clear_pointer (&self->week, gw_week_problem_unref);
  self->pricer = pricer;
  self->week = week != NULL ? gw_week_problem_ref (week) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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
