/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line and at most three buttons, made anew when another step is next. */
#include "config.h"

#include "gw-rota-next-step.h"

#include <glib/gi18n-lib.h>

struct _GwRotaNextStep
{
  AdwBin parent_instance;

  GwRotaStep step;
  guint n_visits;
  gboolean regular;
};

G_DEFINE_FINAL_TYPE (GwRotaNextStep, gw_rota_next_step, ADW_TYPE_BIN)

static void
gw_rota_next_step_class_init (GwRotaNextStepClass *klass)
{
}

static void
gw_rota_next_step_init (GwRotaNextStep *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
has_shift (GwBoardWeek *board)
{
  for (gint row = 0; row < (gint) gw_board_week_get_n_rows (board); row++)
    for (gint day = 0; day < (gint) gw_board_week_get_n_days (board); day++)
      if (gw_board_week_get_cell (board, row, day)->n_shifts > 0)
        return TRUE;
  return FALSE;
}

GwRotaStep
gw_rota_next_step_find (GwRotaWeek *week)
{
  GwBoardWeek *board = gw_rota_week_get_board (week);

  if (board == NULL || gw_rota_week_get_state (week) != GW_ROTA_WEEK_READY)
    return GW_ROTA_STEP_NONE;
  if (gw_board_week_get_n_rows (board) == 0)
    return GW_ROTA_STEP_COLLEAGUES;
  if (gw_rota_week_get_n_people (week) == 0)
    return GW_ROTA_STEP_PEOPLE;
  if (gw_board_week_get_n_entries (board) == 0)
    return GW_ROTA_STEP_VISITS;
  return has_shift (board) ? GW_ROTA_STEP_NONE : GW_ROTA_STEP_SHIFTS;
}

static void
add_button (GtkWidget *box, const char *label, const char *action, const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  gtk_box_append (GTK_BOX (box), button);
}

static char *
dup_words (GwRotaStep step, guint n_visits)
{
  switch (step)
    {
    case GW_ROTA_STEP_COLLEAGUES:
      if (n_visits == 0)
        return g_strdup (_ ("Nobody is in the team yet."));
      return g_strdup_printf (ngettext ("There is no colleague yet who could come: %u visit waits.",
                                        "There is no colleague yet who could come: %u visits wait.",
                                        n_visits),
                              n_visits);
    case GW_ROTA_STEP_PEOPLE:
      return g_strdup (_ ("There is nobody yet whom the team supports."));
    case GW_ROTA_STEP_VISITS:
      return g_strdup (_ ("There are no visits in this week yet."));
    case GW_ROTA_STEP_SHIFTS:
      return g_strdup (_ ("Nobody has a shift in this week yet, so nobody can come."));
    case GW_ROTA_STEP_NONE:
    default:
      return g_strdup ("");
    }
}

static void
add_buttons (GtkWidget *box, GwRotaStep step, gboolean regular)
{
  const char *fill = _ ("_Fill from what is regular");

  switch (step)
    {
    case GW_ROTA_STEP_COLLEAGUES:
      add_button (box, _ ("Add a _colleague"), "rota.add-colleague", "suggested-action");
      break;
    case GW_ROTA_STEP_PEOPLE:
      add_button (box, _ ("Add a _person"), "rota.add-person", "suggested-action");
      add_button (box, _ ("Add a _colleague"), "rota.add-colleague", NULL);
      break;
    case GW_ROTA_STEP_VISITS:
    case GW_ROTA_STEP_SHIFTS:
      if (regular)
        add_button (box, fill, "rota.fill-week", "suggested-action");
      add_button (box, step == GW_ROTA_STEP_VISITS ? _ ("New _visit…") : _ ("New _shift…"),
                  step == GW_ROTA_STEP_VISITS ? "subject.new-visit" : "subject.new-shift",
                  regular ? NULL : "suggested-action");
      if (!regular)
        add_button (box, fill, "rota.fill-week", NULL);
      break;
    case GW_ROTA_STEP_NONE:
    default:
      break;
    }
  add_button (box, _ ("_Import lists…"), "win.import", NULL);
}

void
gw_rota_next_step_show (GwRotaNextStep *self, GwRotaWeek *week)
{
  GwBoardWeek *board = gw_rota_week_get_board (week);
  GwRotaStep step = gw_rota_next_step_find (week);
  guint n_visits = board != NULL ? gw_board_week_get_n_entries (board) : 0;
  gboolean regular = gw_rota_week_has_regular (week);
  g_autofree char *words = NULL;
  GtkWidget *box, *label;

  g_return_if_fail (GW_IS_ROTA_NEXT_STEP (self));
  gtk_widget_set_visible (GTK_WIDGET (self), step != GW_ROTA_STEP_NONE);
  if (self->step == step && self->n_visits == n_visits && self->regular == regular)
    return;
  self->step = step;
  self->n_visits = n_visits;
  self->regular = regular;
  words = dup_words (step, n_visits);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "rota-strip");
  gtk_box_append (GTK_BOX (box), label);
  add_buttons (box, step, regular);
  adw_bin_set_child (ADW_BIN (self), box);
}
