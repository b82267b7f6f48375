/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pooled children. Only what is visible has a widget; a card keeps its widget while its visit and
 * colleague stay the same, so focus and what a screen reader holds survive edits.
 */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

/* The key of a card: its visit and colleague. */
typedef struct
{
  GwId visit;
  GwId colleague;
} CardKey;

static gboolean
is_visible (GwBoard *self, const GwBoardStop *stop, const GwBoardBox *box)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);

  if (box->x + box->width < body.x || box->x > body.x + body.width)
    return FALSE;
  return stop->shown < 0 || (box->y + box->height >= body.y && box->y <= body.y + body.height);
}

static void
on_card_acted (GwBoardCard *card, gint deed, GwBoard *self)
{
  gint index = gw_board_card_get_index (card);

  if (index >= 0)
    gw_board_act (self, index, (GwBoardDeed) deed);
}

static void
on_cell_opened (GtkWidget *cell, GwBoard *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == cell)
      {
        gw_board_toggle_row (self, GPOINTER_TO_INT (key) / 64);
        return;
      }
}

static void
on_name_activated (GtkWidget *name, GwBoard *self)
{
  GHashTableIter iter;
  gpointer key, value;

  if (name == self->lane_name)
    {
      self->lane_open = !self->lane_open;
      gw_board_relayout (self);
      return;
    }
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == name)
      {
        gint row = GPOINTER_TO_INT (key);
        if (row == GW_BOARD_FOLD)
          {
            self->fold_open = !self->fold_open;
            gw_board_relayout (self);
          }
        else if (self->geometry.view == GW_BOARD_VIEW_WEEK)
          gw_board_toggle_row (self, row);
        return;
      }
}

static gboolean
on_focus_settled (gpointer data)
{
  GwBoard *self = data;

  self->focus_source = 0;
  gw_board_emit_focus_changed (self);
  return G_SOURCE_REMOVE;
}

/* The window only knows its focus once every widget has been told. */
static void
on_focus_entered (GtkEventControllerFocus *controller, GwBoard *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (on_focus_settled, self);
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
    if (!g_hash_table_contains (wanted, value) && !gtk_widget_has_focus (value))
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
  const CardKey *key = data;
  return gw_id_hash_ptr (&key->visit) * 31 + gw_id_hash_ptr (&key->colleague);
}

static gboolean
equal_card_key (gconstpointer a, gconstpointer b)
{
  const CardKey *one = a, *other = b;
  return gw_id_equal (one->visit, other->visit) && gw_id_equal (one->colleague, other->colleague);
}

static GtkWidget *
make_card (GwBoard *self)
{
  GtkWidget *card = gw_board_card_new ();

  g_signal_connect (card, "acted", G_CALLBACK (on_card_acted), self);
  adopt (self, card);
  return card;
}

static void
want_card (GwBoard *self, const GwBoardStop *stop, GHashTable *wanted, GPtrArray *missing)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
  CardKey key = { entry->visit_id, entry->colleague };
  GtkWidget *card = g_hash_table_lookup (self->cards, &key);

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
  gboolean is_held = self->held.active && self->held.entry == stop->entry;

  gw_board_card_set_entry (GW_BOARD_CARD (card), self->week, (guint) stop->entry, shape);
  gtk_widget_set_child_visible (card, TRUE);
  if (is_held)
    gtk_widget_add_css_class (card, "held");
  else
    gtk_widget_remove_css_class (card, "held");
}

static void
hide_unwanted (GHashTable *table, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!g_hash_table_contains (wanted, value))
      gtk_widget_set_child_visible (value, FALSE);
}

static void
sync_cards (GwBoard *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = 0; i < self->stops->len; i++)
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
      CardKey key = { entry->visit_id, entry->colleague };
      GtkWidget *card = take_spare (self->cards, wanted);

      if (card == NULL)
        card = make_card (self);
      g_hash_table_insert (self->cards, g_memdup2 (&key, sizeof key), card);
      g_hash_table_add (wanted, card);
    }
  for (guint i = 0; i < self->stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GtkWidget *card = stop->entry >= 0 ? gw_board_find_card (self, stop->entry) : NULL;
      if (card != NULL && g_hash_table_contains (wanted, card))
        dress_card (self, card, stop);
    }
  hide_unwanted (self->cards, wanted);
}

static GtkWidget *
ensure_cell (GwBoard *self, gint row, gint day)
{
  gpointer key = GINT_TO_POINTER (row * 64 + day);
  GtkWidget *cell = g_hash_table_lookup (self->cells, key);

  if (cell == NULL)
    {
      cell = gw_board_day_cell_new ();
      g_signal_connect (cell, "opened", G_CALLBACK (on_cell_opened), self);
      adopt (self, cell);
      g_hash_table_insert (self->cells, key, cell);
    }
  gw_board_day_cell_set (GW_BOARD_DAY_CELL (cell), self->week, row, day);
  gtk_widget_set_child_visible (cell, TRUE);
  return cell;
}

static void
sync_cells (GwBoard *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GwBoardBox box = gw_board_get_stop_box (self, stop);
      gint row = gw_board_get_shown_row (self, stop->shown);

      if (stop->entry < 0 && row >= 0 && is_visible (self, stop, &box))
        g_hash_table_add (wanted, ensure_cell (self, row, stop->day));
    }
  hide_unwanted (self->cells, wanted);
}

static void
describe_fold (GwBoard *self, GtkWidget *name)
{
  guint n = 0;

  for (guint row = 0; row < gw_board_week_get_n_rows (self->week); row++)
    if (!gw_board_week_works (self->week, row, self->geometry.day))
      n++;
  g_autofree char *title = g_strdup_printf (ngettext ("Not working (%u)", "Not working (%u)", n),
                                            n);
  gw_board_name_set_words (GW_BOARD_NAME (name),
                           self->fold_open ? "pan-down-symbolic" : "pan-end-symbolic", title, "");
}

static void
describe_row (GwBoard *self, GwBoardName *name, guint row)
{
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;

  gw_board_name_set_row (name, self->week, row,
                         in_day ? -1 : gw_board_is_opened (self, (gint) row));
  gw_board_name_show_face (name, self->source, gw_board_week_get_row (self->week, row)->record);
}

static GtkWidget *
ensure_name (GwBoard *self, gint row)
{
  GtkWidget *name = g_hash_table_lookup (self->names, GINT_TO_POINTER (row));

  if (name == NULL)
    {
      name = gw_board_name_new ();
      g_signal_connect (name, "activated", G_CALLBACK (on_name_activated), self);
      gtk_widget_set_parent (name, GTK_WIDGET (self));
      g_hash_table_insert (self->names, GINT_TO_POINTER (row), name);
    }
  if (row == GW_BOARD_FOLD)
    describe_fold (self, name);
  else
    describe_row (self, GW_BOARD_NAME (name), (guint) row);
  gtk_widget_set_child_visible (name, TRUE);
  return name;
}

static void
sync_names (GwBoard *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);

  for (gint shown = 0; shown < (gint) self->shown->len; shown++)
    {
      GwBoardBox box = gw_board_geometry_get_name_box (&self->geometry, shown);
      if (box.y + box.height >= body.y && box.y <= body.y + body.height)
        g_hash_table_add (wanted, ensure_name (self, gw_board_get_shown_row (self, shown)));
    }
  hide_unwanted (self->names, wanted);
}

static void
sync_lane_name (GwBoard *self)
{
  guint n = gw_board_week_get_numbers (self->week)->to_cover;
  g_autofree char *more = NULL;

  if (self->lane_name == NULL)
    {
      self->lane_name = gw_board_name_new ();
      gtk_widget_add_css_class (self->lane_name, "lane-name");
      g_signal_connect (self->lane_name, "activated", G_CALLBACK (on_name_activated), self);
      gtk_widget_set_parent (self->lane_name, GTK_WIDGET (self));
    }
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    n = gw_board_week_get_cell (self->week, -1, self->geometry.day)->n_entries;
  if (self->lane_hidden > 0)
    more = g_strdup_printf (ngettext ("%u · %u more", "%u · %u more", self->lane_hidden), n,
                            self->lane_hidden);
  else
    more = n > 0 ? g_strdup_printf ("%u", n) : g_strdup (_ ("Everything is covered"));
  gw_board_name_set_words (GW_BOARD_NAME (self->lane_name),
                           n > 0 ? "gw-cover-symbolic" : "gw-fine-symbolic", _ ("To cover"), more);
}

static void
on_heading_clicked (GtkWidget *heading, GwBoard *self)
{
  guint day;

  if (g_ptr_array_find (self->headings, heading, &day))
    gw_board_emit_day_activated (self, (gint) day);
}

static void
dress_heading (GwBoard *self, GtkWidget *heading, gint day)
{
  GwDay on = gw_day_add (gw_board_week_get_first_day (self->week), day);
  g_autofree char *text = gw_board_words_day (on);
  g_autofree char *full = gw_day_format (on, "%A %-d %B");
  gboolean today = gw_board_week_get_today (self->week) == day;

  gtk_button_set_label (GTK_BUTTON (heading), text);
  gtk_widget_set_tooltip_text (heading, full);
  if (today)
    gtk_widget_add_css_class (heading, "today");
  else
    gtk_widget_remove_css_class (heading, "today");
}

static void
sync_headings (GwBoard *self)
{
  guint n = self->geometry.view == GW_BOARD_VIEW_WEEK ? (guint) self->geometry.n_days : 0;

  while (self->headings->len < n)
    {
      GtkWidget *heading = gtk_button_new ();
      gtk_widget_add_css_class (heading, "flat");
      gtk_widget_add_css_class (heading, "day-heading");
      gtk_widget_set_focusable (heading, FALSE);
      g_signal_connect (heading, "clicked", G_CALLBACK (on_heading_clicked), self);
      gtk_widget_set_parent (heading, GTK_WIDGET (self));
      g_ptr_array_add (self->headings, heading);
    }
  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->headings, i);
      gtk_widget_set_child_visible (heading, i < n);
      if (i < n)
        dress_heading (self, heading, (gint) i);
    }
}

void
gw_board_sync_children (GwBoard *self)
{
  if (self->week == NULL)
    return;
  sync_cells (self);
  sync_cards (self);
  sync_names (self);
  sync_lane_name (self);
  sync_headings (self);
  gw_board_sync_pills (self);
}

static void
allocate (GtkWidget *child, GwBoardBox box)
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

static void
allocate_names (GwBoard *self)
{
  for (gint shown = 0; shown < (gint) self->shown->len; shown++)
    {
      gint row = gw_board_get_shown_row (self, shown);
      GtkWidget *name = g_hash_table_lookup (self->names, GINT_TO_POINTER (row));
      GwBoardBox box = gw_board_geometry_get_name_box (&self->geometry, shown);

      if (name == NULL || !gtk_widget_get_child_visible (name))
        continue;
      if (self->geometry.view == GW_BOARD_VIEW_WEEK)
        box.height = MIN (box.height, gw_board_px (self, GW_BOARD_ROW_HEIGHT));
      allocate (name, box);
    }
  if (self->lane_name != NULL)
    allocate (self->lane_name, gw_board_geometry_get_name_box (&self->geometry, -1));
}

static void
allocate_headings (GwBoard *self)
{
  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->headings, i);
      GwBoardBox box;

      if (!gtk_widget_get_child_visible (heading))
        continue;
      box = gw_board_geometry_get_cell_box (&self->geometry, -1, (gint) i);
      box.x += 2;
      box.width -= 4;
      box.y = 1;
      box.height = self->geometry.axis_height - 2;
      allocate (heading, box);
    }
}

void
gw_board_allocate_children (GwBoard *self)
{
  if (self->week == NULL)
    return;
  for (guint i = 0; i < self->stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      gint row = gw_board_get_shown_row (self, stop->shown);
      GtkWidget *child = stop->entry >= 0
                             ? gw_board_find_card (self, stop->entry)
                             : g_hash_table_lookup (self->cells,
                                                    GINT_TO_POINTER (row * 64 + stop->day));

      if (child != NULL && gtk_widget_get_child_visible (child))
        allocate (child, gw_board_get_stop_box (self, stop));
    }
  allocate_names (self);
  allocate_headings (self);
  if (self->ghost != NULL && gtk_widget_get_child_visible (self->ghost))
    allocate (self->ghost, gw_board_get_ghost_box (self));
  gw_board_allocate_pills (self);
}

GtkWidget *
gw_board_find_card (GwBoard *self, gint entry)
{
  const GwBoardEntry *of;
  CardKey key;

  if (entry < 0 || entry >= (gint) gw_board_week_get_n_entries (self->week))
    return NULL;
  of = gw_board_week_get_entry (self->week, (guint) entry);
  key = (CardKey){ of->visit_id, of->colleague };
  return g_hash_table_lookup (self->cards, &key);
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
  return gw_board_find_stop (self, index, 0, 0);
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
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == focus)
      return gw_board_find_stop (self, -1, gw_board_find_shown (self, GPOINTER_TO_INT (key) / 64),
                                 GPOINTER_TO_INT (key) % 64);
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
  if (stop->shown >= 0)
    {
      box = gw_board_get_stop_box (self, stop);
      gw_board_geometry_reveal (&self->geometry, &box);
      gw_board_update_adjustments (self);
    }
  gw_board_sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (stop->entry >= 0)
    child = gw_board_find_card (self, stop->entry);
  else
    child = g_hash_table_lookup (
        self->cells, GINT_TO_POINTER (gw_board_get_shown_row (self, stop->shown) * 64 + stop->day));
  return child != NULL && gtk_widget_grab_focus (child);
}

/* Made here, because only this file knows the key. */
void
gw_board_make_pools (GwBoard *self)
{
  self->cards = g_hash_table_new_full (hash_card_key, equal_card_key, g_free, NULL);
  self->cells = g_hash_table_new (NULL, NULL);
  self->names = g_hash_table_new (NULL, NULL);
  self->headings = g_ptr_array_new ();
  self->pills = g_ptr_array_new ();
}
