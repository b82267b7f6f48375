/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices of travel times. */
#include "config.h"

#include "gw-travel-matrix.h"

struct _GwTravelMatrix
{
  guint n;
  guint n_guessed;
  guint16 *minutes[GW_TRAVEL_BY_N]; /* [from × n + to] */
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

  self->n = n_stops;
  for (guint by = 0; by < GW_TRAVEL_BY_N; by++)
    self->minutes[by] = g_new0 (guint16, MAX ((gsize) n_stops * n_stops, 1));
  for (guint from = 0; from < n_stops; from++)
    for (guint to = 0; to < n_stops; to++)
      compute_pair (self, model, stops, from, to);
  return self;
}

void
gw_travel_matrix_free (GwTravelMatrix *self)
{
  if (self == NULL)
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
