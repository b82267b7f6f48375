/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of before and after, headed by person. */
#include "config.h"

#include "gw-rota-review.h"

#include <glib/gi18n-lib.h>

struct _GwRotaReview
{
  AdwBin parent_instance;

  GwPlanReview *review;
  gboolean setting_all;
  guint n_open;
  guint n_past;
  guint n_clashes;

  GtkLabel *summary;
  GtkCheckButton *all;
  GtkListView *list;
  GtkLabel *clashes;
  GtkWidget *dismiss_button;
  GtkWidget *accept_button;
};

G_DEFINE_FINAL_TYPE (GwRotaReview, gw_rota_review, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACCEPTED,
  SIGNAL_DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_foot (GwRotaReview *self)
{
  guint n, n_clashes, n_all;
  g_autofree char *accept = NULL;
  g_autofree char *clashes = NULL;

  if (self->review == NULL)
    return;
  n = gw_plan_review_get_n_accepted (self->review);
  n_all = g_list_model_get_n_items (G_LIST_MODEL (self->review));
  n_clashes = gw_plan_review_count_clashes (self->review);
  accept = g_strdup_printf (ngettext ("_Accept %u change", "_Accept %u changes", n), n);
  clashes = g_strdup_printf (
      ngettext ("What is left makes %u clash.", "What is left makes %u clashes.", n_clashes),
      n_clashes);
  gtk_button_set_label (GTK_BUTTON (self->accept_button), accept);
  gtk_widget_set_sensitive (self->accept_button, n > 0);
  gtk_label_set_label (self->clashes, clashes);
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), n_clashes > 0);
  self->setting_all = TRUE;
  gtk_check_button_set_active (self->all, n == n_all);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < n_all);
  self->setting_all = FALSE;
}

static void
update_summary (GwRotaReview *self)
{
  g_autofree char *summary = gw_plan_review_dup_summary (self->review, self->n_open, self->n_past,
                                                         self->n_clashes);

  gtk_label_set_label (self->summary, summary);
}

static void
on_all_toggled (GwRotaReview *self)
{
  if (self->setting_all || self->review == NULL)
    return;
  gw_plan_review_set_all_accepted (self->review, gtk_check_button_get_active (self->all));
  update_foot (self);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, GwRotaReview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), make_label ("heading"));
  gtk_box_append (GTK_BOX (words), make_label ("dim-label"));
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_check_button_new ());
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

/* The heading only where a new person begins. */
static gboolean
begins_group (GtkListItem *item, GwPlanReviewItem *of, GwRotaReview *self)
{
  guint position = gtk_list_item_get_position (item);
  g_autoptr (GwPlanReviewItem) before = NULL;

  if (position == 0)
    return TRUE;
  before = g_list_model_get_item (G_LIST_MODEL (self->review), position - 1);
  return g_strcmp0 (gw_plan_review_item_get_heading (before),
                    gw_plan_review_item_get_heading (of)) != 0;
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, GwRotaReview *self)
{
  GwPlanReviewItem *of = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_next_sibling (check));
  GtkWidget *before = gtk_widget_get_next_sibling (heading);
  GtkWidget *after = gtk_widget_get_next_sibling (before);
  /* Translators: one change of a plan: how it is, how it will be, and for whom it will be how */
  g_autofree char *is = g_strdup_printf (C_ ("change", "Now: %s"),
                                         gw_plan_review_item_get_before (of));
  g_autofree char *words = g_strdup_printf (C_ ("change", "Then: %s"),
                                            gw_plan_review_item_get_after (of));
  g_autofree char *name = g_strdup_printf (C_ ("change", "%1$s: %2$s"),
                                           gw_plan_review_item_get_heading (of),
                                           gw_plan_review_item_get_after (of));

  gtk_label_set_label (GTK_LABEL (heading), gw_plan_review_item_get_heading (of));
  gtk_widget_set_visible (heading, begins_group (item, of, self));
  gtk_label_set_label (GTK_LABEL (before), is);
  gtk_label_set_label (GTK_LABEL (after), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (item), "binding",
                          g_object_bind_property (of, "accepted", check, "active",
                                                  G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL),
                          NULL);
  g_signal_connect_swapped (of, "notify::accepted", G_CALLBACK (update_foot), self);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, GwRotaReview *self)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), "binding");

  if (binding != NULL)
    g_binding_unbind (binding);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_foot, self);
}

static void
on_accept_clicked (GwRotaReview *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
on_dismiss_clicked (GwRotaReview *self)
{
  g_signal_emit (self, signals[SIGNAL_DISMISSED], 0);
}

static void
gw_rota_review_dispose (GObject *object)
{
  GwRotaReview *self = GW_ROTA_REVIEW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->review);
  G_OBJECT_CLASS (gw_rota_review_parent_class)->dispose (object);
}

static void
gw_rota_review_class_init (GwRotaReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_rota_review_dispose;
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", GW_TYPE_ROTA_REVIEW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", GW_TYPE_ROTA_REVIEW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/rota/gw-rota-review.ui");
  gtk_widget_class_bind_template_child (widget_class, GwRotaReview, summary);
  gtk_widget_class_bind_template_child (widget_class, GwRotaReview, all);
  gtk_widget_class_bind_template_child (widget_class, GwRotaReview, list);
  gtk_widget_class_bind_template_child (widget_class, GwRotaReview, clashes);
  gtk_widget_class_bind_template_child (widget_class, GwRotaReview, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, GwRotaReview, accept_button);
}

static void
gw_rota_review_init (GwRotaReview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (on_all_toggled), self);
  g_signal_connect_swapped (self->accept_button, "clicked", G_CALLBACK (on_accept_clicked), self);
  g_signal_connect_swapped (self->dismiss_button, "clicked", G_CALLBACK (on_dismiss_clicked), self);
}

void
gw_rota_review_show (GwRotaReview *self, GwPlanReview *review)
{
  GtkNoSelection *model;

  g_return_if_fail (GW_IS_ROTA_REVIEW (self));
  gtk_list_view_set_model (self->list, NULL);
  g_set_object (&self->review, review);
  if (review == NULL)
    return;
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (review)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
  update_summary (self);
  update_foot (self);
}

void
gw_rota_review_set_left (GwRotaReview *self, guint n_open, guint n_past, guint n_clashes)
{
  g_return_if_fail (GW_IS_ROTA_REVIEW (self));
  self->n_open = n_open;
  self->n_past = n_past;
  self->n_clashes = n_clashes;
  if (self->review != NULL)
    update_summary (self);
}

GwPlanReview *
gw_rota_review_get (GwRotaReview *self)
{
  g_return_val_if_fail (GW_IS_ROTA_REVIEW (self), NULL);
  return self->review;
}
