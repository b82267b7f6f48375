/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as sentences. */
#include "config.h"

#include "gw-rota-numbers.h"

#include <glib/gi18n-lib.h>

struct _GwRotaNumbers
{
  GtkWidget parent_instance;

  GtkWidget *to_cover;
  GtkWidget *clashes;
  GtkWidget *wishes;
  GtkWidget *contact;
};

G_DEFINE_FINAL_TYPE (GwRotaNumbers, gw_rota_numbers, GTK_TYPE_WIDGET)

static void
gw_rota_numbers_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gw_rota_numbers_parent_class)->dispose (object);
}

static void
gw_rota_numbers_class_init (GwRotaNumbersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_rota_numbers_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rota-numbers");
}

static GtkWidget *
add_button (GwRotaNumbers *self, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rota.next-trouble");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static GtkWidget *
create_explanation (const char *words)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  return popover;
}

/* A number that is explained when it is pressed. */
static GtkWidget *
add_explained (GwRotaNumbers *self, const char *words)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), create_explanation (words));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
gw_rota_numbers_init (GwRotaNumbers *self)
{
  self->to_cover = add_button (self, _ ("Visits with too few colleagues. Press to go to the next"));
  self->clashes = add_button (self, _ ("What cannot be as it stands. Press to go to the next"));
  self->wishes = add_explained (self, _ ("Wishes about who comes and when that this rota keeps."));
  self->contact = add_explained (
      self, _ ("Share of paid time spent with people, and what the team aims at."));
}

static void
set_words (GtkWidget *widget, char *words, const char *style)
{
  g_autofree char *owned = words;
  const char *styles[] = { "flat", style, NULL };

  gtk_widget_set_visible (widget, owned != NULL);
  if (owned == NULL)
    return;
  if (GTK_IS_MENU_BUTTON (widget))
    {
      gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (widget))), owned);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, owned, -1);
    }
  else
    {
      gtk_button_set_label (GTK_BUTTON (widget), owned);
      gtk_widget_set_css_classes (widget, styles);
    }
}

static void
show_nothing (GwRotaNumbers *self)
{
  set_words (self->to_cover, NULL, NULL);
  set_words (self->clashes, NULL, NULL);
  set_words (self->wishes, g_strdup (_ ("no visits yet")), NULL);
  set_words (self->contact, NULL, NULL);
}

void
gw_rota_numbers_show (GwRotaNumbers *self, GwRotaWeek *week)
{
  GwBoardWeek *board = gw_rota_week_get_board (week);
  const GwWeekNumbers *numbers = gw_rota_week_get_numbers (week);
  guint n;

  g_return_if_fail (GW_IS_ROTA_NUMBERS (self));
  gtk_widget_set_visible (GTK_WIDGET (self), board != NULL);
  if (board == NULL)
    return;
  /* Nothing can be counted, and shares of nothing would only be praise or blame. */
  if (gw_board_week_get_n_entries (board) == 0)
    {
      show_nothing (self);
      return;
    }
  n = gw_board_week_get_numbers (board)->to_cover;
  set_words (self->to_cover, g_strdup_printf (ngettext ("%u to cover", "%u to cover", n), n),
             n > 0 ? "some-to-cover" : "none-to-cover");
  n = gw_board_week_get_numbers (board)->clashes;
  set_words (self->clashes,
             numbers == NULL ? NULL : g_strdup_printf (ngettext ("%u clash", "%u clashes", n), n),
             n > 0 ? "some-clashes" : "no-clashes");
  set_words (self->wishes,
             numbers == NULL ? NULL
                             : g_strdup_printf (_ ("wishes kept %d %%"),
                                                gw_week_numbers_get_wishes_permille (numbers) / 10),
             NULL);
  set_words (self->contact,
             numbers == NULL
                 ? NULL
                 : g_strdup_printf (_ ("contact %d %% of %d"),
                                    gw_contact_share_get_permille (&numbers->share) / 10,
                                    gw_rota_week_get_contact_target (week)),
             NULL);
}
