/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each hard rule about who may do a visit, with a case that breaks it.
 */
#include "gw-engine-verify.h"
#include "gw-small-world.h"

static void
test_no_colleague (void)
{
  GwWorld world;
  int o, s;

  gw_world_begin_usual (&world);
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  s = gw_world_add_shift (&world, 0, AT (8, 0), AT (15, 0), GW_ENGINE_NONE);
  gw_world_seal (&world);
  gw_world_expect_place_breaks (&world, o, s, AT (10, 0), GW_ENGINE_RULE_NO_COLLEAGUE, 1);
}

static void
test_skill (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  gw_engine_builder_add_skills (world.builder, 0, 6, 0, 13);
  world.operation.skills = 7;
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_seal (&world);
  gw_world_put (&world, o, 0, AT (9, 0));
  gw_world_expect_place_breaks (&world, o, 1, AT (9, 0), GW_ENGINE_RULE_SKILL, 2);
}

/* The certificate ends on day 0; the same colleague works on day 1. */
static void
test_skill_in_date (void)
{
  GwWorld world;
  int o, s;

  gw_world_begin_usual (&world);
  gw_engine_builder_add_skills (world.builder, 0, 2, 0, 0);
  s = gw_world_add_shift (&world, 1, AT (8, 0), AT (15, 0), 0);
  world.operation.skills = 3;
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_window (world.builder, o, AT (32, 0), AT (38, 0), GW_ENGINE_NO_TIME);
  gw_world_seal (&world);
  gw_world_put (&world, o, 0, AT (9, 0));
  gw_world_expect_place_breaks (&world, o, s, AT (33, 0), GW_ENGINE_RULE_SKILL, 1);
}

static void
check_fit (GwEngineRule rule)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_fit (world.builder, o, 1, rule, 0);
  gw_world_seal (&world);
  gw_world_put (&world, o, 0, AT (9, 0));
  gw_world_expect_place_breaks (&world, o, 1, AT (9, 0), rule, 1);
}

static void
test_declined (void)
{
  check_fit (GW_ENGINE_RULE_DECLINED);
}

static void
test_must (void)
{
  check_fit (GW_ENGINE_RULE_MUST);
}

static void
test_limit (void)
{
  check_fit (GW_ENGINE_RULE_LIMIT);
}

/* Two operations with a link about who, the first by colleague 0. */
static void
check_who_link (GwEngineLinkKind kind, int good, int bad, GwEngineRule rule)
{
  GwWorld world;
  int a, b;

  gw_world_begin_usual (&world);
  a = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  b = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_link (world.builder, &(GwEngineLink){ kind, a, b, 0, 0, false });
  gw_world_seal (&world);
  gw_world_put (&world, a, 0, AT (9, 0));
  gw_world_put (&world, b, good, AT (12, 30));
  gw_world_expect_place_breaks (&world, b, bad, AT (12, 30), rule, 1);
}

static void
test_different (void)
{
  check_who_link (GW_ENGINE_LINK_DIFFERENT, 1, 0, GW_ENGINE_RULE_DIFFERENT);
}

static void
test_same (void)
{
  check_who_link (GW_ENGINE_LINK_SAME, 0, 1, GW_ENGINE_RULE_SAME);
}

static void
test_eligible (void)
{
  GwWorld world;
  int c;

  gw_world_begin_usual (&world);
  c = gw_world_add_colleague (&world);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, 0, c, GW_ENGINE_RULE_ELIGIBLE, 1);
}

static void
test_pinned_shift (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  world.operation.pin_shift = 0;
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_seal (&world);
  gw_world_put (&world, o, 0, AT (9, 0));
  gw_world_expect_place_breaks (&world, o, 1, AT (9, 0), GW_ENGINE_RULE_PIN, 1);
}

static void
test_pinned_start (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  world.operation.pin_shift = 0;
  world.operation.pin_start = AT (9, 0);
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_seal (&world);
  gw_world_put (&world, o, 0, AT (9, 0));
  gw_world_expect_place_breaks (&world, o, 0, AT (9, 1), GW_ENGINE_RULE_PIN, 1);
}

static void
test_pinned_colleague (void)
{
  GwWorld world;
  GwEngineShift shift;
  int s;

  gw_world_begin_usual (&world);
  gw_engine_shift_init (&shift, 3, AT (80, 0), AT (85, 0));
  shift.colleague = 0;
  s = gw_engine_builder_add_shift (world.builder, &shift);
  gw_engine_builder_add_eligible (world.builder, s, 1);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, s, 1, GW_ENGINE_RULE_PIN, 1);
}

int
main (void)
{
  gw_tap_run ("nobody holds the shift", test_no_colleague);
  gw_tap_run ("skill", test_skill);
  gw_tap_run ("skill in date", test_skill_in_date);
  gw_tap_run ("declined", test_declined);
  gw_tap_run ("must", test_must);
  gw_tap_run ("limit", test_limit);
  gw_tap_run ("different colleagues", test_different);
  gw_tap_run ("same colleague", test_same);
  gw_tap_run ("eligible", test_eligible);
  gw_tap_run ("pinned to a shift", test_pinned_shift);
  gw_tap_run ("pinned to a time", test_pinned_start);
  gw_tap_run ("shift pinned to a colleague", test_pinned_colleague);
  return gw_tap_done ();
}
