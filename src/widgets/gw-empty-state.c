/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spinner or a status page with one button. */
#include "config.h"

#include "gw-empty-state.h"

#include <glib/gi18n-lib.h>

struct _GwEmptyState
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *page; /* made for the first words */
  GtkButton *button;
};

enum
{
  ACTION_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwEmptyState, gw_empty_state, ADW_TYPE_BIN)

static void
on_clicked (GtkButton *button, GwEmptyState *self)
{
  g_signal_emit (self, signals[ACTION_CLICKED], 0);
}

static void
gw_empty_state_class_init (GwEmptyStateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTION_CLICKED] = g_signal_new ("action-clicked", GW_TYPE_EMPTY_STATE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/widgets/gw-empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, GwEmptyState, stack);
  gtk_widget_class_bind_template_child (widget_class, GwEmptyState, spinner);
}

static void
gw_empty_state_init (GwEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gw_empty_state_show_loading (GwEmptyState *self)
{
  g_return_if_fail (GW_IS_EMPTY_STATE (self));
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
make_page (GwEmptyState *self)
{
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "pill");
  g_signal_connect (self->button, "clicked", G_CALLBACK (on_clicked), self);
  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  adw_status_page_set_child (self->page, GTK_WIDGET (self->button));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "words");
}

void
gw_empty_state_show_words (GwEmptyState *self, const char *icon_name, const char *title,
                           const char *description, const char *action)
{
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  g_return_if_fail (GW_IS_EMPTY_STATE (self));

  if (self->page == NULL)
    make_page (self);
  gtk_spinner_stop (self->spinner);
  adw_status_page_set_icon_name (self->page, icon_name);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->button), action != NULL);
  if (action != NULL)
    gtk_button_set_label (self->button, action);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

void
gw_empty_state_show_failure (GwEmptyState *self, const char *sentence)
{
  gw_empty_state_show_words (self, "dialog-warning-symbolic", _ ("This could not be shown"),
                             sentence, _ ("Try again"));
}
