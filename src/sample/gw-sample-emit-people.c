/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of skills, places, teams, colleagues and people. */
#include "config.h"

#include "gw-sample-private.h"

#include "gw-absence.h"
#include "gw-availability.h"
#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-skill.h"
#include "gw-team.h"

static void
emit (GPtrArray *records, GwRecordBuilder *builder, GwId id)
{
  g_ptr_array_add (records, gw_record_builder_end (builder, id));
}

static void
emit_places (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_place_type);

  for (guint i = 0; i < self->n_teams; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s Room", self->teams[i].name);
      g_autofree char *address = gw_sample_make_address (&self->random);
      gw_record_builder_set_text (builder, GW_PLACE_NAME, name, -1);
      gw_record_builder_set_text (builder, GW_PLACE_ADDRESS, address, -1);
      gw_record_builder_set_point (builder, GW_PLACE_LOCATION,
                                   gw_sample_to_geo (self->teams[i].centre));
      gw_record_builder_set_integer (builder, GW_PLACE_PARKING, 2);
      emit (records, builder, self->teams[i].base);
    }
}

static void
emit_teams (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_team_type);

  for (guint i = 0; i < self->n_teams; i++)
    {
      gw_record_builder_set_text (builder, GW_TEAM_NAME, self->teams[i].name, -1);
      gw_record_builder_set_text (builder, GW_TEAM_NEIGHBOURHOOD, GW_SAMPLE_TOWN, -1);
      gw_record_builder_set_id (builder, GW_TEAM_BASE, self->teams[i].base);
      gw_record_builder_set_integer (builder, GW_TEAM_CONTACT_TARGET, 70);
      gw_record_builder_set_integer (builder, GW_TEAM_PUBLISH_LEAD, 28);
      emit (records, builder, self->teams[i].id);
    }
}

static void
emit_skills (GwSampleWorld *self, GPtrArray *records)
{
  static const struct
  {
    const char *name, *code;
    gint renew;
  } skills[GW_SAMPLE_N_SKILLS] = {
    { "Medication", "MED", 12 },     { "Moving and handling", "M&H", 12 },
    { "Catheter care", "CATH", 24 }, { "PEG feeding", "PEG", 12 },
    { "Dementia", "DEM", 0 },        { "End of life care", "EOL", 24 },
  };
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_skill_type);

  for (guint i = 0; i < GW_SAMPLE_N_SKILLS; i++)
    {
      gw_record_builder_set_text (builder, GW_SKILL_NAME, skills[i].name, -1);
      gw_record_builder_set_text (builder, GW_SKILL_CODE, skills[i].code, -1);
      if (skills[i].renew > 0)
        gw_record_builder_set_integer (builder, GW_SKILL_RENEW_AFTER, skills[i].renew);
      emit (records, builder, self->skills[i]);
    }
}

static void
set_reaching (GwSampleWorld *self, GwRecordBuilder *builder, const GwSampleColleague *colleague,
              guint index)
{
  /* Numbers set aside for drama, and a domain that cannot exist. */
  g_autofree char *phone = g_strdup_printf ("07700 900%03u", index % 1000);
  g_autofree char *plain = g_str_to_ascii (colleague->first, NULL);
  g_autofree char *lower = g_ascii_strdown (plain, -1);
  g_autofree char *email = g_strdup_printf ("%s@hartlow.example", lower);
  const char *language = gw_sample_heritages[colleague->heritage].languages;
  g_autofree char *languages = g_strdup_printf ("English%s%s", language != NULL ? ", " : "",
                                                language != NULL ? language : "");
  GwDay born;

  gw_record_builder_set_text (builder, GW_COLLEAGUE_PHONE, phone, -1);
  gw_record_builder_set_text (builder, GW_COLLEAGUE_EMAIL, email, -1);
  gw_record_builder_set_text (builder, GW_COLLEAGUE_LANGUAGES, languages, -1);
  gw_record_builder_set_integer (builder, GW_COLLEAGUE_GENDER, colleague->gender);
  if (gw_day_from_ymd (1966 + (gint) (index * 7 % 36), 1 + (gint) (index * 5 % 12),
                       1 + (gint) (index * 11 % 28), &born))
    gw_record_builder_set_integer (builder, GW_COLLEAGUE_BORN, born.value);
}

static void
set_work (GwSampleWorld *self, GwRecordBuilder *builder, const GwSampleColleague *colleague,
          guint index)
{
  gint hours = colleague->contract < 0 ? 35 : colleague->contract * 7;
  GwDay started = gw_day_add (self->first_day, -100 - (gint) (index * 137 % 1500));

  gw_record_builder_set_integer (builder, GW_COLLEAGUE_STARTED, started.value);
  gw_record_builder_set_integer (builder, GW_COLLEAGUE_CONTRACT, hours * 60);
  gw_record_builder_set_integer (
      builder, GW_COLLEAGUE_PAY,
      1360 + (gint) (index * 10 % 90) +
          (GW_HAS_CHOICE (colleague->team_roles, GW_TEAM_ROLE_SCHEDULER) ? 80 : 0));
  gw_record_builder_set_integer (builder, GW_COLLEAGUE_TRAVEL_MODE, colleague->mode);
  gw_record_builder_set_point (builder, GW_COLLEAGUE_HOME, gw_sample_to_geo (colleague->home));
  if (colleague->cannot_with != 0)
    gw_record_builder_set_integer (builder, GW_COLLEAGUE_CANNOT_WITH,
                                   (gint64) colleague->cannot_with);
  if (colleague->shift_wishes != 0)
    gw_record_builder_set_integer (builder, GW_COLLEAGUE_SHIFT_WISHES,
                                   (gint64) colleague->shift_wishes);
}

static void
emit_colleagues (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_colleague_type);

  for (guint i = 0; i < self->colleagues->len; i++)
    {
      const GwSampleColleague *colleague = GW_SAMPLE_COLLEAGUE (self, i);
      const GwSampleTeam *team = &self->teams[colleague->team];
      guint buddy = team->first_colleague + (colleague->place_in_team ^ 1u) % team->n_colleagues;
      gw_record_builder_set_text (builder, GW_COLLEAGUE_FIRST_NAME, colleague->first, -1);
      gw_record_builder_set_text (builder, GW_COLLEAGUE_LAST_NAME, colleague->last, -1);
      gw_record_builder_set_text (builder, GW_COLLEAGUE_PHOTO, colleague->photo, -1);
      gw_record_builder_set_id (builder, GW_COLLEAGUE_TEAM, team->id);
      gw_record_builder_set_integer (builder, GW_COLLEAGUE_ROLE, colleague->role);
      gw_record_builder_set_integer (builder, GW_COLLEAGUE_TEAM_ROLES,
                                     (gint64) colleague->team_roles);
      if (buddy != i)
        gw_record_builder_set_id (builder, GW_COLLEAGUE_BUDDY,
                                  GW_SAMPLE_COLLEAGUE (self, buddy)->id);
      if (i % 6 != 5)
        gw_record_builder_set_integer (builder, GW_COLLEAGUE_FACE_ON_SHEETS, 1);
      set_reaching (self, builder, colleague, i);
      set_work (self, builder, colleague, i);
      emit (records, builder, colleague->id);
    }
}

static void
emit_competences (GwSampleWorld *self, GPtrArray *records)
{
  static const gint years[GW_SAMPLE_N_SKILLS] = { 1, 1, 2, 1, 0, 2 };
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_competence_type);

  for (guint i = 0; i < self->colleagues->len; i++)
    for (guint skill = 0; skill < GW_SAMPLE_N_SKILLS; skill++)
      {
        const GwSampleColleague *colleague = GW_SAMPLE_COLLEAGUE (self, i);
        GwDay expires = gw_day_add (self->week, 60 + (gint) (i * 53 + skill * 31) % 290);
        if ((colleague->skills & (1u << skill)) == 0)
          continue;
        /* One runs out next Friday, just after the training that would renew it. */
        if (skill == GW_SAMPLE_MOVING && colleague->place_in_team == 2)
          expires = gw_day_add (self->week, 11);
        gw_record_builder_set_id (builder, GW_COMPETENCE_COLLEAGUE, colleague->id);
        gw_record_builder_set_id (builder, GW_COMPETENCE_SKILL, self->skills[skill]);
        gw_record_builder_set_integer (builder, GW_COMPETENCE_SINCE,
                                       gw_day_add (expires, -365 * MAX (years[skill], 1)).value);
        if (years[skill] > 0)
          gw_record_builder_set_integer (builder, GW_COMPETENCE_EXPIRES, expires.value);
        emit (records, builder, gw_sample_world_make_id (self));
      }
}

static void
emit_absences (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_absence_type);

  for (guint i = 0; i < self->absences->len; i++)
    {
      const GwSampleAbsence *absence = &g_array_index (self->absences, GwSampleAbsence, i);
      gw_record_builder_set_id (builder, GW_ABSENCE_COLLEAGUE,
                                GW_SAMPLE_COLLEAGUE (self, absence->colleague)->id);
      gw_record_builder_set_integer (builder, GW_ABSENCE_KIND, absence->kind);
      gw_record_builder_set_integer (builder, GW_ABSENCE_STATE, absence->state);
      gw_record_builder_set_integer (builder, GW_ABSENCE_FIRST_DAY, absence->first.value);
      gw_record_builder_set_integer (builder, GW_ABSENCE_LAST_DAY, absence->last.value);
      if (absence->note != NULL)
        gw_record_builder_set_text (builder, GW_ABSENCE_NOTE, absence->note, -1);
      emit (records, builder, gw_sample_world_make_id (self));
    }
}

/* Thursday is college day for one; another would love Saturday mornings. */
static void
emit_availability (GwSampleWorld *self, GPtrArray *records)
{
  static const struct
  {
    guint place;
    gint kind;
    guint weekday;
    gint start, end;
  } rows[] = {
    { 6, GW_AVAILABILITY_RATHER_NOT, GW_THURSDAY, 1020, 1320 },
    { 10, GW_AVAILABILITY_GLADLY, GW_SATURDAY, 420, 840 },
    { 7, GW_AVAILABILITY_CANNOT, GW_SUNDAY, 540, 720 },
  };
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_availability_type);

  for (guint team = 0; team < self->n_teams; team++)
    for (guint i = 0; i < 2; i++)
      {
        guint place = rows[i].place % self->teams[team].n_colleagues;
        guint colleague = self->teams[team].first_colleague + place;
        gw_record_builder_set_id (builder, GW_AVAILABILITY_COLLEAGUE,
                                  GW_SAMPLE_COLLEAGUE (self, colleague)->id);
        gw_record_builder_set_integer (builder, GW_AVAILABILITY_KIND, rows[i].kind);
        gw_record_builder_set_integer (builder, GW_AVAILABILITY_WEEKDAYS,
                                       (gint64) GW_CHOICE_BIT (rows[i].weekday));
        gw_record_builder_set_integer (builder, GW_AVAILABILITY_START, rows[i].start);
        gw_record_builder_set_integer (builder, GW_AVAILABILITY_END, rows[i].end);
        emit (records, builder, gw_sample_world_make_id (self));
      }
}

static const char *
choose (GwSampleWorld *self, const char *const *words, guint index)
{
  return words[(index * 7 + 3 * (guint) self->spec.seed) % gw_sample_words_count (words)];
}

static void
set_home (GwSampleWorld *self, GwRecordBuilder *builder, const GwSamplePerson *person, guint index)
{
  gw_record_builder_set_text (builder, GW_PERSON_ADDRESS, person->address, -1);
  gw_record_builder_set_point (builder, GW_PERSON_LOCATION, gw_sample_to_geo (person->home));
  gw_record_builder_set_integer (builder, GW_PERSON_PARKING, 2);
  gw_record_builder_set_text (builder, GW_PERSON_ACCESS, choose (self, gw_sample_access, index),
                              -1);
  if (index % 3 == 1)
    {
      g_autofree char *code = g_strdup_printf (
          "%04d", gw_sample_random_between (&self->random, 1000, 9999));
      gw_record_builder_set_text (builder, GW_PERSON_KEY_SAFE, code, -1);
    }
  if (person->features != 0)
    gw_record_builder_set_integer (builder, GW_PERSON_HOME_FEATURES, (gint64) person->features);
  if (index % 18 == 15)
    gw_record_builder_set_integer (builder, GW_PERSON_NO_SHEETS, 1);
  if (index % 18 == 6)
    gw_record_builder_set_text (builder, GW_PERSON_ALLERGIES, "Penicillin. Plasters leave a rash.",
                                -1);
}

static void
set_wishes (GwSampleWorld *self, GwRecordBuilder *builder, const GwSamplePerson *person)
{
  GwId preferred[2];
  guint n = 0;

  for (guint i = 0; i < 2; i++)
    if (person->preferred[i] >= 0)
      preferred[n++] = GW_SAMPLE_COLLEAGUE (self, person->preferred[i])->id;
  if (n > 0)
    gw_record_builder_set_ids (builder, GW_PERSON_PREFERRED, preferred, n);
  if (person->declined >= 0)
    gw_record_builder_set_ids (builder, GW_PERSON_DECLINED,
                               &GW_SAMPLE_COLLEAGUE (self, person->declined)->id, 1);
  if (person->gender_wish != 0)
    gw_record_builder_set_integer (builder, GW_PERSON_GENDER_WISH, person->gender_wish);
  if (person->gender_must)
    gw_record_builder_set_integer (builder, GW_PERSON_GENDER_MUST, 1);
  if (gw_sample_heritages[person->heritage].languages != NULL)
    gw_record_builder_set_text (builder, GW_PERSON_LANGUAGE_WISH,
                                gw_sample_heritages[person->heritage].languages, -1);
}

static void
emit_people (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_person_type);

  for (guint i = 0; i < self->people->len; i++)
    {
      const GwSamplePerson *person = GW_SAMPLE_PERSON (self, i);
      GwDay born;
      gw_record_builder_set_text (builder, GW_PERSON_FIRST_NAME, person->first, -1);
      gw_record_builder_set_text (builder, GW_PERSON_LAST_NAME, person->last, -1);
      gw_record_builder_set_text (builder, GW_PERSON_PHOTO, person->photo, -1);
      gw_record_builder_set_id (builder, GW_PERSON_TEAM, self->teams[person->team].id);
      gw_record_builder_set_id (builder, GW_PERSON_LINK_WORKER,
                                GW_SAMPLE_COLLEAGUE (self, person->link_worker)->id);
      gw_record_builder_set_integer (builder, GW_PERSON_STATUS, GW_PERSON_SUPPORTED);
      gw_record_builder_set_integer (builder, GW_PERSON_GENDER, person->gender);
      if (gw_day_from_ymd (1932 + (gint) (i * 5 % 23), 1 + (gint) (i * 7 % 12),
                           1 + (gint) (i * 13 % 28), &born))
        gw_record_builder_set_integer (builder, GW_PERSON_BORN, born.value);
      gw_record_builder_set_text (builder, GW_PERSON_MATTERS, choose (self, gw_sample_matters, i),
                                  -1);
      gw_record_builder_set_text (builder, GW_PERSON_SUPPORT, choose (self, gw_sample_support, i),
                                  -1);
      gw_record_builder_set_text (builder, GW_PERSON_LITTLE_THING,
                                  choose (self, gw_sample_little_things, i), -1);
      set_home (self, builder, person, i);
      set_wishes (self, builder, person);
      emit (records, builder, person->id);
    }
}

void
gw_sample_emit_people (GwSampleWorld *self, GPtrArray *records)
{
  emit_places (self, records);
  emit_teams (self, records);
  emit_skills (self, records);
  emit_colleagues (self, records);
  emit_competences (self, records);
  emit_absences (self, records);
  emit_availability (self, records);
  emit_people (self, records);
}
