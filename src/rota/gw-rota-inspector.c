/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the template from the board's week and the planner's answers. */
#include "config.h"

#include "gw-rota-inspector-private.h"

#include "gw-board-words.h"
#include "gw-face-picture.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define FACE_SIZE 56

G_DEFINE_FINAL_TYPE (GwRotaInspector, gw_rota_inspector, ADW_TYPE_BIN)

enum
{
  SIGNAL_MOVED,
  SIGNAL_ACTED,
  SIGNAL_EDIT_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_who (GwRotaInspector *self, const GwRecord *visit)
{
  GwIds colleagues = gw_visit_get_colleagues (visit);
  guint needed = (guint) MAX (gw_visit_get_colleagues_needed (visit), 1);

  for (guint i = 0; i < MAX (needed, colleagues.n); i++)
    {
      GwId id = i < colleagues.n ? colleagues.ids[i] : GW_ID_NONE;
      g_autofree char *name = gw_rota_inspector_dup_colleague (self, id);
      GtkWidget *row = gw_rota_inspector_make_row (name, NULL);
      if (!gw_id_is_none (id))
        gw_rota_inspector_add_face (self, row, id);
      gw_rota_inspector_add_row (self, self->who, row);
    }
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

void
gw_rota_inspector_refresh (GwRotaInspector *self)
{
  GwBoardWeek *board;
  gint index;

  g_return_if_fail (GW_IS_ROTA_INSPECTOR (self));
  gw_rota_inspector_clear_rows (self);
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
  gw_rota_inspector_show_prices (self, entry);
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

  gw_rota_inspector_stop_looking (self);
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
