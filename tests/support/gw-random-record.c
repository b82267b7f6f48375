/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random values, records and types. */

#include "config.h"

#include "gw-random-record.h"

#include <string.h>

#define N_KINDS (GW_FIELD_SEALED + 1)

static const GwChoice some_choices[] = {
  { 1, "car", "Car" },         { 2, "bicycle", "Bicycle" }, { 3, "on_foot", "On foot" },
  { 7, "bus_or_tram", "Bus" }, { 62, "other", "Other" },    { 0, NULL, NULL },
};

static const char *const some_words[] = {
  "Rose",    "breakfast",   "Łódź",       "café",      "Œuvre",
  "שלום",    "رحمة",        "日本",       "🙂",      "👩‍👩‍👧",
  "O'Neill", "\"quoted\"",  "semi;colon", "comma,",    "<tag>",
  "%s",      "back\\slash", "=sum",       "e\xcc\x81", "x",
};

static gint64
pick_between (GRand *rand, gint64 low, gint64 high)
{
  guint64 width = (guint64) high - (guint64) low + 1;
  guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  /* A tenth of all values are the corners. */
  if (g_rand_int_range (rand, 0, 10) == 0)
    return g_rand_boolean (rand) ? low : high;
  return (gint64) ((guint64) low + (width == 0 ? bits : bits % width));
}

GwId
gw_random_id (GRand *rand)
{
  guint64 high = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
  guint64 low = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return gw_id_from_seed (pick_between (rand, 0, G_GINT64_CONSTANT (4102444800000)), high, low);
}

static const char *
pick_word (GRand *rand)
{
  return some_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (some_words))];
}

char *
gw_random_text (GRand *rand, guint max_characters)
{
  guint n_characters = (guint) pick_between (rand, 0, max_characters);
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) + 20 < n_characters)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", pick_word (rand));
  if (text->len == 0 && n_characters > 0)
    g_string_append_c (text, (gchar) g_rand_int_range (rand, 'a', 'z' + 1));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
pick_digest (GRand *rand)
{
  char *digest = g_malloc (65);

  for (guint i = 0; i < 64; i++)
    digest[i] = "0123456789abcdef"[g_rand_int_range (rand, 0, 16)];
  digest[64] = '\0';
  return digest;
}

static GwFieldValue
pick_text (GRand *rand, GwFieldKind kind)
{
  g_autofree char *text = NULL;

  if (kind == GW_FIELD_ATTACHMENT)
    text = pick_digest (rand);
  else
    text = gw_random_text (rand, g_rand_int_range (rand, 0, 20) == 0 ? 2000 : 60);
  if (*text == '\0')
    return gw_field_value_text ("-");
  if (kind == GW_FIELD_RICH_TEXT && g_rand_boolean (rand))
    {
      g_autofree char *lines = g_strconcat (text, "\n\nsecond\tline \\n", NULL);

      return gw_field_value_text (lines);
    }
  return gw_field_value_text (text);
}

static gint
pick_choice_number (GRand *rand, const GwField *field)
{
  guint n = 0;

  while (field->choices[n].key != NULL)
    n++;
  return field->choices[g_rand_int_range (rand, 0, (gint) n)].number;
}

static guint64
pick_choice_bits (GRand *rand, const GwField *field)
{
  guint64 bits = 0;

  for (const GwChoice *choice = field->choices; choice->key != NULL; choice++)
    if (g_rand_boolean (rand))
      bits |= G_GUINT64_CONSTANT (1) << choice->number;
  return bits;
}

static gint64
pick_integer (GRand *rand, const GwField *field)
{
  if (field->minimum < field->maximum)
    return pick_between (rand, field->minimum, field->maximum);
  switch (field->kind)
    {
    case GW_FIELD_DAY:
      return pick_between (rand, gw_day_ymd (1600, 1, 1).value, gw_day_ymd (9999, 12, 31).value);
    case GW_FIELD_MINUTE:
      return pick_between (rand, 0, 2 * GW_MINUTES_A_DAY - 1);
    case GW_FIELD_SPAN:
      return pick_between (rand, 0, 14 * GW_MINUTES_A_DAY);
    case GW_FIELD_FLAG:
      return pick_between (rand, 0, 1);
    case GW_FIELD_CHOICE:
      return pick_choice_number (rand, field);
    case GW_FIELD_CHOICES:
      return (gint64) pick_choice_bits (rand, field);
    case GW_FIELD_INSTANT:
      /* 1900 to 2100. */
      return pick_between (rand, G_GINT64_CONSTANT (-2208988800000000),
                           G_GINT64_CONSTANT (4102444800000000));
    default:
      return pick_between (rand, G_GINT64_CONSTANT (-1000000000000),
                           G_GINT64_CONSTANT (1000000000000));
    }
}

static GwFieldValue
pick_ids (GRand *rand)
{
  GwId ids[12];
  guint n_ids = (guint) pick_between (rand, 1, G_N_ELEMENTS (ids));

  for (guint i = 0; i < n_ids; i++)
    ids[i] = gw_random_id (rand);
  return gw_field_value_ids (ids, n_ids);
}

static GwFieldValue
pick_point (GRand *rand)
{
  GwGeoPoint point;

  point.latitude = (gint32) pick_between (rand, -90000000, 90000000);
  point.longitude = (gint32) pick_between (rand, -180000000, 180000000);
  return gw_field_value_point (point);
}

void
gw_random_value (GRand *rand, const GwField *field, GwFieldValue *out_value)
{
  switch (gw_field_get_form (field))
    {
    case GW_VALUE_INTEGER:
      *out_value = gw_field_value_integer (pick_integer (rand, field));
      break;
    case GW_VALUE_TEXT:
      *out_value = pick_text (rand, field->kind);
      break;
    case GW_VALUE_ID:
      *out_value = gw_field_value_id (gw_random_id (rand));
      break;
    case GW_VALUE_IDS:
      *out_value = pick_ids (rand);
      break;
    case GW_VALUE_POINT:
      *out_value = pick_point (rand);
      break;
    case GW_VALUE_EMPTY:
    default:
      g_assert_not_reached ();
    }
}

GwDraft *
gw_random_draft (GRand *rand, const GwRecordType *type)
{
  GwDraft *draft = gw_draft_new_with_id (type, gw_random_id (rand));

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

      if ((type->fields[i].flags & GW_FIELD_REQUIRED) == 0 && g_rand_boolean (rand))
        continue;
      gw_random_value (rand, &type->fields[i], &value);
      gw_draft_take_value (draft, i, &value);
    }
  return draft;
}

GwRecord *
gw_random_record (GRand *rand, const GwRecordType *type)
{
  g_autoptr (GwDraft) draft = gw_random_draft (rand, type);

  return gw_draft_build (draft);
}

void
gw_random_edit (GRand *rand, GwDraft *draft)
{
  const GwRecordType *type = gw_draft_get_record_type (draft);
  guint n_edits = (guint) pick_between (rand, 1, MIN (4, type->n_fields));

  while (n_edits-- > 0)
    {
      guint field = (guint) g_rand_int_range (rand, 0, (gint32) type->n_fields);
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

      if ((type->fields[field].flags & GW_FIELD_REQUIRED) != 0 || g_rand_int_range (rand, 0, 4) > 0)
        gw_random_value (rand, &type->fields[field], &value);
      gw_draft_take_value (draft, field, &value);
    }
}

static void
fill_random_field (GRand *rand, const char *type_key, guint index, GwField *field)
{
  field->key = g_strdup_printf ("a_field_%u", index + 1);
  field->kind = (GwFieldKind) g_rand_int_range (rand, 0, N_KINDS);
  field->label = "A field";
  field->since = 1;
  if (g_rand_int_range (rand, 0, 5) == 0)
    field->flags |= GW_FIELD_REQUIRED;
  if (field->kind == GW_FIELD_TEXT || field->kind == GW_FIELD_RICH_TEXT)
    field->flags |= g_rand_boolean (rand) ? GW_FIELD_SEARCHABLE : 0;
  if (field->kind == GW_FIELD_CHOICE || field->kind == GW_FIELD_CHOICES)
    field->choices = some_choices;
  if (field->kind == GW_FIELD_NUMBER)
    field->decimals = (guint) g_rand_int_range (rand, 0, 4);
  if (field->kind == GW_FIELD_REFERENCE || field->kind == GW_FIELD_REFERENCES)
    field->target = type_key;
}

GwRecordType *
gw_random_type (GRand *rand)
{
  GwRecordType *type = g_new0 (GwRecordType, 1);
  GwField *fields;

  type->key = g_strdup_printf ("a_type_%u", g_rand_int (rand));
  type->label = "A record";
  type->label_plural = "Records";
  type->since = 1;
  type->n_fields = (guint) pick_between (rand, 1, 64);
  type->title_fields[1] = -1;
  fields = g_new0 (GwField, type->n_fields);
  for (guint i = 0; i < type->n_fields; i++)
    fill_random_field (rand, type->key, i, &fields[i]);
  type->fields = fields;
  return type;
}

void
gw_random_type_free (GwRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    g_free ((char *) type->fields[i].key);
  g_free ((GwField *) type->fields);
  g_free ((char *) type->key);
  g_free (type);
}

const GwRecordType *
gw_every_kind_type (void)
{
  static const GwField fields[] = {
    { .key = "text", .kind = GW_FIELD_TEXT, .label = "Text", .since = 1 },
    { .key = "rich_text", .kind = GW_FIELD_RICH_TEXT, .label = "Rich text", .since = 1 },
    { .key = "day", .kind = GW_FIELD_DAY, .label = "Day", .since = 1 },
    { .key = "minute", .kind = GW_FIELD_MINUTE, .label = "Minute", .since = 1 },
    { .key = "span", .kind = GW_FIELD_SPAN, .label = "Span", .since = 1 },
    { .key = "money", .kind = GW_FIELD_MONEY, .label = "Money", .since = 1 },
    { .key = "number", .kind = GW_FIELD_NUMBER, .label = "Number", .decimals = 2, .since = 1 },
    { .key = "flag", .kind = GW_FIELD_FLAG, .label = "Flag", .since = 1 },
    { .key = "choice",
      .kind = GW_FIELD_CHOICE,
      .label = "Choice",
      .choices = some_choices,
      .since = 1 },
    { .key = "choices",
      .kind = GW_FIELD_CHOICES,
      .label = "Choices",
      .choices = some_choices,
      .since = 1 },
    { .key = "instant", .kind = GW_FIELD_INSTANT, .label = "Instant", .since = 1 },
    { .key = "reference",
      .kind = GW_FIELD_REFERENCE,
      .label = "Reference",
      .target = "every_kind",
      .since = 1 },
    { .key = "reference_set",
      .kind = GW_FIELD_REFERENCES,
      .label = "References",
      .target = "every_kind",
      .since = 1 },
    { .key = "attachment", .kind = GW_FIELD_ATTACHMENT, .label = "Attachment", .since = 1 },
    { .key = "place", .kind = GW_FIELD_PLACE, .label = "Place", .since = 1 },
    { .key = "sealed", .kind = GW_FIELD_SEALED, .label = "Sealed", .since = 1 },
  };
  static const GwRecordType type = {
    .key = "every_kind",
    .label = "Everything",
    .label_plural = "Everything",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .title_fields = { GW_FIELD_TEXT, -1 },
    .since = 1,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == N_KINDS);
  return &type;
}
