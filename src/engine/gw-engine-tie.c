/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-tie.h.
 */
#include "gw-engine-tie.h"

void
gw_engine_tie_init (GwEngineTie *tie, const GwEngineLink *link)
{
  *tie = (GwEngineTie){ link->a, link->b, -GW_ENGINE_ALWAYS, GW_ENGINE_ALWAYS, false };
  if (link->kind == GW_ENGINE_LINK_TOGETHER)
    {
      tie->low = -link->max;
      tie->high = link->max;
    }
  if (link->is_soft)
    return;
  if (link->kind == GW_ENGINE_LINK_LAG)
    {
      tie->low = link->min == GW_ENGINE_NO_TIME ? -GW_ENGINE_ALWAYS : link->min;
      tie->high = link->max == INT32_MAX ? GW_ENGINE_ALWAYS : link->max;
    }
  else if (link->kind == GW_ENGINE_LINK_GAP)
    {
      tie->low = link->min;
      tie->is_gap = true;
    }
}

bool
gw_engine_tie_binds (const GwEngineTie *tie)
{
  return tie->is_gap || tie->low > -GW_ENGINE_ALWAYS || tie->high < GW_ENGINE_ALWAYS;
}

bool
gw_engine_tie_is_implied (const GwEngineTie *tie, GwEngineTimes a, GwEngineTimes b)
{
  for (int32_t i = 0; i < a.n; i++)
    for (int32_t j = 0; j < b.n; j++)
      {
        /* How much later b starts than a, at least and at most. */
        int32_t least = b.windows[j].open - a.windows[i].close;
        int32_t most = b.windows[j].close - a.windows[i].open;

        if (tie->is_gap ? least < tie->low && most > -tie->low
                        : least < tie->low || most > tie->high)
          return false;
      }
  return true;
}
