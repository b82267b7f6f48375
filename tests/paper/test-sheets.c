/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sheets say, and above all what they must not say. */
#include "config.h"

#include "gw-fridge-sheet.h"
#include "gw-list-sheet.h"
#include "gw-run-sheet.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-person.h"
#include "gw-shift.h"

#include <string.h>

typedef struct
{
  GwSheetInput input;
  GwId rose;
  GwId ali;
  GwId marta;
  GwId dev;
} Fixture;

static GwId
make_id (guint64 n)
{
  return gw_id_from_seed (1764000000000, n, n * 7919 + 1);
}

static void
add_person (Fixture *self, GwId id, const char *name, gboolean no_sheets)
{
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&gw_person_type, id);

  gw_person_set_first_name (draft, name);
  gw_person_set_last_name (draft, "Tannersmith");
  gw_person_set_address (draft, "4 Mill Lane,\n\nFernford\n");
  gw_person_set_access (draft, "Back door, ring twice");
  gw_person_set_key_safe (draft, "2580");
  gw_person_set_little_thing (draft, "Tea in the blue cup");
  gw_person_set_no_sheets (draft, no_sheets);
  g_hash_table_insert (self->input.people, g_memdup2 (&id, sizeof id), gw_draft_build (draft));
}

static void
add_colleague (Fixture *self, GwId id, const char *name)
{
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&gw_colleague_type, id);

  gw_colleague_set_first_name (draft, name);
  gw_colleague_set_last_name (draft, "Kowalewska");
  gw_colleague_set_phone (draft, "07700 900123");
  g_hash_table_insert (self->input.colleagues, g_memdup2 (&id, sizeof id), gw_draft_build (draft));
}

static void
add_visit_at (Fixture *self, GwId person, gint start, const GwId *colleagues, guint n, gint needed)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);

  gw_visit_set_person (draft, person);
  gw_visit_set_purpose (draft, start < 12 * 60 ? "breakfast and medication" : "help to bed");
  gw_visit_set_day (draft, self->input.first_day);
  gw_visit_set_start (draft, GW_MINUTE (start));
  gw_visit_set_duration (draft, GW_SPAN (30));
  gw_visit_set_tolerance (draft, GW_SPAN (15));
  gw_visit_set_colleagues (draft, (GwIds){ colleagues, n });
  gw_visit_set_colleagues_needed (draft, needed);
  gw_visit_set_state (draft, GW_VISIT_STATE_PLANNED);
  g_ptr_array_add (self->input.visits, gw_draft_build (draft));
}

static void
add_visit (Fixture *self, GwId person, gint hour, const GwId *colleagues, guint n, gint needed)
{
  add_visit_at (self, person, hour * 60, colleagues, n, needed);
}

static GwSpan
travel_six_minutes (GwId visit, GwId colleague, gpointer user_data)
{
  return GW_SPAN (6);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GwId both[2];

  *self = (Fixture){
    .rose = make_id (1), .ali = make_id (2), .marta = make_id (3), .dev = make_id (4)
  };
  both[0] = self->marta;
  both[1] = self->dev;
  self->input.people = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                              (GDestroyNotify) gw_record_unref);
  self->input.colleagues = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                                  (GDestroyNotify) gw_record_unref);
  self->input.visits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  self->input.shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_assert_true (gw_day_from_ymd (2025, 11, 24, &self->input.first_day));
  self->input.printed = self->input.first_day;
  self->input.n_days = 7;
  self->input.team_name = "Fernford Mill team";
  self->input.team_phone = "01632 960001";
  self->input.language = "en-GB";
  self->input.get_travel_before = travel_six_minutes;
  add_person (self, self->rose, "Rose", FALSE);
  add_person (self, self->ali, "Ali", TRUE);
  add_colleague (self, self->marta, "Marta");
  add_colleague (self, self->dev, "Dev");
  add_visit (self, self->rose, 8, both, 2, 2);
  add_visit (self, self->rose, 20, NULL, 0, 1);
  add_visit (self, self->ali, 9, both, 1, 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_hash_table_unref (self->input.people);
  g_hash_table_unref (self->input.colleagues);
  g_ptr_array_unref (self->input.visits);
  g_ptr_array_unref (self->input.shifts);
}

/* All words of a scene in reading order. */
static char *
collect_words (const GwScene *scene)
{
  GString *words = g_string_new (NULL);

  for (guint p = 0; p < gw_scene_get_n_pages (scene); p++)
    {
      GwPage *page = gw_scene_get_page (scene, p);

      for (guint n = 0; n < gw_page_get_n_nodes (page); n++)
        {
          const GwNode *node = gw_page_get_node (page, n);

          if (node->text != NULL)
            g_string_append_printf (words, "%s\n", node->text);
        }
    }
  return g_string_free (words, FALSE);
}

/* The smallest size of what is read aloud, in tenths of a point. */
static gint
find_smallest (const GwScene *scene)
{
  gint smallest = G_MAXINT;

  for (guint p = 0; p < gw_scene_get_n_pages (scene); p++)
    for (guint n = 0; n < gw_page_get_n_nodes (gw_scene_get_page (scene, p)); n++)
      {
        const GwNode *node = gw_page_get_node (gw_scene_get_page (scene, p), n);

        if (node->kind == GW_NODE_TEXT && node->style.role != GW_TEXT_DECORATION)
          smallest = MIN (smallest, node->style.size_decipoints);
      }
  return smallest;
}

static void
assert_absent (const char *words, const char *const *forbidden)
{
  for (guint i = 0; forbidden[i] != NULL; i++)
    if (strstr (words, forbidden[i]) != NULL)
      g_error ("the sheet says “%s”", forbidden[i]);
}

static void
test_fridge (Fixture *self, gconstpointer data)
{
  static const char *const forbidden[] = { "2580",       "Back door", "Mill Lane", "Tannersmith",
                                           "Kowalewska", "07700",     "Ali",       NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GwScene) scene = gw_fridge_sheet_new (&self->input, self->rose, &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  words = collect_words (scene);
  assert_absent (words, forbidden);
  g_assert_nonnull (strstr (words, "Who comes to see Rose"));
  g_assert_true (strstr (words, "Dev and Marta") != NULL ||
                 strstr (words, "Marta and Dev") != NULL);
  g_assert_nonnull (strstr (words, "± 15 min\n"));
  g_assert_nonnull (strstr (words, "We will tell you who"));
  g_assert_nonnull (strstr (words, "No visit on this day"));
  /* Sixteen points and more, for old eyes across a kitchen. */
  g_assert_cmpint (find_smallest (scene), >=, 160);
}

/* Text of the page below @y, so that a page that holds its title only has none. */
static guint
count_texts_below (const GwPage *page, gint32 y)
{
  guint n = 0;

  for (guint i = 0; i < gw_page_get_n_nodes (page); i++)
    {
      const GwNode *node = gw_page_get_node (page, i);
      n += node->text != NULL && node->place.y > y;
    }
  return n;
}

/* A name that does not end, in one word or in many, leaves the sheet a sheet. */
static void
test_endless_name (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { "Rosalind ", "Rosalind" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GString *name = g_string_new (NULL);
      g_autoptr (GwScene) fridge = NULL;
      g_autoptr (GwScene) run = NULL;
      gint32 quarter = GW_A4_HEIGHT / 4;

      for (guint n = 0; n < 600; n++)
        g_string_append (name, words[i]);
      add_person (self, self->rose, name->str, FALSE);
      add_colleague (self, self->marta, name->str);
      fridge = gw_fridge_sheet_new (&self->input, self->rose, NULL);
      run = gw_run_sheet_new (&self->input, self->marta);
      g_assert_cmpuint (count_texts_below (gw_scene_get_page (fridge, 0), quarter), >, 3);
      g_assert_cmpuint (count_texts_below (gw_scene_get_page (run, 0), quarter), >, 1);
      g_assert_cmpuint (gw_scene_get_n_pages (fridge), <=, 3);
      g_assert_cmpuint (gw_scene_get_n_pages (run), <=, 2);
      g_string_free (name, TRUE);
    }
}

static void
test_no_sheets_at_home (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gw_fridge_sheet_new (&self->input, self->ali, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Ali"));
}

static void
test_run (Fixture *self, gconstpointer data)
{
  static const char *const forbidden[] = { "2580", "Back door", "Tannersmith", "Kowalewska", NULL };
  g_autoptr (GwScene) scene = gw_run_sheet_new (&self->input, self->marta);
  g_autofree char *words = collect_words (scene);

  assert_absent (words, forbidden);
  g_assert_nonnull (strstr (words, "Marta’s run"));
  g_assert_nonnull (strstr (words, "08:00–08:30"));
  g_assert_nonnull (strstr (words, "\n4 Mill Lane, Fernford\n"));
  g_assert_nonnull (strstr (words, "Together with Dev"));
  /* Half an hour less six minutes is one minute short of a wellbeing visit (R-W). */
  g_assert_nonnull (strstr (words, "6 min on the way\n"));
  g_assert_nonnull (strstr (words, "Tea in the blue cup"));
}

static void
add_shift (Fixture *self, GwId colleague, gint start, gint end)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_shift_type);

  gw_shift_set_colleague (draft, colleague);
  gw_shift_set_day (draft, self->input.first_day);
  gw_shift_set_start (draft, GW_MINUTE (start));
  gw_shift_set_end (draft, GW_MINUTE (end));
  g_ptr_array_add (self->input.shifts, gw_draft_build (draft));
}

static GArray *
list_pauses (GwId shift, gpointer user_data)
{
  static const GwSheetPause all[] = {
    { GW_SHEET_PAUSE_ROLE_TIME, FALSE, GW_HM (14, 0), { 90 }, NULL },
    { GW_SHEET_PAUSE_BREAK, FALSE, GW_HM (8, 58), { 20 }, NULL },
    { GW_SHEET_PAUSE_ROLE_TIME, TRUE, GW_HM (15, 30), { 30 }, NULL },
    { GW_SHEET_PAUSE_MEETING, TRUE, GW_HM (7, 0), { 45 }, "Team meeting" },
  };
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (GwSheetPause));

  g_array_append_vals (pauses, all, G_N_ELEMENTS (all));
  return pauses;
}

/* Breaks, meetings and role time are in their place, and are not free. */
static void
test_pauses (Fixture *self, gconstpointer data)
{
  static const char *const in_order[] = {
    "Team meeting from 07:00 to 07:45\n",   "08:00–08:30\n", "20 min break, about 09:00\n",
    "6 min on the way, then 34 min free\n", "09:30–10:00\n", "90 min role time, about 14:00\n",
    "Role time from 15:30 to 16:00\n"
  };
  g_autoptr (GwScene) scene = NULL;
  g_autofree char *words = NULL;
  const char *at;

  add_shift (self, self->dev, 7 * 60, 16 * 60);
  self->input.n_days = 1;
  self->input.list_pauses = list_pauses;
  g_ptr_array_set_size (self->input.visits, 0);
  add_visit (self, self->rose, 8, &self->dev, 1, 1);
  add_visit_at (self, self->rose, 9 * 60 + 30, &self->dev, 1, 1);
  scene = gw_run_sheet_new (&self->input, self->dev);
  at = words = collect_words (scene);
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      at = strstr (at, in_order[i]);
      if (at == NULL)
        g_error ("not there, or not in its place: %s", in_order[i]);
    }
}

/* What a night shift has after midnight is printed with it, and not again the next day. */
static void
test_night_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GwScene) night = NULL;
  g_autoptr (GwScene) next_day = NULL;
  g_autofree char *words = NULL, *next_words = NULL;

  add_shift (self, self->dev, 22 * 60, 31 * 60);
  self->input.n_days = 1;
  g_ptr_array_set_size (self->input.visits, 0);
  add_visit (self, self->rose, 23, &self->dev, 1, 1);
  self->input.first_day = gw_day_add (self->input.first_day, 1);
  add_visit (self, self->rose, 1, &self->dev, 1, 1);
  add_visit (self, self->rose, 8, &self->dev, 1, 1);
  next_day = gw_run_sheet_new (&self->input, self->dev);
  self->input.first_day = gw_day_add (self->input.first_day, -1);
  night = gw_run_sheet_new (&self->input, self->dev);
  words = collect_words (night);
  next_words = collect_words (next_day);
  g_assert_nonnull (strstr (words, "Monday 24 November, 22:00–07:00+1\n"));
  g_assert_nonnull (strstr (words, "23:00–23:30\n"));
  g_assert_nonnull (strstr (words, "6 min on the way, then 84 min free\n"));
  g_assert_nonnull (strstr (words, "After midnight, Tuesday 25 November\n"));
  g_assert_nonnull (strstr (words, "01:00–01:30\n"));
  g_assert_null (strstr (words, "08:00"));
  g_assert_nonnull (strstr (next_words, "08:00–08:30\n"));
  g_assert_null (strstr (next_words, "01:00"));
}

/* A list for the office has what is needed to reach somebody, and nothing about getting in or health;
 * who is no longer there is not on it. */
static void
test_lists (Fixture *self, gconstpointer data)
{
  static const char *const forbidden[] = { "2580", "Back door", "Tea in the blue cup", NULL };
  g_autoptr (GwDraft)
      died = gw_draft_new_for (g_hash_table_lookup (self->input.people, &self->ali));
  g_autoptr (GwScene) people = NULL;
  g_autoptr (GwScene) colleagues = NULL;
  g_autofree char *people_words = NULL, *colleague_words = NULL;
  const char *dev;

  gw_person_set_status (died, GW_PERSON_DIED);
  g_hash_table_insert (self->input.people, g_memdup2 (&self->ali, sizeof self->ali),
                       gw_draft_build (died));
  people = gw_people_list_sheet_new (&self->input);
  people_words = collect_words (people);
  assert_absent (people_words, forbidden);
  g_assert_null (strstr (people_words, "Ali"));
  g_assert_nonnull (strstr (people_words, "Rose Tannersmith"));
  g_assert_nonnull (strstr (people_words, "\n4 Mill Lane, Fernford\n"));
  g_assert_nonnull (strstr (people_words, "shred it"));
  colleagues = gw_colleagues_list_sheet_new (&self->input);
  colleague_words = collect_words (colleagues);
  assert_absent (colleague_words, forbidden);
  g_assert_nonnull (strstr (colleague_words, "07700 900123"));
  dev = strstr (colleague_words, "Dev Kowalewska");
  g_assert_nonnull (dev);
  /* By name. */
  g_assert_nonnull (strstr (dev, "Marta Kowalewska"));
}

/* Where the first text with @words lies. */
static gint32
find_left (GwScene *scene, const char *words)
{
  const GwPage *page = gw_scene_get_page (scene, 0);

  for (guint i = 0; i < gw_page_get_n_nodes (page); i++)
    {
      const GwNode *node = gw_page_get_node (page, i);

      if (node->kind == GW_NODE_TEXT && strstr (node->text, words) != NULL)
        return node->place.x;
    }
  g_assert_not_reached ();
}

/* There is room for telephones as soon as one person has one. */
static void
test_list_without_phones (Fixture *self, gconstpointer data)
{
  g_autoptr (GwScene) without = gw_people_list_sheet_new (&self->input);
  g_autoptr (GwDraft)
      rose = gw_draft_new_for (g_hash_table_lookup (self->input.people, &self->rose));
  g_autoptr (GwScene) with = NULL;

  gw_person_set_phone (rose, "01632 960022");
  g_hash_table_insert (self->input.people, g_memdup2 (&self->rose, sizeof self->rose),
                       gw_draft_build (rose));
  with = gw_people_list_sheet_new (&self->input);
  g_assert_cmpint (find_left (with, "01632 960022"), ==, find_left (without, "4 Mill Lane"));
  g_assert_cmpint (find_left (with, "4 Mill Lane"), >, find_left (without, "4 Mill Lane"));
}

/* A long list flows over pages. */
static void
test_long_list (Fixture *self, gconstpointer data)
{
  g_autoptr (GwScene) scene = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 70; i++)
    add_colleague (self, make_id (100 + i), "Zofia");
  scene = gw_colleagues_list_sheet_new (&self->input);
  g_assert_cmpuint (gw_scene_get_n_pages (scene), >=, 3);
  words = collect_words (scene);
  g_assert_nonnull (strstr (words, "Page 3 of "));
}

/* A long week flows over pages, and every page is numbered. */
static void
test_pages (Fixture *self, gconstpointer data)
{
  g_autoptr (GwScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  for (gint i = 0; i < 40; i++)
    add_visit (self, self->rose, 8, &self->marta, 1, 1);
  scene = gw_fridge_sheet_new (&self->input, self->rose, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gw_scene_get_n_pages (scene), >=, 3);
  words = collect_words (scene);
  g_assert_nonnull (strstr (words, "Page 3 of "));
  g_assert_nonnull (strstr (words, " (continued)"));
  for (guint p = 0; p < gw_scene_get_n_pages (scene); p++)
    for (guint n = 0; n < gw_page_get_n_nodes (gw_scene_get_page (scene, p)); n++)
      {
        const GwNode *node = gw_page_get_node (gw_scene_get_page (scene, p), n);

        g_assert_cmpint (node->place.y + node->place.height, <=, GW_A4_HEIGHT - GW_MM (8));
      }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/paper/sheets/fridge", test_fridge);
  ADD ("/paper/sheets/endless-name", test_endless_name);
  ADD ("/paper/sheets/no-sheets-at-home", test_no_sheets_at_home);
  ADD ("/paper/sheets/run", test_run);
  ADD ("/paper/sheets/pauses", test_pauses);
  ADD ("/paper/sheets/night-run", test_night_run);
  ADD ("/paper/sheets/pages", test_pages);
  ADD ("/paper/sheets/lists", test_lists);
  ADD ("/paper/sheets/list-without-phones", test_list_without_phones);
  ADD ("/paper/sheets/long-list", test_long_list);
  return g_test_run ();
}
