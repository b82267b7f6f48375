/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Home health care routing and scheduling in the JSON of Ceschia, Di Gaspero, Rosati and Schaerf:
 * patients with a window and one or two services, carers with abilities, travel times in minutes
 * between offices and patients. The larger form adds working shifts, several starting points and
 * carers a patient does not want. A carer leaves her starting point not before her shift and comes
 * back there; coming back after its end is overtime. Of two services the one named first is first.
 */
#include "config.h"

#include "gw-published-instance-private.h"

#include "gw-json-cursor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  GwJsonFault fault;
  GwPublishedInstance *instance;
  GHashTable *durations;     /* lent service id → usual duration + 1 */
  GHashTable *start_places;  /* lent starting point id → place + 1 */
  GHashTable *staff_numbers; /* lent carer id → number + 1 */
  GPtrArray *abilities;      /* [carer] set of lent service ids */
  GArray *operations, *links;
  GPtrArray *patients, *services;
  gint32 n_offices;
} Reading;

/* --- values ----------------------------------------------------------------------------------- */

/* Files write whole numbers as 89.0, and as what a sum of fractions left of them: 94.99999999999999. */
#define NEARLY 1e-6

/* A whole number of minutes. */
static gint32
read_whole (const GwJsonCursor *cursor, gint32 most)
{
  double value;

  if (!gw_json_cursor_need (cursor))
    return 0;
  if (JSON_NODE_HOLDS_VALUE (cursor->node) &&
      json_node_get_value_type (cursor->node) == G_TYPE_DOUBLE)
    {
      value = json_node_get_double (cursor->node);
      if (value > -NEARLY && value <= most && fabs (value - round (value)) < NEARLY)
        return (gint32) lround (value);
    }
  return (gint32) gw_json_cursor_get_integer (cursor, 0, most, 0);
}

static gint32
read_minutes (const GwJsonCursor *cursor)
{
  return read_whole (cursor, GW_ENGINE_ROUTING_MAX);
}

/* Two numbers, the first not above the second. */
static void
read_span (const GwJsonCursor *span, gint32 *out_first, gint32 *out_last)
{
  GwJsonCursor first = gw_json_cursor_element (span, 0), last = gw_json_cursor_element (span, 1);

  if (!gw_json_cursor_need (span))
    return;
  gw_json_cursor_get_length (span, 2);
  *out_first = read_minutes (&first);
  *out_last = read_minutes (&last);
  if (span->fault->error == NULL && *out_first > *out_last)
    gw_json_cursor_blame (span, g_strdup (_ ("The first number is greater than the second.")));
}

static const char *
read_id (const GwJsonCursor *object)
{
  GwJsonCursor id = gw_json_cursor_member (object, "id");

  return gw_json_cursor_need (&id) ? gw_json_cursor_get_string (&id) : NULL;
}

/* The number kept under the text at @cursor in @table, less one. */
static gint32
look_up (const GwJsonCursor *cursor, GHashTable *table)
{
  const char *id = gw_json_cursor_need (cursor) ? gw_json_cursor_get_string (cursor) : NULL;
  gint32 number = id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (table, id)) : 0;

  if (id != NULL && number == 0)
    gw_json_cursor_blame (cursor, g_strdup_printf (_ ("“%s” is not in the file."), id));
  return MAX (number - 1, 0);
}

static void
keep (const GwJsonCursor *object, GHashTable *table, const char *id, gint32 number)
{
  if (id != NULL && !g_hash_table_insert (table, (gpointer) id, GINT_TO_POINTER (number + 1)))
    gw_json_cursor_blame (object, g_strdup_printf (_ ("“%s” is here a second time."), id));
}

/* Either of two members, as two versions of the format call it. */
static GwJsonCursor
get_either (const GwJsonCursor *object, const char *key, const char *other_key)
{
  GwJsonCursor member = gw_json_cursor_member (object, key);

  return member.node != NULL ? member : gw_json_cursor_member (object, other_key);
}

/* Where @object is: it says so, or it is at @usual. */
static gint32
read_place (Reading *self, const GwJsonCursor *object, gint32 usual)
{
  GwJsonCursor index = gw_json_cursor_member (object, "distance_matrix_index");
  gint32 last = self->instance->n_places - 1;

  if (index.node != NULL)
    return read_whole (&index, last);
  if (usual > last)
    gw_json_cursor_blame (object, g_strdup (_ ("The list of distances has no row for this.")));
  return MIN (usual, last);
}

/* --- places and services ---------------------------------------------------------------------- */

static void
read_distances (Reading *self, const GwJsonCursor *root)
{
  GwJsonCursor rows = gw_json_cursor_member (root, "distances");
  gint32 n = self->instance->n_places;

  for (gint32 i = 0; i < n && self->fault.error == NULL; i++)
    {
      GwJsonCursor row = gw_json_cursor_element (&rows, (guint) i);
      if (gw_json_cursor_get_length (&row, (guint) n) != (guint) n && self->fault.error == NULL)
        gw_json_cursor_blame (&row, g_strdup_printf (_ ("%d distances are needed here."), n));
      for (gint32 j = 0; j < n && self->fault.error == NULL; j++)
        {
          GwJsonCursor cell = gw_json_cursor_element (&row, (guint) j);
          self->instance->distance[i * n + j] = read_minutes (&cell);
        }
    }
}

static void
read_offices (Reading *self, const GwJsonCursor *root)
{
  GwJsonCursor list = get_either (root, "departing_points", "central_offices");
  guint n = gw_json_cursor_get_length (&list, GW_PUBLISHED_MOST_PLACES);

  self->n_offices = (gint32) n;
  for (guint i = 0; i < n && self->fault.error == NULL; i++)
    {
      GwJsonCursor office = gw_json_cursor_element (&list, i);
      keep (&office, self->start_places, read_id (&office), read_place (self, &office, (gint32) i));
    }
  if (n == 0)
    gw_json_cursor_blame (root, g_strdup (_ ("There is no starting point.")));
}

static void
read_services (Reading *self, const GwJsonCursor *root)
{
  GwJsonCursor list = gw_json_cursor_member (root, "services");
  guint n = gw_json_cursor_get_length (&list, GW_PUBLISHED_MOST_OPERATIONS);

  for (guint i = 0; i < n && self->fault.error == NULL; i++)
    {
      GwJsonCursor service = gw_json_cursor_element (&list, i);
      GwJsonCursor usual = gw_json_cursor_member (&service, "default_duration");
      keep (&service, self->durations, read_id (&service),
            usual.node != NULL ? read_minutes (&usual) : 0);
    }
}

/* --- carers ----------------------------------------------------------------------------------- */

static void
read_abilities (Reading *self, const GwJsonCursor *carer)
{
  GwJsonCursor list = gw_json_cursor_member (carer, "abilities");
  guint n = gw_json_cursor_get_length (&list, GW_PUBLISHED_MOST_OPERATIONS);
  GHashTable *abilities = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_add (self->abilities, abilities);
  for (guint i = 0; i < n && self->fault.error == NULL; i++)
    {
      GwJsonCursor service = gw_json_cursor_element (&list, i);
      look_up (&service, self->durations);
      if (self->fault.error == NULL)
        g_hash_table_add (abilities, (gpointer) gw_json_cursor_get_string (&service));
    }
}

static void
read_shift (Reading *self, const GwJsonCursor *shift, gint32 number)
{
  GwPublishedInstance *instance = self->instance;

  if (instance->shift_ends == NULL)
    {
      instance->shift_ends = g_new (gint32, instance->n_vehicles);
      for (gint32 i = 0; i < instance->n_vehicles; i++)
        instance->shift_ends[i] = GW_ENGINE_ROUTING_MAX;
    }
  read_span (shift, &instance->vehicles[number].open, &instance->shift_ends[number]);
}

static void
read_carer (Reading *self, const GwJsonCursor *carer, gint32 number)
{
  GwEngineRoutingVehicle *vehicle = &self->instance->vehicles[number];
  GwJsonCursor start = get_either (carer, "starting_point_id", "departing_point");
  GwJsonCursor shift = gw_json_cursor_member (carer, "working_shift");
  const char *id = read_id (carer);
  gint32 place = start.node != NULL ? look_up (&start, self->start_places) : 0;

  keep (carer, self->staff_numbers, id, number);
  self->instance->caregivers[number] = g_strdup (id != NULL ? id : "");
  place = read_place (self, carer, place);
  *vehicle = (GwEngineRoutingVehicle){ .start_place = place,
                                       .end_place = place,
                                       .close = GW_ENGINE_ROUTING_MAX };
  if (shift.node != NULL)
    read_shift (self, &shift, number);
  read_abilities (self, carer);
}

static void
read_carers (Reading *self, const GwJsonCursor *root)
{
  GwJsonCursor list = gw_json_cursor_member (root, "caregivers");

  self->instance->caregivers = g_new0 (char *, self->instance->n_vehicles + 1);
  for (gint32 i = 0; i < self->instance->n_vehicles && self->fault.error == NULL; i++)
    {
      GwJsonCursor carer = gw_json_cursor_element (&list, (guint) i);
      read_carer (self, &carer, i);
    }
}

/* --- patients --------------------------------------------------------------------------------- */

static void
read_operation (Reading *self, const GwJsonCursor *required, const char *patient,
                GwEngineRoutingOperation operation)
{
  GwJsonCursor service = gw_json_cursor_member (required, "service");
  GwJsonCursor duration = gw_json_cursor_member (required, "duration");

  operation.duration = look_up (&service, self->durations);
  if (duration.node != NULL)
    operation.duration = read_minutes (&duration);
  if (self->fault.error != NULL)
    return;
  g_array_append_val (self->operations, operation);
  g_ptr_array_add (self->patients, g_strdup (patient));
  g_ptr_array_add (self->services, g_strdup (gw_json_cursor_get_string (&service)));
}

static void
read_link (Reading *self, const GwJsonCursor *patient)
{
  GwJsonCursor link = gw_json_cursor_member (patient, "synchronization");
  GwJsonCursor type = gw_json_cursor_member (&link, "type");
  GwJsonCursor distance = gw_json_cursor_member (&link, "distance");
  const char *word = gw_json_cursor_need (&link) && gw_json_cursor_need (&type)
                         ? gw_json_cursor_get_string (&type)
                         : NULL;
  gint32 second = (gint32) self->operations->len - 1;
  GwEngineRoutingLink lag = { .first = second - 1, .second = second };

  if (g_strcmp0 (word, "sequential") == 0)
    read_span (&distance, &lag.min_lag, &lag.max_lag);
  else if (word != NULL && g_strcmp0 (word, "simultaneous") != 0)
    gw_json_cursor_blame (&type, g_strdup (_ ("This is neither simultaneous nor sequential.")));
  g_array_append_val (self->links, lag);
}

/* --- who may go to whom ----------------------------------------------------------------------- */

static void
allow (Reading *self, GByteArray *may_do, guint first_operation)
{
  for (guint i = first_operation; i < self->operations->len; i++)
    for (guint j = 0; j < self->abilities->len; j++)
      {
        guint8 can = g_hash_table_contains (g_ptr_array_index (self->abilities, j),
                                            g_ptr_array_index (self->services, i));
        g_byte_array_append (may_do, &can, 1);
      }
}

static void
forbid (Reading *self, const GwJsonCursor *patient, GByteArray *may_do, guint first_operation)
{
  GwJsonCursor list = gw_json_cursor_member (patient, "incompatible_caregivers");
  guint n = gw_json_cursor_get_length (&list, GW_PUBLISHED_MOST_VEHICLES);

  for (guint k = 0; k < n && self->fault.error == NULL; k++)
    {
      GwJsonCursor carer = gw_json_cursor_element (&list, k);
      gint32 number = look_up (&carer, self->staff_numbers);
      if (self->fault.error != NULL)
        return;
      for (guint i = first_operation; i < self->operations->len; i++)
        may_do->data[i * self->abilities->len + (guint) number] = 0;
    }
}

static void
read_patient (Reading *self, const GwJsonCursor *patient, gint32 number, GByteArray *may_do)
{
  GwJsonCursor window = gw_json_cursor_member (patient, "time_window");
  GwJsonCursor required = get_either (patient, "required_caregivers", "required_services");
  guint n = gw_json_cursor_get_length (&required, 2), before = self->operations->len;
  const char *id = read_id (patient);
  GwEngineRoutingOperation operation = { 0 };

  operation.place = read_place (self, patient, self->n_offices + number);
  read_span (&window, &operation.open, &operation.close);
  if (n == 0)
    gw_json_cursor_blame (patient, g_strdup (_ ("This patient needs no service.")));
  for (guint i = 0; i < n && self->fault.error == NULL; i++)
    {
      GwJsonCursor one = gw_json_cursor_element (&required, i);
      read_operation (self, &one, id, operation);
    }
  if (n == 2 && self->fault.error == NULL)
    read_link (self, patient);
  if (self->fault.error != NULL)
    return;
  allow (self, may_do, before);
  forbid (self, patient, may_do, before);
}

static void
read_patients (Reading *self, const GwJsonCursor *root)
{
  GwJsonCursor list = gw_json_cursor_member (root, "patients");
  guint n = gw_json_cursor_get_length (&list, GW_PUBLISHED_MOST_PLACES);
  g_autoptr (GByteArray) may_do = g_byte_array_new ();

  for (guint i = 0; i < n && self->fault.error == NULL; i++)
    {
      GwJsonCursor patient = gw_json_cursor_element (&list, i);
      read_patient (self, &patient, (gint32) i, may_do);
    }
  if (n == 0)
    gw_json_cursor_blame (root, g_strdup (_ ("There is no patient.")));
  gw_published_instance_set_operations (self->instance, self->operations, self->patients,
                                        self->services);
  gw_published_instance_set_links (self->instance, self->links);
  self->instance->may_do = g_byte_array_free (g_steal_pointer (&may_do), FALSE);
}

/* --- the file --------------------------------------------------------------------------------- */

static void
read_all (Reading *self, const GwJsonCursor *root)
{
  GwJsonCursor distances = gw_json_cursor_member (root, "distances");
  GwJsonCursor carers = gw_json_cursor_member (root, "caregivers");
  guint n_places, n_staff;

  if (!gw_json_cursor_need (&distances) || !gw_json_cursor_need (&carers))
    return;
  n_places = gw_json_cursor_get_length (&distances, GW_PUBLISHED_MOST_PLACES);
  n_staff = gw_json_cursor_get_length (&carers, GW_PUBLISHED_MOST_VEHICLES);
  if (self->fault.error == NULL && (n_places < 2 || n_staff < 1))
    gw_json_cursor_blame (root, g_strdup (_ ("There are no distances or no colleagues.")));
  if (self->fault.error != NULL)
    return;
  self->instance = gw_published_instance_new (GW_PUBLISHED_HHCRSP_JSON, (gint32) n_places,
                                              (gint32) n_staff);
  read_distances (self, root);
  read_services (self, root);
  read_offices (self, root);
  read_carers (self, root);
  read_patients (self, root);
}

static void
clear (Reading *self)
{
  g_hash_table_unref (self->durations);
  g_hash_table_unref (self->start_places);
  g_hash_table_unref (self->staff_numbers);
  g_ptr_array_unref (self->abilities);
  g_array_unref (self->operations);
  g_array_unref (self->links);
  g_ptr_array_unref (self->patients);
  g_ptr_array_unref (self->services);
}

GwPublishedInstance *
gw_published_read_ceschia (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonNode) node = gw_json_parse (text, length, error);
  Reading reading = {
    .durations = g_hash_table_new (g_str_hash, g_str_equal),
    .start_places = g_hash_table_new (g_str_hash, g_str_equal),
    .staff_numbers = g_hash_table_new (g_str_hash, g_str_equal),
    .abilities = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref),
    .operations = g_array_new (FALSE, FALSE, sizeof (GwEngineRoutingOperation)),
    .links = g_array_new (FALSE, FALSE, sizeof (GwEngineRoutingLink)),
    .patients = g_ptr_array_new_with_free_func (g_free),
    .services = g_ptr_array_new_with_free_func (g_free),
  };
  GwJsonCursor root = { .node = node, .fault = &reading.fault };

  if (node != NULL)
    read_all (&reading, &root);
  clear (&reading);
  if (reading.fault.error != NULL)
    {
      g_clear_pointer (&reading.instance, gw_published_instance_free);
      g_propagate_error (error, reading.fault.error);
    }
  return reading.instance;
}
