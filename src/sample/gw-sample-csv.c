/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sample as the lists a team would bring along: plain names instead of ids, one file a subject.
 * Written by hand here, since this layer does not know the importer; a test reads them back with it.
 */
#include "config.h"

#include "gw-sample.h"

#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

typedef struct
{
  GPtrArray *records;
  GHashTable *names;
  GHashTable *skills_held;
  GString *text;
  gboolean starts_line;
  GwDay first;
  GwDay last;
  GwSampleWriteFunc write; /* or NULL */
} Writer;

static void
put (Writer *self, const char *value)
{
  if (!self->starts_line)
    g_string_append_c (self->text, ',');
  self->starts_line = FALSE;
  if (strpbrk (value, ",\"\n;") == NULL)
    {
      g_string_append (self->text, value);
      return;
    }
  g_string_append_c (self->text, '"');
  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *at);
    }
  g_string_append_c (self->text, '"');
}

static void
end_line (Writer *self)
{
  g_string_append (self->text, "\r\n");
  self->starts_line = TRUE;
}

static const char *
get_name (Writer *self, GwId id)
{
  const char *name = g_hash_table_lookup (self->names, &id);

  return name != NULL ? name : "";
}

static void
put_names (Writer *self, GwIds ids)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < ids.n; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", get_name (self, ids.ids[i]));
  put (self, joined->str);
}

static void
put_field (Writer *self, const GwRecord *record, guint field)
{
  const GwField *table = &gw_record_get_record_type (record)->fields[field];
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  g_autofree char *plain = NULL;

  gw_record_get_value (record, field, &value);
  plain = gw_field_value_to_plain (&value, table);
  put (self, plain);
}

static void
put_point (Writer *self, const GwRecord *record, guint field)
{
  GwGeoPoint point = gw_record_get_point (record, field);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  put (self, g_ascii_formatd (text, sizeof text, "%.6f", point.latitude / 1e6));
  put (self, g_ascii_formatd (text, sizeof text, "%.6f", point.longitude / 1e6));
}

static void
put_minute (Writer *self, const GwRecord *record, guint field)
{
  g_autofree char *text = gw_record_has (record, field)
                              ? gw_minute_to_text (
                                    GW_MINUTE ((gint32) gw_record_get_integer (record, field)))
                              : g_strdup ("");

  put (self, text);
}

static void
put_number (Writer *self, const GwRecord *record, guint field, gint divisor)
{
  g_autofree char *text = gw_record_has (record, field)
                              ? g_strdup_printf (
                                    "%d", (gint) gw_record_get_integer (record, field) / divisor)
                              : g_strdup ("");

  put (self, text);
}

static void
put_person (Writer *self, const GwRecord *person)
{
  put_field (self, person, GW_PERSON_FIRST_NAME);
  put_field (self, person, GW_PERSON_LAST_NAME);
  put (self, get_name (self, gw_person_get_team (person)));
  put (self, get_name (self, gw_person_get_link_worker (person)));
  put_field (self, person, GW_PERSON_ADDRESS);
  put_point (self, person, GW_PERSON_LOCATION);
  put_number (self, person, GW_PERSON_PARKING, 1);
  put_names (self, gw_person_get_preferred (person));
  put_names (self, gw_person_get_declined (person));
  put_field (self, person, GW_PERSON_GENDER_WISH);
  put (self, gw_person_get_gender_must (person) ? "yes" : "");
  put_field (self, person, GW_PERSON_HOME_FEATURES);
  put_field (self, person, GW_PERSON_ACCESS);
  put_field (self, person, GW_PERSON_MATTERS);
  put_field (self, person, GW_PERSON_LITTLE_THING);
  end_line (self);
}

static void
put_colleague (Writer *self, const GwRecord *colleague)
{
  GwId id = gw_record_get_id (colleague);
  GString *held = g_hash_table_lookup (self->skills_held, &id);

  put_field (self, colleague, GW_COLLEAGUE_FIRST_NAME);
  put_field (self, colleague, GW_COLLEAGUE_LAST_NAME);
  put (self, get_name (self, gw_colleague_get_team (colleague)));
  put_field (self, colleague, GW_COLLEAGUE_ROLE);
  put_number (self, colleague, GW_COLLEAGUE_CONTRACT, 60);
  put_field (self, colleague, GW_COLLEAGUE_TRAVEL_MODE);
  put (self, held != NULL ? held->str : "");
  put_field (self, colleague, GW_COLLEAGUE_PHONE);
  put_field (self, colleague, GW_COLLEAGUE_EMAIL);
  put_field (self, colleague, GW_COLLEAGUE_GENDER);
  put_field (self, colleague, GW_COLLEAGUE_LANGUAGES);
  put_field (self, colleague, GW_COLLEAGUE_CANNOT_WITH);
  put_field (self, colleague, GW_COLLEAGUE_SHIFT_WISHES);
  put_point (self, colleague, GW_COLLEAGUE_HOME);
  end_line (self);
}

static void
put_visit (Writer *self, const GwRecord *visit)
{
  if (gw_day_compare (gw_visit_get_day (visit), self->first) < 0 ||
      gw_day_compare (gw_visit_get_day (visit), self->last) > 0)
    return;
  put (self, get_name (self, gw_visit_get_person (visit)));
  put_field (self, visit, GW_VISIT_DAY);
  put_minute (self, visit, GW_VISIT_START);
  put_number (self, visit, GW_VISIT_DURATION, 1);
  put_minute (self, visit, GW_VISIT_IDEAL);
  put_number (self, visit, GW_VISIT_TOLERANCE, 1);
  put_minute (self, visit, GW_VISIT_EARLIEST);
  put_minute (self, visit, GW_VISIT_LATEST);
  put_field (self, visit, GW_VISIT_FIRMNESS);
  put_field (self, visit, GW_VISIT_KIND);
  put_field (self, visit, GW_VISIT_PURPOSE);
  put_number (self, visit, GW_VISIT_COLLEAGUES_NEEDED, 1);
  put_names (self, gw_visit_get_skills (visit));
  put_names (self, gw_visit_get_colleagues (visit));
  put_field (self, visit, GW_VISIT_FUNDER);
  end_line (self);
}

/* They go on where the list of visits ends, so that both lists together double nothing. */
static void
put_pattern (Writer *self, const GwRecord *pattern)
{
  GwDay from = gw_visit_pattern_get_first_day (pattern);
  GwDay after = gw_day_add (self->last, 1);
  g_autofree char *day = NULL;

  if (gw_visit_pattern_has_last_day (pattern) &&
      gw_day_compare (gw_visit_pattern_get_last_day (pattern), after) < 0)
    return;
  day = gw_day_to_iso (gw_day_compare (from, after) < 0 ? after : from);
  put (self, get_name (self, gw_visit_pattern_get_person (pattern)));
  put_field (self, pattern, GW_VISIT_PATTERN_WEEKDAYS);
  put_number (self, pattern, GW_VISIT_PATTERN_EVERY_WEEKS, 1);
  put (self, day);
  put_field (self, pattern, GW_VISIT_PATTERN_LAST_DAY);
  put_minute (self, pattern, GW_VISIT_PATTERN_IDEAL);
  put_number (self, pattern, GW_VISIT_PATTERN_DURATION, 1);
  put_number (self, pattern, GW_VISIT_PATTERN_TOLERANCE, 1);
  put_minute (self, pattern, GW_VISIT_PATTERN_EARLIEST);
  put_minute (self, pattern, GW_VISIT_PATTERN_LATEST);
  put_field (self, pattern, GW_VISIT_PATTERN_FIRMNESS);
  put_field (self, pattern, GW_VISIT_PATTERN_KIND);
  put_field (self, pattern, GW_VISIT_PATTERN_PURPOSE);
  put_number (self, pattern, GW_VISIT_PATTERN_COLLEAGUES_NEEDED, 1);
  put_names (self, gw_visit_pattern_get_skills (pattern));
  put_field (self, pattern, GW_VISIT_PATTERN_FUNDER);
  end_line (self);
}

static void
put_shift (Writer *self, const GwRecord *shift)
{
  if (gw_day_compare (gw_shift_get_day (shift), self->first) < 0 ||
      gw_day_compare (gw_shift_get_day (shift), self->last) > 0)
    return;
  put_field (self, shift, GW_SHIFT_DAY);
  put_minute (self, shift, GW_SHIFT_START);
  put_minute (self, shift, GW_SHIFT_END);
  put (self, get_name (self, gw_shift_get_colleague (shift)));
  put (self, get_name (self, gw_shift_get_team (shift)));
  end_line (self);
}

static void
put_override (Writer *self, const GwRecord *record)
{
  put (self, get_name (self, gw_travel_override_get_from_person (record)));
  put (self, get_name (self, gw_travel_override_get_to_person (record)));
  put_field (self, record, GW_TRAVEL_OVERRIDE_MODE);
  put_number (self, record, GW_TRAVEL_OVERRIDE_DURATION, 1);
  put (self, gw_travel_override_get_both_ways (record) ? "yes" : "");
  end_line (self);
}

static const struct
{
  const char *file;
  const GwRecordType *type;
  void (*put) (Writer *self, const GwRecord *record);
  const char *heading;
} files[] = {
  { "people.csv", &gw_person_type, put_person,
    "First name,Last name,Team,Link worker,Address,Latitude,Longitude,Parking,Would like to see,"
    "Chose not to see,Would rather be helped by,Only by them,At home,Getting in,What matters,"
    "Little thing" },
  { "colleagues.csv", &gw_colleague_type, put_colleague,
    "First name,Last name,Team,Role,Contract hours,Travel mode,Skills,Phone,Email,Gender,Languages,"
    "Cannot work with,Wishes,Latitude,Longitude" },
  { "visits.csv", &gw_visit_type, put_visit,
    "Person,Date,Start,Minutes,Wished time,Give or take,Earliest start,Latest start,Firmness,Kind,"
    "Purpose,Colleagues needed,Skills,Colleagues,Funder" },
  { "regular-visits.csv", &gw_visit_pattern_type, put_pattern,
    "Person,Days,Every,From,Until,Wished time,Minutes,Give or take,Earliest start,Latest start,"
    "How firm,Kind,What for,Colleagues needed,Skills needed,Funder" },
  { "shifts.csv", &gw_shift_type, put_shift, "Date,Start,End,Colleague,Team" },
  { "travel.csv", &gw_travel_override_type, put_override, "From,To,By,Minutes,Both ways" },
};

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
learn_names (Writer *self)
{
  self->names = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, g_free);
  for (guint i = 0; i < self->records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (self->records, i);
      const GwRecordType *type = gw_record_get_record_type (record);
      GwId id = gw_record_get_id (record);
      if (type == &gw_person_type || type == &gw_colleague_type || type == &gw_skill_type ||
          type == &gw_team_type)
        g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), gw_record_dup_title (record));
    }
}

static void
learn_skills (Writer *self)
{
  self->skills_held = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, free_string);
  for (guint i = 0; i < self->records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (self->records, i);
      GwId colleague;
      GString *held;
      if (gw_record_get_record_type (record) != &gw_competence_type)
        continue;
      colleague = gw_competence_get_colleague (record);
      held = g_hash_table_lookup (self->skills_held, &colleague);
      if (held == NULL)
        {
          held = g_string_new (NULL);
          g_hash_table_insert (self->skills_held, g_memdup2 (&colleague, sizeof colleague), held);
        }
      g_string_append_printf (held, "%s%s", held->len > 0 ? "; " : "",
                              get_name (self, gw_competence_get_skill (record)));
      if (gw_competence_has_expires (record))
        {
          g_autofree char *day = gw_day_to_iso (gw_competence_get_expires (record));
          g_string_append_printf (held, " (%s)", day);
        }
    }
}

static gboolean
write_file (Writer *self, const char *folder, guint index, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[index].file, NULL);

  self->text = g_string_new (files[index].heading);
  end_line (self);
  for (guint i = 0; i < self->records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (self->records, i);
      if (gw_record_get_record_type (record) == files[index].type)
        files[index].put (self, record);
    }
  {
    g_autoptr (GString) text = g_steal_pointer (&self->text);
    if (self->write != NULL)
      return self->write (path, text->str, (gssize) text->len);
    return g_file_set_contents (path, text->str, (gssize) text->len, error);
  }
}

gboolean
gw_sample_write_csv (GwSample *self, const char *folder, GwDay first, GwDay last,
                     GwSampleWriteFunc write, GError **error)
{
  Writer writer = {
    .records = gw_sample_get_records (self), .first = first, .last = last, .write = write
  };
  gboolean good = TRUE;

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      gint code = errno;
      g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (code), "%s: %s", folder,
                   g_strerror (code));
      return FALSE;
    }
  learn_names (&writer);
  learn_skills (&writer);
  for (guint i = 0; i < G_N_ELEMENTS (files) && good; i++)
    good = write_file (&writer, folder, i, error);
  g_hash_table_unref (writer.names);
  g_hash_table_unref (writer.skills_held);
  return good;
}
