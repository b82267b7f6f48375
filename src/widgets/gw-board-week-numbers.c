/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Travel, breaks and free time of each day, troubles, and the numbers above the board. */
#include "config.h"

#include "gw-board-week-private.h"

#include "gw-absence-change.h"
#include "gw-colleague.h"
#include "gw-contact-share.h"
#include "gw-meeting.h"
#include "gw-role-time.h"
#include "gw-shift-change.h"

static gboolean
meets_on (const GwMeeting *meeting, GwDay day)
{
  gint since = gw_day_diff (day, gw_meeting_get_first_day (meeting));
  gint every = 7 * (gint) gw_meeting_get_every_weeks (meeting);

  if (gw_record_is_deleted (meeting) || since < 0)
    return FALSE;
  if (gw_meeting_has_last_day (meeting) &&
      gw_day_compare (day, gw_meeting_get_last_day (meeting)) > 0)
    return FALSE;
  return every == 0 ? since == 0 : since % every == 0;
}

static gboolean
comes_to (const GwMeeting *meeting, const GwBoardRow *row)
{
  GwIds colleagues = gw_meeting_get_colleagues (meeting);
  GwId team = gw_meeting_get_team (meeting);

  if (colleagues.n > 0)
    return gw_ids_has (colleagues, row->id);
  return gw_id_is_none (team) || gw_id_equal (team, gw_colleague_get_team (row->record));
}

static void
add_team_item (GArray *items, GwBoardSegmentKind kind, gint start, gint end)
{
  GwBoardItem item = { kind, start, end, 0 };
  g_array_append_val (items, item);
}

static void
collect_meetings (GArray *items, const GwBoardInput *input, const GwBoardRow *row, GwDay day)
{
  for (guint i = 0; input->meetings != NULL && i < input->meetings->len; i++)
    {
      const GwMeeting *meeting = g_ptr_array_index (input->meetings, i);
      if (meets_on (meeting, day) && comes_to (meeting, row))
        add_team_item (items, GW_BOARD_SEGMENT_TEAM, gw_meeting_get_start (meeting).value,
                       gw_meeting_get_end (meeting).value);
    }
}

/* When it is, or where it fits into a shift of the day; negative: not known. */
static gint
find_role_start (GwBoardWeek *self, const GwBoardInput *input, const GwBoardCell *cell,
                 const GwRoleTime *role)
{
  gint start = -1;

  if (gw_role_time_has_start (role))
    return gw_role_time_get_start (role).value;
  for (guint i = 0; input->find_role_time != NULL && start < 0 && i < cell->n_shifts; i++)
    start = input->find_role_time (gw_board_week_get_shift (self, cell->first_shift + i)->record,
                                   role, input->data);
  return start;
}

static void
collect_role_times (GwBoardWeek *self, GArray *items, const GwBoardInput *input,
                    const GwBoardCell *cell, const GwBoardRow *row, GwDay day)
{
  for (guint i = 0; input->role_times != NULL && i < input->role_times->len; i++)
    {
      const GwRoleTime *role = g_ptr_array_index (input->role_times, i);
      gint start;

      if (gw_record_is_deleted (role) ||
          !gw_id_equal (gw_role_time_get_colleague (role), row->id) ||
          gw_day_compare (gw_role_time_get_day (role), day) != 0)
        continue;
      start = find_role_start (self, input, cell, role);
      if (start >= 0)
        add_team_item (items,
                       gw_role_time_has_start (role) ? GW_BOARD_SEGMENT_ROLE
                                                     : GW_BOARD_SEGMENT_ROLE_ANY,
                       start, start + gw_role_time_get_duration (role).value);
    }
}

static gint
compare_items (gconstpointer a, gconstpointer b)
{
  const GwBoardItem *one = a, *other = b;
  return one->start - other->start;
}

static gint
ask_travel (const GwBoardInput *input, const GwBoardEntry *from, const GwBoardEntry *to)
{
  if (input->travel == NULL || from == NULL)
    return -1;
  return input->travel (to->colleague, from->visit, to->visit, input->data);
}

static gint
ask_break (const GwBoardInput *input, const GwBoardShift *shift)
{
  if (input->find_break == NULL || shift == NULL)
    return GW_BOARD_BREAK_GUESS;
  return input->find_break (shift->record, input->data);
}

static void
add_visit_item (GArray *items, const GwBoardEntry *entry)
{
  GwBoardItem item = { (entry->flags & GW_BOARD_ENTRY_WELLBEING) != 0 ? GW_BOARD_SEGMENT_WELLBEING
                                                                      : GW_BOARD_SEGMENT_VISIT,
                       entry->start, entry->end, entry->travel };
  g_array_append_val (items, item);
}

/* Between two shifts of a day nobody asks how a colleague spends her time, or travels. */
static void
collect_visits (GwBoardWeek *self, const GwBoardInput *input, const GwBoardCell *cell,
                GArray *items)
{
  const GwBoardEntry *before = NULL;
  const GwBoardShift *of_before = NULL;

  for (guint i = 0; i < cell->n_entries; i++)
    {
      GwBoardEntry *entry = &g_array_index (self->entries, GwBoardEntry, cell->first + i);
      const GwBoardShift *shift = gw_board_week_find_shift_at (self, cell, entry->start);

      entry->travel = ask_travel (input, shift == of_before ? before : NULL, entry);
      add_visit_item (items, entry);
      before = entry;
      of_before = shift;
    }
}

/* Who is away is not free then, and has no break. */
static void
leave_out_time_away (GwBoardWeek *self, GwBoardCell *cell)
{
  if (cell->absence == 0 || cell->absence_asked)
    return;
  for (guint i = cell->n_segments; i > 0; i--)
    {
      guint at = cell->first_segment + i - 1;
      GwBoardSegment *segment = &g_array_index (self->segments, GwBoardSegment, at);
      gboolean free_time = segment->kind == GW_BOARD_SEGMENT_FREE;

      if ((!free_time && segment->kind != GW_BOARD_SEGMENT_BREAK) ||
          segment->end <= cell->absence_start || segment->start >= cell->absence_end)
        continue;
      if (free_time && segment->start < cell->absence_start)
        segment->end = cell->absence_start;
      else if (free_time && segment->end > cell->absence_end)
        segment->start = cell->absence_end;
      else
        {
          g_array_remove_index (self->segments, at);
          cell->n_segments--;
        }
    }
}

/* Items from @first on that begin before @shift ends; of the last shift, and of none, all. */
static guint
count_items (const GArray *items, guint first, const GwBoardShift *shift, gboolean is_last)
{
  guint end = first;

  while (end < items->len &&
         (is_last || g_array_index (items, GwBoardItem, end).start < shift->end))
    end++;
  return end - first;
}

static void
append_segments (GwBoardWeek *self, const GwBoardInput *input, GwBoardCell *cell, GArray *items)
{
  guint first = 0, i = 0;

  g_array_sort (items, compare_items);
  cell->first_segment = self->segments->len;
  do
    {
      const GwBoardShift *shift = cell->n_shifts > 0
                                      ? gw_board_week_get_shift (self, cell->first_shift + i)
                                      : NULL;
      guint n = count_items (items, first, shift, i + 1 >= cell->n_shifts);

      cell->n_segments += gw_board_segments_append (
          self->segments, (const GwBoardItem *) (gpointer) items->data + first, n,
          shift != NULL ? shift->start : 0, shift != NULL ? shift->end : 0,
          ask_break (input, shift));
      first += n;
    }
  while (++i < cell->n_shifts);
}

/* The visits that wait in open shifts. */
static void
collect_waiting (GwBoardWeek *self, const GwBoardCell *cell, const GwBoardCell *lane, GArray *items)
{
  for (guint i = 0; i < lane->n_entries; i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (self, lane->first + i);
      for (guint j = 0; j < cell->n_shifts; j++)
        if (gw_shift_has_visit (gw_board_week_get_shift (self, cell->first_shift + j)->record,
                                entry->visit))
          add_visit_item (items, entry);
    }
}

static void
collect_team_time (GwBoardWeek *self, GArray *items, const GwBoardInput *input, gint row, gint day)
{
  const GwBoardRow *colleague = &g_array_index (self->rows, GwBoardRow, row);
  const GwBoardCell *cell = gw_board_week_get_cell (self, row, day);
  GwDay on = gw_day_add (self->first_day, day);

  collect_meetings (items, input, colleague, on);
  collect_role_times (self, items, input, cell, colleague, on);
}

void
gw_board_week_add_segments (GwBoardWeek *self, const GwBoardInput *input)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (GwBoardItem));

  for (gint day = 0; day < (gint) self->n_days; day++)
    {
      GwBoardCell *open = gw_board_week_edit_cell (self, GW_BOARD_ROW_OPEN, day);

      g_array_set_size (items, 0);
      if (open->n_shifts == 0)
        continue;
      collect_waiting (self, open, gw_board_week_get_cell (self, -1, day), items);
      append_segments (self, input, open, items);
    }
  for (gint row = 0; row < (gint) self->rows->len; row++)
    for (gint day = 0; day < (gint) self->n_days; day++)
      {
        GwBoardCell *cell = gw_board_week_edit_cell (self, row, day);

        g_array_set_size (items, 0);
        collect_visits (self, input, cell, items);
        if (cell->n_shifts > 0)
          collect_team_time (self, items, input, row, day);
        append_segments (self, input, cell, items);
        leave_out_time_away (self, cell);
      }
}

static void
mark_entry (GwBoardWeek *self, GwBoardEntry *entry, const GwBoardTrouble *trouble)
{
  if (entry->severity != GW_BOARD_FINE && entry->severity >= trouble->severity)
    return;
  entry->severity = trouble->severity;
  entry->trouble = g_string_chunk_insert_const (self->strings, trouble->sentence);
}

/* A colleague's day as a whole: rest, hours, two shifts at once. */
static void
mark_cell (GwBoardWeek *self, const GwBoardTrouble *trouble)
{
  gint row = gw_board_week_find_row (self, trouble->colleague);
  gint day = gw_day_diff (trouble->day, self->first_day);

  if (row >= 0 && day >= 0 && day < (gint) self->n_days)
    gw_board_week_edit_cell (self, row, day)->trouble = g_string_chunk_insert_const (
        self->strings, trouble->sentence);
}

static gboolean
concerns (const GwBoardTrouble *trouble, const GwBoardEntry *entry)
{
  return gw_id_equal (trouble->visit, entry->visit_id) &&
         (gw_id_is_none (trouble->colleague) || gw_id_equal (trouble->colleague, entry->colleague));
}

void
gw_board_week_add_troubles (GwBoardWeek *self, const GwBoardInput *input)
{
  for (guint i = 0; input->troubles != NULL && i < input->troubles->len; i++)
    {
      const GwBoardTrouble *trouble = g_ptr_array_index (input->troubles, i);

      if (trouble->severity == GW_BOARD_CANNOT)
        self->numbers.clashes++;
      if (gw_id_is_none (trouble->visit))
        {
          mark_cell (self, trouble);
          continue;
        }
      for (guint j = 0; j < self->entries->len; j++)
        {
          GwBoardEntry *entry = &g_array_index (self->entries, GwBoardEntry, j);
          if (!concerns (trouble, entry))
            continue;
          mark_entry (self, entry, trouble);
          gw_board_week_edit_cell (self, entry->row, entry->day)->trouble = entry->trouble;
        }
    }
}

static gint
sum_segments (GwBoardWeek *self, GwBoardSegmentKind kind, GwBoardSegmentKind or_kind)
{
  gint minutes = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const GwBoardSegment *segment = &g_array_index (self->segments, GwBoardSegment, i);
      if (segment->kind == kind || segment->kind == or_kind)
        minutes += segment->end - segment->start;
    }
  return minutes;
}

/* Shifts and visits that the rows show: of other teams nothing is counted, and nobody is paid for an
 * open shift. */
static GPtrArray *
collect_shown (GwBoardWeek *self, const GwRecordType *type)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      GwRecord *record = g_ptr_array_index (self->records, i);
      if (gw_record_get_record_type (record) == type &&
          (type != &gw_shift_type || gw_shift_has_colleague (record)))
        g_ptr_array_add (shown, record);
    }
  return shown;
}

/* A shift whose colleague is away for all of it is nobody's paid time with people. */
static void
leave_out_shifts_away (GPtrArray *shifts, GPtrArray *absences)
{
  for (guint i = shifts->len; i > 0; i--)
    for (guint k = 0; absences != NULL && k < absences->len; k++)
      if (gw_absence_takes_shift (g_ptr_array_index (absences, k),
                                  g_ptr_array_index (shifts, i - 1)))
        {
          g_ptr_array_remove_index (shifts, i - 1);
          break;
        }
}

static gint
get_contact_permille (GwBoardWeek *self, const GwBoardInput *input)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) shifts = collect_shown (self, &gw_shift_type);
  g_autoptr (GPtrArray) visits = collect_shown (self, &gw_visit_type);
  gint travel = sum_segments (self, GW_BOARD_SEGMENT_TRAVEL, GW_BOARD_SEGMENT_TIGHT);
  gint team = sum_segments (self, GW_BOARD_SEGMENT_TEAM, GW_BOARD_SEGMENT_TEAM) +
              sum_segments (self, GW_BOARD_SEGMENT_ROLE, GW_BOARD_SEGMENT_ROLE_ANY);
  leave_out_shifts_away (shifts, input->absences);
  GwContactShare share = gw_contact_share_compute (shifts, visits, team, 0, travel,
                                                   input->zone != NULL ? input->zone : utc);

  return share.paid > 0 ? gw_contact_share_get_permille (&share) : -1;
}

void
gw_board_week_count (GwBoardWeek *self, const GwBoardInput *input)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, GwBoardEntry, i).row < 0)
      self->numbers.to_cover++;
  self->numbers.visits = self->entries->len;
  self->numbers.wishes_permille = input->wishes_permille;
  self->numbers.contact_permille = get_contact_permille (self, input);
}
