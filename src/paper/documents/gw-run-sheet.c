/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The run: a day's visits in order, one page a day or less. */
#include "config.h"

#include "gw-run-sheet.h"

#include "gw-page-flow.h"

#include "gw-name.h"
#include "gw-shift.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

#define TIME_COLUMN GW_MM (32)
#define SLIP_COLUMN GW_MM (44)
#define FACE GW_MM (9)
#define ROW_GAP GW_MM (3)
/* “About” is said in steps of so many minutes. */
#define SAID_MINUTES 5

static const GwTextStyle title_style = { 220, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_TITLE };
static const GwTextStyle day_style = { 140, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_HEADING };
static const GwTextStyle name_style = { 130, 700, { 0.10, 0.11, 0.13 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle text_style = { 110, 400, { 0.10, 0.11, 0.13 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle soft_style = { 100, 400, { 0.32, 0.34, 0.38 }, GW_TEXT_PARAGRAPH };
static const GwTextStyle slip_style = { 80, 400, { 0.32, 0.34, 0.38 }, GW_TEXT_DECORATION };

/* The other colleague of a visit for two: "Together with Dev". */
static char *
describe_partners (const GwVisit *visit, GwId colleague, const GwSheetInput *input)
{
  GwIds ids = gw_visit_get_colleagues (visit);

  for (guint i = 0; i < ids.n; i++)
    {
      const GwColleague *other = g_hash_table_lookup (input->colleagues, &ids.ids[i]);
      g_autofree char *name = NULL;

      if (other == NULL || gw_id_equal (ids.ids[i], colleague))
        continue;
      name = gw_colleague_dup_name (other, FALSE);
      return g_strdup_printf (_ ("Together with %s"), name);
    }
  if (gw_visit_get_needed (visit) > 1)
    return g_strdup (_ ("For two colleagues; the second is not settled yet"));
  return NULL;
}

static void
append_line (GString *lines, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static char *
describe_visit (const GwVisit *visit, const GwPerson *person, GwId colleague,
                const GwSheetInput *input)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *partners = describe_partners (visit, colleague, input);
  g_autofree char *address = gw_sheet_dup_address (person);

  append_line (lines, gw_visit_get_purpose (visit));
  append_line (lines, partners);
  append_line (lines, address);
  append_line (lines, gw_person_get_little_thing (person));
  return g_string_free (lines, FALSE);
}

/* Two lines to write what really happened on, to be typed in later. */
static void
add_slip (GwPageFlow *flow, gint32 y)
{
  gint32 x = flow->left + flow->width - SLIP_COLUMN;
  const char *labels[] = { _ ("Really started"), _ ("Really ended") };

  for (gint32 i = 0; i < 2; i++)
    {
      gint32 line_y = y + (i + 1) * GW_MM (7);

      gw_page_add_text (flow->page, &slip_style, x, line_y - GW_MM (4), GW_MM (24), labels[i]);
      gw_page_add_line (flow->page,
                        (GwRectangle){ x + GW_MM (25), line_y, SLIP_COLUMN - GW_MM (25), 0 }, 200,
                        gw_ink_line);
    }
}

static void
add_visit (GwPageFlow *flow, const GwVisit *visit, GwId colleague, const GwSheetInput *input)
{
  GwId person_id = gw_visit_get_person (visit);
  const GwPerson *person = g_hash_table_lookup (input->people, &person_id);
  g_autofree char *start = gw_minute_to_text (gw_visit_get_shown_start (visit));
  g_autofree char *end = gw_minute_to_text (gw_visit_get_end (visit));
  g_autofree char *times = g_strdup_printf ("%s–%s", start, end);
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;
  gint32 x = flow->left + TIME_COLUMN + FACE + GW_MM (3);
  gint32 width = flow->left + flow->width - SLIP_COLUMN - GW_MM (3) - x;
  gint32 height;

  if (person == NULL)
    return;
  name = gw_person_dup_name (person, FALSE);
  detail = describe_visit (visit, person, colleague, input);
  height = gw_text_measure (&name_style, width, name) +
           gw_text_measure (&text_style, width, detail);
  height = MAX (height, GW_MM (16));
  gw_page_flow_need (flow, height + ROW_GAP);
  gw_page_add_text (flow->page, &name_style, flow->left, flow->y, TIME_COLUMN, times);
  gw_sheet_add_face (flow->page, (GwRectangle){ flow->left + TIME_COLUMN, flow->y, FACE, FACE },
                     person, TRUE, input);
  gw_page_add_text (flow->page, &text_style, x,
                    flow->y + gw_page_add_text (flow->page, &name_style, x, flow->y, width, name),
                    width, detail);
  add_slip (flow, flow->y);
  gw_page_flow_gap (flow, height + ROW_GAP);
}

/* Between two visits, under the names. */
static void
add_between (GwPageFlow *flow, const char *text)
{
  gw_page_flow_need (flow, GW_MM (6));
  gw_page_add_text (flow->page, &soft_style, flow->left + TIME_COLUMN + FACE + GW_MM (3), flow->y,
                    flow->width - TIME_COLUMN - FACE - GW_MM (3), text);
  gw_page_flow_gap (flow, GW_MM (6));
}

/* @paused: minutes of breaks, meetings and role time in between. */
static void
add_travel (GwPageFlow *flow, GwId colleague, const GwVisit *from, const GwVisit *to, gint paused,
            const GwSheetInput *input)
{
  gint minutes, free_minutes;
  g_autofree char *text = NULL;

  if (input->get_travel_before == NULL)
    return;
  minutes = input->get_travel_before (gw_record_get_id (to), colleague, input->user_data).value;
  free_minutes = gw_visit_get_start_on (to, gw_visit_get_day (from)).value -
                 gw_visit_get_end (from).value - minutes - paused;
  /* Twenty-five minutes are enough for a wellbeing visit (rule R-W). */
  if (free_minutes >= 25)
    text = g_strdup_printf (_ ("%d min on the way, then %d min free"), minutes, free_minutes);
  else if (minutes > 0)
    text = g_strdup_printf (_ ("%d min on the way"), minutes);
  else
    return;
  add_between (flow, text);
}

/* What was given no time is where it fits: about then. */
static char *
describe_pause (const GwSheetPause *pause)
{
  gint said = pause->is_agreed ? 1 : SAID_MINUTES;
  gint about = (pause->start.value + said / 2) / said * said;
  g_autofree char *start = gw_minute_to_text (GW_MINUTE (about));
  g_autofree char *end = gw_minute_to_text (
      GW_MINUTE (pause->start.value + pause->duration.value));

  if (pause->kind == GW_SHEET_PAUSE_MEETING)
    /* TRANSLATORS: on a run sheet; %1$s is a meeting’s title, %2$s and %3$s times of day */
    return g_strdup_printf (_ ("%1$s from %2$s to %3$s"), pause->title, start, end);
  if (pause->kind == GW_SHEET_PAUSE_ROLE_TIME && pause->is_agreed)
    /* TRANSLATORS: on a run sheet; %1$s and %2$s are times of day */
    return g_strdup_printf (_ ("Role time from %1$s to %2$s"), start, end);
  if (pause->kind == GW_SHEET_PAUSE_ROLE_TIME)
    /* TRANSLATORS: on a run sheet; %1$d is minutes, %2$s a time of day */
    return g_strdup_printf (_ ("%1$d min role time, about %2$s"), pause->duration.value, start);
  /* TRANSLATORS: on a run sheet; %1$d is minutes, %2$s a time of day */
  return g_strdup_printf (_ ("%1$d min break, about %2$s"), pause->duration.value, start);
}

static gint
compare_pauses (gconstpointer a, gconstpointer b)
{
  const GwSheetPause *one = a, *other = b;
  return one->start.value - other->start.value;
}

/* Of all shifts of the day, by start. */
static GArray *
list_pauses (const GwSheetInput *input, GwDay day, GwId colleague)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (GwSheetPause));

  for (guint i = 0; input->list_pauses != NULL && i < input->shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (input->shifts, i);
      g_autoptr (GArray) some = NULL;

      if (gw_day_compare (gw_shift_get_day (shift), day) != 0 ||
          !gw_id_equal (gw_shift_get_colleague (shift), colleague))
        continue;
      some = input->list_pauses (gw_record_get_id (shift), input->user_data);
      g_array_append_vals (pauses, some->data, some->len);
    }
  g_array_sort (pauses, compare_pauses);
  return pauses;
}

/* Those that begin before @until and were not there yet; returns how many minutes they take. */
static gint
add_pauses (GwPageFlow *flow, GArray *pauses, guint *next, gint until)
{
  gint minutes = 0;

  for (; *next < pauses->len; (*next)++)
    {
      const GwSheetPause *pause = &g_array_index (pauses, GwSheetPause, *next);
      g_autofree char *text = NULL;

      if (pause->start.value >= until)
        break;
      text = describe_pause (pause);
      add_between (flow, text);
      minutes += pause->duration.value;
    }
  return minutes;
}

static char *
describe_shift (const GwSheetInput *input, GwDay day, GwId colleague)
{
  for (guint i = 0; i < input->shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (input->shifts, i);

      if (gw_day_compare (gw_shift_get_day (shift), day) == 0 &&
          gw_id_equal (gw_shift_get_colleague (shift), colleague))
        {
          g_autofree char *start = gw_minute_to_text (gw_shift_get_start (shift));
          g_autofree char *end = gw_minute_to_text (gw_shift_get_end (shift));

          return g_strdup_printf ("%s–%s", start, end);
        }
    }
  return NULL;
}

/* What a night shift has after midnight is on the next day. */
static void
add_midnight (GwPageFlow *flow, GwDay day, const GwVisit *before, const GwVisit *visit)
{
  g_autofree char *date = gw_day_format (gw_visit_get_day (visit), "%A %-d %B");
  g_autofree char *text = NULL;

  if (gw_day_compare (gw_visit_get_day (visit), day) == 0 ||
      (before != NULL &&
       gw_day_compare (gw_visit_get_day (before), gw_visit_get_day (visit)) == 0))
    return;
  /* TRANSLATORS: on a run sheet, above the visits of a night shift that are on the next day; %s is
   * that day, such as “Wednesday 25 November” */
  text = g_strdup_printf (_ ("After midnight, %s"), date);
  gw_page_flow_need (flow, GW_MM (24));
  gw_page_flow_text (flow, &soft_style, text);
  gw_page_flow_gap (flow, GW_MM (2));
}

/* Visits and what lies between them, in order. */
static void
add_stops (GwPageFlow *flow, GwDay day, GwId colleague, GPtrArray *visits,
           const GwSheetInput *input)
{
  g_autoptr (GArray) pauses = list_pauses (input, day, colleague);
  guint next = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *before = i > 0 ? g_ptr_array_index (visits, i - 1) : NULL;
      const GwVisit *visit = g_ptr_array_index (visits, i);
      gint paused = add_pauses (flow, pauses, &next, gw_visit_get_start_on (visit, day).value);

      if (before != NULL)
        add_travel (flow, colleague, before, visit, paused, input);
      add_midnight (flow, day, before, visit);
      add_visit (flow, visit, colleague, input);
    }
  add_pauses (flow, pauses, &next, G_MAXINT);
}

static gboolean
add_day (GwPageFlow *flow, GwDay day, GwId colleague, const GwSheetInput *input)
{
  g_autoptr (GPtrArray) visits = gw_sheet_list_run (input, day, colleague);
  g_autofree char *shift = describe_shift (input, day, colleague);
  g_autofree char *date = gw_day_format (day, "%A %-d %B");
  g_autofree char *heading = NULL;

  if (visits->len == 0 && shift == NULL)
    return FALSE;
  heading = shift != NULL ? g_strdup_printf ("%s, %s", date, shift) : g_strdup (date);
  gw_page_flow_need (flow, GW_MM (32));
  gw_page_flow_text (flow, &day_style, heading);
  gw_page_flow_gap (flow, GW_MM (1));
  gw_page_add_line (flow->page, (GwRectangle){ flow->left, flow->y, flow->width, 0 }, 300,
                    gw_ink_black);
  gw_page_flow_gap (flow, ROW_GAP);
  if (visits->len == 0)
    gw_page_flow_text (flow, &text_style, _ ("No visits in this shift yet"));
  add_stops (flow, day, colleague, visits, input);
  gw_page_flow_gap (flow, GW_MM (4));
  return TRUE;
}

GwScene *
gw_run_sheet_new (const GwSheetInput *input, GwId colleague_id)
{
  const GwColleague *colleague = g_hash_table_lookup (input->colleagues, &colleague_id);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *footer = gw_sheet_dup_footer (input);
  gboolean any = FALSE;
  GwPageFlow flow;
  GwScene *scene;

  g_return_val_if_fail (colleague != NULL, NULL);
  name = gw_colleague_dup_name (colleague, FALSE);
  title = g_strdup_printf (_ ("%s’s run"), name);
  scene = gw_scene_new (title, input->language);
  gw_page_flow_start (&flow, scene, footer);
  gw_page_flow_text (&flow, &title_style, title);
  gw_page_flow_text (&flow, &soft_style,
                     _ ("Please keep this with you, and shred it when the day is done."));
  gw_page_flow_gap (&flow, GW_MM (5));
  for (guint i = 0; i < input->n_days; i++)
    any |= add_day (&flow, gw_day_add (input->first_day, (gint) i), colleague_id, input);
  if (!any)
    gw_page_flow_text (&flow, &text_style, _ ("No shift and no visit on these days"));
  gw_page_flow_end (&flow);
  return scene;
}
