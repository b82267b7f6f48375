/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: a row each, with a face, a name, and what one needs to reach them. */
#include "config.h"

#include "gw-list-sheet.h"

#include "gw-page-flow.h"

#include "gw-name.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

#define FACE GW_MM (9)
#define NAME_COLUMN GW_MM (62)
#define PHONE_COLUMN GW_MM (38)
#define GAP GW_MM (3)

static const GwTextStyle title_style = { 220, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_TITLE };
static const GwTextStyle name_style = { 120, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle text_style = { 110, 400, { 0.10, 0.11, 0.13 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle soft_style = { 100, 400, { 0.32, 0.34, 0.38 }, GW_TEXT_PARAGRAPH };

/* One row; strings are owned. */
typedef struct
{
  const GwRecord *record;
  gboolean may_show_face;
  char *name;
  char *below; /* under the name */
  char *phone;
  char *where; /* how else to reach them */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->below);
  g_free (row->phone);
  g_free (row->where);
  g_free (row);
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = *(Row *const *) a, *other = *(Row *const *) b;
  gint order = gw_text_compare (one->name, other->name);

  return order != 0
             ? order
             : gw_id_compare (gw_record_get_id (one->record), gw_record_get_id (other->record));
}

static char *
describe_link_worker (const GwPerson *person, const GwSheetInput *input)
{
  GwId id = gw_person_get_link_worker (person);
  const GwColleague *colleague = g_hash_table_lookup (input->colleagues, &id);
  g_autofree char *name = colleague != NULL ? gw_colleague_dup_name (colleague, FALSE) : NULL;

  if (name == NULL)
    return g_strdup ("");
  return g_strdup_printf (_ ("Link worker: %s"), name);
}

static char *
describe_role (const GwColleague *colleague)
{
  g_auto (GwFieldValue) role = GW_FIELD_VALUE_INIT;

  gw_record_get_value (colleague, GW_COLLEAGUE_ROLE, &role);
  return gw_field_value_to_text (&role, &gw_colleague_type.fields[GW_COLLEAGUE_ROLE]);
}

static gboolean
is_supported (const GwPerson *person)
{
  gint status = gw_person_get_status (person);

  return status != GW_PERSON_MOVED_ON && status != GW_PERSON_DIED;
}

/* A row for @record, or NULL when it does not belong into the list. */
typedef Row *(*MakeRow) (const GwRecord *record, const GwSheetInput *input);

static Row *
make_person_row (const GwRecord *person, const GwSheetInput *input)
{
  Row *row;

  if (!is_supported (person))
    return NULL;
  row = g_new0 (Row, 1);
  row->record = person;
  row->may_show_face = TRUE;
  row->name = gw_person_dup_name (person, TRUE);
  row->below = describe_link_worker (person, input);
  row->phone = g_strdup (gw_person_get_phone (person));
  row->where = gw_sheet_dup_address (person);
  return row;
}

static Row *
make_colleague_row (const GwRecord *colleague, const GwSheetInput *input)
{
  Row *row;

  if (gw_colleague_has_left (colleague) &&
      gw_day_compare (gw_colleague_get_left (colleague), input->printed) < 0)
    return NULL;
  row = g_new0 (Row, 1);
  row->record = colleague;
  row->may_show_face = gw_colleague_get_face_on_sheets (colleague);
  row->name = gw_colleague_dup_name (colleague, TRUE);
  row->below = describe_role (colleague);
  row->phone = g_strdup (gw_colleague_get_phone (colleague));
  row->where = g_strdup (gw_colleague_get_email (colleague));
  return row;
}

/* The rows of those of @records that belong into the list, by name. */
static GPtrArray *
list_rows (GHashTable *records, MakeRow make_row, const GwSheetInput *input)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      Row *row = make_row (record, input);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

/* Text at @x, unless there is none; how high it is. */
static gint32
add_text (GwPageFlow *flow, const GwTextStyle *style, gint32 x, gint32 y, gint32 width,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return 0;
  return gw_page_add_text (flow->page, style, x, y, width, text);
}

static gint32
measure (const GwTextStyle *style, gint32 width, const char *text)
{
  return text != NULL && *text != '\0' ? gw_text_measure (style, width, text) : 0;
}

static gboolean
has_phone (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const char *phone = ((const Row *) g_ptr_array_index (rows, i))->phone;

      if (phone != NULL && *phone != '\0')
        return TRUE;
    }
  return FALSE;
}

/* Where nobody has a telephone, there is no column for one. */
static void
add_row (GwPageFlow *flow, const Row *row, gboolean with_phone, const GwSheetInput *input)
{
  gint32 name_x = flow->left + FACE + GAP;
  gint32 phone_x = name_x + NAME_COLUMN + GAP;
  gint32 where_x = with_phone ? phone_x + PHONE_COLUMN + GAP : phone_x;
  gint32 where_width = flow->left + flow->width - where_x;
  gint32 height = measure (&name_style, NAME_COLUMN, row->name) +
                  measure (&soft_style, NAME_COLUMN, row->below);
  gint32 y;

  height = MAX (height, measure (&text_style, PHONE_COLUMN, row->phone));
  height = MAX (height, measure (&text_style, where_width, row->where));
  height = MAX (height, FACE);
  gw_page_flow_need (flow, height + 2 * GAP);
  gw_page_add_line (flow->page, (GwRectangle){ flow->left, flow->y, flow->width, 0 }, 200,
                    gw_ink_line);
  y = flow->y + GAP;
  gw_sheet_add_face (flow->page, (GwRectangle){ flow->left, y, FACE, FACE }, row->record,
                     row->may_show_face, input);
  add_text (flow, &soft_style, name_x,
            y + add_text (flow, &name_style, name_x, y, NAME_COLUMN, row->name), NAME_COLUMN,
            row->below);
  add_text (flow, &text_style, phone_x, y, PHONE_COLUMN, row->phone);
  add_text (flow, &text_style, where_x, y, where_width, row->where);
  gw_page_flow_gap (flow, height + 2 * GAP);
}

static GwScene *
lay_out (const GwSheetInput *input, const char *title, const char *note, GPtrArray *rows)
{
  g_autofree char *footer = gw_sheet_dup_footer (input);
  gboolean with_phone = has_phone (rows);
  GwScene *scene = gw_scene_new (title, input->language);
  GwPageFlow flow;

  gw_page_flow_start (&flow, scene, footer);
  gw_page_flow_text (&flow, &title_style, title);
  gw_page_flow_text (&flow, &soft_style, note);
  gw_page_flow_gap (&flow, GW_MM (5));
  for (guint i = 0; i < rows->len; i++)
    add_row (&flow, g_ptr_array_index (rows, i), with_phone, input);
  if (rows->len == 0)
    gw_page_flow_text (&flow, &text_style, _ ("Nobody is in this list yet"));
  gw_page_flow_end (&flow);
  return scene;
}

GwScene *
gw_people_list_sheet_new (const GwSheetInput *input)
{
  g_autoptr (GPtrArray) rows = list_rows (input->people, make_person_row, input);

  return lay_out (
      input, _ ("People we support"),
      _ ("Please keep this list where only the team reads it, and shred it when there is "
         "a new one."),
      rows);
}

GwScene *
gw_colleagues_list_sheet_new (const GwSheetInput *input)
{
  g_autoptr (GPtrArray) rows = list_rows (input->colleagues, make_colleague_row, input);

  return lay_out (input, _ ("Colleagues"), _ ("How we reach each other. For the team alone."),
                  rows);
}
