/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The planner's answers in the inspector: the best places with their reasons, what leaves none, why a
 * visit is where it is, and the first thing in everybody else's way.
 */
#include "config.h"

#include "gw-rota-clashes.h"
#include "gw-rota-inspector-private.h"

#include "gw-face-picture.h"
#include "gw-name.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

#define SMALL_FACE 28
#define N_PLACES 5
#define MOST_SENTENCES 3

/* A row that a group shows; remembered, because a group cannot be emptied. */
void
gw_rota_inspector_add_row (GwRotaInspector *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

void
gw_rota_inspector_stop_looking (GwRotaInspector *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking_row = NULL;
}

void
gw_rota_inspector_clear_rows (GwRotaInspector *self)
{
  gw_rota_inspector_stop_looking (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

GtkWidget *
gw_rota_inspector_make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (row, "rota-row");
  return row;
}

void
gw_rota_inspector_add_face (GwRotaInspector *self, GtkWidget *row, GwId id)
{
  GtkWidget *face = gw_face_new (SMALL_FACE);

  gw_face_show_record (GW_FACE (face), GW_RECORD_SOURCE (self->session),
                       gw_rota_week_find_person (self->week, id));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);
}

char *
gw_rota_inspector_dup_colleague (GwRotaInspector *self, GwId id)
{
  const GwRecord *colleague = gw_rota_week_find_person (self->week, id);

  g_autofree char *name = NULL;

  if (colleague == NULL)
    return g_strdup (_ ("No one yet"));
  name = gw_session_get_hide_names (self->session) ? gw_record_dup_initials (colleague)
                                                   : gw_colleague_dup_name (colleague, FALSE);
  return gw_text_isolate (name);
}

/* The headline, then what else matters most; nothing twice. */
static char *
join_sentences (const GwVerdict *verdict)
{
  GString *joined = g_string_new (verdict->headline);
  guint n = 1;

  for (guint i = 0; i < verdict->sentences->len && n < MOST_SENTENCES; i++)
    {
      const char *sentence = g_ptr_array_index (verdict->sentences, i);
      if (strstr (joined->str, sentence) != NULL)
        continue;
      g_string_append_printf (joined, "\n%s", sentence);
      n++;
    }
  return g_string_free (joined, FALSE);
}

static char *
dup_place (GwRotaInspector *self, const GwVerdict *verdict)
{
  g_autofree char *name = gw_rota_inspector_dup_colleague (self, verdict->colleague);
  g_autofree char *day = gw_day_format (verdict->day, "%a");
  g_autofree char *start = gw_minute_to_text (verdict->start);

  /* Translators: a place for a visit: colleague, day, time: "Marta, Mon 08:05" */
  return g_strdup_printf (C_ ("place", "%s, %s %s"), name, day, start);
}

static void
on_place_activated (GtkWidget *row, GwRotaInspector *self)
{
  const GwBoardMove *move = g_object_get_data (G_OBJECT (row), "move");
  g_signal_emit_by_name (self, "moved", move);
}

static void
add_place (GwRotaInspector *self, const GwVerdict *verdict)
{
  g_autofree char *title = dup_place (self, verdict);
  g_autofree char *words = join_sentences (verdict);
  GtkWidget *row = gw_rota_inspector_make_row (title, words);
  GwBoardMove move = { .visit = self->visit,
                       .from = self->colleague,
                       .to = verdict->colleague,
                       .day = verdict->day,
                       .start = verdict->start };

  gw_rota_inspector_add_face (self, row, verdict->colleague);
  g_object_set_data_full (G_OBJECT (row), "move", g_memdup2 (&move, sizeof move), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (on_place_activated), self);
  gw_rota_inspector_add_row (self, self->places, row);
}

static void
say_no_place (GwRotaInspector *self)
{
  gw_rota_inspector_add_row (
      self, self->places,
      gw_rota_inspector_make_row (
          gw_board_week_get_n_rows (gw_rota_week_get_board (self->week)) == 0
              ? _ ("There is no colleague yet who could come.")
          : gw_id_is_none (self->colleague)
              ? _ ("There is no place for it now. Plan (F5) may move other visits to "
                   "make one.")
              : _ ("There is no other place for it now."),
          NULL));
}

/* What together leaves no place for the visit, each of which somebody could be asked about. */
static void
show_clashes (GwRotaInspector *self, const GwRotaClashes *clashes)
{
  if (clashes->list->len == 0)
    {
      say_no_place (self);
      return;
    }
  gw_rota_inspector_add_row (self, self->places,
                             gw_rota_inspector_make_row (clashes->headline, NULL));
  for (guint i = 0; i < clashes->list->len; i++)
    {
      const GwClash *clash = g_ptr_array_index (clashes->list, i);
      GtkWidget *row = gw_rota_inspector_make_row (clash->sentence, NULL);

      if (!gw_id_is_none (clash->colleague))
        gw_rota_inspector_add_face (self, row, clash->colleague);
      gw_rota_inspector_add_row (self, self->places, row);
    }
}

static void on_clashes (GObject *source, GAsyncResult *result, gpointer data);

/* One at a time: who goes through visit after visit asks faster than is answered. */
static void
begin_to_look (GwRotaInspector *self)
{
  GwWeekProblem *problem = gw_rota_week_get_problem (self->week);

  if (self->is_looking || problem == NULL)
    return;
  self->is_looking = TRUE;
  gw_rota_clashes_async (problem, self->visit, self->looking, on_clashes, g_object_ref (self));
}

static void
on_clashes (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaInspector) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRotaClashes) clashes = gw_rota_clashes_finish (result, &error);

  self->is_looking = FALSE;
  if (self->looking == NULL)
    return;
  /* Another visit is shown meanwhile, or the rota has changed: that one's turn. */
  if (clashes == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking)
    {
      begin_to_look (self);
      return;
    }
  g_clear_object (&self->looking);
  adw_preferences_group_remove (self->places, self->looking_row);
  g_ptr_array_remove (self->rows, self->looking_row);
  self->looking_row = NULL;
  show_clashes (self, clashes);
}

static void
look_for_clashes (GwRotaInspector *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->looking_row = gw_rota_inspector_make_row (_ ("Looking for what is in the way…"), NULL);
  gtk_spinner_start (GTK_SPINNER (spinner));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->looking_row), spinner);
  gw_rota_inspector_add_row (self, self->places, self->looking_row);
  self->looking = g_cancellable_new ();
  begin_to_look (self);
}

/*
 * Here and not on a worker: in a neighbourhood five suggestions take 0.2 ms, in twelve teams 0.8
 * (99th percentile, bench-pricer), so they are there in the frame in which the visit is chosen. What
 * can take long, what together leaves no place, is looked for on a worker.
 */
static void
show_places (GwRotaInspector *self, GwPricer *pricer)
{
  g_autoptr (GPtrArray)
      places = gw_pricer_suggest_places (pricer, self->visit, self->colleague, N_PLACES);

  for (guint i = 0; i < places->len; i++)
    add_place (self, g_ptr_array_index (places, i));
  if (places->len > 0)
    return;
  if (gw_id_is_none (self->colleague) && gw_rota_week_get_problem (self->week) != NULL)
    look_for_clashes (self);
  else
    say_no_place (self);
}

static void
show_why (GwRotaInspector *self, GwPricer *pricer)
{
  GwVerdict *next = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  if (gw_id_is_none (self->colleague))
    {
      gw_rota_inspector_add_row (
          self, self->why,
          gw_rota_inspector_make_row (
              _ ("No one comes yet. What is in the way of each colleague stands below."), NULL));
      return;
    }
  sentences = gw_pricer_explain (pricer, self->visit, self->colleague, &next);
  for (guint i = 0; i < sentences->len; i++)
    gw_rota_inspector_add_row (self, self->why,
                               gw_rota_inspector_make_row (g_ptr_array_index (sentences, i), NULL));
  if (next != NULL)
    {
      g_autofree char *place = dup_place (self, next);
      /* Translators: the next best place for a visit: "Marta, Mon 08:05" */
      g_autofree char *title = g_strdup_printf (_ ("Next best: %s"), place);
      gw_rota_inspector_add_row (self, self->why,
                                 gw_rota_inspector_make_row (title, next->headline));
    }
  g_clear_pointer (&next, gw_verdict_free);
}

static void
show_others (GwRotaInspector *self, GwPricer *pricer)
{
  g_autoptr (GPtrArray) refusals = gw_pricer_list_refusals (pricer, self->visit, self->colleague);
  guint n = 0;

  for (guint i = 0; i < refusals->len; i++)
    {
      const GwVerdict *verdict = g_ptr_array_index (refusals, i);
      GtkWidget *row;

      if (verdict->is_allowed)
        continue;
      row = gw_rota_inspector_make_row (verdict->headline, NULL);
      gw_rota_inspector_add_face (self, row, verdict->colleague);
      gw_rota_inspector_add_row (self, self->others, row);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
}

/* Why there are no reasons, when there are none. */
static const char *
get_silence (GwRotaAnswers answers)
{
  switch (answers)
    {
    case GW_ROTA_ANSWERS_READING:
      return _ ("The rota is being read. Reasons follow in a moment.");
    case GW_ROTA_ANSWERS_PREVIEW:
      return _ ("This is a plan that is not in the rota yet. Why it is so is told once you accept "
                "it.");
    case GW_ROTA_ANSWERS_NONE:
      return _ ("These days cannot be planned as they are, so there are no reasons to tell.");
    case GW_ROTA_ANSWERS_READY:
    default:
      return NULL;
    }
}

void
gw_rota_inspector_show_prices (GwRotaInspector *self, const GwBoardEntry *entry)
{
  GwPricer *pricer = gw_rota_pricer_get (gw_rota_week_get_pricer (self->week));
  GwRotaAnswers answers = gw_rota_week_get_answers (self->week);
  gboolean past = (entry->flags & GW_BOARD_ENTRY_PAST) != 0;
  gboolean open = answers == GW_ROTA_ANSWERS_READY && pricer != NULL && !past;

  gtk_widget_set_visible (GTK_WIDGET (self->places), open || past);
  gtk_widget_set_visible (GTK_WIDGET (self->why), !past);
  gtk_widget_set_visible (GTK_WIDGET (self->others), open);
  gtk_widget_set_sensitive (self->time_button, !past);
  gtk_widget_set_tooltip_text (self->time_button, past ? _ ("That time has passed.") : NULL);
  gtk_widget_set_visible (self->cancel_button, !past);
  if (past)
    gw_rota_inspector_add_row (self, self->places,
                               gw_rota_inspector_make_row (_ ("That time has passed."), NULL));
  else if (!open)
    gw_rota_inspector_add_row (self, self->why,
                               gw_rota_inspector_make_row (get_silence (answers), NULL));
  if (!open)
    return;
  show_places (self, pricer);
  show_why (self, pricer);
  show_others (self, pricer);
}
