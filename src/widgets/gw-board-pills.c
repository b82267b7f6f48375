/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While a visit is held, each row says in words, with an icon and a colour, what a drop means. */
#include "config.h"

#include "gw-board-private.h"

#define PILL_HEIGHT 24
#define PILL_GAP 8
#define MOST_PILL_WIDTH 380

static GtkWidget *
make_pill (GwBoard *self)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = gtk_label_new (NULL);

  /* A refusal says why in a sentence, which two lines hold. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (pill, "board-pill");
  gtk_widget_set_can_target (pill, FALSE);
  gtk_box_append (GTK_BOX (pill), gtk_image_new ());
  gtk_box_append (GTK_BOX (pill), label);
  gtk_widget_set_parent (pill, GTK_WIDGET (self));
  return pill;
}

static void
dress_pill (GtkWidget *pill, const GwBoardVerdict *verdict, gboolean is_target)
{
  const char *classes[] = { "board-pill", gw_board_severity_get_class (verdict->severity),
                            is_target ? "target" : NULL, NULL };
  GtkWidget *image = gtk_widget_get_first_child (pill);

  gtk_widget_set_css_classes (pill, classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), gw_board_severity_get_icon (verdict->severity));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (image)),
                       verdict->sentence != NULL ? verdict->sentence : "");
  gtk_widget_set_child_visible (pill, TRUE);
}

void
gw_board_sync_pills (GwBoard *self)
{
  guint n = self->held.active ? self->layout.shown->len + 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      const GwBoardVerdict *verdict = gw_board_get_priced (self, (gint) i - 1);
      if (i == self->pool.pills->len)
        g_ptr_array_add (self->pool.pills, make_pill (self));
      GtkWidget *pill = g_ptr_array_index (self->pool.pills, i);
      if (verdict == NULL || verdict->sentence == NULL)
        gtk_widget_set_child_visible (pill, FALSE);
      else
        dress_pill (pill, verdict, (gint) i - 1 == self->held.shown);
    }
  for (guint i = n; i < self->pool.pills->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->pool.pills, i), FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where a row's pill begins: beside the ghost in its own row, under it in the others. */
static GwBoardBox
get_anchor (GwBoard *self, gint shown)
{
  GwBoardBox ghost = gw_board_get_ghost_box (self);
  GwBoardBox row = gw_board_geometry_get_row_box (&self->geometry, shown);
  GwBoardBox cell = gw_board_geometry_get_cell_box (&self->geometry, shown,
                                                    MAX (self->held.day, 0));

  if (self->geometry.view == GW_BOARD_VIEW_WEEK && shown != self->held.shown)
    ghost = (GwBoardBox){ cell.x + 6, row.y, 0, row.height };
  else if (shown != self->held.shown)
    ghost.width = 0;
  ghost.y = row.y;
  ghost.height = MIN (row.height, gw_board_px (self, GW_BOARD_MOST_HEIGHT));
  return ghost;
}

static void
allocate_pill (GwBoard *self, GtkWidget *pill, gint shown)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox anchor = get_anchor (self, shown);
  double gap = anchor.width > 0 ? PILL_GAP : 0;
  gint natural, height;
  GtkAllocation allocation;

  gtk_widget_measure (pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  allocation.width = MIN (natural,
                          MIN ((gint) gw_board_px (self, MOST_PILL_WIDTH), (gint) body.width));
  gtk_widget_measure (pill, GTK_ORIENTATION_VERTICAL, allocation.width, &height, NULL, NULL, NULL);
  allocation.height = MAX (PILL_HEIGHT, height);
  allocation.x = (gint) (anchor.x + anchor.width + gap);
  if (self->geometry.right_to_left || allocation.x + allocation.width > body.x + body.width)
    allocation.x = (gint) (anchor.x - gap) - allocation.width;
  allocation.x = CLAMP (allocation.x, (gint) body.x,
                        MAX ((gint) (body.x + body.width) - allocation.width, (gint) body.x));
  allocation.y = (gint) (anchor.y + (anchor.height - allocation.height) / 2);
  gtk_widget_size_allocate (pill, &allocation, -1);
}

void
gw_board_allocate_pills (GwBoard *self)
{
  for (guint i = 0; i < self->pool.pills->len; i++)
    {
      GtkWidget *pill = g_ptr_array_index (self->pool.pills, i);
      if (gtk_widget_get_child_visible (pill) && (gint) i - 1 < (gint) self->layout.shown->len)
        allocate_pill (self, pill, (gint) i - 1);
    }
}
