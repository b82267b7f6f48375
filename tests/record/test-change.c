/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change holds, and that it applies whole or not at all. */

#include "config.h"

#include "gw-memory-world.h"
#include "gw-random-record.h"

typedef struct
{
  const GwRecordType *type;
  GwId members[3];
  GwRecord *record;
  GwChange *change;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwDraft) draft = NULL;

  fixture->type = gw_every_kind_type ();
  for (guint i = 0; i < G_N_ELEMENTS (fixture->members); i++)
    fixture->members[i] = gw_id_from_seed (i, 0, i);
  draft = gw_draft_new (fixture->type);
  gw_draft_set_text (draft, GW_FIELD_TEXT, "Rose");
  gw_draft_set_integer (draft, GW_FIELD_DAY, 100);
  gw_draft_set_ids (draft, GW_FIELD_REFERENCES, fixture->members, 2);
  gw_draft_set_extra (draft, "{}");
  fixture->record = gw_draft_build (draft);
  fixture->change = gw_change_new ("Move Rose's visit");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gw_record_unref (fixture->record);
  gw_change_unref (fixture->change);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwChange) other = gw_change_new ("other");
  GwId group = gw_id_new ();

  g_assert_cmpstr (gw_change_get_label (fixture->change), ==, "Move Rose's visit");
  g_assert_true (gw_change_is_empty (fixture->change));
  g_assert_true (gw_change_get_ends_group (fixture->change));
  g_assert_false (gw_id_equal (gw_change_get_group (fixture->change), gw_change_get_group (other)));
  g_assert_cmpint (gw_change_get_role (fixture->change), ==, GW_CHANGE_DO);
  g_assert_true (gw_id_is_none (gw_change_get_undone_group (fixture->change)));
  gw_change_set_group (other, group, FALSE);
  g_assert_true (gw_id_equal (gw_change_get_group (other), group));
  g_assert_false (gw_change_get_ends_group (other));
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  const GwOperation *operation;

  gw_change_insert (fixture->change, fixture->record);
  g_assert_cmpuint (gw_change_get_n_operations (fixture->change), ==, 1);
  operation = gw_change_get_operation (fixture->change, 0);
  g_assert_cmpint (operation->kind, ==, GW_OPERATION_INSERT);
  g_assert_cmpuint (operation->n_edits, ==, 3);
  g_assert_cmpstr (operation->extra, ==, "{}");
  g_assert_cmpuint (operation->edits[0].field, ==, GW_FIELD_TEXT);
  g_assert_cmpint (operation->edits[0].expected.form, ==, GW_VALUE_EMPTY);
  g_assert_cmpstr (operation->edits[0].value.text, ==, "Rose");
}

static void
test_draft_with_base (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (fixture->record);
  const GwOperation *operation;

  gw_change_add_draft (fixture->change, draft);
  g_assert_true (gw_change_is_empty (fixture->change));
  gw_draft_set_integer (draft, GW_FIELD_DAY, 101);
  gw_draft_set_ids (draft, GW_FIELD_REFERENCES, fixture->members + 1, 2);
  gw_change_add_draft (fixture->change, draft);
  g_assert_cmpuint (gw_change_get_n_operations (fixture->change), ==, 3);
  operation = gw_change_get_operation (fixture->change, 0);
  g_assert_cmpint (operation->kind, ==, GW_OPERATION_UPDATE);
  g_assert_cmpuint (operation->n_edits, ==, 1);
  g_assert_cmpint (operation->edits[0].expected.integer, ==, 100);
  g_assert_cmpint (operation->edits[0].value.integer, ==, 101);
  /* A set is not written whole, so that two people may add to it. */
  operation = gw_change_get_operation (fixture->change, 1);
  g_assert_cmpint (operation->kind, ==, GW_OPERATION_REMOVE_MEMBER);
  g_assert_true (gw_id_equal (operation->member, fixture->members[0]));
  operation = gw_change_get_operation (fixture->change, 2);
  g_assert_cmpint (operation->kind, ==, GW_OPERATION_ADD_MEMBER);
  g_assert_true (gw_id_equal (operation->member, fixture->members[2]));
  g_assert_cmpuint (operation->member_field, ==, GW_FIELD_REFERENCES);
}

static void
test_edits_gather (Fixture *fixture, gconstpointer data)
{
  GwId id = gw_record_get_id (fixture->record);
  GwFieldValue old_text = gw_field_value_text ("Rose"), new_text = gw_field_value_text ("Rosie");
  GwFieldValue old_day = gw_field_value_integer (100), new_day = gw_field_value_integer (101);
  const GwOperation *operation;

  gw_change_add_edit (fixture->change, fixture->type, id, GW_FIELD_TEXT, &old_text, &new_text);
  gw_change_add_edit (fixture->change, fixture->type, id, GW_FIELD_DAY, &old_day, &new_day);
  g_assert_cmpint (old_text.form, ==, GW_VALUE_EMPTY);
  g_assert_cmpuint (gw_change_get_n_operations (fixture->change), ==, 1);
  operation = gw_change_get_operation (fixture->change, 0);
  g_assert_cmpuint (operation->n_edits, ==, 2);
  gw_change_add_operation (fixture->change, operation);
  g_assert_cmpuint (gw_change_get_n_operations (fixture->change), ==, 2);
  operation = gw_change_get_operation (fixture->change, 1);
  g_assert_cmpstr (operation->edits[0].value.text, ==, "Rosie");
}

static void
test_expecting_is_nothing_to_do (Fixture *fixture, gconstpointer data)
{
  gw_change_expect (fixture->change, fixture->record, GW_FIELD_DAY);
  gw_change_expect (fixture->change, fixture->record, GW_FIELD_PLACE);
  g_assert_cmpuint (gw_change_get_n_operations (fixture->change), ==, 1);
  g_assert_cmpuint (gw_change_get_operation (fixture->change, 0)->n_edits, ==, 2);
  g_assert_true (gw_change_is_empty (fixture->change));
  gw_change_delete (fixture->change, fixture->record);
  g_assert_false (gw_change_is_empty (fixture->change));
}

/* Commits what @fixture holds to @world and begins another change. */
static gboolean
commit (Fixture *fixture, GwMemoryWorld *world)
{
  g_autoptr (GwCommit) made = gw_memory_world_commit (world, fixture->change);

  gw_change_unref (fixture->change);
  fixture->change = gw_change_new ("next");
  return made != NULL;
}

static void
test_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  g_autoptr (GwMemoryWorld) before = NULL;
  g_autoptr (GwDraft) draft = gw_draft_new_for (fixture->record);
  g_autoptr (GwDraft) rename = gw_draft_new_for (fixture->record);

  gw_change_insert (fixture->change, fixture->record);
  g_assert_true (commit (fixture, world));
  gw_change_insert (fixture->change, fixture->record);
  g_assert_false (commit (fixture, world));

  gw_draft_set_integer (draft, GW_FIELD_DAY, 101);
  gw_change_add_draft (fixture->change, draft);
  g_assert_true (commit (fixture, world));
  before = gw_memory_world_copy (world);
  /* Somebody else still has the old day: their rename, which comes first, must not happen either. */
  gw_draft_set_text (rename, GW_FIELD_TEXT, "Rosie");
  gw_change_add_draft (fixture->change, rename);
  gw_change_expect (fixture->change, fixture->record, GW_FIELD_DAY);
  g_assert_false (commit (fixture, world));
  g_assert_true (gw_memory_world_equal (world, before));
  /* Without relying on the day it may. */
  gw_change_add_draft (fixture->change, rename);
  g_assert_true (commit (fixture, world));
  g_assert_false (gw_memory_world_equal (world, before));
}

static void
test_members (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwMemoryWorld) world = gw_memory_world_new ();
  guint n_ids;

  gw_change_insert (fixture->change, fixture->record);
  g_assert_true (commit (fixture, world));
  gw_change_add_member (fixture->change, fixture->record, GW_FIELD_REFERENCES, fixture->members[2]);
  g_assert_true (commit (fixture, world));
  gw_change_add_member (fixture->change, fixture->record, GW_FIELD_REFERENCES, fixture->members[2]);
  g_assert_false (commit (fixture, world));
  gw_change_remove_member (fixture->change, fixture->record, GW_FIELD_REFERENCES,
                           fixture->members[0]);
  g_assert_true (commit (fixture, world));
  gw_record_get_ids (gw_memory_world_lookup (world, gw_record_get_id (fixture->record)),
                     GW_FIELD_REFERENCES, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
}

#define ADD(name, test) g_test_add ("/change/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("insert", test_insert);
  ADD ("draft-with-base", test_draft_with_base);
  ADD ("edits-gather", test_edits_gather);
  ADD ("expecting-is-nothing-to-do", test_expecting_is_nothing_to_do);
  ADD ("whole-or-not-at-all", test_whole_or_not_at_all);
  ADD ("members", test_members);
  return g_test_run ();
}
