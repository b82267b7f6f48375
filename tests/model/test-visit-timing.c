/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows, cover and the past of one visit. */
#include "config.h"

#include "gw-model-fixtures.h"

#include "gw-contact-share.h"
#include "gw-visit-timing.h"

static void
assert_window (GwDraft *draft, gint earliest, gint ideal, gint latest)
{
  g_autoptr (GwRecord) visit = gw_draft_build (draft);
  GwStartWindow window = gw_visit_get_window (visit);

  g_assert_cmpint (window.earliest.value, ==, earliest);
  g_assert_cmpint (window.ideal.value, ==, ideal);
  g_assert_cmpint (window.latest.value, ==, latest);
}

/* 15 minutes when critical, 30 agreed, 60 flexible, unless given. */
static void
test_window (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (GW_ID_NONE);
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  assert_window (draft, 450, 480, 510);
  gw_visit_set_firmness (draft, GW_FIRMNESS_CRITICAL);
  assert_window (draft, 465, 480, 495);
  gw_visit_set_firmness (draft, GW_FIRMNESS_FLEXIBLE);
  assert_window (draft, 420, 480, 540);
  gw_visit_set_tolerance (draft, GW_SPAN (5));
  assert_window (draft, 475, 480, 485);
  gw_visit_set_ideal (draft, GW_HM (9, 0));
  assert_window (draft, 535, 540, 545);
  gw_visit_set_earliest (draft, GW_HM (10, 0));
  gw_visit_set_latest (draft, GW_HM (12, 0));
  assert_window (draft, 600, 600, 720);
}

static void
test_window_without_times (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (GW_ID_NONE);
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  gw_draft_clear_value (draft, GW_VISIT_START);
  assert_window (draft, 420, 855, 1290);
}

static void
assert_shown (GwDraft *draft, gint start)
{
  g_autoptr (GwRecord) visit = gw_draft_build (draft);

  g_assert_cmpint (gw_visit_get_shown_start (visit).value, ==, start);
}

/* A time that nobody said is in steps of five minutes, and within the window. */
static void
test_shown_start (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (GW_ID_NONE);
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  gw_draft_clear_value (draft, GW_VISIT_START);
  gw_visit_set_earliest (draft, GW_HM (11, 45));
  gw_visit_set_latest (draft, GW_HM (14, 30));
  assert_shown (draft, 13 * 60 + 5);
  gw_visit_set_earliest (draft, GW_HM (11, 46));
  gw_visit_set_latest (draft, GW_HM (11, 47));
  assert_shown (draft, 11 * 60 + 46);
  gw_visit_set_ideal (draft, GW_HM (11, 47));
  assert_shown (draft, 11 * 60 + 47);
  gw_visit_set_start (draft, GW_HM (11, 48));
  assert_shown (draft, 11 * 60 + 48);
}

static void
test_covered (void)
{
  g_autoptr (GwRecord) nobody = fixture_visit (GW_ID_NONE);
  g_autoptr (GwRecord) somebody = fixture_visit (fixture_id (5));
  g_autoptr (GwDraft) two = gw_draft_new_for (somebody);
  g_autoptr (GwRecord) half = NULL;

  g_assert_false (gw_visit_is_covered (nobody));
  g_assert_true (gw_visit_is_covered (somebody));
  gw_visit_set_colleagues_needed (two, 2);
  half = gw_draft_build (two);
  /* A two-person visit with one colleague is not covered. */
  g_assert_false (gw_visit_is_covered (half));
}

static void
test_past (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (GW_ID_NONE);

  g_assert_false (gw_visit_is_before (visit, fixture_day (0), GW_HM (8, 0)));
  g_assert_true (gw_visit_is_before (visit, fixture_day (0), GW_HM (8, 1)));
  g_assert_true (gw_visit_is_before (visit, fixture_day (1), GW_HM (0, 0)));
}

/* A seven-hour shift with 3 × 30 minutes of contact. */
static void
test_contact_share (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_shift_type);
  g_autoptr (GPtrArray) shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  GwContactShare share;

  gw_shift_set_colleague (draft, fixture_id (5));
  gw_shift_set_day (draft, fixture_day (0));
  gw_shift_set_start (draft, GW_HM (7, 0));
  gw_shift_set_end (draft, GW_HM (14, 0));
  g_ptr_array_add (shifts, gw_draft_build (draft));
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (visits, fixture_visit (fixture_id (5)));
  share = gw_contact_share_compute (shifts, visits, 120, 30, 18, zone);
  g_assert_cmpint (share.paid, ==, 420);
  g_assert_cmpint (share.contact, ==, 90);
  g_assert_cmpint (share.breaks, ==, 20);
  g_assert_cmpint (share.unused, ==, 420 - 90 - 20 - 120 - 30 - 18);
  g_assert_cmpint (gw_contact_share_get_permille (&share), ==, 214);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/visit/window", test_window);
  g_test_add_func ("/model/visit/window-without-times", test_window_without_times);
  g_test_add_func ("/model/visit/shown-start", test_shown_start);
  g_test_add_func ("/model/visit/covered", test_covered);
  g_test_add_func ("/model/visit/past", test_past);
  g_test_add_func ("/model/contact-share", test_contact_share);
  return g_test_run ();
}
