/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at the foot of the window. */
#include "config.h"

#include "gw-status-line.h"

#include "gw-session-jobs.h"

struct _GwStatusLine
{
  GtkWidget parent_instance;

  GtkLabel *detail_label;
  GtkWidget *job_box;
  GtkLabel *job_label;
  GtkProgressBar *job_bar;
  GtkWidget *unencrypted_label;
  GtkLabel *saved_label;

  GwSession *session;
  GBinding *status_binding;
  GwJob *job;
};

G_DEFINE_FINAL_TYPE (GwStatusLine, gw_status_line, GTK_TYPE_WIDGET)

static void
on_stop_clicked (GwStatusLine *self)
{
  if (self->job != NULL)
    gw_job_stop (self->job);
}

static void
show_progress (GwStatusLine *self)
{
  gint permille = gw_job_get_permille (self->job);
  g_autofree char *detail = gw_job_dup_detail (self->job);

  gtk_label_set_label (self->job_label, detail != NULL ? detail : gw_job_get_title (self->job));
  if (permille < 0)
    gtk_progress_bar_pulse (self->job_bar);
  else
    gtk_progress_bar_set_fraction (self->job_bar, permille / 1000.0);
}

static void
drop_job (GwStatusLine *self)
{
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
}

/* The newest job is the one somebody waits for. */
static void
show_newest_job (GwStatusLine *self)
{
  GListModel *jobs = self->session != NULL ? gw_session_get_jobs (self->session) : NULL;
  guint n = jobs != NULL ? g_list_model_get_n_items (jobs) : 0;

  drop_job (self);
  gtk_widget_set_visible (self->job_box, n > 0);
  if (n == 0)
    return;
  self->job = g_list_model_get_item (jobs, n - 1);
  g_signal_connect_swapped (self->job, "notify", G_CALLBACK (show_progress), self);
  show_progress (self);
}

static void
drop_session (GwStatusLine *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (gw_session_get_jobs (self->session), self);
  g_clear_pointer (&self->status_binding, g_binding_unbind);
  g_clear_object (&self->session);
}

static void
gw_status_line_dispose (GObject *object)
{
  GwStatusLine *self = GW_STATUS_LINE (object);

  drop_job (self);
  drop_session (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_STATUS_LINE);
  G_OBJECT_CLASS (gw_status_line_parent_class)->dispose (object);
}

static void
gw_status_line_class_init (GwStatusLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_status_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/app/gw-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, GwStatusLine, detail_label);
  gtk_widget_class_bind_template_child (widget_class, GwStatusLine, job_box);
  gtk_widget_class_bind_template_child (widget_class, GwStatusLine, job_label);
  gtk_widget_class_bind_template_child (widget_class, GwStatusLine, job_bar);
  gtk_widget_class_bind_template_child (widget_class, GwStatusLine, unencrypted_label);
  gtk_widget_class_bind_template_child (widget_class, GwStatusLine, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_set_css_name (widget_class, "statusline");
}

static void
gw_status_line_init (GwStatusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gw_status_line_set_session (GwStatusLine *self, GwSession *session)
{
  g_return_if_fail (GW_IS_STATUS_LINE (self));

  drop_session (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      self->status_binding = g_object_bind_property (session, "status", self->saved_label, "label",
                                                     G_BINDING_SYNC_CREATE);
      gtk_widget_set_visible (self->unencrypted_label, !gw_session_is_encrypted (session));
      g_signal_connect_swapped (gw_session_get_jobs (session), "items-changed",
                                G_CALLBACK (show_newest_job), self);
    }
  show_newest_job (self);
}

void
gw_status_line_set_detail (GwStatusLine *self, const char *detail)
{
  g_return_if_fail (GW_IS_STATUS_LINE (self));

  gtk_label_set_label (self->detail_label, detail != NULL ? detail : "");
}
