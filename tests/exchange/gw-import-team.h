/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small team that was brought in, and what is in it, for tests of imports.
 */
#pragma once

#include "gw-import-world.h"

#define LIST_OF_COLLEAGUES                                                                     \
  "Name,Contract hours,Skills,Driver,Email,Team\n"                                             \
  "Marta Zielińska,35,\"Medication (31/1/2027), Catheter care\",yes,m@x.example,Canal Side\n" \
  "\"Rathod, Dev\",28:30,Medication until 2027-03-01,cycle,,Canal Side\n"
#define LIST_OF_PEOPLE                                                    \
  "First name;Surname;Address;Postcode;Lat;Long;Preferred;Declined;Pets\n"    \
  "Rose;Tanner;14 Damson Close;HL1 2AB;52.166;-2.58;Marta;;dog, stairs\n" \
  "Ali;Rahman;2 Wharf Terrace;;52.17;-2.59;;Dev R;\n"

static inline void
bring (World *world)
{
  g_autoptr (GError) error = NULL;

  if (!world_run (world, &error))
    g_error ("%s", error->message);
}

static inline GwRecord *
find (World *world, const GwRecordType *type, guint field, const char *text)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, world->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (gw_record_get_record_type (record) == type &&
        g_str_equal (gw_record_get_text (record, field), text))
      return record;
  g_error ("there is no %s called %s", type->key, text);
}

static inline void
begin_with_team (World *world)
{
  world_init (world);
  world_begin (world);
  world_add_text (world, GW_IMPORT_PEOPLE, LIST_OF_PEOPLE);
  world_add_text (world, GW_IMPORT_COLLEAGUES, LIST_OF_COLLEAGUES);
  bring (world);
  g_assert_cmpuint (gw_import_report_get_n_problems (world->report), ==, 0);
}
