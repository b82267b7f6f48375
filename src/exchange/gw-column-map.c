/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and fields. */
#include "config.h"

#include "gw-column-map.h"

#include "gw-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GwColumnMap
{
  GwImportTarget target;
  GPtrArray *headings;
  gint columns[GW_IMPORT_MOST_FIELDS];
};

/* "E-mail address:" and "EMAIL_ADDRESS" are the same heading. */
static char *
bare (const char *heading)
{
  g_autofree char *folded = gw_text_fold (heading);
  GString *letters = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

/* How well a heading fits a field: 0 not at all, more is better; what stands first in the field's
 * list is what fits best. */
static guint
rate_heading (const GwImportField *field, const char *heading)
{
  g_auto (GStrv) known = g_strsplit (field->headings, "|", -1);
  g_autofree char *letters = bare (heading);
  g_autofree char *label = bare (_ (field->label));
  guint n = g_strv_length (known);

  if (*letters == '\0')
    return 0;
  if (g_str_equal (letters, label) || g_str_equal (heading, field->key))
    return 1000;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (letters, known[i]))
      return 500 - i;
  return 0;
}

static void
guess (GwColumnMap *self)
{
  guint n_fields;
  const GwImportField *fields = gw_import_target_get_fields (self->target, &n_fields);

  for (guint f = 0; f < GW_IMPORT_MOST_FIELDS; f++)
    self->columns[f] = GW_COLUMN_NONE;
  for (guint column = 0; column < self->headings->len; column++)
    {
      gint best = -1;
      guint best_rate = 0;
      for (guint f = 0; f < n_fields; f++)
        {
          guint rate = rate_heading (&fields[f], g_ptr_array_index (self->headings, column));
          if (rate > best_rate && self->columns[f] == GW_COLUMN_NONE)
            {
              best = (gint) f;
              best_rate = rate;
            }
        }
      if (best >= 0)
        self->columns[best] = (gint) column;
    }
}

GwColumnMap *
gw_column_map_new (GwImportTarget target, const char *const *headings, guint n_headings)
{
  GwColumnMap *self = g_new0 (GwColumnMap, 1);

  self->target = target;
  self->headings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_headings; i++)
    g_ptr_array_add (self->headings, g_strdup (headings[i]));
  guess (self);
  return self;
}

GwColumnMap *
gw_column_map_copy (const GwColumnMap *self)
{
  GwColumnMap *copy = gw_column_map_new (self->target, (const char *const *) self->headings->pdata,
                                         self->headings->len);

  memcpy (copy->columns, self->columns, sizeof copy->columns);
  return copy;
}

void
gw_column_map_free (GwColumnMap *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->headings);
  g_free (self);
}

GwImportTarget
gw_column_map_get_target (const GwColumnMap *self)
{
  return self->target;
}

guint
gw_column_map_get_n_columns (const GwColumnMap *self)
{
  return self->headings->len;
}

const char *
gw_column_map_get_heading (const GwColumnMap *self, guint column)
{
  return column < self->headings->len ? g_ptr_array_index (self->headings, column) : "";
}

gint
gw_column_map_get_column (const GwColumnMap *self, guint field)
{
  return field < GW_IMPORT_MOST_FIELDS ? self->columns[field] : GW_COLUMN_NONE;
}

gint
gw_column_map_get_field (const GwColumnMap *self, guint column)
{
  for (guint f = 0; f < GW_IMPORT_MOST_FIELDS; f++)
    if (self->columns[f] == (gint) column)
      return (gint) f;
  return -1;
}

void
gw_column_map_set_column (GwColumnMap *self, guint field, gint column)
{
  g_return_if_fail (field < GW_IMPORT_MOST_FIELDS);
  g_return_if_fail (column < (gint) self->headings->len);
  /* One column feeds one field. */
  for (guint f = 0; f < GW_IMPORT_MOST_FIELDS && column >= 0; f++)
    if (self->columns[f] == column)
      self->columns[f] = GW_COLUMN_NONE;
  self->columns[field] = MAX (column, GW_COLUMN_NONE);
}

static gboolean
has_any (const GwColumnMap *self, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (self->columns[fields[i]] != GW_COLUMN_NONE)
      return TRUE;
  return FALSE;
}

#define HAS_ANY(self, ...) \
  has_any (self, (const guint[]){ __VA_ARGS__ }, sizeof ((guint[]){ __VA_ARGS__ }) / sizeof (guint))

char *
gw_column_map_dup_problem (const GwColumnMap *self)
{
  switch (self->target)
    {
    case GW_IMPORT_COLLEAGUES:
      if (!HAS_ANY (self, GW_IMPORT_COLLEAGUE_NAME, GW_IMPORT_COLLEAGUE_FIRST_NAME))
        return g_strdup (_ ("Please say which column holds the name."));
      break;
    case GW_IMPORT_PEOPLE:
      if (!HAS_ANY (self, GW_IMPORT_PERSON_NAME, GW_IMPORT_PERSON_FIRST_NAME))
        return g_strdup (_ ("Please say which column holds the name."));
      break;
    case GW_IMPORT_SHIFTS:
      if (!HAS_ANY (self, GW_IMPORT_SHIFT_START, GW_IMPORT_SHIFT_TIMES))
        return g_strdup (_ ("Please say which column holds the times of the shift."));
      break;
    case GW_IMPORT_VISITS:
      if (!HAS_ANY (self, GW_IMPORT_VISIT_PERSON))
        return g_strdup (_ ("Please say which column holds the person."));
      if (!HAS_ANY (self, GW_IMPORT_VISIT_DAY, GW_IMPORT_VISIT_START))
        return g_strdup (_ ("Please say which column holds the day."));
      break;
    case GW_IMPORT_REGULAR_VISITS:
      if (!HAS_ANY (self, GW_IMPORT_REGULAR_PERSON))
        return g_strdup (_ ("Please say which column holds the person."));
      if (!HAS_ANY (self, GW_IMPORT_REGULAR_DAYS, GW_IMPORT_REGULAR_MONDAY,
                    GW_IMPORT_REGULAR_TUESDAY, GW_IMPORT_REGULAR_WEDNESDAY,
                    GW_IMPORT_REGULAR_THURSDAY, GW_IMPORT_REGULAR_FRIDAY,
                    GW_IMPORT_REGULAR_SATURDAY, GW_IMPORT_REGULAR_SUNDAY))
        return g_strdup (_ ("Please say which column holds the days of the week."));
      break;
    case GW_IMPORT_TRAVEL:
      if (!HAS_ANY (self, GW_IMPORT_TRAVEL_FROM))
        return g_strdup (_ ("Please say which column holds where the way begins."));
      break;
    case GW_IMPORT_N_TARGETS:
    default:
      g_assert_not_reached ();
    }
  return NULL;
}

char *
gw_column_map_to_text (const GwColumnMap *self)
{
  guint n_fields;
  const GwImportField *fields = gw_import_target_get_fields (self->target, &n_fields);
  GString *text = g_string_new (NULL);

  for (guint f = 0; f < n_fields; f++)
    if (self->columns[f] != GW_COLUMN_NONE)
      {
        g_autofree char *heading = g_strescape (
            gw_column_map_get_heading (self, (guint) self->columns[f]), NULL);
        g_string_append_printf (text, "%s=%s\n", fields[f].key, heading);
      }
  return g_string_free (text, FALSE);
}

static gint
find_heading (const GwColumnMap *self, const char *heading)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (gw_text_compare (g_ptr_array_index (self->headings, i), heading) == 0)
      return (gint) i;
  return GW_COLUMN_NONE;
}

guint
gw_column_map_apply_text (GwColumnMap *self, const char *text)
{
  guint n_fields, n_applied = 0;
  const GwImportField *fields = gw_import_target_get_fields (self->target, &n_fields);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *sign = strchr (lines[i], '=');
      for (guint f = 0; sign != NULL && f < n_fields; f++)
        {
          g_autofree char *key = g_strndup (lines[i], (gsize) (sign - lines[i]));
          g_autofree char *heading = NULL;
          gint column;
          /* A lone backslash at the end is nothing that was ever kept. */
          if (!g_str_equal (key, fields[f].key) || g_str_has_suffix (sign, "\\"))
            continue;
          heading = g_strcompress (sign + 1);
          column = find_heading (self, heading);
          if (column == GW_COLUMN_NONE)
            continue;
          gw_column_map_set_column (self, f, column);
          n_applied++;
          break;
        }
    }
  return n_applied;
}

gboolean
gw_column_map_guess_target (const char *const *headings, guint n_headings,
                            GwImportTarget *out_target)
{
  guint best = 0;

  for (guint t = 0; t < GW_IMPORT_N_TARGETS; t++)
    {
      g_autoptr (GwColumnMap) map = gw_column_map_new ((GwImportTarget) t, headings, n_headings);
      g_autofree char *problem = gw_column_map_dup_problem (map);
      guint n = 0;
      for (guint f = 0; f < GW_IMPORT_MOST_FIELDS; f++)
        n += map->columns[f] != GW_COLUMN_NONE;
      if (problem == NULL && n > best)
        {
          best = n;
          *out_target = (GwImportTarget) t;
        }
    }
  return best >= 2;
}
