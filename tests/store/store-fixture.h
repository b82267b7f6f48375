/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Record types for the tests of the store, a store in a folder of its own, and short ways to make
 * and read things. A failure here ends the test.
 */
#pragma once

#include "gw-store.h"

#include "gw-draft.h"

G_BEGIN_DECLS

enum
{
  PERSON_NAME,
  PERSON_NOTES,
  PERSON_BORN,
  PERSON_CODE,
  PERSON_HOME,
  PERSON_PHOTO,
  PERSON_N_FIELDS
};

enum
{
  VISIT_PERSON,
  VISIT_DAY,
  VISIT_START,
  VISIT_HELPERS,
  VISIT_KIND,
  VISIT_NOTE,
  VISIT_PRICE,
  VISIT_CRITICAL,
  VISIT_N_FIELDS
};

enum
{
  ENTRY_TEXT,
  ENTRY_PERSON,
  ENTRY_N_FIELDS
};

extern const GwRecordType fixture_person_type;
extern const GwRecordType fixture_visit_type;
extern const GwRecordType fixture_entry_type; /* append only */
extern const GwRecordType *const fixture_types[3];

/** FIXTURE_NOW: 2026-11-23T07:10:00Z. */
#define FIXTURE_NOW ((GwInstant){ G_GINT64_CONSTANT (1795417800000000) })

/** Fixture: a folder, a path in it, and a clock. */
typedef struct
{
  char *folder;
  char *path;
  GwClock *clock;
  GwId author;
} Fixture;

/** FIXTURE_ADD: adds a test with a fixture. */
#define FIXTURE_ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/** fixture_set_up: GTest set-up. */
void fixture_set_up (Fixture *self, gconstpointer data);

/** fixture_tear_down: GTest tear-down; removes the folder. */
void fixture_tear_down (Fixture *self, gconstpointer data);

/** fixture_config: a configuration with the three types. */
GwStoreConfig fixture_config (Fixture *self, guint flags);

/** fixture_open: opens or makes the store; must work. */
GwStore *fixture_open (Fixture *self);

/** fixture_open_fails: opening fails with @code. */
void fixture_open_fails (Fixture *self, guint flags, GwError code);

/** fixture_close: closes and frees. */
void fixture_close (GwStore *store);

/** fixture_make_person: a record of fixture_person_type. */
GwRecord *fixture_make_person (const char *name);

/** fixture_make_visit: a record of fixture_visit_type. */
GwRecord *fixture_make_visit (const GwRecord *person, gint day);

/** fixture_submit: commits @change (taking it); must work. */
GwCommit *fixture_submit (Fixture *self, GwStore *store, GwChange *change);

/** fixture_submit_fails: committing @change (taking it) fails with @code and leaves no trace. */
void fixture_submit_fails (Fixture *self, GwStore *store, GwChange *change, GwError code);

/** fixture_insert: commits the insertion of @record. */
void fixture_insert (Fixture *self, GwStore *store, GwRecord *record);

/** fixture_set_text: commits one edit; returns the new revision. */
GwRecord *fixture_set_text (Fixture *self, GwStore *store, const GwRecord *record, guint field,
                            const char *text);

/** fixture_get: reads one record; must work. */
GwRecord *fixture_get (GwStore *store, const GwRecordType *type, GwId id);

/** fixture_count: how many records of @type are there. */
gint64 fixture_count (GwStore *store, const GwRecordType *type);

/** fixture_file_holds: whether the file holds the bytes of @text. */
gboolean fixture_file_holds (const char *path, const char *text);

/** fixture_tree_holds: whether any file below @folder holds the bytes of @text. */
gboolean fixture_tree_holds (const char *folder, const char *text);

G_END_DECLS
