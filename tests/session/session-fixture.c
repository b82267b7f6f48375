/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session in a folder of its own. */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"
#include "gw-test-folder.h"
#include "gw-test-vfs.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"

#include <sqlite3.h>

void
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->session = gw_session_open_sync (self->path, GW_SESSION_CREATE, self->clock, &error);
  g_assert_no_error (error);
}

void
fixture_close (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  gw_session_close_sync (self->session, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->session);
  self->session = NULL;
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("gw-session-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "team.gw", NULL);
  self->clock = gw_clock_new_fixed (NULL, (GwInstant){ G_GINT64_CONSTANT (1795417800000000) });
  fixture_open (self);
}

/* A session knows no test VFS, so SQLite uses it for every file. */
void
fixture_set_up_vfs (Fixture *self, gconstpointer data)
{
  gw_test_vfs_register ();
  gw_test_vfs_reset ();
  g_assert_cmpint (sqlite3_vfs_register (sqlite3_vfs_find (GW_TEST_VFS_NAME), 1), ==, SQLITE_OK);
  fixture_set_up (self, data);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  if (self->session != NULL)
    fixture_close (self);
  gw_clock_unref (self->clock);
  gw_test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
fixture_submit (Fixture *self, GwChange *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;

  gw_session_submit_async (self->session, change, NULL, gw_await_keep, &result);
  gw_await (&result);
  commit = gw_session_submit_finish (self->session, result, &error);
  g_assert_no_error (error);
}

GwForesight *
fixture_foresee (Fixture *self, GwChange *change)
{
  GwRecordSource *source = GW_RECORD_SOURCE (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GwForesight *foresight;

  gw_record_source_foresee_async (source, change, gw_await_keep, &result);
  gw_await (&result);
  foresight = gw_record_source_foresee_finish (source, result, &error);
  g_assert_no_error (error);
  return foresight;
}

GwId
fixture_add_person (Fixture *self, const char *first_name)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autofree char *label = g_strdup_printf ("Add %s", first_name);
  g_autoptr (GwChange) change = gw_change_new (label);

  gw_person_set_first_name (draft, first_name);
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
  return gw_draft_get_id (draft);
}

GwId
fixture_add_colleague (Fixture *self, const char *first_name)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwChange) change = gw_change_new ("Add a colleague");

  gw_colleague_set_first_name (draft, first_name);
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
  return gw_draft_get_id (draft);
}

void
fixture_rename_person (Fixture *self, GwId id, const char *first_name)
{
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, id);
  g_autoptr (GwDraft) draft = gw_draft_new_for (gw_item_get_record (item));
  g_autofree char *label = g_strdup_printf ("Change %s", first_name);
  g_autoptr (GwChange) change = gw_change_new (label);

  gw_person_set_first_name (draft, first_name);
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
}

void
fixture_delete_person (Fixture *self, GwId id)
{
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, id);
  g_autoptr (GwChange) change = gw_change_new ("Delete");

  gw_change_delete (change, gw_item_get_record (item));
  fixture_submit (self, change);
}

guint
fixture_count (Fixture *self, const GwRecordType *type)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GPtrArray) records = gw_session_query_sync (self->session, query, NULL, NULL);

  return records->len;
}

GwLiveList *
fixture_watch_people (Fixture *self)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  GwLiveList *list;

  gw_query_sort (query, GW_PERSON_FIRST_NAME, FALSE);
  list = gw_session_watch (self->session, query);
  while (gw_live_list_get_state (list) == GW_LIVE_LIST_LOADING)
    g_main_context_iteration (NULL, TRUE);
  return list;
}

static char *
dup_names (GwLiveList *list)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              gw_person_get_first_name (gw_item_get_record (item)));
    }
  return g_string_free (names, FALSE);
}

void
fixture_assert_names (GwLiveList *list, const char *wanted)
{
  g_autofree char *names = dup_names (list);

  g_assert_cmpstr (names, ==, wanted);
}

char *
fixture_take_back (Fixture *self, gboolean again, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (again)
    gw_session_redo_async (self->session, gw_await_keep, &result);
  else
    gw_session_undo_async (self->session, gw_await_keep, &result);
  gw_await (&result);
  return gw_session_undo_finish (self->session, result, error);
}

void
fixture_assert_taken_back (Fixture *self, gboolean again, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = fixture_take_back (self, again, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, wanted);
}
