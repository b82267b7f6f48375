/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weeks from patterns. */
#include "config.h"

#include "gw-pattern-generate.h"

/* Fields that a visit takes over from its pattern as they are. */
static const struct
{
  guint from;
  guint to;
} visit_copies[] = {
  { GW_VISIT_PATTERN_PERSON, GW_VISIT_PERSON },
  { GW_VISIT_PATTERN_PURPOSE, GW_VISIT_PURPOSE },
  { GW_VISIT_PATTERN_KIND, GW_VISIT_KIND },
  { GW_VISIT_PATTERN_IDEAL, GW_VISIT_IDEAL },
  { GW_VISIT_PATTERN_TOLERANCE, GW_VISIT_TOLERANCE },
  { GW_VISIT_PATTERN_EARLIEST, GW_VISIT_EARLIEST },
  { GW_VISIT_PATTERN_LATEST, GW_VISIT_LATEST },
  { GW_VISIT_PATTERN_DURATION, GW_VISIT_DURATION },
  { GW_VISIT_PATTERN_SHORT_AGREED, GW_VISIT_SHORT_AGREED },
  { GW_VISIT_PATTERN_FIRMNESS, GW_VISIT_FIRMNESS },
  { GW_VISIT_PATTERN_COLLEAGUES_NEEDED, GW_VISIT_COLLEAGUES_NEEDED },
  { GW_VISIT_PATTERN_SKILLS, GW_VISIT_SKILLS },
  { GW_VISIT_PATTERN_FUNDER, GW_VISIT_FUNDER },
  { GW_VISIT_PATTERN_RATE, GW_VISIT_RATE },
};

void
gw_visit_pattern_copy_to_visit (const GwVisitPattern *pattern, GwDraft *visit)
{
  for (guint i = 0; i < G_N_ELEMENTS (visit_copies); i++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

      gw_record_get_value (pattern, visit_copies[i].from, &value);
      gw_draft_take_value (visit, visit_copies[i].to, &value);
    }
}

gboolean
gw_pattern_falls_on (guint64 weekdays, gint64 every_weeks, GwDay first_day, gboolean has_last_day,
                     GwDay last_day, GwDay day)
{
  gint weeks;

  if (gw_day_compare (day, first_day) < 0 || (has_last_day && gw_day_compare (day, last_day) > 0))
    return FALSE;
  if (!GW_HAS_CHOICE (weekdays, gw_day_get_weekday (day)))
    return FALSE;
  weeks = gw_day_diff (gw_day_get_week_start (day), gw_day_get_week_start (first_day)) / 7;
  return every_weeks <= 1 || weeks % every_weeks == 0;
}

gboolean
gw_visit_pattern_falls_on (const GwVisitPattern *pattern, GwDay day)
{
  return gw_pattern_falls_on (
      gw_visit_pattern_get_weekdays (pattern), gw_visit_pattern_get_every_weeks (pattern),
      gw_visit_pattern_get_first_day (pattern), gw_visit_pattern_has_last_day (pattern),
      gw_visit_pattern_get_last_day (pattern), day);
}

GwId
gw_visit_pattern_get_series_id (const GwVisitPattern *pattern)
{
  if (gw_visit_pattern_has_series (pattern))
    return gw_visit_pattern_get_series (pattern);
  return gw_record_get_id (pattern);
}

GwId
gw_pattern_record_id (GwId series, GwDay day)
{
  GwId id = series;
  guint32 stamp = (guint32) day.value * 2654435761u;

  /* The series' random tail with the day folded in: unique for the pair, the same everywhere. */
  for (guint i = 0; i < 4; i++)
    {
      id.bytes[9 + i] ^= (guint8) (stamp >> (8 * i));
      id.bytes[13 + i % 3] ^= (guint8) ((guint32) day.value >> (8 * (i % 3)));
    }
  id.bytes[8] = (guint8) (0x80 | ((id.bytes[8] ^ 0x2a) & 0x3f));
  return id;
}

static void
add_known (GHashTable *known, const GwRecord *record, GwId pattern, GwDay day)
{
  GwId key = gw_pattern_record_id (pattern, day);
  GwId id = gw_record_is_deleted (record) ? GW_ID_NONE : gw_record_get_id (record);

  if (!gw_id_is_none (pattern))
    g_hash_table_replace (known, g_memdup2 (&key, sizeof key), g_memdup2 (&id, sizeof id));
}

GHashTable *
gw_pattern_known_new (GPtrArray *records)
{
  GHashTable *known = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, g_free);

  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);

      if (gw_record_get_record_type (record) == &gw_visit_type)
        add_known (known, record, gw_visit_get_pattern (record), gw_visit_get_pattern_day (record));
      else
        add_known (known, record, gw_shift_get_pattern (record), gw_shift_get_pattern_day (record));
    }
  return known;
}

static GwDraft *
draft_visit (const GwVisitPattern *pattern, GwDay day, gboolean resting)
{
  GwId series = gw_visit_pattern_get_series_id (pattern);
  GwDraft *draft = gw_draft_new_with_id (&gw_visit_type, gw_pattern_record_id (series, day));

  gw_visit_pattern_copy_to_visit (pattern, draft);
  gw_visit_set_day (draft, day);
  gw_visit_set_state (draft, resting ? GW_VISIT_STATE_HELD : GW_VISIT_STATE_PLANNED);
  gw_visit_set_pattern (draft, series);
  gw_visit_set_pattern_day (draft, day);
  return draft;
}

/* A pattern, how many others its visits come after, and the series they come after. */
typedef struct
{
  GwVisitPattern *pattern;
  guint depth;
  GwId after_series;
} RankedPattern;

/* A link holds only if the other visit is there: known and not deleted, or made just now. */
static void
link_visit (GwDraft *draft, const RankedPattern *ranked, GwDay day, GHashTable *known)
{
  const GwVisitPattern *pattern = ranked->pattern;
  GwId key;
  const GwId *other;

  if (!gw_visit_pattern_has_after (pattern))
    return;
  key = gw_pattern_record_id (ranked->after_series, day);
  other = g_hash_table_lookup (known, &key);
  if (other == NULL || gw_id_is_none (*other))
    return;
  gw_visit_set_after (draft, *other);
  gw_visit_set_gap_least (draft, gw_visit_pattern_get_gap_least (pattern));
  if (gw_visit_pattern_has_gap_most (pattern))
    gw_visit_set_gap_most (draft, gw_visit_pattern_get_gap_most (pattern));
}

static gboolean
generate_visit (GwChange *change, const RankedPattern *ranked, GwDay day, GHashTable *known,
                GHashTable *resting)
{
  const GwVisitPattern *pattern = ranked->pattern;
  GwId id = gw_pattern_record_id (gw_visit_pattern_get_series_id (pattern), day);
  GwId person = gw_visit_pattern_get_person (pattern);
  g_autoptr (GwDraft) draft = NULL;

  if (!gw_visit_pattern_falls_on (pattern, day) || g_hash_table_contains (known, &id))
    return FALSE;
  draft = draft_visit (pattern, day, resting != NULL && g_hash_table_contains (resting, &person));
  link_visit (draft, ranked, day, known);
  gw_change_add_draft (change, draft);
  g_hash_table_insert (known, g_memdup2 (&id, sizeof id), g_memdup2 (&id, sizeof id));
  return TRUE;
}

/* How many visits come before this one through links; a ring counts as endless. */
static guint
count_before (GwVisitPattern *pattern, GHashTable *by_id)
{
  guint depth = 0;
  const GwVisitPattern *at = pattern;

  while (at != NULL && gw_visit_pattern_has_after (at) && depth <= g_hash_table_size (by_id))
    {
      GwId after = gw_visit_pattern_get_after (at);

      at = g_hash_table_lookup (by_id, &after);
      depth++;
    }
  return depth;
}

static gint
compare_ranks (gconstpointer a, gconstpointer b)
{
  const RankedPattern *left = a;
  const RankedPattern *right = b;

  if (left->depth != right->depth)
    return left->depth < right->depth ? -1 : 1;
  return gw_id_compare (gw_record_get_id (left->pattern), gw_record_get_id (right->pattern));
}

/* The order in which links need patterns: a visit after all that it follows. */
static GArray *
rank_patterns (GPtrArray *patterns)
{
  g_autoptr (GHashTable)
      by_id = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  GArray *ranked = g_array_sized_new (FALSE, FALSE, sizeof (RankedPattern), patterns->len);

  for (guint i = 0; i < patterns->len; i++)
    {
      GwId id = gw_record_get_id (g_ptr_array_index (patterns, i));

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), g_ptr_array_index (patterns, i));
    }
  for (guint i = 0; i < patterns->len; i++)
    {
      RankedPattern rank = { g_ptr_array_index (patterns, i), 0, GW_ID_NONE };
      const GwVisitPattern *before;

      rank.depth = count_before (rank.pattern, by_id);
      rank.after_series = gw_visit_pattern_get_after (rank.pattern);
      before = g_hash_table_lookup (by_id, &rank.after_series);
      if (before != NULL)
        rank.after_series = gw_visit_pattern_get_series_id (before);
      g_array_append_val (ranked, rank);
    }
  g_array_sort (ranked, compare_ranks);
  return ranked;
}

guint
gw_visit_patterns_generate (GwChange *change, GPtrArray *patterns, GwDay first, GwDay last,
                            GHashTable *known, GHashTable *resting)
{
  g_autoptr (GArray) ranked = rank_patterns (patterns);
  guint n_made = 0;

  for (GwDay day = first; gw_day_compare (day, last) <= 0; day = gw_day_add (day, 1))
    for (guint i = 0; i < ranked->len; i++)
      n_made += (guint) generate_visit (change, &g_array_index (ranked, RankedPattern, i), day,
                                        known, resting);
  return n_made;
}

static void
add_shift (GwChange *change, const GwShiftPattern *pattern, GwDay day, GwId id)
{
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&gw_shift_type, id);

  gw_shift_set_colleague (draft, gw_shift_pattern_get_colleague (pattern));
  gw_shift_set_team (draft, gw_shift_pattern_get_team (pattern));
  gw_shift_set_day (draft, day);
  gw_shift_set_start (draft, gw_shift_pattern_get_start (pattern));
  gw_shift_set_end (draft, gw_shift_pattern_get_end (pattern));
  gw_shift_set_note (draft, gw_shift_pattern_get_note (pattern));
  gw_shift_set_pattern (draft, gw_record_get_id (pattern));
  gw_shift_set_pattern_day (draft, day);
  gw_change_add_draft (change, draft);
}

static gboolean
shift_falls_on (const GwShiftPattern *pattern, GwDay day)
{
  return gw_pattern_falls_on (
      gw_shift_pattern_get_weekdays (pattern), gw_shift_pattern_get_every_weeks (pattern),
      gw_shift_pattern_get_first_day (pattern), gw_shift_pattern_has_last_day (pattern),
      gw_shift_pattern_get_last_day (pattern), day);
}

guint
gw_shift_patterns_generate (GwChange *change, GPtrArray *patterns, GwDay first, GwDay last,
                            GHashTable *known)
{
  guint n_made = 0;

  for (GwDay day = first; gw_day_compare (day, last) <= 0; day = gw_day_add (day, 1))
    for (guint i = 0; i < patterns->len; i++)
      {
        const GwShiftPattern *pattern = g_ptr_array_index (patterns, i);
        GwId id = gw_pattern_record_id (gw_record_get_id (pattern), day);

        if (!shift_falls_on (pattern, day) || g_hash_table_contains (known, &id))
          continue;
        add_shift (change, pattern, day, id);
        g_hash_table_insert (known, g_memdup2 (&id, sizeof id), g_memdup2 (&id, sizeof id));
        n_made++;
      }
  return n_made;
}
