/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody is written down as away twice without a question. */
#include "config.h"

#include "session-fixture.h"

#include "gw-absence.h"
#include "gw-foresight.h"

/* Time away from one day after today until another. */
static GwDraft *
begin_absence (Fixture *self, GwId colleague, gint kind, gint first, gint last)
{
  GwDay today = gw_clock_get_today (self->clock);
  GwDraft *draft = gw_draft_new (&gw_absence_type);

  gw_absence_set_colleague (draft, colleague);
  gw_absence_set_kind (draft, kind);
  gw_absence_set_state (draft, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (draft, gw_day_add (today, first));
  gw_absence_set_last_day (draft, gw_day_add (today, last));
  return draft;
}

static GwForesight *
foresee (Fixture *self, const GwDraft *draft)
{
  g_autoptr (GwChange) change = gw_change_new ("Away");

  gw_change_add_draft (change, draft);
  return fixture_foresee (self, change);
}

static void
submit_draft (Fixture *self, const GwDraft *draft)
{
  g_autoptr (GwChange) change = gw_change_new ("Leave");

  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
}

static void
test_twice (Fixture *self, gconstpointer data)
{
  GwId marta = fixture_add_colleague (self, "Marta");
  g_autoptr (GwDraft) leave = begin_absence (self, marta, GW_ABSENCE_LEAVE, 1, 3);
  g_autoptr (GwDraft) within = begin_absence (self, marta, GW_ABSENCE_AWAY, 2, 2);
  g_autoptr (GwDraft) over = begin_absence (self, marta, GW_ABSENCE_AWAY, 3, 5);
  g_autoptr (GwForesight) first = NULL, second = NULL, third = NULL;

  first = foresee (self, leave);
  g_assert_null (first);
  submit_draft (self, leave);
  second = foresee (self, within);
  g_assert_nonnull (strstr (second->body, "has leave already: Tue 24 Nov – Thu 26 Nov."));
  third = foresee (self, over);
  g_assert_nonnull (third);
}

/* Other days, another colleague, a wish without an answer: nothing is asked. */
static void
test_not_twice (Fixture *self, gconstpointer data)
{
  GwId marta = fixture_add_colleague (self, "Marta"), amina = fixture_add_colleague (self, "Amina");
  g_autoptr (GwDraft) leave = begin_absence (self, marta, GW_ABSENCE_LEAVE, 1, 3);
  g_autoptr (GwDraft) later = begin_absence (self, marta, GW_ABSENCE_AWAY, 4, 5);
  g_autoptr (GwDraft) other = begin_absence (self, amina, GW_ABSENCE_AWAY, 1, 3);
  g_autoptr (GwDraft) wish = begin_absence (self, marta, GW_ABSENCE_LEAVE, 1, 3);
  const GwDraft *drafts[] = { later, other, wish };

  gw_absence_set_state (wish, GW_ABSENCE_ASKED);
  submit_draft (self, leave);
  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (GwForesight) foresight = foresee (self, drafts[i]);
      g_assert_null (foresight);
    }
}

/* Its own days are not in the way of a change, and a note asks nothing. */
static void
test_itself (Fixture *self, gconstpointer data)
{
  GwId marta = fixture_add_colleague (self, "Marta");
  g_autoptr (GwDraft) leave = begin_absence (self, marta, GW_ABSENCE_LEAVE, 1, 3);
  g_autoptr (GwRecord) before = gw_draft_build (leave);
  g_autoptr (GwDraft) longer = gw_draft_new_for (before);
  g_autoptr (GwForesight) foresight = NULL;

  submit_draft (self, leave);
  gw_absence_set_last_day (longer, gw_day_add (gw_absence_get_last_day (before), 1));
  foresight = foresee (self, longer);
  g_assert_null (foresight);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session/foresee/twice", test_twice);
  FIXTURE_ADD ("/session/foresee/not-twice", test_not_twice);
  FIXTURE_ADD ("/session/foresee/itself", test_itself);
  return g_test_run ();
}
