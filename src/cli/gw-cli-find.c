/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and ids of a command line. */
#include "config.h"

#include "gw-cli-find.h"

#include "gw-model.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

GwImportIndex *
gw_cli_load_index (GwSession *session)
{
  g_autoptr (GwImportIndex) index = gw_import_index_new ();
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GwQuery) query = gw_query_new (types[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = gw_session_query_sync (session, query, NULL, &error);

      if (records == NULL)
        {
          gw_cli_fail (error, GW_ERROR_DEED_READ);
          return NULL;
        }
      gw_import_index_put_all (index, records);
    }
  return g_steal_pointer (&index);
}

const GwRecord *
gw_cli_find (GwImportIndex *index, const GwRecordType *type, const char *words)
{
  const GwRecord *record = NULL;
  GwId id;

  if (gw_id_from_text (words, &id))
    record = gw_import_index_find (index, id);
  else if (gw_import_index_find_name (index, type, words, &record) == GW_IMPORT_MATCH_SEVERAL)
    {
      gw_cli_say (_ ("“%s” may be several. Please write the whole name."), words);
      return NULL;
    }
  if (record == NULL || gw_record_get_record_type (record) != type)
    {
      gw_cli_say (_ ("Nobody here is called “%s”."), words);
      return NULL;
    }
  return record;
}
