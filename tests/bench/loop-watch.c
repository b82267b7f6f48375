/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Watches the main loop of a program into which it is preloaded: each turn of the loop that takes
 * 8 ms of the main thread's processor time is written to $GW_LOOP_WATCH, with samples of who took it.
 * A turn is what happens between two polls. Samples come from a timer, every millisecond; each counts
 * as much processor time as passed since the one before.
 */
#include <execinfo.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LONG_US 8000
#define MOST_SAMPLES 400
#define MOST_FRAMES 72

typedef struct
{
  long us;
  int n_frames;
  void *frames[MOST_FRAMES];
} Sample;

static Sample samples[MOST_SAMPLES];
static volatile int n_samples;
static volatile sig_atomic_t in_turn;
static volatile long sampled_us; /* processor time up to which samples tell */
static long turn_us;
static FILE *report;

static long
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (long) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void
on_timer (int number)
{
  Sample *sample;
  long now;

  if (!in_turn || n_samples >= MOST_SAMPLES)
    return;
  now = get_cpu_us ();
  sample = &samples[n_samples];
  sample->us = now - sampled_us;
  if (sample->us < 300)
    return;
  sampled_us = now;
  sample->n_frames = backtrace (sample->frames, MOST_FRAMES);
  n_samples++;
}

static void
write_turn (long us)
{
  fprintf (report, "turn %ld\n", us);
  for (int i = 0; i < n_samples; i++)
    {
      fprintf (report, "%ld", samples[i].us);
      for (int j = 0; j < samples[i].n_frames; j++)
        fprintf (report, " %p", samples[i].frames[j]);
      fputc ('\n', report);
    }
  fflush (report);
}

static gint
watch_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint result;

  in_turn = FALSE;
  if (turn_us > 0 && get_cpu_us () - turn_us >= LONG_US)
    write_turn (get_cpu_us () - turn_us);
  result = g_poll (fds, n_fds, timeout);
  n_samples = 0;
  turn_us = sampled_us = get_cpu_us ();
  in_turn = TRUE;
  return result;
}

static void
start_timer (void)
{
  struct sigaction action = { .sa_handler = on_timer, .sa_flags = SA_RESTART };
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN + 5 };
  struct itimerspec every = { { 0, 1000000 }, { 0, 1000000 } };
  timer_t timer;
  void *once[4];

  backtrace (once, 4); /* loads what it needs, which a signal handler may not */
  event._sigev_un._tid = gettid ();
  sigaction (event.sigev_signo, &action, NULL);
  if (timer_create (CLOCK_MONOTONIC, &event, &timer) == 0)
    timer_settime (timer, 0, &every, NULL);
}

/* Where the program lies in memory, so that addresses can be told apart and named later. */
static void
write_map (void)
{
  g_autofree char *map = NULL;

  if (g_file_get_contents ("/proc/self/maps", &map, NULL, NULL))
    fprintf (report, "map %s\n", g_strndup (map, strcspn (map, "\n")));
}

static void __attribute__ ((constructor)) start (void)
{
  const char *path = g_getenv ("GW_LOOP_WATCH");

  if (path == NULL)
    return;
  report = fopen (path, "we");
  g_unsetenv ("LD_PRELOAD");
  write_map ();
  start_timer ();
  g_main_context_set_poll_func (NULL, watch_poll);
}
