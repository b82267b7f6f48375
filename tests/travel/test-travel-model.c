/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Travel times from distance and speed, and what goes above them. */
#include "config.h"

#include "gw-travel-matrix.h"

#define KEY(n) gw_id_from_seed (1, 2, (n))

/* 2 km due north of one another: 2,000 m / 111,195 m a degree. */
static GwTravelStop
stop_at (guint key, gdouble kilometres_north)
{
  return (GwTravelStop){ .key = KEY (key),
                         .has_point = TRUE,
                         .latitude = 51670000 + (gint32) (kilometres_north * 1e6 / 111.195),
                         .longitude = -1288000,
                         .parking = -1 };
}

static gint
ask (GwTravelModel *model, GwTravelBy by, const GwTravelStop *from, const GwTravelStop *to)
{
  return gw_travel_model_get_minutes (model, by, from, to, NULL);
}

static void
test_modes (void)
{
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  GwTravelStop a = stop_at (1, 0), b = stop_at (2, 2);

  g_assert_cmpfloat_with_epsilon (gw_travel_get_metres (&a, &b), 2000, 5);
  /* 2.6 km: 7.8 min at 20 km/h and 2 to park; 13 min at 12 km/h; 32.5 min at 4.8 km/h. */
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &a, &b), ==, 10);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_BICYCLE, &a, &b), ==, 13);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_WALK, &a, &b), >=, 32);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_WALK, &a, &b), <=, 33);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_BUS, &a, &b), ==, 18);
}

static void
test_parking (void)
{
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  GwTravelStop a = stop_at (1, 0), b = stop_at (2, 2);

  b.parking = 7;
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &a, &b), ==, 15);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &b, &a), ==, 10);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_BICYCLE, &a, &b), ==, 13);
}

/* There is no such thing as no time between two addresses. */
static void
test_never_nothing (void)
{
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  GwTravelStop a = stop_at (1, 0), near = stop_at (2, 0.01), same = stop_at (3, 0);
  GwTravelSource source;

  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &a, &a), ==, 0);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_BICYCLE, &a, &near), ==, 1);
  g_assert_cmpint (gw_travel_model_get_minutes (model, GW_TRAVEL_BY_WALK, &a, &same, &source), ==,
                   2);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_BUILDING);
  gw_travel_model_add (model, GW_TRAVEL_SOURCE_IMPORTED, GW_TRAVEL_BY_ANY, KEY (1), KEY (2), 0);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &a, &near), ==, 1);
}

static void
test_building (void)
{
  GwTravelSettings settings;
  g_autoptr (GwTravelModel) model = NULL;
  GwTravelStop a = stop_at (1, 0), b = stop_at (2, 0.2), c = stop_at (3, 0.2);

  gw_travel_settings_init (&settings);
  settings.building = 9;
  model = gw_travel_model_new (&settings);
  a.building = "Vicarage Court";
  b.building = "vicarage court";
  c.building = "Vicarage Mews";
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &a, &b), ==, 3);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_WALK, &a, &c), >, 2);
}

static void
test_order_of_sources (void)
{
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  g_autoptr (GwTravelModel) copy = NULL;
  GwTravelStop a = stop_at (1, 0), b = stop_at (2, 2);
  GwTravelSource source;

  gw_travel_model_add (model, GW_TRAVEL_SOURCE_MEASURED, GW_TRAVEL_BY_CAR,
                       gw_travel_stop_get_point_key (&a), gw_travel_stop_get_point_key (&b), 11);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &a, &b), ==, 11);
  gw_travel_model_add (model, GW_TRAVEL_SOURCE_IMPORTED, GW_TRAVEL_BY_ANY, KEY (1), KEY (2), 12);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &a, &b), ==, 12);
  copy = gw_travel_model_copy (model);
  gw_travel_model_add (model, GW_TRAVEL_SOURCE_OVERRIDE, GW_TRAVEL_BY_CAR, KEY (1), KEY (2), 5);
  gw_travel_model_add (model, GW_TRAVEL_SOURCE_OVERRIDE, GW_TRAVEL_BY_CAR, KEY (1), KEY (2), 6);
  g_assert_cmpint (gw_travel_model_get_minutes (model, GW_TRAVEL_BY_CAR, &a, &b, &source), ==, 6);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_OVERRIDE);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_WALK, &a, &b), ==, 12);
  /* One direction is one direction; a copy is its own. */
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_CAR, &b, &a), ==, 10);
  g_assert_cmpint (ask (copy, GW_TRAVEL_BY_CAR, &a, &b), ==, 12);
  g_assert_cmpint (gw_travel_model_get_n_known (model, GW_TRAVEL_SOURCE_OVERRIDE), ==, 1);
}

static void
test_unknown_address (void)
{
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  GwTravelStop a = stop_at (1, 0), lost = { .key = KEY (2), .parking = -1 };
  GwTravelSource source;

  g_assert_cmpint (gw_travel_model_get_minutes (model, GW_TRAVEL_BY_CAR, &a, &lost, &source), ==,
                   10);
  g_assert_cmpint (source, ==, GW_TRAVEL_SOURCE_GUESSED);
}

static void
test_other_side_of_the_world (void)
{
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  GwTravelStop a = { .key = KEY (1), .has_point = TRUE, .latitude = 90000000 };
  GwTravelStop b = { .key = KEY (2), .has_point = TRUE, .latitude = -90000000 };
  GwTravelStop wild = {
    .key = KEY (3), .has_point = TRUE, .latitude = G_MAXINT32, .longitude = G_MININT32
  };

  g_assert_cmpint (ask (model, GW_TRAVEL_BY_WALK, &a, &b), ==, 1440);
  g_assert_cmpint (ask (model, GW_TRAVEL_BY_WALK, &a, &wild), >=, 1);
}

static void
test_matrix (void)
{
  g_autoptr (GwTravelModel) model = gw_travel_model_new (NULL);
  GwTravelStop stops[3] = { stop_at (1, 0), stop_at (2, 2), { .key = KEY (3), .parking = -1 } };
  g_autoptr (GwTravelMatrix) matrix = NULL;

  stops[1].parking = 4;
  matrix = gw_travel_matrix_compute (model, stops, 3);
  g_assert_cmpuint (gw_travel_matrix_get_n (matrix), ==, 3);
  g_assert_cmpint (gw_travel_matrix_get (matrix, GW_TRAVEL_BY_CAR, 0, 1), ==, 12);
  g_assert_cmpint (gw_travel_matrix_get (matrix, GW_TRAVEL_BY_CAR, 1, 0), ==, 10);
  g_assert_cmpint (gw_travel_matrix_get (matrix, GW_TRAVEL_BY_BICYCLE, 1, 1), ==, 0);
  g_assert_cmpuint (gw_travel_matrix_get_n_guessed (matrix), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/travel/model/modes", test_modes);
  g_test_add_func ("/travel/model/parking", test_parking);
  g_test_add_func ("/travel/model/never-nothing", test_never_nothing);
  g_test_add_func ("/travel/model/building", test_building);
  g_test_add_func ("/travel/model/order-of-sources", test_order_of_sources);
  g_test_add_func ("/travel/model/unknown-address", test_unknown_address);
  g_test_add_func ("/travel/model/other-side-of-the-world", test_other_side_of_the_world);
  g_test_add_func ("/travel/matrix/times", test_matrix);
  return g_test_run ();
}
