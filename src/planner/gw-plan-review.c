/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The before and after list of a plan, acceptable in parts. */
#include "config.h"

#include "gw-plan-review.h"

#include "gw-engine-score.h"
#include "gw-name.h"
#include "gw-plan-change.h"
#include "gw-sentence.h"
#include "gw-shift.h"
#include "gw-text.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"
#include "gw-week-report.h"

#include <glib/gi18n-lib.h>

/* --- item ------------------------------------------------------------------------------------- */

struct _GwPlanReviewItem
{
  GObject parent_instance;
  GwRecord *record;
  GwId person;
  char *heading;
  char *before;
  char *after;
  gint64 order;
  gboolean accepted;
};

enum
{
  PROP_ACCEPTED = 1,
  N_PROPS
};

static GParamSpec *item_props[N_PROPS];

G_DEFINE_FINAL_TYPE (GwPlanReviewItem, gw_plan_review_item, G_TYPE_OBJECT)

static void
gw_plan_review_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GwPlanReviewItem *self = GW_PLAN_REVIEW_ITEM (object);

  if (id == PROP_ACCEPTED)
    g_value_set_boolean (value, self->accepted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gw_plan_review_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GwPlanReviewItem *self = GW_PLAN_REVIEW_ITEM (object);

  if (id == PROP_ACCEPTED)
    gw_plan_review_item_set_accepted (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gw_plan_review_item_finalize (GObject *object)
{
  GwPlanReviewItem *self = GW_PLAN_REVIEW_ITEM (object);

  gw_record_unref (self->record);
  g_free (self->heading);
  g_free (self->before);
  g_free (self->after);
  G_OBJECT_CLASS (gw_plan_review_item_parent_class)->finalize (object);
}

static void
gw_plan_review_item_class_init (GwPlanReviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gw_plan_review_item_get_property;
  object_class->set_property = gw_plan_review_item_set_property;
  object_class->finalize = gw_plan_review_item_finalize;
  item_props[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, item_props);
}

static void
gw_plan_review_item_init (GwPlanReviewItem *self)
{
  self->accepted = TRUE;
}

GwId
gw_plan_review_item_get_person (GwPlanReviewItem *self)
{
  return self->person;
}

const GwRecord *
gw_plan_review_item_get_record (GwPlanReviewItem *self)
{
  return self->record;
}

const char *
gw_plan_review_item_get_heading (GwPlanReviewItem *self)
{
  return self->heading;
}

const char *
gw_plan_review_item_get_before (GwPlanReviewItem *self)
{
  return self->before;
}

const char *
gw_plan_review_item_get_after (GwPlanReviewItem *self)
{
  return self->after;
}

void
gw_plan_review_item_set_accepted (GwPlanReviewItem *self, gboolean accepted)
{
  if (self->accepted == !!accepted)
    return;
  self->accepted = !!accepted;
  g_object_notify_by_pspec (G_OBJECT (self), item_props[PROP_ACCEPTED]);
}

/* --- review ----------------------------------------------------------------------------------- */

struct _GwPlanReview
{
  GObject parent_instance;
  GwWeekPlan *plan;
  GwWeekProblem *week;
  GPtrArray *items;
};

static GType
gw_plan_review_get_item_type (GListModel *model)
{
  return GW_TYPE_PLAN_REVIEW_ITEM;
}

static guint
gw_plan_review_get_n_items (GListModel *model)
{
  return GW_PLAN_REVIEW (model)->items->len;
}

static gpointer
gw_plan_review_get_item (GListModel *model, guint position)
{
  GwPlanReview *self = GW_PLAN_REVIEW (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
gw_plan_review_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = gw_plan_review_get_item_type;
  iface->get_n_items = gw_plan_review_get_n_items;
  iface->get_item = gw_plan_review_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GwPlanReview, gw_plan_review, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      gw_plan_review_list_model_init))

static void
gw_plan_review_finalize (GObject *object)
{
  GwPlanReview *self = GW_PLAN_REVIEW (object);

  g_clear_pointer (&self->plan, gw_week_plan_unref);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (gw_plan_review_parent_class)->finalize (object);
}

static void
gw_plan_review_class_init (GwPlanReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gw_plan_review_finalize;
}

static void
gw_plan_review_init (GwPlanReview *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- sentences -------------------------------------------------------------------------------- */

static char *
describe_one (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 operation)
{
  gint32 shift = plan->shift_of[operation];
  g_autofree char *day = NULL, *clock = NULL, *name = NULL;

  if (shift < 0)
    return NULL;
  day = gw_sentence_dup_day (week, plan->start_of[operation]);
  clock = gw_sentence_dup_clock (plan->start_of[operation]);
  name = gw_sentence_dup_colleague (week, plan->colleague_of[shift]);
  /* Translators: a weekday, a time of day, a colleague. */
  return g_strdup_printf (_ ("%1$s %2$s with %3$s"), day, clock, name);
}

static char *
describe_two (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 operation)
{
  g_autofree char *day = gw_sentence_dup_day (week, plan->start_of[operation]);
  g_autofree char *clock = gw_sentence_dup_clock (plan->start_of[operation]);
  g_autofree char *one = gw_sentence_dup_colleague (week,
                                                    plan->colleague_of[plan->shift_of[operation]]);
  g_autofree char *two = gw_sentence_dup_colleague (
      week, plan->colleague_of[plan->shift_of[operation + 1]]);

  /* Translators: a weekday, a time of day, two colleagues. */
  return g_strdup_printf (_ ("%1$s %2$s with %3$s and %4$s"), day, clock, one, two);
}

static char *
describe_visit (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 first, guint n)
{
  g_autofree char *day = NULL, *clock = NULL;
  const GwVisit *visit = gw_week_problem_get_visit (week, first, NULL);
  gint32 time = gw_week_problem_get_time (week, gw_visit_get_day (visit),
                                          gw_visit_get_shown_start (visit));
  GString *names;
  guint placed = 0;

  for (guint i = 0; i < n; i++)
    placed += plan->shift_of[first + (gint32) i] >= 0;
  if (placed == 1 && n == 1)
    return describe_one (week, plan, first);
  if (placed == 2 && n == 2)
    return describe_two (week, plan, first);
  day = gw_sentence_dup_day (week, time);
  clock = gw_sentence_dup_clock (time);
  if (placed == 0)
    /* Translators: a weekday, a time of day. */
    return g_strdup_printf (_ ("%1$s %2$s, to cover"), day, clock);
  names = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    if (plan->shift_of[first + (gint32) i] >= 0)
      {
        g_autofree char *name = gw_sentence_dup_colleague (
            week, plan->colleague_of[plan->shift_of[first + (gint32) i]]);
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  {
    g_autofree char *list = g_string_free (names, FALSE);
    /* Translators: a weekday, a time of day, names; of a visit that needs more colleagues. */
    return g_strdup_printf (_ ("%1$s %2$s, only with %3$s"), day, clock, list);
  }
}

static char *
describe_shift (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 shift)
{
  const GwShift *record = gw_week_problem_get_shift (week, shift);
  g_autofree char *day = gw_day_format (gw_shift_get_day (record), "%A");
  g_autofree char *start = gw_minute_to_text (gw_shift_get_start (record));
  g_autofree char *end = gw_minute_to_text (gw_shift_get_end (record));
  g_autofree char *name = NULL;

  if (plan->colleague_of[shift] < 0)
    /* Translators: a weekday and the times of a shift. */
    return g_strdup_printf (_ ("%1$s %2$s–%3$s, open"), day, start, end);
  name = gw_sentence_dup_colleague (week, plan->colleague_of[shift]);
  /* Translators: a weekday, the times of a shift, a colleague. */
  return g_strdup_printf (_ ("%1$s %2$s–%3$s, %4$s"), day, start, end, name);
}

/* --- filling ---------------------------------------------------------------------------------- */

static void
add_visit_item (GwPlanReview *self, GwId id, gint32 first, guint n)
{
  const GwEnginePlan *before = gw_week_problem_get_records_plan (self->week);
  const GwVisit *visit = gw_week_problem_get_visit (self->week, first, NULL);
  GwPlanReviewItem *item = g_object_new (GW_TYPE_PLAN_REVIEW_ITEM, NULL);

  item->record = gw_record_ref (visit);
  item->person = gw_visit_get_person (visit);
  item->heading = gw_sentence_dup_person (self->week, first);
  item->before = describe_visit (self->week, before, first, n);
  item->after = describe_visit (self->week, gw_week_plan_get_engine (self->plan), first, n);
  item->order = gw_week_problem_get_time (self->week, gw_visit_get_day (visit),
                                          gw_visit_get_shown_start (visit));
  g_ptr_array_add (self->items, item);
}

static void
add_shift_item (GwPlanReview *self, gint32 shift)
{
  const GwEnginePlan *before = gw_week_problem_get_records_plan (self->week);
  const GwShift *record = gw_week_problem_get_shift (self->week, shift);
  GwPlanReviewItem *item = g_object_new (GW_TYPE_PLAN_REVIEW_ITEM, NULL);

  item->record = gw_record_ref (record);
  item->heading = g_strdup (_ ("Shifts"));
  item->before = describe_shift (self->week, before, shift);
  item->after = describe_shift (self->week, gw_week_plan_get_engine (self->plan), shift);
  item->order = gw_week_problem_get_time (self->week, gw_shift_get_day (record),
                                          gw_shift_get_start (record));
  g_ptr_array_add (self->items, item);
}

static gint
compare_items (gconstpointer a, gconstpointer b)
{
  const GwPlanReviewItem *first = *(GwPlanReviewItem *const *) a;
  const GwPlanReviewItem *second = *(GwPlanReviewItem *const *) b;
  gboolean first_is_shift = gw_id_is_none (first->person);
  gboolean second_is_shift = gw_id_is_none (second->person);
  gint order;

  if (first_is_shift != second_is_shift)
    return first_is_shift ? -1 : 1;
  order = gw_text_compare (first->heading, second->heading);
  if (order == 0)
    order = gw_id_compare (first->person, second->person);
  if (order == 0)
    order = first->order < second->order ? -1 : first->order > second->order;
  return order;
}

GwPlanReview *
gw_plan_review_new (GwWeekPlan *plan)
{
  GwPlanReview *self = g_object_new (GW_TYPE_PLAN_REVIEW, NULL);
  g_autoptr (GArray) ids = NULL;

  self->plan = gw_week_plan_ref (plan);
  self->week = gw_week_plan_get_problem (plan);
  ids = gw_plan_change_list (self->week, gw_week_plan_get_engine (plan));
  for (guint i = 0; i < ids->len; i++)
    {
      GwId id = g_array_index (ids, GwId, i);
      guint n;
      gint32 first = gw_week_problem_find_operations (self->week, id, &n);
      if (first >= 0)
        add_visit_item (self, id, first, n);
      else
        add_shift_item (self, gw_week_problem_find_shift (self->week, id));
    }
  g_ptr_array_sort (self->items, compare_items);
  return self;
}

/* --- accepting -------------------------------------------------------------------------------- */

void
gw_plan_review_set_all_accepted (GwPlanReview *self, gboolean accepted)
{
  for (guint i = 0; i < self->items->len; i++)
    gw_plan_review_item_set_accepted (g_ptr_array_index (self->items, i), accepted);
}

static GHashTable *
collect_accepted (GwPlanReview *self)
{
  GHashTable *accepted = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      GwPlanReviewItem *item = g_ptr_array_index (self->items, i);
      GwId id = gw_record_get_id (item->record);
      if (item->accepted)
        g_hash_table_add (accepted, g_memdup2 (&id, sizeof id));
    }
  return accepted;
}

guint
gw_plan_review_get_n_accepted (GwPlanReview *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((GwPlanReviewItem *) g_ptr_array_index (self->items, i))->accepted;
  return n;
}

/* "52 changes; 3 still to cover". */
static char *
dup_cover (GwPlanReview *self, gint open, guint n_past)
{
  gint all = open + (gint) n_past;
  g_autofree char *changes = g_strdup_printf (
      ngettext ("%u change", "%u changes", self->items->len), self->items->len);
  g_autofree char *left = g_strdup_printf (
      ngettext ("%d still to cover", "%d still to cover", (gulong) all), all);

  if (all == 0)
    /* Translators: %s is for instance "52 changes". */
    return g_strdup_printf (_ ("%s; everything is covered"), changes);
  if (open == 0)
    /* Translators: for instance "52 changes", and the number of visits that nobody made. */
    return g_strdup_printf (ngettext ("%1$s; all is covered but %2$d visit whose time has passed",
                                      "%1$s; all is covered but %2$d visits whose time has passed",
                                      (gulong) all),
                            changes, all);
  /* Translators: for instance "52 changes; 3 still to cover". */
  return g_strdup_printf (_ ("%1$s; %2$s"), changes, left);
}

char *
gw_plan_review_dup_summary (GwPlanReview *self, guint n_open, guint n_past, guint n_clashes)
{
  /* To what is past some came and others are missing: the plan leaves that as well. */
  guint left_open = gw_week_plan_count_to_cover (self->plan);
  gint open = (gint) MAX (left_open > n_past ? left_open - n_past : 0, n_open);
  g_autofree char *cover = dup_cover (self, open, n_past);

  if (n_clashes == 0)
    return g_steal_pointer (&cover);
  if (open == 0 && n_past == 0)
    /* Translators: for instance "52 changes; everything is covered, but 2 clashes stay"; %1$s is the
     * text "%s; everything is covered". */
    return g_strdup_printf (
        ngettext ("%1$s, but %2$u clash stays", "%1$s, but %2$u clashes stay", n_clashes), cover,
        n_clashes);
  /* Translators: for instance "52 changes; 3 still to cover; 2 clashes stay"; %1$s is one of the
   * texts before these. */
  return g_strdup_printf (ngettext ("%1$s; %2$u clash stays", "%1$s; %2$u clashes stay", n_clashes),
                          cover, n_clashes);
}

static guint
count_hard (const GwEngineProblem *engine, const GwEnginePlan *plan)
{
  GwEngineContributions parts = { 0 };
  guint n = 0;

  gw_engine_score_plan (engine, plan, NULL, &parts);
  for (gint32 i = 0; i < parts.n_items; i++)
    n += gw_engine_rule_get_info (parts.items[i].rule)->level == GW_ENGINE_LEVEL_HARD;
  gw_engine_contributions_clear (&parts);
  return n;
}

guint
gw_plan_review_count_clashes (GwPlanReview *self)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self->week);
  g_autoptr (GHashTable) accepted = collect_accepted (self);
  GwEnginePlan *mix = gw_plan_change_mix (self->week, gw_week_plan_get_engine (self->plan),
                                          accepted);
  guint before = count_hard (engine, gw_week_problem_get_records_plan (self->week));
  guint after = mix != NULL ? count_hard (engine, mix) : before;

  gw_engine_plan_free (mix);
  return after > before ? after - before : 0;
}

GwChange *
gw_plan_review_build_change (GwPlanReview *self, const char *label)
{
  g_autoptr (GHashTable) accepted = collect_accepted (self);

  return gw_plan_change_build (self->week, gw_week_plan_get_engine (self->plan), accepted, label);
}
