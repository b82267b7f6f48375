/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written solutions, and those that are text in the manner of VRPLIB. */
#include "config.h"

#include "gw-published-instance-private.h"
#include "gw-published-solution-private.h"
#include "gw-published-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- collecting ------------------------------------------------------------------------------- */

static char *
dup_name (const GwPublishedInstance *instance, gint32 operation)
{
  if (instance->services == NULL)
    return g_strdup (instance->patients[operation]);
  return g_strconcat (instance->patients[operation], "/", instance->services[operation], NULL);
}

void
gw_published_visits_init (GwPublishedVisits *self, const GwPublishedInstance *instance)
{
  self->instance = instance;
  self->operations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->visits = g_array_new (FALSE, FALSE, sizeof (GwPublishedVisit));
  self->n_vehicles = instance->n_vehicles;
  for (gint32 i = 0; i < instance->n_operations; i++)
    g_hash_table_insert (self->operations, dup_name (instance, i), GINT_TO_POINTER (i + 1));
}

void
gw_published_visits_clear (GwPublishedVisits *self)
{
  g_clear_pointer (&self->operations, g_hash_table_unref);
  g_clear_pointer (&self->visits, g_array_unref);
}

gint32
gw_published_visits_find (const GwPublishedVisits *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->operations, name)) - 1;
}

void
gw_published_visits_add (GwPublishedVisits *self, gint32 vehicle, gint32 operation, gint32 start)
{
  GwPublishedVisit visit = { vehicle, operation, start };

  g_array_append_val (self->visits, visit);
  self->n_vehicles = MAX (self->n_vehicles, vehicle + 1);
}

/* Sorts by vehicle, keeping the order within each. */
GwPublishedSolution *
gw_published_visits_build (const GwPublishedVisits *self)
{
  GwPublishedSolution *solution = g_new0 (GwPublishedSolution, 1);
  GwEngineRoutes *routes = &solution->routes;
  g_autofree gint32 *next = g_new0 (gint32, self->n_vehicles + 1);

  routes->n_vehicles = self->n_vehicles;
  routes->n_served = (gint32) self->visits->len;
  routes->first = g_new0 (gint32, self->n_vehicles + 1);
  routes->operations = g_new0 (gint32, self->visits->len + 1);
  routes->starts = g_new0 (gint32, self->visits->len + 1);
  for (guint i = 0; i < self->visits->len; i++)
    routes->first[g_array_index (self->visits, GwPublishedVisit, i).vehicle + 1]++;
  for (gint32 v = 0; v < self->n_vehicles; v++)
    next[v + 1] = routes->first[v + 1] += routes->first[v];
  for (guint i = 0; i < self->visits->len; i++)
    {
      const GwPublishedVisit *visit = &g_array_index (self->visits, GwPublishedVisit, i);
      gint32 at = next[visit->vehicle]++;
      routes->operations[at] = visit->operation;
      routes->starts[at] = visit->start;
    }
  return solution;
}

void
gw_published_solution_free (GwPublishedSolution *self)
{
  if (self == NULL)
    return;
  g_free (self->routes.first);
  g_free (self->routes.operations);
  g_free (self->routes.starts);
  g_free (self);
}

/* --- reading text ----------------------------------------------------------------------------- */

typedef struct
{
  GwPublishedVisits *visits;
  GwPublishedText text;
  guint8 *is_used; /* [GW_PUBLISHED_MOST_VEHICLES] routes that were begun */
  gint32 n_routes;
  gint32 vehicle; /* of the route being read; −1 before the first */
  gint32 n_times;
  double cost;
} Reading;

/* "#12:" */
static void
read_route_number (Reading *self)
{
  double number = 0;

  if (!gw_published_text_next (&self->text) || self->text.word_length < 3 ||
      self->text.word[0] != '#' || self->text.word[self->text.word_length - 1] != ':' ||
      !gw_published_text_parse (self->text.word + 1, self->text.word_length - 2, &number) ||
      !(number >= 1 && number <= GW_PUBLISHED_MOST_VEHICLES && number == floor (number)))
    {
      gw_published_text_blame (&self->text, g_strdup (_ ("The number of a route, such as #1:, is "
                                                         "needed here.")));
      return;
    }
  /* Vans are alike and counted as they come; colleagues are not. */
  self->vehicle = self->visits->instance->family == GW_PUBLISHED_VRPTW ? self->n_routes
                                                                       : (gint32) number - 1;
  self->n_routes++;
  if (self->vehicle >= GW_PUBLISHED_MOST_VEHICLES || self->is_used[self->vehicle]++ > 0)
    gw_published_text_blame (
        &self->text, g_strdup_printf (_ ("Route #%d is here a second time."), self->vehicle + 1));
}

static gint32
read_start (Reading *self, const char *at, gsize length)
{
  gint32 units = self->visits->instance->units;
  double start;

  self->n_times++;
  if (gw_published_text_parse (at, length, &start) && start >= 0 && start <= G_MAXINT32 / units)
    return (gint32) lround (start * units);
  gw_published_text_blame (&self->text, g_strdup (_ ("A time is needed behind the @.")));
  return 0;
}

static void
read_visit (Reading *self)
{
  const char *word = self->text.word, *end = word + self->text.word_length;
  const char *at = memchr (word, '@', self->text.word_length);
  g_autofree char *name = g_strndup (word, (gsize) ((at != NULL ? at : end) - word));
  gint32 operation = gw_published_visits_find (self->visits, name);
  g_autofree char *shown = NULL;
  gint32 start = at != NULL ? read_start (self, at + 1, (gsize) (end - at - 1)) : 0;

  if (operation >= 0 && self->vehicle >= 0)
    {
      gw_published_visits_add (self->visits, self->vehicle, operation, start);
      return;
    }
  shown = g_utf8_make_valid (name, -1);
  gw_published_text_blame (
      &self->text, self->vehicle < 0 ? g_strdup (_ ("The word Route is needed here."))
                                     : g_strdup_printf (_ ("“%s” is not in the instance."), shown));
}

static void
read_routes (Reading *self)
{
  GwPublishedText *text = &self->text;

  while (gw_published_text_next (text))
    if (gw_published_text_is_word (text, "Route"))
      read_route_number (self);
    else if (gw_published_text_is_word (text, "Cost") || gw_published_text_is_word (text, "Cost:"))
      self->cost = gw_published_text_number (text, 0, 1e15);
    else if (*text->word == '#')
      gw_published_text_skip_line (text);
    else
      read_visit (self);
}

static GwPublishedSolution *
read_text (GwPublishedVisits *visits, const char *text, gsize length, GError **error)
{
  g_autofree guint8 *is_used = g_new0 (guint8, GW_PUBLISHED_MOST_VEHICLES);
  Reading reading = { .visits = visits, .is_used = is_used, .vehicle = -1, .cost = NAN };
  GwPublishedSolution *solution = NULL;

  gw_published_text_init (&reading.text, text, length);
  read_routes (&reading);
  if (reading.n_times > 0 && (guint) reading.n_times < visits->visits->len)
    gw_published_text_blame (&reading.text,
                             g_strdup (_ ("Some visits have a time, some have none.")));
  if (reading.text.error != NULL)
    {
      g_propagate_error (error, reading.text.error);
      return NULL;
    }
  solution = gw_published_visits_build (visits);
  solution->has_times = reading.n_times > 0;
  solution->cost = reading.cost;
  return solution;
}

GwPublishedSolution *
gw_published_solution_read (const GwPublishedInstance *instance, const char *text, gsize length,
                            GError **error)
{
  GwPublishedSolution *solution = NULL;
  GwPublishedVisits visits;

  gw_published_visits_init (&visits, instance);
  if (instance->family != GW_PUBLISHED_HHCRSP_JSON)
    solution = read_text (&visits, text, length, error);
  else if (gw_published_solution_read_json (&visits, text, length, error))
    {
      solution = gw_published_visits_build (&visits);
      solution->has_times = TRUE;
      solution->cost = NAN;
    }
  gw_published_visits_clear (&visits);
  return solution;
}

/* --- writing text ----------------------------------------------------------------------------- */

/* As many digits as the units have, and a point in every locale. */
static void
append_number (GString *text, double number, gint32 units)
{
  char format[] = "%.0f";
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (; units > 1; units /= 10)
    format[2]++;
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, format, number));
}

static void
append_visit (GString *text, const GwPublishedInstance *instance, gint32 operation, gint32 start)
{
  g_autofree char *name = dup_name (instance, operation);

  g_string_append_printf (text, " %s", name);
  if (instance->family == GW_PUBLISHED_VRPTW)
    return;
  g_string_append_c (text, '@');
  append_number (text, (double) start / instance->units, instance->units);
}

char *
gw_published_solution_write (const GwPublishedInstance *instance, const GwEngineRoutes *routes)
{
  GString *text;
  gint32 n = 0;

  if (instance->family == GW_PUBLISHED_HHCRSP_JSON)
    return gw_published_solution_write_json (instance, routes);
  text = g_string_new (NULL);
  for (gint32 v = 0; v < routes->n_vehicles; v++)
    {
      if (routes->first[v] == routes->first[v + 1])
        continue;
      n = instance->family == GW_PUBLISHED_VRPTW ? n + 1 : v + 1;
      g_string_append_printf (text, "Route #%d:", n);
      for (gint32 i = routes->first[v]; i < routes->first[v + 1]; i++)
        append_visit (text, instance, routes->operations[i], routes->starts[i]);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "Cost ");
  append_number (text, gw_published_instance_get_cost (instance, routes->cost), instance->units);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
