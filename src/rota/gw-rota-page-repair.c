/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody is away, and three repairs are looked for one after another: least disruption, most
 * familiar, cheapest. The first is shown as soon as it is there; each is reviewed, accepted and taken
 * back as any plan.
 */
#include "config.h"

#include "gw-rota-page-private.h"
#include "gw-rota-repair-problem.h"

#include "gw-absence.h"
#include "gw-plan-effects.h"
#include "gw-planner-input.h"
#include "gw-session-error.h"
#include "gw-session-jobs.h"
#include "gw-week-report.h"

#include <glib/gi18n-lib.h>

#define SECONDS_EACH 4

/* One of the three searches; the job tells whether the page still waits for it. */
typedef struct
{
  GwRotaPage *page;
  GwJob *job;
  GwWeekProblem *problem;
  GwPlanFavour favour;
  guint again; /* those that were looked for a second time, a bit each */
} Repair;

static void
repair_free (Repair *self)
{
  g_object_unref (self->page);
  g_object_unref (self->job);
  gw_week_problem_unref (self->problem);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Repair, repair_free)

static void search (GwRotaPage *self, GwWeekProblem *problem, GwPlanFavour favour, guint again);

/* The three searches take the bar to three quarters; those that look again share what is left, so
 * that it never runs back. */
static void
show_progress (const Repair *self, gint permille)
{
  gdouble done = permille / 1000.0;

  if (self->again == 0)
    done += self->favour;
  else
    done = GW_N_FAVOURS + (__builtin_popcount (self->again) - 1 + done) / GW_N_FAVOURS;
  gtk_progress_bar_set_fraction (self->page->progress, done / (GW_N_FAVOURS + 1));
}

static void
on_news (const GwPlanNews *news, gpointer data)
{
  const Repair *self = data;

  if (self->page->planning.job != self->job)
    return;
  show_progress (self, news->permille);
  if (news->best != NULL && !self->page->planning.reviewing)
    gw_rota_week_preview (self->page->week, news->best);
}

/* All three are there, or no more are wanted. */
static void
end (GwRotaPage *self, GwWeekPlan *last)
{
  gw_rota_page_show_strip (self, FALSE);
  gw_rota_repairs_end (self->repairs);
  if (!self->planning.reviewing)
    gw_rota_page_say_nothing_better (self, last);
  gw_rota_page_update_actions (self);
}

/* Keeps @plan as the repair for @favour, unless one that was found before covers as much. */
static void
take (GwRotaPage *self, GwPlanFavour favour, GwWeekPlan *plan)
{
  g_autoptr (GwPlanReview) review = gw_plan_review_new (plan);
  const GwPlanEffects *before = gw_rota_repairs_get_effects (self->repairs, favour);
  GwPlanEffects effects;

  if (g_list_model_get_n_items (G_LIST_MODEL (review)) == 0)
    return;
  gw_plan_effects_compute (plan, &effects);
  if (before == NULL || gw_plan_effects_compare_cover (&effects, before) < 0)
    gw_rota_repairs_add (self->repairs, favour, plan, &effects);
}

static void
go_on (GwRotaPage *self, const Repair *repair, GwWeekPlan *last)
{
  GwPlanFavour next = repair->again == 0 ? repair->favour + 1 : GW_N_FAVOURS;
  guint again = repair->again;

  if (next == GW_N_FAVOURS)
    {
      next = gw_rota_repairs_find_behind (self->repairs, again);
      again |= next < GW_N_FAVOURS ? 1u << next : 0;
    }
  if (next == GW_N_FAVOURS)
    end (self, last);
  else
    search (self, repair->problem, next, again);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Repair) repair = data;
  GwRotaPage *self = repair->page;
  g_autoptr (GError) error = NULL;
  GwPlanOutcome outcome;
  g_autoptr (GwWeekPlan) plan = gw_planner_plan_finish (result, &outcome, &error);

  if (self->planning.job != repair->job)
    return;
  g_clear_object (&self->planning.job);
  if (plan == NULL)
    {
      g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_PLAN);

      gw_rota_page_forget_plan (self);
      gw_rota_page_say (self, sentence, FALSE);
      return;
    }
  take (self, repair->favour, plan);
  if (outcome.was_stopped)
    end (self, plan);
  else
    go_on (self, repair, plan);
}

static void
search (GwRotaPage *self, GwWeekProblem *problem, GwPlanFavour favour, guint again)
{
  GwPlanFavour best = gw_rota_repairs_find_best (self->repairs);
  GwPlanOptions options = { .scope = GW_PLAN_TO_COVER,
                            .favour = favour,
                            .at_least = gw_rota_repairs_get_plan (self->repairs, best),
                            .seconds = SECONDS_EACH,
                            .seed = 1 };
  /* Translators: a line beside a progress bar; %s is a repair: "Least disruption" */
  g_autofree char *words = g_strdup_printf (_ ("Looking for cover: %s"),
                                            gw_plan_favour_to_text (favour));
  Repair *repair = g_new0 (Repair, 1);

  self->planning.job = gw_session_start_job (self->session, _ ("Looking for cover"));
  repair->page = g_object_ref (self);
  repair->job = g_object_ref (self->planning.job);
  repair->problem = gw_week_problem_ref (problem);
  repair->favour = favour;
  repair->again = again;
  gtk_label_set_label (self->plan_words, words);
  show_progress (repair, 0);
  gw_rota_page_show_strip (self, TRUE);
  gw_rota_page_update_actions (self);
  gw_planner_plan_async (problem, &options, self->planning.job, on_news, repair, on_found, repair);
}

static void
on_chosen (GwRotaPage *self, gint favour)
{
  GwWeekPlan *plan = gw_rota_repairs_get_plan (self->repairs, (GwPlanFavour) favour);

  if (plan != NULL)
    gw_rota_page_review_plan (self, plan, GW_ROTA_PLAN_REPAIR);
}

static void
begin (GwRotaPage *self, GwWeekProblem *problem, const char *note)
{
  gw_rota_page_make_side (self);
  gw_rota_repairs_clear (self->repairs);
  gw_rota_repairs_set_note (self->repairs, note);
  search (self, problem, 0, 0);
}

void
gw_rota_page_repair (GwRotaPage *self)
{
  GwWeekProblem *problem = gw_rota_week_get_problem (self->week);

  if (gw_rota_page_is_previewing (self) || gw_rota_page_wait_to_plan (self, "repair"))
    return;
  self->planning.repaired = GW_ID_NONE;
  begin (self, problem, "");
}

void
gw_rota_page_repair_after (GwRotaPage *self, const GwAbsence *absence, GHashTable *visits)
{
  gw_rota_page_go_to (self, gw_absence_get_first_day (absence));
  self->planning.repair_after = gw_record_get_id (absence);
  g_clear_pointer (&self->planning.left_visits, g_hash_table_unref);
  self->planning.left_visits = g_hash_table_ref (visits);
}

static gboolean
is_read (GwWeekProblem *problem, GwId absence)
{
  return problem != NULL && gw_planner_input_find (gw_week_problem_get_input (problem),
                                                   &gw_absence_type, absence) != NULL;
}

/* What the narrowing answers to: the days may be read again meanwhile, and then it is asked again. */
typedef struct
{
  GwRotaPage *page;
  GwWeekProblem *whole;
} Wish;

static void
wish_free (Wish *self)
{
  g_object_unref (self->page);
  gw_week_problem_unref (self->whole);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static char *
dup_others (guint n_others)
{
  if (n_others == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u other visit is to cover as well and stays as it is.",
                                    "%u other visits are to cover as well and stay as they are.",
                                    n_others),
                          n_others);
}

static void
on_narrowed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  GwRotaPage *self = wish->page;
  g_autoptr (GError) error = NULL;
  guint n_others;
  g_autoptr (GwWeekProblem) problem = gw_rota_repair_problem_finish (result, &n_others, &error);
  g_autofree char *note = dup_others (n_others);

  if (gw_id_is_none (self->planning.repair_after) || gw_rota_page_is_previewing (self) ||
      gw_rota_week_get_problem (self->week) != wish->whole)
    return;
  if (problem == NULL)
    {
      g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_PLAN);

      gw_rota_page_forget_plan (self);
      gw_rota_page_say (self, sentence, FALSE);
      return;
    }
  self->planning.repaired = self->planning.repair_after;
  self->planning.repair_after = GW_ID_NONE;
  begin (self, problem, note);
}

void
gw_rota_page_repair_when_read (GwRotaPage *self)
{
  GwWeekProblem *problem = gw_rota_week_get_problem (self->week);
  Wish *wish;

  if (!gw_id_is_none (self->planning.repaired) && problem != NULL &&
      !is_read (problem, self->planning.repaired))
    gw_rota_page_forget_plan (self);
  if (gw_id_is_none (self->planning.repair_after) ||
      !is_read (problem, self->planning.repair_after))
    return;
  wish = g_new0 (Wish, 1);
  wish->page = g_object_ref (self);
  wish->whole = gw_week_problem_ref (problem);
  gw_rota_repair_problem_async (problem, self->planning.left_visits, on_narrowed, wish);
}

void
gw_rota_page_connect_repairs (GwRotaPage *self)
{
  g_signal_connect_swapped (self->repairs, "chosen", G_CALLBACK (on_chosen), self);
}
