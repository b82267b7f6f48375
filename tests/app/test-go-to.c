/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Go to anything: Enter goes to what was typed, also when it comes before the answer. */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-go-to.h"

#include "gw-session-records.h"

#include "gw-person.h"

static void
on_chosen (GwGoTo *go_to, GwItem *item, char **title)
{
  g_assert_null (*title);
  *title = g_strdup (gw_person_get_last_name (gw_item_get_record (item)));
}

static GtkWidget *
open_search (Fixture *self, char **title)
{
  GtkWidget *window = gw_go_to_new (self->parent, self->team.session);

  g_signal_connect (window, "chosen", G_CALLBACK (on_chosen), title);
  gtk_window_present (GTK_WINDOW (window));
  return gw_probe_find_type (window, GTK_TYPE_SEARCH_ENTRY);
}

static void
test_enter_at_once (Fixture *self, gconstpointer data)
{
  g_autofree char *title = NULL;
  GtkWidget *search = open_search (self, &title);

  gtk_editable_set_text (GTK_EDITABLE (search), "Tanner");
  g_signal_emit_by_name (search, "activate");
  gw_await_that (title != NULL);
  g_assert_cmpstr (title, ==, "Tanner");
}

/* The rows of a moment ago are still there, and are not meant. */
static void
test_enter_after_more_letters (Fixture *self, gconstpointer data)
{
  g_autofree char *title = NULL;
  GtkWidget *search = open_search (self, &title);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (search));

  gtk_editable_set_text (GTK_EDITABLE (search), "Gwen");
  gw_await_that (gw_probe_says (window, "Gwen"));
  gtk_editable_set_text (GTK_EDITABLE (search), "Tanner");
  g_signal_emit_by_name (search, "activate");
  gw_await_that (title != NULL);
  g_assert_cmpstr (title, ==, "Tanner");
}

/* What is not there is not gone to, and typing on is not taken for Enter. */
static void
test_enter_on_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *title = NULL;
  GtkWidget *search = open_search (self, &title);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (search));

  gtk_editable_set_text (GTK_EDITABLE (search), "zzzz");
  g_signal_emit_by_name (search, "activate");
  gw_await_that (gw_probe_says (window, "Nothing found"));
  gtk_editable_set_text (GTK_EDITABLE (search), "Tanner");
  gw_await_that (gw_probe_says (window, "Tanner"));
  g_assert_null (title);
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("go-to/enter-at-once", test_enter_at_once);
  ADD_TEST ("go-to/enter-after-more-letters", test_enter_after_more_letters);
  ADD_TEST ("go-to/enter-on-nothing", test_enter_on_nothing);
  return g_test_run ();
}
