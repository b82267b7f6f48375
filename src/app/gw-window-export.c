/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Export this list" of a page: asks for a file and says when it is written. */
#include "config.h"

#include "gw-window-private.h"

#include "gw-file-chooser.h"
#include "gw-session-lists.h"

#include <glib/gi18n-lib.h>

/** GwListWish: which list, until a file is chosen. */
typedef struct
{
  GwWindow *window;
  const GwRecordType *type;
} GwListWish;

static void
on_list_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gw_session_export_list_finish (GW_SESSION (source), result, &error))
    gw_window_add_toast (self, _ ("The list is written."));
  else
    gw_window_add_toast (self, error->message);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  GwListWish *wish = user_data;
  g_autoptr (GwWindow) self = wish->window;
  g_autoptr (GwQuery) query = gw_query_new (wish->type);

  g_free (wish);
  if (file != NULL && self->session != NULL)
    gw_session_export_list_async (self->session, query, file, on_list_written, g_object_ref (self));
}

void
gw_window_export_list (GwWindow *self, const char *type_key)
{
  const char *const patterns[] = { "*.csv", NULL };
  const GwRecordType *type = gw_record_source_find_type (GW_RECORD_SOURCE (self->session),
                                                         type_key);
  g_autofree char *name = NULL;
  GwListWish *wish;
  GwFileWish file_wish = { .title = _ ("Export this list"),
                           .accept = _ ("_Export"),
                           .filter_name = _ ("Lists (CSV)"),
                           .patterns = patterns };

  if (type == NULL)
    return;
  name = g_strdup_printf ("%s.csv", _ (type->label_plural));
  file_wish.suggested_name = name;
  wish = g_new (GwListWish, 1);
  wish->window = g_object_ref (self);
  wish->type = type;
  gw_file_chooser_save (GTK_WINDOW (self), &file_wish, on_file_chosen, wish);
}
