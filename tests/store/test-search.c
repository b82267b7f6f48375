/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Full-text search, and what belongs to one laptop: drafts and settings.
 */
#include "config.h"

#include "gw-store-draft.h"
#include "gw-store-search.h"

#include "store-fixture.h"

#include <string.h>

static void
expect_found (GwStore *store, const char *text, const GwRecordType *type, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = gw_store_search_sync (store, text, type, 10, NULL, &error);

  g_assert_no_error (error);
  if (title == NULL)
    {
      g_assert_cmpuint (results->len, ==, 0);
      return;
    }
  g_assert_cmpuint (results->len, ==, 1);
  g_assert_cmpstr (((GwSearchResult *) results->pdata[0])->title, ==, title);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("José O’Brien");
  g_autoptr (GwRecord) noted = NULL;
  g_autoptr (GwRecord) renamed = NULL;
  GwChange *change = gw_change_new ("Delete");

  fixture_insert (self, store, person);
  noted = fixture_set_text (self, store, person, PERSON_NOTES, "Fond of the garden");
  expect_found (store, "jose", NULL, "José O’Brien");
  expect_found (store, "JOSÉ brien", NULL, "José O’Brien");
  expect_found (store, "bri gard", NULL, "José O’Brien");
  expect_found (store, "arden", NULL, NULL);
  expect_found (store, "jose", &fixture_visit_type, NULL);
  expect_found (store, "jose", &fixture_person_type, "José O’Brien");
  renamed = fixture_set_text (self, store, noted, PERSON_NAME, "Pepe");
  expect_found (store, "jose", NULL, NULL);
  expect_found (store, "pepe", NULL, "Pepe");
  gw_change_delete (change, renamed);
  gw_commit_unref (fixture_submit (self, store, change));
  expect_found (store, "pepe", NULL, NULL);
  change = gw_change_new ("Restore");
  gw_change_restore (change, &fixture_person_type, gw_record_get_id (renamed));
  gw_commit_unref (fixture_submit (self, store, change));
  expect_found (store, "pepe", NULL, "Pepe");
  fixture_close (store);
}

/* A key safe code is not found, whatever its field table says. */
static void
test_sealed (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) coded = NULL;

  fixture_insert (self, store, person);
  coded = fixture_set_text (self, store, person, PERSON_CODE, "c7319x");
  expect_found (store, "c7319x", NULL, NULL);
  expect_found (store, "rose", NULL, "Rose");
  fixture_close (store);
}

/* Whatever is typed is words, never a query. */
static void
test_signs (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "",      "   ",          "\"",    "rose\" OR \"x", "title:rose", "NEAR (a b)", "*",
    "a AND", "-rose",        "^rose", "{a b}",         "\xff\xfe",   "'; DROP",    "rose)",
    "🐕",     "\xe2\x80\xae", "a+b",   "NOT",           "OR OR OR",   "(((",        "rose*",
  };
  GwStore *store = fixture_open (self);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) results = gw_store_search_sync (store, texts[i], NULL, 5, NULL, &error);
      g_assert_no_error (error);
    }
  fixture_close (store);
}

static void
test_snippet (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) noted = NULL;
  g_autoptr (GPtrArray) results = NULL;

  fixture_insert (self, store, person);
  noted = fixture_set_text (self, store, person, PERSON_NOTES, "Fond of the garden");
  results = gw_store_search_sync (store, "garden", NULL, 5, NULL, NULL);
  g_assert_cmpuint (results->len, ==, 1);
  g_assert_nonnull (strstr (((GwSearchResult *) results->pdata[0])->snippet,
                            "the \xe2\x81\xa8garden\xe2\x81\xa9"));
  fixture_close (store);
}

static void
test_drafts (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  GwId id = gw_id_new ();
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gw_store_keep_draft_sync (store, &fixture_person_type, id, "name=Ro", NULL, NULL));
  g_assert_true (
      gw_store_keep_draft_sync (store, &fixture_person_type, id, "name=Rose", NULL, NULL));
  g_assert_cmpuint (gw_store_get_sequence (store), ==, 0);
  fixture_close (store);
  store = fixture_open (self);
  drafts = gw_store_list_drafts_sync (store, NULL, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_true (((GwKeptDraft *) drafts->pdata[0])->type == &fixture_person_type);
  g_assert_cmpint (((GwKeptDraft *) drafts->pdata[0])->instant.value, ==, FIXTURE_NOW.value);
  text = gw_store_get_draft_sync (store, &fixture_person_type, id, NULL, NULL);
  g_assert_cmpstr (text, ==, "name=Rose");
  g_assert_true (gw_store_drop_draft_sync (store, &fixture_person_type, id, NULL, NULL));
  g_assert_null (gw_store_get_draft_sync (store, &fixture_person_type, id, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  fixture_close (store);
}

static void
test_local (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gw_store_put_local_sync (store, "map", "a=b", NULL, NULL));
  text = gw_store_get_local_sync (store, "map", NULL, NULL);
  g_assert_cmpstr (text, ==, "a=b");
  g_assert_true (gw_store_put_local_sync (store, "map", NULL, NULL, NULL));
  g_assert_null (gw_store_get_local_sync (store, "map", NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  fixture_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/search/words", test_words);
  FIXTURE_ADD ("/search/sealed", test_sealed);
  FIXTURE_ADD ("/search/signs", test_signs);
  FIXTURE_ADD ("/search/snippet", test_snippet);
  FIXTURE_ADD ("/local/drafts", test_drafts);
  FIXTURE_ADD ("/local/settings", test_local);
  return g_test_run ();
}
