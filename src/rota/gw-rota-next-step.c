/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line and at most three buttons, made anew when another step is next. */
#include "config.h"

#include "gw-rota-next-step.h"

#include "gw-session-records.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

/* Visits that are looked through for the first one that the board would show. */
#define MOST_AHEAD 1000

struct _GwRotaNextStep
{
  AdwBin parent_instance;

  GwRotaStep step;
  guint n_visits;
  gboolean regular;
  gboolean has_ahead; /* whether a later week has visits, and then the day of the first */
  GwDay ahead;
  GCancellable *asking;
  GwId team; /* whose board it is; the none id: of all */
};

G_DEFINE_FINAL_TYPE (GwRotaNextStep, gw_rota_next_step, ADW_TYPE_BIN)

static void
stop_asking (GwRotaNextStep *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
gw_rota_next_step_dispose (GObject *object)
{
  stop_asking (GW_ROTA_NEXT_STEP (object));
  G_OBJECT_CLASS (gw_rota_next_step_parent_class)->dispose (object);
}

static void
gw_rota_next_step_class_init (GwRotaNextStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gw_rota_next_step_dispose;
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
dup_words_of_visits (GwRotaNextStep *self)
{
  g_autofree char *day = NULL;

  if (!self->has_ahead)
    return g_strdup (_ ("There are no visits in this week yet."));
  day = gw_day_format (self->ahead, C_ ("a day", "%a %-d %b"));
  /* Translators: %s is a day, "Mon 30 Nov" */
  return g_strdup_printf (_ ("There are no visits in this week; the next are on %s."), day);
}

static char *
dup_words (GwRotaNextStep *self)
{
  guint n_visits = self->n_visits;

  switch (self->step)
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
      return dup_words_of_visits (self);
    case GW_ROTA_STEP_SHIFTS:
      return g_strdup (_ ("Nobody has a shift in this week yet, so nobody can come."));
    case GW_ROTA_STEP_NONE:
    default:
      return g_strdup ("");
    }
}

static void
add_way_ahead (GtkWidget *box, GwDay day)
{
  g_autofree char *action = g_strdup_printf ("rota.show-day(%d)", day.value);

  /* Translators: a button after "the next are on Mon 30 Nov" */
  add_button (box, _ ("_Show them"), action, "suggested-action");
}

static void
add_buttons (GwRotaNextStep *self, GtkWidget *box)
{
  const char *fill = _ ("_Fill from what is regular");
  gboolean regular = self->regular;
  GwRotaStep step = self->step;

  if (step == GW_ROTA_STEP_VISITS && self->has_ahead)
    {
      add_way_ahead (box, self->ahead);
      add_button (box, regular ? fill : _ ("New _visit…"),
                  regular ? "rota.fill-week" : "subject.new-visit", NULL);
      add_button (box, _ ("_Import lists…"), "win.import", NULL);
      return;
    }
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

static void
rebuild (GwRotaNextStep *self)
{
  g_autofree char *words = dup_words (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "rota-strip");
  gtk_box_append (GTK_BOX (box), label);
  add_buttons (self, box);
  adw_bin_set_child (ADW_BIN (self), box);
}

static gboolean
is_our_team (GwRotaNextStep *self, GwId team)
{
  return gw_id_is_none (self->team) || gw_id_is_none (team) || gw_id_equal (team, self->team);
}

/* Whether the board would show it: not what is cancelled, nor what is between others. */
static gboolean
is_ours (GwRotaNextStep *self, GwSession *session, const GwVisit *visit)
{
  const GwPerson *person = gw_session_find_record (session, gw_visit_get_person (visit));
  GwIds colleagues = gw_visit_get_colleagues (visit);

  if (!gw_visit_is_live (visit))
    return FALSE;
  if (is_our_team (self, person != NULL ? gw_person_get_team (person) : GW_ID_NONE))
    return TRUE;
  for (guint i = 0; i < colleagues.n; i++)
    {
      const GwColleague *colleague = gw_session_find_record (session, colleagues.ids[i]);

      if (colleague != NULL && is_our_team (self, gw_colleague_get_team (colleague)))
        return TRUE;
    }
  return FALSE;
}

/* Where the rota begins, for who looks at an empty week before it. */
static void
on_ahead (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaNextStep) self = data;
  g_autoptr (GPtrArray) visits = gw_session_query_finish (GW_SESSION (source), result, NULL, NULL);
  gboolean has_ahead = FALSE;
  GwDay ahead = GW_DAY (0);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  for (guint i = 0; visits != NULL && i < visits->len && !has_ahead; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);

      has_ahead = is_ours (self, GW_SESSION (source), visit);
      ahead = has_ahead ? gw_visit_get_day (visit) : ahead;
    }
  if (has_ahead == self->has_ahead && gw_day_compare (ahead, self->ahead) == 0)
    return;
  self->has_ahead = has_ahead;
  self->ahead = ahead;
  rebuild (self);
}

static void
ask_ahead (GwRotaNextStep *self, GwSession *session, GwDay after)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_visit_type);

  gw_query_where_between (query, GW_VISIT_DAY, after.value + 1, G_MAXINT32);
  gw_query_sort (query, GW_VISIT_DAY, FALSE);
  gw_query_set_limit (query, MOST_AHEAD);
  self->asking = g_cancellable_new ();
  gw_session_query_async (session, query, self->asking, on_ahead, g_object_ref (self));
}

void
gw_rota_next_step_show (GwRotaNextStep *self, GwSession *session, GwRotaWeek *week, GwDay last_day,
                        GwId team)
{
  GwBoardWeek *board = gw_rota_week_get_board (week);
  GwRotaStep step = gw_rota_next_step_find (week);
  guint n_visits = board != NULL ? gw_board_week_get_n_entries (board) : 0;
  gboolean regular = gw_rota_week_has_regular (week);

  g_return_if_fail (GW_IS_ROTA_NEXT_STEP (self));
  stop_asking (self);
  self->team = team;
  if (step == GW_ROTA_STEP_VISITS)
    ask_ahead (self, session, last_day);
  gtk_widget_set_visible (GTK_WIDGET (self), step != GW_ROTA_STEP_NONE);
  if (self->step == step && self->n_visits == n_visits && self->regular == regular)
    return;
  self->step = step;
  self->n_visits = n_visits;
  self->regular = regular;
  rebuild (self);
}
