/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people and colleagues for screens and sheets. */
#include "config.h"

#include "gw-name.h"

#include "gw-text.h"

static char *
join_names (const char *first, const char *last, gboolean full)
{
  if (!full || *last == '\0')
    return g_strdup (first);
  if (*first == '\0')
    return g_strdup (last);
  return g_strconcat (first, " ", last, NULL);
}

char *
gw_person_dup_name (const GwPerson *person, gboolean full)
{
  return join_names (gw_person_get_first_name (person), gw_person_get_last_name (person), full);
}

char *
gw_colleague_dup_name (const GwColleague *colleague, gboolean full)
{
  return join_names (gw_colleague_get_first_name (colleague),
                     gw_colleague_get_last_name (colleague), full);
}

char *
gw_record_dup_initials (const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  g_autofree char *name = NULL;

  if (type == &gw_person_type)
    name = gw_person_dup_name (record, TRUE);
  else if (type == &gw_colleague_type)
    name = gw_colleague_dup_name (record, TRUE);
  else
    name = gw_record_dup_title (record);
  return gw_text_initials (name);
}
