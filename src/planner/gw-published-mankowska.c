/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Home health care routing and scheduling in the text format of Mankowska, Meisel and Bierwirth
 * (2014): names of tables, each followed by its numbers. The first and the last node are the
 * office. r: who needs what; a: who can do what; d: distances, which are travel times too; p:
 * durations by node, carer and service; mind and maxd: how long after the first of two services the
 * second starts (0 and 0: together); e and l: the window in which a service should start. The
 * service with the lower number is the first. Nobody has to be back at a certain time.
 *
 * Distances have six decimals; they are rounded to ten-thousandths, far below what is published.
 */
#include "config.h"

#include "gw-published-instance-private.h"
#include "gw-published-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define UNITS 10000
#define MOST_SERVICES 64

typedef enum
{
  TABLE_R,
  TABLE_DS,
  TABLE_A,
  TABLE_X,
  TABLE_Y,
  TABLE_D,
  TABLE_P,
  TABLE_MIND,
  TABLE_MAXD,
  TABLE_E,
  TABLE_L,
  N_TABLES
} Table;

static const char *const table_names[N_TABLES] = { "r", "DS",   "a",    "x", "y", "d",
                                                   "p", "mind", "maxd", "e", "l" };

typedef struct
{
  gint32 n_nodes, n_staff, n_services;
  double *tables[N_TABLES];
  GArray *operations, *links;
  GPtrArray *patients, *services;
  GArray *service_numbers; /* of each operation */
} Reading;

/* --- tables ----------------------------------------------------------------------------------- */

static gsize
get_table_size (const Reading *self, Table table)
{
  gsize nodes = (gsize) self->n_nodes, staff = (gsize) self->n_staff,
        services = (gsize) self->n_services;

  switch (table)
    {
    case TABLE_R:
      return nodes * services;
    case TABLE_A:
      return staff * services;
    case TABLE_D:
      return nodes * nodes;
    case TABLE_P:
      return nodes * staff * services;
    case TABLE_DS:
      return 0;
    default:
      return nodes;
    }
}

static Table
find_table (const GwPublishedText *text)
{
  guint table = 0;

  while (table < N_TABLES && !gw_published_text_is_word (text, table_names[table]))
    table++;
  return (Table) table;
}

/* The patients with two services: r says the same, so they are passed over. */
static void
skip_numbers (GwPublishedText *text)
{
  for (;;)
    {
      GwPublishedText before = *text;
      if (!gw_published_text_next (text))
        return;
      if (!g_ascii_isdigit (*text->word))
        {
          *text = before;
          return;
        }
    }
}

static void
read_table (Reading *self, GwPublishedText *text, Table table)
{
  gboolean is_yes_or_no = table == TABLE_R || table == TABLE_A;
  gboolean is_coordinate = table == TABLE_X || table == TABLE_Y;
  double most = is_yes_or_no ? 1 : GW_ENGINE_ROUTING_MAX / UNITS;
  gsize n = get_table_size (self, table);

  if (self->tables[table] != NULL)
    {
      gw_published_text_blame (
          text, g_strdup_printf (_ ("The table %s is here a second time."), table_names[table]));
      return;
    }
  self->tables[table] = g_new0 (double, n + 1);
  if (table == TABLE_DS)
    skip_numbers (text);
  for (gsize i = 0; i < n && text->error == NULL; i++)
    self->tables[table][i] = gw_published_text_number (text, is_coordinate ? -1e9 : 0,
                                                       is_coordinate ? 1e9 : most);
}

static void
read_tables (Reading *self, GwPublishedText *text)
{
  while (gw_published_text_next (text))
    {
      Table table = find_table (text);
      if (table != N_TABLES)
        read_table (self, text, table);
      else
        gw_published_text_blame (text, g_strdup (_ ("Here should be the name of a table, or the "
                                                    "table before has too many numbers.")));
    }
  for (guint table = 0; table < N_TABLES; table++)
    if (self->tables[table] == NULL && table != TABLE_DS && table != TABLE_X && table != TABLE_Y)
      gw_published_text_blame (
          text, g_strdup_printf (_ ("The table %s is missing."), table_names[table]));
}

/* --- operations ------------------------------------------------------------------------------- */

static gint32
to_units (double number)
{
  return (gint32) lround (number * UNITS);
}

/* How long @service takes at @node; the format allows a duration a carer, the model does not. */
static double
get_duration (const Reading *self, GwPublishedText *text, gint32 node, gint32 service)
{
  const double *at_node = self->tables[TABLE_P] + node * self->n_staff * self->n_services;

  for (gint32 i = 1; i < self->n_staff; i++)
    if (at_node[i * self->n_services + service] != at_node[service])
      gw_published_text_blame (text, g_strdup_printf (_ ("A service of patient %d takes some "
                                                         "colleagues longer than others, which is "
                                                         "not supported."),
                                                      node));
  return at_node[service];
}

static void
add_operation (Reading *self, GwPublishedText *text, gint32 node, gint32 service)
{
  GwEngineRoutingOperation operation = {
    .place = node,
    .duration = to_units (get_duration (self, text, node, service)),
    .open = to_units (self->tables[TABLE_E][node]),
    .close = to_units (self->tables[TABLE_L][node]),
  };

  if (operation.open > operation.close)
    gw_published_text_blame (text, g_strdup_printf (_ ("The window of patient %d ends before it "
                                                       "begins."),
                                                    node));
  g_array_append_val (self->operations, operation);
  g_array_append_val (self->service_numbers, service);
  g_ptr_array_add (self->patients, g_strdup_printf ("%d", node));
  g_ptr_array_add (self->services, g_strdup_printf ("%d", service + 1));
}

static void
add_link (Reading *self, GwPublishedText *text, gint32 node)
{
  gint32 second = (gint32) self->operations->len - 1;
  GwEngineRoutingLink link = {
    .first = second - 1,
    .second = second,
    .min_lag = to_units (self->tables[TABLE_MIND][node]),
    .max_lag = to_units (self->tables[TABLE_MAXD][node]),
  };

  if (link.min_lag > link.max_lag)
    gw_published_text_blame (text, g_strdup_printf (_ ("The time between the services of patient "
                                                       "%d ends before it begins."),
                                                    node));
  g_array_append_val (self->links, link);
}

static void
add_patient (Reading *self, GwPublishedText *text, gint32 node)
{
  const double *needs = self->tables[TABLE_R] + node * self->n_services;
  gint32 n = 0;

  for (gint32 service = 0; service < self->n_services; service++)
    if (needs[service] != 0)
      {
        add_operation (self, text, node, service);
        n++;
      }
  if (n == 2)
    add_link (self, text, node);
  else if (n != 1)
    gw_published_text_blame (text, g_strdup_printf (_ ("Patient %1$d needs %2$d services; one or "
                                                       "two are possible."),
                                                    node, n));
}

/* --- the instance ----------------------------------------------------------------------------- */

static GwPublishedInstance *
build (Reading *self)
{
  GwPublishedInstance *instance = gw_published_instance_new (GW_PUBLISHED_HHCRSP, self->n_nodes,
                                                             self->n_staff);
  gsize n_distances = get_table_size (self, TABLE_D);

  instance->units = UNITS;
  for (gsize i = 0; i < n_distances; i++)
    instance->distance[i] = to_units (self->tables[TABLE_D][i]);
  for (gint32 i = 0; i < self->n_staff; i++)
    instance->vehicles[i] = (GwEngineRoutingVehicle){ .start_place = 0,
                                                      .end_place = self->n_nodes - 1,
                                                      .close = GW_ENGINE_ROUTING_MAX };
  gw_published_instance_set_operations (instance, self->operations, self->patients, self->services);
  gw_published_instance_set_links (instance, self->links);
  gw_published_instance_name_vehicles (instance);
  instance->may_do = g_new0 (guint8, (gsize) instance->n_operations * (gsize) self->n_staff);
  for (gint32 i = 0; i < instance->n_operations; i++)
    for (gint32 j = 0; j < self->n_staff; j++)
      instance->may_do[i * self->n_staff + j] =
          self->tables[TABLE_A][j * self->n_services +
                                g_array_index (self->service_numbers, gint32, i)] != 0;
  return instance;
}

static void
read_sizes (Reading *self, GwPublishedText *text)
{
  gw_published_text_expect (text, "nbNodes");
  self->n_nodes = gw_published_text_integer (text, 3, GW_PUBLISHED_MOST_PLACES);
  gw_published_text_expect (text, "nbVehi");
  self->n_staff = gw_published_text_integer (text, 1, GW_PUBLISHED_MOST_VEHICLES);
  gw_published_text_expect (text, "nbServi");
  self->n_services = gw_published_text_integer (text, 1, MOST_SERVICES);
  /* Each number takes two bytes at least: a short file cannot ask for large tables. */
  if (text->error == NULL && get_table_size (self, TABLE_P) + get_table_size (self, TABLE_D) >
                                 (gsize) (text->end - text->at) / 2)
    gw_published_text_blame (text, g_strdup (_ ("The file is too short for its sizes.")));
}

static void
clear (Reading *self)
{
  for (guint table = 0; table < N_TABLES; table++)
    g_free (self->tables[table]);
  g_array_unref (self->operations);
  g_array_unref (self->links);
  g_array_unref (self->service_numbers);
  g_ptr_array_unref (self->patients);
  g_ptr_array_unref (self->services);
}

GwPublishedInstance *
gw_published_read_mankowska (const char *text, gsize length, GError **error)
{
  Reading reading = {
    .operations = g_array_new (FALSE, FALSE, sizeof (GwEngineRoutingOperation)),
    .links = g_array_new (FALSE, FALSE, sizeof (GwEngineRoutingLink)),
    .service_numbers = g_array_new (FALSE, FALSE, sizeof (gint32)),
    .patients = g_ptr_array_new_with_free_func (g_free),
    .services = g_ptr_array_new_with_free_func (g_free),
  };
  GwPublishedInstance *instance = NULL;
  GwPublishedText words;

  gw_published_text_init (&words, text, length);
  read_sizes (&reading, &words);
  if (words.error == NULL)
    read_tables (&reading, &words);
  for (gint32 node = 1; node < reading.n_nodes - 1 && words.error == NULL; node++)
    add_patient (&reading, &words, node);
  if (words.error == NULL)
    instance = build (&reading);
  else
    g_propagate_error (error, words.error);
  clear (&reading);
  return instance;
}
