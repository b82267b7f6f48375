/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each open file has a shadow, by path: the content as of its last sync and the list of writes
 * since. The real file always holds the newest content, so that reading needs nothing special.
 */
#include "config.h"

#include "gw-test-vfs.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  gint64 offset; /* −1: truncate to length */
  gint64 length;
  guint8 *bytes;
} Write;

typedef struct
{
  char *path;
  GByteArray *synced;
  GArray *writes; /* Write */
  gboolean is_deleted;
} Shadow;

typedef struct
{
  sqlite3_file base;
  Shadow *shadow; /* NULL: a temporary file */
  sqlite3_file *real;
} TestFile;

static GMutex lock; /* guards the state below */
static struct
{
  GHashTable *shadows; /* path → Shadow */
  guint n_steps;
  guint cut_at; /* 0: never */
  gboolean is_cut;
  gboolean is_full;
} state;

static sqlite3_vfs test_vfs;

#define ROOT ((sqlite3_vfs *) test_vfs.pAppData)
#define REAL(file) (((TestFile *) (file))->real)

static void
write_clear (gpointer data)
{
  g_free (((Write *) data)->bytes);
}

static void
shadow_free (gpointer data)
{
  Shadow *self = data;

  g_free (self->path);
  g_byte_array_unref (self->synced);
  g_array_unref (self->writes);
  g_free (self);
}

static Shadow *
find_shadow (const char *path)
{
  Shadow *shadow = g_hash_table_lookup (state.shadows, path);
  char *content = NULL;
  gsize n_bytes = 0;

  if (shadow != NULL)
    {
      shadow->is_deleted = FALSE;
      return shadow;
    }
  shadow = g_new0 (Shadow, 1);
  shadow->path = g_strdup (path);
  shadow->writes = g_array_new (FALSE, FALSE, sizeof (Write));
  g_array_set_clear_func (shadow->writes, write_clear);
  g_file_get_contents (path, &content, &n_bytes, NULL);
  shadow->synced = g_byte_array_new_take ((guint8 *) content, n_bytes);
  g_hash_table_insert (state.shadows, shadow->path, shadow);
  return shadow;
}

/* Counts one step; FALSE when there is no power for it. Under the lock. */
static gboolean
take_step (void)
{
  state.n_steps++;
  if (state.cut_at != 0 && state.n_steps >= state.cut_at)
    state.is_cut = TRUE;
  return !state.is_cut;
}

static void
apply_write (GByteArray *content, const Write *write)
{
  guint end = (guint) (write->offset < 0 ? write->length : write->offset + write->length);
  guint was = content->len;

  if (write->offset < 0 || end > content->len)
    {
      g_byte_array_set_size (content, end);
      if (end > was)
        memset (content->data + was, 0, end - was);
    }
  if (write->offset >= 0)
    memcpy (content->data + write->offset, write->bytes, (gsize) write->length);
}

static int
file_close (sqlite3_file *file)
{
  int code = REAL (file)->pMethods->xClose (REAL (file));

  sqlite3_free (REAL (file));
  return code;
}

static int
file_read (sqlite3_file *file, void *buffer, int n_bytes, sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), buffer, n_bytes, offset);
}

/* Notes a write in the shadow; SQLITE_OK when it may really be done. */
static int
note_write (TestFile *file, const void *bytes, gint64 length, gint64 offset)
{
  Write write = { offset, length, bytes != NULL ? g_memdup2 (bytes, (gsize) length) : NULL };
  int code = SQLITE_OK;

  g_mutex_lock (&lock);
  if (!take_step ())
    code = SQLITE_IOERR_WRITE;
  else if (state.is_full && offset >= 0)
    {
      sqlite3_int64 size = 0;

      file->real->pMethods->xFileSize (file->real, &size);
      if (offset + length > size)
        code = SQLITE_FULL;
    }
  if (code == SQLITE_OK && file->shadow != NULL)
    g_array_append_val (file->shadow->writes, write);
  else
    g_free (write.bytes);
  g_mutex_unlock (&lock);
  return code;
}

static int
file_write (sqlite3_file *file, const void *bytes, int n_bytes, sqlite3_int64 offset)
{
  int code = note_write ((TestFile *) file, bytes, n_bytes, offset);

  return code != SQLITE_OK ? code
                           : REAL (file)->pMethods->xWrite (REAL (file), bytes, n_bytes, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = note_write ((TestFile *) file, NULL, size, -1);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

/* A sync makes what was written so far certain. The real disk is not bothered: this is a test. */
static int
file_sync (sqlite3_file *file, int flags)
{
  Shadow *shadow = ((TestFile *) file)->shadow;
  int code = SQLITE_OK;

  g_mutex_lock (&lock);
  if (!take_step ())
    code = SQLITE_IOERR_FSYNC;
  else if (shadow != NULL)
    {
      for (guint i = 0; i < shadow->writes->len; i++)
        apply_write (shadow->synced, &g_array_index (shadow->writes, Write, i));
      g_array_set_size (shadow->writes, 0);
    }
  g_mutex_unlock (&lock);
  return code;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *out_size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), out_size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *out_reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), out_reserved);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return 4096;
}

/* Nothing may be assumed of this disk. */
static int
file_characteristics (sqlite3_file *file)
{
  return 0;
}

static int
file_shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **out_memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), region, size, extend, out_memory);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
file_shm_unmap (sqlite3_file *file, int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static const sqlite3_io_methods file_methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  TestFile *self = (TestFile *) file;
  int code;

  memset (self, 0, sizeof *self);
  g_mutex_lock (&lock);
  if (state.is_cut)
    {
      g_mutex_unlock (&lock);
      return SQLITE_CANTOPEN;
    }
  if (name != NULL)
    self->shadow = find_shadow (name);
  g_mutex_unlock (&lock);
  self->real = sqlite3_malloc (ROOT->szOsFile);
  memset (self->real, 0, (gsize) ROOT->szOsFile);
  code = ROOT->xOpen (ROOT, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &file_methods;
  else
    sqlite3_free (self->real);
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  Shadow *shadow;
  gboolean is_cut;

  g_mutex_lock (&lock);
  is_cut = state.is_cut;
  shadow = g_hash_table_lookup (state.shadows, name);
  if (!is_cut && shadow != NULL)
    {
      shadow->is_deleted = TRUE;
      g_byte_array_set_size (shadow->synced, 0);
      g_array_set_size (shadow->writes, 0);
    }
  g_mutex_unlock (&lock);
  return is_cut ? SQLITE_IOERR_DELETE : ROOT->xDelete (ROOT, name, 0);
}

void
gw_test_vfs_register (void)
{
  if (test_vfs.zName != NULL)
    return;
  test_vfs = *sqlite3_vfs_find (NULL);
  test_vfs.pAppData = sqlite3_vfs_find (NULL);
  test_vfs.zName = GW_TEST_VFS_NAME;
  test_vfs.szOsFile = sizeof (TestFile);
  test_vfs.xOpen = vfs_open;
  test_vfs.xDelete = vfs_delete;
  state.shadows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, shadow_free);
  sqlite3_vfs_register (&test_vfs, 0);
}

void
gw_test_vfs_reset (void)
{
  g_mutex_lock (&lock);
  g_hash_table_remove_all (state.shadows);
  state.n_steps = state.cut_at = 0;
  state.is_cut = state.is_full = FALSE;
  g_mutex_unlock (&lock);
}

void
gw_test_vfs_cut_after (guint n_steps)
{
  g_mutex_lock (&lock);
  state.cut_at = n_steps != 0 ? state.n_steps + n_steps : 0;
  g_mutex_unlock (&lock);
}

gboolean
gw_test_vfs_is_cut (void)
{
  gboolean is_cut;

  g_mutex_lock (&lock);
  is_cut = state.is_cut;
  g_mutex_unlock (&lock);
  return is_cut;
}

void
gw_test_vfs_fill_disk (gboolean is_full)
{
  g_mutex_lock (&lock);
  state.is_full = is_full;
  g_mutex_unlock (&lock);
}

guint
gw_test_vfs_get_n_steps (void)
{
  guint n_steps;

  g_mutex_lock (&lock);
  n_steps = state.n_steps;
  g_mutex_unlock (&lock);
  return n_steps;
}

static void
settle (Shadow *shadow, GRand *rand, guint survival_percent)
{
  g_autofree char *shared = g_strconcat (shadow->path, "-shm", NULL);
  FILE *file;

  unlink (shared);
  for (guint i = 0; i < shadow->writes->len; i++)
    if ((guint) g_rand_int_range (rand, 0, 100) < survival_percent)
      apply_write (shadow->synced, &g_array_index (shadow->writes, Write, i));
  if (shadow->is_deleted)
    {
      unlink (shadow->path);
      return;
    }
  /* Renamed or removed by the program itself, past SQLite. */
  if (access (shadow->path, F_OK) != 0)
    return;
  file = fopen (shadow->path, "wb");
  g_assert_nonnull (file);
  if (shadow->synced->len > 0)
    g_assert_cmpuint (fwrite (shadow->synced->data, shadow->synced->len, 1, file), ==, 1);
  fclose (file);
}

void
gw_test_vfs_restore_power (guint survival_percent, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GHashTableIter iter;
  gpointer shadow;

  g_mutex_lock (&lock);
  g_hash_table_iter_init (&iter, state.shadows);
  while (g_hash_table_iter_next (&iter, NULL, &shadow))
    settle (shadow, rand, survival_percent);
  g_mutex_unlock (&lock);
  gw_test_vfs_reset ();
}
