/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The change log read back: the audit view, and undo after a restart.
 */
#include "config.h"

#include "gw-store-history.h"

#include "store-fixture.h"

#include "gw-random-record.h"

static GPtrArray *
read_history (GwStore *store, const GwRecord *record)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = gw_store_history_sync (store, gw_record_get_record_type (record),
                                              gw_record_get_id (record), 0, NULL, &error);

  g_assert_no_error (error);
  return entries;
}

static void
test_audit_view (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) named = NULL;
  g_autoptr (GwRecord) coded = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  GwChange *change = gw_change_new ("Remove");
  const GwHistoryEntry *entry;

  fixture_insert (self, store, person);
  named = fixture_set_text (self, store, person, PERSON_NAME, "Rose Tanner");
  coded = fixture_set_text (self, store, named, PERSON_CODE, "1234");
  gw_change_delete (change, coded);
  gw_commit_unref (fixture_submit (self, store, change));
  entries = read_history (store, person);
  g_assert_cmpuint (entries->len, ==, 4);

  entry = entries->pdata[0];
  g_assert_cmpint (entry->kind, ==, GW_HISTORY_DELETED);
  g_assert_cmpstr (entry->label, ==, "Remove");
  g_assert_true (gw_id_equal (entry->author, self->author));
  g_assert_cmpint (entry->instant.value, ==, FIXTURE_NOW.value);
  entry = entries->pdata[1];
  g_assert_true (entry->sealed);
  g_assert_cmpint (entry->field, ==, PERSON_CODE);
  g_assert_cmpint (entry->after.form, ==, GW_VALUE_EMPTY);
  entry = entries->pdata[2];
  g_assert_cmpint (entry->field, ==, PERSON_NAME);
  g_assert_cmpstr (entry->before.text, ==, "Rose");
  g_assert_cmpstr (entry->after.text, ==, "Rose Tanner");
  entry = entries->pdata[3];
  g_assert_cmpint (entry->kind, ==, GW_HISTORY_MADE);
  g_assert_cmpuint (entry->sequence, ==, 1);
  fixture_close (store);
}

static GPtrArray *
dup_group (GwStore *store, GwId group)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *commits = gw_store_dup_group_sync (store, group, 0, 0, NULL, NULL, &error);

  g_assert_no_error (error);
  return commits;
}

static void
assert_same_commit (const GwCommit *a, const GwCommit *b)
{
  const GwCommitInfo *info_a = gw_commit_get_info (a);
  const GwCommitInfo *info_b = gw_commit_get_info (b);
  g_autoptr (GHashTable) entries = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  guint n_entries = gw_commit_get_n_entries (a);
  g_autofree GwId *ids = g_new (GwId, n_entries + 1);

  g_assert_cmpuint (info_a->sequence, ==, info_b->sequence);
  g_assert_cmpstr (info_a->label, ==, info_b->label);
  g_assert_cmpint (info_a->role, ==, info_b->role);
  g_assert_cmpint (info_a->ends_group, ==, info_b->ends_group);
  g_assert_true (gw_id_equal (info_a->undone_group, info_b->undone_group));
  g_assert_cmpuint (n_entries, ==, gw_commit_get_n_entries (b));
  for (guint i = 0; i < n_entries; i++)
    {
      const GwCommitEntry *entry = gw_commit_get_entry (a, i);

      ids[i] = gw_record_get_id (entry->after);
      g_hash_table_insert (entries, &ids[i], (gpointer) entry);
    }
  for (guint i = 0; i < n_entries; i++)
    {
      const GwCommitEntry *mine = gw_commit_get_entry (b, i);
      GwId id = gw_record_get_id (mine->after);
      const GwCommitEntry *other = g_hash_table_lookup (entries, &id);

      g_assert_nonnull (other);
      g_assert_true (gw_record_equal (mine->after, other->after));
      g_assert_cmpint (mine->before == NULL, ==, other->before == NULL);
      if (mine->before != NULL)
        g_assert_true (gw_record_equal (mine->before, other->before));
    }
}

/* One act of 12 slices that makes people and edits those of the slice before. */
static GPtrArray *
submit_slices (Fixture *self, GwStore *store, GRand *rand, GwId group)
{
  GPtrArray *commits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_commit_unref);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);

  for (guint i = 0; i < 12; i++)
    {
      GwChange *change = gw_change_new ("Import");
      GwCommit *commit;

      for (guint j = 0; j < people->len; j++)
        {
          g_autoptr (GwDraft) draft = gw_draft_new_for (people->pdata[j]);

          gw_random_edit (rand, draft);
          if (j % 5 == 4)
            gw_change_delete (change, people->pdata[j]);
          else if (gw_draft_is_changed (draft))
            gw_change_add_draft (change, draft);
        }
      for (guint j = 0; j < 10; j++)
        {
          g_autoptr (GwRecord) person = gw_random_record (rand, &fixture_person_type);
          gw_change_insert (change, person);
        }
      gw_change_set_group (change, group, i == 11);
      commit = fixture_submit (self, store, change);
      g_ptr_array_set_size (people, 0);
      for (guint j = 0; j < gw_commit_get_n_entries (commit); j++)
        if (!gw_record_is_deleted (gw_commit_get_entry (commit, j)->after))
          g_ptr_array_add (people, gw_record_ref (gw_commit_get_entry (commit, j)->after));
      g_ptr_array_add (commits, commit);
    }
  return commits;
}

static gint64
count_all (GwStore *store)
{
  return fixture_count (store, &fixture_person_type);
}

static void
test_group_after_restart (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  GwId group = gw_id_new ();
  g_autoptr (GwRecord) before = fixture_make_person ("Before");
  g_autoptr (GPtrArray) commits = NULL;
  g_autoptr (GPtrArray) rebuilt = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  gint64 n_people;
  GwChange *change;
  GwId undo_group;

  fixture_insert (self, store, before);
  commits = submit_slices (self, store, rand, group);
  n_people = count_all (store);
  fixture_close (store);

  store = fixture_open (self);
  rebuilt = dup_group (store, group);
  g_assert_cmpuint (rebuilt->len, ==, commits->len);
  for (guint i = 0; i < commits->len; i++)
    assert_same_commit (rebuilt->pdata[i], commits->pdata[i]);
  change = gw_commit_invert ((GwCommit *const *) rebuilt->pdata, rebuilt->len, "Undo import");
  undo_group = gw_change_get_group (change);
  gw_commit_unref (fixture_submit (self, store, change));
  g_assert_cmpint (count_all (store), ==, 1);
  fixture_close (store);

  store = fixture_open (self);
  undone = dup_group (store, undo_group);
  change = gw_commit_invert ((GwCommit *const *) undone->pdata, undone->len, "Redo import");
  g_assert_cmpint (gw_change_get_role (change), ==, GW_CHANGE_REDO);
  gw_commit_unref (fixture_submit (self, store, change));
  g_assert_cmpint (count_all (store), ==, n_people);
  fixture_close (store);
}

static void
test_list_groups (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) other = fixture_make_person ("Sam");
  GwId unfinished = gw_id_new ();
  GwChange *change = gw_change_new ("Add Rose");
  g_autoptr (GwCommit) added = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  const GwGroupInfo *group;

  gw_change_insert (change, person);
  added = fixture_submit (self, store, change);
  change = gw_commit_invert (&added, 1, "Undo");
  gw_commit_unref (fixture_submit (self, store, change));
  change = gw_change_new ("Import");
  gw_change_insert (change, other);
  gw_change_set_group (change, unfinished, FALSE);
  gw_commit_unref (fixture_submit (self, store, change));

  groups = gw_store_list_groups_sync (store, 10, NULL, NULL);
  g_assert_cmpuint (groups->len, ==, 3);
  group = groups->pdata[0];
  g_assert_false (group->finished);
  g_assert_true (gw_id_equal (group->group, unfinished));
  g_assert_cmpstr (group->label, ==, "Import");
  group = groups->pdata[1];
  g_assert_true (group->finished);
  g_assert_cmpint (group->role, ==, GW_CHANGE_UNDO);
  g_assert_true (gw_id_equal (group->undone_group, gw_commit_get_info (added)->group));
  group = groups->pdata[2];
  g_assert_cmpuint (group->first_sequence, ==, 1);
  g_assert_cmpuint (group->n_commits, ==, 1);
  g_clear_pointer (&groups, g_ptr_array_unref);
  groups = gw_store_list_groups_sync (store, 1, NULL, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  fixture_close (store);
}

/* A group of many commits can be asked for part by part, the newest first. */
static void
test_parts_of_a_group (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  GwId group = gw_id_new ();

  for (guint i = 0; i < 5; i++)
    {
      GwChange *change = gw_change_new ("Import");
      g_autoptr (GwRecord) person = fixture_make_person ("Rose");

      gw_change_insert (change, person);
      gw_change_set_group (change, group, i == 4);
      gw_commit_unref (fixture_submit (self, store, change));
    }
  for (guint skip = 0; skip <= 5; skip++)
    {
      guint n;
      g_autoptr (GPtrArray)
          commits = gw_store_dup_group_sync (store, group, skip, 2, &n, NULL, NULL);

      g_assert_cmpuint (n, ==, 5);
      g_assert_cmpuint (commits->len, ==, MIN (2, 5 - skip));
      for (guint i = 0; i < commits->len; i++)
        {
          const GwCommit *commit = commits->pdata[commits->len - 1 - i];

          g_assert_cmpuint (gw_commit_get_info (commit)->sequence, ==, 5 - skip - i);
          g_assert_cmpuint (gw_commit_get_n_entries (commit), ==, 1);
        }
    }
  fixture_close (store);
}

static void
test_no_such_group (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (gw_store_dup_group_sync (store, gw_id_new (), 0, 0, NULL, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  fixture_close (store);
}

/* The wall clock set back by a year does not turn the order of what happened. */
static void
test_clock_set_back (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) later = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  fixture_insert (self, store, person);
  gw_clock_set (self->clock, (GwInstant){ FIXTURE_NOW.value - G_TIME_SPAN_DAY * 365 });
  later = fixture_set_text (self, store, person, PERSON_NAME, "Later");
  entries = read_history (store, person);
  g_assert_cmpint (((GwHistoryEntry *) entries->pdata[0])->kind, ==, GW_HISTORY_CHANGED);
  g_assert_cmpint (((GwHistoryEntry *) entries->pdata[1])->kind, ==, GW_HISTORY_MADE);
  fixture_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/history/audit-view", test_audit_view);
  FIXTURE_ADD ("/history/group-after-restart", test_group_after_restart);
  FIXTURE_ADD ("/history/list-groups", test_list_groups);
  FIXTURE_ADD ("/history/parts-of-a-group", test_parts_of_a_group);
  FIXTURE_ADD ("/history/no-such-group", test_no_such_group);
  FIXTURE_ADD ("/history/clock-set-back", test_clock_set_back);
  return g_test_run ();
}
