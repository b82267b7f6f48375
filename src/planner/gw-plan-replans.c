/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a search was planned anew. */
#include "config.h"

#include "gw-plan-replans.h"

G_STATIC_ASSERT (GW_PLAN_MOST_REPLANS == GW_ENGINE_REPLANS);

void
gw_plan_search_set_replans (GwPlanSearch *self, const GwEngineReplan *replans, gint32 n_replans)
{
  self->n_replans = (guint) n_replans;
  for (guint i = 0; i < self->n_replans; i++)
    self->replans[i] = (GwPlanReplan){ replans[i].at, replans[i].steps };
}

gint32
gw_plan_search_get_replans (const GwPlanSearch *self, GwEngineReplan *out_replans)
{
  for (guint i = 0; i < self->n_replans; i++)
    out_replans[i] = (GwEngineReplan){ self->replans[i].at, self->replans[i].steps };
  return (gint32) self->n_replans;
}
