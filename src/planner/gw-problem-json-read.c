/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads problem files. */
#include "config.h"

#include "gw-problem-json.h"

#include "gw-error.h"
#include "gw-json-fields.h"

#include <glib/gi18n-lib.h>

#define MOST_PLACES 4000
#define MOST_MODES 16
#define MOST 100000
#define MOST_SKILLS 64

typedef struct
{
  GwEngineBuilder *builder;
  GwJsonFault fault;
  GHashTable *skill_bits; /* lent name → bit + 1 */
  gint32 n_places;
  gint32 n_modes;
  gint32 n_days;
} Reading;

#define FOR_EACH_ELEMENT(list, element)                                                \
  for (guint element##_i = 0, element##_n = gw_json_cursor_get_length (&(list), MOST); \
       element##_i < element##_n && (list).fault->error == NULL; element##_i++)        \
    for (GwJsonCursor element = gw_json_cursor_element (&(list), element##_i),         \
                      *element##_once = &element;                                      \
         element##_once != NULL; element##_once = NULL)

/* --- settings, places, travel ----------------------------------------------------------------- */

static void
read_weights (const GwJsonCursor *settings, GwEngineSettings *engine)
{
  GwJsonCursor weights = gw_json_cursor_member (settings, "weights");

  for (gint rule = 0; rule < GW_ENGINE_N_RULES; rule++)
    {
      GwJsonCursor weight = gw_json_cursor_member (
          &weights, gw_engine_rule_get_info ((GwEngineRule) rule)->name);
      engine->weight[rule] = (gint32) gw_json_cursor_get_integer (&weight, 0, 1000000,
                                                                  engine->weight[rule]);
    }
}

static gboolean
begin (Reading *reading, const GwJsonCursor *root)
{
  GwJsonCursor days = gw_json_cursor_member (root, "days");
  GwJsonCursor weekday = gw_json_cursor_member (root, "first_weekday");
  GwJsonCursor ticks = gw_json_cursor_member (root, "ticks_per_day");
  GwJsonCursor settings = gw_json_cursor_member (root, "settings");
  gint32 first;
  GwEngineSettings *engine;

  gw_json_cursor_need (&days);
  reading->n_days = (gint32) gw_json_cursor_get_integer (&days, 1, 1000, 1);
  first = (gint32) gw_json_cursor_get_integer (&weekday, 0, 6, 0);
  reading->builder = gw_engine_builder_new (reading->n_days, first);
  if (reading->builder == NULL || reading->fault.error != NULL)
    return FALSE;
  engine = gw_engine_builder_get_settings (reading->builder);
  engine->ticks_per_day = (gint32) gw_json_cursor_get_integer (&ticks, 1, 10000000, 1440);
  gw_json_read_fields (&settings, gw_json_settings_fields, engine);
  read_weights (&settings, engine);
  return reading->fault.error == NULL;
}

static void
read_travel_row (Reading *reading, const GwJsonCursor *row, gint32 mode, gint32 from)
{
  guint n = gw_json_cursor_get_length (row, MOST_PLACES);

  if (n != (guint) reading->n_places && row->fault->error == NULL)
    gw_json_cursor_blame (row, g_strdup_printf (ngettext ("A list of %d number is needed here.",
                                                          "A list of %d numbers is needed here.",
                                                          (gulong) reading->n_places),
                                                reading->n_places));
  for (gint32 to = 0; to < (gint32) n && row->fault->error == NULL; to++)
    {
      GwJsonCursor cell = gw_json_cursor_element (row, (guint) to);
      gw_engine_builder_set_travel (
          reading->builder, mode, from, to,
          (gint32) gw_json_cursor_get_integer (&cell, 0, GW_ENGINE_FAR, GW_ENGINE_FAR));
    }
}

static void
read_travel (Reading *reading, const GwJsonCursor *root)
{
  GwJsonCursor places = gw_json_cursor_member (root, "places");
  GwJsonCursor travel = gw_json_cursor_member (root, "travel");
  guint n_rows;

  reading->n_places = (gint32) gw_json_cursor_get_length (&places, MOST_PLACES);
  reading->n_modes = (gint32) gw_json_cursor_get_length (&travel, MOST_MODES);
  if (reading->fault.error != NULL)
    return;
  gw_engine_builder_set_places (reading->builder, reading->n_places, MAX (reading->n_modes, 1));
  for (gint32 mode = 0; mode < reading->n_modes; mode++)
    {
      GwJsonCursor matrix = gw_json_cursor_element (&travel, (guint) mode);
      n_rows = gw_json_cursor_get_length (&matrix, MOST_PLACES);
      if (n_rows != (guint) reading->n_places && reading->fault.error == NULL)
        gw_json_cursor_blame (&matrix,
                              g_strdup_printf (ngettext ("A list of %d list is needed here.",
                                                         "A list of %d lists is needed here.",
                                                         (gulong) reading->n_places),
                                               reading->n_places));
      for (gint32 from = 0; from < (gint32) n_rows && reading->fault.error == NULL; from++)
        {
          GwJsonCursor row = gw_json_cursor_element (&matrix, (guint) from);
          read_travel_row (reading, &row, mode, from);
        }
    }
}

/* --- skills ----------------------------------------------------------------------------------- */

static void
read_skill_names (Reading *reading, const GwJsonCursor *root)
{
  GwJsonCursor skills = gw_json_cursor_member (root, "skills");
  guint n = gw_json_cursor_get_length (&skills, MOST_SKILLS);

  for (guint i = 0; i < n; i++)
    {
      GwJsonCursor skill = gw_json_cursor_element (&skills, i);
      const char *name = gw_json_cursor_get_string (&skill);
      if (name != NULL)
        g_hash_table_insert (reading->skill_bits, (gpointer) name, GUINT_TO_POINTER (i + 1));
    }
}

static guint64
read_skill_set (Reading *reading, const GwJsonCursor *owner)
{
  GwJsonCursor skills = gw_json_cursor_member (owner, "skills");
  guint64 bits = 0;

  FOR_EACH_ELEMENT (skills, skill)
  {
    const char *name = gw_json_cursor_get_string (&skill);
    guint bit = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->skill_bits, name))
                             : 0;
    if (bit > 0)
      bits |= G_GUINT64_CONSTANT (1) << (bit - 1);
    else
      gw_json_cursor_blame (&skill, g_strdup (_ ("This skill is not in the list of skills.")));
  }
  return bits;
}

/* --- colleagues ------------------------------------------------------------------------------- */

static void
read_colleague_skills (Reading *reading, const GwJsonCursor *cursor, gint32 index)
{
  GwJsonCursor held = gw_json_cursor_member (cursor, "held");

  FOR_EACH_ELEMENT (held, entry)
  {
    GwJsonCursor from = gw_json_cursor_member (&entry, "first_day");
    GwJsonCursor to = gw_json_cursor_member (&entry, "last_day");
    gw_engine_builder_add_skills (
        reading->builder, index, read_skill_set (reading, &entry),
        (gint32) gw_json_cursor_get_integer (&from, -100000, 100000, 0),
        (gint32) gw_json_cursor_get_integer (&to, -100000, 100000, reading->n_days - 1));
  }
}

static void
read_absences (Reading *reading, const GwJsonCursor *cursor, gint32 index)
{
  GwJsonCursor away = gw_json_cursor_member (cursor, "away");

  FOR_EACH_ELEMENT (away, entry)
  {
    GwJsonCursor start = gw_json_cursor_member (&entry, "start");
    GwJsonCursor end = gw_json_cursor_member (&entry, "end");
    gw_json_cursor_need (&start);
    gw_json_cursor_need (&end);
    gw_engine_builder_add_absence (
        reading->builder, index,
        (gint32) gw_json_cursor_get_integer (&start, -GW_ENGINE_TIME_MAX, GW_ENGINE_TIME_MAX, 0),
        (gint32) gw_json_cursor_get_integer (&end, -GW_ENGINE_TIME_MAX, GW_ENGINE_TIME_MAX, 0));
  }
}

static GwEnginePart
read_part (const GwJsonCursor *owner)
{
  GwJsonCursor part = gw_json_cursor_member (owner, "part");
  gint index = gw_json_read_name (&part, gw_json_part_names);

  return index < 0 ? GW_ENGINE_PART_ANY : (GwEnginePart) index;
}

static void
read_wishes (Reading *reading, const GwJsonCursor *cursor, gint32 index)
{
  GwJsonCursor wishes = gw_json_cursor_member (cursor, "wishes");

  FOR_EACH_ELEMENT (wishes, entry)
  {
    GwEngineWish wish = { index, GW_ENGINE_NONE, read_part (&entry), 0 };
    gw_json_read_fields (&entry, gw_json_wish_fields, &wish);
    gw_engine_builder_add_wish (reading->builder, &wish);
  }
}

static void
read_colleagues (Reading *reading, const GwJsonCursor *root)
{
  GwJsonCursor colleagues = gw_json_cursor_member (root, "colleagues");

  FOR_EACH_ELEMENT (colleagues, cursor)
  {
    GwEngineColleague colleague;
    gint32 index;

    gw_engine_colleague_init (&colleague);
    gw_json_read_fields (&cursor, gw_json_colleague_fields, &colleague);
    index = gw_engine_builder_add_colleague (reading->builder, &colleague);
    read_colleague_skills (reading, &cursor, index);
    read_absences (reading, &cursor, index);
    read_wishes (reading, &cursor, index);
  }
}

static void
read_persons (Reading *reading, const GwJsonCursor *root)
{
  GwJsonCursor persons = gw_json_cursor_member (root, "persons");

  FOR_EACH_ELEMENT (persons, cursor)
  {
    GwJsonCursor regular = gw_json_cursor_member (&cursor, "regular");
    GwEnginePerson person;
    gint32 index;

    gw_engine_person_init (&person);
    gw_json_read_fields (&cursor, gw_json_person_fields, &person);
    index = gw_engine_builder_add_person (reading->builder, &person);
    FOR_EACH_ELEMENT (regular, colleague)
    gw_engine_builder_add_regular (reading->builder, index,
                                   (gint32) gw_json_cursor_get_integer (&colleague, 0, MOST, 0));
  }
}

/* --- shifts ----------------------------------------------------------------------------------- */

static void
read_blocks (Reading *reading, const GwJsonCursor *cursor, gint32 shift)
{
  GwJsonCursor blocks = gw_json_cursor_member (cursor, "blocks");

  FOR_EACH_ELEMENT (blocks, entry)
  {
    GwJsonCursor kind = gw_json_cursor_member (&entry, "kind");
    GwEngineBlock block = { .shift = shift, .place = GW_ENGINE_NONE, .duration = 1 };
    gint name = gw_json_read_name (&kind, gw_json_block_names);

    block.kind = name == GW_ENGINE_BLOCK_ROLE ? GW_ENGINE_BLOCK_ROLE : GW_ENGINE_BLOCK_MEETING;
    if (name == GW_ENGINE_BLOCK_BREAK)
      gw_json_cursor_blame (&kind, g_strdup (_ ("Breaks follow from the colleagues’ limits.")));
    gw_json_read_fields (&entry, gw_json_block_fields, &block);
    gw_engine_builder_add_block (reading->builder, &block);
  }
}

static void
read_shift (Reading *reading, const GwJsonCursor *cursor)
{
  GwJsonCursor may_change = gw_json_cursor_member (cursor, "may_change");
  GwJsonCursor may_take = gw_json_cursor_member (cursor, "may_take");
  GwJsonCursor is_night = gw_json_cursor_member (cursor, "is_night");
  GwJsonCursor eligible = gw_json_cursor_member (cursor, "eligible");
  GwEngineShift shift;
  gint32 index;

  gw_engine_shift_init (&shift, 0, 0, 1);
  gw_json_read_fields (cursor, gw_json_shift_fields, &shift);
  shift.part = read_part (cursor);
  shift.may_change = gw_json_cursor_get_boolean (&may_change, FALSE);
  shift.may_take = gw_json_cursor_get_boolean (&may_take, TRUE);
  shift.is_night = gw_json_cursor_get_boolean (&is_night, FALSE);
  index = gw_engine_builder_add_shift (reading->builder, &shift);
  FOR_EACH_ELEMENT (eligible, colleague)
  gw_engine_builder_add_eligible (reading->builder, index,
                                  (gint32) gw_json_cursor_get_integer (&colleague, 0, MOST, 0));
  read_blocks (reading, cursor, index);
}

/* --- operations, links, history --------------------------------------------------------------- */

static void
read_fits (Reading *reading, const GwJsonCursor *cursor, gint32 operation)
{
  GwJsonCursor fits = gw_json_cursor_member (cursor, "fits");

  FOR_EACH_ELEMENT (fits, entry)
  {
    GwJsonCursor rule = gw_json_cursor_member (&entry, "rule");
    GwJsonCursor colleague = gw_json_cursor_member (&entry, "colleague");
    GwJsonCursor points = gw_json_cursor_member (&entry, "points");
    const char *name = gw_json_cursor_get_string (&rule);
    GwEngineRule found = name != NULL ? gw_engine_rule_find (name) : GW_ENGINE_RULE_NONE;

    gw_json_cursor_need (&rule);
    gw_json_cursor_need (&colleague);
    if (found == GW_ENGINE_RULE_NONE)
      gw_json_cursor_blame (&rule, g_strdup (_ ("There is no such rule.")));
    else
      gw_engine_builder_add_fit (
          reading->builder, operation, (gint32) gw_json_cursor_get_integer (&colleague, 0, MOST, 0),
          found, (gint32) gw_json_cursor_get_integer (&points, 0, 1000000, 0));
  }
}

static void
read_operation (Reading *reading, const GwJsonCursor *cursor)
{
  GwJsonCursor windows = gw_json_cursor_member (cursor, "windows");
  GwJsonCursor optional = gw_json_cursor_member (cursor, "optional");
  GwEngineOperation operation;
  gint32 index;

  gw_engine_operation_init (&operation);
  operation.duration = 1;
  gw_json_read_fields (cursor, gw_json_operation_fields, &operation);
  operation.is_optional = gw_json_cursor_get_boolean (&optional, FALSE);
  operation.skills = read_skill_set (reading, cursor);
  index = gw_engine_builder_add_operation (reading->builder, &operation);
  FOR_EACH_ELEMENT (windows, entry)
  {
    GwEngineWindow window = { 0, 0, GW_ENGINE_NO_TIME };
    gw_json_read_fields (&entry, gw_json_window_fields, &window);
    gw_engine_builder_add_window (reading->builder, index, window.open, window.close, window.ideal);
  }
  read_fits (reading, cursor, index);
}

static void
read_link (Reading *reading, const GwJsonCursor *cursor)
{
  GwJsonCursor kind = gw_json_cursor_member (cursor, "kind");
  GwJsonCursor soft = gw_json_cursor_member (cursor, "soft");
  gint name = gw_json_read_name (&kind, gw_json_link_names);
  GwEngineLink link = { .max = name == GW_ENGINE_LINK_LAG ? INT32_MAX : 0 };

  gw_json_cursor_need (&kind);
  if (name < 0)
    return;
  link.kind = (GwEngineLinkKind) name;
  link.min = name == GW_ENGINE_LINK_LAG ? GW_ENGINE_NO_TIME : 0;
  gw_json_read_fields (cursor, gw_json_link_fields, &link);
  link.is_soft = gw_json_cursor_get_boolean (&soft, FALSE);
  gw_engine_builder_add_link (reading->builder, &link);
}

static void
read_lists (Reading *reading, const GwJsonCursor *root)
{
  GwJsonCursor shifts = gw_json_cursor_member (root, "shifts");
  GwJsonCursor operations = gw_json_cursor_member (root, "operations");
  GwJsonCursor links = gw_json_cursor_member (root, "links");
  GwJsonCursor history = gw_json_cursor_member (root, "history");

  read_skill_names (reading, root);
  read_travel (reading, root);
  read_colleagues (reading, root);
  read_persons (reading, root);
  FOR_EACH_ELEMENT (shifts, shift)
  read_shift (reading, &shift);
  FOR_EACH_ELEMENT (operations, operation)
  read_operation (reading, &operation);
  FOR_EACH_ELEMENT (links, link)
  read_link (reading, &link);
  FOR_EACH_ELEMENT (history, entry)
  {
    GwJsonHistory met = { 0, 0, 0 };
    gw_json_read_fields (&entry, gw_json_history_fields, &met);
    gw_engine_builder_add_history (reading->builder, met.person, met.colleague, met.visits);
  }
}

static const GwEngineProblem *
seal (Reading *reading, GError **error)
{
  GwEngineFault fault = { GW_ENGINE_OK, NULL, 0 };
  const GwEngineProblem *problem = gw_engine_builder_seal (reading->builder, &fault);

  if (problem == NULL && fault.status == GW_ENGINE_NO_MEMORY)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_IO,
                         _ ("There is not enough memory for this problem."));
  else if (problem == NULL && fault.status == GW_ENGINE_BAD_INDEX)
    g_set_error (error, GW_ERROR, GW_ERROR_INVALID,
                 _ ("%1$s[%2$d]: This refers to something that is not there."),
                 fault.what != NULL ? fault.what : "$", fault.index);
  else if (problem == NULL)
    g_set_error (error, GW_ERROR, GW_ERROR_INVALID,
                 _ ("%1$s[%2$d]: A value is out of range or contradicts another."),
                 fault.what != NULL ? fault.what : "$", fault.index);
  return problem;
}

gboolean
gw_json_check_format (const GwJsonCursor *root, const char *format)
{
  GwJsonCursor name = gw_json_cursor_member (root, "format");
  GwJsonCursor version = gw_json_cursor_member (root, "version");
  const char *text = gw_json_cursor_get_string (&name);

  if (root->fault->error == NULL && g_strcmp0 (text, format) != 0)
    gw_json_cursor_blame (&name, g_strdup_printf (_ ("“%s” is needed here."), format));
  if (root->fault->error == NULL && gw_json_cursor_get_integer (&version, 1, G_MAXINT32, 1) > 1)
    g_set_error_literal (&root->fault->error, GW_ERROR, GW_ERROR_TOO_NEW,
                         _ ("The file was made by a newer version. Please update the program."));
  return root->fault->error == NULL;
}

const GwEngineProblem *
gw_problem_json_read (const char *text, gsize length, GError **error)
{
  g_autofree char *unknown = NULL;

  return gw_problem_json_read_noting (text, length, &unknown, error);
}

const GwEngineProblem *
gw_problem_json_read_noting (const char *text, gsize length, char **out_unknown, GError **error)
{
  Reading reading = { 0 };
  g_autoptr (JsonNode) node = gw_json_parse (text, length, error);
  GwJsonCursor root = { node, NULL, NULL, 0, &reading.fault };
  const GwEngineProblem *problem = NULL;

  *out_unknown = NULL;
  if (node == NULL)
    return NULL;
  reading.fault.asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.skill_bits = g_hash_table_new (g_str_hash, g_str_equal);
  if (gw_json_check_format (&root, "good-week-problem") && begin (&reading, &root))
    read_lists (&reading, &root);
  if (reading.fault.error != NULL)
    g_propagate_error (error, reading.fault.error);
  else if (reading.builder == NULL)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_IO,
                         _ ("There is not enough memory for this problem."));
  else
    problem = seal (&reading, error);
  if (problem != NULL)
    *out_unknown = gw_json_cursor_find_unknown (&root);
  gw_engine_builder_free (reading.builder);
  g_hash_table_unref (reading.skill_bits);
  g_hash_table_unref (reading.fault.asked);
  return problem;
}
