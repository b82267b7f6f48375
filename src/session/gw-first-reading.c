/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first reading of a team file. */
#include "config.h"

#include "gw-first-reading.h"
#include "gw-session-private.h"

#include "gw-store-draft.h"
#include "gw-store-history.h"

/** GwFirstAnswer: one question and its answer. */
typedef struct
{
  GwQuery *query;
  GPtrArray *records;
  guint64 sequence;
} GwFirstAnswer;

struct _GwFirstReading
{
  GArray *answers; /* GwFirstAnswer */
  GPtrArray *groups;
  GError *groups_error;
  char *user;
};

static void
clear_answer (gpointer data)
{
  GwFirstAnswer *answer = data;

  gw_query_unref (answer->query);
  g_clear_pointer (&answer->records, g_ptr_array_unref);
}

GwFirstReading *
gw_first_reading_new (GPtrArray *queries)
{
  GwFirstReading *self = g_new0 (GwFirstReading, 1);

  self->answers = g_array_new (FALSE, TRUE, sizeof (GwFirstAnswer));
  g_array_set_clear_func (self->answers, clear_answer);
  for (guint i = 0; i < queries->len; i++)
    {
      GwFirstAnswer answer = { .query = gw_query_ref (g_ptr_array_index (queries, i)) };
      g_array_append_val (self->answers, answer);
    }
  return self;
}

void
gw_first_reading_free (GwFirstReading *self)
{
  g_array_unref (self->answers);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_error (&self->groups_error);
  g_free (self->user);
  g_free (self);
}

void
gw_first_reading_read (GwStore *store, gpointer data)
{
  GwFirstReading *self = data;

  self->groups = gw_store_list_groups_sync (store, GW_SESSION_GROUPS_READ, NULL,
                                            &self->groups_error);
  self->user = gw_store_get_local_sync (store, GW_SESSION_USER_KEY, NULL, NULL);
  for (guint i = 0; i < self->answers->len; i++)
    {
      GwFirstAnswer *answer = &g_array_index (self->answers, GwFirstAnswer, i);
      /* What fails here is asked again by who wants it, who then tells why it fails. */
      answer->records = gw_store_query_sync (store, answer->query, &answer->sequence, NULL, NULL);
    }
}

GPtrArray *
gw_first_reading_take_answer (GwFirstReading *self, const GwQuery *query, guint64 *out_sequence)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      GwFirstAnswer *answer = &g_array_index (self->answers, GwFirstAnswer, i);

      if (answer->records == NULL || !gw_query_equal (answer->query, query))
        continue;
      *out_sequence = answer->sequence;
      return g_steal_pointer (&answer->records);
    }
  return NULL;
}

GPtrArray *
gw_first_reading_take_groups (GwFirstReading *self, GError **error)
{
  if (self->groups_error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->groups_error));
  return g_steal_pointer (&self->groups);
}

const char *
gw_first_reading_get_user (GwFirstReading *self)
{
  return self->user;
}
