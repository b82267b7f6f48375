/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Solutions in the JSON of Ceschia et al.: routes by colleague, each place with the patient, the
 * service, and when the service starts ("arrival_time") and ends ("departure_time"). One version of
 * the format says patient and service, another patient_id and service_id: both are written, either
 * is read. "global_ordering" lists the patients by their first visit.
 */
#include "config.h"

#include "gw-published-solution-private.h"

#include "gw-json-cursor.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- reading ---------------------------------------------------------------------------------- */

static const char *
read_text (const GwJsonCursor *object, const char *key, const char *other_key)
{
  GwJsonCursor member = gw_json_cursor_member (object, key);
  const char *text;

  if (member.node == NULL)
    member = gw_json_cursor_member (object, other_key);
  text = gw_json_cursor_get_string (&member);
  if (text == NULL)
    gw_json_cursor_blame (object, g_strdup_printf (_ ("“%s” is missing."), key));
  return text;
}

/* A whole number of minutes, however it is written. */
static gint32
read_time (const GwJsonCursor *object, const char *key)
{
  GwJsonCursor member = gw_json_cursor_member (object, key);
  GType type = member.node != NULL ? json_node_get_value_type (member.node) : G_TYPE_INVALID;
  double time = -1;

  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    time = json_node_get_double (member.node);
  if (time > -1e-6 && time <= G_MAXINT32 && fabs (time - round (time)) < 1e-6)
    return (gint32) lround (time);
  gw_json_cursor_blame (object, g_strdup_printf (_ ("“%s” is no whole number of minutes."), key));
  return 0;
}

static void
read_place (GwPublishedVisits *visits, const GwJsonCursor *place, gint32 vehicle)
{
  const char *patient = read_text (place, "patient", "patient_id");
  const char *service = read_text (place, "service", "service_id");
  gint32 start = read_time (place, "arrival_time"), end = read_time (place, "departure_time");
  g_autofree char *name = NULL;
  gint32 operation;

  if (place->fault->error != NULL)
    return;
  name = g_strconcat (patient, "/", service, NULL);
  operation = gw_published_visits_find (visits, name);
  if (operation < 0)
    gw_json_cursor_blame (place, g_strdup_printf (_ ("“%s” is not in the instance."), name));
  else if ((gint64) end - start < visits->instance->operations[operation].duration)
    gw_json_cursor_blame (place, g_strdup (_ ("The visit is shorter than its service.")));
  else
    gw_published_visits_add (visits, vehicle, operation, start);
}

static gint32
find_colleague (const GwPublishedInstance *instance, const char *id)
{
  for (gint32 v = 0; v < instance->n_vehicles; v++)
    if (g_strcmp0 (instance->caregivers[v], id) == 0)
      return v;
  return -1;
}

static void
read_route (GwPublishedVisits *visits, const GwJsonCursor *route, GHashTable *seen)
{
  const char *id = read_text (route, "caregiver_id", "caregiver");
  gint32 vehicle = find_colleague (visits->instance, id);
  GwJsonCursor places = gw_json_cursor_member (route, "locations");
  guint n = gw_json_cursor_get_length (&places, (guint) visits->instance->n_operations);

  if (vehicle < 0)
    gw_json_cursor_blame (route, g_strdup_printf (_ ("“%s” is not in the instance."), id));
  else if (!g_hash_table_add (seen, GINT_TO_POINTER (vehicle + 1)))
    gw_json_cursor_blame (route, g_strdup_printf (_ ("“%s” is here a second time."), id));
  for (guint i = 0; i < n && route->fault->error == NULL; i++)
    {
      GwJsonCursor place = gw_json_cursor_element (&places, i);
      read_place (visits, &place, vehicle);
    }
}

gboolean
gw_published_solution_read_json (GwPublishedVisits *visits, const char *text, gsize length,
                                 GError **error)
{
  g_autoptr (JsonNode) node = gw_json_parse (text, length, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GwJsonFault fault = { NULL };
  GwJsonCursor root = { .node = node, .fault = &fault };
  GwJsonCursor routes;
  guint n;

  if (node == NULL)
    return FALSE;
  routes = gw_json_cursor_member (&root, "routes");
  if (routes.node == NULL)
    gw_json_cursor_blame (&root, g_strdup_printf (_ ("“%s” is missing."), "routes"));
  n = gw_json_cursor_get_length (&routes, (guint) visits->instance->n_vehicles);
  for (guint i = 0; i < n && fault.error == NULL; i++)
    {
      GwJsonCursor route = gw_json_cursor_element (&routes, i);
      read_route (visits, &route, seen);
    }
  if (fault.error != NULL)
    g_propagate_error (error, fault.error);
  return fault.error == NULL;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
add_text (JsonBuilder *builder, const char *key, const char *other_key, const char *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
  json_builder_set_member_name (builder, other_key);
  json_builder_add_string_value (builder, text);
}

static void
add_place (JsonBuilder *builder, const GwPublishedInstance *instance, gint32 operation,
           gint32 start)
{
  json_builder_begin_object (builder);
  add_text (builder, "patient", "patient_id", instance->patients[operation]);
  add_text (builder, "service", "service_id", instance->services[operation]);
  json_builder_set_member_name (builder, "arrival_time");
  json_builder_add_int_value (builder, start);
  json_builder_set_member_name (builder, "departure_time");
  json_builder_add_int_value (builder, (gint64) start + instance->operations[operation].duration);
  json_builder_end_object (builder);
}

static void
add_routes (JsonBuilder *builder, const GwPublishedInstance *instance, const GwEngineRoutes *routes)
{
  json_builder_set_member_name (builder, "routes");
  json_builder_begin_array (builder);
  for (gint32 v = 0; v < routes->n_vehicles; v++)
    {
      if (routes->first[v] == routes->first[v + 1])
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "caregiver_id");
      json_builder_add_string_value (builder, instance->caregivers[v]);
      json_builder_set_member_name (builder, "locations");
      json_builder_begin_array (builder);
      for (gint32 i = routes->first[v]; i < routes->first[v + 1]; i++)
        add_place (builder, instance, routes->operations[i], routes->starts[i]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static int
compare_starts (const void *a, const void *b)
{
  const GwPublishedVisit *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->operation < second->operation ? -1 : first->operation > second->operation;
}

static void
add_order (JsonBuilder *builder, const GwPublishedInstance *instance, const GwEngineRoutes *routes)
{
  g_autofree GwPublishedVisit *visits = g_new0 (GwPublishedVisit, routes->n_served + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gint32 i = 0; i < routes->n_served; i++)
    visits[i] = (GwPublishedVisit){ 0, routes->operations[i], routes->starts[i] };
  qsort (visits, (size_t) routes->n_served, sizeof *visits, compare_starts);
  json_builder_set_member_name (builder, "global_ordering");
  json_builder_begin_array (builder);
  for (gint32 i = 0; i < routes->n_served; i++)
    if (g_hash_table_add (seen, instance->patients[visits[i].operation]))
      json_builder_add_string_value (builder, instance->patients[visits[i].operation]);
  json_builder_end_array (builder);
}

char *
gw_published_solution_write_json (const GwPublishedInstance *instance, const GwEngineRoutes *routes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_routes (builder, instance, routes);
  add_order (builder, instance, routes);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
