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
#include "gw-session-edit.h"

static void
test_browser_does_not_grow (Fixture *self, gconstpointer data)
{
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  add_rose (self);
  self->form = NULL;
  for (guint i = 0; i < 2 * n_types; i++)
    {
      GtkWidget *browser = gw_record_browser_new (GW_RECORD_SOURCE (self->session));

      g_object_add_weak_pointer (G_OBJECT (browser), (gpointer *) &browser);
      gtk_window_set_child (GTK_WINDOW (self->window), browser);
      gw_record_browser_show (GW_RECORD_BROWSER (browser), types[i % n_types]);
      spin (30);
      gtk_window_set_child (GTK_WINDOW (self->window), NULL);
      /* A question still on its way to the store keeps it a little longer on a busy machine. */
      for (guint n = 0; browser != NULL && n < 500; n++)
        spin (10);
      g_assert_null (browser);
    }
}

static GtkScrolledWindow *
find_scroll (GtkWidget *widget)
{
  GtkScrolledWindow *found = GTK_IS_LIST_VIEW (widget)
                                 ? GTK_SCROLLED_WINDOW (gtk_widget_get_parent (widget))
                                 : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroll (child);
  return found;
}

/* The store gives the names in another order than the list shows: it begins with the first all the
 * same. */
static void
test_list_begins_at_top (Fixture *self, gconstpointer data)
{
  g_autoptr (GwChange) change = gw_change_new ("People");
  GtkWidget *list = gw_record_list_new (GW_RECORD_SOURCE (self->session));
  GtkAdjustment *scroll;

  for (guint i = 100; i > 0; i--)
    {
      g_autoptr (GwDraft) person = gw_draft_new (&gw_person_type);
      g_autofree char *name = g_strdup_printf ("Rose %03u", i);

      gw_person_set_first_name (person, name);
      gw_change_add_draft (change, person);
    }
  gw_session_submit (self->session, change);
  gtk_window_set_child (GTK_WINDOW (self->window), list);
  gw_record_list_show (GW_RECORD_LIST (list), &gw_person_type);
  scroll = gtk_scrolled_window_get_vadjustment (find_scroll (list));
  for (guint i = 0; i < 500 && gtk_adjustment_get_upper (scroll) < 2000; i++)
    spin (10);
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), >=, 2000);
  spin (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
#define ADD(name, function) \
  g_test_add ("/record-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("browser-does-not-grow", test_browser_does_not_grow);
  ADD ("begins-at-top", test_list_begins_at_top);
#undef ADD
  return g_test_run ();
}
