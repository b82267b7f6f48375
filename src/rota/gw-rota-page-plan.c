/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning: run, watch, stop and keep the best, review, accept whole or in part. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-plan-effects.h"
#include "gw-session-edit.h"
#include "gw-session-error.h"
#include "gw-session-generate.h"
#include "gw-session-jobs.h"
#include "gw-week-report.h"

#include <glib/gi18n-lib.h>

#define SECONDS_TO_COVER 5
#define SECONDS_WEEK 12

gboolean
gw_rota_page_is_previewing (GwRotaPage *self)
{
  return self->planning.job != NULL || self->planning.reviewing;
}

/* Visits of the lane that can still be given to somebody, and those whose time has passed. */
static void
count_left (GwRotaPage *self, guint *out_open, guint *out_past)
{
  GwBoardWeek *week = gw_board_get_week (self->board);

  *out_open = *out_past = 0;
  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (!gw_id_is_none (entry->colleague))
        continue;
      *((entry->flags & GW_BOARD_ENTRY_PAST) != 0 ? out_past : out_open) += 1;
    }
}

static void
on_strip_revealed (GwRotaPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->strip),
                          gtk_revealer_get_reveal_child (self->strip) ||
                              gtk_revealer_get_child_revealed (self->strip));
}

void
gw_rota_page_show_strip (GwRotaPage *self, gboolean show)
{
  if (show)
    gtk_widget_set_visible (GTK_WIDGET (self->strip), TRUE);
  gtk_revealer_set_reveal_child (self->strip, show);
  on_strip_revealed (self);
}

void
gw_rota_page_refresh_review (GwRotaPage *self)
{
  GwBoardWeek *week = gw_board_get_week (self->board);
  guint n_open, n_past;

  if (!self->planning.reviewing || week == NULL)
    return;
  count_left (self, &n_open, &n_past);
  gw_rota_review_set_left (self->review, n_open, n_past, gw_board_week_get_numbers (week)->clashes);
}

/* Whether the keyboard is at the side of the board, whose buttons are about to go. */
static gboolean
has_focus_at_side (GwRotaPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side));
}

static void
show_review (GwRotaPage *self, GwPlanReview *review, GwRotaPlanKind kind)
{
  gw_rota_page_make_side (self);
  if (review == NULL && has_focus_at_side (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->board));
  self->planning.reviewing = review != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->repairs), kind == GW_ROTA_PLAN_REPAIR);
  gw_rota_review_show (self->review, review);
  gw_rota_page_refresh_review (self);
  gtk_stack_set_visible_child_name (self->side, review != NULL ? "review" : "inspector");
  gtk_toggle_button_set_active (self->inspector_button, review != NULL);
  gw_rota_page_update_actions (self);
}

void
gw_rota_page_forget_plan (GwRotaPage *self)
{
  g_clear_pointer (&self->planning.wanted, g_free);
  if (self->planning.job != NULL)
    gw_job_stop (self->planning.job);
  g_clear_object (&self->planning.job);
  self->planning.repair_after = GW_ID_NONE;
  self->planning.repaired = GW_ID_NONE;
  gw_rota_page_show_strip (self, FALSE);
  if (self->planning.reviewing)
    show_review (self, NULL, GW_ROTA_PLAN_ALONE);
  gw_rota_week_preview (self->week, NULL);
  gw_rota_page_update_actions (self);
}

/* What the search answers to; the job tells whether the page still waits for it. */
typedef struct
{
  GwRotaPage *page;
  GwJob *job;
} Search;

static void
on_news (const GwPlanNews *news, gpointer data)
{
  const Search *search = data;
  GwRotaPage *self = search->page;
  g_autofree char *words = g_strdup_printf (
      ngettext ("Planning: %u still to cover", "Planning: %u still to cover", news->n_visits),
      news->n_visits);

  /* A search that was forgotten goes on for a moment, perhaps beside the next one. */
  if (self->planning.job != search->job)
    return;
  gtk_label_set_label (self->plan_words, words);
  gtk_progress_bar_set_fraction (self->progress, news->permille / 1000.0);
  if (news->best != NULL)
    gw_rota_week_preview (self->week, news->best);
}

/* Clashes of today and later; what is past cannot be put right. */
static GPtrArray *
list_clashes (GwRotaPage *self, GwWeekPlan *plan)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (self->session));
  GPtrArray *troubles = gw_week_plan_list_trouble (plan);

  for (guint i = troubles->len; i > 0; i--)
    if (gw_day_compare (((GwTrouble *) g_ptr_array_index (troubles, i - 1))->day, today) < 0)
      g_ptr_array_remove_index (troubles, i - 1);
  return troubles;
}

/* What is true when the planner found nothing: as good as can be, or what it cannot put right. */
static char *
dup_nothing_better (GwRotaPage *self, GwWeekPlan *plan)
{
  g_autoptr (GPtrArray) clashes = list_clashes (self, plan);
  guint n_open, n_past;
  const GwTrouble *first = clashes->len > 0 ? g_ptr_array_index (clashes, 0) : NULL;

  count_left (self, &n_open, &n_past);
  if (first != NULL)
    /* Translators: %s is the first clash in words: where and when, and what is the matter */
    return g_strdup_printf (ngettext ("%1$u clash stays that the planner cannot put right. "
                                      "%2$s: %3$s",
                                      "%1$u clashes stay that the planner cannot put right. "
                                      "The first: %2$s: %3$s",
                                      clashes->len),
                            clashes->len, first->heading, first->sentence);
  if (n_open > 0)
    return g_strdup_printf (ngettext ("The planner finds no place for the visit that is left. "
                                      "Choose it and press Enter to see why.",
                                      "The planner finds no place for the %u visits that are left. "
                                      "Choose one and press Enter to see why.",
                                      n_open),
                            n_open);
  if (n_past > 0)
    return g_strdup_printf (ngettext ("That time has passed: the visit that is left stays as it "
                                      "is.",
                                      "That time has passed: the %u visits that are left stay as "
                                      "they are.",
                                      n_past),
                            n_past);
  if (gw_board_week_get_n_entries (gw_board_get_week (self->board)) == 0)
    return g_strdup (_ ("There are no visits here to plan yet."));
  return g_strdup (_ ("The rota is already as good as the planner can make it."));
}

void
gw_rota_page_say_nothing_better (GwRotaPage *self, GwWeekPlan *plan)
{
  g_autofree char *words = dup_nothing_better (self, plan);

  gw_rota_page_forget_plan (self);
  gw_rota_page_refuse (self, words);
}

void
gw_rota_page_review_plan (GwRotaPage *self, GwWeekPlan *plan, GwRotaPlanKind kind)
{
  g_autoptr (GwPlanReview) review = gw_plan_review_new (plan);

  if (g_list_model_get_n_items (G_LIST_MODEL (review)) == 0)
    {
      gw_rota_page_say_nothing_better (self, plan);
      return;
    }
  gw_rota_week_preview (self->week, plan);
  show_review (self, review, kind);
}

static void
on_plan_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  g_autoptr (GwRotaPage) self = g_steal_pointer (&search->page);
  g_autoptr (GwJob) job = g_steal_pointer (&search->job);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwWeekPlan) plan = gw_planner_plan_finish (result, NULL, &error);
  g_autofree char *sentence = NULL;

  g_free (search);
  if (self->planning.job != job)
    return;
  g_clear_object (&self->planning.job);
  gw_rota_page_show_strip (self, FALSE);
  if (plan != NULL)
    {
      gw_rota_page_review_plan (self, plan, GW_ROTA_PLAN_ALONE);
      return;
    }
  gw_rota_page_forget_plan (self);
  sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_PLAN);
  gw_rota_page_say (self, sentence, FALSE);
}

/* In the day view that day; in the week that of the focus, or else today where the week has it. */
static gint
get_planned_day (GwRotaPage *self)
{
  GwBoardWeek *week = gw_board_get_week (self->board);
  gint focus = gw_board_get_focus_entry (self->board);
  gint today = gw_board_week_get_today (week);

  if (gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY)
    return gw_board_get_day (self->board);
  if (focus >= 0)
    return gw_board_week_get_entry (week, (guint) focus)->day;
  return MAX (today, 0);
}

static GHashTable *
collect_day (GwRotaPage *self)
{
  GHashTable *visits = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  GwBoardWeek *week = gw_board_get_week (self->board);
  gint day = get_planned_day (self);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (entry->day == day)
        g_hash_table_add (visits, g_memdup2 (&entry->visit_id, sizeof entry->visit_id));
    }
  return visits;
}

static char *
dup_planning_day (GwRotaPage *self)
{
  g_autofree char *day = gw_day_format (gw_rota_page_get_board_day (self, get_planned_day (self)),
                                        C_ ("a day", "%a %-d %b"));
  /* Translators: %s is a day, "Tue 24 Nov" */
  return g_strdup_printf (_ ("Planning %s…"), day);
}

/* What was edited a moment ago would be planned as it was before; and the planner may have read days
 * that the board cannot show as yet. */
gboolean
gw_rota_page_is_read (GwRotaPage *self)
{
  return gw_rota_week_get_problem (self->week) != NULL && gw_rota_page_has_arrived (self) &&
         !gw_rota_pricer_is_stale (gw_rota_week_get_pricer (self->week));
}

gboolean
gw_rota_page_wait_to_plan (GwRotaPage *self, const char *what)
{
  if (gw_rota_page_is_read (self))
    return FALSE;
  g_free (self->planning.wanted);
  self->planning.wanted = g_strdup (what);
  gtk_label_set_label (self->plan_words, _ ("Planning…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gw_rota_page_show_strip (self, TRUE);
  gw_rota_page_update_actions (self);
  return TRUE;
}

void
gw_rota_page_plan_when_read (GwRotaPage *self)
{
  gboolean is_coming = gw_rota_week_get_answers (self->week) != GW_ROTA_ANSWERS_NONE;
  g_autofree char *wanted = NULL;

  if (self->planning.wanted == NULL || (is_coming && !gw_rota_page_is_read (self)))
    return;
  wanted = g_steal_pointer (&self->planning.wanted);
  gw_rota_page_show_strip (self, FALSE);
  if (!gw_rota_page_can_plan (self))
    gw_rota_page_update_actions (self);
  else if (g_str_equal (wanted, "repair"))
    gw_rota_page_repair (self);
  else
    gw_rota_page_plan (self, wanted);
}

static void
start_plan (GwRotaPage *self, const char *scope)
{
  GwWeekProblem *problem = gw_rota_week_get_problem (self->week);
  gboolean day = g_str_equal (scope, "day"), week = g_str_equal (scope, "week");
  g_autoptr (GHashTable) visits = NULL;
  GwPlanOptions options = {
    .scope = day    ? GW_PLAN_SELECTION
             : week ? GW_PLAN_EVERYTHING
                    : GW_PLAN_TO_COVER,
    .keep_shifts = day || week,
    .seconds = week ? SECONDS_WEEK : SECONDS_TO_COVER,
    .seed = 1,
  };
  g_autofree char *words = day ? dup_planning_day (self) : g_strdup (_ ("Planning…"));
  Search *search = g_new0 (Search, 1);

  visits = day ? collect_day (self) : NULL;
  options.visits = visits;
  self->planning.job = gw_session_start_job (self->session, _ ("Planning"));
  search->page = g_object_ref (self);
  search->job = g_object_ref (self->planning.job);
  gtk_label_set_label (self->plan_words, words);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gw_rota_page_show_strip (self, TRUE);
  gw_rota_page_update_actions (self);
  gw_planner_plan_async (problem, &options, self->planning.job, on_news, search, on_plan_ready,
                         search);
}

void
gw_rota_page_plan (GwRotaPage *self, const char *scope)
{
  if (!gw_rota_page_is_previewing (self) && !gw_rota_page_wait_to_plan (self, scope))
    start_plan (self, scope);
}

void
gw_rota_page_stop_plan (GwRotaPage *self)
{
  if (self->planning.job != NULL)
    gw_job_stop (self->planning.job);
  else if (self->planning.wanted != NULL)
    gw_rota_page_forget_plan (self);
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (GW_SESSION (source), result, &error);

  self->planning.is_accepting = FALSE;
  /* What could not be written may be accepted again, unless it no longer fits the rota. */
  if (commit != NULL || g_error_matches (error, GW_ERROR, GW_ERROR_CONFLICT))
    gw_rota_page_forget_plan (self);
  gw_rota_page_say (self, commit != NULL ? _ ("The plan is in the rota.") : error->message,
                    commit != NULL);
}

static void
on_accepted (GwRotaPage *self)
{
  GwPlanReview *review = gw_rota_review_get (self->review);
  GwPlanFavour favour = gw_rota_repairs_get_chosen (self->repairs);
  g_autoptr (GwChange) change = NULL;
  g_autofree char *label = NULL;

  if (review == NULL || self->planning.is_accepting)
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->repairs)))
    /* Translators: what happened; %s is one of three repairs: "Least disruption" */
    label = g_strdup_printf (_ ("Cover planned: %s"), gw_plan_favour_to_text (favour));
  change = gw_plan_review_build_change (review, label != NULL ? label : _ ("Week planned"));
  if (gw_change_is_empty (change))
    {
      gw_rota_page_forget_plan (self);
      return;
    }
  self->planning.is_accepting = TRUE;
  gw_session_submit_async (self->session, change, NULL, on_committed, g_object_ref (self));
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaPage) self = data;
  g_autoptr (GError) error = NULL;
  GwGenerated made = { 0 };
  g_autofree char *words = NULL;

  if (!gw_session_generate_finish (GW_SESSION (source), result, &made, &error))
    {
      gw_rota_page_say (self, error->message, FALSE);
      return;
    }
  if (made.n_visits + made.n_shifts == 0)
    {
      gw_rota_page_say (self,
                        made.n_patterns == 0
                            ? _ ("There is nothing regular yet. "
                                 "Add regular visits and shifts in Team, then fill the week.")
                            : _ ("Every regular visit and shift of this week is there."),
                        FALSE);
      return;
    }
  words = g_strdup_printf (ngettext ("%u regular visit or shift was added.",
                                     "%u regular visits and shifts were added.",
                                     made.n_visits + made.n_shifts),
                           made.n_visits + made.n_shifts);
  gw_rota_page_say (self, words, TRUE);
}

void
gw_rota_page_fill_week (GwRotaPage *self)
{
  gw_session_generate_async (self->session, self->first_day,
                             gw_day_add (self->first_day, GW_ROTA_DAYS - 1), NULL, on_filled,
                             g_object_ref (self));
}

void
gw_rota_page_connect_strip (GwRotaPage *self)
{
  g_signal_connect_swapped (self->strip, "notify::child-revealed", G_CALLBACK (on_strip_revealed),
                            self);
}

void
gw_rota_page_connect_plan (GwRotaPage *self)
{
  g_signal_connect_swapped (self->review, "accepted", G_CALLBACK (on_accepted), self);
  g_signal_connect_swapped (self->review, "dismissed", G_CALLBACK (gw_rota_page_forget_plan), self);
}
