/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of the town: homes, wishes, and the regular visits they have agreed. */
#include "config.h"

#include "gw-sample-private.h"

#include <string.h>

#define SLOT(part) (1u << GW_SAMPLE_##part)

/* Visits a day: four have 4 (one of them with two colleagues), seven 3, four 2, three 1: 52 colleague
 * visits. */
static const guint slots_by_place[18] = {
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (TEA) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (TEA) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (TEA),
  SLOT (MORNING) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (TEA) | SLOT (BED),
  SLOT (MORNING) | SLOT (TEA) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (BED),
  SLOT (MORNING) | SLOT (BED),
  SLOT (MORNING),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (TEA) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (BED),
  SLOT (MORNING) | SLOT (BED),
  SLOT (MORNING) | SLOT (LUNCH) | SLOT (TEA),
  SLOT (MORNING),
  SLOT (MORNING) | SLOT (TEA),
  SLOT (MORNING),
};

/* Mornings peak at half past eight; agreed in quarters of an hour. */
static const gint mornings[18] = { 480, 450, 525, 495, 555, 570, 480, 435, 585,
                                   510, 630, 465, 540, 600, 540, 645, 450, 615 };
static const gint lunches[18] = { 765, 750, 720, 765, 735, 0,   780, 0, 795,
                                  0,   0,   735, 810, 0,   750, 0,   0, 0 };
static const gint teas[18] = { 1035, 975, 0,    0, 990, 0,    1050, 960, 0,
                               0,    0,   1005, 0, 0,   1020, 0,    975, 0 };
static const gint beds[18] = { 1245, 1215, 1170, 1260, 0,    1230, 1260, 1155, 1200,
                               1275, 0,    1245, 1185, 1140, 0,    0,    0,    0 };

static void
name_person (GwSampleWorld *self, GwSamplePerson *person, guint place)
{
  GwSampleRandom *random = &self->random;
  const GwSampleHeritage *heritage;
  guint roll = gw_sample_random_below (random, 100);

  if (person->team == 0)
    {
      const GwSampleCast *cast = &gw_sample_people_cast[place];
      person->first = cast->first;
      person->last = cast->last;
      person->gender = cast->gender;
      person->heritage = cast->heritage;
      heritage = &gw_sample_heritages[person->heritage];
    }
  else
    {
      while (roll >= gw_sample_heritages[person->heritage].share)
        roll -= gw_sample_heritages[person->heritage++].share;
      heritage = &gw_sample_heritages[person->heritage];
      person->gender = gw_sample_random_chance (random, 640) ? GW_GENDER_WOMAN : GW_GENDER_MAN;
      roll = gw_sample_random_below (random, GW_SAMPLE_N_NAMES);
      person->first = person->gender == GW_GENDER_WOMAN ? heritage->elder_women[roll]
                                                        : heritage->elder_men[roll];
      person->last = heritage->last[gw_sample_random_below (random, GW_SAMPLE_N_NAMES)];
    }
  person->skin = (guint) gw_sample_random_between (random, (gint) heritage->skin_first,
                                                   (gint) heritage->skin_last);
}

static gboolean
name_is_taken (GwSampleWorld *self, const GwSamplePerson *person)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const GwSamplePerson *other = GW_SAMPLE_PERSON (self, i);
      if (g_str_equal (other->first, person->first) &&
          (other->team == person->team || g_str_equal (other->last, person->last)))
        return TRUE;
    }
  return FALSE;
}

static void
settle_person (GwSampleWorld *self, GwSamplePerson *person, guint place)
{
  GwSampleTeam *team = &self->teams[person->team];
  const GwSamplePoint *cluster = &team->clusters[gw_sample_random_below (&self->random, 3)];

  person->address = gw_sample_make_address (&self->random);
  person->home.east = cluster->east + gw_sample_random_between (&self->random, -520, 520);
  person->home.north = cluster->north + gw_sample_random_between (&self->random, -520, 520);
  if (place == 9 || place == 14) /* neighbours in one house */
    {
      const GwSamplePerson *other = GW_SAMPLE_PERSON (self, team->first_person + 2);
      const char *street = strchr (other->address, ' ');
      g_free (person->address);
      person->address = g_strdup_printf (
          "Flat %u, %.*s%s", place, (int) strcspn (other->address, " "), other->address, street);
      person->home = other->home;
    }
  /* The fourth team of a neighbourhood has a contract outside its patch: nine short visits. */
  person->far = person->team % 4 == 3 && (place == 2 || place == 8 || place == 12);
  if (person->far)
    person->home.east += 4600;
}

static void
wish (GwSampleWorld *self, GwSamplePerson *person, guint place)
{
  GwSampleTeam *team = &self->teams[person->team];
  guint n = team->n_colleagues;

  person->link_worker = (gint) (team->first_colleague + place * 7 % n);
  person->preferred[0] = person->preferred[1] = person->declined = GW_SAMPLE_NOBODY;
  if (place % 5 == 0 || place % 5 == 3)
    person->preferred[0] = (gint) (team->first_colleague + (place * 3 + 1) % n);
  if (place % 5 == 0)
    person->preferred[1] = (gint) (team->first_colleague + (place * 3 + 6) % n);
  if (place == 4 || place == 12)
    person->declined = (gint) (team->first_colleague + (place + 4) % n);
  if (place == 2 || place == 7 || place == 10 || place == 16)
    person->gender_wish = person->gender;
  person->gender_must = place == 2 && person->gender == GW_GENDER_WOMAN;
  person->features = place == 5    ? GW_CHOICE_BIT (GW_HOME_DOG)
                     : place == 9  ? GW_CHOICE_BIT (GW_HOME_CAT)
                     : place == 11 ? GW_CHOICE_BIT (GW_HOME_SMOKE)
                     : place == 13 ? GW_CHOICE_BIT (GW_HOME_STAIRS)
                                   : 0;
}

static void
add_person (GwSampleWorld *self, guint team, guint place)
{
  GwSamplePerson person = { .team = team };
  guint tries = 0;

  do
    {
      person.heritage = 0;
      name_person (self, &person, place);
    }
  while (name_is_taken (self, &person) && ++tries < 50);
  person.id = gw_sample_world_make_id (self);
  settle_person (self, &person, place);
  wish (self, &person, place);
  person.slots = slots_by_place[place];
  person.needed = place == 1 ? 2 : 1;
  if (place == 1)
    person.skills |= 1 << GW_SAMPLE_MOVING;
  if (place == 6)
    person.skills |= 1 << GW_SAMPLE_CATHETER;
  if (place == 13)
    person.skills |= 1 << GW_SAMPLE_PEG;
  if (place == 9)
    person.skills |= 1 << GW_SAMPLE_DEMENTIA;
  if (place == 17)
    person.skills |= 1 << GW_SAMPLE_END_OF_LIFE;
  person.paracetamol = place == 0 || place == 3 || place == 6;
  g_array_append_val (self->people, person);
}

static gint
draw_duration (GwSampleRandom *random, guint slot, guint needed)
{
  guint roll = gw_sample_random_below (random, 100);

  if (needed > 1)
    return slot == GW_SAMPLE_MORNING ? 45 : 30;
  switch (slot)
    {
    case GW_SAMPLE_MORNING:
      return roll < 50 ? 30 : roll < 83 ? 45 : 60;
    case GW_SAMPLE_LUNCH:
      return roll < 60 ? 30 : roll < 80 ? 15 : 45;
    case GW_SAMPLE_TEA:
      return roll < 75 ? 30 : 15;
    default:
      return roll < 75 ? 30 : 45;
    }
}

static void
agree_time (GwSampleWorld *self, GwSamplePattern *pattern, guint slot, guint place)
{
  static const gint *const times[GW_SAMPLE_N_SLOTS] = { mornings, lunches, teas, beds };
  const GwSamplePerson *person = GW_SAMPLE_PERSON (self, pattern->person);
  guint roll = gw_sample_random_below (&self->random, 100);

  pattern->ideal = times[slot][place];
  pattern->duration = draw_duration (&self->random, slot, pattern->needed);
  pattern->short_agreed = pattern->duration < 30;
  if (person->far)
    {
      pattern->duration = 15;
      pattern->short_agreed = FALSE;
    }
  if (pattern->ideal + pattern->duration > 1305)
    pattern->ideal = 1305 - pattern->duration;
  pattern->firmness = GW_FIRMNESS_AGREED;
  pattern->tolerance = roll < (slot == GW_SAMPLE_BED ? 35 : 65) ? 30 : 60;
  if (person->paracetamol && slot != GW_SAMPLE_TEA)
    {
      pattern->firmness = GW_FIRMNESS_CRITICAL;
      pattern->tolerance = 15;
    }
}

static const char *
choose_purpose (GwSampleWorld *self, const GwSamplePerson *person, guint slot)
{
  const char *const *purposes = gw_sample_purposes[slot];

  if (person->needed > 1)
    return slot == GW_SAMPLE_MORNING ? "getting up with the hoist, breakfast and medication"
                                     : "personal care with the hoist";
  if (person->paracetamol)
    return slot == GW_SAMPLE_MORNING ? "breakfast and medication"
           : slot == GW_SAMPLE_LUNCH ? "lunch and medication"
           : slot == GW_SAMPLE_TEA   ? "tea and a sandwich"
                                     : "night medication and a hot drink";
  return purposes[gw_sample_random_below (&self->random, gw_sample_words_count (purposes))];
}

static void
add_visits_of (GwSampleWorld *self, guint index, guint place)
{
  const GwSamplePerson *person = GW_SAMPLE_PERSON (self, index);
  gint by_slot[GW_SAMPLE_N_SLOTS] = { -1, -1, -1, -1 };

  for (guint slot = 0; slot < GW_SAMPLE_N_SLOTS; slot++)
    {
      GwSamplePattern pattern = { .person = index,
                                  .kind = GW_VISIT_KIND_SUPPORT,
                                  .weekdays = GW_EVERY_DAY,
                                  .needed = person->needed,
                                  .skills = person->skills,
                                  .after = -1,
                                  .earliest = -1,
                                  .latest = -1 };
      if ((person->slots & (1u << slot)) == 0)
        continue;
      pattern.id = gw_sample_world_make_id (self);
      pattern.purpose = choose_purpose (self, person, slot);
      if (strstr (pattern.purpose, "medication") != NULL)
        pattern.skills |= 1 << GW_SAMPLE_MEDICATION;
      agree_time (self, &pattern, slot, place);
      if (person->paracetamol && slot == GW_SAMPLE_LUNCH)
        pattern.after = by_slot[GW_SAMPLE_MORNING];
      if (person->paracetamol && slot == GW_SAMPLE_BED)
        pattern.after = by_slot[GW_SAMPLE_LUNCH];
      pattern.gap = pattern.after >= 0 ? 240 : 0;
      by_slot[slot] = (gint) self->patterns->len;
      g_array_append_val (self->patterns, pattern);
    }
}

/* Two dozen wellbeing visits a week and team fill the free hours. */
static void
add_wellbeing (GwSampleWorld *self, const GwSampleTeam *team)
{
  guint n_words = gw_sample_words_count (gw_sample_wellbeing);

  for (guint i = 0; i < 24; i++)
    {
      GwSamplePattern pattern = {
        .id = gw_sample_world_make_id (self),
        .person = team->first_person + i * 5 % team->n_people,
        .purpose = gw_sample_wellbeing[gw_sample_random_below (&self->random, n_words)],
        .kind = GW_VISIT_KIND_WELLBEING,
        .weekdays = 1u << (i % 7),
        .ideal = -1,
        .earliest = i % 2 == 0 ? 600 : 810,
        .latest = i % 2 == 0 ? 975 : 1110,
        .duration = 30 + 15 * (gint) gw_sample_random_below (&self->random, 3),
        .firmness = GW_FIRMNESS_FLEXIBLE,
        .needed = 1,
        .after = -1,
      };
      g_array_append_val (self->patterns, pattern);
    }
}

void
gw_sample_world_add_people (GwSampleWorld *self)
{
  for (guint t = 0; t < self->n_teams; t++)
    for (guint place = 0; place < self->teams[t].n_people; place++)
      add_person (self, t, place);
  for (guint t = 0; t < self->n_teams; t++)
    {
      for (guint place = 0; place < self->teams[t].n_people; place++)
        add_visits_of (self, self->teams[t].first_person + place, place);
      add_wellbeing (self, &self->teams[t]);
    }
}
