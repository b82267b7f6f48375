/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colleagues who are no longer in the team: what they did stays on the board of the days in which
 * they did it, under their name as it was.
 */
#include "config.h"

#include "gw-board-week-private.h"

#include "gw-name.h"
#include "gw-shift.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

/** GwWorkers: who did something in the days of a board, and who of them for people of its team. */
typedef struct
{
  const GwBoardInput *input;
  GHashTable *anybody; /* ids, lent by the records */
  GHashTable *for_us;
  GHashTable *our_people;
} GwWorkers;

char *
gw_board_dup_colleague (const GwColleague *colleague, gboolean full)
{
  g_autofree char *name = gw_colleague_dup_name (colleague, full);

  /* Whose data was erased has left a mark without a name. */
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_ ("Somebody"));
}

static gboolean
is_shown (const GwBoardInput *input, GwDay day)
{
  gint index = gw_day_diff (day, input->first_day);

  return index >= 0 && index < (gint) input->n_days;
}

static void
note (GHashTable *ids, GwId id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
find_our_people (GwWorkers *self, GPtrArray *people)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    if (gw_board_input_is_our_team (self->input, gw_person_get_team (people->pdata[i])))
      note (self->our_people, gw_record_get_id (people->pdata[i]));
}

static void
find_in_visits (GwWorkers *self, GPtrArray *visits)
{
  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      GwId person = gw_visit_get_person (visit);
      GwIds colleagues = gw_visit_get_colleagues (visit);

      if (!gw_visit_is_live (visit) || !is_shown (self->input, gw_visit_get_day (visit)))
        continue;
      for (guint j = 0; j < colleagues.n; j++)
        {
          note (self->anybody, colleagues.ids[j]);
          if (g_hash_table_contains (self->our_people, &person))
            note (self->for_us, colleagues.ids[j]);
        }
    }
}

static void
find_in_shifts (GwWorkers *self, GPtrArray *shifts)
{
  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    if (!gw_record_is_deleted (shifts->pdata[i]) && gw_shift_has_colleague (shifts->pdata[i]) &&
        is_shown (self->input, gw_shift_get_day (shifts->pdata[i])))
      note (self->anybody, gw_shift_get_colleague (shifts->pdata[i]));
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
}

/* Of which team somebody was whose data was erased, only their visits can tell. */
static gboolean
belongs (const GwWorkers *self, const GwColleague *colleague)
{
  GwId id = gw_record_get_id (colleague);
  gboolean is_erased = !gw_colleague_has_first_name (colleague);

  if (is_erased && !gw_id_is_none (self->input->team))
    return g_hash_table_contains (self->for_us, &id);
  return gw_board_input_is_our_team (self->input, gw_colleague_get_team (colleague)) &&
         g_hash_table_contains (self->anybody, &id);
}

void
gw_board_keep_working (GPtrArray *gone, const GwBoardInput *input)
{
  GwWorkers workers = { input, NULL, NULL, NULL };

  if (gone->len == 0)
    return;
  workers.anybody = new_ids ();
  workers.for_us = new_ids ();
  workers.our_people = new_ids ();
  find_our_people (&workers, input->people);
  find_in_visits (&workers, input->visits);
  find_in_shifts (&workers, input->shifts);
  for (guint i = gone->len; i > 0; i--)
    if (!belongs (&workers, g_ptr_array_index (gone, i - 1)))
      g_ptr_array_remove_index (gone, i - 1);
  g_hash_table_unref (workers.anybody);
  g_hash_table_unref (workers.for_us);
  g_hash_table_unref (workers.our_people);
}
