/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes problem files. */
#include "config.h"

#include "gw-problem-json.h"

#include "gw-problem-json-private.h"
#include "gw-sentence.h"
#include "gw-skill.h"
#include "gw-visit.h"

/* --- skills ----------------------------------------------------------------------------------- */

static char *
dup_skill_name (const GwProblemWriting *w, guint bit)
{
  const GwRecord *skill = NULL;

  if (w->week != NULL)
    skill = gw_planner_input_find (gw_week_problem_get_input (w->week), &gw_skill_type,
                                   gw_week_problem_get_skill (w->week, bit));
  if (skill != NULL)
    return g_strdup_printf ("%u %s", bit, gw_skill_get_name (skill));
  return g_strdup_printf ("skill %u", bit);
}

void
gw_problem_json_write_skill_set (const GwProblemWriting *w, guint64 bits)
{
  begin_list (w, "skills");
  for (guint bit = 0; bit < 64; bit++)
    if ((bits >> bit) & 1)
      {
        g_autofree char *name = dup_skill_name (w, bit);
        json_builder_add_string_value (w->out, name);
      }
  json_builder_end_array (w->out);
}

static guint64
collect_skills (const GwProblemWriting *w)
{
  gint32 n, n_colleagues;
  const GwEngineOperation *operations = gw_engine_problem_get_operations (w->problem, &n);
  gint32 n_days = gw_engine_problem_get_settings (w->problem)->n_days;
  guint64 bits = 0;

  for (gint32 i = 0; i < n; i++)
    bits |= operations[i].skills;
  gw_engine_problem_get_colleagues (w->problem, &n_colleagues);
  for (gint32 c = 0; c < n_colleagues; c++)
    for (gint32 day = 0; day < n_days; day++)
      bits |= gw_engine_problem_get_skills (w->problem, c, day);
  return bits;
}

static void
write_skills (const GwProblemWriting *w)
{
  guint64 bits = collect_skills (w);

  begin_list (w, "skills");
  for (guint bit = 0; bit < 64 && (bits >> bit) != 0; bit++)
    {
      g_autofree char *name = dup_skill_name (w, bit);
      json_builder_add_string_value (w->out, name);
    }
  json_builder_end_array (w->out);
}

/* --- settings and travel ---------------------------------------------------------------------- */

static void
write_settings (const GwProblemWriting *w)
{
  const GwEngineSettings *settings = gw_engine_problem_get_settings (w->problem);

  write_int (w, "days", settings->n_days);
  write_int (w, "first_weekday", settings->first_weekday);
  write_int (w, "ticks_per_day", settings->ticks_per_day);
  json_builder_set_member_name (w->out, "settings");
  json_builder_begin_object (w->out);
  gw_json_write_fields (w->out, gw_json_settings_fields, settings);
  json_builder_set_member_name (w->out, "weights");
  json_builder_begin_object (w->out);
  for (gint rule = 0; rule < GW_ENGINE_N_RULES; rule++)
    write_int (w, gw_engine_rule_get_info ((GwEngineRule) rule)->name, settings->weight[rule]);
  json_builder_end_object (w->out);
  json_builder_end_object (w->out);
}

static gint32
count_places (const GwProblemWriting *w)
{
  return gw_engine_problem_get_n_places (w->problem);
}

static void
write_travel (const GwProblemWriting *w)
{
  gint32 n = count_places (w), n_modes = gw_engine_problem_get_n_modes (w->problem);

  begin_list (w, "places");
  for (gint32 i = 0; i < n; i++)
    json_builder_add_null_value (w->out);
  json_builder_end_array (w->out);
  begin_list (w, "travel");
  for (gint32 mode = 0; mode < n_modes; mode++)
    {
      json_builder_begin_array (w->out);
      for (gint32 from = 0; from < n; from++)
        {
          json_builder_begin_array (w->out);
          for (gint32 to = 0; to < n; to++)
            json_builder_add_int_value (w->out,
                                        gw_engine_problem_get_travel (w->problem, mode, from, to));
          json_builder_end_array (w->out);
        }
      json_builder_end_array (w->out);
    }
  json_builder_end_array (w->out);
}

/* --- colleagues and people -------------------------------------------------------------------- */

static void
write_held (const GwProblemWriting *w, gint32 colleague)
{
  gint32 n_days = gw_engine_problem_get_settings (w->problem)->n_days;

  begin_list (w, "held");
  for (gint32 day = 0; day < n_days;)
    {
      guint64 bits = gw_engine_problem_get_skills (w->problem, colleague, day);
      gint32 last = day;

      while (last + 1 < n_days &&
             gw_engine_problem_get_skills (w->problem, colleague, last + 1) == bits)
        last++;
      if (bits != 0)
        {
          json_builder_begin_object (w->out);
          gw_problem_json_write_skill_set (w, bits);
          write_int (w, "first_day", day);
          write_int (w, "last_day", last);
          json_builder_end_object (w->out);
        }
      day = last + 1;
    }
  json_builder_end_array (w->out);
}

static void
write_away_and_wishes (const GwProblemWriting *w, gint32 colleague)
{
  gint32 n_absences, n_wishes;
  const GwEngineAbsence *absences = gw_engine_problem_get_absences (w->problem, &n_absences);
  const GwEngineWish *wishes = gw_engine_problem_get_wishes (w->problem, &n_wishes);

  begin_list (w, "away");
  for (gint32 i = 0; i < n_absences; i++)
    if (absences[i].colleague == colleague)
      {
        json_builder_begin_object (w->out);
        write_int (w, "start", absences[i].start);
        write_int (w, "end", absences[i].end);
        json_builder_end_object (w->out);
      }
  json_builder_end_array (w->out);
  begin_list (w, "wishes");
  for (gint32 i = 0; i < n_wishes; i++)
    if (wishes[i].colleague == colleague)
      {
        json_builder_begin_object (w->out);
        write_text (w, "part", gw_json_part_names[wishes[i].part]);
        gw_json_write_fields (w->out, gw_json_wish_fields, &wishes[i]);
        json_builder_end_object (w->out);
      }
  json_builder_end_array (w->out);
}

static void
write_colleagues (const GwProblemWriting *w)
{
  gint32 n;
  const GwEngineColleague *colleagues = gw_engine_problem_get_colleagues (w->problem, &n);

  begin_list (w, "colleagues");
  for (gint32 i = 0; i < n; i++)
    {
      json_builder_begin_object (w->out);
      if (w->week != NULL)
        write_name (w, gw_sentence_dup_colleague (w->week, i));
      gw_json_write_fields (w->out, gw_json_colleague_fields, &colleagues[i]);
      write_held (w, i);
      write_away_and_wishes (w, i);
      json_builder_end_object (w->out);
    }
  json_builder_end_array (w->out);
}

static void
write_persons (const GwProblemWriting *w)
{
  gint32 n, n_colleagues;
  const GwEnginePerson *persons = gw_engine_problem_get_persons (w->problem, &n);

  gw_engine_problem_get_colleagues (w->problem, &n_colleagues);
  begin_list (w, "persons");
  for (gint32 i = 0; i < n; i++)
    {
      gint32 n_regular = 0;

      json_builder_begin_object (w->out);
      gw_json_write_fields (w->out, gw_json_person_fields, &persons[i]);
      for (gint32 c = 0; c < n_colleagues; c++)
        n_regular += gw_engine_problem_is_regular (w->problem, i, c);
      begin_list (w, "regular");
      for (gint32 c = 0; n_regular < n_colleagues && c < n_colleagues; c++)
        if (gw_engine_problem_is_regular (w->problem, i, c))
          json_builder_add_int_value (w->out, c);
      json_builder_end_array (w->out);
      json_builder_end_object (w->out);
    }
  json_builder_end_array (w->out);
}

/* --- shifts ----------------------------------------------------------------------------------- */

static void
write_blocks (const GwProblemWriting *w, const GwEngineShift *shift)
{
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (w->problem, NULL);

  begin_list (w, "blocks");
  for (gint32 i = shift->first_block; i < shift->first_block + shift->n_blocks; i++)
    if (blocks[i].kind != GW_ENGINE_BLOCK_BREAK)
      {
        json_builder_begin_object (w->out);
        write_text (w, "kind", gw_json_block_names[blocks[i].kind]);
        gw_json_write_fields (w->out, gw_json_block_fields, &blocks[i]);
        json_builder_end_object (w->out);
      }
  json_builder_end_array (w->out);
}

static void
write_shifts (const GwProblemWriting *w)
{
  gint32 n;
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (w->problem, &n);
  const gint32 *eligible = gw_engine_problem_get_eligible (w->problem, NULL);

  begin_list (w, "shifts");
  for (gint32 i = 0; i < n; i++)
    {
      json_builder_begin_object (w->out);
      gw_json_write_fields (w->out, gw_json_shift_fields, &shifts[i]);
      write_text (w, "part", gw_json_part_names[shifts[i].part]);
      write_bool (w, "may_change",
                  shifts[i].may_change && (w->scope == NULL || w->scope->shift_may_change[i]));
      write_bool (w, "may_take",
                  shifts[i].may_take && (w->scope == NULL || w->scope->shift_may_take[i]));
      write_bool (w, "is_night", shifts[i].is_night);
      begin_list (w, "eligible");
      for (gint32 e = 0; e < shifts[i].n_eligible; e++)
        json_builder_add_int_value (w->out, eligible[shifts[i].first_eligible + e]);
      json_builder_end_array (w->out);
      write_blocks (w, &shifts[i]);
      json_builder_end_object (w->out);
    }
  json_builder_end_array (w->out);
}

/* --- links, history -------------------------------------------------------------------------- */

static void
write_links (const GwProblemWriting *w)
{
  gint32 n;
  const GwEngineLink *links = gw_engine_problem_get_links (w->problem, &n);

  begin_list (w, "links");
  for (gint32 i = 0; i < n; i++)
    {
      json_builder_begin_object (w->out);
      write_text (w, "kind", gw_json_link_names[links[i].kind]);
      gw_json_write_fields (w->out, gw_json_link_fields, &links[i]);
      write_bool (w, "soft", links[i].is_soft);
      json_builder_end_object (w->out);
    }
  json_builder_end_array (w->out);
}

static void
write_history (const GwProblemWriting *w)
{
  gint32 n_persons, n_colleagues;

  gw_engine_problem_get_persons (w->problem, &n_persons);
  gw_engine_problem_get_colleagues (w->problem, &n_colleagues);
  begin_list (w, "history");
  for (gint32 p = 0; p < n_persons; p++)
    for (gint32 c = 0; c < n_colleagues; c++)
      {
        GwJsonHistory met = { p, c, gw_engine_problem_get_history (w->problem, p, c) };
        if (met.visits == 0)
          continue;
        json_builder_begin_object (w->out);
        gw_json_write_fields (w->out, gw_json_history_fields, &met);
        json_builder_end_object (w->out);
      }
  json_builder_end_array (w->out);
}

static char *
write_problem (const GwProblemWriting *w)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (w->out);
  write_text (w, "format", "good-week-problem");
  write_int (w, "version", 1);
  write_settings (w);
  write_skills (w);
  write_travel (w);
  write_colleagues (w);
  write_persons (w);
  write_shifts (w);
  gw_problem_json_write_operations (w);
  write_links (w);
  write_history (w);
  json_builder_end_object (w->out);
  root = json_builder_get_root (w->out);
  return json_to_string (root, FALSE);
}

char *
gw_problem_json_write (const GwEngineProblem *problem, const GwWeekProblem *week)
{
  g_autoptr (JsonBuilder) out = json_builder_new_immutable ();
  const GwProblemWriting w = { .out = out, .problem = problem, .week = week };

  return write_problem (&w);
}

char *
gw_problem_json_write_scoped (const GwWeekProblem *week, const GwEngineScope *scope, gint32 never)
{
  g_autoptr (JsonBuilder) out = json_builder_new_immutable ();
  const GwProblemWriting w = { .out = out,
                               .problem = gw_week_problem_get_engine (week),
                               .week = week,
                               .scope = scope,
                               .records = gw_week_problem_get_records_plan (week),
                               .never = never };

  return write_problem (&w);
}
