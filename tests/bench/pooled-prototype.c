/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board of pooled cards and nothing else. */
#include "config.h"

#include "pooled-prototype.h"

#include <math.h>

#define N_ROWS 12
#define N_COLUMNS 28
#define CARDS_A_CELL 15
#define N_CARDS (N_ROWS * N_COLUMNS * CARDS_A_CELL)
#define GAP 4

/* Card --------------------------------------------------------------------------------------- */

#define POOLED_TYPE_CARD (pooled_card_get_type ())
G_DECLARE_FINAL_TYPE (PooledCard, pooled_card, POOLED, CARD, GtkWidget)

struct _PooledCard
{
  GtkWidget parent_instance;
  PangoLayout *title;
  PangoLayout *detail;
};

G_DEFINE_FINAL_TYPE (PooledCard, pooled_card, GTK_TYPE_WIDGET)

static void
pooled_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PooledCard *self = POOLED_CARD (widget);
  const GdkRGBA fill = { 0.85f, 0.92f, 1.0f, 1.0f };
  const GdkRGBA edge = { 0.4f, 0.6f, 0.9f, 1.0f };
  const GdkRGBA ink = { 0.1f, 0.1f, 0.1f, 1.0f };
  const float one[4] = { 1, 1, 1, 1 };
  const GdkRGBA edges[4] = { edge, edge, edge, edge };
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                            (float) gtk_widget_get_height (widget));
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &box, 5);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &fill, &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (6, 2));
  gtk_snapshot_append_layout (snapshot, self->title, &ink);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, 16));
  gtk_snapshot_append_layout (snapshot, self->detail, &ink);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, one, edges);
}

static void
pooled_card_dispose (GObject *object)
{
  g_clear_object (&POOLED_CARD (object)->title);
  g_clear_object (&POOLED_CARD (object)->detail);
  G_OBJECT_CLASS (pooled_card_parent_class)->dispose (object);
}

static void
pooled_card_class_init (PooledCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pooled_card_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = pooled_card_snapshot;
}

static void
pooled_card_init (PooledCard *self)
{
}

static void
show_number (PooledCard *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%02u:%02u Person %u", 7 + number % 12, number % 60,
                                           number % 70);

  g_clear_object (&self->title);
  g_clear_object (&self->detail);
  self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  self->detail = gtk_widget_create_pango_layout (GTK_WIDGET (self), "breakfast and medication");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Board -------------------------------------------------------------------------------------- */

struct _PooledPrototype
{
  GtkWidget parent_instance;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  GHashTable *shown; /* number → card */
  GPtrArray *spare;
  int card_width;
  int card_height;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

G_DEFINE_FINAL_TYPE_WITH_CODE (PooledPrototype, pooled_prototype, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static PooledCard *
take_card (PooledPrototype *self, guint number)
{
  PooledCard *card;

  if (self->spare->len > 0)
    card = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    {
      card = g_object_new (POOLED_TYPE_CARD, NULL);
      gtk_widget_set_parent (GTK_WIDGET (card), GTK_WIDGET (self));
    }
  show_number (card, number);
  gtk_widget_set_child_visible (GTK_WIDGET (card), TRUE);
  g_hash_table_insert (self->shown, GUINT_TO_POINTER (number), card);
  return card;
}

static void
put_back_hidden (PooledPrototype *self, const graphene_rect_t *view)
{
  GHashTableIter iter;
  gpointer number, card;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &number, &card))
    {
      guint cell = GPOINTER_TO_UINT (number) / CARDS_A_CELL;
      float x = (float) ((int) (cell % N_COLUMNS) * (self->card_width + GAP));
      float y = (float) (((int) (cell / N_COLUMNS) * CARDS_A_CELL +
                          (int) (GPOINTER_TO_UINT (number) % CARDS_A_CELL)) *
                         (self->card_height + GAP));

      if (graphene_rect_intersection (
              view, &GRAPHENE_RECT_INIT (x, y, (float) self->card_width, (float) self->card_height),
              NULL))
        continue;
      gtk_widget_set_child_visible (card, FALSE);
      g_ptr_array_add (self->spare, card);
      g_hash_table_iter_remove (&iter);
    }
}

static void
allocate_line (PooledPrototype *self, int line, int column, int left, int top)
{
  guint number = (guint) ((line / CARDS_A_CELL * N_COLUMNS + column) * CARDS_A_CELL +
                          line % CARDS_A_CELL);
  PooledCard *card = g_hash_table_lookup (self->shown, GUINT_TO_POINTER (number));
  GtkAllocation box = { column * (self->card_width + GAP) - left,
                        line * (self->card_height + GAP) - top, self->card_width,
                        self->card_height };
  int minimum;

  if (card == NULL)
    card = take_card (self, number);
  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (GTK_WIDGET (card), &box, -1);
}

static void
pooled_prototype_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PooledPrototype *self = POOLED_PROTOTYPE (widget);
  int step_x = self->card_width + GAP, step_y = self->card_height + GAP;
  int n_lines = N_ROWS * CARDS_A_CELL;
  int left, top;

  gtk_adjustment_configure (self->horizontal, gtk_adjustment_get_value (self->horizontal), 0,
                            N_COLUMNS * step_x, 10, width, width);
  gtk_adjustment_configure (self->vertical, gtk_adjustment_get_value (self->vertical), 0,
                            n_lines * step_y, 10, height, height);
  left = (int) gtk_adjustment_get_value (self->horizontal);
  top = (int) gtk_adjustment_get_value (self->vertical);
  put_back_hidden (self,
                   &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) width, (float) height));
  for (int line = top / step_y; line < n_lines && line * step_y < top + height; line++)
    for (int column = left / step_x; column < N_COLUMNS && column * step_x < left + width; column++)
      allocate_line (self, line, column, left, top);
}

static void
on_scrolled (PooledPrototype *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
follow (PooledPrototype *self, GtkAdjustment **slot, GtkAdjustment *adjustment)
{
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, on_scrolled, self);
  g_set_object (slot, adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
}

static void
pooled_prototype_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PooledPrototype *self = POOLED_PROTOTYPE (object);

  if (id == PROP_HADJUSTMENT)
    follow (self, &self->horizontal, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    follow (self, &self->vertical, g_value_get_object (value));
}

static void
pooled_prototype_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PooledPrototype *self = POOLED_PROTOTYPE (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->horizontal);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->vertical);
}

static void
pooled_prototype_dispose (GObject *object)
{
  PooledPrototype *self = POOLED_PROTOTYPE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_object (&self->horizontal);
  g_clear_object (&self->vertical);
  G_OBJECT_CLASS (pooled_prototype_parent_class)->dispose (object);
}

static void
pooled_prototype_class_init (PooledPrototypeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pooled_prototype_set_property;
  object_class->get_property = pooled_prototype_get_property;
  object_class->dispose = pooled_prototype_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = pooled_prototype_size_allocate;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
pooled_prototype_init (PooledPrototype *self)
{
  self->shown = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
pooled_prototype_new (guint n_visible, int width, int height)
{
  PooledPrototype *self = g_object_new (POOLED_TYPE_PROTOTYPE, NULL);
  double area = (double) width * height / MAX (n_visible, 1);

  /* Five times as wide as high, as a card with a time and a name is. */
  self->card_height = MAX (6, (int) sqrt (area / 5) - GAP);
  self->card_width = MAX (12, (int) sqrt (area * 5) - GAP);
  return GTK_WIDGET (self);
}

guint
pooled_prototype_get_n_visible (PooledPrototype *self)
{
  return g_hash_table_size (self->shown);
}
