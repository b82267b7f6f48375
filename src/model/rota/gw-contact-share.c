/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contact-time waterfall. */
#include "config.h"

#include "gw-contact-share.h"

#include "gw-shift-change.h"
#include "gw-visit-timing.h"

/* The law: twenty minutes in a working day of more than six hours. */
#define BREAK_MINUTES 20
#define BREAK_AFTER (6 * 60)

static void
add_shifts (GwContactShare *self, GPtrArray *shifts, GTimeZone *zone)
{
  for (guint i = 0; i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);
      gint paid;

      if (!gw_shift_has_colleague (shift))
        continue;
      paid = gw_shift_get_paid (shift, zone).value;
      self->paid += paid;
      if (paid > BREAK_AFTER)
        self->breaks += BREAK_MINUTES;
    }
}

static void
add_visits (GwContactShare *self, GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      gint minutes;

      if (!gw_visit_is_live (visit))
        continue;
      minutes = gw_visit_get_duration (visit).value * (gint) gw_visit_get_colleagues (visit).n;
      if (gw_visit_get_kind (visit) == GW_VISIT_KIND_WELLBEING)
        self->wellbeing += minutes;
      else
        self->contact += minutes;
    }
}

GwContactShare
gw_contact_share_compute (GPtrArray *shifts, GPtrArray *visits, gint meetings, gint role_time,
                          gint travel, GTimeZone *zone)
{
  GwContactShare self = { 0 };

  add_shifts (&self, shifts, zone);
  add_visits (&self, visits);
  self.meetings = meetings;
  self.role_time = role_time;
  self.travel = travel;
  self.unused = MAX (0, self.paid - self.contact - self.wellbeing - self.travel - self.breaks -
                            self.meetings - self.role_time);
  return self;
}

gint
gw_contact_share_get_permille (const GwContactShare *self)
{
  if (self->paid <= 0)
    return 0;
  return (gint) ((gint64) (self->contact + self->wellbeing) * 1000 / self->paid);
}
