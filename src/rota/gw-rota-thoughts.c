/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers by what was asked, and the one that is on its way. */
#include "config.h"

#include "gw-rota-thoughts.h"

struct _GwRotaThoughts
{
  gatomicrefcount ref_count;
  GwWeekProblem *week;
  GwRotaThoughtsFunc func;
  gpointer user_data;
  GHashTable *answers; /* GBytes → GwRotaWhatIf, or NULL where it failed */
  GBytes *thinking;
  GCancellable *cancellable;
};

static void
free_answer (gpointer answer)
{
  if (answer != NULL)
    gw_rota_what_if_free (answer);
}

GwRotaThoughts *
gw_rota_thoughts_new (GwWeekProblem *week, GwRotaThoughtsFunc func, gpointer user_data)
{
  GwRotaThoughts *self = g_new0 (GwRotaThoughts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->week = gw_week_problem_ref (week);
  self->func = func;
  self->user_data = user_data;
  self->answers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                         (GDestroyNotify) g_bytes_unref, free_answer);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
thoughts_unref (GwRotaThoughts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->answers);
  g_clear_pointer (&self->thinking, g_bytes_unref);
  g_object_unref (self->cancellable);
  gw_week_problem_unref (self->week);
  g_free (self);
}

void
gw_rota_thoughts_free (GwRotaThoughts *self)
{
  self->func = NULL;
  g_cancellable_cancel (self->cancellable);
  thoughts_unref (self);
}

/* What of the moves decides the answer; a struct's own bytes have gaps. */
static GBytes *
make_key (const GwBoardMove *moves, guint n_moves)
{
  GByteArray *key = g_byte_array_new ();

  for (guint i = 0; i < n_moves; i++)
    {
      const GwBoardMove *move = &moves[i];
      gint32 numbers[] = { move->day.value, move->start.value,
                           (gint32) (move->flags & GW_BOARD_MOVE_COPY) };
      const GwId *ids[] = { &move->visit, &move->shift, &move->from, &move->to };

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        g_byte_array_append (key, ids[j]->bytes, sizeof ids[j]->bytes);
      g_byte_array_append (key, (const guint8 *) numbers, sizeof numbers);
    }
  return g_byte_array_free_to_bytes (key);
}

GwRotaThoughtsState
gw_rota_thoughts_find (GwRotaThoughts *self, const GwBoardMove *moves, guint n_moves,
                       const GwRotaWhatIf **out_answer)
{
  g_autoptr (GBytes) key = make_key (moves, n_moves);
  gpointer answer = NULL;

  *out_answer = NULL;
  if (!g_hash_table_lookup_extended (self->answers, key, NULL, &answer))
    return GW_ROTA_THOUGHTS_WAITING;
  *out_answer = answer;
  return answer != NULL ? GW_ROTA_THOUGHTS_ANSWERED : GW_ROTA_THOUGHTS_FAILED;
}

gboolean
gw_rota_thoughts_is_free (GwRotaThoughts *self)
{
  return self->thinking == NULL;
}

static void
keep (GwRotaThoughts *self, GBytes *key, GwRotaWhatIf *answer)
{
  g_hash_table_replace (self->answers, g_bytes_ref (key), answer);
}

static void
on_thought (GObject *source, GAsyncResult *result, gpointer data)
{
  GwRotaThoughts *self = data;
  g_autoptr (GError) error = NULL;
  GwRotaWhatIf *answer = gw_rota_what_if_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->func == NULL)
    {
      free_answer (answer);
      thoughts_unref (self);
      return;
    }
  keep (self, self->thinking, answer);
  g_clear_pointer (&self->thinking, g_bytes_unref);
  self->func (self->user_data);
  thoughts_unref (self);
}

void
gw_rota_thoughts_think (GwRotaThoughts *self, const GwBoardMove *moves, guint n_moves,
                        GwChange *change)
{
  g_autoptr (GBytes) key = make_key (moves, n_moves);

  g_return_if_fail (self->thinking == NULL);
  if (change == NULL)
    {
      keep (self, key, NULL);
      return;
    }
  self->thinking = g_steal_pointer (&key);
  g_atomic_ref_count_inc (&self->ref_count);
  gw_rota_what_if_async (self->week, change, self->cancellable, on_thought, self);
}
