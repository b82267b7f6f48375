/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The place People with nobody, one person and many; those who died are kept apart; a person opens
 * and closes; pages do not grow.
 */
#include "config.h"

#include "gw-test-window.h"
#include "gw-widget-probe.h"

#include "gw-people-page.h"
#include "gw-people.h"

#include "gw-form.h"
#include "gw-person-card.h"
#include "gw-person.h"
#include "gw-session-records.h"
#include "gw-widgets.h"

/** Fixture: a session and a window. */
typedef struct
{
  GwTestTeam team;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gw_test_team_init_empty (&self->team);
  self->window = gw_test_window_new (1000, 600, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gw_test_window_end (self->window, &self->team);
}

static void
add_people (Fixture *self, guint n, gint status)
{
  g_autoptr (GwChange) change = gw_change_new ("Add people");
  g_autoptr (GwCommit) commit = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      gw_person_set_first_name (draft, name);
      gw_person_set_status (draft, status);
      gw_change_add_draft (change, draft);
    }
  commit = gw_session_submit_sync (self->team.session, change, NULL, NULL);
  g_assert_nonnull (commit);
}

static guint
count_cards (GtkWidget *widget)
{
  guint n = GW_IS_PERSON_CARD (widget) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cards (child);
  return n;
}

static GtkWidget *
show_page (Fixture *self)
{
  GtkWidget *page = gw_people_page_new (self->team.session);

  gtk_window_set_child (GTK_WINDOW (self->window), page);
  return page;
}

static void
test_nobody_one_and_many (Fixture *self, gconstpointer data)
{
  GtkWidget *page = show_page (self);

  gw_await_that (gw_probe_says (page, "Nobody here yet"));
  add_people (self, 1, GW_PERSON_SUPPORTED);
  gw_await_that (count_cards (page) == 1);
  add_people (self, 7, GW_PERSON_SUPPORTED);
  gw_await_that (count_cards (page) == 8);
}

/* Who died is kept, and not among those whom somebody visits today. */
static void
test_those_who_died (Fixture *self, gconstpointer data)
{
  GtkWidget *page = show_page (self);

  add_people (self, 2, GW_PERSON_DIED);
  add_people (self, 1, GW_PERSON_SUPPORTED);
  gw_await_that (count_cards (page) == 1);
  gtk_widget_activate_action (page, "people.show-past", NULL);
  gw_await_that (count_cards (page) == 3);
}

static void
test_open_and_come_back (Fixture *self, gconstpointer data)
{
  GtkWidget *page = show_page (self);
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GwItem) item = NULL;

  add_people (self, 1, GW_PERSON_SUPPORTED);
  people = gw_session_query_sync (self->team.session, query, NULL, NULL);
  item = gw_session_get_item (self->team.session, &gw_person_type,
                              gw_record_get_id (g_ptr_array_index (people, 0)));
  gw_await_that (gw_item_get_record (item) != NULL);
  gw_people_page_open (GW_PEOPLE_PAGE (page), item);
  gw_await_that (count_cards (page) == 0);
  gw_people_page_focus_search (GW_PEOPLE_PAGE (page));
  gw_await_that (count_cards (page) == 1);
}

static void
test_pages_do_not_grow (Fixture *self, gconstpointer data)
{
  add_people (self, 3, GW_PERSON_SUPPORTED);
  for (guint i = 0; i < 20; i++)
    {
      GtkWidget *page = gw_people_page_new (self->team.session);

      g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
      gtk_window_set_child (GTK_WINDOW (self->window), page);
      gw_await_that (count_cards (page) == 3);
      gtk_window_set_child (GTK_WINDOW (self->window), NULL);
      gw_await_that (page == NULL);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
  gw_people_init ();
#define ADD(name, function) g_test_add ("/people/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nobody-one-and-many", test_nobody_one_and_many);
  ADD ("those-who-died", test_those_who_died);
  ADD ("open-and-come-back", test_open_and_come_back);
  ADD ("pages-do-not-grow", test_pages_do_not_grow);
#undef ADD
  return g_test_run ();
}
