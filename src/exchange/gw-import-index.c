/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that rows may mean: by id, by name, by owner and day, by pair. */
#include "config.h"

#include "gw-import-index.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-text.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

#include <string.h>

#define OPEN_MARK "{\"import\":\"open\"}"

struct _GwImportIndex
{
  GHashTable *records;
  GHashTable *names;
  GHashTable *lists;
  GHashTable *pairs;
};

/* Key of all tables but the first: kind of entry, two ids, a number. */
typedef struct
{
  const GwRecordType *type;
  GwId a;
  GwId b;
  gint32 number;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return gw_id_hash_ptr (&key->a) * 31 + gw_id_hash_ptr (&key->b) +
         (guint) key->number * 2654435761u;
}

static gboolean
equal_key (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->type == second->type && first->number == second->number &&
         gw_id_equal (first->a, second->a) && gw_id_equal (first->b, second->b);
}

static void
free_record (gpointer data)
{
  gw_record_unref (data);
}

static void
free_array (gpointer data)
{
  g_array_unref (data);
}

GwImportIndex *
gw_import_index_new (void)
{
  GwImportIndex *self = g_new0 (GwImportIndex, 1);

  self->records = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, free_record);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  self->lists = g_hash_table_new_full (hash_key, equal_key, g_free, free_array);
  self->pairs = g_hash_table_new_full (hash_key, equal_key, g_free, g_free);
  return self;
}

void
gw_import_index_free (GwImportIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->pairs);
  g_free (self);
}

const char *
gw_import_index_mark_open (void)
{
  return OPEN_MARK;
}

/* --- names --------------------------------------------------------------------------------------- */

/*
 * Signs that people put or leave out: accents, and the points of Hebrew and Arabic. The vowel signs
 * of other scripts are letters like any, and tell names apart.
 */
static gboolean
is_left_out (gunichar c)
{
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x591 && c <= 0x5c7) || (c >= 0x64b && c <= 0x65f) ||
         c == '\'' || c == 0x2019;
}

/* What tells one name from another: letters, figures and pictures. */
static gboolean
is_telling (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ||
         g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

/* Case, accents, punctuation and double blanks aside; of a name of nothing else, all of it. */
static char *
normalise (const char *name)
{
  g_autofree char *plain = g_utf8_normalize (name, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = plain != NULL ? g_utf8_casefold (plain, -1) : g_strdup ("");
  GString *key = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (is_left_out (character))
        continue;
      if (character == 0x142) /* ł does not come apart */
        character = 'l';
      if (!is_telling (character))
        {
          blank = key->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (key, ' ');
      blank = FALSE;
      g_string_append_unichar (key, character);
    }
  if (key->len == 0)
    g_string_append (key, g_strstrip (folded));
  return g_string_free (key, FALSE);
}

static void
add_id (GArray *ids, GwId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (gw_id_equal (g_array_index (ids, GwId, i), id))
      return;
  g_array_append_val (ids, id);
}

static void
add_name (GwImportIndex *self, const GwRecordType *type, char form, const char *name, GwId id)
{
  g_autofree char *normal = normalise (name);
  g_autofree char *key = g_strdup_printf ("%s%c%s", type->key, form, normal);
  GArray *ids;

  if (*normal == '\0')
    return;
  ids = g_hash_table_lookup (self->names, key);
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (GwId));
      g_hash_table_insert (self->names, g_steal_pointer (&key), ids);
    }
  add_id (ids, id);
}

static void
add_names (GwImportIndex *self, const GwRecordType *type, const char *first, const char *last,
           GwId id)
{
  g_autofree char *full = g_strdup_printf ("%s %s", first, last);
  g_autofree char *turned = g_strdup_printf ("%s %s", last, first);

  add_name (self, type, '!', full, id);
  add_name (self, type, '?', full, id);
  add_name (self, type, '?', turned, id);
  add_name (self, type, '?', first, id);
  if (*last != '\0')
    {
      g_autofree char *initial = g_strndup (last, (gsize) (g_utf8_next_char (last) - last));
      g_autofree char *brief = g_strdup_printf ("%s %s", first, initial);
      add_name (self, type, '?', brief, id);
    }
}

static GwImportMatch
find_name (GwImportIndex *self, const GwRecordType *type, char form, const char *name,
           const GwRecord **out_record)
{
  g_autofree char *normal = normalise (name);
  g_autofree char *key = g_strdup_printf ("%s%c%s", type->key, form, normal);
  GArray *ids = g_hash_table_lookup (self->names, key);

  *out_record = NULL;
  if (ids == NULL)
    return GW_IMPORT_MATCH_NONE;
  *out_record = gw_import_index_find (self, g_array_index (ids, GwId, 0));
  return ids->len == 1 ? GW_IMPORT_MATCH_ONE : GW_IMPORT_MATCH_SEVERAL;
}

GwImportMatch
gw_import_index_find_name (GwImportIndex *self, const GwRecordType *type, const char *name,
                           const GwRecord **out_record)
{
  GwImportMatch match = find_name (self, type, '!', name, out_record);
  GwId id;

  if (match != GW_IMPORT_MATCH_NONE)
    return match;
  match = find_name (self, type, '?', name, out_record);
  if (match == GW_IMPORT_MATCH_NONE && gw_id_from_text (name, &id))
    {
      *out_record = gw_import_index_find (self, id);
      if (*out_record != NULL && gw_record_get_record_type (*out_record) == type)
        return GW_IMPORT_MATCH_ONE;
      *out_record = NULL;
    }
  return match;
}

GwImportMatch
gw_import_index_find_full_name (GwImportIndex *self, const GwRecordType *type, const char *name,
                                const GwRecord **out_record)
{
  return find_name (self, type, '!', name, out_record);
}

/* --- lists and pairs ----------------------------------------------------------------------------- */

static void
add_to_list (GwImportIndex *self, const GwRecordType *type, GwId owner, GwDay day, GwId id)
{
  Key key = { type, owner, GW_ID_NONE, day.value };
  GArray *ids = g_hash_table_lookup (self->lists, &key);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (GwId));
      g_hash_table_insert (self->lists, g_memdup2 (&key, sizeof key), ids);
    }
  add_id (ids, id);
}

static void
add_pair (GwImportIndex *self, const GwRecordType *type, GwId a, GwId b, gint number, GwId id)
{
  Key key = { type, a, b, number };

  g_hash_table_replace (self->pairs, g_memdup2 (&key, sizeof key), g_memdup2 (&id, sizeof id));
}

static void
put_shift (GwImportIndex *self, const GwRecord *shift, GwId id)
{
  const char *extra = gw_record_get_extra (shift);
  GwDay day = gw_shift_has_pattern_day (shift) ? gw_shift_get_pattern_day (shift)
                                               : gw_shift_get_day (shift);

  add_to_list (self, &gw_shift_type, gw_shift_get_colleague (shift), day, id);
  /* What a list left open is found as open, though somebody has it by now. */
  if (extra != NULL && strstr (extra, "\"open\"") != NULL)
    add_to_list (self, &gw_shift_type, GW_ID_NONE, day, id);
}

static GwId
get_end (const GwRecord *record, guint person, guint place)
{
  return gw_record_has (record, person) ? gw_record_get_id_value (record, person)
                                        : gw_record_get_id_value (record, place);
}

void
gw_import_index_put (GwImportIndex *self, const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  GwId id = gw_record_get_id (record);

  if (gw_record_is_deleted (record))
    return;
  g_hash_table_replace (self->records, g_memdup2 (&id, sizeof id), gw_record_ref (record));
  if (type == &gw_person_type)
    add_names (self, type, gw_person_get_first_name (record), gw_person_get_last_name (record), id);
  else if (type == &gw_colleague_type)
    add_names (self, type, gw_colleague_get_first_name (record),
               gw_colleague_get_last_name (record), id);
  else if (type == &gw_team_type)
    add_name (self, type, '!', gw_team_get_name (record), id);
  else if (type == &gw_place_type)
    add_name (self, type, '!', gw_place_get_name (record), id);
  else if (type == &gw_skill_type)
    {
      add_name (self, type, '!', gw_skill_get_name (record), id);
      add_name (self, type, '!', gw_skill_get_code (record), id);
    }
  else if (type == &gw_visit_type)
    add_to_list (self, type, gw_visit_get_person (record),
                 gw_visit_has_pattern_day (record) ? gw_visit_get_pattern_day (record)
                                                   : gw_visit_get_day (record),
                 id);
  else if (type == &gw_visit_pattern_type)
    add_to_list (self, type, gw_visit_pattern_get_person (record), GW_DAY (0), id);
  else if (type == &gw_shift_type)
    put_shift (self, record, id);
  else if (type == &gw_competence_type)
    add_pair (self, type, gw_competence_get_colleague (record), gw_competence_get_skill (record), 0,
              id);
  else if (type == &gw_absence_type)
    add_pair (self, type, gw_absence_get_colleague (record), GW_ID_NONE,
              gw_absence_get_first_day (record).value, id);
  else if (type == &gw_travel_override_type)
    add_pair (self, type,
              get_end (record, GW_TRAVEL_OVERRIDE_FROM_PERSON, GW_TRAVEL_OVERRIDE_FROM_PLACE),
              get_end (record, GW_TRAVEL_OVERRIDE_TO_PERSON, GW_TRAVEL_OVERRIDE_TO_PLACE),
              gw_travel_override_get_mode (record), id);
}

void
gw_import_index_put_all (GwImportIndex *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    gw_import_index_put (self, g_ptr_array_index (records, i));
}

const GwRecord *
gw_import_index_find (GwImportIndex *self, GwId id)
{
  return g_hash_table_lookup (self->records, &id);
}

GArray *
gw_import_index_list (GwImportIndex *self, const GwRecordType *type, GwId owner, GwDay day)
{
  Key key = { type, owner, GW_ID_NONE, day.value };

  return g_hash_table_lookup (self->lists, &key);
}

const GwRecord *
gw_import_index_find_pair (GwImportIndex *self, const GwRecordType *type, GwId a, GwId b,
                           gint number)
{
  Key key = { type, a, b, number };
  const GwId *id = g_hash_table_lookup (self->pairs, &key);

  return id != NULL ? gw_import_index_find (self, *id) : NULL;
}
