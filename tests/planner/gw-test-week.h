/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small hand-made week for tests of the planner: three colleagues, two people, one door a
 * kilometre from the other. The week begins on Monday 23 November 2026.
 */
#pragma once

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-meeting.h"
#include "gw-person.h"
#include "gw-planner-input.h"
#include "gw-pricer.h"
#include "gw-role-time.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-visit.h"
#include "gw-week-problem.h"
#include "gw-week-report.h"

G_BEGIN_DECLS

/** TestWeek: records in the making; ids follow from numbers. */
typedef struct
{
  GwPlannerInput *input;
  GwDay monday;
} TestWeek;

enum
{
  TEST_MARTA = 1,
  TEST_AMINA,
  TEST_JOE,
  TEST_ROSE = 11,
  TEST_GEORGE,
  TEST_HOIST = 21,
};

/* Numbers of shifts and visits; a test may count on from them. */
enum
{
  SHIFT = 31,
  SHIFT_2,
  SHIFT_3,
  VISIT = 101,
  VISIT_2,
  VISIT_3,
};

/** H: an hour of the day in minutes. */
#define H(hours) ((hours) *60)

/** test_id: the id of record number @number. */
GwId test_id (guint number);

/** test_week_init: Marta (woman), Amina (woman), Joe (man); Rose and George. Drafts not added yet. */
void test_week_init (TestWeek *week);

/** test_week_clear: drops the records. */
void test_week_clear (TestWeek *week);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestWeek, test_week_clear)

/** test_draft: a draft of record @number of @type. (transfer full) */
GwDraft *test_draft (const GwRecordType *type, guint number);

/** test_add: adds what @draft builds, and frees it. */
void test_add (TestWeek *week, GwDraft *draft);

/** test_colleague: a draft of one of the three with the usual contract. (transfer full) */
GwDraft *test_colleague (guint number);

/** test_person: a draft of Rose or George. (transfer full) */
GwDraft *test_person (guint number);

/** test_add_everybody: all three colleagues and both people as they are. */
void test_add_everybody (TestWeek *week);

/** test_week_init_early: everybody, and an early of Marta's on Monday, 07:00 to 14:00. */
void test_week_init_early (TestWeek *week);

/** test_shift: a draft of a shift of @colleague (0: open) on day @day (0 Monday). (transfer full) */
GwDraft *test_shift (TestWeek *week, guint number, guint colleague, gint day, gint start, gint end);

/** test_visit: a draft of a 30 min visit at @ideal (minutes), nobody yet. (transfer full) */
GwDraft *test_visit (TestWeek *week, guint number, guint person, gint day, gint ideal);

/** test_give: gives a visit's draft to @colleague at @start; returns that draft. */
GwDraft *test_give (GwDraft *visit, guint colleague, gint start);

/** test_build: the problem of the records so far. (transfer full) */
GwWeekProblem *test_build (TestWeek *week);

/** test_build_current: the rota as those records have it. (transfer full) */
GwWeekPlan *test_build_current (TestWeek *week);

/** test_build_pricer: prices of the rota that the records so far make. (transfer full) */
GwPricer *test_build_pricer (TestWeek *week);

/** test_apply: the input with @records as they are after @change. (transfer full) */
GwPlannerInput *test_apply (GwPlannerInput *input, GPtrArray *records, GwChange *change);

G_END_DECLS
