/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fridge sheet: a week of visits in large type, with faces. */
#include "config.h"

#include "gw-fridge-sheet.h"

#include "gw-page-flow.h"

#include "gw-error.h"
#include "gw-name.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

#define FACE GW_MM (13)
#define TIME_COLUMN GW_MM (34)
/* A window wider than an hour each way is not a time with a tolerance, but a stretch of the day. */
#define GREATEST_TOLERANCE 60
#define ROW_GAP GW_MM (3)

static const GwTextStyle title_style = { 280, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_TITLE };
static const GwTextStyle lead_style = { 160, 400, { 0.32, 0.34, 0.38 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle day_style = { 180, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_HEADING };
static const GwTextStyle time_style = { 200, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle name_style = { 180, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle text_style = { 160, 400, { 0.10, 0.11, 0.13 }, GW_TEXT_PARAGRAPH };

/* What was agreed with the person: half the window, wherever the planned start lies in it. */
static gint
get_tolerance (const GwVisit *visit)
{
  GwStartWindow window = gw_visit_get_window (visit);

  return (window.latest.value - window.earliest.value) / 2;
}

/* "± 15 min" under the time; nothing where the time is exact or a stretch of the day. */
static char *
describe_tolerance (const GwVisit *visit)
{
  gint tolerance = get_tolerance (visit);

  if (tolerance <= 0 || tolerance > GREATEST_TOLERANCE)
    return NULL;
  return g_strdup_printf (_ ("± %d min"), tolerance);
}

static char *
describe_stretch (const GwVisit *visit)
{
  GwStartWindow window = gw_visit_get_window (visit);
  g_autofree char *earliest = gw_minute_to_text (window.earliest);
  g_autofree char *latest = gw_minute_to_text (window.latest);

  if (get_tolerance (visit) <= GREATEST_TOLERANCE)
    return NULL;
  return g_strdup_printf (_ ("may begin between %s and %s"), earliest, latest);
}

/* "Marta", "Marta and Dev", or that it is not settled yet; never blank. */
static char *
describe_colleagues (const GwVisit *visit, const GwSheetInput *input)
{
  GwIds ids = gw_visit_get_colleagues (visit);
  g_autofree char *names = NULL;

  for (guint i = 0; i < ids.n; i++)
    {
      const GwColleague *colleague = g_hash_table_lookup (input->colleagues, &ids.ids[i]);
      g_autofree char *name = NULL;
      g_autofree char *before = names;

      names = NULL;
      if (colleague != NULL)
        name = gw_colleague_dup_name (colleague, FALSE);
      if (before == NULL || name == NULL)
        names = before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&name);
      else
        names = g_strdup_printf (_ ("%s and %s"), before, name);
    }
  if (names == NULL)
    return g_strdup (_ ("We will tell you who"));
  return g_steal_pointer (&names);
}

static gint32
add_faces (GwPageFlow *flow, const GwVisit *visit, const GwSheetInput *input)
{
  GwIds ids = gw_visit_get_colleagues (visit);
  gint32 x = flow->left + TIME_COLUMN;

  for (guint i = 0; i < ids.n; i++)
    {
      const GwColleague *colleague = g_hash_table_lookup (input->colleagues, &ids.ids[i]);

      if (colleague == NULL)
        continue;
      gw_sheet_add_face (flow->page, (GwRectangle){ x, flow->y, FACE, FACE }, colleague,
                         gw_colleague_get_face_on_sheets (colleague), input);
      x += FACE + GW_MM (2);
    }
  return MAX (x, flow->left + TIME_COLUMN + FACE + GW_MM (2)) + GW_MM (2);
}

static char *
describe_visit (const GwVisit *visit)
{
  const char *purpose = gw_visit_get_purpose (visit);
  g_autofree char *stretch = describe_stretch (visit);

  if (*purpose == '\0')
    return g_steal_pointer (&stretch);
  if (stretch == NULL)
    return g_strdup (purpose);
  return g_strdup_printf ("%s\n%s", purpose, stretch);
}

static void
add_time (GwPageFlow *flow, const GwVisit *visit)
{
  g_autofree char *start = gw_minute_to_text (gw_visit_get_shown_start (visit));
  g_autofree char *tolerance = describe_tolerance (visit);
  gint32 y = flow->y +
             gw_page_add_text (flow->page, &time_style, flow->left, flow->y, TIME_COLUMN, start);

  if (tolerance != NULL)
    gw_page_add_text (flow->page, &text_style, flow->left, y, TIME_COLUMN, tolerance);
}

static void
add_heading (GwPageFlow *flow, const char *heading)
{
  gint32 height = gw_text_measure (&day_style, flow->width, heading);

  gw_page_add_box (
      flow->page,
      (GwRectangle){ flow->left - GW_MM (2), flow->y, flow->width + GW_MM (4), height + GW_MM (1) },
      GW_MM (2), gw_ink_tint, TRUE);
  gw_page_flow_text (flow, &day_style, heading);
  gw_page_flow_gap (flow, ROW_GAP);
}

/* A visit at the top of a page says whose day it belongs to. */
static void
add_heading_again (GwPageFlow *flow, GwDay day)
{
  g_autofree char *name = gw_day_format (day, "%A %-d %B");
  /* Translators: %s is a day whose visits began on the page before */
  g_autofree char *heading = g_strdup_printf (_ ("%s (continued)"), name);

  add_heading (flow, heading);
}

static void
add_visit (GwPageFlow *flow, const GwVisit *visit, const GwSheetInput *input)
{
  g_autofree char *names = describe_colleagues (visit, input);
  g_autofree char *detail = describe_visit (visit);
  gint32 faces = TIME_COLUMN +
                 (gint32) MAX (gw_visit_get_colleagues (visit).n, 1) * (FACE + GW_MM (2)) +
                 GW_MM (2);
  gint32 width = flow->width - faces;
  gint32 height = gw_text_measure (&name_style, width, names);
  gint32 x, y;

  if (detail != NULL)
    height += gw_text_measure (&text_style, width, detail);
  height = MAX (height, FACE + GW_MM (3));
  if (gw_page_flow_need (flow, height + ROW_GAP))
    add_heading_again (flow, gw_visit_get_day (visit));
  y = flow->y;
  add_time (flow, visit);
  x = add_faces (flow, visit, input);
  y += gw_page_add_text (flow->page, &name_style, x, y, flow->left + flow->width - x, names);
  if (detail != NULL)
    gw_page_add_text (flow->page, &text_style, x, y, flow->left + flow->width - x, detail);
  gw_page_flow_gap (flow, height + ROW_GAP);
}

static void
add_day (GwPageFlow *flow, GwDay day, GwId person, const GwSheetInput *input)
{
  g_autoptr (GPtrArray) visits = gw_sheet_list_visits (input, day, person);
  g_autofree char *heading = gw_day_format (day, "%A %-d %B");
  gint32 heading_height = gw_text_measure (&day_style, flow->width, heading);

  /* A heading never stays behind alone at the foot of a page. */
  gw_page_flow_need (flow, heading_height + FACE + 3 * ROW_GAP);
  add_heading (flow, heading);
  if (visits->len == 0)
    {
      gw_page_flow_text (flow, &text_style, _ ("No visit on this day"));
      gw_page_flow_gap (flow, ROW_GAP);
    }
  for (guint i = 0; i < visits->len; i++)
    add_visit (flow, g_ptr_array_index (visits, i), input);
}

static char *
describe_days (const GwSheetInput *input)
{
  GwDay last = gw_day_add (input->first_day, (gint) input->n_days - 1);
  g_autofree char *from = gw_day_format (input->first_day, "%-d %B");
  g_autofree char *until = gw_day_format (last, "%-d %B %Y");

  if (input->n_days <= 1)
    return g_steal_pointer (&until);
  return g_strdup_printf (_ ("%s to %s"), from, until);
}

GwScene *
gw_fridge_sheet_new (const GwSheetInput *input, GwId person_id, GError **error)
{
  const GwPerson *person = g_hash_table_lookup (input->people, &person_id);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *days = describe_days (input);
  g_autofree char *footer = gw_sheet_dup_footer (input);
  GwPageFlow flow;
  GwScene *scene;

  g_return_val_if_fail (person != NULL, NULL);
  name = gw_person_dup_name (person, FALSE);
  if (gw_person_get_no_sheets (person))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_INVALID,
                   _ ("%s chose to have no sheets at home, so there is none to print."), name);
      return NULL;
    }
  title = g_strdup_printf (_ ("Who comes to see %s"), name);
  scene = gw_scene_new (title, input->language);
  gw_page_flow_start (&flow, scene, footer);
  gw_page_flow_text (&flow, &title_style, title);
  gw_page_flow_text (&flow, &lead_style, days);
  gw_page_flow_text (&flow, &lead_style,
                     _ ("“± 15 min” means: up to 15 minutes earlier or later."));
  gw_page_flow_gap (&flow, GW_MM (5));
  for (guint i = 0; i < input->n_days; i++)
    add_day (&flow, gw_day_add (input->first_day, (gint) i), person_id, input);
  gw_page_flow_end (&flow);
  return scene;
}
