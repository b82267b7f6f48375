/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page. */
#include "config.h"

#include "gw-welcome-page.h"

struct _GwWelcomePage
{
  AdwBin parent_instance;

  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (GwWelcomePage, gw_welcome_page, ADW_TYPE_BIN)

static void
gw_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GW_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (gw_welcome_page_parent_class)->dispose (object);
}

static void
gw_welcome_page_class_init (GwWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/app/gw-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GwWelcomePage, problem_label);
}

static void
gw_welcome_page_init (GwWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gw_welcome_page_set_problem (GwWelcomePage *self, const char *sentence)
{
  g_return_if_fail (GW_IS_WELCOME_PAGE (self));

  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
}
