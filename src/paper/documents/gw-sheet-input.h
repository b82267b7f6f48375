/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What sheets are made from: records, already read. Documents are pure functions of it; they ask
 * nobody else. Lent for the time of the call. Any thread.
 */
#pragma once

#include "gw-civil-time.h"
#include "gw-person.h"
#include "gw-scene.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/** GwSheetPauseKind: what a piece of a shift is that is no visit. */
typedef enum
{
  GW_SHEET_PAUSE_BREAK,
  GW_SHEET_PAUSE_ROLE_TIME,
  GW_SHEET_PAUSE_MEETING
} GwSheetPauseKind;

/**
 * GwSheetPause: a piece of a shift that is no visit.
 * @kind: what
 * @is_agreed: whether its time was agreed; otherwise it is where it fits
 * @start: minutes after midnight of the shift's day
 * @duration: its length
 * @title: of a meeting; lent
 */
typedef struct
{
  GwSheetPauseKind kind;
  gboolean is_agreed;
  GwMinute start;
  GwSpan duration;
  const char *title;
} GwSheetPause;

/**
 * GwSheetInput:
 * @people: #GwPerson by #GwId (gw_id_hash_ptr())
 * @colleagues: #GwColleague by #GwId
 * @visits: #GwVisit, in any order, of any days
 * @shifts: #GwShift
 * @first_day: first day on the sheet
 * @n_days: how many days
 * @printed: the day of printing
 * @team_name: who to ask; nullable
 * @team_phone: where to ring; nullable
 * @language: of the texts ("en-GB")
 * @read_picture: gives an attachment's bytes or NULL (transfer full); nullable
 * @get_travel_before: minutes on the way that end at a colleague's visit; nullable
 * @list_pauses: the #GwSheetPause of a shift, in any order (transfer full); nullable
 * @user_data: for these functions
 */
typedef struct
{
  GHashTable *people;
  GHashTable *colleagues;
  GPtrArray *visits;
  GPtrArray *shifts;
  GwDay first_day;
  guint n_days;
  GwDay printed;
  const char *team_name;
  const char *team_phone;
  const char *language;
  GBytes *(*read_picture) (const char *attachment, gpointer user_data);
  GwSpan (*get_travel_before) (GwId visit, GwId colleague, gpointer user_data);
  GArray *(*list_pauses) (GwId shift, gpointer user_data);
  gpointer user_data;
} GwSheetInput;

/**
 * gw_sheet_add_face: a round picture of the person or colleague @record at @place, or their
 * initials in a ring where there is no picture, it may not be shown or cannot be read.
 */
void gw_sheet_add_face (GwPage *page, GwRectangle place, const GwRecord *record, gboolean may_show,
                        const GwSheetInput *input);

/**
 * gw_sheet_list_visits: the live visits of @person on @day, by start.
 * Returns: (transfer container) (element-type GwVisit)
 */
GPtrArray *gw_sheet_list_visits (const GwSheetInput *input, GwDay day, GwId person);

/**
 * gw_sheet_list_run: the live visits of @colleague in the shifts of @day, be they after midnight,
 * and those of @day that lie in no shift, by start.
 * Returns: (transfer container) (element-type GwVisit)
 */
GPtrArray *gw_sheet_list_run (const GwSheetInput *input, GwDay day, GwId colleague);

/**
 * gw_sheet_dup_address: the lines of a person's address as one, with commas between them.
 * (transfer full)
 */
char *gw_sheet_dup_address (const GwPerson *person);

/** gw_sheet_dup_footer: whom to ring, and when it was printed. (transfer full) */
char *gw_sheet_dup_footer (const GwSheetInput *input);

G_END_DECLS
