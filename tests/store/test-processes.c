/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several at once: a reader beside the writer, many threads, two processes, and a process that is
 * killed in the middle of its work.
 */
#include "config.h"

#include "store-fixture.h"

#include "gw-backup.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- threads --- */

#define N_WRITERS 3
#define N_EDITS 60

typedef struct
{
  Fixture *fixture;
  GwStore *store;
  gint n_running;
} Crowd;

/* Each commit makes two people, so a snapshot with an odd number of them was torn. */
static gpointer
write_pairs (gpointer data)
{
  Crowd *crowd = data;

  for (guint i = 0; i < N_EDITS; i++)
    {
      GwChange *change = gw_change_new ("Add two");
      g_autoptr (GwRecord) first = fixture_make_person ("First");
      g_autoptr (GwRecord) second = fixture_make_person ("Second");

      gw_change_insert (change, first);
      gw_change_insert (change, second);
      gw_commit_unref (fixture_submit (crowd->fixture, crowd->store, change));
    }
  g_atomic_int_dec_and_test (&crowd->n_running);
  return NULL;
}

static void
test_readers_and_writers (Fixture *self, gconstpointer data)
{
  Crowd crowd = { self, fixture_open (self), N_WRITERS };
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  GThread *threads[N_WRITERS];
  guint64 last = 0;

  for (guint i = 0; i < N_WRITERS; i++)
    threads[i] = g_thread_new ("writer", write_pairs, &crowd);
  while (g_atomic_int_get (&crowd.n_running) > 0)
    {
      guint64 sequence = 0;
      g_autoptr (GPtrArray)
          people = gw_store_query_sync (crowd.store, query, &sequence, NULL, NULL);

      g_assert_cmpuint (people->len, ==, 2 * sequence);
      g_assert_cmpuint (sequence, >=, last);
      last = sequence;
    }
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (fixture_count (crowd.store, &fixture_person_type), ==, 2 * N_WRITERS * N_EDITS);
  fixture_close (crowd.store);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = gw_store_submit_finish (GW_STORE (source), result, &error);
  guint *n_done = user_data;

  g_assert_no_error (error);
  g_assert_cmpuint (gw_commit_get_info (commit)->sequence, ==, ++*n_done);
}

/* Closing finishes what was submitted, in order; nothing acknowledged is lost. */
static void
test_close_saves (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  guint n_done = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GwChange) change = gw_change_new ("Add");
      g_autoptr (GwRecord) person = fixture_make_person ("Rose");

      gw_change_insert (change, person);
      gw_store_submit_async (store, change, self->author, NULL, on_done, &n_done);
    }
  g_assert_true (gw_store_close_sync (store, NULL));
  while (n_done < 50)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (store);
  store = fixture_open (self);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 50);
  fixture_close (store);
}

/* --- processes --- */

/* Variables of the environment that make this program a child: what to work on. */
#define ADD_TO "GW_TEST_ADD_TO"
#define RESTORE "GW_TEST_RESTORE"

/* In the child: adds people and says the number of each, once it is acknowledged. */
static void
add_and_report (const char *path, int output)
{
  Fixture fixture = { 0 };
  GwStore *store;

  fixture_set_up (&fixture, NULL);
  g_free (fixture.path);
  fixture.path = g_strdup (path);
  store = fixture_open (&fixture);
  for (;;)
    {
      guint64 sequence;
      g_autoptr (GwRecord) person = fixture_make_person ("Rose");

      fixture_insert (&fixture, store, person);
      sequence = gw_store_get_sequence (store);
      if (write (output, &sequence, sizeof sequence) != sizeof sequence)
        _exit (1);
    }
}

/* In the child: brings the newest backup back over and over, and says so each time. */
static void
restore_and_report (const char *path, int output)
{
  for (;;)
    {
      g_autoptr (GPtrArray) backups = gw_backup_list_sync (path, NULL, NULL);
      const GwBackup *newest = backups->pdata[0];
      g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
      g_autofree char *aside = gw_backup_restore_sync (path, newest->path, clock, NULL, NULL);
      guint64 done = aside != NULL;

      if (write (output, &done, sizeof done) != sizeof done)
        _exit (1);
    }
}

/* Starts a child that does @work to the file until it is killed; it reports through @out_output. */
static pid_t
start_child (const char *program, const char *work, const char *path, int *out_output)
{
  g_autofree char *option = g_strconcat (work, "=", path, NULL);
  int pipe_ends[2];
  pid_t child;

  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      dup2 (pipe_ends[1], STDOUT_FILENO);
      putenv (option);
      execl (program, program, NULL);
      _exit (127);
    }
  close (pipe_ends[1]);
  *out_output = pipe_ends[0];
  return child;
}

static void
end_child (pid_t child)
{
  int status;

  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

/* The last number the child had acknowledged when it was killed. */
static guint64
kill_after (Fixture *self, const char *program, guint n_reports)
{
  guint64 acknowledged = 0, sequence;
  int output;
  pid_t child = start_child (program, ADD_TO, self->path, &output);

  for (guint i = 0; i < n_reports; i++)
    {
      g_assert_cmpint (read (output, &sequence, sizeof sequence), ==, sizeof sequence);
      acknowledged = sequence;
    }
  end_child (child);
  while (read (output, &sequence, sizeof sequence) == sizeof sequence)
    acknowledged = sequence;
  close (output);
  return acknowledged;
}

static void
test_kill (Fixture *self, gconstpointer data)
{
  for (guint n_reports = 1; n_reports <= 96; n_reports = n_reports * 3 + 1)
    {
      guint64 acknowledged = kill_after (self, data, n_reports);
      GwStore *store = fixture_open (self);

      g_assert_cmpint (fixture_count (store, &fixture_person_type), >=, (gint64) acknowledged);
      g_assert_cmpint (fixture_count (store, &fixture_person_type), <=, (gint64) acknowledged + 1);
      fixture_close (store);
    }
}

/* Killed in the middle of bringing a backup back: the file is whole, the one or the other. */
static void
test_kill_while_restoring (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwRecord) ali = fixture_make_person ("Ali");
  GwStore *store = fixture_open (self);

  fixture_insert (self, store, rose);
  gw_backup_free (gw_backup_make_sync (store, NULL, NULL, NULL));
  fixture_insert (self, store, ali);
  fixture_close (store);
  for (guint n_reports = 0; n_reports < 8; n_reports++)
    {
      guint64 done;
      int output;
      pid_t child = start_child (data, RESTORE, self->path, &output);

      for (guint i = 0; i < n_reports; i++)
        {
          g_assert_cmpint (read (output, &done, sizeof done), ==, sizeof done);
          g_assert_cmpuint (done, ==, 1);
        }
      end_child (child);
      close (output);
      store = fixture_open (self);
      g_assert_cmpint (fixture_count (store, &fixture_person_type), >=, 1);
      g_assert_cmpint (fixture_count (store, &fixture_person_type), <=, n_reports == 0 ? 2 : 1);
      fixture_close (store);
    }
}

/* While another process has it, it is busy; when that one is killed, it is not. */
static void
test_two_processes (Fixture *self, gconstpointer data)
{
  guint64 sequence;
  int output;
  pid_t child = start_child (data, ADD_TO, self->path, &output);

  g_assert_cmpint (read (output, &sequence, sizeof sequence), ==, sizeof sequence);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_BUSY);
  end_child (child);
  close (output);
  fixture_close (fixture_open (self));
}

int
main (int argc, char *argv[])
{
  if (g_getenv (ADD_TO) != NULL)
    add_and_report (g_getenv (ADD_TO), STDOUT_FILENO);
  if (g_getenv (RESTORE) != NULL)
    restore_and_report (g_getenv (RESTORE), STDOUT_FILENO);
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/threads/readers-and-writers", test_readers_and_writers);
  FIXTURE_ADD ("/threads/close-saves", test_close_saves);
  g_test_add ("/processes/kill", Fixture, argv[0], fixture_set_up, test_kill, fixture_tear_down);
  g_test_add ("/processes/kill-while-restoring", Fixture, argv[0], fixture_set_up,
              test_kill_while_restoring, fixture_tear_down);
  g_test_add ("/processes/two", Fixture, argv[0], fixture_set_up, test_two_processes,
              fixture_tear_down);
  return g_test_run ();
}
