/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a planned week as JSON. */
#include "config.h"

#include "gw-week-json.h"

#include "gw-name.h"
#include "gw-shift.h"
#include "gw-visit.h"
#include "gw-week-index.h"
#include "gw-week-report.h"

#include <json-glib/json-glib.h>

static void
write_int (JsonBuilder *out, const char *key, gint64 value)
{
  json_builder_set_member_name (out, key);
  json_builder_add_int_value (out, value);
}

static void
write_text (JsonBuilder *out, const char *key, const char *text)
{
  json_builder_set_member_name (out, key);
  json_builder_add_string_value (out, text);
}

static void
write_taken (JsonBuilder *out, const char *key, char *text)
{
  write_text (out, key, text);
  g_free (text);
}

static void
write_id (JsonBuilder *out, const char *key, GwId id)
{
  json_builder_set_member_name (out, key);
  if (gw_id_is_none (id))
    json_builder_add_null_value (out);
  else
    {
      g_autofree char *text = gw_id_to_text (id);
      json_builder_add_string_value (out, text);
    }
}

static void
write_score (JsonBuilder *out, const char *key, const GwPlanNews *score)
{
  json_builder_set_member_name (out, key);
  json_builder_begin_object (out);
  write_int (out, "hard", score->hard);
  write_int (out, "medium", score->medium);
  write_int (out, "soft", score->soft);
  write_int (out, "parts_to_cover", score->n_to_cover);
  json_builder_end_object (out);
}

static void
write_search (JsonBuilder *out, const GwPlanOptions *options, const GwPlanOutcome *outcome)
{
  json_builder_set_member_name (out, "search");
  json_builder_begin_object (out);
  if (options != NULL)
    {
      write_int (out, "seed", (gint64) options->seed);
      write_int (out, "threads", options->threads);
    }
  if (outcome != NULL)
    {
      g_autofree char *repeat = gw_plan_steps_to_text (&outcome->repeat);

      write_int (out, "steps_planned", outcome->steps_planned);
      write_int (out, "steps_done", outcome->steps_done);
      if (repeat != NULL)
        write_text (out, "repeat", repeat);
      json_builder_set_member_name (out, "stopped");
      json_builder_add_boolean_value (out, outcome->was_stopped);
      write_score (out, "before", &outcome->before);
      write_score (out, "after", &outcome->score);
    }
  json_builder_end_object (out);
}

static void
write_numbers (JsonBuilder *out, const GwWeekPlan *plan, GTimeZone *zone)
{
  GwWeekNumbers numbers;

  gw_week_numbers_compute (plan, zone, &numbers);
  json_builder_set_member_name (out, "numbers");
  json_builder_begin_object (out);
  write_int (out, "colleague_visits", numbers.n_visits);
  write_int (out, "to_cover", numbers.n_to_cover);
  write_int (out, "open_shifts", numbers.n_open_shifts);
  write_int (out, "clashes", numbers.n_clashes);
  write_int (out, "wishes", numbers.n_wishes);
  write_int (out, "wishes_kept", numbers.n_wishes_kept);
  write_int (out, "travel_minutes", numbers.travel);
  write_int (out, "new_faces", numbers.new_faces);
  write_int (out, "paid_minutes", numbers.share.paid);
  write_int (out, "contact_minutes", numbers.share.contact + numbers.share.wellbeing);
  write_int (out, "contact_permille", gw_contact_share_get_permille (&numbers.share));
  json_builder_end_object (out);
}

static void
write_slots (JsonBuilder *out, const GwWeekPlan *plan, const GwVisit *visit, guint n)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);

  json_builder_set_member_name (out, "parts");
  json_builder_begin_array (out);
  for (guint i = 0; i < n; i++)
    {
      GwPlannedSlot slot;
      gint32 colleague;

      if (!gw_week_plan_get_slot (plan, gw_record_get_id (visit), i, &slot) || !slot.is_placed)
        {
          json_builder_add_null_value (out);
          continue;
        }
      colleague = gw_week_problem_find_colleague (week, slot.colleague);
      json_builder_begin_object (out);
      write_id (out, "colleague", slot.colleague);
      if (colleague >= 0)
        write_taken (out, "name",
                     gw_colleague_dup_name (gw_week_problem_get_colleague (week, colleague), TRUE));
      write_id (out, "shift", slot.shift);
      write_taken (out, "start", gw_minute_to_text (slot.start));
      write_int (out, "travel_before", slot.travel_before.value);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
write_visit (JsonBuilder *out, const GwWeekPlan *plan, gint32 first, guint n)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  const GwVisit *visit = gw_week_problem_get_visit (week, first, NULL);
  const GwRecord *person = gw_planner_input_find (gw_week_problem_get_input (week), &gw_person_type,
                                                  gw_visit_get_person (visit));

  json_builder_begin_object (out);
  write_id (out, "id", gw_record_get_id (visit));
  write_id (out, "person", gw_visit_get_person (visit));
  if (person != NULL)
    write_taken (out, "name", gw_person_dup_name (person, TRUE));
  write_taken (out, "day", gw_day_to_iso (gw_visit_get_day (visit)));
  write_int (out, "minutes", gw_visit_get_duration (visit).value);
  write_slots (out, plan, visit, n);
  json_builder_end_object (out);
}

static void
write_visits (JsonBuilder *out, const GwWeekPlan *plan)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  GwPlannerInput *input = gw_week_problem_get_input (week);
  gint32 n_operations = gw_week_plan_get_engine (plan)->n_operations;

  json_builder_set_member_name (out, "visits");
  json_builder_begin_array (out);
  for (gint32 first = 0; first < n_operations;)
    {
      const GwVisit *visit = gw_week_problem_get_visit (week, first, NULL);
      guint n;

      gw_week_problem_find_operations (week, gw_record_get_id (visit), &n);
      if (gw_planner_input_has_day (input, gw_visit_get_day (visit)))
        write_visit (out, plan, first, n);
      first += (gint32) n;
    }
  json_builder_end_array (out);
}

static void
write_shifts (JsonBuilder *out, const GwWeekPlan *plan)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  GwPlannerInput *input = gw_week_problem_get_input (week);

  json_builder_set_member_name (out, "shifts");
  json_builder_begin_array (out);
  for (gint32 i = 0; i < gw_week_plan_get_engine (plan)->n_shifts; i++)
    {
      const GwShift *shift = gw_week_problem_get_shift (week, i);
      GwId id = gw_record_get_id (shift);

      if (!gw_planner_input_has_day (input, gw_shift_get_day (shift)))
        continue;
      json_builder_begin_object (out);
      write_id (out, "id", id);
      write_taken (out, "day", gw_day_to_iso (gw_shift_get_day (shift)));
      write_taken (out, "start", gw_minute_to_text (gw_shift_get_start (shift)));
      write_taken (out, "end", gw_minute_to_text (gw_shift_get_end (shift)));
      write_id (out, "colleague", gw_week_plan_get_colleague (plan, id));
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
write_trouble (JsonBuilder *out, const GwWeekPlan *plan)
{
  g_autoptr (GPtrArray) list = gw_week_plan_list_trouble (plan);

  json_builder_set_member_name (out, "trouble");
  json_builder_begin_array (out);
  for (guint i = 0; i < list->len; i++)
    {
      const GwTrouble *trouble = g_ptr_array_index (list, i);

      json_builder_begin_object (out);
      write_text (out, "rule", trouble->rule);
      write_text (out, "heading", trouble->heading);
      write_text (out, "sentence", trouble->sentence);
      write_id (out, "visit", trouble->visit);
      write_id (out, "shift", trouble->shift);
      write_id (out, "colleague", trouble->colleague);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

char *
gw_week_json_write (const GwWeekPlan *plan, const GwPlanOptions *options,
                    const GwPlanOutcome *outcome, GTimeZone *zone)
{
  GwPlannerInput *input = gw_week_problem_get_input (gw_week_plan_get_problem (plan));
  g_autoptr (JsonBuilder) out = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (out);
  write_text (out, "format", "good-week-week");
  write_int (out, "version", 1);
  write_taken (out, "from", gw_day_to_iso (gw_planner_input_get_first_day (input)));
  write_int (out, "days", gw_planner_input_get_n_days (input));
  write_search (out, options, outcome);
  write_numbers (out, plan, zone);
  write_visits (out, plan);
  write_shifts (out, plan);
  write_trouble (out, plan);
  json_builder_end_object (out);
  root = json_builder_get_root (out);
  return json_to_string (root, TRUE);
}
