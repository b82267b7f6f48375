/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source that foresees nothing is as good as one that finds nothing to ask. */
#include "config.h"

#include "gw-foresight.h"

void
gw_foresight_free (GwForesight *self)
{
  if (self == NULL)
    return;
  g_free (self->heading);
  g_free (self->body);
  g_free (self->answer);
  g_free (self->sentence);
  g_free (self);
}

void
gw_record_source_foresee_async (GwRecordSource *self, GwChange *change,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  GwRecordSourceInterface *iface = GW_RECORD_SOURCE_GET_IFACE (self);

  if (iface->foresee_async != NULL)
    iface->foresee_async (self, change, callback, user_data);
  else
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

      g_task_set_source_tag (task, gw_record_source_foresee_async);
      g_task_return_pointer (task, NULL, NULL);
    }
}

GwForesight *
gw_record_source_foresee_finish (GwRecordSource *self, GAsyncResult *result, GError **error)
{
  if (g_async_result_is_tagged (result, gw_record_source_foresee_async))
    return NULL;
  return GW_RECORD_SOURCE_GET_IFACE (self)->foresee_finish (self, result, error);
}
