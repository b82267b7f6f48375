/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs: reports from a worker reach the main thread, few and complete. */

#include "config.h"

#include "gw-job.h"

#define N_REPORTS 100000

typedef struct
{
  guint n_permille;
  guint n_detail;
  guint n_running;
  gint last_permille;
  GThread *main_thread;
} Told;

static void
on_notify (GwJob *job, GParamSpec *pspec, gpointer data)
{
  Told *told = data;

  g_assert_true (g_thread_self () == told->main_thread);
  told->last_permille = gw_job_get_permille (job);
  told->n_permille += g_str_equal (pspec->name, "permille");
  told->n_detail += g_str_equal (pspec->name, "detail");
  told->n_running += g_str_equal (pspec->name, "running");
}

static gpointer
report_often (gpointer data)
{
  GwJob *job = data;

  for (gint i = 1; i <= N_REPORTS; i++)
    gw_job_report (job, (gint) ((gint64) i * 1000 / N_REPORTS), i == 1 ? "counting" : NULL);
  return NULL;
}

static void
test_reports_are_gathered (void)
{
  g_autoptr (GwJob) job = gw_job_new ("Planning");
  Told told = { .main_thread = g_thread_self () };
  g_autofree char *detail = NULL;
  GThread *worker;

  g_signal_connect (job, "notify", G_CALLBACK (on_notify), &told);
  g_assert_cmpint (gw_job_get_permille (job), ==, -1);
  worker = g_thread_new ("worker", report_often, job);
  while (told.last_permille != 1000)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (worker);
  g_assert_cmpuint (told.n_permille, >=, 1);
  g_assert_cmpuint (told.n_permille, <, N_REPORTS / 100);
  g_assert_cmpuint (told.n_detail, ==, 1);
  detail = gw_job_dup_detail (job);
  g_assert_cmpstr (detail, ==, "counting");
}

static void
test_finish (void)
{
  g_autoptr (GwJob) job = gw_job_new ("Printing");
  Told told = { .main_thread = g_thread_self () };

  g_signal_connect (job, "notify", G_CALLBACK (on_notify), &told);
  g_assert_true (gw_job_get_running (job));
  gw_job_report (job, 500, NULL);
  /* Finishing tells at once what was still waiting, and tells it once. */
  gw_job_finish (job);
  gw_job_finish (job);
  g_assert_false (gw_job_get_running (job));
  g_assert_cmpuint (told.n_running, ==, 1);
  g_assert_cmpuint (told.n_permille, ==, 1);
  g_assert_cmpint (told.last_permille, ==, 500);
}

static void
test_stop (void)
{
  g_autoptr (GwJob) job = gw_job_new ("Importing");

  g_assert_false (g_cancellable_is_cancelled (gw_job_get_cancellable (job)));
  gw_job_stop (job);
  g_assert_true (g_cancellable_is_cancelled (gw_job_get_cancellable (job)));
  g_assert_true (gw_job_get_running (job));
}

static void
test_properties (void)
{
  g_autoptr (GwJob) job = gw_job_new ("Importing");
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  gint permille = 0;
  gboolean running = FALSE;

  gw_job_report (job, 2000, "visits");
  g_object_get (job, "title", &title, "detail", &detail, "permille", &permille, "running", &running,
                NULL);
  g_assert_cmpstr (title, ==, "Importing");
  g_assert_cmpstr (detail, ==, "visits");
  g_assert_cmpint (permille, ==, 1000);
  g_assert_true (running);
  g_assert_cmpstr (gw_job_get_title (job), ==, "Importing");
}

/* A report keeps the job until it was told, and not longer. */
static void
test_life (void)
{
  GwJob *job = gw_job_new ("Waiting");
  gpointer weak = job;

  g_object_add_weak_pointer (G_OBJECT (job), &weak);
  gw_job_report (job, 1, NULL);
  g_object_unref (job);
  g_assert_nonnull (weak);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job/reports-are-gathered", test_reports_are_gathered);
  g_test_add_func ("/job/finish", test_finish);
  g_test_add_func ("/job/stop", test_stop);
  g_test_add_func ("/job/properties", test_properties);
  g_test_add_func ("/job/life", test_life);
  return g_test_run ();
}
