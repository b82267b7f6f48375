/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values and drafts read from texts of the trade, whole and spoilt. What must hold: nothing crashes
 * (the sanitizers watch), a refusal is a sentence in UTF-8, and what is accepted comes back from its
 * plain spelling.
 */
#include "config.h"

#include "gw-draft-text.h"
#include "gw-problem-list.h"
#include "gw-fuzz.h"
#include "gw-random-record.h"

static const char *const seeds[] = {
  "24 Nov",
  "2026-11-24",
  "07:30",
  "00:30+1",
  "1 h 30",
  "-45",
  "£1,250.50",
  "12.50",
  "-0.05",
  "yes",
  "on foot",
  "#99",
  "car; on_foot",
  "none",
  "2026-06-24T07:30:00Z",
  "51.5074, -0.1278",
  "018f3c2a-1b2c-7d3e-8f40-516273849501 018f3c2a-1b2c-7d3e-8f40-516273849502",
  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  "two\nlines",
  "text=a\\nb\nday=5\nflag=\nplace=1 -2\nreference_set=018f3c2a-1b2c-7d3e-8f40-516273849501\n",
  "number=-9223372036854775808\nmoney=1\nchoice=7\nsealed=x\n\\",
  "\xff\xfe",
  "٢٤/١١",
};

static void
feed_field (const GwField *field, const char *text)
{
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  g_auto (GwFieldValue) again = GW_FIELD_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *words = NULL;

  if (!gw_field_value_from_text (field, text, GW_DAY (9821), &value, &error))
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (value.form, ==, GW_VALUE_EMPTY);
      return;
    }
  plain = gw_field_value_to_plain (&value, field);
  words = gw_field_value_to_text (&value, field);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  if (field->kind == GW_FIELD_SEALED)
    return;
  if (!gw_field_value_from_text (field, plain, GW_DAY (0), &again, &error) ||
      !gw_field_value_equal (&value, &again))
    g_error ("“%s”, read from “%s” as %s, was not read back", plain, text, field->key);
}

static void
feed (const char *text)
{
  const GwRecordType *type = gw_every_kind_type ();
  g_autofree char *copy = g_strdup (text);
  g_autoptr (GwDraft) draft = gw_draft_new (type);
  g_autoptr (GwDraft) kept = gw_draft_new (type);
  g_autoptr (GwRecord) record = NULL;
  g_autofree char *draft_text = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    feed_field (&type->fields[i], copy);
  gw_draft_apply_text (draft, copy);
  draft_text = gw_draft_to_text (draft);
  gw_draft_apply_text (kept, draft_text);
  for (guint i = 0; i < type->n_fields; i++)
    g_assert_true (
        gw_field_value_equal (gw_draft_get_value (draft, i), gw_draft_get_value (kept, i)));
  record = gw_draft_build (draft);
  gw_problem_list_free (gw_record_validate (record));
}

static void
read_text (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  feed ((const char *) bytes);
}

static void
test_spoilt (void)
{
  gw_fuzz_run (seeds, G_N_ELEMENTS (seeds), read_text, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz-record-texts/spoilt", test_spoilt);
  return g_test_run ();
}
