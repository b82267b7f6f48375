/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the operations of a problem file. */
#include "config.h"

#include "gw-problem-json-private.h"

#include "gw-sentence.h"
#include "gw-visit.h"

/* Fits come in the order they were added; @next walks through those sorted by operation. */
static void
write_fits (const GwProblemWriting *w, GArray *indexes)
{
  const GwEngineFit *fits = gw_engine_problem_get_fits (w->problem, NULL);

  begin_list (w, "fits");
  for (guint i = 0; indexes != NULL && i < indexes->len; i++)
    {
      const GwEngineFit *fit = &fits[g_array_index (indexes, gint32, i)];

      json_builder_begin_object (w->out);
      write_text (w, "rule", gw_engine_rule_get_info (fit->rule)->name);
      write_int (w, "colleague", fit->colleague);
      write_int (w, "points", fit->points);
      json_builder_end_object (w->out);
    }
  json_builder_end_array (w->out);
}

/* Whether the scope leaves operation @index where it is, or leaves it out. */
static gboolean
is_held (const GwProblemWriting *w, gint32 index)
{
  return w->scope != NULL && w->scope->operation_freedom[index] == GW_ENGINE_FIXED;
}

/* The windows of operation @index, without what is past; held without a shift, it stays without. */
static void
write_windows (const GwProblemWriting *w, const GwEngineOperation *operation, gint32 index)
{
  const GwEngineWindow *windows = gw_engine_problem_get_windows (w->problem, NULL);
  gint32 now = w->scope != NULL ? w->scope->not_before : GW_ENGINE_NO_TIME;
  gboolean is_left = is_held (w, index) && w->records->shift_of[index] < 0;
  gint n_written = 0;

  begin_list (w, "windows");
  for (gint32 i = 0; i < operation->n_windows && !is_left; i++)
    {
      GwEngineWindow window = windows[operation->first_window + i];

      if (now != GW_ENGINE_NO_TIME && !is_held (w, index) && window.close < now)
        continue;
      if (now != GW_ENGINE_NO_TIME && !is_held (w, index) && window.open < now)
        window.open = now;
      json_builder_begin_object (w->out);
      gw_json_write_fields (w->out, gw_json_window_fields, &window);
      json_builder_end_object (w->out);
      n_written++;
    }
  if (n_written == 0 && (is_left || operation->n_windows > 0))
    {
      json_builder_begin_object (w->out);
      gw_json_write_fields (w->out, gw_json_window_fields,
                            &(GwEngineWindow){ w->never, w->never, GW_ENGINE_NO_TIME });
      json_builder_end_object (w->out);
    }
  json_builder_end_array (w->out);
}

static void
write_operation (const GwProblemWriting *w, const GwEngineOperation *given, gint32 index,
                 GArray *fits)
{
  const GwEngineOperation *operation = given;
  GwEngineOperation held = *given;

  if (is_held (w, index) && w->records->shift_of[index] >= 0)
    {
      held.pin_shift = w->records->shift_of[index];
      held.pin_start = w->records->start_of[index];
      operation = &held;
    }
  json_builder_begin_object (w->out);
  if (w->week != NULL)
    write_name (w, gw_sentence_dup_person (w->week, index));
  gw_json_write_fields (w->out, gw_json_operation_fields, operation);
  write_bool (w, "optional", operation->is_optional);
  gw_problem_json_write_skill_set (w, operation->skills);
  write_windows (w, operation, index);
  write_fits (w, fits);
  json_builder_end_object (w->out);
}

void
gw_problem_json_write_operations (const GwProblemWriting *w)
{
  gint32 n, n_fits;
  const GwEngineOperation *operations = gw_engine_problem_get_operations (w->problem, &n);
  const GwEngineFit *fits = gw_engine_problem_get_fits (w->problem, &n_fits);
  g_autofree GArray **of_operation = g_new0 (GArray *, (gsize) n + 1);

  for (gint32 i = 0; i < n_fits; i++)
    {
      GArray **list = &of_operation[fits[i].operation];
      if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_array_append_val (*list, i);
    }
  begin_list (w, "operations");
  for (gint32 i = 0; i < n; i++)
    {
      write_operation (w, &operations[i], i, of_operation[i]);
      g_clear_pointer (&of_operation[i], g_array_unref);
    }
  json_builder_end_array (w->out);
}
