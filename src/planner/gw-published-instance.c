/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instances of published routing problems. */
#include "config.h"

#include "gw-published-instance-private.h"

#include <string.h>

static const char *const family_names[] = { "vrptw", "hhcrsp", "hhcrsp-json" };
G_STATIC_ASSERT (G_N_ELEMENTS (family_names) == GW_PUBLISHED_N_FAMILIES);

GwPublishedFamily
gw_published_family_find (const char *name)
{
  guint family = 0;

  while (family < GW_PUBLISHED_N_FAMILIES && strcmp (family_names[family], name) != 0)
    family++;
  return (GwPublishedFamily) family;
}

const char *
gw_published_family_get_name (GwPublishedFamily family)
{
  return family_names[family];
}

GwPublishedInstance *
gw_published_instance_new (GwPublishedFamily family, gint32 n_places, gint32 n_vehicles)
{
  GwPublishedInstance *self = g_new0 (GwPublishedInstance, 1);

  self->family = family;
  self->units = 1;
  self->cost_divisor = family == GW_PUBLISHED_VRPTW ? 1 : 3;
  self->n_places = n_places;
  self->n_vehicles = n_vehicles;
  self->distance = g_new0 (gint32, (gsize) n_places * (gsize) n_places);
  self->vehicles = g_new0 (GwEngineRoutingVehicle, n_vehicles);
  return self;
}

static char **
take_names (GPtrArray *names)
{
  char **copy = g_new0 (char *, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    copy[i] = g_strdup (g_ptr_array_index (names, i));
  return copy;
}

void
gw_published_instance_set_operations (GwPublishedInstance *self, GArray *operations,
                                      GPtrArray *patients, GPtrArray *services)
{
  self->n_operations = (gint32) operations->len;
  self->operations = g_memdup2 (operations->data,
                                operations->len * sizeof (GwEngineRoutingOperation));
  self->patients = take_names (patients);
  self->services = services != NULL ? take_names (services) : NULL;
}

void
gw_published_instance_set_links (GwPublishedInstance *self, GArray *links)
{
  self->n_links = (gint32) links->len;
  self->links = g_memdup2 (links->data, links->len * sizeof (GwEngineRoutingLink));
}

void
gw_published_instance_name_vehicles (GwPublishedInstance *self)
{
  self->caregivers = g_new0 (char *, self->n_vehicles + 1);
  for (gint32 i = 0; i < self->n_vehicles; i++)
    self->caregivers[i] = g_strdup_printf ("%d", i + 1);
}

void
gw_published_instance_free (GwPublishedInstance *self)
{
  if (self == NULL)
    return;
  g_free (self->distance);
  g_free (self->operations);
  g_free (self->vehicles);
  g_free (self->links);
  g_free (self->shift_ends);
  g_free (self->may_do);
  g_strfreev (self->patients);
  g_strfreev (self->services);
  g_strfreev (self->caregivers);
  g_free (self);
}

GwPublishedInstance *
gw_published_instance_read (GwPublishedFamily family, const char *text, gsize length,
                            GError **error)
{
  switch (family)
    {
    case GW_PUBLISHED_VRPTW:
      return gw_published_read_solomon (text, length, error);
    case GW_PUBLISHED_HHCRSP:
      return gw_published_read_mankowska (text, length, error);
    case GW_PUBLISHED_HHCRSP_JSON:
      return gw_published_read_ceschia (text, length, error);
    case GW_PUBLISHED_N_FAMILIES:
    default:
      g_return_val_if_reached (NULL);
    }
}

GwEngineRoutingInput
gw_published_instance_get_input (const GwPublishedInstance *self)
{
  gboolean is_soft = self->family != GW_PUBLISHED_VRPTW;

  return (GwEngineRoutingInput){
    .n_places = self->n_places,
    .n_operations = self->n_operations,
    .n_vehicles = self->n_vehicles,
    .n_links = self->n_links,
    .distance = self->distance,
    .operations = self->operations,
    .vehicles = self->vehicles,
    .links = self->links,
    .may_do = self->may_do,
    .distance_weight = 1,
    .tardiness_weight = is_soft ? 1 : 0,
    .greatest_tardiness_weight = is_soft ? 1 : 0,
    .is_soft = is_soft,
  };
}

void
gw_published_instance_close_shifts (GwPublishedInstance *self)
{
  for (gint32 i = 0; i < self->n_vehicles && self->shift_ends != NULL; i++)
    self->vehicles[i].close = self->shift_ends[i];
}

/* When the last visit of a route that has one lets go, and the way back is made. */
static gint64
get_return (const GwPublishedInstance *self, const GwEngineRoutes *routes, gint32 vehicle)
{
  gint32 last = routes->first[vehicle + 1] - 1;
  const GwEngineRoutingOperation *visit = &self->operations[routes->operations[last]];

  return (gint64) routes->starts[last] + visit->duration +
         self->distance[visit->place * self->n_places + self->vehicles[vehicle].end_place];
}

double
gw_published_instance_get_overtime (const GwPublishedInstance *self, const GwEngineRoutes *routes)
{
  gint64 sum = 0;

  for (gint32 v = 0; v < self->n_vehicles && v < routes->n_vehicles && self->shift_ends != NULL;
       v++)
    if (routes->first[v + 1] > routes->first[v])
      sum += MAX (get_return (self, routes, v) - self->shift_ends[v], 0);
  return (double) sum / self->units;
}

double
gw_published_instance_get_cost (const GwPublishedInstance *self, gint64 cost)
{
  return (double) cost / self->units / self->cost_divisor;
}
