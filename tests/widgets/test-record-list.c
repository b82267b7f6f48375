/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists of every record type: they begin at their top, and nothing grows when pages are opened
 * again and again.
 */
#include "config.h"

#include "form-fixture.h"

#include "gw-model.h"
#include "gw-record-browser.h"
#include "gw-record-list.h"

static void
test_browser_does_not_grow (Fixture *self, gconstpointer data)
{
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  add_rose (self);
  self->form = NULL;
  for (guint i = 0; i < 2 * n_types; i++)
    {
      GtkWidget *browser = gw_record_browser_new (GW_RECORD_SOURCE (self->team.session));

      g_object_add_weak_pointer (G_OBJECT (browser), (gpointer *) &browser);
      gtk_window_set_child (GTK_WINDOW (self->window), browser);
      gw_record_browser_show (GW_RECORD_BROWSER (browser), types[i % n_types]);
      gw_probe_await_frames (self->window, 2);
      gtk_window_set_child (GTK_WINDOW (self->window), NULL);
      /* A question still on its way to the store keeps it a little longer. */
      gw_await_that (browser == NULL);
    }
}

/* The store gives the names in another order than the list shows: it begins with the first all the
 * same. */
static void
test_list_begins_at_top (Fixture *self, gconstpointer data)
{
  g_autoptr (GwChange) change = gw_change_new ("People");
  GtkWidget *list = gw_record_list_new (GW_RECORD_SOURCE (self->team.session));
  GtkAdjustment *scroll;

  for (guint i = 100; i > 0; i--)
    {
      g_autoptr (GwDraft) person = gw_draft_new (&gw_person_type);
      g_autofree char *name = g_strdup_printf ("Rose %03u", i);

      gw_person_set_first_name (person, name);
      gw_change_add_draft (change, person);
    }
  gw_session_submit (self->team.session, change);
  gtk_window_set_child (GTK_WINDOW (self->window), list);
  gw_record_list_show (GW_RECORD_LIST (list), &gw_person_type);
  scroll = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (gw_probe_find_type (list, GTK_TYPE_LIST_VIEW)));
  gw_await_that (gtk_adjustment_get_upper (scroll) >= 2000);
  gw_probe_await_frames (self->window, 5);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("record-list/browser-does-not-grow", test_browser_does_not_grow);
  ADD_TEST ("record-list/begins-at-top", test_list_begins_at_top);
  return g_test_run ();
}
