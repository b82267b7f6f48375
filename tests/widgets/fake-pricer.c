/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fake-pricer.h. */
#include "config.h"

#include "fake-pricer.h"

struct _FakePricer
{
  GObject parent_instance;

  guint n_asked;
  gboolean has_suggestion;
  GwBoardMove suggestion;
};

static gboolean
price (GwBoardPricer *pricer, const GwBoardMove *move, GwBoardVerdict *verdict)
{
  FakePricer *self = FAKE_PRICER (pricer);

  self->n_asked++;
  verdict->start = move->start;
  if (gw_id_is_none (move->to))
    {
      verdict->severity = GW_BOARD_GIVES_WAY;
      verdict->sentence = g_strdup ("One visit more to cover");
    }
  else if (move->start.value >= 22 * 60 || move->to.bytes[15] % 5 == 0)
    {
      verdict->severity = GW_BOARD_CANNOT;
      verdict->sentence = g_strdup ("Only 9 h rest after Tuesday’s late");
    }
  else if (!gw_id_equal (move->from, move->to) && move->to.bytes[15] % 3 == 0)
    {
      verdict->severity = GW_BOARD_GIVES_WAY;
      verdict->sentence = g_strdup ("A new face for Rose, 3rd this month");
    }
  else
    {
      verdict->severity = GW_BOARD_FINE;
      verdict->sentence = g_strdup_printf ("+%d min travel", move->to.bytes[15] % 9);
    }
  return TRUE;
}

static guint
suggest (GwBoardPricer *pricer, const GwBoardMove *held, GwBoardMove *moves, guint n_moves)
{
  FakePricer *self = FAKE_PRICER (pricer);

  if (!self->has_suggestion || n_moves == 0)
    return 0;
  moves[0] = self->suggestion;
  return 1;
}

static void
pricer_init (GwBoardPricerInterface *iface)
{
  iface->price = price;
  iface->suggest = suggest;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakePricer, fake_pricer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GW_TYPE_BOARD_PRICER, pricer_init))

static void
fake_pricer_class_init (FakePricerClass *klass)
{
}

static void
fake_pricer_init (FakePricer *self)
{
}

FakePricer *
fake_pricer_new (void)
{
  return g_object_new (FAKE_TYPE_PRICER, NULL);
}

guint
fake_pricer_get_n_asked (FakePricer *self)
{
  return self->n_asked;
}

void
fake_pricer_suggest_move (FakePricer *self, const GwBoardMove *move)
{
  self->has_suggestion = TRUE;
  self->suggestion = *move;
}
