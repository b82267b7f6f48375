/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scrolling a board with 5,040 visits in its week (40 colleagues, seven days, 18 visits a day), beside
 * a prototype that does nothing but show as many cards from a pool. Both are scrolled in one run, in
 * turns, in windows of the same size; the figure is processor time of the main thread a frame.
 */
#include "config.h"

#include "pooled-prototype.h"

#include "gw-board.h"
#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-shift.h"
#include "gw-visit.h"
#include "gw-widgets.h"

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#define N_COLLEAGUES 40
#define N_DAYS 7
#define N_VISITS 18
#define N_PEOPLE 70
#define WIDTH 1200
#define HEIGHT 800
#define FRAMES 120
#define ROUNDS 3
#define LIMIT 1.2

/* Records ------------------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *colleagues, *people, *visits, *shifts;
  GwDay monday;
  guint number;
} Team;

static GwDraft *
begin (Team *team, const GwRecordType *type)
{
  return gw_draft_new_with_id (type, gw_id_from_seed (1, 1, ++team->number));
}

static GwId
add (GPtrArray *array, GwDraft *draft)
{
  GwId id = gw_draft_get_id (draft);

  g_ptr_array_add (array, gw_draft_build (draft));
  gw_draft_free (draft);
  return id;
}

static void
add_visit (Team *team, GwId person, GwId colleague, GwDay day, gint start)
{
  GwDraft *draft = begin (team, &gw_visit_type);

  gw_visit_set_person (draft, person);
  gw_visit_set_day (draft, day);
  gw_visit_set_start (draft, GW_MINUTE (start));
  gw_visit_set_duration (draft, GW_SPAN (30));
  gw_visit_set_colleagues_needed (draft, 1);
  gw_visit_set_purpose (draft, "breakfast and medication");
  gw_visit_set_colleagues (draft, (GwIds){ &colleague, 1 });
  add (team->visits, draft);
}

static void
add_day (Team *team, GwId colleague, guint row, gint day)
{
  GwDraft *shift = begin (team, &gw_shift_type);
  GwDay on = gw_day_add (team->monday, day);

  gw_shift_set_colleague (shift, colleague);
  gw_shift_set_day (shift, on);
  gw_shift_set_start (shift, GW_HM (7, 0));
  gw_shift_set_end (shift, GW_HM (20, 0));
  add (team->shifts, shift);
  for (guint i = 0; i < N_VISITS; i++)
    {
      const GwRecord *person = g_ptr_array_index (team->people,
                                                  (row * 7 + i * 3 + (guint) day) % N_PEOPLE);
      add_visit (team, gw_record_get_id (person), colleague, on, 425 + (gint) i * 42);
    }
}

static GPtrArray *
make_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
}

static void
make_team (Team *team)
{
  g_assert (gw_day_from_ymd (2026, 11, 23, &team->monday));
  team->colleagues = make_array ();
  team->people = make_array ();
  team->visits = make_array ();
  team->shifts = make_array ();
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      GwDraft *person = begin (team, &gw_person_type);
      g_autofree char *name = g_strdup_printf ("Person%u", i);

      gw_person_set_first_name (person, name);
      add (team->people, person);
    }
  for (guint row = 0; row < N_COLLEAGUES; row++)
    {
      GwDraft *colleague = begin (team, &gw_colleague_type);
      g_autofree char *name = g_strdup_printf ("Colleague%u", row);
      GwId id;

      gw_colleague_set_first_name (colleague, name);
      id = add (team->colleagues, colleague);
      for (gint day = 0; day < N_DAYS; day++)
        add_day (team, id, row, day);
    }
}

static gint
guess_travel (GwId colleague, const GwRecord *from, const GwRecord *to, gpointer data)
{
  return 8;
}

static GwBoardWeek *
make_week (void)
{
  static Team team;
  GwBoardInput input = { .n_days = N_DAYS, .travel = guess_travel, .wishes_permille = -1 };

  make_team (&team);
  input.colleagues = team.colleagues;
  input.people = team.people;
  input.visits = team.visits;
  input.shifts = team.shifts;
  input.first_day = team.monday;
  input.today = team.monday;
  input.now = GW_HM (6, 0);
  return gw_board_week_new (&input);
}

/* Scrolling ---------------------------------------------------------------------------------- */

typedef struct
{
  GtkAdjustment *horizontal, *vertical;
  guint frame;
  double cpu;
  gboolean done;
} Scroll;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* There and back over the whole range, a little every frame. */
static void
set_part (GtkAdjustment *adjustment, guint frame)
{
  double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double part = (double) frame / (FRAMES / 2);

  gtk_adjustment_set_value (adjustment, range * (part <= 1 ? part : 2 - part));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;

  if (scroll->frame == 10)
    scroll->cpu = get_cpu_ms (); /* the first frames lay out and fill caches */
  if (++scroll->frame == FRAMES)
    {
      scroll->cpu = (get_cpu_ms () - scroll->cpu) / (FRAMES - 10);
      scroll->done = TRUE;
      return G_SOURCE_REMOVE;
    }
  set_part (scroll->horizontal, scroll->frame);
  set_part (scroll->vertical, scroll->frame);
  return G_SOURCE_CONTINUE;
}

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GtkWidget *
show (GtkWidget *scrollable)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), scrollable);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  wait_ms (600);
  return scrolled;
}

/* Milliseconds of the main thread a frame. */
static double
scroll_through (GtkWidget *scrolled)
{
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scrolled);
  Scroll scroll = { gtk_scrolled_window_get_hadjustment (window),
                    gtk_scrolled_window_get_vadjustment (window), 0, 0, FALSE };

  gtk_window_present (GTK_WINDOW (gtk_widget_get_root (scrolled)));
  wait_ms (100);
  gtk_widget_add_tick_callback (scrolled, on_tick, &scroll, NULL);
  while (!scroll.done)
    g_main_context_iteration (NULL, TRUE);
  return scroll.cpu;
}

static void
count_card (const char *kind, const char *id, const char *name, const graphene_rect_t *box,
            gpointer user_data)
{
  *(guint *) user_data += g_str_equal (kind, "card");
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Prints three lines; FALSE when the limit (0: there is none) is missed. */
static gboolean
compare_view (const char *name, GwBoard *board, GtkWidget *ours, double limit)
{
  guint n_cards = 0;
  double our_ms[ROUNDS], peer_ms[ROUNDS], ratio;
  GtkWidget *prototype, *theirs;

  gw_board_append_geometry (board, count_card, &n_cards);
  prototype = pooled_prototype_new (n_cards, WIDTH, HEIGHT);
  theirs = show (prototype);
  for (guint i = 0; i < ROUNDS; i++)
    {
      our_ms[i] = scroll_through (ours);
      peer_ms[i] = scroll_through (theirs);
    }
  qsort (our_ms, ROUNDS, sizeof *our_ms, compare);
  qsort (peer_ms, ROUNDS, sizeof *peer_ms, compare);
  ratio = our_ms[ROUNDS / 2] / peer_ms[ROUNDS / 2];
  printf ("%-40s %5u cards %8.2f ms\n", name, n_cards, our_ms[ROUNDS / 2]);
  printf ("%-40s %5u cards %8.2f ms\n", "the pooled prototype",
          pooled_prototype_get_n_visible (POOLED_PROTOTYPE (prototype)), peer_ms[ROUNDS / 2]);
  if (limit > 0)
    printf ("%-40s %20.2f ×   limit %.2f ×  %s\n", "ratio of the two", ratio, limit,
            ratio <= limit ? "met" : "MISSED");
  fflush (stdout);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (theirs)));
  return limit <= 0 || ratio <= limit;
}

/* The first visit of each colleague's Monday: focusing it opens the row. */
static void
open_rows (GwBoard *board, GwBoardWeek *week)
{
  gint last_row = -2;

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);

      if (entry->row < 0 || entry->row == last_row)
        continue;
      last_row = entry->row;
      gw_board_focus_entry (board, (gint) i);
      wait_ms (5);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GwBoardWeek) week = NULL;
  GtkWidget *board, *scrolled;
  gboolean met = TRUE;

  adw_init ();
  gw_widgets_init ();
  week = make_week ();
  board = gw_board_new ();
  gw_board_set_week (GW_BOARD (board), week);
  scrolled = show (board);
  printf ("\nScrolling the board, %u visits in range: processor time of the main thread a frame\n",
          gw_board_week_get_n_entries (week));
  /* Closed rows show each day as a ribbon; nothing else shows that many visits at once. */
  compare_view ("the week, rows closed", GW_BOARD (board), scrolled, 0);
  open_rows (GW_BOARD (board), week);
  wait_ms (300);
  met &= compare_view ("the week, rows open", GW_BOARD (board), scrolled, LIMIT);
  gw_board_set_view (GW_BOARD (board), GW_BOARD_VIEW_DAY, 0);
  wait_ms (300);
  met &= compare_view ("the day", GW_BOARD (board), scrolled, LIMIT);
  return !met;
}
