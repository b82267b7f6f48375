/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page while something is awaited. */
#include "config.h"

#include "gw-waiting-page.h"

struct _GwWaitingPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (GwWaitingPage, gw_waiting_page, ADW_TYPE_BIN)

static void
gw_waiting_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GW_TYPE_WAITING_PAGE);
  G_OBJECT_CLASS (gw_waiting_page_parent_class)->dispose (object);
}

static void
gw_waiting_page_class_init (GwWaitingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_waiting_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/app/gw-waiting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GwWaitingPage, status);
  gtk_widget_class_bind_template_child (widget_class, GwWaitingPage, bar);
}

static void
gw_waiting_page_init (GwWaitingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gw_waiting_page_set_title (GwWaitingPage *self, const char *title)
{
  g_return_if_fail (GW_IS_WAITING_PAGE (self));

  adw_status_page_set_title (self->status, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

void
gw_waiting_page_set_permille (GwWaitingPage *self, gint permille)
{
  g_return_if_fail (GW_IS_WAITING_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  gtk_progress_bar_set_fraction (self->bar, MAX (0, permille) / 1000.0);
}
