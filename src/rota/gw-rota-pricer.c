/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From moves of the board to targets of the planner, and from its verdicts back. */
#include "config.h"

#include "gw-rota-pricer.h"

#include "gw-visit-change.h"

struct _GwRotaPricer
{
  GObject parent_instance;

  GwPricer *pricer;
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

static gboolean
price (GwBoardPricer *iface, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  GwRotaPricer *self = GW_ROTA_PRICER (iface);
  GwVisitTarget target = to_target (move);
  g_autoptr (GwVerdict) verdict = NULL;

  if (self->pricer == NULL)
    return FALSE;
  verdict = gw_pricer_price_visit (self->pricer, &target);
  out_verdict->severity = to_severity (verdict);
  out_verdict->sentence = g_strdup (verdict->headline);
  out_verdict->start = verdict->is_allowed ? verdict->start : move->start;
  return TRUE;
}

static guint
suggest (GwBoardPricer *iface, GwId visit, GwId from, GwBoardMove *out_moves, guint n_moves)
{
  GwRotaPricer *self = GW_ROTA_PRICER (iface);
  g_autoptr (GPtrArray) places = NULL;

  if (self->pricer == NULL)
    return 0;
  places = gw_pricer_suggest_places (self->pricer, visit, from, n_moves);
  for (guint i = 0; i < MIN (places->len, n_moves); i++)
    {
      const GwVerdict *verdict = g_ptr_array_index (places, i);
      out_moves[i] = (GwBoardMove){ .visit = visit,
                                    .from = from,
                                    .to = verdict->colleague,
                                    .day = verdict->day,
                                    .start = verdict->start };
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
  g_clear_pointer (&GW_ROTA_PRICER (object)->pricer, gw_pricer_free);
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
gw_rota_pricer_take (GwRotaPricer *self, GwPricer *pricer)
{
  g_return_if_fail (GW_IS_ROTA_PRICER (self));
  g_clear_pointer (&self->pricer, gw_pricer_free);
  self->pricer = pricer;
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
