/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard: by card, and with a card in hand. */
#include "config.h"

#include "gw-board-private.h"

#define TYPED_FORGOTTEN_MS 1000
#define BIG_STEP 15
/* Less than from one line to the next, more than any time in a line. */
#define OTHER_KIND 20000

static double
middle_x (const GwBoardBox *box)
{
  return box->x + box->width / 2;
}

/* How far apart two stops are for an arrow: along it little, across it much; −1: wrong way. */
static double
measure_way (const GwBoardBox *from, const GwBoardBox *to, gint dx, gint dy)
{
  double across_x = middle_x (to) - middle_x (from);
  double across_y = to->y + to->height / 2 - from->y - from->height / 2;

  if (dx != 0)
    {
      if (across_x * dx <= 0.5 || ABS (across_y) > MAX (from->height, to->height) / 2)
        return -1;
      return ABS (across_x) + 2 * ABS (across_y);
    }
  if (across_y * dy <= 0.5)
    return -1;
  /* The nearest line counts far more than the nearest time in it. */
  return ABS (across_y) * 1000 + ABS (across_x);
}

/* In a day a shift is where it begins, before its first card. */
static GwBoardBox
get_walk_box (GwBoard *self, const GwBoardStop *stop)
{
  GwBoardBox box = gw_board_get_stop_box (self, stop);

  if (self->geometry.view == GW_BOARD_VIEW_DAY && stop->entry < 0)
    {
      box.x += self->geometry.right_to_left ? box.width : 0;
      box.width = 0;
    }
  return box;
}

/* Up and down lead from card to card and from shift to shift, where a row has both. */
static double
measure_detour (const GwBoardStop *from, const GwBoardStop *to, gint dy)
{
  return dy != 0 && (from->entry < 0) != (to->entry < 0) ? OTHER_KIND : 0;
}

static gint
find_next (GwBoard *self, gint from, gint dx, gint dy)
{
  const GwBoardStop *origin = gw_board_get_stop (self, (guint) from);
  GwBoardBox here = get_walk_box (self, origin);
  double least = G_MAXDOUBLE;
  gint best = -1;

  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GwBoardBox there = get_walk_box (self, stop);
      double way = (gint) i == from ? -1 : measure_way (&here, &there, dx, dy);
      if (way < 0)
        continue;
      if (self->geometry.view == GW_BOARD_VIEW_DAY)
        way += measure_detour (origin, stop, dy);
      if (way >= least)
        continue;
      least = way;
      best = (gint) i;
    }
  return best;
}

/* Without a focus yet: in a day the first card, in a week the first cell; rather one in sight. */
static gint
find_first (GwBoard *self)
{
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;

  for (guint i = 0; i < self->layout.stops->len; i++)
    if (gw_board_get_stop (self, i)->shown >= 0 && gw_board_is_stop_visible (self, i) &&
        (!in_day || gw_board_get_stop (self, i)->entry >= 0))
      return (gint) i;
  for (guint i = 0; i < self->layout.stops->len; i++)
    if (gw_board_get_stop (self, i)->shown >= 0 &&
        (!in_day || gw_board_get_stop (self, i)->entry >= 0))
      return (gint) i;
  return self->layout.stops->len > 0 ? 0 : -1;
}

static gboolean
walk (GwBoard *self, gint dx, gint dy, gboolean choose)
{
  gint from = gw_board_get_focus_stop (self);
  gint next = from >= 0 ? find_next (self, from, dx, dy) : find_first (self);

  if (choose)
    gw_board_extend_selection (self, next);
  if (next >= 0)
    gw_board_focus_stop (self, next);
  return TRUE;
}

static gboolean
steer (GwBoard *self, guint key, GdkModifierType state)
{
  gint sign = self->geometry.right_to_left ? -1 : 1;
  gint step = (state & GDK_SHIFT_MASK) != 0 ? BIG_STEP : GW_BOARD_SNAP;

  if ((state & GDK_CONTROL_MASK) != 0 && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    {
      gw_board_aim_by_day (self, key == GDK_KEY_Left ? -sign : sign);
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_Left:
      gw_board_aim_by (self, -sign * step, 0);
      return TRUE;
    case GDK_KEY_Right:
      gw_board_aim_by (self, sign * step, 0);
      return TRUE;
    case GDK_KEY_Up:
      gw_board_aim_by (self, 0, -1);
      return TRUE;
    case GDK_KEY_Down:
      gw_board_aim_by (self, 0, 1);
      return TRUE;
    case GDK_KEY_Tab:
      gw_board_aim_best (self);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      gw_board_put_down (self);
      return TRUE;
    case GDK_KEY_Escape:
      gw_board_put_back (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
move_focus (GwBoard *self, guint key, gboolean choose)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return walk (self, -1, 0, choose);
    case GDK_KEY_Right:
      return walk (self, 1, 0, choose);
    case GDK_KEY_Up:
      return walk (self, 0, -1, choose);
    case GDK_KEY_Down:
      return walk (self, 0, 1, choose);
    case GDK_KEY_Page_Up:
      gw_board_emit_paged (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      gw_board_emit_paged (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Keys of a card, each the same as one of its actions. */
static const struct
{
  guint key;
  GdkModifierType state;
  GwBoardDeed deed;
} card_keys[] = {
  { GDK_KEY_Return, 0, GW_BOARD_DEED_OPEN },
  { GDK_KEY_KP_Enter, 0, GW_BOARD_DEED_OPEN },
  { GDK_KEY_space, 0, GW_BOARD_DEED_HOLD },
  { GDK_KEY_F2, 0, GW_BOARD_DEED_TIME },
  { GDK_KEY_Delete, 0, GW_BOARD_DEED_CANCEL },
  { GDK_KEY_space, GDK_CONTROL_MASK, GW_BOARD_DEED_SUGGEST },
  { GDK_KEY_i, GDK_CONTROL_MASK, GW_BOARD_DEED_WHY },
  { GDK_KEY_d, GDK_CONTROL_MASK, GW_BOARD_DEED_COPY },
  { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GW_BOARD_DEED_PIN },
};

static gboolean
use_card (GwBoard *self, guint key, GdkModifierType state)
{
  gint index = gw_board_get_focus_stop (self);
  const GwBoardStop *stop;

  if (index < 0)
    return FALSE;
  stop = gw_board_get_stop (self, (guint) index);
  if (stop->entry < 0)
    {
      if ((key != GDK_KEY_Return && key != GDK_KEY_space && key != GDK_KEY_KP_Enter) || state != 0)
        return FALSE;
      gw_board_act_on_shift (
          self, gw_board_get_shown_row (self, stop->shown), stop->day, stop->shift,
          key == GDK_KEY_space && stop->shift >= 0 ? GW_BOARD_DEED_HOLD : GW_BOARD_DEED_OPEN);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (card_keys); i++)
    if (card_keys[i].key == key && card_keys[i].state == state)
      {
        gw_board_act (self, stop->entry, card_keys[i].deed);
        return TRUE;
      }
  return FALSE;
}

static gboolean
on_typed_forgotten (gpointer data)
{
  GwBoard *self = data;

  self->typing.source = 0;
  g_string_truncate (self->typing.text, 0);
  return G_SOURCE_REMOVE;
}

static gboolean
type_name (GwBoard *self, guint key, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !g_unichar_isgraph (letter))
    return FALSE;
  g_string_append_unichar (self->typing.text, letter);
  g_clear_handle_id (&self->typing.source, g_source_remove);
  self->typing.source = g_timeout_add (TYPED_FORGOTTEN_MS, on_typed_forgotten, self);
  if (!gw_board_find (self, self->typing.text->str))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
zoom_by_key (GwBoard *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      gw_board_zoom (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      gw_board_zoom (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      gw_board_zoom (self, 0);
      return TRUE;
    case GDK_KEY_Home:
      gw_board_emit_today (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* A menu or a question above the board has its own keys. */
static gboolean
is_elsewhere (GwBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL &&
         gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self));
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint keycode, GdkModifierType state,
                GwBoard *self)
{
  GdkModifierType held_down = state &
                              (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (self->week == NULL || is_elsewhere (self))
    return FALSE;
  if (gw_board_band_is_active (self) && key == GDK_KEY_Escape)
    {
      gw_board_band_give_up (self);
      self->press.given_up = TRUE;
      return TRUE;
    }
  if (self->held.active)
    return steer (self, key, held_down);
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && held_down == GDK_SHIFT_MASK))
    return gw_board_ask_menu (self);
  if (key == GDK_KEY_F8)
    return gw_board_next_trouble (self, (held_down & GDK_SHIFT_MASK) != 0 ? -1 : 1);
  if ((held_down & ~(guint) GDK_SHIFT_MASK) == 0 &&
      move_focus (self, key, (held_down & GDK_SHIFT_MASK) != 0))
    return TRUE;
  if (key == GDK_KEY_Escape && gw_board_clear_selection (self))
    return TRUE;
  if (use_card (self, gdk_keyval_to_lower (key), held_down))
    return TRUE;
  if ((held_down & GDK_CONTROL_MASK) != 0)
    return zoom_by_key (self, key);
  return type_name (self, key, held_down);
}

void
gw_board_add_keys (GwBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the window's shortcuts, so that Tab and Escape belong to what is held. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->typing.text = g_string_new (NULL);
}
