/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking things up in field tables. */

#include "config.h"

#include "gw-field.h"

#include "gw-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gint
gw_record_type_find_field (const GwRecordType *type, const char *key)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].key, key) == 0)
      return (gint) i;
  return -1;
}

const GwChoice *
gw_field_find_choice (const GwField *field, gint number)
{
  if (field->choices == NULL)
    return NULL;
  for (const GwChoice *choice = field->choices; choice->key != NULL; choice++)
    if (choice->number == number)
      return choice;
  return NULL;
}

static gboolean
is_label (const char *label, const char *text)
{
  return label != NULL &&
         (gw_text_compare (label, text) == 0 || gw_text_compare (_ (label), text) == 0);
}

const GwChoice *
gw_field_find_choice_by_key (const GwField *field, const char *key)
{
  if (field->choices == NULL || *key == '\0')
    return NULL;
  for (const GwChoice *choice = field->choices; choice->key != NULL; choice++)
    if (strcmp (choice->key, key) == 0)
      return choice;
  for (const GwChoice *choice = field->choices; choice->key != NULL; choice++)
    if (is_label (choice->label, key))
      return choice;
  return NULL;
}

gboolean
gw_field_is_set (const GwField *field)
{
  return field->kind == GW_FIELD_REFERENCES;
}
