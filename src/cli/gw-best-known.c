/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Best known costs. */
#include "config.h"

#include "gw-best-known.h"

#include "gw-cli.h"

#include "gw-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _GwBestKnown
{
  char *path;        /* nullable */
  GHashTable *lists; /* path → (instance → cost) */
};

GwBestKnown *
gw_best_known_new (const char *path)
{
  GwBestKnown *self = g_new0 (GwBestKnown, 1);

  self->path = g_strdup (path);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
gw_best_known_free (GwBestKnown *self)
{
  g_free (self->path);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static gint
find_column (GwCsvReader *reader, const char *begin)
{
  for (guint i = 0; i < gw_csv_reader_get_n_cells (reader); i++)
    if (g_str_has_prefix (gw_csv_reader_get_cell (reader, i), begin))
      return (gint) i;
  return -1;
}

/* NaN: the list does not say; that is allowed. */
static double
read_cost (const char *path, const char *instance, const char *text)
{
  char *end;
  double cost = g_ascii_strtod (text, &end);

  if (*text == '\0')
    return NAN;
  if (end != text && *end == '\0' && cost > 0 && isfinite (cost))
    return cost;
  gw_cli_say (_ ("%1$s: the cost of “%2$s” is no number above 0, so it counts as not known."), path,
              instance);
  return NAN;
}

static void
add_cost (GHashTable *list, const char *path, const char *instance, double cost)
{
  const double *before = g_hash_table_lookup (list, instance);

  if (before != NULL && *before != cost && !isnan (*before) && !isnan (cost))
    {
      gw_cli_say (_ ("%1$s: “%2$s” has two costs; the lower one counts."), path, instance);
      cost = MIN (cost, *before);
    }
  if (before == NULL || !isnan (cost))
    g_hash_table_insert (list, g_strdup (instance), g_memdup2 (&cost, sizeof cost));
}

static void
read_rows (GHashTable *list, const char *path, GwCsvReader *reader)
{
  gint instance, cost;

  if (!gw_csv_reader_next (reader, NULL, NULL))
    return;
  instance = find_column (reader, "instance");
  cost = find_column (reader, "cost");
  if (cost < 0)
    cost = find_column (reader, "distance");
  if (instance < 0 || cost < 0)
    return;
  while (gw_csv_reader_next (reader, NULL, NULL))
    {
      const char *name = gw_csv_reader_get_cell (reader, (guint) instance);
      add_cost (list, path, name,
                read_cost (path, name, gw_csv_reader_get_cell (reader, (guint) cost)));
    }
}

/* The list at @path, empty when there is none. */
static GHashTable *
get_list (GwBestKnown *self, const char *path)
{
  GHashTable *list = g_hash_table_lookup (self->lists, path);
  g_autoptr (GwCsvReader) reader = NULL;
  g_autofree char *text = NULL;

  if (list != NULL)
    return list;
  list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->lists, g_strdup (path), list);
  if (g_file_get_contents (path, &text, NULL, NULL))
    {
      reader = gw_csv_reader_new_for_text (text, ',');
      read_rows (list, path, reader);
    }
  return list;
}

static double
look_up (GHashTable *list, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const double *cost = g_hash_table_lookup (list, name);
  char *ending = strrchr (name, '.');

  if (cost == NULL && ending != NULL)
    {
      *ending = '\0';
      cost = g_hash_table_lookup (list, name);
    }
  return cost != NULL ? *cost : NAN;
}

double
gw_best_known_find (GwBestKnown *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *folder_name = g_path_get_basename (absolute);
  g_autofree char *own_name = g_strconcat (folder_name, "-best-known.csv", NULL);
  g_autofree char *parent = g_path_get_dirname (absolute);
  const char *const folders[] = { absolute, parent };
  const char *const names[] = { own_name, "best-known.csv" };
  double cost = NAN;

  if (self->path != NULL)
    {
      cost = look_up (get_list (self, self->path), path);
      if (isnan (cost))
        gw_cli_say (_ ("%1$s does not know the cost of “%2$s”."), self->path, path);
      return cost;
    }
  for (guint i = 0; i < 4 && isnan (cost); i++)
    {
      g_autofree char *list = g_build_filename (folders[i / 2], names[i % 2], NULL);
      cost = look_up (get_list (self, list), path);
    }
  return cost;
}

gboolean
gw_best_known_is_readable (GwBestKnown *self)
{
  if (self->path == NULL || g_hash_table_size (get_list (self, self->path)) > 0)
    return TRUE;
  gw_cli_say (_ ("%s is no list with the columns “instance” and “cost”. Please check the name."),
              self->path);
  return FALSE;
}
