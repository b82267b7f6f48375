/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices of travel times, and a cache of the last one. */
#include "config.h"

#include "gw-travel-matrix.h"

struct _GwTravelMatrix
{
  gatomicrefcount refs;
  guint n;
  guint n_guessed;
  guint16 *minutes[GW_TRAVEL_BY_N]; /* [from × n + to] */
};

struct _GwTravelCache
{
  GwTravelModel *model;
  GArray *stops; /* GwTravelStop with owned building */
  GwTravelMatrix *matrix;
};

static void
compute_pair (GwTravelMatrix *self, const GwTravelModel *model, const GwTravelStop *stops,
              guint from, guint to)
{
  for (GwTravelBy by = 0; by < GW_TRAVEL_BY_N; by++)
    {
      GwTravelSource source;
      gint minutes = gw_travel_model_get_minutes (model, by, &stops[from], &stops[to], &source);

      self->minutes[by][(gsize) from * self->n + to] = (guint16) minutes;
      if (by == GW_TRAVEL_BY_CAR && source == GW_TRAVEL_SOURCE_GUESSED)
        self->n_guessed++;
    }
}

GwTravelMatrix *
gw_travel_matrix_compute (const GwTravelModel *model, const GwTravelStop *stops, guint n_stops)
{
  GwTravelMatrix *self = g_new0 (GwTravelMatrix, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n = n_stops;
  for (guint by = 0; by < GW_TRAVEL_BY_N; by++)
    self->minutes[by] = g_new0 (guint16, MAX ((gsize) n_stops * n_stops, 1));
  for (guint from = 0; from < n_stops; from++)
    for (guint to = 0; to < n_stops; to++)
      compute_pair (self, model, stops, from, to);
  return self;
}

GwTravelMatrix *
gw_travel_matrix_ref (GwTravelMatrix *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_travel_matrix_unref (GwTravelMatrix *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint by = 0; by < GW_TRAVEL_BY_N; by++)
    g_free (self->minutes[by]);
  g_free (self);
}

guint
gw_travel_matrix_get_n (const GwTravelMatrix *self)
{
  return self->n;
}

gint
gw_travel_matrix_get (const GwTravelMatrix *self, GwTravelBy by, guint from, guint to)
{
  g_assert (by >= 0 && by < GW_TRAVEL_BY_N && from < self->n && to < self->n);
  return self->minutes[by][(gsize) from * self->n + to];
}

guint
gw_travel_matrix_get_n_guessed (const GwTravelMatrix *self)
{
  return self->n_guessed;
}

/* --- cache ------------------------------------------------------------------------------------ */

static void
clear_stop (gpointer pointer)
{
  GwTravelStop *stop = pointer;
  char *building = (char *) stop->building;

  g_free (building);
}

static void
forget (GwTravelCache *self)
{
  g_clear_pointer (&self->model, gw_travel_model_unref);
  g_clear_pointer (&self->matrix, gw_travel_matrix_unref);
  g_array_set_size (self->stops, 0);
}

static gboolean
equal_stops (const GwTravelStop *a, const GwTravelStop *b)
{
  return gw_id_equal (a->key, b->key) && a->has_point == b->has_point &&
         a->latitude == b->latitude && a->longitude == b->longitude && a->parking == b->parking &&
         g_strcmp0 (a->building, b->building) == 0;
}

static gboolean
is_remembered (GwTravelCache *self, GwTravelModel *model, const GwTravelStop *stops, guint n_stops)
{
  if (self->matrix == NULL || self->model != model || self->stops->len != n_stops)
    return FALSE;
  for (guint i = 0; i < n_stops; i++)
    if (!equal_stops (&g_array_index (self->stops, GwTravelStop, i), &stops[i]))
      return FALSE;
  return TRUE;
}

GwTravelCache *
gw_travel_cache_new (void)
{
  GwTravelCache *self = g_new0 (GwTravelCache, 1);

  self->stops = g_array_new (FALSE, TRUE, sizeof (GwTravelStop));
  g_array_set_clear_func (self->stops, clear_stop);
  return self;
}

void
gw_travel_cache_free (GwTravelCache *self)
{
  forget (self);
  g_array_unref (self->stops);
  g_free (self);
}

GwTravelMatrix *
gw_travel_cache_lookup (GwTravelCache *self, GwTravelModel *model, const GwTravelStop *stops,
                        guint n_stops)
{
  if (is_remembered (self, model, stops, n_stops))
    return gw_travel_matrix_ref (self->matrix);
  forget (self);
  self->model = gw_travel_model_ref (model);
  for (guint i = 0; i < n_stops; i++)
    {
      GwTravelStop stop = stops[i];
      stop.building = g_strdup (stops[i].building);
      g_array_append_val (self->stops, stop);
    }
  self->matrix = gw_travel_matrix_compute (model, stops, n_stops);
  return gw_travel_matrix_ref (self->matrix);
}
