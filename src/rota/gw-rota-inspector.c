/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the template from the board's week and the planner's answers. */
#include "config.h"

#include "gw-rota-inspector.h"

#include "gw-board-card.h"
#include "gw-board-words.h"
#include "gw-face-picture.h"
#include "gw-name.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define FACE_SIZE 56
#define SMALL_FACE 28
#define N_PLACES 5
#define MOST_SENTENCES 3
/* So many visits are looked through in a blink when one finds no place. */
#define MOST_VISITS 600

struct _GwRotaInspector
{
  AdwBin parent_instance;

  GwSession *session;
  GwRotaWeek *week;
  GwId visit;
  GwId colleague;
  GPtrArray *rows;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwBin *face_place;
  GtkLabel *name;
  GtkLabel *when;
  GtkLabel *purpose;
  GtkLabel *trouble;
  GtkWidget *time_button;
  GtkWidget *pin_button;
  GtkWidget *edit_button;
  GtkWidget *cancel_button;
  AdwPreferencesGroup *who;
  AdwPreferencesGroup *places;
  AdwPreferencesGroup *why;
  AdwPreferencesGroup *others;
};

G_DEFINE_FINAL_TYPE (GwRotaInspector, gw_rota_inspector, ADW_TYPE_BIN)

enum
{
  SIGNAL_MOVED,
  SIGNAL_ACTED,
  SIGNAL_EDIT_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A row that a group shows; remembered, because a group cannot be emptied. */
static void
add_row (GwRotaInspector *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (GwRotaInspector *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
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

static void
add_face (GwRotaInspector *self, GtkWidget *row, GwId id)
{
  GtkWidget *face = gw_face_new (SMALL_FACE);

  gw_face_show_record (GW_FACE (face), GW_RECORD_SOURCE (self->session),
                       gw_rota_week_find_person (self->week, id));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);
}

static char *
dup_colleague (GwRotaInspector *self, GwId id)
{
  const GwRecord *colleague = gw_rota_week_find_person (self->week, id);

  if (colleague == NULL)
    return g_strdup (_ ("No one yet"));
  return gw_session_get_hide_names (self->session) ? gw_record_dup_initials (colleague)
                                                   : gw_colleague_dup_name (colleague, FALSE);
}

static void
show_who (GwRotaInspector *self, const GwRecord *visit)
{
  GwIds colleagues = gw_visit_get_colleagues (visit);
  guint needed = (guint) MAX (gw_visit_get_colleagues_needed (visit), 1);

  for (guint i = 0; i < MAX (needed, colleagues.n); i++)
    {
      GwId id = i < colleagues.n ? colleagues.ids[i] : GW_ID_NONE;
      g_autofree char *name = dup_colleague (self, id);
      GtkWidget *row = make_row (name, NULL);
      if (!gw_id_is_none (id))
        add_face (self, row, id);
      add_row (self, self->who, row);
    }
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
  g_autofree char *name = dup_colleague (self, verdict->colleague);
  g_autofree char *day = gw_day_format (verdict->day, "%a");
  g_autofree char *start = gw_minute_to_text (verdict->start);

  /* Translators: a place for a visit: colleague, day, time: "Marta, Mon 08:05" */
  return g_strdup_printf (C_ ("place", "%s, %s %s"), name, day, start);
}

static void
on_place_activated (GtkWidget *row, GwRotaInspector *self)
{
  const GwBoardMove *move = g_object_get_data (G_OBJECT (row), "move");
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, move);
}

static void
add_place (GwRotaInspector *self, const GwVerdict *verdict)
{
  g_autofree char *title = dup_place (self, verdict);
  g_autofree char *words = join_sentences (verdict);
  GtkWidget *row = make_row (title, words);
  GwBoardMove move = { .visit = self->visit,
                       .from = self->colleague,
                       .to = verdict->colleague,
                       .day = verdict->day,
                       .start = verdict->start };

  add_face (self, row, verdict->colleague);
  g_object_set_data_full (G_OBJECT (row), "move", g_memdup2 (&move, sizeof move), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (on_place_activated), self);
  add_row (self, self->places, row);
}

/* What together leaves no place for the visit, each of which somebody could be asked about. Returns
 * whether there was anything to say. */
static gboolean
show_clashes (GwRotaInspector *self, GwPricer *pricer)
{
  GwWeekProblem *problem = gw_rota_week_get_problem (self->week);
  g_autofree char *headline = NULL;
  g_autoptr (GPtrArray) clashes = NULL;

  if (!gw_id_is_none (self->colleague) || problem == NULL ||
      gw_week_problem_get_n_visits (problem) > MOST_VISITS)
    return FALSE;
  clashes = gw_pricer_list_clashes (pricer, self->visit, &headline);
  if (clashes->len == 0)
    return FALSE;
  add_row (self, self->places, make_row (headline, NULL));
  for (guint i = 0; i < clashes->len; i++)
    {
      const GwClash *clash = g_ptr_array_index (clashes, i);
      GtkWidget *row = make_row (clash->sentence, NULL);

      if (!gw_id_is_none (clash->colleague))
        add_face (self, row, clash->colleague);
      add_row (self, self->places, row);
    }
  return TRUE;
}

static void
show_places (GwRotaInspector *self, GwPricer *pricer)
{
  g_autoptr (GPtrArray)
      places = gw_pricer_suggest_places (pricer, self->visit, self->colleague, N_PLACES);

  for (guint i = 0; i < places->len; i++)
    add_place (self, g_ptr_array_index (places, i));
  if (places->len == 0 && !show_clashes (self, pricer))
    add_row (self, self->places,
             make_row (gw_board_week_get_n_rows (gw_rota_week_get_board (self->week)) == 0
                           ? _ ("There is no colleague yet who could come.")
                       : gw_id_is_none (self->colleague)
                           ? _ ("There is no place for it now. Plan (F5) may move other visits to "
                                "make one.")
                           : _ ("There is no other place for it now."),
                       NULL));
}

static void
show_why (GwRotaInspector *self, GwPricer *pricer)
{
  GwVerdict *next = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->why), !gw_id_is_none (self->colleague));
  if (gw_id_is_none (self->colleague))
    return;
  sentences = gw_pricer_explain (pricer, self->visit, self->colleague, &next);
  for (guint i = 0; i < sentences->len; i++)
    add_row (self, self->why, make_row (g_ptr_array_index (sentences, i), NULL));
  if (next != NULL)
    {
      g_autofree char *place = dup_place (self, next);
      /* Translators: the next best place for a visit: "Marta, Mon 08:05" */
      g_autofree char *title = g_strdup_printf (_ ("Next best: %s"), place);
      add_row (self, self->why, make_row (title, next->headline));
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
      row = make_row (verdict->headline, NULL);
      add_face (self, row, verdict->colleague);
      add_row (self, self->others, row);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
}

static void
show_head (GwRotaInspector *self, GwBoardWeek *board, guint index)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (board, index);
  GwDay day = gw_day_add (gw_board_week_get_first_day (board), entry->day);
  g_autofree char *weekday = gw_day_format (day, C_ ("a day", "%a %-d %b"));
  g_autofree char *span = gw_board_words_span (entry->start, entry->end);
  g_autofree char *when = g_strdup_printf (C_ ("day and times", "%s, %s"), weekday, span);
  g_autofree char *marks = gw_board_words_marks (entry);
  g_autofree char *purpose = NULL;
  GtkWidget *face = gw_face_new (FACE_SIZE);

  if (*marks == '\0' || *entry->purpose == '\0')
    purpose = g_strconcat (entry->purpose, marks, NULL);
  else
    purpose = g_strdup_printf ("%s · %s", entry->purpose, marks);
  gw_face_show_record (GW_FACE (face), GW_RECORD_SOURCE (self->session),
                       gw_rota_week_find_person (self->week, entry->person));
  adw_bin_set_child (self->face_place, face);
  gtk_label_set_label (self->name, entry->name);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->purpose, purpose);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), *purpose != '\0');
  gtk_label_set_label (self->trouble, entry->trouble != NULL ? entry->trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), entry->trouble != NULL);
  gtk_button_set_label (GTK_BUTTON (self->pin_button),
                        (entry->flags & GW_BOARD_ENTRY_PINNED) != 0 ? _ ("Let _go") : _ ("_Keep"));
}

static void
show_prices (GwRotaInspector *self, const GwBoardEntry *entry)
{
  GwPricer *pricer = gw_rota_pricer_get (gw_rota_week_get_pricer (self->week));
  gboolean past = (entry->flags & GW_BOARD_ENTRY_PAST) != 0;
  gboolean open = pricer != NULL && !past;

  gtk_widget_set_visible (GTK_WIDGET (self->places), open || past);
  gtk_widget_set_visible (GTK_WIDGET (self->why), open);
  gtk_widget_set_visible (GTK_WIDGET (self->others), open);
  gtk_widget_set_sensitive (self->time_button, !past);
  gtk_widget_set_tooltip_text (self->time_button, past ? _ ("That time has passed.") : NULL);
  gtk_widget_set_visible (self->cancel_button, !past);
  if (past)
    add_row (self, self->places, make_row (_ ("That time has passed."), NULL));
  if (!open)
    return;
  show_places (self, pricer);
  show_why (self, pricer);
  show_others (self, pricer);
}

void
gw_rota_inspector_refresh (GwRotaInspector *self)
{
  GwBoardWeek *board;
  gint index;

  g_return_if_fail (GW_IS_ROTA_INSPECTOR (self));
  clear_rows (self);
  board = self->week != NULL ? gw_rota_week_get_board (self->week) : NULL;
  index = board != NULL ? gw_board_week_find_entry (board, self->visit, self->colleague) : -1;
  for (guint i = 0; board != NULL && index < 0 && i < gw_board_week_get_n_entries (board); i++)
    if (gw_id_equal (gw_board_week_get_entry (board, i)->visit_id, self->visit))
      index = (gint) i;
  if (index < 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  const GwBoardEntry *entry = gw_board_week_get_entry (board, (guint) index);
  self->colleague = entry->colleague;
  show_head (self, board, (guint) index);
  show_who (self, entry->visit);
  show_prices (self, entry);
  gtk_stack_set_visible_child_name (self->stack, "visit");
}

static void
on_button_clicked (GtkWidget *button, GwRotaInspector *self)
{
  GwBoardDeed deed = button == self->time_button  ? GW_BOARD_DEED_TIME
                     : button == self->pin_button ? GW_BOARD_DEED_PIN
                                                  : GW_BOARD_DEED_CANCEL;

  if (button == self->edit_button)
    g_signal_emit (self, signals[SIGNAL_EDIT_ASKED], 0);
  else
    g_signal_emit (self, signals[SIGNAL_ACTED], 0, (gint) deed);
}

static void
gw_rota_inspector_dispose (GObject *object)
{
  GwRotaInspector *self = GW_ROTA_INSPECTOR (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->session);
  g_clear_object (&self->week);
  G_OBJECT_CLASS (gw_rota_inspector_parent_class)->dispose (object);
}

static void
gw_rota_inspector_finalize (GObject *object)
{
  g_ptr_array_unref (GW_ROTA_INSPECTOR (object)->rows);
  G_OBJECT_CLASS (gw_rota_inspector_parent_class)->finalize (object);
}

static void
gw_rota_inspector_class_init (GwRotaInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_rota_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = gw_rota_inspector_finalize;
  signals[SIGNAL_MOVED] = g_signal_new ("moved", GW_TYPE_ROTA_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_ACTED] = g_signal_new ("acted", GW_TYPE_ROTA_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_EDIT_ASKED] = g_signal_new (
      "edit-asked", GW_TYPE_ROTA_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/rota/gw-rota-inspector.ui");
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, GwRotaInspector, member)
  BIND (stack);
  BIND (scroller);
  BIND (face_place);
  BIND (name);
  BIND (when);
  BIND (purpose);
  BIND (trouble);
  BIND (time_button);
  BIND (pin_button);
  BIND (edit_button);
  BIND (cancel_button);
  BIND (who);
  BIND (places);
  BIND (why);
  BIND (others);
#undef BIND
}

static void
gw_rota_inspector_init (GwRotaInspector *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->time_button, "clicked", G_CALLBACK (on_button_clicked), self);
  g_signal_connect (self->pin_button, "clicked", G_CALLBACK (on_button_clicked), self);
  g_signal_connect (self->edit_button, "clicked", G_CALLBACK (on_button_clicked), self);
  g_signal_connect (self->cancel_button, "clicked", G_CALLBACK (on_button_clicked), self);
}

void
gw_rota_inspector_show (GwRotaInspector *self, GwSession *session, GwRotaWeek *week, GwId visit,
                        GwId colleague)
{
  g_return_if_fail (GW_IS_ROTA_INSPECTOR (self));
  g_set_object (&self->session, session);
  g_set_object (&self->week, week);
  self->visit = visit;
  self->colleague = colleague;
  gw_rota_inspector_refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

GwId
gw_rota_inspector_get_visit (GwRotaInspector *self)
{
  g_return_val_if_fail (GW_IS_ROTA_INSPECTOR (self), GW_ID_NONE);
  return self->visit;
}

GwId
gw_rota_inspector_get_colleague (GwRotaInspector *self)
{
  g_return_val_if_fail (GW_IS_ROTA_INSPECTOR (self), GW_ID_NONE);
  return self->colleague;
}

void
gw_rota_inspector_lead_to (GwRotaInspector *self, GwRotaSection section)
{
  AdwPreferencesGroup *group = section == GW_ROTA_SECTION_SUGGEST ? self->places
                               : section == GW_ROTA_SECTION_WHY   ? self->why
                                                                  : NULL;

  g_return_if_fail (GW_IS_ROTA_INSPECTOR (self));
  if (group != NULL)
    gtk_widget_child_focus (GTK_WIDGET (group), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->time_button);
}
