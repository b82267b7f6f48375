/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The feed: no gap, no repeat, one nudge. A model fed by random pulls equals one read afresh.
 */
#include "config.h"

#include "store-fixture.h"

#include "gw-random-record.h"

static GwCommit *
make_commit (guint64 sequence)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (GwCommitEntry));
  const GwCommitInfo info = { .sequence = sequence, .label = "Test" };

  return gw_commit_new (&info, entries);
}

static void
publish (GwChangeFeed *feed, guint64 sequence)
{
  g_autoptr (GwCommit) commit = make_commit (sequence);

  gw_change_feed_publish (feed, commit);
}

static void
count_nudge (GwChangeFeed *feed, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
run_main_context (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_nudges_once (void)
{
  g_autoptr (GwChangeFeed) feed = gw_change_feed_new (0);
  guint n_nudges = 0;

  g_signal_connect (feed, "nudged", G_CALLBACK (count_nudge), &n_nudges);
  publish (feed, 1);
  publish (feed, 2);
  publish (feed, 3);
  run_main_context ();
  g_assert_cmpuint (n_nudges, ==, 1);
  publish (feed, 4);
  run_main_context ();
  g_assert_cmpuint (n_nudges, ==, 2);
}

static void
expect_pull (GwChangeFeed *feed, guint64 after, guint n_commits, gboolean gap)
{
  gboolean has_gap = !gap;
  g_autoptr (GPtrArray) commits = gw_change_feed_pull (feed, after, &has_gap);

  g_assert_cmpint (has_gap, ==, gap);
  g_assert_cmpuint (commits->len, ==, n_commits);
  for (guint i = 0; i < commits->len; i++)
    g_assert_cmpuint (gw_commit_get_info (commits->pdata[i])->sequence, ==, after + 1 + i);
}

static void
test_pulls_and_gaps (void)
{
  g_autoptr (GwChangeFeed) feed = gw_change_feed_new (100);

  expect_pull (feed, 100, 0, FALSE);
  expect_pull (feed, 99, 0, TRUE);
  expect_pull (feed, 101, 0, TRUE);
  for (guint64 i = 101; i <= 100 + GW_CHANGE_FEED_KEPT + 8; i++)
    publish (feed, i);
  expect_pull (feed, 108, GW_CHANGE_FEED_KEPT, FALSE);
  expect_pull (feed, 107, 0, TRUE);
  expect_pull (feed, 100 + GW_CHANGE_FEED_KEPT, 8, FALSE);
  gw_change_feed_forget (feed, 1000);
  expect_pull (feed, 999, 0, TRUE);
  expect_pull (feed, 1000, 0, FALSE);
}

/* An import does not stay in memory. */
static void
test_large_commits_go_early (Fixture *self, gconstpointer data)
{
  g_autoptr (GwChangeFeed) feed = gw_change_feed_new (0);
  g_autofree char *notes = g_strnfill (1024 * 1024, 'x');

  for (guint64 i = 1; i <= 40; i++)
    {
      g_autoptr (GwDraft) draft = gw_draft_new (&fixture_person_type);
      GArray *entries = g_array_new (FALSE, FALSE, sizeof (GwCommitEntry));
      const GwCommitInfo info = { .sequence = i, .label = "Test" };
      GwCommitEntry entry = { NULL, NULL };
      g_autoptr (GwCommit) commit = NULL;

      gw_draft_set_text (draft, PERSON_NOTES, notes);
      entry.after = gw_draft_build (draft);
      g_array_append_val (entries, entry);
      commit = gw_commit_new (&info, entries);
      gw_change_feed_publish (feed, commit);
    }
  expect_pull (feed, 20, 0, TRUE);
  expect_pull (feed, 30, 10, FALSE);
}

/* --- random sequences: a model by increments equals one made afresh --- */

typedef struct
{
  GHashTable *records; /* GwId * → GwRecord, those not deleted */
  guint64 sequence;
} Model;

static void
model_fetch (Model *model, GwStore *store)
{
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GPtrArray) records = gw_store_query_sync (store, query, &model->sequence, NULL, NULL);

  g_hash_table_remove_all (model->records);
  for (guint i = 0; i < records->len; i++)
    {
      GwId id = gw_record_get_id (records->pdata[i]);
      g_hash_table_insert (model->records, g_memdup2 (&id, sizeof id),
                           gw_record_ref (records->pdata[i]));
    }
}

static void
model_apply (Model *model, const GwCommit *commit)
{
  g_assert_cmpuint (gw_commit_get_info (commit)->sequence, ==, model->sequence + 1);
  model->sequence++;
  for (guint i = 0; i < gw_commit_get_n_entries (commit); i++)
    {
      const GwCommitEntry *entry = gw_commit_get_entry (commit, i);
      GwId id = gw_record_get_id (entry->after);
      const GwRecord *mine = g_hash_table_lookup (model->records, &id);

      if (mine != NULL)
        g_assert_true (gw_record_equal (mine, entry->before));
      if (gw_record_is_deleted (entry->after))
        g_hash_table_remove (model->records, &id);
      else
        g_hash_table_replace (model->records, g_memdup2 (&id, sizeof id),
                              gw_record_ref (entry->after));
    }
}

static void
model_pull (Model *model, GwStore *store)
{
  gboolean gap;
  g_autoptr (GPtrArray)
      commits = gw_change_feed_pull (gw_store_get_feed (store), model->sequence, &gap);

  if (gap)
    model_fetch (model, store);
  for (guint i = 0; i < commits->len; i++)
    model_apply (model, commits->pdata[i]);
}

static void
model_compare (Model *model, GwStore *store)
{
  g_autoptr (GHashTable) fresh_records = g_hash_table_new_full (
      gw_id_hash_ptr, gw_id_equal_ptr, g_free, (GDestroyNotify) gw_record_unref);
  Model fresh = { fresh_records, 0 };
  GHashTableIter iter;
  gpointer id, record;

  model_fetch (&fresh, store);
  g_assert_cmpuint (fresh.sequence, ==, model->sequence);
  g_assert_cmpuint (g_hash_table_size (fresh_records), ==, g_hash_table_size (model->records));
  g_hash_table_iter_init (&iter, fresh_records);
  while (g_hash_table_iter_next (&iter, &id, &record))
    g_assert_true (gw_record_equal (record, g_hash_table_lookup (model->records, id)));
}

static void
add_random_operation (GwChange *change, GRand *rand, GPtrArray *all, GHashTable *present)
{
  GwRecord *record;
  const GwRecord *now;
  GwId id;

  if (all->len < 3 || g_rand_int_range (rand, 0, 3) == 0)
    {
      g_ptr_array_add (all, gw_random_record (rand, &fixture_person_type));
      gw_change_insert (change, all->pdata[all->len - 1]);
      return;
    }
  record = all->pdata[g_rand_int_range (rand, 0, (gint32) all->len)];
  id = gw_record_get_id (record);
  now = g_hash_table_lookup (present, &id);
  if (now == NULL)
    gw_change_restore (change, &fixture_person_type, id);
  else if (g_rand_int_range (rand, 0, 4) == 0)
    gw_change_delete (change, now);
  else
    {
      g_autoptr (GwDraft) draft = gw_draft_new_for (now);

      gw_random_edit (rand, draft);
      gw_change_add_draft (change, draft);
    }
}

static void
test_random_sequence (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GHashTable) records = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                                          (GDestroyNotify) gw_record_unref);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_commit_unref);
  Model model = { records, 0 };

  for (guint i = 0; i < 400; i++)
    {
      GwCommit *last = done->len > 0 ? done->pdata[done->len - 1] : NULL;
      GwChange *change;

      if (last != NULL && g_rand_int_range (rand, 0, 5) == 0)
        change = gw_commit_invert (&last, 1, "Undo or redo");
      else
        {
          change = gw_change_new ("Random");
          model_pull (&model, store);
          add_random_operation (change, rand, all, records);
        }
      g_ptr_array_add (done, fixture_submit (self, store, change));
      if (g_rand_int_range (rand, 0, 20) == 0)
        {
          model_pull (&model, store);
          model_compare (&model, store);
        }
    }
  model_pull (&model, store);
  model_compare (&model, store);
  fixture_close (store);
}

/* Numbers go on where the file left them. */
static void
test_numbers_go_on (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) first = fixture_make_person ("Rose");
  g_autoptr (GwRecord) second = fixture_make_person ("Sam");

  fixture_insert (self, store, first);
  fixture_close (store);
  store = fixture_open (self);
  expect_pull (gw_store_get_feed (store), 1, 0, FALSE);
  fixture_insert (self, store, second);
  expect_pull (gw_store_get_feed (store), 1, 1, FALSE);
  fixture_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-feed/nudges-once", test_nudges_once);
  g_test_add_func ("/change-feed/pulls-and-gaps", test_pulls_and_gaps);
  FIXTURE_ADD ("/change-feed/large-commits-go-early", test_large_commits_go_early);
  FIXTURE_ADD ("/change-feed/random-sequence", test_random_sequence);
  FIXTURE_ADD ("/change-feed/numbers-go-on", test_numbers_go_on);
  return g_test_run ();
}
