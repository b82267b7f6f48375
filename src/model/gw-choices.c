/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of choices that record types share. */
#include "config.h"

#include "gw-choices.h"

#include <glib/gi18n-lib.h>

#define END       \
  {               \
    0, NULL, NULL \
  }

const GwChoice gw_travel_mode_choices[] = {
  { GW_TRAVEL_CAR, "car", N_ ("Car") },
  { GW_TRAVEL_BICYCLE, "bicycle", N_ ("Bicycle") },
  { GW_TRAVEL_WALK, "walk", N_ ("On foot") },
  { GW_TRAVEL_BUS, "bus", N_ ("Bus") },
  END,
};

const GwChoice gw_gender_choices[] = {
  { GW_GENDER_WOMAN, "woman", N_ ("Woman") },
  { GW_GENDER_MAN, "man", N_ ("Man") },
  { GW_GENDER_OTHER, "other", N_ ("In another way") },
  END,
};

const GwChoice gw_home_feature_choices[] = {
  { GW_HOME_DOG, "dog", N_ ("Dog") },
  { GW_HOME_CAT, "cat", N_ ("Cat") },
  { GW_HOME_SMOKE, "smoke", N_ ("Smoke") },
  { GW_HOME_STAIRS, "stairs", N_ ("Stairs") },
  END,
};

const GwChoice gw_firmness_choices[] = {
  { GW_FIRMNESS_AGREED, "agreed", N_ ("Agreed time") },
  { GW_FIRMNESS_CRITICAL, "critical", N_ ("Time-critical") },
  { GW_FIRMNESS_FLEXIBLE, "flexible", N_ ("Flexible") },
  END,
};

const GwChoice gw_visit_kind_choices[] = {
  { GW_VISIT_KIND_SUPPORT, "support", N_ ("Support") },
  { GW_VISIT_KIND_WELLBEING, "wellbeing", N_ ("Wellbeing visit") },
  END,
};

const GwChoice gw_visit_state_choices[] = {
  { GW_VISIT_STATE_PLANNED, "planned", N_ ("Planned") },
  { GW_VISIT_STATE_DONE, "done", N_ ("Happened") },
  { GW_VISIT_STATE_CANCELLED, "cancelled", N_ ("Cancelled") },
  { GW_VISIT_STATE_HELD, "held", N_ ("Held while resting") },
  { GW_VISIT_STATE_NOBODY_CAME, "nobody-came", N_ ("Nobody came") },
  END,
};

const GwChoice gw_cancelled_by_choices[] = {
  { GW_CANCELLED_BY_PERSON, "person", N_ ("The person") },
  { GW_CANCELLED_BY_FAMILY, "family", N_ ("Family") },
  { GW_CANCELLED_BY_FUNDER, "funder", N_ ("The council or funder") },
  { GW_CANCELLED_BY_TEAM, "team", N_ ("The team") },
  { GW_CANCELLED_BY_HOSPITAL, "hospital", N_ ("Hospital") },
  END,
};

const GwChoice gw_cancelled_pay_choices[] = {
  { GW_CANCELLED_PAY_FULL, "full", N_ ("Paid in full") },
  { GW_CANCELLED_PAY_PART, "part", N_ ("Paid in part") },
  { GW_CANCELLED_PAY_NOTHING, "nothing", N_ ("Not paid by the funder") },
  END,
};

const GwChoice gw_absence_kind_choices[] = {
  { GW_ABSENCE_LEAVE, "leave", N_ ("Leave") },
  { GW_ABSENCE_AWAY, "away", N_ ("Away") },
  { GW_ABSENCE_TRAINING, "training", N_ ("Training") },
  END,
};

const GwChoice gw_absence_state_choices[] = {
  { GW_ABSENCE_ASKED, "asked", N_ ("Asked for") },
  { GW_ABSENCE_APPROVED, "approved", N_ ("Agreed") },
  { GW_ABSENCE_DECLINED, "declined", N_ ("Not possible this time") },
  END,
};

const GwChoice gw_availability_kind_choices[] = {
  { GW_AVAILABILITY_CAN, "can", N_ ("Can work") },
  { GW_AVAILABILITY_GLADLY, "gladly", N_ ("Would like to work") },
  { GW_AVAILABILITY_RATHER_NOT, "rather-not", N_ ("Would rather not work") },
  { GW_AVAILABILITY_CANNOT, "cannot", N_ ("Cannot work") },
  END,
};

const GwChoice gw_person_status_choices[] = {
  { GW_PERSON_SUPPORTED, "supported", N_ ("Supported at home") },
  { GW_PERSON_RESTING, "resting", N_ ("Resting (hospital or away)") },
  { GW_PERSON_MOVED_ON, "moved-on", N_ ("Moved on") },
  { GW_PERSON_DIED, "died", N_ ("Died") },
  END,
};

const GwChoice gw_colleague_role_choices[] = {
  { GW_ROLE_WELLBEING_WORKER, "wellbeing-worker", N_ ("Wellbeing Worker") },
  { GW_ROLE_PRACTICE_COACH, "practice-coach", N_ ("Practice Coach") },
  { GW_ROLE_WELLBEING_LEADER, "wellbeing-leader", N_ ("Wellbeing Leader") },
  END,
};

const GwChoice gw_team_role_choices[] = {
  { GW_TEAM_ROLE_SCHEDULER, "scheduler", N_ ("Scheduler") },
  { GW_TEAM_ROLE_RECRUITMENT, "recruitment", N_ ("Recruitment coordinator") },
  { GW_TEAM_ROLE_FACILITATOR, "facilitator", N_ ("Meeting facilitator") },
  { GW_TEAM_ROLE_STORYTELLER, "storyteller", N_ ("Storyteller") },
  { GW_TEAM_ROLE_RECORDER, "recorder", N_ ("Recorder") },
  { GW_TEAM_ROLE_CHAMPION, "champion", N_ ("Champion") },
  { GW_TEAM_ROLE_TRUSTED_ASSESSOR, "trusted-assessor", N_ ("Trusted assessor") },
  { GW_TEAM_ROLE_BUDDY, "buddy", N_ ("Buddy") },
  { GW_TEAM_ROLE_OTHER, "other", N_ ("Another role") },
  END,
};

const GwChoice gw_shift_wish_choices[] = {
  { GW_SHIFT_WISH_EARLIES, "earlies", N_ ("Earlies") },
  { GW_SHIFT_WISH_LATES, "lates", N_ ("Lates") },
  { GW_SHIFT_WISH_FEW_WEEKENDS, "few-weekends", N_ ("Few weekends") },
  { GW_SHIFT_WISH_SAME_PEOPLE, "same-people", N_ ("The same people") },
  END,
};

const GwChoice gw_weekday_choices[] = {
  { GW_MONDAY, "mon", N_ ("Monday") },       { GW_TUESDAY, "tue", N_ ("Tuesday") },
  { GW_WEDNESDAY, "wed", N_ ("Wednesday") }, { GW_THURSDAY, "thu", N_ ("Thursday") },
  { GW_FRIDAY, "fri", N_ ("Friday") },       { GW_SATURDAY, "sat", N_ ("Saturday") },
  { GW_SUNDAY, "sun", N_ ("Sunday") },       END,
};
