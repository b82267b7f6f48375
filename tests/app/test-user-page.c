/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is using this laptop? Asked, it may stay as it was; at the first start there is no way round. */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-user-page.h"

#include "gw-session-edit.h"
#include "gw-session-records.h"

#include "gw-colleague.h"

static void
count (GwUserPage *page, guint *n_chosen)
{
  ++*n_chosen;
}

static GwId
find_somebody (Fixture *self)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_colleague_type);
  g_autoptr (GwLiveList) list = gw_session_watch (self->team.session, query);
  g_autoptr (GwItem) item = NULL;

  gw_await_that (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  return gw_item_get_id (item);
}

static void
test_back (Fixture *self, gconstpointer data)
{
  GwUserPage *page = g_object_new (GW_TYPE_USER_PAGE, NULL);
  GwId somebody = find_somebody (self);
  GtkWidget *back = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (page), GW_TYPE_USER_PAGE, "back_button"));
  guint n_chosen = 0;

  g_signal_connect (page, "chosen", G_CALLBACK (count), &n_chosen);
  adw_window_set_content (ADW_WINDOW (self->parent), GTK_WIDGET (page));
  gw_session_set_user (self->team.session, GW_ID_NONE);
  gw_user_page_set_session (page, self->team.session);
  g_assert_false (gtk_widget_get_visible (back));
  gw_session_set_user (self->team.session, somebody);
  gw_user_page_set_session (page, self->team.session);
  g_assert_true (gtk_widget_get_visible (back));
  take_picture (self->parent, "user");
  g_signal_emit_by_name (back, "clicked");
  g_assert_cmpuint (n_chosen, ==, 1);
  g_assert_true (gw_id_equal (gw_session_get_user_id (self->team.session), somebody));
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("user-page/back", test_back);
  return g_test_run ();
}
