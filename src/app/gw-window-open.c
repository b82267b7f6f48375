/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, starting and closing team files in a window. */
#include "config.h"

#include "gw-window-private.h"

#include "gw-dialogs.h"
#include "gw-recent-files.h"
#include "gw-rescue-dialog.h"
#include "gw-session-edit.h"
#include "gw-session-error.h"
#include "gw-session-receive.h"
#include "gw-session-records.h"
#include "gw-session-sample.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-team.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The sample is the same everywhere, so that two people can talk about it. */
#define SAMPLE_SEED 7

static void
show_problem (GwWindow *self, const char *sentence)
{
  if (self->is_closing)
    return;
  if (self->session == NULL)
    {
      gw_window_show_welcome (self, sentence);
      return;
    }
  gw_window_show_team_stage (self);
  gw_window_add_toast (self, sentence);
}

static void
fail_to_open (GwWindow *self, const GError *error)
{
  g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_OPEN);

  show_problem (self, sentence);
}

/* Where team files are kept ------------------------------------------------------------------- */

static char *
dup_folder (void)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "good-week", NULL);

  g_mkdir_with_parents (folder, 0700);
  return folder;
}

/* A name for the file that is not taken: "Mill Lane.gw", "Mill Lane 2.gw", … */
static char *
find_free_path (const char *name)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *first = gw_text_to_file_name (name, ".gw");
  char *path = g_build_filename (folder, first, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", name, i);
      g_autofree char *next = gw_text_to_file_name (numbered, ".gw");

      g_free (path);
      path = g_build_filename (folder, next, NULL);
    }
  return path;
}

static void open_now (GwWindow *self, const char *path, GwSessionFlags flags);

/* A whole team from another laptop becomes a team file of this one ---------------------------- */

/** GwReceiving: a team on its way to the file at @path. */
typedef struct
{
  GwWindow *window;
  char *path;
} GwReceiving;

static void
gw_receiving_free (GwReceiving *receiving)
{
  g_object_unref (receiving->window);
  g_free (receiving->path);
  g_free (receiving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwReceiving, gw_receiving_free)

static void
on_received (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwReceiving) receiving = user_data;
  GwWindow *self = receiving->window;
  g_autoptr (GError) error = NULL;

  self->is_opening = FALSE;
  if (gw_session_receive_team_finish (result, &error))
    {
      open_now (self, receiving->path, GW_SESSION_NO_FLAGS);
      return;
    }
  show_problem (self, error->message);
  gw_window_end_patience (self);
}

static void
receive (GwWindow *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  GwReceiving *receiving = g_new0 (GwReceiving, 1);

  base[strlen (base) - strlen (".gwteam")] = '\0';
  receiving->window = g_object_ref (self);
  receiving->path = find_free_path (base);
  gw_session_receive_team_async (path, receiving->path, NULL, on_received, receiving);
}

/* Opening ------------------------------------------------------------------------------------ */

/* Takes @session, (transfer full); a window that closes meanwhile gives it back to the disk. */
static void
show_opened (GwWindow *self, GwSession *session)
{
  if (self->is_closing)
    {
      /* Not by the last reference: closing waits for the disk. */
      gw_session_close_async (session, NULL, NULL);
      g_object_unref (session);
      return;
    }
  gw_recent_files_add (self->settings, gw_session_get_path (session));
  gw_window_take_session (self, session);
}

static void
on_opened (const char *path, GwSession *session, const GError *error, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;

  self->is_opening = FALSE;
  if (session == NULL)
    {
      fail_to_open (self, error);
      gw_window_end_patience (self);
      if (g_error_matches (error, GW_ERROR, GW_ERROR_CORRUPT) && !self->is_closing)
        gw_rescue_dialog_offer (self, path);
      return;
    }
  show_opened (self, session);
  if (!self->is_closing)
    gw_window_end_patience (self);
}

static void
begin_opening (GwWindow *self)
{
  self->is_opening = TRUE;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gw_window_show_waiting (self, _ ("Opening the team file…"));
}

void
gw_window_take_opening (GwWindow *self, GwOpening *opening)
{
  g_return_if_fail (GW_IS_WINDOW (self));

  if (self->is_closing)
    {
      gw_opening_drop (opening);
      return;
    }
  begin_opening (self);
  gw_opening_finish (opening, on_opened, g_object_ref (self));
}

static void
open_now (GwWindow *self, const char *path, GwSessionFlags flags)
{
  if (self->is_closing)
    return;
  begin_opening (self);
  if (gw_session_is_whole_team (path))
    receive (self, path);
  else
    gw_opening_finish (gw_opening_new (path, flags), on_opened, g_object_ref (self));
}

/** GwWantedFile: a file to be opened once the team that is open may be left. */
typedef struct
{
  char *path;
  GwSessionFlags flags;
} GwWantedFile;

static void
gw_wanted_file_free (gpointer data)
{
  GwWantedFile *wanted = data;

  g_free (wanted->path);
  g_free (wanted);
}

static void
open_wanted (GwWindow *self, gpointer data)
{
  const GwWantedFile *wanted = data;

  open_now (self, wanted->path, wanted->flags);
}

void
gw_window_open (GwWindow *self, const char *path, GwSessionFlags flags)
{
  GwWantedFile *wanted;

  g_return_if_fail (GW_IS_WINDOW (self));

  if (self->is_closing)
    return;
  wanted = g_new0 (GwWantedFile, 1);
  wanted->path = g_strdup (path);
  wanted->flags = flags;
  gw_window_leave_team (self, open_wanted, wanted, gw_wanted_file_free);
}

/* The sample --------------------------------------------------------------------------------- */

char *
gw_window_dup_sample_path (void)
{
  g_autofree char *folder = dup_folder ();

  return g_build_filename (folder, "sample.gw", NULL);
}

static void
show_job (GwWindow *self, GParamSpec *pspec, GwJob *job)
{
  if (self->waiting_page != NULL)
    gw_waiting_page_set_permille (self->waiting_page, gw_job_get_permille (job));
}

static void
on_sample_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = gw_window_dup_sample_path ();

  if (gw_session_write_sample_finish (result, &error))
    open_now (self, path, GW_SESSION_NO_FLAGS);
  else
    fail_to_open (self, error);
}

static void
open_sample_now (GwWindow *self, gpointer data)
{
  g_autofree char *path = gw_window_dup_sample_path ();
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  g_autoptr (GwJob) job = NULL;
  GwSampleWish wish = { .size = GW_SAMPLE_SIZE_TEAM,
                        .seed = SAMPLE_SEED,
                        .today = gw_clock_get_today (clock) };

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      open_now (self, path, GW_SESSION_NO_FLAGS);
      return;
    }
  gw_window_show_waiting (self, _ ("Making the sample neighbourhood…"));
  job = gw_job_new (_ ("Making the sample neighbourhood…"));
  g_signal_connect_object (job, "notify::permille", G_CALLBACK (show_job), self, G_CONNECT_SWAPPED);
  /* The job lives as long as the work reports to it. */
  gw_session_write_sample_async (path, &wish, job, NULL, on_sample_written, g_object_ref (self));
}

void
gw_window_open_sample (GwWindow *self)
{
  g_return_if_fail (GW_IS_WINDOW (self));
  gw_window_leave_team (self, open_sample_now, NULL, NULL);
}

/* A new team --------------------------------------------------------------------------------- */

typedef struct
{
  GwWindow *window;
  char *name;
  char *colleague;
} NewTeam;

static void
new_team_free (NewTeam *new_team)
{
  g_object_unref (new_team->window);
  g_free (new_team->name);
  g_free (new_team->colleague);
  g_free (new_team);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewTeam, new_team_free)

static GwChange *
build_new_team (const NewTeam *new_team, GwId colleague_id)
{
  GwChange *change = gw_change_new (_ ("Team started"));
  g_autoptr (GwDraft) team = gw_draft_new (&gw_team_type);
  g_autoptr (GwDraft) colleague = gw_draft_new_with_id (&gw_colleague_type, colleague_id);

  /* No act to take back: without it there would be no team to be in. */
  gw_change_set_role (change, GW_CHANGE_NOTE, GW_ID_NONE);
  gw_team_set_name (team, new_team->name);
  gw_team_set_contact_target (team, GW_TEAM_USUAL_CONTACT_TARGET);
  gw_team_set_publish_lead (team, GW_TEAM_USUAL_PUBLISH_LEAD);
  gw_colleague_set_first_name (colleague, new_team->colleague);
  gw_colleague_set_role (colleague, GW_ROLE_WELLBEING_WORKER);
  gw_colleague_set_team (colleague, gw_draft_get_id (team));
  gw_change_add_draft (change, team);
  gw_change_add_draft (change, colleague);
  return change;
}

static void
on_team_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewTeam) new_team = user_data;
  GwWindow *self = new_team->window;
  g_autoptr (GError) error = NULL;
  GwSession *session = gw_session_open_finish (result, &error);
  g_autoptr (GwChange) change = NULL;
  GwId colleague = gw_id_new ();

  if (session == NULL)
    {
      fail_to_open (self, error);
      return;
    }
  change = build_new_team (new_team, colleague);
  gw_session_submit (session, change);
  gw_session_set_user (session, colleague);
  show_opened (self, session);
}

static void
start_team_now (GwWindow *self, gpointer data)
{
  const NewTeam *wanted = data;
  g_autofree char *path = find_free_path (wanted->name);
  NewTeam *new_team = g_new0 (NewTeam, 1);

  new_team->window = g_object_ref (self);
  new_team->name = g_strdup (wanted->name);
  new_team->colleague = g_strdup (wanted->colleague);
  gw_window_show_waiting (self, _ ("Starting the team…"));
  gw_session_open_async (path, GW_SESSION_CREATE, NULL, NULL, on_team_opened, new_team);
}

void
gw_window_start_team (GwWindow *self, const char *name, const char *colleague)
{
  NewTeam *wanted = g_new0 (NewTeam, 1);

  g_return_if_fail (GW_IS_WINDOW (self));
  wanted->window = g_object_ref (self);
  wanted->name = g_strdup (name);
  wanted->colleague = g_strdup (colleague);
  gw_window_leave_team (self, start_team_now, wanted, (GDestroyNotify) new_team_free);
}

void
gw_window_import_after_opening (GwWindow *self)
{
  g_return_if_fail (GW_IS_WINDOW (self));
  self->imports_next = TRUE;
}
