/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The town's teams, their patches and their colleagues. */
#include "config.h"

#include "gw-sample-private.h"

#include <math.h>

/* Nothing stands at this spot but fields. */
#define TOWN_LATITUDE 52.166000
#define TOWN_LONGITUDE -2.580000

GwId
gw_sample_world_make_id (GwSampleWorld *self)
{
  guint64 n = ++self->next_id;

  /* Ids tell when a record was made: here, in order, before the history begins. */
  return gw_id_from_seed (((gint64) self->first_day.value + 10957 - 30) * 86400000 + (gint64) n,
                          self->spec.seed, n);
}

GwGeoPoint
gw_sample_to_geo (GwSamplePoint point)
{
  GwGeoPoint geo;

  geo.latitude = (gint32) floor ((TOWN_LATITUDE + point.north / 111200.0) * 1e6);
  geo.longitude = (gint32) floor ((TOWN_LONGITUDE + point.east / 68200.0) * 1e6);
  return geo;
}

gint
gw_sample_travel (GwSamplePoint a, GwSamplePoint b, gint mode)
{
  static const struct
  {
    gint metres_a_minute;
    gint extra;
  } speeds[] = {
    [GW_TRAVEL_CAR] = { 333, 2 },
    [GW_TRAVEL_BICYCLE] = { 200, 1 },
    [GW_TRAVEL_WALK] = { 80, 0 },
    [GW_TRAVEL_BUS] = { 200, 6 },
  };
  gdouble east = a.east - b.east, north = a.north - b.north;
  gint metres = (gint) (sqrt (east * east + north * north) * 1.3);

  if (metres < 30)
    return 2;
  return metres / speeds[mode].metres_a_minute + 2 + speeds[mode].extra;
}

char *
gw_sample_make_address (GwSampleRandom *random)
{
  guint n = gw_sample_words_count (gw_sample_streets);
  const char *street = gw_sample_streets[gw_sample_random_below (random, n)];

  return g_strdup_printf ("%d %s\n%s", gw_sample_random_between (random, 1, 68), street,
                          GW_SAMPLE_TOWN);
}

static void
place_team (GwSampleWorld *self, GwSampleTeam *team, guint index)
{
  guint columns = self->n_teams == 1 ? 1 : self->n_teams <= 4 ? 2 : 4;
  gint width = self->n_teams <= 4 ? 2500 : 3000;

  team->centre.east = (gint) (index % columns) * width;
  team->centre.north = (gint) (index / columns) * 3000;
  for (guint i = 0; i < 3; i++)
    {
      team->clusters[i].east = team->centre.east +
                               gw_sample_random_between (&self->random, -950, 950);
      team->clusters[i].north = team->centre.north +
                                gw_sample_random_between (&self->random, -950, 950);
    }
}

static void
name_colleague (GwSampleWorld *self, GwSampleColleague *colleague)
{
  GwSampleRandom *random = &self->random;

  if (colleague->team == 0)
    {
      const GwSampleCast *cast = &gw_sample_colleague_cast[colleague->place_in_team];
      colleague->first = cast->first;
      colleague->last = cast->last;
      colleague->gender = cast->gender;
      colleague->heritage = cast->heritage;
    }
  else
    {
      guint roll = gw_sample_random_below (random, 100);
      const GwSampleHeritage *heritage;

      while (roll >= gw_sample_heritages[colleague->heritage].share)
        roll -= gw_sample_heritages[colleague->heritage++].share;
      heritage = &gw_sample_heritages[colleague->heritage];
      colleague->gender = gw_sample_random_chance (random, 720) ? GW_GENDER_WOMAN : GW_GENDER_MAN;
      roll = gw_sample_random_below (random, GW_SAMPLE_N_NAMES);
      colleague->first = colleague->gender == GW_GENDER_WOMAN ? heritage->women[roll]
                                                              : heritage->men[roll];
      colleague->last = heritage->last[gw_sample_random_below (random, GW_SAMPLE_N_NAMES)];
    }
  colleague->skin = (guint) gw_sample_random_between (
      random, (gint) gw_sample_heritages[colleague->heritage].skin_first,
      (gint) gw_sample_heritages[colleague->heritage].skin_last);
}

static gboolean
name_is_taken (GwSampleWorld *self, const GwSampleColleague *colleague)
{
  for (guint i = 0; i < self->colleagues->len; i++)
    {
      const GwSampleColleague *other = GW_SAMPLE_COLLEAGUE (self, i);
      if (g_str_equal (other->first, colleague->first) &&
          (other->team == colleague->team || g_str_equal (other->last, colleague->last)))
        return TRUE;
    }
  return FALSE;
}

/* Skills are widely held: only two of them make anybody look twice. */
static guint
draw_skills (guint place)
{
  guint skills = 1 << GW_SAMPLE_MEDICATION | 1 << GW_SAMPLE_MOVING;

  if (place % 3 != 1)
    skills |= 1 << GW_SAMPLE_CATHETER;
  if (place % 4 == 0 || place % 5 == 2)
    skills |= 1 << GW_SAMPLE_PEG;
  if (place % 4 != 3)
    skills |= 1 << GW_SAMPLE_DEMENTIA;
  if (place % 3 == 0)
    skills |= 1 << GW_SAMPLE_END_OF_LIFE;
  return skills;
}

static void
give_roles (GwSampleColleague *colleague, gboolean is_coach)
{
  static const gint roles[12] = {
    GW_TEAM_ROLE_SCHEDULER,
    GW_TEAM_ROLE_CHAMPION,
    GW_TEAM_ROLE_RECRUITMENT,
    GW_TEAM_ROLE_STORYTELLER,
    0,
    GW_TEAM_ROLE_FACILITATOR,
    GW_TEAM_ROLE_CHAMPION,
    0,
    GW_TEAM_ROLE_RECORDER,
    GW_TEAM_ROLE_TRUSTED_ASSESSOR,
    GW_TEAM_ROLE_CHAMPION,
    0,
  };
  gint role = roles[colleague->place_in_team % 12];

  colleague->role = is_coach ? GW_ROLE_PRACTICE_COACH : GW_ROLE_WELLBEING_WORKER;
  colleague->team_roles = GW_CHOICE_BIT (GW_TEAM_ROLE_BUDDY);
  if (role != 0)
    colleague->team_roles |= GW_CHOICE_BIT (role);
}

static void
add_colleague (GwSampleWorld *self, guint team_index, guint place)
{
  GwSampleTeam *team = &self->teams[team_index];
  gboolean is_coach = place + 1 == team->n_colleagues;
  GwSampleColleague colleague = { .team = team_index, .place_in_team = place };
  guint tries = 0;

  do
    {
      colleague.heritage = 0;
      name_colleague (self, &colleague);
    }
  while (name_is_taken (self, &colleague) && ++tries < 50);
  colleague.id = gw_sample_world_make_id (self);
  colleague.contract = is_coach ? -1 : place == 7 || place == 4 ? 4 : 5;
  /* Seven by car, three by bicycle, two on foot. */
  colleague.mode = place == 6 || place == 10                ? GW_TRAVEL_WALK
                   : place == 1 || place == 7 || place == 5 ? GW_TRAVEL_BICYCLE
                                                            : GW_TRAVEL_CAR;
  colleague.skills = draw_skills (place);
  if (place == 3)
    colleague.cannot_with = GW_CHOICE_BIT (GW_HOME_DOG);
  if (place == 8)
    colleague.cannot_with = GW_CHOICE_BIT (GW_HOME_SMOKE);
  if (place % 4 == 1)
    colleague.shift_wishes = GW_CHOICE_BIT (GW_SHIFT_WISH_EARLIES);
  else if (place % 4 == 2)
    colleague.shift_wishes = GW_CHOICE_BIT (GW_SHIFT_WISH_LATES);
  else if (place % 4 == 3)
    colleague.shift_wishes = GW_CHOICE_BIT (GW_SHIFT_WISH_SAME_PEOPLE);
  give_roles (&colleague, is_coach);
  colleague.home.east = team->centre.east + gw_sample_random_between (&self->random, -1500, 1500);
  colleague.home.north = team->centre.north + gw_sample_random_between (&self->random, -1500, 1500);
  g_array_append_val (self->colleagues, colleague);
}

void
gw_sample_world_add_teams (GwSampleWorld *self)
{
  static const guint sizes[4][2] = { { 12, 18 }, { 12, 18 }, { 11, 17 }, { 10, 17 } };
  guint n_people = 0;

  self->n_teams = self->spec.kind == GW_SAMPLE_ONE_TEAM        ? 1
                  : self->spec.kind == GW_SAMPLE_NEIGHBOURHOOD ? 4
                                                               : 12;
  self->teams = g_new0 (GwSampleTeam, self->n_teams);
  for (guint i = 0; i < G_N_ELEMENTS (self->skills); i++)
    self->skills[i] = gw_sample_world_make_id (self);
  for (guint i = 0; i < self->n_teams; i++)
    {
      GwSampleTeam *team = &self->teams[i];
      team->base = gw_sample_world_make_id (self);
      team->id = gw_sample_world_make_id (self);
      team->name = gw_sample_teams[i];
      team->n_colleagues = sizes[i % 4][0];
      team->n_people = sizes[i % 4][1];
      team->first_colleague = self->colleagues->len;
      team->first_person = n_people;
      n_people += team->n_people;
      place_team (self, team, i);
      for (guint place = 0; place < team->n_colleagues; place++)
        add_colleague (self, i, place);
    }
}
