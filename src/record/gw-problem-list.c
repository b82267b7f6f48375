/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what is wrong, each with its field. */

#include "config.h"

#include "gw-problem-list.h"

typedef struct
{
  gint field;
  char *sentence;
} GwProblem;

struct _GwProblemList
{
  GArray *problems;
};

static void
clear_problem (gpointer problem)
{
  g_free (((GwProblem *) problem)->sentence);
}

GwProblemList *
gw_problem_list_new (void)
{
  GwProblemList *self = g_new (GwProblemList, 1);

  self->problems = g_array_new (FALSE, FALSE, sizeof (GwProblem));
  g_array_set_clear_func (self->problems, clear_problem);
  return self;
}

void
gw_problem_list_free (GwProblemList *self)
{
  g_array_unref (self->problems);
  g_free (self);
}

void
gw_problem_list_add (GwProblemList *self, gint field, const char *sentence)
{
  GwProblem problem = { field, g_strdup (sentence) };

  g_array_append_val (self->problems, problem);
}

guint
gw_problem_list_get_n (const GwProblemList *self)
{
  return self->problems->len;
}

const char *
gw_problem_list_get_sentence (const GwProblemList *self, guint index)
{
  g_return_val_if_fail (index < self->problems->len, NULL);
  return g_array_index (self->problems, GwProblem, index).sentence;
}

gint
gw_problem_list_get_field (const GwProblemList *self, guint index)
{
  g_return_val_if_fail (index < self->problems->len, -1);
  return g_array_index (self->problems, GwProblem, index).field;
}

const char *
gw_problem_list_find (const GwProblemList *self, gint field)
{
  for (guint i = 0; i < self->problems->len; i++)
    if (g_array_index (self->problems, GwProblem, i).field == field)
      return g_array_index (self->problems, GwProblem, i).sentence;
  return NULL;
}
