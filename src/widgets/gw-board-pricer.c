/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The face of a pricer, and how severities look. */
#include "config.h"

#include "gw-board-pricer.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (GwBoardPricer, gw_board_pricer, G_TYPE_OBJECT)

static void
gw_board_pricer_default_init (GwBoardPricerInterface *iface)
{
}

void
gw_board_verdict_clear (GwBoardVerdict *self)
{
  g_clear_pointer (&self->sentence, g_free);
  self->severity = GW_BOARD_UNKNOWN;
}

const char *
gw_board_severity_get_icon (GwBoardSeverity severity)
{
  switch (severity)
    {
    case GW_BOARD_FINE:
    case GW_BOARD_CHANGES:
      return "gw-fine-symbolic";
    case GW_BOARD_GIVES_WAY:
      return "gw-wish-symbolic";
    case GW_BOARD_CANNOT:
      return "gw-cannot-symbolic";
    case GW_BOARD_UNKNOWN:
    default:
      return "content-loading-symbolic";
    }
}

const char *
gw_board_severity_get_class (GwBoardSeverity severity)
{
  switch (severity)
    {
    case GW_BOARD_FINE:
      return "fine";
    case GW_BOARD_CHANGES:
      return "changes";
    case GW_BOARD_GIVES_WAY:
      return "gives-way";
    case GW_BOARD_CANNOT:
      return "cannot";
    case GW_BOARD_UNKNOWN:
    default:
      return "unknown";
    }
}

gboolean
gw_board_pricer_price (GwBoardPricer *self, const GwBoardMove *move, GwBoardVerdict *out_verdict)
{
  *out_verdict = (GwBoardVerdict){ GW_BOARD_UNKNOWN, NULL, move->start };
  g_return_val_if_fail (GW_IS_BOARD_PRICER (self), FALSE);
  return GW_BOARD_PRICER_GET_IFACE (self)->price (self, move, out_verdict);
}

/* What is said of several is said with their number. */
static void
count_in (GwBoardVerdict *verdict, guint n_moves)
{
  g_autofree char *sentence = g_steal_pointer (&verdict->sentence);

  /* Translators: several visits are held; then what moving them means */
  verdict->sentence = g_strdup_printf (ngettext ("%u visit: %s", "%u visits: %s", n_moves), n_moves,
                                       sentence != NULL ? sentence : "");
}

static gboolean
price_each (GwBoardPricer *self, const GwBoardMove *moves, guint n_moves,
            GwBoardVerdict *out_verdict)
{
  gboolean known = TRUE;

  *out_verdict = (GwBoardVerdict){ GW_BOARD_FINE, NULL, moves[0].start };
  for (guint i = 0; i < n_moves && known && out_verdict->severity != GW_BOARD_CANNOT; i++)
    {
      g_auto (GwBoardVerdict) one = { GW_BOARD_UNKNOWN, NULL, moves[i].start };

      known = gw_board_pricer_price (self, &moves[i], &one);
      if (known && one.severity < out_verdict->severity)
        continue;
      out_verdict->severity = one.severity;
      g_free (out_verdict->sentence);
      out_verdict->sentence = g_steal_pointer (&one.sentence);
    }
  return known;
}

gboolean
gw_board_pricer_price_all (GwBoardPricer *self, const GwBoardMove *moves, guint n_moves,
                           GwBoardVerdict *out_verdict)
{
  GwBoardPricerInterface *iface = GW_BOARD_PRICER_GET_IFACE (self);
  gboolean known;

  g_return_val_if_fail (n_moves > 0, FALSE);
  if (n_moves == 1)
    return gw_board_pricer_price (self, moves, out_verdict);
  *out_verdict = (GwBoardVerdict){ GW_BOARD_UNKNOWN, NULL, moves[0].start };
  known = iface->price_all != NULL ? iface->price_all (self, moves, n_moves, out_verdict)
                                   : price_each (self, moves, n_moves, out_verdict);
  if (known)
    count_in (out_verdict, n_moves);
  return known;
}

guint
gw_board_pricer_suggest (GwBoardPricer *self, const GwBoardMove *held, GwBoardMove *out_moves,
                         guint n_moves)
{
  g_return_val_if_fail (GW_IS_BOARD_PRICER (self), 0);
  return GW_BOARD_PRICER_GET_IFACE (self)->suggest (self, held, out_moves, n_moves);
}
