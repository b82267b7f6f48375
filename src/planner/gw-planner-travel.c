/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From records to doors, and from doors to measured travel times. */
#include "config.h"

#include "gw-planner-travel.h"
#include "gw-week-problem-private.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-travel-service.h"

void
gw_planner_travel_make_stop (const GwRecord *record, GwTravelStop *stop)
{
  GwGeoPoint point;

  *stop = (GwTravelStop){ .key = gw_record_get_id (record), .parking = -1 };
  if (gw_record_get_record_type (record) == &gw_person_type)
    {
      stop->has_point = gw_person_has_location (record);
      point = gw_person_get_location (record);
      stop->building = gw_person_get_building (record);
      if (gw_person_has_parking (record))
        stop->parking = gw_person_get_parking (record).value;
    }
  else
    {
      stop->has_point = gw_place_has_location (record);
      point = gw_place_get_location (record);
      if (gw_place_has_parking (record))
        stop->parking = gw_place_get_parking (record).value;
    }
  stop->latitude = point.latitude;
  stop->longitude = point.longitude;
}

static GArray *
list_stops (GwPlannerInput *input)
{
  const GwRecordType *const types[] = { &gw_person_type, &gw_place_type };
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (GwTravelStop));

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      GPtrArray *records = gw_planner_input_get_records (input, types[t]);
      for (guint i = 0; i < records->len; i++)
        {
          GwTravelStop stop;
          gw_planner_travel_make_stop (g_ptr_array_index (records, i), &stop);
          g_array_append_val (stops, stop);
        }
    }
  return stops;
}

static guint
list_ways (GwPlannerInput *input)
{
  GPtrArray *colleagues = gw_planner_input_get_records (input, &gw_colleague_type);
  guint ways = 0;

  for (guint i = 0; i < colleagues->len; i++)
    {
      gint mode = gw_colleague_get_travel_mode (g_ptr_array_index (colleagues, i));
      ways |= 1u << (mode >= GW_TRAVEL_CAR && mode <= GW_TRAVEL_BUS ? mode - GW_TRAVEL_CAR : 0);
    }
  return ways;
}

static void
on_measured (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

char *
gw_planner_travel_measure_sync (GwPlannerInput *input, const char *url, GCancellable *cancellable)
{
  GwTravelServiceSpec spec = { .url = url, .ways = list_ways (input) };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GArray) stops = list_stops (input);
  g_autoptr (GwTravelModel) model = NULL, measured = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  char *note = NULL;

  if (gw_planner_input_get_travel (input) != NULL)
    model = gw_travel_model_ref (gw_planner_input_get_travel (input));
  else
    model = gw_travel_model_new (NULL);
  g_main_context_push_thread_default (context);
  gw_travel_service_measure_async (&spec, model, (const GwTravelStop *) (gpointer) stops->data,
                                   stops->len, cancellable, on_measured, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  measured = gw_travel_service_measure_finish (result, &note, NULL);
  g_main_context_pop_thread_default (context);
  if (measured != NULL)
    gw_planner_input_set_travel (input, measured);
  return note;
}
