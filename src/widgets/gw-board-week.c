/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value itself: made in steps that other files do, then only read. */
#include "config.h"

#include "gw-board-week-private.h"

static guint
hash_entry (gconstpointer data)
{
  const GwBoardEntry *entry = data;
  return gw_id_hash_ptr (&entry->visit_id) * 31 + gw_id_hash_ptr (&entry->colleague);
}

static gboolean
equal_entry (gconstpointer a, gconstpointer b)
{
  const GwBoardEntry *one = a, *other = b;
  return gw_id_equal (one->visit_id, other->visit_id) &&
         gw_id_equal (one->colleague, other->colleague);
}

static void
unref_record (gpointer record)
{
  gw_record_unref (record);
}

static GwBoardWeek *
make_empty (const GwBoardInput *input)
{
  GwBoardWeek *self = g_new0 (GwBoardWeek, 1);
  gint today = gw_day_diff (input->today, input->first_day);

  g_atomic_ref_count_init (&self->ref_count);
  self->first_day = input->first_day;
  self->n_days = MAX (input->n_days, 1);
  self->n_past = today;
  self->today = today >= 0 && today < (gint) self->n_days ? today : -1;
  self->now = input->now.value;
  self->rows = g_array_new (FALSE, TRUE, sizeof (GwBoardRow));
  self->cells = g_array_new (FALSE, TRUE, sizeof (GwBoardCell));
  self->entries = g_array_new (FALSE, TRUE, sizeof (GwBoardEntry));
  self->shifts = g_array_new (FALSE, TRUE, sizeof (GwBoardShift));
  self->segments = g_array_new (FALSE, TRUE, sizeof (GwBoardSegment));
  self->row_of = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  self->entry_of = g_hash_table_new (hash_entry, equal_entry);
  self->strings = g_string_chunk_new (4096);
  self->records = g_ptr_array_new_with_free_func (unref_record);
  return self;
}

GwBoardTrouble *
gw_board_trouble_new (GwId visit, GwId colleague, GwDay day, GwBoardSeverity severity,
                      const char *sentence)
{
  GwBoardTrouble *self = g_new0 (GwBoardTrouble, 1);

  self->visit = visit;
  self->colleague = colleague;
  self->day = day;
  self->severity = severity;
  self->sentence = g_strdup (sentence);
  return self;
}

void
gw_board_trouble_free (GwBoardTrouble *self)
{
  g_free (self->sentence);
  g_free (self);
}

gint
gw_board_compare_places (const GwBoardPlace *one, const GwBoardPlace *other)
{
  if (one->row != other->row)
    return one->row - other->row;
  if (one->day != other->day)
    return one->day - other->day;
  if (one->start != other->start)
    return one->start - other->start;
  return gw_id_compare (one->id, other->id);
}

GwBoardCell *
gw_board_week_edit_cell (GwBoardWeek *self, gint row, gint day)
{
  guint index = (guint) (row - GW_BOARD_ROW_OPEN) * self->n_days + (guint) day;

  g_assert (day >= 0 && day < (gint) self->n_days && index < self->cells->len);
  return &g_array_index (self->cells, GwBoardCell, index);
}

static void
index_entries (GwBoardWeek *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      GwBoardEntry *entry = &g_array_index (self->entries, GwBoardEntry, i);
      g_hash_table_insert (self->entry_of, entry, GUINT_TO_POINTER (i + 1));
    }
}

GwBoardWeek *
gw_board_week_new (const GwBoardInput *input)
{
  GwBoardWeek *self = make_empty (input);

  gw_board_week_add_rows (self, input);
  g_array_set_size (self->cells, (self->rows->len + 2) * self->n_days);
  gw_board_week_add_entries (self, input);
  index_entries (self);
  gw_board_week_add_shifts (self, input);
  gw_board_week_add_segments (self, input);
  gw_board_week_add_troubles (self, input);
  gw_board_week_count (self, input);
  return self;
}

GwBoardWeek *
gw_board_week_ref (GwBoardWeek *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gw_board_week_unref (GwBoardWeek *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->entry_of);
  g_hash_table_unref (self->row_of);
  g_array_unref (self->segments);
  g_array_unref (self->shifts);
  g_array_unref (self->entries);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->records);
  g_free (self);
}

GwDay
gw_board_week_get_first_day (const GwBoardWeek *self)
{
  return self->first_day;
}

guint
gw_board_week_get_n_days (const GwBoardWeek *self)
{
  return self->n_days;
}

gint
gw_board_week_get_today (const GwBoardWeek *self)
{
  return self->today;
}

gboolean
gw_board_week_is_past (const GwBoardWeek *self, gint day)
{
  return day < self->n_past;
}

gint
gw_board_week_get_now (const GwBoardWeek *self)
{
  return self->now;
}

guint
gw_board_week_get_n_rows (const GwBoardWeek *self)
{
  return self->rows->len;
}

const GwBoardRow *
gw_board_week_get_row (const GwBoardWeek *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, GwBoardRow, row);
}

gint
gw_board_week_find_row (const GwBoardWeek *self, GwId colleague)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->row_of, &colleague)) - 1;
}

const GwBoardCell *
gw_board_week_get_cell (const GwBoardWeek *self, gint row, gint day)
{
  return gw_board_week_edit_cell ((GwBoardWeek *) self, row, day);
}

guint
gw_board_week_get_n_entries (const GwBoardWeek *self)
{
  return self->entries->len;
}

const GwBoardEntry *
gw_board_week_get_entry (const GwBoardWeek *self, guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);
  return &g_array_index (self->entries, GwBoardEntry, index);
}

gint
gw_board_week_find_entry (const GwBoardWeek *self, GwId visit, GwId colleague)
{
  GwBoardEntry key = { .visit_id = visit, .colleague = colleague };
  return (gint) GPOINTER_TO_UINT (g_hash_table_lookup (self->entry_of, &key)) - 1;
}

const GwBoardShift *
gw_board_week_get_shift (const GwBoardWeek *self, guint index)
{
  g_return_val_if_fail (index < self->shifts->len, NULL);
  return &g_array_index (self->shifts, GwBoardShift, index);
}

gint
gw_board_week_find_shift (const GwBoardWeek *self, GwId id)
{
  for (guint i = 0; i < self->shifts->len; i++)
    if (gw_id_equal (g_array_index (self->shifts, GwBoardShift, i).id, id))
      return (gint) i;
  return -1;
}

guint
gw_board_week_count_open (const GwBoardWeek *self, gint day)
{
  guint n = 0;

  for (gint i = 0; i < (gint) self->n_days; i++)
    if (day < 0 || i == day)
      n += gw_board_week_get_cell (self, GW_BOARD_ROW_OPEN, i)->n_shifts;
  return n;
}

const GwBoardSegment *
gw_board_week_get_segment (const GwBoardWeek *self, guint index)
{
  g_return_val_if_fail (index < self->segments->len, NULL);
  return &g_array_index (self->segments, GwBoardSegment, index);
}

const GwBoardNumbers *
gw_board_week_get_numbers (const GwBoardWeek *self)
{
  return &self->numbers;
}

gboolean
gw_board_week_works (const GwBoardWeek *self, guint row, gint day)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self, (gint) row, day);
  return cell->n_shifts > 0 || cell->n_entries > 0;
}
