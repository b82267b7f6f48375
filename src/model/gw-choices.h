/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The choices that record types share. Numbers are stored and never reused; 0 means "not said" and
 * is the same as empty. Constant data; any thread.
 */
#pragma once

#include "gw-field.h"

G_BEGIN_DECLS

/** GwTravelMode: how a colleague gets about. */
typedef enum
{
  GW_TRAVEL_CAR = 1,
  GW_TRAVEL_BICYCLE = 2,
  GW_TRAVEL_WALK = 3,
  GW_TRAVEL_BUS = 4
} GwTravelMode;

/** GwGender: as the person says it; used only for wishes. */
typedef enum
{
  GW_GENDER_WOMAN = 1,
  GW_GENDER_MAN = 2,
  GW_GENDER_OTHER = 3
} GwGender;

/** GwHomeFeature: bits of what a home has, and of what a colleague cannot work with. */
typedef enum
{
  GW_HOME_DOG = 1,
  GW_HOME_CAT = 2,
  GW_HOME_SMOKE = 3,
  GW_HOME_STAIRS = 4
} GwHomeFeature;

/** GwFirmness: how firm a visit's time is. */
typedef enum
{
  GW_FIRMNESS_AGREED = 1,
  GW_FIRMNESS_CRITICAL = 2,
  GW_FIRMNESS_FLEXIBLE = 3
} GwFirmness;

/** GwVisitKind: what a visit is. */
typedef enum
{
  GW_VISIT_KIND_SUPPORT = 1,
  GW_VISIT_KIND_WELLBEING = 2
} GwVisitKind;

/** GwVisitState: where a visit stands. Held: the person is resting in hospital or away. */
typedef enum
{
  GW_VISIT_STATE_PLANNED = 1,
  GW_VISIT_STATE_DONE = 2,
  GW_VISIT_STATE_CANCELLED = 3,
  GW_VISIT_STATE_HELD = 4,
  GW_VISIT_STATE_NOBODY_CAME = 5
} GwVisitState;

/** GwCancelledBy: who asked for a cancellation. */
typedef enum
{
  GW_CANCELLED_BY_PERSON = 1,
  GW_CANCELLED_BY_FAMILY = 2,
  GW_CANCELLED_BY_FUNDER = 3,
  GW_CANCELLED_BY_TEAM = 4,
  GW_CANCELLED_BY_HOSPITAL = 5
} GwCancelledBy;

/** GwCancelledPay: what the funder pays for a cancelled visit. The colleague is always paid. */
typedef enum
{
  GW_CANCELLED_PAY_FULL = 1,
  GW_CANCELLED_PAY_PART = 2,
  GW_CANCELLED_PAY_NOTHING = 3
} GwCancelledPay;

/** GwAbsenceKind: why a colleague is not here. Paper only ever says "Away". */
typedef enum
{
  GW_ABSENCE_LEAVE = 1,
  GW_ABSENCE_AWAY = 2,
  GW_ABSENCE_TRAINING = 3
} GwAbsenceKind;

/** GwAbsenceState: asked for, or answered. Approved leave is pinned. */
typedef enum
{
  GW_ABSENCE_ASKED = 1,
  GW_ABSENCE_APPROVED = 2,
  GW_ABSENCE_DECLINED = 3
} GwAbsenceState;

/** GwAvailabilityKind: what a stretch of the week is like for a colleague. */
typedef enum
{
  GW_AVAILABILITY_CAN = 1,
  GW_AVAILABILITY_GLADLY = 2,
  GW_AVAILABILITY_RATHER_NOT = 3,
  GW_AVAILABILITY_CANNOT = 4
} GwAvailabilityKind;

/** GwPersonStatus: where a person is in life with the team. */
typedef enum
{
  GW_PERSON_SUPPORTED = 1,
  GW_PERSON_RESTING = 2,
  GW_PERSON_MOVED_ON = 3,
  GW_PERSON_DIED = 4
} GwPersonStatus;

/** GwColleagueRole: what a colleague mainly does. */
typedef enum
{
  GW_ROLE_WELLBEING_WORKER = 1,
  GW_ROLE_PRACTICE_COACH = 2,
  GW_ROLE_WELLBEING_LEADER = 3
} GwColleagueRole;

/** GwTeamRole: shared roles that take paid role time. */
typedef enum
{
  GW_TEAM_ROLE_SCHEDULER = 1,
  GW_TEAM_ROLE_RECRUITMENT = 2,
  GW_TEAM_ROLE_FACILITATOR = 3,
  GW_TEAM_ROLE_STORYTELLER = 4,
  GW_TEAM_ROLE_RECORDER = 5,
  GW_TEAM_ROLE_CHAMPION = 6,
  GW_TEAM_ROLE_TRUSTED_ASSESSOR = 7,
  GW_TEAM_ROLE_BUDDY = 8,
  GW_TEAM_ROLE_OTHER = 9
} GwTeamRole;

/** GwShiftWish: bits of what a colleague wishes for. */
typedef enum
{
  GW_SHIFT_WISH_EARLIES = 1,
  GW_SHIFT_WISH_LATES = 2,
  GW_SHIFT_WISH_FEW_WEEKENDS = 3,
  GW_SHIFT_WISH_SAME_PEOPLE = 4
} GwShiftWish;

extern const GwChoice gw_travel_mode_choices[];
extern const GwChoice gw_gender_choices[];
extern const GwChoice gw_home_feature_choices[];
extern const GwChoice gw_firmness_choices[];
extern const GwChoice gw_visit_kind_choices[];
extern const GwChoice gw_visit_state_choices[];
extern const GwChoice gw_cancelled_by_choices[];
extern const GwChoice gw_cancelled_pay_choices[];
extern const GwChoice gw_absence_kind_choices[];
extern const GwChoice gw_absence_state_choices[];
extern const GwChoice gw_availability_kind_choices[];
extern const GwChoice gw_person_status_choices[];
extern const GwChoice gw_colleague_role_choices[];
extern const GwChoice gw_team_role_choices[];
extern const GwChoice gw_shift_wish_choices[];

/** gw_weekday_choices: bit n of a weekday set is #GwWeekday n. */
extern const GwChoice gw_weekday_choices[];

/** GW_HAS_CHOICE: whether a set of choices holds stable number @number. */
#define GW_HAS_CHOICE(set, number) (((set) >> (number)) & 1)

/** GW_CHOICE_BIT: the set that holds just @number. */
#define GW_CHOICE_BIT(number) (G_GUINT64_CONSTANT (1) << (number))

/** GW_EVERY_DAY: Monday to Sunday as a set of weekdays. */
#define GW_EVERY_DAY G_GUINT64_CONSTANT (0x7f)

G_END_DECLS
