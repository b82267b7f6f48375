/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of writing a problem file share. */
#pragma once

#include "gw-json-fields.h"
#include "gw-planner-private.h"

/* What is written, and where. */
typedef struct
{
  JsonBuilder *out;
  const GwEngineProblem *problem;
  const GwWeekProblem *week;   /* nullable */
  const GwEngineScope *scope;  /* nullable; then so is the rest */
  const GwEnginePlan *records; /* what the scope holds still */
  gint32 never;                /* an operation that starts then is in no shift */
} GwProblemWriting;

/* Writes members of the object that is begun. */
static inline void
write_int (const GwProblemWriting *w, const char *key, gint64 value)
{
  json_builder_set_member_name (w->out, key);
  json_builder_add_int_value (w->out, value);
}

static inline void
write_bool (const GwProblemWriting *w, const char *key, gboolean value)
{
  json_builder_set_member_name (w->out, key);
  json_builder_add_boolean_value (w->out, value);
}

static inline void
write_text (const GwProblemWriting *w, const char *key, const char *value)
{
  json_builder_set_member_name (w->out, key);
  json_builder_add_string_value (w->out, value);
}

static inline void
begin_list (const GwProblemWriting *w, const char *key)
{
  json_builder_set_member_name (w->out, key);
  json_builder_begin_array (w->out);
}

/* Takes @name, which is for people, and leaves out the signs that isolate it in a sentence. */
static inline void
write_name (const GwProblemWriting *w, char *name)
{
  GString *plain = g_string_new (name);

  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);
  write_text (w, "name", plain->str);
  g_string_free (plain, TRUE);
  g_free (name);
}

/* Writes the skills of @bits, by name. */
void gw_problem_json_write_skill_set (const GwProblemWriting *w, guint64 bits);

/* Writes the operations: of a scope as it leaves them. */
void gw_problem_json_write_operations (const GwProblemWriting *w);
