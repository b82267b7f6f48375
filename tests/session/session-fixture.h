/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A session on a team file in a folder of its own, and short ways to edit, watch and take back. A
 * failure here ends the test.
 */
#pragma once

#include "gw-change.h"
#include "gw-live-list.h"
#include "gw-foresight.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** Fixture: a folder and an open session in it; the clock stands at 2026-11-23 07:10 UTC. */
typedef struct
{
  char *folder;
  char *path;
  GwClock *clock;
  GwSession *session;
} Fixture;

/** FIXTURE_ADD: adds a test that gets a fresh fixture. */
#define FIXTURE_ADD(name, function) \
  g_test_add (name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/** fixture_set_up: a folder with an empty team, open. */
void fixture_set_up (Fixture *self, gconstpointer data);

/** fixture_set_up_vfs: the same on an SQLite that can lose power and fill its disk. */
void fixture_set_up_vfs (Fixture *self, gconstpointer data);

/** fixture_tear_down: closes what is open and removes the folder. */
void fixture_tear_down (Fixture *self, gconstpointer data);

/** fixture_open: opens the team file again. */
void fixture_open (Fixture *self);

/** fixture_close: closes it; nothing else may hold the session. */
void fixture_close (Fixture *self);

/** fixture_submit: commits @change and waits. */
void fixture_submit (Fixture *self, GwChange *change);

/** fixture_foresee: what @change would bring along. (transfer full) */
GwForesight *fixture_foresee (Fixture *self, GwChange *change);

/** fixture_add_person: adds a person, as "Add NAME". */
GwId fixture_add_person (Fixture *self, const char *first_name);

/** fixture_add_colleague: adds a colleague. */
GwId fixture_add_colleague (Fixture *self, const char *first_name);

/** fixture_rename_person: gives a person another first name, as "Change NAME". */
void fixture_rename_person (Fixture *self, GwId id, const char *first_name);

/** fixture_delete_person: deletes a person. */
void fixture_delete_person (Fixture *self, GwId id);

/** fixture_count: how many records of @type there are. */
guint fixture_count (Fixture *self, const GwRecordType *type);

/** fixture_watch_people: all people by first name, loaded. (transfer full) */
GwLiveList *fixture_watch_people (Fixture *self);

/** fixture_assert_names: the first names in @list are @wanted, with spaces between them. */
void fixture_assert_names (GwLiveList *list, const char *wanted);

/** fixture_take_back: undo, or redo when @again; the label, or NULL with @error. (transfer full) */
char *fixture_take_back (Fixture *self, gboolean again, GError **error);

/** fixture_assert_taken_back: undo, or redo when @again, took back @wanted. */
void fixture_assert_taken_back (Fixture *self, gboolean again, const char *wanted);

G_END_DECLS
