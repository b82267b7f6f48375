/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The power goes at any write step of making a backup and of erasing somebody's data. Afterwards the
 * team file is whole, each backup in the list can be brought back, and somebody is either all there or
 * erased without a trace.
 */
#include "config.h"

#include "store-fixture.h"

#include "gw-backup.h"
#include "gw-store-erase.h"
#include "gw-test-folder.h"
#include "gw-test-vfs.h"

#define SECRET "Xylophone-7319"

static GwStore *
open_over_vfs (Fixture *self)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);

  config.vfs_name = GW_TEST_VFS_NAME;
  return gw_store_open_sync (&config, NULL, NULL);
}

/* An empty folder with a team of two in it, and a store over it whose power is on. */
static GwStore *
begin_life (Fixture *self, GwRecord *rose)
{
  g_autoptr (GwRecord) sam = fixture_make_person ("Sam");
  GwStore *store;

  gw_test_vfs_reset ();
  gw_clock_set (self->clock, FIXTURE_NOW);
  gw_test_folder_remove (self->folder);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  store = open_over_vfs (self);
  g_assert_nonnull (store);
  fixture_insert (self, store, sam);
  fixture_insert (self, store, rose);
  return store;
}

/* Whatever happened, the store lets go of its files before the power comes back. */
static GwStore *
come_back (Fixture *self, GwStore *store, guint n_steps)
{
  gw_store_close_sync (store, NULL);
  g_object_unref (store);
  gw_test_vfs_restore_power (n_steps % 3 * 50, n_steps);
  store = open_over_vfs (self);
  g_assert_nonnull (store);
  return store;
}

static void
assert_backups_whole (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = gw_backup_list_sync (self->path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < backups->len; i++)
    {
      const GwBackup *backup = backups->pdata[i];
      g_autofree char *aside = gw_backup_restore_sync (self->path, backup->path, self->clock, NULL,
                                                       &error);
      GwStore *store;

      g_assert_no_error (error);
      store = fixture_open (self);
      g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 2);
      fixture_close (store);
    }
}

static void
test_backup (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  gboolean is_done = FALSE;

  gw_test_vfs_register ();
  for (guint n_steps = 1; !is_done; n_steps += 1 + n_steps / 40)
    {
      GwStore *store = begin_life (self, rose);
      g_autoptr (GwBackup) backup = NULL;

      gw_test_vfs_cut_after (n_steps);
      backup = gw_backup_make_sync (store, NULL, NULL, NULL);
      is_done = backup != NULL && !gw_test_vfs_is_cut ();
      store = come_back (self, store, n_steps);
      g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 2);
      fixture_close (store);
      assert_backups_whole (self);
    }
}

/* Nothing of Rose is left, or all of her is. */
static void
assert_all_or_nothing (Fixture *self, GwStore *store, GwId id)
{
  g_autoptr (GwRecord) rose = fixture_get (store, &fixture_person_type, id);

  if (gw_record_is_deleted (rose))
    {
      g_assert_false (gw_record_has (rose, PERSON_NAME));
      g_assert_false (fixture_tree_holds (self->folder, SECRET));
    }
  else
    g_assert_cmpstr (gw_record_get_text (rose, PERSON_NAME), ==, SECRET);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==,
                   gw_record_is_deleted (rose) ? 1 : 2);
}

static void
test_erase (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = fixture_make_person (SECRET);
  const GwRecordKey key = { &fixture_person_type, gw_record_get_id (rose) };
  gboolean is_done = FALSE;
  guint n_erased = 0;

  gw_test_vfs_register ();
  for (guint n_steps = 1; !is_done; n_steps += 1 + n_steps / 40)
    {
      GwStore *store = begin_life (self, rose);
      g_autoptr (GwBackup) backup = gw_backup_make_sync (store, NULL, NULL, NULL);
      g_autoptr (GwCommit) commit = NULL;

      g_assert_nonnull (backup);
      gw_clock_set (self->clock, (GwInstant){ FIXTURE_NOW.value + n_steps * G_TIME_SPAN_MINUTE });
      gw_test_vfs_cut_after (n_steps);
      commit = gw_store_erase_sync (store, &key, 1, self->author, "Erase", NULL);
      is_done = commit != NULL && !gw_test_vfs_is_cut ();
      store = come_back (self, store, n_steps);
      assert_all_or_nothing (self, store, key.id);
      n_erased += fixture_count (store, &fixture_person_type) == 1;
      fixture_close (store);
    }
  /* Most cuts come after the scrubbing, and the next opening has finished those. */
  g_assert_cmpuint (n_erased, >, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/power-cut/copies/backup", test_backup);
  FIXTURE_ADD ("/power-cut/copies/erase", test_erase);
  return g_test_run ();
}
