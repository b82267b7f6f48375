/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board itself: properties of a scrollable, life and death, and what others may ask. */
#include "config.h"

#include "gw-board-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

G_DEFINE_FINAL_TYPE_WITH_CODE (GwBoard, gw_board, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
gw_board_measure (GtkWidget *widget, GtkOrientation orientation, gint for_size, gint *minimum,
                  gint *natural, gint *minimum_baseline, gint *natural_baseline)
{
  *minimum = 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

/* Menus and questions point at their cards. */
static void
present_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
gw_board_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  GwBoard *self = GW_BOARD (widget);
  gboolean resized = width != self->geometry.width || height != self->geometry.height;

  self->geometry.width = width;
  self->geometry.height = height;
  if (resized)
    {
      gw_board_layout_rows (self);
      gw_board_update_adjustments (self);
      if (self->scroll.wanted_minute >= 0)
        gw_board_scroll_to (self, self->scroll.wanted_minute);
      gw_board_sync_children (self);
    }
  gw_board_allocate_children (self);
  present_popovers (widget);
}

static void
gw_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gw_board_draw (GW_BOARD (widget), snapshot);
}

static void
gw_board_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GwBoard *self = GW_BOARD (widget);

  GTK_WIDGET_CLASS (gw_board_parent_class)->direction_changed (widget, before);
  gw_board_pictures_forget (self->pool.pictures);
  self->geometry.right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gw_board_relayout (self);
}

/* Another font or size: rows and columns follow it. */
static void
gw_board_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GwBoard *self = GW_BOARD (widget);

  GTK_WIDGET_CLASS (gw_board_parent_class)->css_changed (widget, change);
  gw_board_pictures_forget (self->pool.pictures);
  if (self->week != NULL && gw_board_measure_scale (widget) != self->scale)
    gw_board_relayout (self);
}

/* A menu or a question above the board, which is walked through by itself. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

/* Tab goes past the board; within it the arrows walk. */
static gboolean
gw_board_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GwBoard *self = GW_BOARD (widget);
  GtkWidget *popover = find_popover (widget);
  gint index = gw_board_get_focus_entry (self);
  gint stop = index >= 0 ? gw_board_find_stop (self, index) : -1;

  if (popover != NULL)
    {
      gtk_widget_child_focus (popover, direction);
      return TRUE;
    }
  if (self->week == NULL || gw_board_get_focus_stop (self) >= 0 || self->layout.stops->len == 0)
    return FALSE;
  return gw_board_focus_stop (self, MAX (stop, 0));
}

static gboolean
gw_board_grab_focus (GtkWidget *widget)
{
  return gw_board_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
gw_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GwBoard *self = GW_BOARD (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->scroll.adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->scroll.adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (gint) self->scroll.policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (gint) self->scroll.policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gw_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GwBoard *self = GW_BOARD (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      gw_board_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      gw_board_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->scroll.policies[GTK_ORIENTATION_HORIZONTAL] = (guint) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->scroll.policies[GTK_ORIENTATION_VERTICAL] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gw_board_dispose (GObject *object)
{
  GwBoard *self = GW_BOARD (object);
  GtkWidget *child;

  g_clear_handle_id (&self->held.price_source, g_source_remove);
  g_clear_handle_id (&self->held.settle_source, g_source_remove);
  g_clear_handle_id (&self->typing.source, g_source_remove);
  g_clear_handle_id (&self->focus.source, g_source_remove);
  g_clear_handle_id (&self->pool.icons_source, g_source_remove);
  g_clear_pointer (&self->pool.icons, g_ptr_array_unref);
  if (self->glide.animation != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->glide.animation, self);
      adw_animation_pause (self->glide.animation);
    }
  g_clear_object (&self->glide.animation);
  for (guint i = 0; i < G_N_ELEMENTS (self->scroll.adjustments); i++)
    if (self->scroll.adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->scroll.adjustments[i], self);
        g_clear_object (&self->scroll.adjustments[i]);
      }
  gw_board_band_end (self);
  self->held.active = self->held.settling = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_hash_table_remove_all (self->pool.cards);
  g_hash_table_remove_all (self->pool.cells);
  g_hash_table_remove_all (self->pool.names);
  g_ptr_array_set_size (self->pool.headings, 0);
  g_ptr_array_set_size (self->pool.pills, 0);
  self->pool.lane_name = self->pool.ghost = self->pool.shift_ghost = NULL;
  g_clear_object (&self->pricer);
  g_clear_object (&self->source);
  g_clear_pointer (&self->week, gw_board_week_unref);
  G_OBJECT_CLASS (gw_board_parent_class)->dispose (object);
}

static void
gw_board_finalize (GObject *object)
{
  GwBoard *self = GW_BOARD (object);

  g_hash_table_unref (self->pool.cards);
  g_hash_table_unref (self->pool.cells);
  g_hash_table_unref (self->pool.names);
  g_hash_table_unref (self->layout.opened);
  g_hash_table_unref (self->selected);
  g_ptr_array_unref (self->pool.headings);
  gw_board_pictures_unref (self->pool.pictures);
  g_ptr_array_unref (self->pool.pills);
  g_array_unref (self->layout.shown);
  g_array_unref (self->layout.stops);
  g_clear_pointer (&self->held.verdicts, g_array_unref);
  g_array_unref (self->held.members);
  g_string_free (self->typing.text, TRUE);
  gw_board_geometry_clear (&self->geometry);
  G_OBJECT_CLASS (gw_board_parent_class)->finalize (object);
}

static void
gw_board_class_init (GwBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gw_board_get_property;
  object_class->set_property = gw_board_set_property;
  object_class->dispose = gw_board_dispose;
  object_class->finalize = gw_board_finalize;
  widget_class->measure = gw_board_measure;
  widget_class->size_allocate = gw_board_size_allocate;
  widget_class->snapshot = gw_board_snapshot;
  widget_class->direction_changed = gw_board_direction_changed;
  widget_class->css_changed = gw_board_css_changed;
  widget_class->focus = gw_board_focus;
  widget_class->grab_focus = gw_board_grab_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gw_board_add_signals ();
  gtk_widget_class_set_css_name (widget_class, "rota-board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gw_board_init (GwBoard *self)
{
  gw_board_geometry_init (&self->geometry);
  self->geometry.right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  self->layout.shown = g_array_new (FALSE, FALSE, sizeof (gint));
  self->layout.stops = g_array_new (FALSE, FALSE, sizeof (GwBoardStop));
  self->layout.opened = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  self->scale = 1;
  self->scroll.wanted_minute = -1;
  self->held.members = g_array_new (FALSE, FALSE, sizeof (GwBoardMember));
  self->press.stop = -1;
  gw_board_make_pools (self);
  gw_board_add_pointer (self);
  gw_board_add_keys (self);
  gw_board_add_menu (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rota"),
                                  -1);
}

GtkWidget *
gw_board_new (void)
{
  return g_object_new (GW_TYPE_BOARD, NULL);
}

void
gw_board_relayout (GwBoard *self)
{
  gw_board_layout_rows (self);
  gw_board_update_adjustments (self);
  gw_board_sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Any entry of a visit: a colleague's before the lane's. */
static gint
find_any_entry (GwBoard *self, GwId visit, GwId colleague)
{
  gint found = gw_board_week_find_entry (self->week, visit, colleague);

  for (guint i = gw_board_week_get_n_entries (self->week); found < 0 && i > 0; i--)
    if (gw_id_equal (gw_board_week_get_entry (self->week, i - 1)->visit_id, visit))
      found = (gint) i - 1;
  return found;
}

/* The stop of what was dropped, or of what had the focus when somebody else moved it. */
static gint
find_wanted_stop (GwBoard *self, gboolean wanted)
{
  gint entry;

  if (wanted && !gw_id_is_none (self->focus.wanted_shift))
    return gw_board_find_shift_stop (self, self->focus.wanted_shift);
  entry = find_any_entry (self, wanted ? self->focus.wanted_visit : self->focus.visit,
                          wanted ? self->focus.wanted_colleague : self->focus.colleague);
  return gw_board_find_stop (self, entry);
}

/* Whether the keyboard is at a card or a cell, or at the board as they are no longer shown. */
static gboolean
has_keyboard (GwBoard *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return gtk_widget_is_focus (GTK_WIDGET (self)) || (child != NULL && !GTK_IS_POPOVER (child));
}

/* What is past and out of sight stays there: the day opens where it is now. */
static gboolean
may_lead_to (GwBoard *self, gint stop)
{
  const GwBoardStop *at = stop >= 0 ? gw_board_get_stop (self, (guint) stop) : NULL;

  if (at == NULL)
    return FALSE;
  return at->entry < 0 || gw_board_is_stop_visible (self, (guint) stop) ||
         (gw_board_week_get_entry (self->week, (guint) at->entry)->flags & GW_BOARD_ENTRY_PAST) ==
             0;
}

void
gw_board_keep_keyboard (GwBoard *self)
{
  gint stop = gw_board_get_focus_entry (self) >= 0 ? find_wanted_stop (self, FALSE) : -1;

  for (guint i = 0; !may_lead_to (self, stop) && i < self->layout.stops->len; i++)
    if (gw_board_is_stop_visible (self, i))
      stop = (gint) i;
  if (stop < 0 && self->layout.stops->len > 0)
    stop = 0;
  gw_board_focus_stop (self, stop);
}

static void
restore_focus (GwBoard *self, gboolean had_focus)
{
  gboolean wanted = !gw_id_is_none (self->focus.wanted_visit) ||
                    !gw_id_is_none (self->focus.wanted_shift);
  gint stop = -1;

  if (wanted ||
      (had_focus && !gw_id_is_none (self->focus.visit) && gw_board_get_focus_stop (self) < 0))
    stop = find_wanted_stop (self, wanted);
  self->focus.wanted_visit = GW_ID_NONE;
  self->focus.wanted_shift = GW_ID_NONE;
  if (stop >= 0)
    gw_board_focus_stop (self, stop);
  else if (had_focus && gw_board_get_focus_stop (self) < 0)
    gw_board_keep_keyboard (self);
}

static gboolean
on_icons_due (gpointer data)
{
  GwBoard *self = data;

  self->pool.icons_source = 0;
  self->pool.icons = gw_board_load_icons (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The first picture of a week has few icons, and goes before. */
static void
load_icons_soon (GwBoard *self)
{
  if (self->pool.icons == NULL && self->pool.icons_source == 0)
    self->pool.icons_source = g_idle_add_full (G_PRIORITY_LOW, on_icons_due, self, NULL);
}

void
gw_board_set_week (GwBoard *self, GwBoardWeek *week)
{
  gboolean had_focus;

  g_return_if_fail (GW_IS_BOARD (self) && week != NULL);
  had_focus = has_keyboard (self);
  gw_board_week_ref (week);
  g_clear_pointer (&self->week, gw_board_week_unref);
  self->week = week;
  self->press.stop = -1;
  gw_board_layout_rows (self);
  if (self->held.active || self->held.settling)
    gw_board_rehold (self);
  gw_board_relayout (self);
  load_icons_soon (self);
  restore_focus (self, had_focus);
  gw_board_emit_focus_changed (self);
}

GwBoardWeek *
gw_board_get_week (GwBoard *self)
{
  g_return_val_if_fail (GW_IS_BOARD (self), NULL);
  return self->week;
}

void
gw_board_set_pricer (GwBoard *self, GwBoardPricer *pricer)
{
  g_return_if_fail (GW_IS_BOARD (self));
  if (g_set_object (&self->pricer, pricer))
    gw_board_prices_changed (self);
}

void
gw_board_set_view (GwBoard *self, GwBoardView view, gint day)
{
  gboolean had_focus;

  g_return_if_fail (GW_IS_BOARD (self));
  if (self->geometry.view == view && self->geometry.day == day)
    return;
  had_focus = self->week != NULL && has_keyboard (self);
  if (self->held.active)
    gw_board_let_go (self);
  if (self->geometry.view != view)
    self->geometry.scroll_y = 0;
  self->geometry.view = view;
  self->geometry.day = MAX (day, 0);
  if (view == GW_BOARD_VIEW_WEEK)
    self->geometry.scroll_x = 0;
  gw_board_relayout (self);
  if (had_focus)
    gw_board_keep_keyboard (self);
}

void
gw_board_set_source (GwBoard *self, GwRecordSource *source)
{
  g_return_if_fail (GW_IS_BOARD (self));
  if (g_set_object (&self->source, source) && self->week != NULL)
    gw_board_sync_children (self);
}

GwBoardView
gw_board_get_view (GwBoard *self)
{
  g_return_val_if_fail (GW_IS_BOARD (self), GW_BOARD_VIEW_WEEK);
  return self->geometry.view;
}

gint
gw_board_get_day (GwBoard *self)
{
  g_return_val_if_fail (GW_IS_BOARD (self), 0);
  return self->geometry.day;
}

void
gw_board_zoom (GwBoard *self, gint steps)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);

  g_return_if_fail (GW_IS_BOARD (self));
  self->zoom_step = steps == 0 ? 0 : CLAMP (self->zoom_step + steps, -1, 1);
  gw_board_geometry_zoom_about (&self->geometry, gw_board_get_zoom (self), body.x + body.width / 2);
  gw_board_relayout (self);
  gw_board_emit_zoom_changed (self);
}
