/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The task answers in a turn of the main loop; whoever is told may have come before or after. */
#include "config.h"

#include "gw-opening.h"

#include "gw-places.h"

struct _GwOpening
{
  char *path;
  GwSession *session;
  GError *error;
  gboolean is_done;
  gboolean is_dropped;
  GwOpeningDone done;
  gpointer user_data;
};

static void
opening_free (GwOpening *self)
{
  if (self->session != NULL)
    gw_session_close_async (self->session, NULL, NULL);
  g_clear_object (&self->session);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self);
}

static gboolean
tell (gpointer data)
{
  GwOpening *self = data;

  self->done (self->path, g_steal_pointer (&self->session), self->error, self->user_data);
  opening_free (self);
  return G_SOURCE_REMOVE;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwOpening *self = user_data;

  self->is_done = TRUE;
  self->session = gw_session_open_finish (result, &self->error);
  if (self->is_dropped)
    opening_free (self);
  else if (self->done != NULL)
    tell (self);
}

GwOpening *
gw_opening_new (const char *path, GwSessionFlags flags)
{
  GwOpening *self = g_new0 (GwOpening, 1);
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  g_autoptr (GPtrArray) first = gw_places_list_first_queries (gw_clock_get_today (clock));

  self->path = g_strdup (path);
  gw_session_open_reading_async (path, flags, clock, first, NULL, on_opened, self);
  return self;
}

const char *
gw_opening_get_path (GwOpening *self)
{
  return self->path;
}

void
gw_opening_finish (GwOpening *self, GwOpeningDone done, gpointer user_data)
{
  self->done = done;
  self->user_data = user_data;
  if (self->is_done)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell, self, NULL);
}

void
gw_opening_drop (GwOpening *self)
{
  self->is_dropped = TRUE;
  if (self->is_done)
    opening_free (self);
}
