/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place Team says where something waits, and keeps what is new and half typed. */
#include "config.h"

#include "gw-test-window.h"
#include "gw-widget-probe.h"

#include "gw-team-page.h"
#include "gw-team-place.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-form.h"
#include "gw-widgets.h"

typedef struct
{
  GwTestTeam team;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gw_test_team_init_empty (&self->team);
  self->page = gw_team_page_new (self->team.session);
  self->window = gw_test_window_new (1000, 600, self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gw_test_window_end (self->window, &self->team);
}

static const char *
get_tooltip (Fixture *self)
{
  GtkWidget *label = gw_probe_find_label (self->page, "Times away");

  return gtk_widget_get_tooltip_text (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
}

/* The number at Team in the sidebar leads on to the list it comes from. */
static void
test_says_where_something_waits (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) amina = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwDraft) leave = gw_draft_new (&gw_absence_type);
  g_autoptr (GwDraft) answer = NULL;
  g_autoptr (GwRecord) asked = NULL;

  g_assert_null (get_tooltip (self));
  gw_colleague_set_first_name (amina, "Amina");
  gw_test_team_submit (&self->team, amina);
  gw_absence_set_colleague (leave, gw_draft_get_id (amina));
  gw_absence_set_kind (leave, GW_ABSENCE_LEAVE);
  gw_absence_set_first_day (leave, self->team.today);
  gw_absence_set_last_day (leave, self->team.today);
  gw_absence_set_state (leave, GW_ABSENCE_ASKED);
  asked = gw_draft_build (leave);
  gw_test_team_submit (&self->team, leave);
  gw_await_that (g_strcmp0 (get_tooltip (self), "1 request for time off waits for an answer") == 0);
  answer = gw_draft_new_for (asked);
  gw_absence_set_state (answer, GW_ABSENCE_APPROVED);
  gw_test_team_submit (&self->team, answer);
  gw_await_that (get_tooltip (self) == NULL);
}

/* Ctrl+N once more, by mistake. */
static void
test_keeps_what_is_half_typed (Fixture *self, gconstpointer data)
{
  GtkWidget *form, *entry;

  gw_team_page_start (GW_TEAM_PAGE (self->page));
  form = gw_probe_find_type (self->page, GW_TYPE_FORM);
  entry = gw_probe_find_type (form, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Amina");
  g_assert_true (gw_form_is_changed (GW_FORM (form)));
  gw_team_page_start (GW_TEAM_PAGE (self->page));
  entry = gw_probe_find_type (form, GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Amina");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
  gw_team_init ();
#define ADD(name, test) g_test_add ("/team-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("says-where-something-waits", test_says_where_something_waits);
  ADD ("keeps-what-is-half-typed", test_keeps_what_is_half_typed);
#undef ADD
  return g_test_run ();
}
