/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Photos of records on faces: read once and kept, never those of somebody else, and none that is
 * damaged or hidden.
 */
#include "config.h"

#include "gw-test-window.h"

#include "gw-face-picture.h"

#include "gw-person.h"
#include "gw-widgets.h"

#include <adwaita.h>

/** Fixture: a face in a window over a team file. */
typedef struct
{
  GwTestTeam team;
  GtkWidget *window;
  GwFace *face;
  GwRecordSource *source;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gw_test_team_init_empty (&self->team);
  self->source = GW_RECORD_SOURCE (self->team.session);
  self->face = GW_FACE (gw_face_new (48));
  self->window = gw_test_window_new (200, 200, GTK_WIDGET (self->face));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gw_test_window_end (self->window, &self->team);
}

/* Somebody whose photo is @bytes. */
static GwRecord *
make_person (Fixture *self, GBytes *bytes)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  gw_record_source_put_attachment_async (self->source, bytes, gw_await_keep, &answer);
  name = gw_record_source_put_attachment_finish (self->source, gw_await (&answer), &error);
  g_assert_no_error (error);
  gw_person_set_first_name (draft, "Rose");
  gw_person_set_photo (draft, name);
  return gw_draft_build (draft);
}

/* Somebody with a photo of one colour. */
static GwRecord *
make_rose (Fixture *self, guint32 colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 60);
  g_autoptr (GBytes) bytes = NULL;
  char *png;
  gsize size;

  gdk_pixbuf_fill (pixbuf, colour);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &png, &size, "png", NULL, NULL));
  bytes = g_bytes_new_take (png, size);
  return make_person (self, bytes);
}

static gboolean
has_picture (Fixture *self)
{
  return gw_face_get_picture (self->face) != NULL;
}

/* Reads the photo of @person for another face, and whatever was asked for before it. */
static void
wait_for (Fixture *self, const GwRecord *person)
{
  GwFace *face = g_object_ref_sink (GW_FACE (gw_face_new (48)));

  gw_face_show_record (face, self->source, person);
  gw_await_that (gw_face_get_picture (face) != NULL);
  gw_await_nothing ();
  g_object_unref (face);
}

/* Who was shown once is shown at once. */
static void
test_is_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = make_rose (self, 0xff0000ff);
  GdkPaintable *picture;

  gw_face_show_record (self->face, self->source, rose);
  g_assert_false (has_picture (self));
  gw_await_that (has_picture (self));
  picture = gw_face_get_picture (self->face);
  gw_face_show_record (self->face, self->source, NULL);
  g_assert_false (has_picture (self));
  gw_face_show_record (self->face, self->source, rose);
  g_assert_true (gw_face_get_picture (self->face) == picture);
}

/* A face that was given to somebody else while the photo was read does not get it. */
static void
test_is_for_nobody_else (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = make_rose (self, 0xff0000ff);
  g_autoptr (GwRecord) other = make_rose (self, 0x00ff00ff);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autoptr (GwRecord) george = gw_draft_build (draft);
  GdkPaintable *picture;

  gw_face_show_record (self->face, self->source, rose);
  gw_face_show_record (self->face, self->source, george);
  wait_for (self, rose);
  g_assert_false (has_picture (self));
  gw_face_show_record (self->face, self->source, rose);
  picture = gw_face_get_picture (self->face);
  g_assert_nonnull (picture);
  gw_face_show_record (self->face, self->source, other);
  gw_await_that (has_picture (self));
  g_assert_true (gw_face_get_picture (self->face) != picture);
}

/* What cannot be read leaves the initials. */
static void
test_is_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no photo", 8);
  g_autoptr (GwRecord) damaged = make_person (self, bytes);
  g_autoptr (GwRecord) rose = make_rose (self, 0xff0000ff);

  gw_face_show_record (self->face, self->source, damaged);
  wait_for (self, rose);
  g_assert_false (has_picture (self));
  gw_face_show_attachment (self->face, self->source, "not-there");
  gw_await_nothing ();
  gw_face_show_record (self->face, self->source, rose);
  g_assert_true (has_picture (self));
}

/* While names are hidden there are initials alone. */
static void
test_is_hidden (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = make_rose (self, 0xff0000ff);

  wait_for (self, rose);
  gw_session_set_hide_names (self->team.session, TRUE);
  gw_face_show_record (self->face, self->source, rose);
  g_assert_false (has_picture (self));
  gw_session_set_hide_names (self->team.session, FALSE);
  gw_face_show_record (self->face, self->source, rose);
  g_assert_true (has_picture (self));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
#define ADD(name, test) g_test_add ("/face-picture/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("is-kept", test_is_kept);
  ADD ("is-for-nobody-else", test_is_for_nobody_else);
  ADD ("is-damaged", test_is_damaged);
  ADD ("is-hidden", test_is_hidden);
#undef ADD
  return g_test_run ();
}
