/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A job. Workers write permille and detail under a lock; a timeout of one frame on the context the
 * job was made in tells the properties that changed, however often they were reported meanwhile.
 */

#include "config.h"

#include "gw-job.h"

#define FRAME_MS 16

/* title, cancellable, context: fixed. running, told_permille, told_detail: main thread only.
 * permille, detail, is_waking: under lock, any thread. */
struct _GwJob
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  GMainContext *context;

  gboolean running;
  gint told_permille;
  char *told_detail;

  GMutex lock;
  gint permille;
  char *detail;
  gboolean is_waking;
};

G_DEFINE_FINAL_TYPE (GwJob, gw_job, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_PERMILLE,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Main thread: notifies what differs from what was told last. */
static void
tell_changes (GwJob *self)
{
  gboolean permille_changed, detail_changed;

  g_mutex_lock (&self->lock);
  self->is_waking = FALSE;
  permille_changed = self->told_permille != self->permille;
  self->told_permille = self->permille;
  detail_changed = g_strcmp0 (self->told_detail, self->detail) != 0;
  if (detail_changed)
    {
      g_free (self->told_detail);
      self->told_detail = g_strdup (self->detail);
    }
  g_mutex_unlock (&self->lock);

  g_object_freeze_notify (G_OBJECT (self));
  if (permille_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERMILLE]);
  if (detail_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
on_frame_passed (gpointer data)
{
  tell_changes (data);
  return G_SOURCE_REMOVE;
}

static void
wake_main_thread (GwJob *self)
{
  g_autoptr (GSource) source = g_timeout_source_new (FRAME_MS);

  g_source_set_callback (source, on_frame_passed, g_object_ref (self), g_object_unref);
  g_source_set_static_name (source, "gw_job_report");
  g_source_attach (source, self->context);
}

static void
gw_job_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GwJob *self = GW_JOB (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_take_string (value, gw_job_dup_detail (self));
      break;
    case PROP_PERMILLE:
      g_value_set_int (value, gw_job_get_permille (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gw_job_finalize (GObject *object)
{
  GwJob *self = GW_JOB (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->told_detail);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (gw_job_parent_class)->finalize (object);
}

static void
gw_job_init (GwJob *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
  self->context = g_main_context_ref_thread_default ();
  self->running = TRUE;
  self->permille = self->told_permille = -1;
}

static void
gw_job_class_init (GwJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gw_job_get_property;
  object_class->finalize = gw_job_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_PERMILLE] = g_param_spec_int ("permille", NULL, NULL, -1, 1000, -1, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

GwJob *
gw_job_new (const char *title)
{
  GwJob *self = g_object_new (GW_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
gw_job_get_title (GwJob *self)
{
  g_return_val_if_fail (GW_IS_JOB (self), NULL);
  return self->title;
}

char *
gw_job_dup_detail (GwJob *self)
{
  char *detail;

  g_return_val_if_fail (GW_IS_JOB (self), NULL);
  g_mutex_lock (&self->lock);
  detail = g_strdup (self->detail);
  g_mutex_unlock (&self->lock);
  return detail;
}

gint
gw_job_get_permille (GwJob *self)
{
  gint permille;

  g_return_val_if_fail (GW_IS_JOB (self), -1);
  g_mutex_lock (&self->lock);
  permille = self->permille;
  g_mutex_unlock (&self->lock);
  return permille;
}

gboolean
gw_job_get_running (GwJob *self)
{
  g_return_val_if_fail (GW_IS_JOB (self), FALSE);
  return self->running;
}

GCancellable *
gw_job_get_cancellable (GwJob *self)
{
  g_return_val_if_fail (GW_IS_JOB (self), NULL);
  return self->cancellable;
}

void
gw_job_report (GwJob *self, gint permille, const char *detail)
{
  gboolean must_wake;

  g_return_if_fail (GW_IS_JOB (self));
  g_mutex_lock (&self->lock);
  self->permille = CLAMP (permille, -1, 1000);
  if (detail != NULL && g_strcmp0 (self->detail, detail) != 0)
    {
      g_free (self->detail);
      self->detail = g_strdup (detail);
    }
  must_wake = !self->is_waking;
  self->is_waking = TRUE;
  g_mutex_unlock (&self->lock);
  if (must_wake)
    wake_main_thread (self);
}

void
gw_job_stop (GwJob *self)
{
  g_return_if_fail (GW_IS_JOB (self));
  g_cancellable_cancel (self->cancellable);
}

void
gw_job_finish (GwJob *self)
{
  g_return_if_fail (GW_IS_JOB (self));
  if (!self->running)
    return;
  self->running = FALSE;
  tell_changes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}
