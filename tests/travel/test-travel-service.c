/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing service, played by a server on this machine: good days and bad ones. */
#include "config.h"

#include "gw-error.h"
#include "gw-travel-answer.h"
#include "gw-travel-service.h"
#include "gw-travel-words.h"

#include <libsoup/soup.h>
#include <string.h>

/* What the server does. */
typedef enum
{
  ANSWER_WELL,
  ANSWER_GARBAGE,
  ANSWER_TOO_FEW,
  ANSWER_ERROR,
  ANSWER_NO_MAP,
  ANSWER_TOO_BIG,
  ANSWER_BUSY,
  ANSWER_KEEP_OUT,
  ANSWER_NEVER
} Manner;

typedef struct
{
  SoupServer *server;
  char *url;
  Manner manner;
  guint n_requests;
  guint most_coordinates;
  GCancellable *cancel_on_request;
  GMainLoop *loop;
  GwTravelModel *result;
  char *note;
  GError *error;
} World;

/* Seconds: 60 × (number of the source + 2 × number of the destination), taken from latitudes. */
static void
answer_well (World *world, SoupServerMessage *message, const char *path, GHashTable *query)
{
  const char *list = strrchr (path, '/') + 1;
  g_auto (GStrv) coordinates = g_strsplit (list, ";", -1);
  guint n = g_strv_length (coordinates);
  const char *sources = query != NULL ? g_hash_table_lookup (query, "sources") : NULL;
  guint n_from = n, first_to = 0;
  g_autoptr (GString) text = g_string_new ("{\"code\":\"Ok\",\"durations\":[");

  if (sources != NULL)
    {
      g_auto (GStrv) numbers = g_strsplit (sources, ";", -1);
      n_from = first_to = g_strv_length (numbers);
    }
  world->most_coordinates = MAX (world->most_coordinates, n);
  for (guint i = 0; i < n_from; i++)
    {
      g_string_append (text, i > 0 ? ",[" : "[");
      for (guint j = first_to; j < n; j++)
        {
          gdouble a = g_ascii_strtod (strchr (coordinates[i], ',') + 1, NULL);
          gdouble b = g_ascii_strtod (strchr (coordinates[j], ',') + 1, NULL);
          gint from = (gint) (a * 1000 + 0.5) - 50000, to = (gint) (b * 1000 + 0.5) - 50000;
          if (from == 3 && to == 4)
            g_string_append_printf (text, "%snull", j > first_to ? "," : "");
          else
            g_string_append_printf (text, "%s%d.4", j > first_to ? "," : "", 60 * (from + 2 * to));
        }
      g_string_append_c (text, ']');
    }
  g_string_append (text, "]}");
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text->str,
                                    text->len);
}

static void
answer_bad_request (SoupServerMessage *message, const char *code)
{
  g_autofree char *text = g_strdup_printf ("{\"code\":\"%s\",\"message\":\"no\"}", code);

  soup_server_message_set_status (message, SOUP_STATUS_BAD_REQUEST, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text,
                                    strlen (text));
}

static void
on_request (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query,
            gpointer data)
{
  static const char garbage[] = "{\"code\":\"Ok\",\"durations\":[[[[[[[[[[[[";
  static const char few[] = "{\"code\":\"Ok\",\"durations\":[[0]]}";
  World *world = data;

  world->n_requests++;
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (world->cancel_on_request != NULL)
    g_cancellable_cancel (world->cancel_on_request);
  switch (world->manner)
    {
    case ANSWER_WELL:
      answer_well (world, message, path, query);
      break;
    case ANSWER_GARBAGE:
      soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, garbage,
                                        strlen (garbage));
      break;
    case ANSWER_TOO_FEW:
      soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, few,
                                        strlen (few));
      break;
    case ANSWER_ERROR:
      soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
      break;
    case ANSWER_NO_MAP:
    case ANSWER_TOO_BIG:
      answer_bad_request (message, world->manner == ANSWER_NO_MAP ? "NoSegment" : "TooBig");
      break;
    case ANSWER_BUSY:
      soup_server_message_set_status (message, 429, NULL);
      break;
    case ANSWER_KEEP_OUT:
      soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
      break;
    case ANSWER_NEVER:
    default:
      soup_server_message_pause (message);
      break;
    }
}

static void
set_up (World *world, Manner manner)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  *world = (World){ .manner = manner, .loop = g_main_loop_new (NULL, FALSE) };
  world->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (world->server, "/table/v1", on_request, world, NULL);
  g_assert_true (soup_server_listen_local (world->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  g_assert_no_error (error);
  uris = soup_server_get_uris (world->server);
  world->url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
forget_result (World *world)
{
  g_clear_pointer (&world->result, gw_travel_model_unref);
  g_clear_pointer (&world->note, g_free);
  g_clear_error (&world->error);
}

static void
tear_down (World *world)
{
  forget_result (world);
  soup_server_disconnect (world->server);
  g_clear_object (&world->server);
  /* Connections that are still closing hold themselves until they are heard. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_free (world->url);
  g_main_loop_unref (world->loop);
}

static GwTravelStop *
make_stops (guint n)
{
  GwTravelStop *stops = g_new0 (GwTravelStop, n);

  for (guint i = 0; i < n; i++)
    stops[i] = (GwTravelStop){ .key = gw_id_from_seed (1, 2, i + 1),
                               .has_point = TRUE,
                               .latitude = 50000000 + (gint32) i * 1000,
                               .longitude = -1288000,
                               .parking = -1 };
  return stops;
}

static void
on_measured (GObject *source, GAsyncResult *result, gpointer data)
{
  World *world = data;

  world->result = gw_travel_service_measure_finish (result, &world->note, &world->error);
  g_main_loop_quit (world->loop);
}

static void
measure (World *world, GwTravelModel *model, const GwTravelStop *stops, guint n,
         GCancellable *cancellable)
{
  /* Only who waits in vain waits briefly: a busy machine must not look like a silent service. */
  guint timeout = world->manner == ANSWER_NEVER ? 1 : 60;
  GwTravelServiceSpec spec = { world->url, timeout, 1 << GW_TRAVEL_BY_CAR };

  gw_travel_service_measure_async (&spec, model, stops, n, cancellable, on_measured, world);
  g_main_loop_run (world->loop);
}

static gint
ask_car (World *world, const GwTravelStop *from, const GwTravelStop *to, GwTravelSource *source)
{
  return gw_travel_model_get_minutes (world->result, GW_TRAVEL_BY_CAR, from, to, source);
}

static void
test_measured (void)
{
  World world;
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL), known = NULL;
  g_autofree GwTravelStop *stops = make_stops (6);
  GwTravelSource source;

  set_up (&world, ANSWER_WELL);
  measure (&world, model, stops, 6, NULL);
  g_assert_null (world.note);
  g_assert_cmpuint (world.n_requests, ==, 1);
  /* 60 × (1 + 2 × 2) s are 5 min, and 2 to park; the other way 60 × (2 + 2) s. */
  g_assert_cmpint (ask_car (&world, &stops[1], &stops[2], &source), ==, 7);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_MEASURED);
  g_assert_cmpint (ask_car (&world, &stops[2], &stops[1], &source), ==, 6);
  /* The service knows no way: computed. Nobody asked about bicycles. */
  ask_car (&world, &stops[3], &stops[4], &source);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_COMPUTED);
  gw_travel_model_get_minutes (world.result, GW_TRAVEL_BY_BICYCLE, &stops[1], &stops[2], &source);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_COMPUTED);
  g_assert_cmpuint (gw_travel_model_get_n_known (model, GW_TRAVEL_SOURCE_MEASURED), ==, 0);
  tear_down (&world);
}

/* What is known is not asked for again; a door that moved is. */
static void
test_remembers (void)
{
  World world;
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL), known = NULL;
  g_autofree GwTravelStop *stops = make_stops (3);
  GwTravelSource source;

  set_up (&world, ANSWER_WELL);
  measure (&world, model, stops, 3, NULL);
  known = gw_travel_model_ref (world.result);
  forget_result (&world);
  measure (&world, known, stops, 3, NULL);
  g_assert_cmpuint (world.n_requests, ==, 1);
  stops[2].latitude = 50005000;
  ask_car (&world, &stops[0], &stops[2], &source);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_COMPUTED);
  forget_result (&world);
  measure (&world, known, stops, 3, NULL);
  g_assert_cmpuint (world.n_requests, ==, 2);
  g_assert_cmpint (ask_car (&world, &stops[0], &stops[2], &source), ==, 12);
  tear_down (&world);
}

static void
test_batches (void)
{
  World world;
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  g_autofree GwTravelStop *stops = make_stops (130);

  set_up (&world, ANSWER_WELL);
  measure (&world, model, stops, 130, NULL);
  g_assert_null (world.note);
  g_assert_cmpuint (world.n_requests, ==, 9);
  g_assert_cmpuint (world.most_coordinates, <=, 100);
  /* All but the diagonal and the one without a way. */
  g_assert_cmpuint (gw_travel_model_get_n_known (world.result, GW_TRAVEL_SOURCE_MEASURED), ==,
                    130 * 129 - 1);
  g_assert_cmpint (ask_car (&world, &stops[7], &stops[128], NULL), ==, 7 + 2 * 128 + 2);
  g_assert_cmpint (ask_car (&world, &stops[128], &stops[7], NULL), ==, 128 + 2 * 7 + 2);
  tear_down (&world);
}

/* A sentence that names the service, says what happened, and what to do. */
static void
check_note (const World *world, const char *happened, const char *advice)
{
  g_assert_nonnull (world->note);
  g_assert_nonnull (strstr (world->note, world->url));
  g_assert_nonnull (strstr (world->note, happened));
  g_assert_nonnull (strstr (world->note, "computed from distance"));
  g_assert_nonnull (strstr (world->note, advice));
}

static void
check_bad_day (Manner manner, const char *happened, const char *advice)
{
  World world;
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  g_autofree GwTravelStop *stops = make_stops (3);
  GwTravelSource source;

  set_up (&world, manner);
  measure (&world, model, stops, 3, NULL);
  g_assert_no_error (world.error);
  check_note (&world, happened, advice);
  g_assert_cmpint (ask_car (&world, &stops[0], &stops[1], &source), >, 0);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_COMPUTED);
  tear_down (&world);
}

static void
test_bad_days (void)
{
  check_bad_day (ANSWER_GARBAGE, "is not a travel service", "check the address");
  check_bad_day (ANSWER_TOO_FEW, "is not a travel service", "check the address");
  check_bad_day (ANSWER_ERROR, "has a fault", "tell those who run it");
  check_bad_day (ANSWER_NO_MAP, "knows no ways here", "a map of your area");
  check_bad_day (ANSWER_TOO_BIG, "100 doors", "allow as many");
  check_bad_day (ANSWER_BUSY, "too much to do", "later");
  check_bad_day (ANSWER_KEEP_OUT, "does not let Good Week in", "ask those who run it");
}

static void
test_silence (void)
{
  check_bad_day (ANSWER_NEVER, "does not answer", "later");
}

/* A port at which nobody listens any more. */
static void
test_nobody_there (void)
{
  World world;
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  g_autofree GwTravelStop *stops = make_stops (3);

  set_up (&world, ANSWER_WELL);
  soup_server_disconnect (world.server);
  measure (&world, model, stops, 3, NULL);
  check_note (&world, "cannot be reached", "check the network");
  tear_down (&world);
}

static void
test_cancelled (void)
{
  World world;
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree GwTravelStop *stops = make_stops (3);

  set_up (&world, ANSWER_NEVER);
  world.cancel_on_request = cancellable;
  measure (&world, model, stops, 3, cancellable);
  g_assert_null (world.result);
  g_assert_error (world.error, GW_ERROR, GW_ERROR_CANCELLED);
  tear_down (&world);
}

static void
test_wrong_address (void)
{
  static const char *const urls[] = { "", "nonsense", "ftp://127.0.0.1", "http://", "http://[" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      World world;
      g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
      g_autofree GwTravelStop *stops = make_stops (3);

      set_up (&world, ANSWER_WELL);
      g_free (world.url);
      world.url = g_strdup (urls[i]);
      measure (&world, model, stops, 3, NULL);
      check_note (&world, i < 3 ? "is not a web address" : "", "in the preferences");
      g_assert_nonnull (world.result);
      tear_down (&world);
    }
}

/* Spoilt answers: read or refused, never a crash. */
static void
test_spoilt_answers (void)
{
  static const char good[] = "{\"code\":\"Ok\",\"durations\":[[0,61.5],[1e3,null]]}";
  GRand *random = g_rand_new_with_seed (5);
  gint seconds[4];

  g_assert_true (gw_travel_answer_read (good, strlen (good), 2, 2, seconds, NULL));
  g_assert_cmpint (seconds[1], ==, 62);
  g_assert_cmpint (seconds[2], ==, 1000);
  g_assert_cmpint (seconds[3], ==, GW_TRAVEL_NO_WAY);
  for (guint round = 0; round < 5000; round++)
    {
      g_autofree char *spoilt = g_strdup (good);
      g_autoptr (GError) error = NULL;

      for (gint i = g_rand_int_range (random, 1, 5); i > 0; i--)
        spoilt[g_rand_int_range (random, 0, (gint32) strlen (good))] = (char) g_rand_int_range (
            random, 0, 256);
      if (!gw_travel_answer_read (spoilt, strlen (good), 2, 2, seconds, &error))
        g_assert_true (error->domain == GW_TRAVEL_FAULT);
      else
        for (guint i = 0; i < 4; i++)
          g_assert_cmpint (seconds[i], >=, GW_TRAVEL_NO_WAY);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/travel/service/measured", test_measured);
  g_test_add_func ("/travel/service/remembers", test_remembers);
  g_test_add_func ("/travel/service/batches", test_batches);
  g_test_add_func ("/travel/service/bad-days", test_bad_days);
  g_test_add_func ("/travel/service/silence", test_silence);
  g_test_add_func ("/travel/service/nobody-there", test_nobody_there);
  g_test_add_func ("/travel/service/cancelled", test_cancelled);
  g_test_add_func ("/travel/service/wrong-address", test_wrong_address);
  g_test_add_func ("/travel/service/spoilt-answers", test_spoilt_answers);
  return g_test_run ();
}
