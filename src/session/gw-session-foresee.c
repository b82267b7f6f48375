/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question before somebody departs: what goes with them, counted. */
#include "config.h"

#include "gw-session-foresee-private.h"

#include "gw-session-depart.h"
#include "gw-session-private.h"

#include "gw-person.h"
#include "gw-shift.h"
#include "gw-text.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define DAY_PATTERN "%A %-d %B"

/** Farewell: who departs how, and what is left behind. */
typedef struct
{
  GwChange *change;
  const GwOperation *operation; /* of @change */
  char *name;
  guint n_visits;
  guint n_shifts;
  GwDay first_visit;
  GwDay first_shift;
} Farewell;

static void
farewell_free (Farewell *self)
{
  gw_change_unref (self->change);
  g_free (self->name);
  g_free (self);
}

/* Words --------------------------------------------------------------------------------------- */

static char *
dup_heading (const Farewell *self)
{
  switch (gw_operation_get_departure (self->operation))
    {
    case GW_DEPARTURE_DIED:
      /* Translators: %s is somebody’s name. */
      return g_strdup_printf (_ ("%s has died"), self->name);
    case GW_DEPARTURE_MOVED_ON:
      /* Translators: %s is somebody’s name. */
      return g_strdup_printf (_ ("%s has moved on"), self->name);
    case GW_DEPARTURE_LEFT:
      /* Translators: %s is a colleague’s name. */
      return g_strdup_printf (_ ("%s leaves the team"), self->name);
    case GW_DEPARTURE_NONE:
    case GW_DEPARTURE_DELETED:
    default:
      /* Translators: %s is somebody’s name. */
      return g_strdup_printf (_ ("Delete %s?"), self->name);
    }
}

static char *
dup_person_visits (const Farewell *self, const char *day)
{
  if (gw_operation_get_departure (self->operation) == GW_DEPARTURE_DIED)
    /* Translators: %s is a day: "Monday 23 November". */
    return g_strdup_printf (
        ngettext ("%u visit from %s on will be taken out of the rota, so that nobody calls by "
                  "mistake. What you did together stays as it is.",
                  "%u visits from %s on will be taken out of the rota, so that nobody calls by "
                  "mistake. What you did together stays as it is.",
                  self->n_visits),
        self->n_visits, day);
  /* Translators: %s is a day: "Monday 23 November". */
  return g_strdup_printf (ngettext ("%u visit from %s on will be taken out of the rota. "
                                    "What was before stays as it is.",
                                    "%u visits from %s on will be taken out of the rota. "
                                    "What was before stays as it is.",
                                    self->n_visits),
                          self->n_visits, day);
}

static char *
dup_colleague_visits (const Farewell *self, const char *day)
{
  /* Translators: %s is a day: "Monday 23 November". */
  return g_strdup_printf (ngettext ("%u visit from %s on will need somebody else. "
                                    "What was before stays as it is.",
                                    "%u visits from %s on will need somebody else. "
                                    "What was before stays as it is.",
                                    self->n_visits),
                          self->n_visits, day);
}

static char *
dup_shifts (const Farewell *self)
{
  g_autofree char *day = gw_day_format (self->first_shift, DAY_PATTERN);

  /* Translators: %s is a day: "Monday 23 November". */
  return g_strdup_printf (ngettext ("%u shift from %s on will be open.",
                                    "%u shifts from %s on will be open.", self->n_shifts),
                          self->n_shifts, day);
}

/* A paragraph for the visits, and one for the shifts. */
static char *
dup_body (const Farewell *self)
{
  g_autofree char *day = gw_day_format (self->first_visit, DAY_PATTERN);
  g_autofree char *visits = NULL;
  g_autofree char *shifts = self->n_shifts > 0 ? dup_shifts (self) : NULL;

  if (self->n_visits == 0)
    return g_steal_pointer (&shifts);
  visits = self->operation->type == &gw_person_type ? dup_person_visits (self, day)
                                                    : dup_colleague_visits (self, day);
  return shifts != NULL ? g_strjoin ("\n\n", visits, shifts, NULL) : g_steal_pointer (&visits);
}

static const char *
get_answer (const Farewell *self)
{
  switch (gw_operation_get_departure (self->operation))
    {
    case GW_DEPARTURE_DIED:
    case GW_DEPARTURE_MOVED_ON:
      return _ ("_Take out");
    case GW_DEPARTURE_LEFT:
      return _ ("_Save");
    case GW_DEPARTURE_NONE:
    case GW_DEPARTURE_DELETED:
    default:
      return _ ("_Delete");
    }
}

static char *
dup_sentence (const Farewell *self)
{
  if (self->operation->type == &gw_person_type)
    /* Translators: %s is the name of somebody the team supports. */
    return g_strdup_printf (ngettext ("%u visit to %s is taken out of the rota",
                                      "%u visits to %s are taken out of the rota", self->n_visits),
                            self->n_visits, self->name);
  if (self->n_visits > 0)
    /* Translators: %s is a colleague’s name. */
    return g_strdup_printf (ngettext ("%u visit of %s needs somebody else now",
                                      "%u visits of %s need somebody else now", self->n_visits),
                            self->n_visits, self->name);
  /* Translators: %s is a colleague’s name. */
  return g_strdup_printf (
      ngettext ("%u shift of %s is open now", "%u shifts of %s are open now", self->n_shifts),
      self->n_shifts, self->name);
}

static GwForesight *
create_foresight (const Farewell *self)
{
  GwForesight *foresight = g_new0 (GwForesight, 1);

  foresight->heading = dup_heading (self);
  foresight->body = dup_body (self);
  foresight->answer = g_strdup (get_answer (self));
  foresight->sentence = dup_sentence (self);
  foresight->removes = gw_operation_get_departure (self->operation) == GW_DEPARTURE_DELETED;
  return foresight;
}

/* Looking ------------------------------------------------------------------------------------- */

static GwDay
find_first (GPtrArray *records, guint field)
{
  gint64 first = G_MAXINT32;

  for (guint i = 0; i < records->len; i++)
    first = MIN (first, gw_record_get_integer (records->pdata[i], field));
  return GW_DAY ((gint32) first);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Farewell *self = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) visits = gw_session_list_left_visits_sync (source, self->operation, &error);
  g_autoptr (GPtrArray) shifts =
      visits != NULL ? gw_session_list_left_shifts_sync (source, self->operation, &error) : NULL;

  if (shifts == NULL)
    {
      gw_session_error_say (&error, GW_ERROR_DEED_READ);
      g_task_return_error (task, error);
      return;
    }
  self->n_visits = visits->len;
  self->n_shifts = shifts->len;
  self->first_visit = find_first (visits, GW_VISIT_DAY);
  self->first_shift = find_first (shifts, GW_SHIFT_DAY);
  if (visits->len + shifts->len > 0)
    g_task_return_pointer (task, create_foresight (self), (GDestroyNotify) gw_foresight_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

char *
gw_session_dup_name_in_words (GwSession *self, const GwRecordType *type, GwId id)
{
  g_autoptr (GwItem) item = gw_session_get_item (self, type, id);
  const GwRecord *record = gw_item_get_record (item);
  g_autofree char *title = record != NULL ? gw_session_dup_title (self, record) : g_strdup ("…");

  return gw_text_isolate (title);
}

void
gw_session_foresee_async (GwSession *self, GwChange *change, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  const GwOperation *operation = gw_change_find_departure (change);
  Farewell *farewell;

  g_task_set_source_tag (task, gw_session_foresee_async);
  if (operation == NULL)
    {
      if (!gw_session_foresee_away (self, change, task))
        g_task_return_pointer (task, NULL, NULL);
      return;
    }
  farewell = g_new0 (Farewell, 1);
  farewell->change = gw_change_ref (change);
  farewell->operation = operation;
  farewell->name = gw_session_dup_name_in_words (self, operation->type, operation->record_id);
  g_task_set_task_data (task, farewell, (GDestroyNotify) farewell_free);
  g_task_run_in_thread (task, look);
}

GwForesight *
gw_session_foresee_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
