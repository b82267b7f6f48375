/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries: each visit once for each colleague who comes, and once in the lane when some are
 * missing. */
#include "config.h"

#include "gw-board-geometry.h"
#include "gw-board-week-private.h"

#include "gw-name.h"
#include "gw-shift-change.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

/* People by id, and how they are called on this board. */
typedef struct
{
  GwBoardWeek *week;
  const GwBoardInput *input;
  GHashTable *people;
  GHashTable *namesakes;
  GPtrArray *nights; /* shifts that end after midnight; lent */
} Builder;

static void
index_nights (Builder *builder, GPtrArray *shifts)
{
  builder->nights = g_ptr_array_new ();
  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    if (!gw_record_is_deleted (shifts->pdata[i]) &&
        gw_shift_get_end (shifts->pdata[i]).value > GW_MINUTES_A_DAY)
      g_ptr_array_add (builder->nights, shifts->pdata[i]);
}

static gboolean
has_shift_of_day (Builder *builder, const GwVisit *visit, GwId colleague)
{
  GPtrArray *shifts = builder->input->shifts;

  for (guint i = 0; i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);

      if (gw_id_equal (gw_shift_get_colleague (shift), colleague) &&
          !gw_record_is_deleted (shift) && gw_shift_has_visit (shift, visit) &&
          gw_day_compare (gw_shift_get_day (shift), gw_visit_get_day (visit)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The day that shows a visit of @colleague, or one that waits in an open shift: that of its shift,
 * which perhaps began the evening before. */
static GwDay
find_day (Builder *builder, const GwVisit *visit, GwId colleague)
{
  GwDay day = gw_visit_get_day (visit);

  for (guint i = 0; i < builder->nights->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (builder->nights, i);

      if (gw_day_diff (day, gw_shift_get_day (shift)) == 1 &&
          gw_id_equal (gw_shift_get_colleague (shift), colleague) &&
          gw_shift_has_visit (shift, visit))
        return has_shift_of_day (builder, visit, colleague) ? day : gw_day_add (day, -1);
    }
  return day;
}

static void
index_people (Builder *builder, GPtrArray *people)
{
  builder->people = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  builder->namesakes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const GwPerson *person = g_ptr_array_index (people, i);
      GwId id = gw_record_get_id (person);
      const char *name = gw_person_get_first_name (person);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (builder->namesakes, name));

      g_hash_table_insert (builder->people, g_memdup2 (&id, sizeof id), (gpointer) person);
      if (!gw_record_is_deleted (person))
        g_hash_table_insert (builder->namesakes, (gpointer) name, GUINT_TO_POINTER (n + 1));
    }
}

static const char *
name_person (Builder *builder, const GwPerson *person)
{
  g_autofree char *name = NULL;

  if (person == NULL)
    return "…";
  if (*gw_person_get_first_name (person) == '\0' && gw_record_is_deleted (person))
    return _ ("Somebody");
  if ((builder->input->flags & GW_BOARD_INPUT_HIDE_NAMES) != 0)
    name = gw_record_dup_initials (person);
  else
    {
      const char *first = gw_person_get_first_name (person);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (builder->namesakes, first));
      name = gw_person_dup_name (person, n + gw_record_is_deleted (person) > 1);
    }
  return g_string_chunk_insert_const (builder->week->strings, name);
}

static guint
get_flags (Builder *builder, const GwVisit *visit)
{
  guint flags = 0;
  gint firmness = gw_visit_get_firmness (visit);

  if (firmness == GW_FIRMNESS_CRITICAL)
    flags |= GW_BOARD_ENTRY_CRITICAL;
  if (firmness == GW_FIRMNESS_FLEXIBLE)
    flags |= GW_BOARD_ENTRY_FLEXIBLE;
  if (gw_visit_get_kind (visit) == GW_VISIT_KIND_WELLBEING)
    flags |= GW_BOARD_ENTRY_WELLBEING;
  if (gw_visit_get_needed (visit) > 1)
    flags |= GW_BOARD_ENTRY_PAIR;
  if (gw_visit_get_pinned (visit))
    flags |= GW_BOARD_ENTRY_PINNED;
  if (gw_visit_get_state (visit) == GW_VISIT_STATE_DONE)
    flags |= GW_BOARD_ENTRY_DONE;
  if (!gw_visit_has_start (visit))
    flags |= GW_BOARD_ENTRY_UNPLANNED;
  if (gw_visit_is_before (visit, builder->input->today, builder->input->now))
    flags |= GW_BOARD_ENTRY_PAST;
  return flags;
}

/* The entry, or NULL when it is on another week's board. */
static GwBoardEntry *
add_entry (Builder *builder, const GwVisit *visit, const GwPerson *person, GwId colleague, gint row)
{
  GwBoardWeek *week = builder->week;
  GwDay on = find_day (builder, visit, colleague);
  gint start = gw_visit_get_start_on (visit, on).value;
  GwBoardEntry entry = {
    .visit = visit,
    .visit_id = gw_record_get_id (visit),
    .person = gw_visit_get_person (visit),
    .colleague = colleague,
    .name = name_person (builder, person),
    .purpose = g_string_chunk_insert_const (week->strings, gw_visit_get_purpose (visit)),
    .row = row,
    .day = gw_day_diff (on, week->first_day),
    .start = start,
    .end = start + gw_visit_get_duration (visit).value,
    .n_levels = 1,
    .travel = -1,
    .twin = -1,
    .flags = get_flags (builder, visit),
  };

  if (entry.day < 0 || entry.day >= (gint) week->n_days)
    return NULL;
  g_array_append_val (week->entries, entry);
  return &g_array_index (week->entries, GwBoardEntry, week->entries->len - 1);
}

/* Of a visit with colleagues from several teams each team sees its own. */
static gboolean
concerns_team (Builder *builder, const GwVisit *visit, const GwPerson *person)
{
  GwIds colleagues = gw_visit_get_colleagues (visit);

  if (gw_board_input_is_our_team (builder->input,
                                  person != NULL ? gw_person_get_team (person) : GW_ID_NONE))
    return TRUE;
  for (guint i = 0; i < colleagues.n; i++)
    if (gw_board_week_find_row (builder->week, colleagues.ids[i]) >= 0)
      return TRUE;
  return FALSE;
}

/* Of the day after the last there are perhaps visits of the last night. */
static gboolean
is_near (const GwBoardWeek *week, const GwVisit *visit)
{
  gint day = gw_day_diff (gw_visit_get_day (visit), week->first_day);

  return day >= 0 && day <= (gint) week->n_days;
}

static void
add_visit (Builder *builder, const GwVisit *visit)
{
  GwBoardWeek *week = builder->week;
  GwId person_id = gw_visit_get_person (visit);
  const GwPerson *person = g_hash_table_lookup (builder->people, &person_id);
  GwIds colleagues = gw_visit_get_colleagues (visit);
  guint needed = gw_visit_get_needed (visit);
  guint n_before = week->entries->len;

  if (!gw_visit_is_live (visit) || !is_near (week, visit) ||
      !concerns_team (builder, visit, person))
    return;
  for (guint i = 0; i < colleagues.n; i++)
    {
      gint row = gw_board_week_find_row (week, colleagues.ids[i]);
      if (row >= 0)
        add_entry (builder, visit, person, colleagues.ids[i], row);
    }
  if (colleagues.n < needed)
    {
      GwBoardEntry *entry = add_entry (builder, visit, person, GW_ID_NONE, -1);
      if (entry != NULL)
        entry->missing = needed - colleagues.n;
    }
  if (week->entries->len > n_before)
    g_ptr_array_add (week->records, gw_record_ref (visit));
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const GwBoardEntry *one = a, *other = b;

  return gw_board_compare_places (
      &(GwBoardPlace){ one->row, one->day, one->start, one->visit_id },
      &(GwBoardPlace){ other->row, other->day, other->start, other->visit_id });
}

static void
stack_cell (GwBoardWeek *week, GwBoardCell *cell)
{
  g_autofree GwBoardSpan *spans = g_new0 (GwBoardSpan, cell->n_entries);

  for (guint i = 0; i < cell->n_entries; i++)
    {
      GwBoardEntry *entry = &g_array_index (week->entries, GwBoardEntry, cell->first + i);
      spans[i].start = entry->start;
      spans[i].end = entry->end;
    }
  cell->n_levels = gw_board_stack (spans, cell->n_entries);
  for (guint i = 0; i < cell->n_entries; i++)
    {
      GwBoardEntry *entry = &g_array_index (week->entries, GwBoardEntry, cell->first + i);
      entry->level = spans[i].level;
      entry->n_levels = spans[i].n_levels;
    }
}

static void
share_out (GwBoardWeek *week)
{
  guint first = 0;

  while (first < week->entries->len)
    {
      const GwBoardEntry *head = &g_array_index (week->entries, GwBoardEntry, first);
      GwBoardCell *cell = gw_board_week_edit_cell (week, head->row, head->day);
      guint end = first;

      while (end < week->entries->len &&
             g_array_index (week->entries, GwBoardEntry, end).row == head->row &&
             g_array_index (week->entries, GwBoardEntry, end).day == head->day)
        end++;
      cell->first = first;
      cell->n_entries = end - first;
      stack_cell (week, cell);
      first = end;
    }
}

/* Entries of one visit point to each other in a circle. */
static void
link_twins (GwBoardWeek *week)
{
  g_autoptr (GHashTable) last = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  g_autoptr (GHashTable) first = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);

  for (guint i = 0; i < week->entries->len; i++)
    {
      GwBoardEntry *entry = &g_array_index (week->entries, GwBoardEntry, i);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (last, &entry->visit_id));

      if (before == 0)
        g_hash_table_insert (first, &entry->visit_id, GUINT_TO_POINTER (i + 1));
      else
        {
          entry->twin = GPOINTER_TO_INT (g_hash_table_lookup (first, &entry->visit_id)) - 1;
          g_array_index (week->entries, GwBoardEntry, before - 1).twin = (gint) i;
        }
      g_hash_table_insert (last, &entry->visit_id, GUINT_TO_POINTER (i + 1));
    }
}

void
gw_board_week_add_entries (GwBoardWeek *self, const GwBoardInput *input)
{
  Builder builder = { self, input, NULL, NULL, NULL };

  index_people (&builder, input->people);
  index_nights (&builder, input->shifts);
  for (guint i = 0; input->visits != NULL && i < input->visits->len; i++)
    add_visit (&builder, g_ptr_array_index (input->visits, i));
  g_array_sort (self->entries, compare_entries);
  share_out (self);
  link_twins (self);
  g_hash_table_unref (builder.people);
  g_hash_table_unref (builder.namesakes);
  g_ptr_array_unref (builder.nights);
}
