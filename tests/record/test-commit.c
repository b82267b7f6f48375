/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo and redo as inversion. The random sequence here is the definition: undoing a group gives the
 * world before it, undoing that gives the world after it, however changes are made of operations.
 */

#include "config.h"

#include "gw-memory-world.h"
#include "gw-random-record.h"

#define N_SEQUENCES 60
#define N_CHANGES 40

/* A record of @world that is deleted or not; NULL when there is none. */
static const GwRecord *
pick_record (GRand *rand, const GwMemoryWorld *world, gboolean deleted)
{
  g_autoptr (GPtrArray) list = gw_memory_world_list (world);

  for (guint tries = 0; list->len > 0 && tries < 8; tries++)
    {
      const GwRecord *record = list->pdata[g_rand_int_range (rand, 0, (gint32) list->len)];

      if (gw_record_is_deleted (record) == deleted)
        return record;
    }
  return NULL;
}

static void
add_random_edit (GRand *rand, const GwMemoryWorld *world, GwChange *change)
{
  const GwRecord *record = pick_record (rand, world, FALSE);
  g_autoptr (GwDraft) draft = NULL;

  if (record == NULL)
    return;
  draft = gw_draft_new_for (record);
  gw_random_edit (rand, draft);
  gw_change_add_draft (change, draft);
}

static void
add_random_operation (GRand *rand, const GwMemoryWorld *world, GwChange *change)
{
  g_autoptr (GwRecord) made = NULL;
  const GwRecord *record;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
    case 1:
      made = gw_random_record (rand, gw_every_kind_type ());
      gw_change_insert (change, made);
      break;
    case 2:
      record = pick_record (rand, world, FALSE);
      if (record != NULL)
        gw_change_delete (change, record);
      break;
    case 3:
      record = pick_record (rand, world, TRUE);
      if (record != NULL)
        gw_change_restore (change, gw_record_get_record_type (record), gw_record_get_id (record));
      break;
    default:
      add_random_edit (rand, world, change);
    }
}

/* Inverts @commits, applies the inverse to @world and returns what that committed. */
static GwCommit *
take_back (GwMemoryWorld *world, GPtrArray *commits)
{
  g_autoptr (GwChange)
      inverse = gw_commit_invert ((GwCommit *const *) commits->pdata, commits->len, "back");

  return gw_memory_world_commit (world, inverse);
}

static GPtrArray *
wrap (GwCommit *commit)
{
  GPtrArray *commits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_commit_unref);

  g_ptr_array_add (commits, commit);
  return commits;
}

/* Undoes @commits in @world, which they made out of @before; then redoes and undoes again. */
static void
check_inverse (GwMemoryWorld *world, const GwMemoryWorld *before, GPtrArray *commits)
{
  g_autoptr (GwMemoryWorld) after = gw_memory_world_copy (world);
  g_autoptr (GPtrArray) undo = wrap (take_back (world, commits));
  g_autoptr (GPtrArray) redo = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_assert_nonnull (undo->pdata[0]);
  g_assert_true (gw_memory_world_equal (world, before));
  redo = wrap (take_back (world, undo));
  g_assert_nonnull (redo->pdata[0]);
  g_assert_true (gw_memory_world_equal (world, after));
  again = wrap (take_back (world, redo));
  g_assert_nonnull (again->pdata[0]);
  g_assert_true (gw_memory_world_equal (world, before));
  gw_commit_unref (take_back (world, again));
  g_assert_true (gw_memory_world_equal (world, after));
}

static void
run_sequence (GRand *rand)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  g_autoptr (GwMemoryWorld) group_start = gw_memory_world_copy (world);
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_commit_unref);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (GwChange) change = gw_change_new ("do");
      GwCommit *commit;

      for (gint n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        add_random_operation (rand, world, change);
      commit = gw_memory_world_commit (world, change);
      /* Operations that meet by chance may refuse each other; then nothing has happened. */
      if (commit == NULL)
        continue;
      g_ptr_array_add (group, commit);
      if (g_rand_int_range (rand, 0, 3) > 0)
        continue;
      check_inverse (world, group_start, group);
      g_ptr_array_set_size (group, 0);
      gw_memory_world_free (group_start);
      group_start = gw_memory_world_copy (world);
    }
}

static void
test_random_sequences (void)
{
  for (guint i = 0; i < N_SEQUENCES; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);

      run_sequence (rand);
    }
}

/* --- by hand ----------------------------------------------------------------------------------- */

static GwCommit *
insert_text (GwMemoryWorld *world, GwId id, const char *text)
{
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (gw_every_kind_type (), id);
  g_autoptr (GwChange) change = gw_change_new ("insert");

  gw_draft_set_text (draft, GW_FIELD_TEXT, text);
  gw_change_add_draft (change, draft);
  return gw_memory_world_commit (world, change);
}

static GwCommit *
set_text (GwMemoryWorld *world, GwId id, const char *text)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (gw_memory_world_lookup (world, id));
  g_autoptr (GwChange) change = gw_change_new ("set");

  gw_draft_set_text (draft, GW_FIELD_TEXT, text);
  gw_change_add_draft (change, draft);
  return gw_memory_world_commit (world, change);
}

static void
test_entries (void)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  GwId id = gw_id_new ();
  g_autoptr (GwCommit) insertion = insert_text (world, id, "Rose");
  g_autoptr (GwCommit) edit = set_text (world, id, "Rosie");
  const GwCommitEntry *entry = gw_commit_get_entry (edit, 0);

  g_assert_cmpuint (gw_commit_get_n_entries (edit), ==, 1);
  g_assert_null (gw_commit_get_entry (insertion, 0)->before);
  g_assert_cmpstr (gw_record_get_text (entry->before, GW_FIELD_TEXT), ==, "Rose");
  g_assert_cmpstr (gw_record_get_text (entry->after, GW_FIELD_TEXT), ==, "Rosie");
  g_assert_cmpuint (gw_commit_get_info (edit)->sequence, ==, 2);
  g_assert_cmpstr (gw_commit_get_info (edit)->label, ==, "set");
}

static void
test_roles (void)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  g_autoptr (GwCommit) insertion = insert_text (world, gw_id_new (), "Rose");
  g_autoptr (GwChange) undo = gw_commit_invert (&insertion, 1, "Take back");
  g_autoptr (GwCommit) undone = gw_memory_world_commit (world, undo);
  g_autoptr (GwChange) redo = gw_commit_invert (&undone, 1, "Do again");
  g_autoptr (GwCommit) redone = gw_memory_world_commit (world, redo);
  g_autoptr (GwChange) third = gw_commit_invert (&redone, 1, "Take back");

  g_assert_cmpint (gw_change_get_role (undo), ==, GW_CHANGE_UNDO);
  g_assert_cmpint (gw_change_get_role (redo), ==, GW_CHANGE_REDO);
  g_assert_cmpint (gw_change_get_role (third), ==, GW_CHANGE_UNDO);
  g_assert_true (
      gw_id_equal (gw_change_get_undone_group (undo), gw_commit_get_info (insertion)->group));
  g_assert_true (
      gw_id_equal (gw_change_get_undone_group (redo), gw_commit_get_info (undone)->group));
  g_assert_cmpstr (gw_change_get_label (undo), ==, "Take back");
}

static void
test_undo_never_takes_another_persons_edit (void)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  GwId id = gw_id_new ();
  g_autoptr (GPtrArray) insertion = wrap (insert_text (world, id, "Rose"));
  g_autoptr (GPtrArray) edit = wrap (set_text (world, id, "Rosie"));
  g_autoptr (GwCommit) later = set_text (world, id, "Rosalind");

  /* The text is no longer what the edit left, nor the record what the insertion left. */
  g_assert_nonnull (later);
  g_assert_null (take_back (world, edit));
  g_assert_null (take_back (world, insertion));
  g_assert_cmpstr (gw_record_get_text (gw_memory_world_lookup (world, id), GW_FIELD_TEXT), ==,
                   "Rosalind");
}

static void
test_foreign_commits_within_a_group (void)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  GwId id = gw_id_new ();
  g_autoptr (GwCommit) insertion = insert_text (world, id, "Rose");
  g_autoptr (GPtrArray) group = wrap (set_text (world, id, "one"));
  g_autoptr (GwCommit) foreign = set_text (world, id, "two");

  g_assert_nonnull (insertion);
  g_assert_nonnull (foreign);
  g_ptr_array_add (group, set_text (world, id, "three"));
  /* Going back from three to one would pass over two, which is somebody else's. */
  g_assert_null (take_back (world, group));
}

/* Restoring, editing and deleting in one change goes back in the right order. */
static void
test_a_life_in_one_change (void)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  GwId id = gw_id_new ();
  g_autoptr (GwCommit) insertion = insert_text (world, id, "Rose");
  const GwRecord *record = gw_memory_world_lookup (world, id);
  g_autoptr (GwMemoryWorld) before = gw_memory_world_copy (world);
  g_autoptr (GwDraft) draft = gw_draft_new_for (record);
  g_autoptr (GwChange) change = gw_change_new ("edit and delete");
  g_autoptr (GPtrArray) commits = NULL;

  g_assert_nonnull (insertion);
  gw_draft_set_text (draft, GW_FIELD_TEXT, "Rosie");
  gw_change_add_draft (change, draft);
  gw_change_delete (change, record);
  commits = wrap (gw_memory_world_commit (world, change));
  check_inverse (world, before, commits);
  g_assert_true (gw_record_is_deleted (gw_memory_world_lookup (world, id)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commit/entries", test_entries);
  g_test_add_func ("/commit/roles", test_roles);
  g_test_add_func ("/commit/undo-never-takes-another-persons-edit",
                   test_undo_never_takes_another_persons_edit);
  g_test_add_func ("/commit/foreign-commits-within-a-group", test_foreign_commits_within_a_group);
  g_test_add_func ("/commit/a-life-in-one-change", test_a_life_in_one_change);
  g_test_add_func ("/commit/random-sequences", test_random_sequences);
  return g_test_run ();
}
