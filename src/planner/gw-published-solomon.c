/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Vehicle routing with time windows in the text format of Solomon, used by Gehring and Homberger as
 * well: a name, the fleet, and a line of seven numbers for the depot and for each customer. The
 * convention is that of the DIMACS challenge: a distance is ⌊10·√(Δx²+Δy²)⌋ tenths, times are in
 * tenths too, and the fleet is at most the instance's own.
 */
#include "config.h"

#include "gw-published-instance-private.h"
#include "gw-published-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TENTHS 10
#define MOST_COORDINATE 1e6

typedef struct
{
  gint32 number;
  double x, y;
  GwEngineRoutingOperation operation;
} Customer;

static gint32
read_tenths (GwPublishedText *text)
{
  return (gint32) lround (TENTHS *
                          gw_published_text_number (text, 0, GW_ENGINE_ROUTING_MAX / TENTHS));
}

static Customer
read_customer (GwPublishedText *text)
{
  Customer customer = { .number = gw_published_text_integer (text, 0, GW_PUBLISHED_MOST_PLACES) };
  guint line = text->word_line;

  customer.x = gw_published_text_number (text, -MOST_COORDINATE, MOST_COORDINATE);
  customer.y = gw_published_text_number (text, -MOST_COORDINATE, MOST_COORDINATE);
  customer.operation.demand = gw_published_text_integer (text, 0, GW_ENGINE_ROUTING_MAX);
  customer.operation.open = read_tenths (text);
  customer.operation.close = read_tenths (text);
  customer.operation.duration = read_tenths (text);
  customer.operation.place = customer.number;
  if (text->error == NULL && text->word_line != line)
    {
      text->word_line = line;
      gw_published_text_blame (text, g_strdup (_ ("A customer has seven numbers in one line.")));
    }
  return customer;
}

static void
check_customer (GwPublishedText *text, const Customer *customer, guint n_before)
{
  if ((guint) customer->number != n_before)
    gw_published_text_blame (text, g_strdup_printf (_ ("Customer %u is needed here: they count up "
                                                       "from the depot, which is 0."),
                                                    n_before));
  else if (customer->operation.open > customer->operation.close)
    gw_published_text_blame (text, g_strdup (_ ("The window ends before it begins.")));
}

static GArray *
read_customers (GwPublishedText *text)
{
  GArray *customers = g_array_new (FALSE, FALSE, sizeof (Customer));

  gw_published_text_skip_line (text);
  gw_published_text_skip_line (text); /* the headings */
  while (gw_published_text_has_more (text))
    {
      Customer customer = read_customer (text);
      check_customer (text, &customer, customers->len);
      if (customers->len == GW_PUBLISHED_MOST_PLACES)
        gw_published_text_blame (
            text, g_strdup_printf (_ ("There are more than %d places."), GW_PUBLISHED_MOST_PLACES));
      g_array_append_val (customers, customer);
    }
  if (customers->len < 2)
    gw_published_text_blame (text, g_strdup (_ ("There is no customer.")));
  return customers;
}

static void
measure (GwPublishedInstance *instance, const GArray *customers)
{
  gint32 *distance = instance->distance;

  for (guint i = 0; i < customers->len; i++)
    for (guint j = 0; j < customers->len; j++)
      {
        const Customer *a = &g_array_index (customers, Customer, i);
        const Customer *b = &g_array_index (customers, Customer, j);
        double dx = a->x - b->x, dy = a->y - b->y;
        *distance++ = (gint32) floor (TENTHS * sqrt (dx * dx + dy * dy));
      }
}

static GwPublishedInstance *
build (const GArray *customers, gint32 n_vehicles, gint32 capacity)
{
  const Customer *depot = &g_array_index (customers, Customer, 0);
  GwPublishedInstance *instance = gw_published_instance_new (GW_PUBLISHED_VRPTW,
                                                             (gint32) customers->len, n_vehicles);
  g_autoptr (GArray) operations = g_array_new (FALSE, FALSE, sizeof (GwEngineRoutingOperation));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  instance->units = TENTHS;
  measure (instance, customers);
  for (guint i = 1; i < customers->len; i++)
    {
      g_array_append_val (operations, g_array_index (customers, Customer, i).operation);
      g_ptr_array_add (names, g_strdup_printf ("%u", i));
    }
  gw_published_instance_set_operations (instance, operations, names, NULL);
  for (gint32 i = 0; i < n_vehicles; i++)
    instance->vehicles[i] = (GwEngineRoutingVehicle){ .open = depot->operation.open,
                                                      .close = depot->operation.close,
                                                      .capacity = capacity };
  gw_published_instance_name_vehicles (instance);
  return instance;
}

GwPublishedInstance *
gw_published_read_solomon (const char *text, gsize length, GError **error)
{
  g_autoptr (GArray) customers = NULL;
  GwPublishedInstance *instance = NULL;
  gint32 n_vehicles, capacity;
  GwPublishedText words;

  gw_published_text_init (&words, text, length);
  gw_published_text_next (&words);
  gw_published_text_skip_line (&words); /* the name */
  gw_published_text_expect (&words, "VEHICLE");
  gw_published_text_expect (&words, "NUMBER");
  gw_published_text_expect (&words, "CAPACITY");
  n_vehicles = gw_published_text_integer (&words, 1, GW_PUBLISHED_MOST_VEHICLES);
  capacity = gw_published_text_integer (&words, 0, GW_ENGINE_ROUTING_MAX);
  gw_published_text_expect (&words, "CUSTOMER");
  customers = read_customers (&words);
  if (words.error == NULL)
    instance = build (customers, n_vehicles, capacity);
  else
    g_propagate_error (error, words.error);
  return instance;
}
