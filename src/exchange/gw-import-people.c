/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of colleagues and rows of people. */
#include "config.h"

#include "gw-import-private.h"

#include "gw-import-cells.h"

#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"

#include <string.h>

/* The record a row of people or colleagues is about, by id or whole name. */
static const GwRecord *
find_known (GwImport *self, const GwRecordType *type, guint id_field, guint name_field,
            guint first_field, const char *first, const char *last)
{
  const GwRecord *known = gw_import_find_by_id (self, type, id_field);
  g_autofree char *name = g_strdup_printf ("%s %s", first, last);
  gint where = gw_import_has (self, first_field) ? (gint) first_field : (gint) name_field;

  if (known != NULL || self->row_is_bad)
    return known;
  if (*first == '\0')
    {
      gw_import_complain (self, where, _ ("There is no name."));
      return NULL;
    }
  if (gw_import_index_find_full_name (self->index, type, name, &known) == GW_IMPORT_MATCH_SEVERAL)
    {
      gw_import_complain (
          self, where, _ ("More than one has this name. A column with ids would tell them apart."));
      return NULL;
    }
  return known;
}

/*
 * Who started the team gave a first name only. The list that brings their whole name means them, and
 * says so; two of that name in the list are told apart by the first one.
 */
static const GwRecord *
find_starter (GwImport *self, const char *first, const char *last)
{
  const GwRecord *starter = NULL;
  g_autofree char *reason = NULL;

  if (*last == '\0' || gw_import_index_find_full_name (self->index, &gw_colleague_type, first,
                                                       &starter) != GW_IMPORT_MATCH_ONE)
    return NULL;
  if (*gw_colleague_get_last_name (starter) != '\0' ||
      gw_import_was_touched (self, gw_record_get_id (starter)))
    return NULL;
  reason = g_strdup_printf (_ ("“%1$s” was here already without a last name, and is taken to be "
                               "%1$s %2$s."),
                            first, last);
  gw_import_mention (self, -1, reason);
  return starter;
}

static void
count_skipped (GwImport *self)
{
  gw_import_report_get_counts (self->report, gw_column_map_get_target (self->map))->n_skipped++;
}

/* --- colleagues ---------------------------------------------------------------------------------- */

static void
read_skill (GwImport *self, GwId colleague, const char *text)
{
  const GwRecord *known;
  g_autofree char *name = NULL;
  g_autoptr (GwDraft) draft = NULL;
  gboolean expires = FALSE;
  GwDay day;
  GwId skill;

  if (!gw_cell_split_expiry (text, self->settings.zone, self->settings.today, &name, &expires,
                             &day))
    {
      gw_import_complain_cell (self, GW_IMPORT_COLLEAGUE_SKILLS,
                               _ ("In “%s” the day in brackets cannot be read."));
      return;
    }
  skill = gw_import_find_skill (self, name);
  if (gw_id_is_none (skill))
    return;
  known = gw_import_index_find_pair (self->index, &gw_competence_type, colleague, skill, 0);
  draft = gw_import_start (&gw_competence_type, known);
  gw_competence_set_colleague (draft, colleague);
  gw_competence_set_skill (draft, skill);
  if (expires)
    gw_competence_set_expires (draft, day);
  gw_import_keep (self, draft);
}

/* Commas part skills too; a day never holds one. Days hold slashes, so only ';' and ',' count. */
static void
read_skills (GwImport *self, GwId colleague)
{
  g_auto (GStrv)
      pieces = g_strsplit_set (gw_import_cell (self, GW_IMPORT_COLLEAGUE_SKILLS), ";,|\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      read_skill (self, colleague, pieces[i]);
}

static void
read_role (GwImport *self, GwDraft *draft)
{
  const GwField *field = &gw_colleague_type.fields[GW_COLLEAGUE_ROLE];
  g_autofree char *words = NULL;
  const GwChoice *choice;

  if (!gw_import_has (self, GW_IMPORT_COLLEAGUE_ROLE))
    return;
  words = gw_cell_to_choice_words (gw_import_cell (self, GW_IMPORT_COLLEAGUE_ROLE), field->choices);
  choice = gw_field_find_choice_by_key (field, words);
  if (choice != NULL)
    gw_draft_set_integer (draft, GW_COLLEAGUE_ROLE, choice->number);
  else
    gw_import_mention (self, GW_IMPORT_COLLEAGUE_ROLE,
                       _ ("This role is not known here; it was left empty."));
}

static void
read_work (GwImport *self, GwDraft *draft)
{
  gw_import_take_team (self, draft, GW_COLLEAGUE_TEAM, GW_IMPORT_COLLEAGUE_TEAM);
  read_role (self, draft);
  gw_import_take_span (self, draft, GW_COLLEAGUE_CONTRACT, GW_IMPORT_COLLEAGUE_CONTRACT, TRUE);
  gw_import_take_span (self, draft, GW_COLLEAGUE_GREATEST_WEEK, GW_IMPORT_COLLEAGUE_GREATEST_WEEK,
                       TRUE);
  gw_import_take_flag (self, draft, GW_COLLEAGUE_OPTED_OUT, GW_IMPORT_COLLEAGUE_OPTED_OUT);
  gw_import_take_span (self, draft, GW_COLLEAGUE_GREATEST_SHIFT, GW_IMPORT_COLLEAGUE_GREATEST_SHIFT,
                       TRUE);
  gw_import_take (self, draft, GW_COLLEAGUE_GREATEST_RUN, GW_IMPORT_COLLEAGUE_GREATEST_RUN);
  gw_import_take (self, draft, GW_COLLEAGUE_PAY, GW_IMPORT_COLLEAGUE_PAY);
  gw_import_take_choices (self, draft, GW_COLLEAGUE_TRAVEL_MODE, GW_IMPORT_COLLEAGUE_TRAVEL_MODE);
  gw_import_take_choices (self, draft, GW_COLLEAGUE_CANNOT_WITH, GW_IMPORT_COLLEAGUE_CANNOT_WITH);
  gw_import_take_choices (self, draft, GW_COLLEAGUE_SHIFT_WISHES, GW_IMPORT_COLLEAGUE_WISHES);
  gw_import_take_choices (self, draft, GW_COLLEAGUE_WORKDAYS, GW_IMPORT_COLLEAGUE_WORKDAYS);
  gw_import_take_day (self, draft, GW_COLLEAGUE_STARTED, GW_IMPORT_COLLEAGUE_STARTED, TRUE);
  gw_import_take_day (self, draft, GW_COLLEAGUE_LEFT, GW_IMPORT_COLLEAGUE_LEFT, FALSE);
  gw_import_take_place (self, draft, GW_COLLEAGUE_HOME, GW_IMPORT_COLLEAGUE_LATITUDE,
                        GW_IMPORT_COLLEAGUE_LONGITUDE);
}

void
gw_import_read_colleague_row (GwImport *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const GwRecord *known;
  g_autoptr (GwDraft) draft = NULL;

  gw_import_split_name (self, GW_IMPORT_COLLEAGUE_NAME, GW_IMPORT_COLLEAGUE_FIRST_NAME,
                        GW_IMPORT_COLLEAGUE_LAST_NAME, &first, &last);
  known = find_known (self, &gw_colleague_type, GW_IMPORT_COLLEAGUE_ID, GW_IMPORT_COLLEAGUE_NAME,
                      GW_IMPORT_COLLEAGUE_FIRST_NAME, first, last);
  if (known == NULL && !self->row_is_bad)
    known = find_starter (self, first, last);
  if (self->row_is_bad)
    {
      count_skipped (self);
      return;
    }
  draft = gw_import_start (&gw_colleague_type, known);
  if (*first != '\0')
    gw_draft_set_text (draft, GW_COLLEAGUE_FIRST_NAME, first);
  if (*last != '\0')
    gw_draft_set_text (draft, GW_COLLEAGUE_LAST_NAME, last);
  read_work (self, draft);
  gw_import_take (self, draft, GW_COLLEAGUE_PHONE, GW_IMPORT_COLLEAGUE_PHONE);
  gw_import_take (self, draft, GW_COLLEAGUE_EMAIL, GW_IMPORT_COLLEAGUE_EMAIL);
  gw_import_take_choices (self, draft, GW_COLLEAGUE_GENDER, GW_IMPORT_COLLEAGUE_GENDER);
  gw_import_take (self, draft, GW_COLLEAGUE_LANGUAGES, GW_IMPORT_COLLEAGUE_LANGUAGES);
  gw_import_take (self, draft, GW_COLLEAGUE_NOTE, GW_IMPORT_COLLEAGUE_NOTE);
  if (gw_import_finish_row (self, draft))
    read_skills (self, gw_draft_get_id (draft));
}

/* --- people -------------------------------------------------------------------------------------- */

static void
read_address (GwImport *self, GwDraft *draft)
{
  const char *address = gw_import_cell (self, GW_IMPORT_PERSON_ADDRESS);
  const char *postcode = gw_import_cell (self, GW_IMPORT_PERSON_POSTCODE);
  g_autofree char *both = NULL;

  if (*address == '\0')
    return;
  both = *postcode == '\0' || strstr (address, postcode) != NULL
             ? g_strdup (address)
             : g_strdup_printf ("%s\n%s", address, postcode);
  gw_draft_set_text (draft, GW_PERSON_ADDRESS, both);
}

static void
read_wish (GwImport *self, GwDraft *draft, guint record_field, guint field)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (GwId));

  if (!gw_import_has (self, field))
    return;
  gw_import_find_colleagues (self, field, TRUE, ids);
  if (ids->len > 0)
    gw_draft_set_ids (draft, record_field, (const GwId *) (gpointer) ids->data, ids->len);
}

static void
read_link_worker (GwImport *self, GwDraft *draft)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (GwId));

  gw_import_find_colleagues (self, GW_IMPORT_PERSON_LINK_WORKER, TRUE, ids);
  if (ids->len > 0)
    gw_draft_set_id (draft, GW_PERSON_LINK_WORKER, g_array_index (ids, GwId, 0));
}

static void
read_home (GwImport *self, GwDraft *draft)
{
  read_address (self, draft);
  gw_import_take_place (self, draft, GW_PERSON_LOCATION, GW_IMPORT_PERSON_LATITUDE,
                        GW_IMPORT_PERSON_LONGITUDE);
  gw_import_take (self, draft, GW_PERSON_BUILDING, GW_IMPORT_PERSON_BUILDING);
  gw_import_take_span (self, draft, GW_PERSON_PARKING, GW_IMPORT_PERSON_PARKING, FALSE);
  gw_import_take (self, draft, GW_PERSON_ACCESS, GW_IMPORT_PERSON_ACCESS);
  gw_import_take_choices (self, draft, GW_PERSON_HOME_FEATURES, GW_IMPORT_PERSON_FEATURES);
}

static void
read_about (GwImport *self, GwDraft *draft)
{
  static const guint texts[][2] = {
    { GW_PERSON_LANGUAGE_WISH, GW_IMPORT_PERSON_LANGUAGE_WISH },
    { GW_PERSON_PHONE, GW_IMPORT_PERSON_PHONE },
    { GW_PERSON_ALLERGIES, GW_IMPORT_PERSON_ALLERGIES },
    { GW_PERSON_MATTERS, GW_IMPORT_PERSON_MATTERS },
    { GW_PERSON_LITTLE_THING, GW_IMPORT_PERSON_LITTLE_THING },
    { GW_PERSON_NOTE, GW_IMPORT_PERSON_NOTE },
  };

  gw_import_take_day (self, draft, GW_PERSON_BORN, GW_IMPORT_PERSON_BORN, TRUE);
  gw_import_take_choices (self, draft, GW_PERSON_GENDER, GW_IMPORT_PERSON_GENDER);
  gw_import_take_choices (self, draft, GW_PERSON_GENDER_WISH, GW_IMPORT_PERSON_GENDER_WISH);
  gw_import_take_flag (self, draft, GW_PERSON_GENDER_MUST, GW_IMPORT_PERSON_GENDER_MUST);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gw_import_take (self, draft, texts[i][0], texts[i][1]);
}

void
gw_import_read_person_row (GwImport *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const GwRecord *known;
  g_autoptr (GwDraft) draft = NULL;

  gw_import_split_name (self, GW_IMPORT_PERSON_NAME, GW_IMPORT_PERSON_FIRST_NAME,
                        GW_IMPORT_PERSON_LAST_NAME, &first, &last);
  known = find_known (self, &gw_person_type, GW_IMPORT_PERSON_ID, GW_IMPORT_PERSON_NAME,
                      GW_IMPORT_PERSON_FIRST_NAME, first, last);
  if (self->row_is_bad)
    {
      count_skipped (self);
      return;
    }
  draft = gw_import_start (&gw_person_type, known);
  if (*first != '\0')
    gw_draft_set_text (draft, GW_PERSON_FIRST_NAME, first);
  if (*last != '\0')
    gw_draft_set_text (draft, GW_PERSON_LAST_NAME, last);
  if (known == NULL)
    gw_draft_set_integer (draft, GW_PERSON_STATUS, GW_PERSON_SUPPORTED);
  gw_import_take_team (self, draft, GW_PERSON_TEAM, GW_IMPORT_PERSON_TEAM);
  read_link_worker (self, draft);
  read_home (self, draft);
  read_wish (self, draft, GW_PERSON_PREFERRED, GW_IMPORT_PERSON_PREFERRED);
  read_wish (self, draft, GW_PERSON_DECLINED, GW_IMPORT_PERSON_DECLINED);
  read_about (self, draft);
  gw_import_finish_row (self, draft);
}
