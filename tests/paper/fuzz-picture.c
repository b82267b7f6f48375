/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pictures that somebody else made, whole and spoilt: photos that are chosen, attachments of a team
 * that came from another laptop. What must hold: nothing crashes or hangs, what is refused has an
 * error, what is accepted has the size that was asked for, and nothing that claims to be huge is
 * made.
 */
#include "config.h"

#include "gw-fuzz.h"
#include "gw-picture.h"

#include "gw-error.h"

#define LONGEST 64

static const char *const drawings[] = {
  "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='9' "
  "height='9'/></svg>",
  "<svg xmlns='http://www.w3.org/2000/svg' width='30000' height='30000'/>",
  "GIF89a\x01\x01\x01\x01\x01",
  "not a picture",
  "",
};

static guint n_taken;

static void
read_picture (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gw_picture_read_bytes (content, LONGEST, &error);

  if (pixbuf == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  n_taken++;
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), <=, LONGEST);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), <=, LONGEST);
}

static void
test_drawings (void)
{
  gw_fuzz_run (drawings, G_N_ELEMENTS (drawings), read_picture, NULL);
}

static GBytes *
make_picture (const char *kind, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize n;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &n, kind, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, n);
}

static void
test_photos (void)
{
  static const char *const kinds[] = { "png", "jpeg", "bmp" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) photo = make_picture (kinds[i], 24, 12);
      guint before = n_taken;

      gw_fuzz_run_bytes (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo), read_picture,
                         NULL);
      g_assert_cmpuint (n_taken, >, before);
    }
}

static void
test_size (void)
{
  g_autoptr (GBytes) photo = make_picture ("png", 200, 100);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gw_picture_read_bytes (photo, LONGEST, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, LONGEST);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, LONGEST / 2);
}

/* A hundred bytes that claim to be 30,000 × 30,000 pixels. */
static void
test_claims (void)
{
  g_autoptr (GBytes) photo = make_picture ("png", 20, 10);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) claim = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  /* IHDR with its checksum: 30,000 × 30,000, eight bits, colours. */
  static const guint8 header[] = { 'I',  'H',  'D',  'R',  0x00, 0x00, 0x75, 0x30, 0x00, 0x00, 0x75,
                                   0x30, 0x08, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 };
  guint32 sum = 0xffffffff;

  g_byte_array_append (bytes, g_bytes_get_data (photo, NULL), (guint) g_bytes_get_size (photo));
  memcpy (bytes->data + 12, header, sizeof header);
  for (guint i = 0; i < 17; i++)
    {
      sum ^= header[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
    }
  sum = GUINT32_TO_BE (~sum);
  memcpy (bytes->data + 12 + 17, &sum, sizeof sum);
  claim = g_bytes_new (bytes->data, bytes->len);
  pixbuf = gw_picture_read_bytes (claim, LONGEST, &error);
  g_assert_null (pixbuf);
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/picture/drawings", test_drawings);
  g_test_add_func ("/fuzz/picture/photos", test_photos);
  g_test_add_func ("/fuzz/picture/size", test_size);
  g_test_add_func ("/fuzz/picture/claims", test_claims);
  return g_test_run ();
}
