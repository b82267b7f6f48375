/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads, decodes and keeps photos; a face that was given another record meanwhile is left alone. */
#include "config.h"

#include "gw-face-picture.h"

#include "gw-colleague.h"
#include "gw-name.h"
#include "gw-person.h"
#include "gw-picture.h"

#define CACHE_KEY "gw-face-pictures"
#define WANTED_KEY "gw-face-wanted"
#define PICTURE_SIZE 256
#define MOST_PICTURES 300

gboolean
gw_record_type_has_face (const GwRecordType *type)
{
  return type == &gw_person_type || type == &gw_colleague_type;
}

static const char *
get_photo (const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);

  if (type == &gw_person_type)
    return gw_person_get_photo (record);
  return gw_colleague_get_photo (record);
}

static GHashTable *
get_cache (GwRecordSource *source)
{
  GHashTable *cache = g_object_get_data (G_OBJECT (source), CACHE_KEY);

  if (cache == NULL)
    {
      cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_data_full (G_OBJECT (source), CACHE_KEY, cache,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return cache;
}

static void
decode_in_worker (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gw_picture_read_bytes (bytes, PICTURE_SIZE, &error);

  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, gdk_pixbuf_apply_embedded_orientation (pixbuf), g_object_unref);
}

/** GwPictureWish: a face that waits for a picture. */
typedef struct
{
  GwFace *face;
  GwRecordSource *source;
  char *name;
} GwPictureWish;

static void
gw_picture_wish_free (GwPictureWish *wish)
{
  g_object_unref (wish->face);
  g_object_unref (wish->source);
  g_free (wish->name);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwPictureWish, gw_picture_wish_free)

static void
show_if_wanted (GwPictureWish *wish, GdkPaintable *picture)
{
  const char *wanted = g_object_get_data (G_OBJECT (wish->face), WANTED_KEY);

  if (g_strcmp0 (wanted, wish->name) == 0)
    gw_face_set_picture (wish->face, picture);
}

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwPictureWish) wish = user_data;
  g_autoptr (GdkPixbuf) pixbuf = g_task_propagate_pointer (G_TASK (result), NULL);
  GHashTable *cache = get_cache (wish->source);
  g_autoptr (GdkTexture) texture = NULL;

  if (pixbuf == NULL)
    return;
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  if (g_hash_table_size (cache) >= MOST_PICTURES)
    g_hash_table_remove_all (cache);
  g_hash_table_insert (cache, g_strdup (wish->name), g_object_ref (texture));
  show_if_wanted (wish, GDK_PAINTABLE (texture));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwPictureWish) wish = user_data;
  g_autoptr (GTask) task = NULL;
  /* A photo that is gone or damaged is no reason to stop: the initials stay. */
  GBytes *bytes = gw_record_source_get_attachment_finish (GW_RECORD_SOURCE (source), result, NULL);

  if (bytes == NULL)
    return;
  task = g_task_new (NULL, NULL, on_decoded, g_steal_pointer (&wish));
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_in_worker);
}

static gboolean
on_idle (gpointer data)
{
  GwPictureWish *wish = data;

  gw_record_source_get_attachment_async (wish->source, wish->name, on_read, wish);
  return G_SOURCE_REMOVE;
}

void
gw_face_show_attachment (GwFace *face, GwRecordSource *source, const char *name)
{
  GdkPaintable *picture;
  GwPictureWish *wish;

  g_return_if_fail (GW_IS_FACE (face));

  if (name == NULL || name[0] == '\0')
    {
      g_object_set_data (G_OBJECT (face), WANTED_KEY, NULL);
      gw_face_set_picture (face, NULL);
      return;
    }
  g_object_set_data_full (G_OBJECT (face), WANTED_KEY, g_strdup (name), g_free);
  picture = g_hash_table_lookup (get_cache (source), name);
  gw_face_set_picture (face, picture);
  if (picture != NULL)
    return;
  wish = g_new (GwPictureWish, 1);
  wish->face = g_object_ref (face);
  wish->source = g_object_ref (source);
  wish->name = g_strdup (name);
  /* Initials do until what is waited for has been painted. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, wish, NULL);
}

void
gw_face_show_record (GwFace *face, GwRecordSource *source, const GwRecord *record)
{
  g_autofree char *initials = NULL;

  g_return_if_fail (GW_IS_FACE (face));

  if (record == NULL || !gw_record_type_has_face (gw_record_get_record_type (record)))
    {
      gw_face_set_initials (face, NULL);
      gw_face_show_attachment (face, source, NULL);
      return;
    }
  initials = gw_record_dup_initials (record);
  gw_face_set_initials (face, initials);
  gw_face_show_attachment (face, source,
                           gw_record_source_get_hide_names (source) ? NULL : get_photo (record));
}
