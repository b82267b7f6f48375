/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pooled children. Only what is visible has a widget; a card keeps its widget while its visit and
 * colleague stay the same, so focus and what a screen reader holds survive edits.
 */
#include "config.h"

#include "gw-board-private.h"

static gboolean
is_visible (GwBoard *self, const GwBoardStop *stop, const GwBoardBox *box)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);

  if (box->x + box->width < body.x || box->x > body.x + body.width)
    return FALSE;
  return stop->shown < 0 || (box->y + box->height >= body.y && box->y <= body.y + body.height);
}

gboolean
gw_board_is_stop_visible (GwBoard *self, guint index)
{
  const GwBoardStop *stop = gw_board_get_stop (self, index);
  GwBoardBox box = gw_board_get_stop_box (self, stop);

  return is_visible (self, stop, &box);
}

static void
on_card_acted (GwBoardCard *card, gint deed, GwBoard *self)
{
  gint index = gw_board_card_get_index (card);

  if (index >= 0)
    gw_board_act (self, index, (GwBoardDeed) deed);
}

/* A cell's widget stays that of a row, a day and one of its shifts. */
#define MOST_DAYS 64
#define MOST_PARTS 16

static gpointer
make_cell_key (GwBoard *self, const GwBoardStop *stop)
{
  gint row = gw_board_get_shown_row (self, stop->shown) - GW_BOARD_ROW_OPEN;

  return GINT_TO_POINTER ((row * MOST_DAYS + stop->day) * MOST_PARTS + stop->part % MOST_PARTS);
}

static gint
find_keyed_stop (GwBoard *self, gint key)
{
  gint row = key / MOST_PARTS / MOST_DAYS + GW_BOARD_ROW_OPEN;

  return gw_board_find_cell_stop (self, gw_board_find_shown (self, row),
                                  key / MOST_PARTS % MOST_DAYS, key % MOST_PARTS);
}

static void
on_cell_acted (GtkWidget *cell, gint deed, GwBoard *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->pool.cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == cell)
      {
        gint stop = find_keyed_stop (self, GPOINTER_TO_INT (key));
        const GwBoardStop *at = stop >= 0 ? gw_board_get_stop (self, (guint) stop) : NULL;
        if (at != NULL)
          gw_board_act_on_shift (self, gw_board_get_shown_row (self, at->shown), at->day, at->shift,
                                 (GwBoardDeed) deed);
        return;
      }
}

static gboolean
on_focus_settled (gpointer data)
{
  GwBoard *self = data;

  self->focus.source = 0;
  gw_board_emit_focus_changed (self);
  return G_SOURCE_REMOVE;
}

/* The window only knows its focus once every widget has been told. */
static void
on_focus_entered (GtkEventControllerFocus *controller, GwBoard *self)
{
  if (self->focus.source == 0)
    self->focus.source = g_idle_add (on_focus_settled, self);
}

static void
adopt (GwBoard *self, GtkWidget *child)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_entered), self);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* A card that is no longer shown is taken before another is made. */
static GtkWidget *
take_spare (GHashTable *table, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (wanted, value) && !gtk_widget_is_focus (value))
      {
        g_hash_table_iter_steal (&iter);
        g_free (key);
        return value;
      }
  return NULL;
}

static guint
hash_card_key (gconstpointer data)
{
  const GwBoardKey *key = data;
  return gw_id_hash_ptr (&key->visit) * 31 + gw_id_hash_ptr (&key->colleague);
}

static gboolean
equal_card_key (gconstpointer a, gconstpointer b)
{
  const GwBoardKey *one = a, *other = b;
  return gw_id_equal (one->visit, other->visit) && gw_id_equal (one->colleague, other->colleague);
}

static GtkWidget *
make_card (GwBoard *self)
{
  GtkWidget *card = gw_board_card_new (self->pool.pictures);

  g_signal_connect (card, "acted", G_CALLBACK (on_card_acted), self);
  adopt (self, card);
  return card;
}

static void
want_card (GwBoard *self, const GwBoardStop *stop, GHashTable *wanted, GPtrArray *missing)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
  GwBoardKey key = { entry->visit_id, entry->colleague };
  GtkWidget *card = g_hash_table_lookup (self->pool.cards, &key);

  if (card == NULL)
    g_ptr_array_add (missing, (gpointer) stop);
  else
    g_hash_table_add (wanted, card);
}

static void
dress_card (GwBoard *self, GtkWidget *card, const GwBoardStop *stop)
{
  GwBoardCardShape shape = self->geometry.view == GW_BOARD_VIEW_DAY ? GW_BOARD_CARD_BLOCK
                                                                    : GW_BOARD_CARD_LINE;
  const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
  gboolean selected = gw_board_is_selected (self, entry);
  gboolean is_held = self->held.active &&
                     (self->held.entry == stop->entry || (selected && self->held.members->len > 0));

  gw_board_card_set_entry (GW_BOARD_CARD (card), self->week, (guint) stop->entry, shape);
  gtk_widget_set_child_visible (card, TRUE);
  gw_board_card_set_selected (GW_BOARD_CARD (card), selected);
  if (is_held)
    gtk_widget_add_css_class (card, "held");
  else
    gtk_widget_remove_css_class (card, "held");
}

void
gw_board_hide_unwanted (GHashTable *table, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!g_hash_table_contains (wanted, value))
      {
        /* The focus would leave the board with it, and no key would reach the board any more. */
        if (gtk_widget_is_focus (value))
          gtk_root_set_focus (gtk_widget_get_root (value), gtk_widget_get_parent (value));
        gtk_widget_set_child_visible (value, FALSE);
      }
}

static void
sync_cards (GwBoard *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GwBoardBox box = gw_board_get_stop_box (self, stop);
      if (stop->entry >= 0 && is_visible (self, stop, &box))
        want_card (self, stop, wanted, missing);
    }
  for (guint i = 0; i < missing->len; i++)
    {
      const GwBoardStop *stop = g_ptr_array_index (missing, i);
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
      GwBoardKey key = { entry->visit_id, entry->colleague };
      GtkWidget *card = take_spare (self->pool.cards, wanted);

      if (card == NULL)
        card = make_card (self);
      g_hash_table_insert (self->pool.cards, g_memdup2 (&key, sizeof key), card);
      g_hash_table_add (wanted, card);
    }
  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GtkWidget *card = stop->entry >= 0 ? gw_board_find_card (self, stop->entry) : NULL;
      if (card != NULL && g_hash_table_contains (wanted, card))
        dress_card (self, card, stop);
    }
  gw_board_hide_unwanted (self->pool.cards, wanted);
}

static GwBoardDayCellShape
get_shape (GwBoard *self, const GwBoardStop *stop, gint row)
{
  if (row != GW_BOARD_ROW_OPEN)
    return self->geometry.view == GW_BOARD_VIEW_DAY ? GW_BOARD_DAY_CELL_BARE
                                                    : GW_BOARD_DAY_CELL_FULL;
  return stop->height < gw_board_px (self, GW_BOARD_ROW_HEIGHT) - 4 ? GW_BOARD_DAY_CELL_LINE
                                                                    : GW_BOARD_DAY_CELL_FULL;
}

static GtkWidget *
ensure_cell (GwBoard *self, const GwBoardStop *stop)
{
  gpointer key = make_cell_key (self, stop);
  GtkWidget *cell = g_hash_table_lookup (self->pool.cells, key);
  gint row = gw_board_get_shown_row (self, stop->shown);

  if (cell == NULL)
    {
      cell = gw_board_day_cell_new (self->pool.pictures);
      g_signal_connect (cell, "acted", G_CALLBACK (on_cell_acted), self);
      adopt (self, cell);
      g_hash_table_insert (self->pool.cells, key, cell);
    }
  gw_board_day_cell_set (GW_BOARD_DAY_CELL (cell), self->week, row, stop->day, stop->shift,
                         get_shape (self, stop, row));
  gtk_widget_set_child_visible (cell, TRUE);
  return cell;
}

static void
sync_cells (GwBoard *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GwBoardBox box = gw_board_get_stop_box (self, stop);

      if (stop->entry < 0 && is_visible (self, stop, &box))
        g_hash_table_add (wanted, ensure_cell (self, stop));
    }
  gw_board_hide_unwanted (self->pool.cells, wanted);
}

void
gw_board_sync_children (GwBoard *self)
{
  if (self->week == NULL)
    return;
  sync_cells (self);
  sync_cards (self);
  gw_board_sync_edges (self);
  gw_board_sync_pills (self);
}

void
gw_board_allocate_child (GtkWidget *child, GwBoardBox box)
{
  GtkAllocation allocation = { (gint) box.x, (gint) box.y,
                               MAX ((gint) (box.x + box.width) - (gint) box.x, 0),
                               MAX ((gint) (box.y + box.height) - (gint) box.y, 0) };
  gint minimum_width, minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, minimum_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, &minimum_height, NULL,
                      NULL, NULL);
  allocation.height = MAX (allocation.height, minimum_height);
  gtk_widget_size_allocate (child, &allocation, -1);
}

void
gw_board_allocate_children (GwBoard *self)
{
  if (self->week == NULL)
    return;
  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GtkWidget *child = stop->entry >= 0 ? gw_board_find_card (self, stop->entry)
                                          : gw_board_find_cell (self, stop);

      if (child != NULL && gtk_widget_get_child_visible (child))
        gw_board_allocate_child (child, gw_board_get_stop_box (self, stop));
    }
  gw_board_allocate_edges (self);
  if (gw_board_get_ghost (self) != NULL && gtk_widget_get_child_visible (gw_board_get_ghost (self)))
    gw_board_allocate_child (gw_board_get_ghost (self), gw_board_get_ghost_box (self));
  gw_board_allocate_pills (self);
}

GtkWidget *
gw_board_find_cell (GwBoard *self, const GwBoardStop *stop)
{
  return g_hash_table_lookup (self->pool.cells, make_cell_key (self, stop));
}

GtkWidget *
gw_board_find_card (GwBoard *self, gint entry)
{
  const GwBoardEntry *of;
  GwBoardKey key;

  if (entry < 0 || entry >= (gint) gw_board_week_get_n_entries (self->week))
    return NULL;
  of = gw_board_week_get_entry (self->week, (guint) entry);
  key = (GwBoardKey){ of->visit_id, of->colleague };
  return g_hash_table_lookup (self->pool.cards, &key);
}

/* A card that is no longer shown may still hold an entry of an older week. */
static gint
find_card_stop (GwBoard *self, GwBoardCard *card)
{
  const GwBoardEntry *entry = gw_board_card_get_entry (card);
  gint index = gw_board_card_get_index (card);

  if (index < 0 || index >= (gint) gw_board_week_get_n_entries (self->week) ||
      gw_board_week_get_entry (self->week, (guint) index) != entry)
    return -1;
  return gw_board_find_stop (self, index);
}

gint
gw_board_get_focus_stop (GwBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer key, value;

  if (focus == NULL || self->week == NULL)
    return -1;
  if (GW_IS_BOARD_CARD (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self))
    return find_card_stop (self, GW_BOARD_CARD (focus));
  g_hash_table_iter_init (&iter, self->pool.cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == focus)
      return find_keyed_stop (self, GPOINTER_TO_INT (key));
  return -1;
}

gboolean
gw_board_focus_stop (GwBoard *self, gint index)
{
  const GwBoardStop *stop;
  GtkWidget *child;
  GwBoardBox box;

  if (index < 0)
    return FALSE;
  stop = gw_board_get_stop (self, (guint) index);
  box = gw_board_get_stop_box (self, stop);
  /* The lane stays where it is when the rows scroll, but not when the days do. */
  if (stop->shown < 0)
    {
      box.y = gw_board_geometry_get_body (&self->geometry).y;
      box.height = 0;
    }
  gw_board_geometry_reveal (&self->geometry, &box);
  gw_board_update_adjustments (self);
  gw_board_sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (stop->entry >= 0)
    child = gw_board_find_card (self, stop->entry);
  else
    child = gw_board_find_cell (self, stop);
  return child != NULL && gtk_widget_grab_focus (child);
}

GHashTable *
gw_board_new_keys (void)
{
  return g_hash_table_new_full (hash_card_key, equal_card_key, g_free, NULL);
}

/* Made here, because only this file knows the key. */
void
gw_board_make_pools (GwBoard *self)
{
  self->pool.cards = g_hash_table_new_full (hash_card_key, equal_card_key, g_free, NULL);
  self->selected = gw_board_new_keys ();
  self->pool.cells = g_hash_table_new (NULL, NULL);
  self->pool.names = g_hash_table_new (NULL, NULL);
  self->pool.headings = g_ptr_array_new ();
  self->pool.pictures = gw_board_pictures_new ();
  self->pool.pills = g_ptr_array_new ();
}
