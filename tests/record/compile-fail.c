/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled once for each WRONG: 0 must compile, the others must not. */

#include "gw-outing.h"

GwMinute read_start (const GwOuting *outing);
void write_start (GwDraft *draft, GwDay day, GwMinute minute, GwMoney money);

GwMinute
read_start (const GwOuting *outing)
{
#if WRONG == 1
  return gw_outing_get_day (outing);
#else
  return gw_outing_get_start (outing);
#endif
}

void
write_start (GwDraft *draft, GwDay day, GwMinute minute, GwMoney money)
{
#if WRONG == 2
  gw_outing_set_start (draft, day);
#elif WRONG == 3
  gw_outing_set_start (draft, 480);
#elif WRONG == 4
  gw_outing_set_length (draft, minute);
#elif WRONG == 5
  gw_outing_set_cost (draft, 100);
#elif WRONG == 6
  gw_outing_set_day (draft, GW_DAY (minute));
#else
  gw_outing_set_start (draft, minute);
  gw_outing_set_day (draft, day);
  gw_outing_set_cost (draft, money);
#endif
}
