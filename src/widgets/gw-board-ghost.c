/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is held as it is seen: under the pointer, at its target, or gliding back. */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

#define GLIDE_MS 220

GtkWidget *
gw_board_get_ghost (GwBoard *self)
{
  return self->held.entry >= 0 ? self->pool.ghost : self->pool.shift_ghost;
}

static GtkWidget *
make_card_ghost (void)
{
  GtkWidget *ghost = gw_board_card_new (NULL);

  gtk_widget_add_css_class (ghost, "ghost");
  gtk_widget_set_focusable (ghost, FALSE);
  return ghost;
}

static GtkWidget *
make_shift_ghost (void)
{
  GtkWidget *ghost = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (ghost), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (ghost, "shift-ghost");
  gtk_widget_set_can_target (ghost, FALSE);
  return ghost;
}

void
gw_board_show_ghost (GwBoard *self)
{
  GtkWidget **ghost = self->held.entry >= 0 ? &self->pool.ghost : &self->pool.shift_ghost;

  if (*ghost == NULL)
    {
      *ghost = self->held.entry >= 0 ? make_card_ghost () : make_shift_ghost ();
      gtk_widget_set_parent (*ghost, GTK_WIDGET (self));
    }
  if (self->held.entry >= 0)
    gw_board_card_set_entry (GW_BOARD_CARD (*ghost), self->week, (guint) self->held.entry,
                             GW_BOARD_CARD_BLOCK);
  gtk_widget_set_child_visible (*ghost, TRUE);
}

void
gw_board_hide_ghost (GwBoard *self)
{
  if (self->pool.ghost != NULL)
    gtk_widget_set_child_visible (self->pool.ghost, FALSE);
  if (self->pool.shift_ghost != NULL)
    gtk_widget_set_child_visible (self->pool.shift_ghost, FALSE);
}

void
gw_board_update_ghost (GwBoard *self)
{
  gint start = self->held.move.start.value;
  g_autofree char *span = gw_board_words_span (start, start + self->held.length);

  if (self->held.entry >= 0)
    gw_board_card_set_start (GW_BOARD_CARD (self->pool.ghost), start);
  else
    gtk_label_set_label (GTK_LABEL (self->pool.shift_ghost), span);
}

static void
on_glide (double value, gpointer data)
{
  GwBoard *self = data;

  self->glide.at = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_glide_done (AdwAnimation *animation, GwBoard *self)
{
  if (!self->held.active && !self->held.settling)
    gw_board_hide_ghost (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gw_board_glide (GwBoard *self, const GwBoardBox *from, const GwBoardBox *to)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_glide, self, NULL);

  self->glide.from = *from;
  self->glide.to = *to;
  self->glide.at = 0;
  g_clear_object (&self->glide.animation);
  self->glide.animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MS, target);
  g_signal_connect (self->glide.animation, "done", G_CALLBACK (on_glide_done), self);
  gtk_widget_set_child_visible (gw_board_get_ghost (self), TRUE);
  adw_animation_play (self->glide.animation);
}

static GwBoardBox
mix_boxes (const GwBoardBox *from, const GwBoardBox *to, double at)
{
  return (GwBoardBox){
    from->x + (to->x - from->x) * at,
    from->y + (to->y - from->y) * at,
    from->width + (to->width - from->width) * at,
    from->height + (to->height - from->height) * at,
  };
}

static GwBoardBox
get_week_ghost (GwBoard *self)
{
  GwBoardBox cell = gw_board_geometry_get_cell_box (&self->geometry, self->held.shown,
                                                    self->held.day);

  if (self->held.by_pointer && self->held.active)
    return (GwBoardBox){ self->held.pointer_x - self->held.grab_x,
                         self->held.pointer_y - self->held.grab_y, MIN (cell.width - 6, 130), 34 };
  return (GwBoardBox){ cell.x + 3, cell.y + 3, cell.width - 6,
                       MIN (cell.height, gw_board_px (self, GW_BOARD_ROW_HEIGHT)) - 6 };
}

GwBoardBox
gw_board_get_ghost_box (GwBoard *self)
{
  gint start = self->held.move.start.value;
  GwBoardBox box;

  if (!self->held.active && !self->held.settling)
    return mix_boxes (&self->glide.from, &self->glide.to, self->glide.at);
  if (self->geometry.view == GW_BOARD_VIEW_WEEK)
    return get_week_ghost (self);
  box = gw_board_geometry_get_span_box (&self->geometry, self->held.shown, start,
                                        start + self->held.length);
  box.y += 4;
  box.height = MIN (box.height, gw_board_px (self, GW_BOARD_MOST_HEIGHT)) - 8;
  return box;
}
