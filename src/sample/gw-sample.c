/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample as others see it: a list of records and a list of portraits. */
#include "config.h"

#include "gw-sample-face.h"
#include "gw-sample-private.h"

typedef struct
{
  char *key;
  GBytes *svg;
} Portrait;

struct _GwSample
{
  GPtrArray *records;
  GArray *portraits;
};

static void
clear_portrait (gpointer data)
{
  Portrait *portrait = data;

  g_free (portrait->key);
  g_bytes_unref (portrait->svg);
}

static void
clear_person (gpointer data)
{
  g_free (((GwSamplePerson *) data)->address);
}

static const char *
draw_portrait (GwSample *self, guint64 seed, gint gender, gboolean elder, guint heritage,
               guint skin)
{
  GwSampleFace face = { seed, gender == GW_GENDER_WOMAN, elder,
                        gw_sample_heritages[heritage].dark_hair, skin };
  Portrait portrait;

  portrait.svg = gw_sample_face_draw (&face);
  portrait.key = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, portrait.svg);
  g_array_append_val (self->portraits, portrait);
  return portrait.key;
}

static void
draw_portraits (GwSample *self, GwSampleWorld *world)
{
  for (guint i = 0; i < world->colleagues->len; i++)
    {
      GwSampleColleague *colleague = GW_SAMPLE_COLLEAGUE (world, i);
      colleague->photo = draw_portrait (self, world->spec.seed * 4096 + 2 * i, colleague->gender,
                                        FALSE, colleague->heritage, colleague->skin);
    }
  for (guint i = 0; i < world->people->len; i++)
    {
      GwSamplePerson *person = GW_SAMPLE_PERSON (world, i);
      person->photo = draw_portrait (self, world->spec.seed * 4096 + 2 * i + 1, person->gender,
                                     TRUE, person->heritage, person->skin);
    }
}

static void
world_init (GwSampleWorld *world, const GwSampleSpec *spec)
{
  guint before = spec->weeks_before > 0           ? spec->weeks_before
                 : spec->kind == GW_SAMPLE_STRESS ? 22
                                                  : 12;
  guint after = spec->weeks_after > 0 ? spec->weeks_after : 3;

  world->spec = *spec;
  gw_sample_random_init (&world->random, spec->seed, (guint64) spec->kind + 1);
  world->week = gw_day_get_week_start (spec->today);
  world->first_day = gw_day_add (world->week, -7 * (gint) before);
  world->last_visit_day = gw_day_add (world->week, 7 * (gint) after + 6);
  world->last_shift_day = gw_day_add (world->last_visit_day, 35);
  world->colleagues = g_array_new (FALSE, TRUE, sizeof (GwSampleColleague));
  world->people = g_array_new (FALSE, TRUE, sizeof (GwSamplePerson));
  g_array_set_clear_func (world->people, clear_person);
  world->patterns = g_array_new (FALSE, TRUE, sizeof (GwSamplePattern));
  world->shift_patterns = g_array_new (FALSE, TRUE, sizeof (GwSampleShiftPattern));
  world->shifts = g_array_new (FALSE, TRUE, sizeof (GwSampleShift));
  world->absences = g_array_new (FALSE, TRUE, sizeof (GwSampleAbsence));
}

static void
world_clear (GwSampleWorld *world)
{
  g_array_unref (world->colleagues);
  g_array_unref (world->people);
  g_array_unref (world->patterns);
  g_array_unref (world->shift_patterns);
  g_array_unref (world->shifts);
  g_array_unref (world->absences);
  g_free (world->teams);
}

GwSample *
gw_sample_new (const GwSampleSpec *spec)
{
  GwSample *self = g_new0 (GwSample, 1);
  GwSampleWorld world = { 0 };

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  self->portraits = g_array_new (FALSE, FALSE, sizeof (Portrait));
  g_array_set_clear_func (self->portraits, clear_portrait);
  world_init (&world, spec);
  gw_sample_world_add_teams (&world);
  gw_sample_world_add_people (&world);
  gw_sample_world_add_shifts (&world);
  draw_portraits (self, &world);
  gw_sample_emit_people (&world, self->records);
  gw_sample_emit_shifts (&world, self->records);
  gw_sample_emit_visits (&world, self->records);
  world_clear (&world);
  return self;
}

void
gw_sample_free (GwSample *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->records);
  g_array_unref (self->portraits);
  g_free (self);
}

GPtrArray *
gw_sample_get_records (GwSample *self)
{
  return self->records;
}

guint
gw_sample_get_n_faces (GwSample *self)
{
  return self->portraits->len;
}

GBytes *
gw_sample_get_face (GwSample *self, guint index, const char **out_key)
{
  Portrait *portrait;

  g_return_val_if_fail (index < self->portraits->len, NULL);
  portrait = &g_array_index (self->portraits, Portrait, index);
  if (out_key != NULL)
    *out_key = portrait->key;
  return portrait->svg;
}
