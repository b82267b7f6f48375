/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Live lists follow random commits; after each one the increments equal a list built afresh, the
 * signals told the truth, and items kept their identity.
 */
#include "config.h"

#include "gw-live-list.h"
#include "gw-skill.h"

#define N_RECORDS 40
#define N_STEPS 4000

/** World: the truth, a live list, and a copy kept up to date by its signals alone. */
typedef struct
{
  GwRecord *records[N_RECORDS];
  GwItemTable *items;
  GwLiveList *list;
  GPtrArray *shadow;
  GPtrArray *kept;
  guint64 sequence;
} World;

static GwId
id_of (guint n)
{
  return gw_id_from_seed (1764000000000, n, n);
}

static GwRecord *
make_record (guint n, const char *name, gint months, gboolean deleted)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_skill_type);

  gw_record_builder_set_text (builder, GW_SKILL_NAME, name, -1);
  gw_record_builder_set_integer (builder, GW_SKILL_RENEW_AFTER, months);
  gw_record_builder_set_deleted (builder, deleted);
  return gw_record_builder_end (builder, id_of (n));
}

/* What is in the list must always be what its signals said. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, World *world)
{
  for (guint i = 0; i < removed; i++)
    g_ptr_array_remove_index (world->shadow, position);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (world->shadow, (gint) (position + i),
                        g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, world->shadow->len);
  for (guint i = 0; i < world->shadow->len; i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (model, i);
      g_assert_true (item == g_ptr_array_index (world->shadow, i));
    }
}

static gint
compare_records (gconstpointer a, gconstpointer b, gpointer query)
{
  return gw_query_compare (query, *(GwRecord *const *) a, *(GwRecord *const *) b);
}

/* The answer as the store would give it. */
static GPtrArray *
answer (World *world, GwQuery *query)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);

  for (guint i = 0; i < N_RECORDS; i++)
    if (world->records[i] != NULL && gw_query_matches (query, world->records[i]))
      g_ptr_array_add (records, gw_record_ref (world->records[i]));
  g_ptr_array_sort_with_data (records, compare_records, query);
  if (gw_query_get_limit (query) > 0 && records->len > gw_query_get_limit (query))
    g_ptr_array_set_size (records, (gint) gw_query_get_limit (query));
  return records;
}

static void
check_equals_rebuild (World *world, GwQuery *query)
{
  g_autoptr (GPtrArray) wanted = answer (world, query);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (world->list)), ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (wanted, i);
      g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (world->list), i);
      guint position;

      g_assert_true (gw_record_equal (gw_live_list_get_record (world->list, i), record));
      g_assert_true (gw_record_equal (gw_item_get_record (item), record));
      g_assert_true (gw_live_list_find (world->list, gw_record_get_id (record), &position));
      g_assert_cmpuint (position, ==, i);
    }
}

static GwCommit *
make_commit (World *world, GRand *rand)
{
  static const char *names[] = {
    "hoist", "Hoist", "catheter", "medication", "PEG", "épilepsie", ""
  };
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (GwCommitEntry));
  guint n = (guint) g_rand_int_range (rand, 1, 4);
  guint first = (guint) g_rand_int_range (rand, 0, N_RECORDS);
  GwCommitInfo info = { .sequence = ++world->sequence, .label = "x", .ends_group = TRUE };

  for (guint i = 0; i < n; i++)
    {
      guint at = (first + i * 7) % N_RECORDS;
      gboolean was_there = world->records[at] != NULL && !gw_record_is_deleted (world->records[at]);
      GwRecord *after = make_record (at, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                                     g_rand_int_range (rand, 0, 4),
                                     was_there && g_rand_int_range (rand, 0, 3) == 0);
      GwCommitEntry entry = { world->records[at], gw_record_ref (after) };

      g_array_append_val (entries, entry);
      world->records[at] = after;
    }
  return gw_commit_new (&info, entries);
}

static void
world_start (World *world, GwQuery *query)
{
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();

  world->items = gw_item_table_new ();
  world->list = gw_live_list_new (query, world->items);
  world->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  world->kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (world->list, "items-changed", G_CALLBACK (on_items_changed), world);
  g_assert_cmpint (gw_live_list_get_state (world->list), ==, GW_LIVE_LIST_LOADING);
  gw_live_list_reset (world->list, empty, 0);
  g_assert_cmpint (gw_live_list_get_state (world->list), ==, GW_LIVE_LIST_READY);
  /* Somebody outside holds every item: identity must survive leaving and coming back. */
  for (guint i = 0; i < N_RECORDS; i++)
    g_ptr_array_add (world->kept, gw_item_table_get (world->items, &gw_skill_type, id_of (i)));
}

static void
world_end (World *world)
{
  g_clear_object (&world->list);
  g_clear_pointer (&world->shadow, g_ptr_array_unref);
  g_clear_pointer (&world->kept, g_ptr_array_unref);
  g_clear_pointer (&world->items, gw_item_table_free);
  for (guint i = 0; i < N_RECORDS; i++)
    g_clear_pointer (&world->records[i], gw_record_unref);
}

static void
run_random (GwQuery *query, guint32 seed)
{
  World world = { 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  world_start (&world, query);
  for (guint step = 0; step < N_STEPS; step++)
    {
      g_autoptr (GwCommit) commit = make_commit (&world, rand);

      if (step % 97 == 96 || !gw_live_list_apply (world.list, commit))
        {
          g_autoptr (GPtrArray) records = answer (&world, query);
          gw_live_list_reset (world.list, records, world.sequence);
        }
      check_equals_rebuild (&world, query);
      for (guint i = 0; i < world.shadow->len; i++)
        {
          GwItem *item = g_ptr_array_index (world.shadow, i);
          g_assert_true (item == gw_item_table_find (world.items, gw_item_get_id (item)));
        }
    }
  world_end (&world);
}

static void
test_sorted (void)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_skill_type);

  gw_query_sort (query, GW_SKILL_NAME, FALSE);
  gw_query_sort (query, GW_SKILL_RENEW_AFTER, TRUE);
  run_random (query, 1);
}

static void
test_filtered (void)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_skill_type);

  gw_query_where_between (query, GW_SKILL_RENEW_AFTER, 1, 2);
  run_random (query, 2);
}

static void
test_limited (void)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_skill_type);

  gw_query_sort (query, GW_SKILL_NAME, TRUE);
  gw_query_set_limit (query, 7);
  run_random (query, 3);
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
count_change (GListModel *model, guint position, guint removed, guint added, guint *count)
{
  (*count)++;
}

/* An edit that leaves a row where it is notifies its item and does not replace the row. */
static void
test_edit_in_place (void)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_skill_type);
  g_autoptr (GwItemTable) items = gw_item_table_new ();
  g_autoptr (GwLiveList) list = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GwItem) item = NULL;
  g_autoptr (GwCommit) commit = NULL;
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (GwCommitEntry));
  GwCommitInfo info = { .sequence = 6, .label = "x", .ends_group = TRUE };
  GwCommitEntry entry = { make_record (0, "a", 1, FALSE), make_record (0, "a", 2, FALSE) };
  guint notified = 0, changed = 0;

  gw_query_sort (query, GW_SKILL_NAME, FALSE);
  list = gw_live_list_new (query, items);
  g_ptr_array_add (records, make_record (0, "a", 1, FALSE));
  g_ptr_array_add (records, make_record (1, "b", 1, FALSE));
  gw_live_list_reset (list, records, 5);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (item, "notify::record", G_CALLBACK (count_notify), &notified);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_change), &changed);
  g_array_append_val (entries, entry);
  commit = gw_commit_new (&info, entries);

  g_assert_true (gw_live_list_apply (list, commit));
  g_assert_true (gw_live_list_apply (list, commit));
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_cmpint (gw_record_get_integer (gw_item_get_record (item), GW_SKILL_RENEW_AFTER), ==, 2);
}

/* An answer that is older than what the item has seen does not take it back. */
static void
test_item_never_goes_back (void)
{
  g_autoptr (GwItem) item = gw_item_new (&gw_skill_type, id_of (0));
  g_autoptr (GwRecord) newer = make_record (0, "new", 1, FALSE);
  g_autoptr (GwRecord) older = make_record (0, "old", 1, FALSE);

  gw_item_update (item, newer, 9);
  gw_item_update (item, older, 8);
  g_assert_cmpstr (gw_record_get_text (gw_item_get_record (item), GW_SKILL_NAME), ==, "new");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/live-list/sorted", test_sorted);
  g_test_add_func ("/live-list/filtered", test_filtered);
  g_test_add_func ("/live-list/limited", test_limited);
  g_test_add_func ("/live-list/edit-in-place", test_edit_in_place);
  g_test_add_func ("/live-list/item-never-goes-back", test_item_never_goes_back);
  return g_test_run ();
}
