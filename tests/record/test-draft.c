/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: what is touched, what a later revision does to them, and their safekeeping as text. */

#include "config.h"

#include "gw-draft-text.h"
#include "gw-random-record.h"

#include <string.h>

static void
test_new (void)
{
  GwId id = gw_id_new ();
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (gw_every_kind_type (), id);
  g_autoptr (GwRecord) record = NULL;

  g_assert_null (gw_draft_get_base (draft));
  g_assert_false (gw_draft_is_changed (draft));
  gw_draft_set_text (draft, GW_FIELD_TEXT, "Rose");
  g_assert_true (gw_draft_is_touched (draft, GW_FIELD_TEXT));
  g_assert_false (gw_draft_is_touched (draft, GW_FIELD_DAY));
  record = gw_draft_build (draft);
  g_assert_cmpstr (gw_record_get_text (record, GW_FIELD_TEXT), ==, "Rose");
  g_assert_true (gw_id_equal (gw_record_get_id (record), id));
}

static void
test_touched_is_different (void)
{
  g_autoptr (GwDraft) first = gw_draft_new (gw_every_kind_type ());
  g_autoptr (GwRecord) base = NULL;
  g_autoptr (GwDraft) draft = NULL;

  gw_draft_set_integer (first, GW_FIELD_NUMBER, 5);
  base = gw_draft_build (first);
  draft = gw_draft_new_for (base);
  g_assert_true (gw_draft_get_base (draft) == base);
  gw_draft_set_integer (draft, GW_FIELD_NUMBER, 6);
  g_assert_true (gw_draft_is_touched (draft, GW_FIELD_NUMBER));
  /* Typing the old value again is as if nothing had been typed. */
  gw_draft_set_integer (draft, GW_FIELD_NUMBER, 5);
  g_assert_false (gw_draft_is_changed (draft));
  gw_draft_clear_value (draft, GW_FIELD_NUMBER);
  g_assert_true (gw_draft_is_touched (draft, GW_FIELD_NUMBER));
  gw_draft_set_integer (draft, GW_FIELD_NUMBER, 5);
  g_assert_false (gw_draft_is_changed (draft));
  g_assert_cmpint (gw_draft_get_value (draft, GW_FIELD_NUMBER)->integer, ==, 5);
  gw_draft_set_text (draft, GW_FIELD_TEXT, "");
  gw_draft_set_id (draft, GW_FIELD_REFERENCE, GW_ID_NONE);
  gw_draft_set_ids (draft, GW_FIELD_REFERENCES, NULL, 0);
  g_assert_false (gw_draft_is_changed (draft));
}

static void
test_take_moves (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (gw_every_kind_type ());
  GwFieldValue value = gw_field_value_text ("moved");
  const char *text = value.text;

  gw_draft_take_value (draft, GW_FIELD_TEXT, &value);
  g_assert_cmpint (value.form, ==, GW_VALUE_EMPTY);
  g_assert_true (gw_draft_get_value (draft, GW_FIELD_TEXT)->text == text);
}

/* Another revision of @base in which @field is @number. */
static GwRecord *
revise (const GwRecord *base, guint field, gint64 number)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (base);

  gw_draft_set_integer (draft, field, number);
  return gw_draft_build (draft);
}

static void
test_rebase (void)
{
  g_autoptr (GwDraft) first = gw_draft_new (gw_every_kind_type ());
  g_autoptr (GwRecord) base = gw_draft_build (first);
  g_autoptr (GwRecord) other_field = revise (base, GW_FIELD_MONEY, 100);
  g_autoptr (GwRecord) same_field = revise (other_field, GW_FIELD_NUMBER, 2);
  g_autoptr (GwRecord) same_value = revise (same_field, GW_FIELD_NUMBER, 1);
  g_autoptr (GwDraft) draft = gw_draft_new_for (base);

  gw_draft_set_integer (draft, GW_FIELD_NUMBER, 1);
  g_assert_cmpuint (gw_draft_rebase (draft, other_field), ==, 0);
  g_assert_cmpint (gw_draft_get_value (draft, GW_FIELD_MONEY)->integer, ==, 100);
  g_assert_false (gw_draft_is_touched (draft, GW_FIELD_MONEY));
  g_assert_true (gw_draft_get_base (draft) == other_field);

  g_assert_cmpuint (gw_draft_rebase (draft, same_field), ==, 1);
  g_assert_cmpint (gw_draft_get_value (draft, GW_FIELD_NUMBER)->integer, ==, 1);
  g_assert_true (gw_draft_is_touched (draft, GW_FIELD_NUMBER));

  /* Both came to the same value: nothing is left to do. */
  g_assert_cmpuint (gw_draft_rebase (draft, same_value), ==, 0);
  g_assert_false (gw_draft_is_changed (draft));
}

static void
test_rebase_at_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GwRecordType) type = gw_random_type (rand);
      g_autoptr (GwRecord) base = gw_random_record (rand, type);
      g_autoptr (GwDraft) mine = gw_draft_new_for (base);
      g_autoptr (GwDraft) theirs = gw_draft_new_for (base);
      g_autoptr (GwRecord) current = NULL;
      g_autoptr (GwRecord) merged = NULL;
      guint64 touched = 0;
      guint n_conflicts = 0;

      gw_random_edit (rand, mine);
      gw_random_edit (rand, theirs);
      current = gw_draft_build (theirs);
      for (guint j = 0; j < type->n_fields; j++)
        {
          touched |= (guint64) (gw_draft_is_touched (mine, j) != FALSE) << j;
          n_conflicts += gw_draft_is_touched (mine, j) && gw_draft_is_touched (theirs, j) &&
                         !gw_field_value_equal (gw_draft_get_value (mine, j),
                                                gw_draft_get_value (theirs, j));
        }
      g_assert_cmpuint (gw_draft_rebase (mine, current), ==, n_conflicts);
      merged = gw_draft_build (mine);
      for (guint j = 0; j < type->n_fields; j++)
        {
          const GwDraft *source = (touched >> j & 1) != 0 ? mine : theirs;
          GwFieldValue value = GW_FIELD_VALUE_INIT;

          gw_record_lend_value (merged, j, &value);
          g_assert_true (gw_field_value_equal (&value, gw_draft_get_value (source, j)));
        }
    }
}

static void
test_text (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (gw_every_kind_type ());
  g_autoptr (GwDraft) kept = gw_draft_new (gw_every_kind_type ());
  g_autofree char *text = NULL;

  gw_draft_set_text (draft, GW_FIELD_TEXT, "a=b\\n");
  gw_draft_set_text (draft, GW_FIELD_RICH_TEXT, "two\r\nlines");
  gw_draft_set_integer (draft, GW_FIELD_DAY, -5);
  gw_draft_set_point (draft, GW_FIELD_PLACE, (GwGeoPoint){ -1, 2 });
  gw_draft_set_text (draft, GW_FIELD_SEALED, "1234");
  text = gw_draft_to_text (draft);
  g_assert_cmpstr (text, ==, "text=a=b\\\\n\nrich_text=two\\r\\nlines\nday=-5\nplace=-1 2\n");
  gw_draft_apply_text (kept, text);
  g_assert_cmpstr (gw_draft_get_value (kept, GW_FIELD_TEXT)->text, ==, "a=b\\n");
  g_assert_cmpstr (gw_draft_get_value (kept, GW_FIELD_RICH_TEXT)->text, ==, "two\r\nlines");
  g_assert_false (gw_draft_is_touched (kept, GW_FIELD_SEALED));
}

static void
test_text_of_others (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (gw_every_kind_type ());

  gw_draft_set_integer (draft, GW_FIELD_NUMBER, 1);
  gw_draft_apply_text (draft, "from_a_newer_version=1\nno sign\n=\nsealed=1234\nday=soon\n"
                              "reference=x\nreference_set=x y\nplace=1\nplace=1 2 3\nflag=1e9\n"
                              "text=\xff\nmoney=99999999999999999999\nnumber=\n");
  /* All was skipped but the emptied number. */
  g_assert_false (gw_draft_is_changed (draft));
}

static void
test_text_at_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GwRecordType) type = gw_random_type (rand);
      g_autoptr (GwRecord) base = gw_random_record (rand, type);
      g_autoptr (GwDraft) draft = gw_draft_new_for (base);
      g_autoptr (GwDraft) kept = gw_draft_new_for (base);
      g_autofree char *text = NULL;

      gw_random_edit (rand, draft);
      text = gw_draft_to_text (draft);
      gw_draft_apply_text (kept, text);
      for (guint j = 0; j < type->n_fields; j++)
        if (type->fields[j].kind != GW_FIELD_SEALED)
          g_assert_true (
              gw_field_value_equal (gw_draft_get_value (draft, j), gw_draft_get_value (kept, j)));
    }
}

static void
test_extra (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (gw_every_kind_type ());
  g_autoptr (GwRecord) record = NULL;
  g_autoptr (GwDraft) again = NULL;
  g_autoptr (GwRecord) edited = NULL;

  gw_draft_set_extra (draft, "{\"mood\":\"good\"}");
  record = gw_draft_build (draft);
  again = gw_draft_new_for (record);
  gw_draft_set_integer (again, GW_FIELD_NUMBER, 1);
  edited = gw_draft_build (again);
  /* What this version does not know survives its edits. */
  g_assert_cmpstr (gw_record_get_extra (edited), ==, "{\"mood\":\"good\"}");
}

/* What was typed and could not be read is kept as it was typed, until a value takes its place. */
static void
test_unread (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (gw_every_kind_type ());
  g_autoptr (GwDraft) kept = gw_draft_new (gw_every_kind_type ());
  g_autofree char *text = NULL;

  gw_draft_set_unread (draft, GW_FIELD_DAY, "next \n=blue? moon");
  g_assert_true (gw_draft_is_edited (draft));
  text = gw_draft_to_text (draft);
  gw_draft_apply_text (kept, text);
  g_assert_cmpstr (gw_draft_get_unread (kept, GW_FIELD_DAY), ==, "next \n=blue? moon");
  gw_draft_set_integer (kept, GW_FIELD_DAY, 1);
  g_assert_null (gw_draft_get_unread (kept, GW_FIELD_DAY));
  gw_draft_set_unread (draft, GW_FIELD_SEALED, "1234");
  g_assert_null (gw_draft_get_unread (draft, GW_FIELD_SEALED));
}

/* What a form knows by itself is not what somebody typed. */
static void
test_given (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (gw_every_kind_type ());

  gw_draft_set_integer (draft, GW_FIELD_DAY, 7);
  g_assert_true (gw_draft_is_edited (draft));
  gw_draft_set_given (draft);
  g_assert_false (gw_draft_is_edited (draft));
  g_assert_true (gw_draft_is_changed (draft));
  gw_draft_clear_value (draft, GW_FIELD_DAY);
  g_assert_true (gw_draft_is_edited (draft));
  gw_draft_set_integer (draft, GW_FIELD_DAY, 7);
  g_assert_false (gw_draft_is_edited (draft));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/new", test_new);
  g_test_add_func ("/draft/touched-is-different", test_touched_is_different);
  g_test_add_func ("/draft/take-moves", test_take_moves);
  g_test_add_func ("/draft/rebase", test_rebase);
  g_test_add_func ("/draft/rebase-at-random", test_rebase_at_random);
  g_test_add_func ("/draft/text", test_text);
  g_test_add_func ("/draft/text-of-others", test_text_of_others);
  g_test_add_func ("/draft/text-at-random", test_text_at_random);
  g_test_add_func ("/draft/extra", test_extra);
  g_test_add_func ("/draft/unread", test_unread);
  g_test_add_func ("/draft/given", test_given);
  return g_test_run ();
}
