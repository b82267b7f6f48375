/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: a column for each repair, a line for each thing that others may notice. */
#include "config.h"

#include "gw-rota-repairs.h"

#include "gw-rota-helpers.h"

#include <glib/gi18n-lib.h>

#define LEAST_HEIGHT 140

/* The lines of the table. */
typedef enum
{
  LINE_COVERED,
  LINE_TO_COVER,
  LINE_PEOPLE,
  LINE_FACES,
  LINE_MOVED,
  LINE_TRAVEL,
  LINE_OVERTIME,
  N_LINES
} Line;

struct _GwRotaRepairs
{
  AdwBin parent_instance;

  GwWeekPlan *plans[GW_N_FAVOURS];
  GwPlanEffects effects[GW_N_FAVOURS];
  GtkWidget *columns[GW_N_FAVOURS];
  GtkLabel *cells[GW_N_FAVOURS][N_LINES];
  GtkLabel *words;
  GtkLabel *note;
  gboolean clearing; /* what is toggled then was not chosen by anybody */
};

G_DEFINE_FINAL_TYPE (GwRotaRepairs, gw_rota_repairs, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_line_name (Line line)
{
  switch (line)
    {
    case LINE_COVERED:
      return _ ("Covered");
    case LINE_TO_COVER:
      return _ ("To cover");
    case LINE_PEOPLE:
      return _ ("Others affected");
    case LINE_FACES:
      return _ ("New faces");
    case LINE_MOVED:
      return _ ("Times move");
    case LINE_TRAVEL:
      return _ ("Travel");
    case LINE_OVERTIME:
    case N_LINES:
    default:
      return _ ("Overtime");
    }
}

/* What a line counts, where its name alone may not say it. */
static const char *
get_explanation (Line line)
{
  switch (line)
    {
    case LINE_PEOPLE:
      return _ ("Others affected: people we support who get another colleague or another time.");
    case LINE_FACES:
      return _ ("New faces: colleagues who come to somebody they have not met.");
    case LINE_MOVED:
      return _ ("Times move: how far covered visits move, together.");
    case LINE_TRAVEL:
      return _ ("Travel: more or less of it than now.");
    case LINE_COVERED:
    case LINE_TO_COVER:
    case LINE_OVERTIME:
    case N_LINES:
    default:
      return NULL;
    }
}

/* More or less of it, in minutes. */
static char *
dup_difference (gint minutes)
{
  g_autofree char *span = gw_span_to_text (GW_SPAN (ABS (minutes)));

  return minutes == 0 ? g_strdup ("0") : g_strdup_printf (minutes > 0 ? "+%s" : "−%s", span);
}

static char *
dup_cell (const GwPlanEffects *effects, Line line)
{
  switch (line)
    {
    case LINE_COVERED:
      return g_strdup_printf ("%u", effects->n_covered);
    case LINE_TO_COVER:
      return g_strdup_printf ("%u", effects->n_to_cover);
    case LINE_PEOPLE:
      return g_strdup_printf ("%u", effects->n_people);
    case LINE_FACES:
      return g_strdup_printf ("%u", effects->new_faces);
    case LINE_MOVED:
      return effects->moved == 0 ? g_strdup ("0") : gw_span_to_text (GW_SPAN (effects->moved));
    case LINE_TRAVEL:
      return dup_difference (effects->travel);
    case LINE_OVERTIME:
    case N_LINES:
    default:
      return dup_difference (effects->overtime);
    }
}

static gboolean
is_same (const GwPlanEffects *one, const GwPlanEffects *other)
{
  return one->n_covered == other->n_covered && one->n_to_cover == other->n_to_cover &&
         one->n_people == other->n_people && one->n_visits == other->n_visits &&
         one->new_faces == other->new_faces && one->moved == other->moved &&
         one->travel == other->travel && one->overtime == other->overtime;
}

/* --- words ------------------------------------------------------------------------------------- */

/* What a repair means for others, as a screen reader says it. */
static char *
dup_description (GwRotaRepairs *self, GwPlanFavour favour)
{
  g_autoptr (GPtrArray) list = gw_plan_effects_list (&self->effects[favour]);

  g_ptr_array_add (list, NULL);
  return g_strjoinv (". ", (char **) list->pdata);
}

/* That another repair covers more, if so: then this one is no choice, whatever it favours. */
static char *
dup_covers_less (GwRotaRepairs *self, GwPlanFavour favour)
{
  GwPlanFavour best = gw_rota_repairs_find_best (self);

  if (gw_plan_effects_compare_cover (&self->effects[best], &self->effects[favour]) >= 0)
    return NULL;
  /* Translators: %s is another repair: "Least disruption" */
  return g_strdup_printf (_ ("“%s” covers more than this."), gw_plan_favour_to_text (best));
}

static void
take (GPtrArray *list, char *words)
{
  if (words != NULL)
    g_ptr_array_add (list, words);
}

/* Who steps in, and that for others it comes to the same as a repair before it, if so. */
static char *
dup_words (GwRotaRepairs *self, GwPlanFavour favour)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  take (list, dup_covers_less (self, favour));
  take (list, gw_rota_helpers_dup_words (self->plans[favour]));
  for (GwPlanFavour other = 0; other < favour; other++)
    if (self->plans[other] != NULL && is_same (&self->effects[other], &self->effects[favour]))
      {
        g_ptr_array_add (list, g_strdup_printf (
                                   /* Translators: %s is another repair: "Least disruption" */
                                   _ ("For others it comes to the same as “%s”."),
                                   gw_plan_favour_to_text (other)));
        break;
      }
  g_ptr_array_add (list, NULL);
  return g_strjoinv ("\n", (char **) list->pdata);
}

static void
show_column (GwRotaRepairs *self, GwPlanFavour favour, const char *waiting)
{
  for (Line line = 0; line < N_LINES; line++)
    {
      g_autofree char *text = self->plans[favour] != NULL ? dup_cell (&self->effects[favour], line)
                                                          : g_strdup (waiting);
      gtk_label_set_label (self->cells[favour][line], text);
    }
  gtk_widget_set_sensitive (self->columns[favour], self->plans[favour] != NULL);
}

static void
show_words (GwRotaRepairs *self)
{
  GwPlanFavour chosen = gw_rota_repairs_get_chosen (self);
  g_autofree char *words = chosen < GW_N_FAVOURS ? dup_words (self, chosen) : g_strdup ("");

  gtk_label_set_label (self->words, words);
}

static void
on_toggled (GtkToggleButton *button, GwRotaRepairs *self)
{
  if (self->clearing || !gtk_toggle_button_get_active (button))
    return;
  show_words (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (gint) gw_rota_repairs_get_chosen (self));
}

static GtkWidget *
new_heading (GwRotaRepairs *self, GwPlanFavour favour)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (gw_plan_favour_to_text (favour));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  if (favour > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->columns[0]));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  return button;
}

static GtkLabel *
new_text (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return GTK_LABEL (label);
}

static GtkWidget *
make_table (GwRotaRepairs *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (grid, "rota-repairs-table");
  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    {
      self->columns[favour] = new_heading (self, favour);
      gtk_grid_attach (GTK_GRID (grid), self->columns[favour], (gint) favour + 1, 0, 1, 1);
    }
  for (Line line = 0; line < N_LINES; line++)
    {
      GtkLabel *name = new_text (get_line_name (line), 0);

      gtk_widget_add_css_class (GTK_WIDGET (name), "dim-label");
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (name), 0, (gint) line + 1, 1, 1);
      for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
        {
          self->cells[favour][line] = new_text ("", 0.5);
          gtk_label_set_wrap (self->cells[favour][line], FALSE);
          gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->cells[favour][line]),
                           (gint) favour + 1, (gint) line + 1, 1, 1);
        }
    }
  return grid;
}

/* For those who wonder; for a screen reader the lines are sentences anyway. */
static GtkWidget *
make_explanations (void)
{
  GtkWidget *expander = gtk_expander_new (_ ("What the lines mean"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (Line line = 0; line < N_LINES; line++)
    if (get_explanation (line) != NULL)
      {
        GtkLabel *label = new_text (get_explanation (line), 0);

        gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
        gtk_label_set_max_width_chars (label, 40);
        gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
      }
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

/* In a small window it scrolls, so that the list of changes below keeps some room. */
static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *widget = gtk_scrolled_window_new ();
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (widget);

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_min_content_height (scroller, LEAST_HEIGHT);
  gtk_scrolled_window_set_child (scroller, child);
  return widget;
}

static void
gw_rota_repairs_dispose (GObject *object)
{
  GwRotaRepairs *self = GW_ROTA_REPAIRS (object);

  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    g_clear_pointer (&self->plans[favour], gw_week_plan_unref);
  G_OBJECT_CLASS (gw_rota_repairs_parent_class)->dispose (object);
}

static void
gw_rota_repairs_class_init (GwRotaRepairsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gw_rota_repairs_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", GW_TYPE_ROTA_REPAIRS, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rota-repairs");
}

static void
gw_rota_repairs_init (GwRotaRepairs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkLabel *title = new_text (_ ("Three ways to cover"), 0);

  gtk_widget_add_css_class (GTK_WIDGET (title), "title-4");
  self->words = new_text ("", 0);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (self->words, 40);
  gtk_widget_add_css_class (box, "rota-repairs");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (title));
  self->note = new_text ("", 0);
  gtk_label_set_max_width_chars (self->note, 40);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), make_table (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), make_explanations ());
  adw_bin_set_child (ADW_BIN (self), make_scroller (box));
  gw_rota_repairs_clear (self);
}

void
gw_rota_repairs_clear (GwRotaRepairs *self)
{
  g_return_if_fail (GW_IS_ROTA_REPAIRS (self));
  self->clearing = TRUE;
  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    {
      g_clear_pointer (&self->plans[favour], gw_week_plan_unref);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->columns[favour]), FALSE);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->columns[favour]),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      show_column (self, favour, "…");
    }
  self->clearing = FALSE;
  show_words (self);
}

void
gw_rota_repairs_set_note (GwRotaRepairs *self, const char *note)
{
  g_return_if_fail (GW_IS_ROTA_REPAIRS (self));
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

void
gw_rota_repairs_add (GwRotaRepairs *self, GwPlanFavour favour, GwWeekPlan *plan,
                     const GwPlanEffects *effects)
{
  g_autofree char *words = NULL;

  g_return_if_fail (GW_IS_ROTA_REPAIRS (self));
  g_return_if_fail (favour < GW_N_FAVOURS && plan != NULL);
  g_clear_pointer (&self->plans[favour], gw_week_plan_unref);
  self->plans[favour] = gw_week_plan_ref (plan);
  self->effects[favour] = *effects;
  show_column (self, favour, "");
  words = dup_description (self, favour);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns[favour]),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  /* The first is chosen; a better one in place of the chosen one is chosen anew. */
  if (gw_rota_repairs_get_chosen (self) == favour)
    on_toggled (GTK_TOGGLE_BUTTON (self->columns[favour]), self);
  else if (gw_rota_repairs_get_n (self) == 1)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->columns[favour]), TRUE);
  else
    show_words (self);
}

void
gw_rota_repairs_end (GwRotaRepairs *self)
{
  g_return_if_fail (GW_IS_ROTA_REPAIRS (self));
  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    show_column (self, favour, "–");
}

guint
gw_rota_repairs_get_n (GwRotaRepairs *self)
{
  guint n = 0;

  g_return_val_if_fail (GW_IS_ROTA_REPAIRS (self), 0);
  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    n += self->plans[favour] != NULL;
  return n;
}

GwWeekPlan *
gw_rota_repairs_get_plan (GwRotaRepairs *self, GwPlanFavour favour)
{
  g_return_val_if_fail (GW_IS_ROTA_REPAIRS (self), NULL);
  return favour < GW_N_FAVOURS ? self->plans[favour] : NULL;
}

const GwPlanEffects *
gw_rota_repairs_get_effects (GwRotaRepairs *self, GwPlanFavour favour)
{
  return gw_rota_repairs_get_plan (self, favour) != NULL ? &self->effects[favour] : NULL;
}

GwPlanFavour
gw_rota_repairs_find_best (GwRotaRepairs *self)
{
  GwPlanFavour best = GW_N_FAVOURS;

  g_return_val_if_fail (GW_IS_ROTA_REPAIRS (self), GW_N_FAVOURS);
  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    if (self->plans[favour] != NULL &&
        (best == GW_N_FAVOURS ||
         gw_plan_effects_compare_cover (&self->effects[favour], &self->effects[best]) < 0))
      best = favour;
  return best;
}

GwPlanFavour
gw_rota_repairs_find_behind (GwRotaRepairs *self, guint again)
{
  GwPlanFavour best = gw_rota_repairs_find_best (self);

  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS && best < GW_N_FAVOURS; favour++)
    if ((again & (1u << favour)) == 0 &&
        (self->plans[favour] == NULL ||
         gw_plan_effects_compare_cover (&self->effects[best], &self->effects[favour]) < 0))
      return favour;
  return GW_N_FAVOURS;
}

GwPlanFavour
gw_rota_repairs_get_chosen (GwRotaRepairs *self)
{
  g_return_val_if_fail (GW_IS_ROTA_REPAIRS (self), GW_N_FAVOURS);
  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    if (self->plans[favour] != NULL &&
        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->columns[favour])))
      return favour;
  return GW_N_FAVOURS;
}
