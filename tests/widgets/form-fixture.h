/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real session in a folder of its own, and a window with a form over it. */
#pragma once

#include "gw-test-window.h"
#include "gw-widget-probe.h"

#include "gw-form-private.h"
#include "gw-widgets.h"

#include "gw-person.h"

/** Fixture: a session and a window with a form. */
typedef struct
{
  GwTestTeam team;
  GtkWidget *window;
  GwForm *form;
  guint n_saved;
  guint n_deleted;
} Fixture;

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
show_form (Fixture *self)
{
  self->form = GW_FORM (gw_form_new (GW_RECORD_SOURCE (self->team.session)));
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "deleted", G_CALLBACK (on_deleted), self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->form));
}

static inline void
set_up (Fixture *self, gconstpointer data)
{
  gw_test_team_init_empty (&self->team);
  self->window = gw_test_window_new (700, 600, NULL);
  show_form (self);
}

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  gw_test_window_end (self->window, &self->team);
}

static inline GwFormRow *
find_row (Fixture *self, guint field)
{
  for (guint i = 0; i < self->form->rows->len; i++)
    if (gw_form_row_get_index (g_ptr_array_index (self->form->rows, i)) == field)
      return g_ptr_array_index (self->form->rows, i);
  g_assert_not_reached ();
}

static inline void
type_into (Fixture *self, guint field, const char *text)
{
  GtkWidget *row = GTK_WIDGET (find_row (self, field));

  gtk_editable_set_text (GTK_EDITABLE (gw_probe_find_type (row, GTK_TYPE_ENTRY)), text);
}

/* Presses Save and waits until it is done. */
static inline void
save (Fixture *self)
{
  guint before = self->n_saved;

  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  gw_await_that (self->n_saved == before + 1);
}

static inline GwId
add_rose (Fixture *self)
{
  GwDraft *draft = gw_draft_new (&gw_person_type);
  GwId id = gw_draft_get_id (draft);

  gw_form_start (self->form, draft);
  type_into (self, GW_PERSON_FIRST_NAME, "Rose");
  save (self);
  return id;
}

static inline void
begin_tests (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gw_widgets_init ();
}

/** ADD_TEST: a test that gets a fixture of its own. */
#define ADD_TEST(name, function) g_test_add ("/" name, Fixture, NULL, set_up, function, tear_down)
