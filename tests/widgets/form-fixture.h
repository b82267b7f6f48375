/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A real session in a folder of its own, and a window with a form over it. Limits are for what never
 * happens; nothing here is timed.
 */
#pragma once

#include "gw-test-folder.h"

#include "gw-form-private.h"
#include "gw-widgets.h"

#include "gw-person.h"
#include "gw-session.h"

/** Fixture: a session and a window with a form. */
typedef struct
{
  char *folder;
  GwSession *session;
  GtkWidget *window;
  GwForm *form;
  guint n_saved;
  guint n_deleted;
} Fixture;

static inline void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static inline void
wait_until_true (const guint *value, guint wanted)
{
  for (guint i = 0; i < 5000 && *value < wanted; i++)
    spin (2);
  g_assert_cmpuint (*value, ==, wanted);
}

static inline void
on_saved (GwForm *form, const char *sentence, Fixture *self)
{
  self->n_saved++;
}

static inline void
on_deleted (GwForm *form, const char *sentence, Fixture *self)
{
  self->n_deleted++;
}

static inline void
open_session (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "team.gw", NULL);
  g_autoptr (GError) error = NULL;

  self->session = gw_session_open_sync (path, GW_SESSION_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static inline void
show_form (Fixture *self)
{
  self->form = GW_FORM (gw_form_new (GW_RECORD_SOURCE (self->session)));
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "deleted", G_CALLBACK (on_deleted), self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->form));
}

static inline void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("gw-form-XXXXXX", NULL);
  open_session (self);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  show_form (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  spin (20);
  g_assert_true (gw_session_close_sync (self->session, NULL));
  g_object_unref (self->session);
  gw_test_folder_remove (self->folder);
  g_free (self->folder);
}

static inline GwFormRow *
find_row (Fixture *self, guint field)
{
  for (guint i = 0; i < self->form->rows->len; i++)
    if (gw_form_row_get_index (g_ptr_array_index (self->form->rows, i)) == field)
      return g_ptr_array_index (self->form->rows, i);
  g_assert_not_reached ();
}

static inline GtkEditable *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *entry = find_entry (child);
      if (entry != NULL)
        return entry;
    }
  return NULL;
}

static inline void
type_into (Fixture *self, guint field, const char *text)
{
  gtk_editable_set_text (find_entry (GTK_WIDGET (find_row (self, field))), text);
}

static inline GwId
add_rose (Fixture *self)
{
  GwDraft *draft = gw_draft_new (&gw_person_type);
  GwId id = gw_draft_get_id (draft);
  guint before = self->n_saved;

  gw_form_start (self->form, draft);
  type_into (self, GW_PERSON_FIRST_NAME, "Rose");
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  wait_until_true (&self->n_saved, before + 1);
  return id;
}
