/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the plain numbers of a problem. */
#include "config.h"

#include "gw-json-fields.h"

#include "gw-engine-problem.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>

#define NO_NULL G_MAXINT32
#define COUNT 0, 100000
#define SPAN 0, 1000000
#define TIME -GW_ENGINE_TIME_MAX, GW_ENGINE_TIME_MAX
#define INDEX 0, 1000000
#define POINTS 0, 1000000
#define PERCENT 0, 1000

#define FIELD(Type, member, null, ...)                 \
  {                                                    \
#member, offsetof(Type, member), __VA_ARGS__, null \
  }
#define END          \
  {                  \
    NULL, 0, 0, 0, 0 \
  }

const GwJsonField gw_json_settings_fields[] = {
  FIELD (GwEngineSettings, buffer_min, NO_NULL, SPAN),
  FIELD (GwEngineSettings, buffer_percent, NO_NULL, PERCENT),
  FIELD (GwEngineSettings, density_visits, NO_NULL, COUNT),
  FIELD (GwEngineSettings, density_minutes, NO_NULL, 1, 1000000),
  FIELD (GwEngineSettings, break_margin_percent, NO_NULL, 0, 49),
  FIELD (GwEngineSettings, clock_change, GW_ENGINE_NO_TIME, TIME),
  FIELD (GwEngineSettings, clock_change_minutes, NO_NULL, -1440, 1440),
  FIELD (GwEngineSettings, time_grid, NO_NULL, 1, 1440),
  END,
};

const GwJsonField gw_json_person_fields[] = {
  FIELD (GwEnginePerson, small_team, NO_NULL, COUNT),
  FIELD (GwEnginePerson, apart_minutes, NO_NULL, SPAN),
  END,
};

const GwJsonField gw_json_colleague_fields[] = {
  FIELD (GwEngineColleague, mode, NO_NULL, 0, 15),
  FIELD (GwEngineColleague, week_minutes_min, NO_NULL, SPAN),
  FIELD (GwEngineColleague, week_minutes_contract, NO_NULL, SPAN),
  FIELD (GwEngineColleague, week_minutes_max, NO_NULL, SPAN),
  FIELD (GwEngineColleague, day_minutes_max, NO_NULL, SPAN),
  FIELD (GwEngineColleague, rest_hard, NO_NULL, SPAN),
  FIELD (GwEngineColleague, rest_soft, NO_NULL, SPAN),
  FIELD (GwEngineColleague, days_hard, NO_NULL, COUNT),
  FIELD (GwEngineColleague, days_soft, NO_NULL, COUNT),
  FIELD (GwEngineColleague, weekly_rest_minutes, NO_NULL, SPAN),
  FIELD (GwEngineColleague, weekly_rest_days, NO_NULL, 1, 10000),
  FIELD (GwEngineColleague, average_minutes_max, NO_NULL, SPAN),
  FIELD (GwEngineColleague, night_minutes_max, NO_NULL, SPAN),
  FIELD (GwEngineColleague, average_weeks, NO_NULL, 1, 1000),
  FIELD (GwEngineColleague, minutes_before, NO_NULL, SPAN),
  FIELD (GwEngineColleague, nights_before, NO_NULL, COUNT),
  FIELD (GwEngineColleague, break_after, NO_NULL, SPAN),
  FIELD (GwEngineColleague, break_minutes, NO_NULL, SPAN),
  FIELD (GwEngineColleague, days_before, NO_NULL, COUNT),
  FIELD (GwEngineColleague, end_before, GW_ENGINE_NO_TIME, TIME),
  FIELD (GwEngineColleague, lates_before, NO_NULL, COUNT),
  FIELD (GwEngineColleague, lates_fair, GW_ENGINE_NO_TIME, COUNT),
  FIELD (GwEngineColleague, weekends_before, NO_NULL, COUNT),
  FIELD (GwEngineColleague, weekends_fair, GW_ENGINE_NO_TIME, COUNT),
  END,
};

const GwJsonField gw_json_shift_fields[] = {
  FIELD (GwEngineShift, day, NO_NULL, -100000, 100000),
  FIELD (GwEngineShift, start, NO_NULL, TIME),
  FIELD (GwEngineShift, end, NO_NULL, TIME),
  FIELD (GwEngineShift, flex_before, NO_NULL, SPAN),
  FIELD (GwEngineShift, flex_after, NO_NULL, SPAN),
  FIELD (GwEngineShift, start_place, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineShift, end_place, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineShift, colleague, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineShift, open_priority, NO_NULL, POINTS),
  FIELD (GwEngineShift, reference_colleague, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineShift, change_cost, NO_NULL, POINTS),
  END,
};

const GwJsonField gw_json_operation_fields[] = {
  FIELD (GwEngineOperation, person, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineOperation, place, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineOperation, visit, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineOperation, duration, NO_NULL, 1, 100000),
  FIELD (GwEngineOperation, soft_tolerance, NO_NULL, SPAN),
  FIELD (GwEngineOperation, priority, NO_NULL, POINTS),
  FIELD (GwEngineOperation, alternative, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineOperation, pin_shift, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineOperation, pin_start, GW_ENGINE_NO_TIME, TIME),
  FIELD (GwEngineOperation, reference_colleague, GW_ENGINE_NONE, INDEX),
  FIELD (GwEngineOperation, reference_start, GW_ENGINE_NO_TIME, TIME),
  FIELD (GwEngineOperation, change_cost, NO_NULL, POINTS),
  END,
};

const GwJsonField gw_json_window_fields[] = {
  FIELD (GwEngineWindow, open, NO_NULL, TIME),
  FIELD (GwEngineWindow, close, NO_NULL, TIME),
  FIELD (GwEngineWindow, ideal, GW_ENGINE_NO_TIME, TIME),
  END,
};

const GwJsonField gw_json_block_fields[] = {
  FIELD (GwEngineBlock, duration, NO_NULL, 1, 100000),
  FIELD (GwEngineBlock, earliest, NO_NULL, TIME),
  FIELD (GwEngineBlock, latest, NO_NULL, TIME),
  FIELD (GwEngineBlock, place, GW_ENGINE_NONE, INDEX),
  END,
};

const GwJsonField gw_json_link_fields[] = {
  FIELD (GwEngineLink, a, NO_NULL, INDEX),
  FIELD (GwEngineLink, b, NO_NULL, INDEX),
  FIELD (GwEngineLink, min, GW_ENGINE_NO_TIME, TIME),
  /* INT32_MAX means no upper limit, and is out of range otherwise. */
  FIELD (GwEngineLink, max, INT32_MAX, TIME),
  END,
};

const GwJsonField gw_json_history_fields[] = {
  FIELD (GwJsonHistory, person, NO_NULL, INDEX),
  FIELD (GwJsonHistory, colleague, NO_NULL, INDEX),
  FIELD (GwJsonHistory, visits, NO_NULL, COUNT),
  END,
};

const GwJsonField gw_json_wish_fields[] = {
  FIELD (GwEngineWish, day, GW_ENGINE_NONE, 0, 100000),
  FIELD (GwEngineWish, points, NO_NULL, POINTS),
  END,
};

const char *const gw_json_part_names[] = { "any", "early", "middle", "late", NULL };
const char *const gw_json_block_names[] = { "meeting", "role", "break", NULL };
const char *const gw_json_link_names[] = { "together", "lag", "gap", "same", "different", NULL };

void
gw_json_read_fields (const GwJsonCursor *cursor, const GwJsonField *fields, gpointer object)
{
  for (; fields->key != NULL; fields++)
    {
      GwJsonCursor member = gw_json_cursor_member (cursor, fields->key);
      gint32 *value = (gint32 *) (gpointer) ((guint8 *) object + fields->offset);

      *value = (gint32) gw_json_cursor_get_integer (&member, fields->low, fields->high, *value);
    }
}

void
gw_json_write_fields (JsonBuilder *builder, const GwJsonField *fields, gconstpointer object)
{
  for (; fields->key != NULL; fields++)
    {
      gint32 value = *(const gint32 *) (gconstpointer) ((const guint8 *) object + fields->offset);

      json_builder_set_member_name (builder, fields->key);
      if (value == fields->null)
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, value);
    }
}

gint
gw_json_read_name (const GwJsonCursor *cursor, const char *const *names)
{
  const char *text = gw_json_cursor_get_string (cursor);
  g_autofree char *all = NULL;

  for (gint i = 0; text != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], text))
      return i;
  if (text != NULL)
    {
      all = g_strjoinv (", ", (char **) names);
      gw_json_cursor_blame (cursor, g_strdup_printf (_ ("One of these is needed here: %s."), all));
    }
  return -1;
}
