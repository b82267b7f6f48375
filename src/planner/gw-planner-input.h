/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What planning a stretch of days needs to know, as plain records: no store, no session. Whoever has
 * a store asks it for gw_planner_input_list_queries() and adds all answers; tests add records they
 * made. An input is filled on one thread and then only read, on any thread.
 *
 * Records of other teams, deleted records and types the planner does not know may be added; they
 * are left aside. Shifts and visits of the 12 weeks before are history: who knows whom, who worked
 * lates and weekends. Shifts count for 16 weeks: hours are averaged over 17.
 */
#pragma once

#include "gw-query.h"

G_BEGIN_DECLS

/* Only named here: who uses the planner does not thereby see the travel layer. */
typedef struct _GwTravelModel GwTravelModel;

typedef struct _GwPlannerInput GwPlannerInput;

/** GW_PLANNER_MOST_DAYS: days that can be planned at once. */
#define GW_PLANNER_MOST_DAYS 84

/** GW_PLANNER_HISTORY_DAYS: fairness is remembered for twelve weeks. */
#define GW_PLANNER_HISTORY_DAYS 84

/** GW_PLANNER_DAYS_AFTER: shifts of the days after count for rest and for days in a row. */
#define GW_PLANNER_DAYS_AFTER 7

/** gw_planner_input_new: plans @n_days (1–%GW_PLANNER_MOST_DAYS) from @first_day. (transfer full) */
GwPlannerInput *gw_planner_input_new (GwDay first_day, guint n_days) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_planner_input_new_like: the days, the moment, the zone, the team and so on of @other, without a
 * record. (transfer full)
 */
GwPlannerInput *gw_planner_input_new_like (const GwPlannerInput *other) G_GNUC_WARN_UNUSED_RESULT;

/** gw_planner_input_ref: (transfer full); any thread. */
GwPlannerInput *gw_planner_input_ref (GwPlannerInput *self);

/** gw_planner_input_unref: any thread. */
void gw_planner_input_unref (GwPlannerInput *self);

/** gw_planner_input_set_now: when it is: what starts before is the past, and stays as it is. */
void gw_planner_input_set_now (GwPlannerInput *self, GwDay day, GwMinute minute);

/** gw_planner_input_set_zone: whose clocks the days are told by; NULL, as at first: the machine's. */
void gw_planner_input_set_zone (GwPlannerInput *self, GTimeZone *zone);

/** gw_planner_input_set_travel: imported and measured times; overrides come from records. */
void gw_planner_input_set_travel (GwPlannerInput *self, GwTravelModel *model);

/** gw_planner_input_set_team: plans this team alone; the none id plans everybody together. */
void gw_planner_input_set_team (GwPlannerInput *self, GwId team);

/** gw_planner_input_set_initials: sentences call people and colleagues by their initials. */
void gw_planner_input_set_initials (GwPlannerInput *self, gboolean initials);

/** gw_planner_input_dup_name: what sentences call a person or colleague. (transfer full) */
char *gw_planner_input_dup_name (const GwPlannerInput *self, const GwRecord *record);

/** gw_planner_input_add: adds a record of any type (referenced). */
void gw_planner_input_add (GwPlannerInput *self, const GwRecord *record);

/** gw_planner_input_add_all: adds an array of records. */
void gw_planner_input_add_all (GwPlannerInput *self, GPtrArray *records);

/**
 * gw_planner_input_list_queries: the queries whose answers make up the input for @n_days from
 * @first_day. (transfer full) (element-type GwQuery)
 */
GPtrArray *gw_planner_input_list_queries (GwDay first_day, guint n_days);

/** gw_planner_input_get_first_day: the first day that is planned. */
GwDay gw_planner_input_get_first_day (const GwPlannerInput *self);

/** gw_planner_input_get_n_days: how many days are planned. */
guint gw_planner_input_get_n_days (const GwPlannerInput *self);

/** gw_planner_input_get_horizon_start: the Monday the working weeks are counted from. */
GwDay gw_planner_input_get_horizon_start (const GwPlannerInput *self);

/** gw_planner_input_get_horizon_days: whole weeks that hold the planned days, in days. */
guint gw_planner_input_get_horizon_days (const GwPlannerInput *self);

/** gw_planner_input_get_now: when it is; FALSE when that was not said (then nothing is past). */
gboolean gw_planner_input_get_now (const GwPlannerInput *self, GwDay *out_day,
                                   GwMinute *out_minute);

/** gw_planner_input_get_zone: the zone that was set. (transfer none) (nullable) */
GTimeZone *gw_planner_input_get_zone (const GwPlannerInput *self);

/** gw_planner_input_get_travel: (transfer none) (nullable) */
GwTravelModel *gw_planner_input_get_travel (const GwPlannerInput *self);

/** gw_planner_input_has_day: whether @day is one of the planned days. */
gboolean gw_planner_input_has_day (const GwPlannerInput *self, GwDay day);

/** gw_planner_input_get_team: the team that is planned alone, or the none id. */
GwId gw_planner_input_get_team (const GwPlannerInput *self);

/** gw_planner_input_get_records: records of @type, lent. (element-type GwRecord) */
GPtrArray *gw_planner_input_get_records (const GwPlannerInput *self, const GwRecordType *type);

/**
 * gw_planner_input_list_records: all records of the types that planning asks for. (transfer
 * container) (element-type GwRecord), lent
 */
GPtrArray *gw_planner_input_list_records (const GwPlannerInput *self) G_GNUC_WARN_UNUSED_RESULT;

/** gw_planner_input_find: a record by its id, lent, or NULL. */
const GwRecord *gw_planner_input_find (const GwPlannerInput *self, const GwRecordType *type,
                                       GwId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwPlannerInput, gw_planner_input_unref)

G_END_DECLS
