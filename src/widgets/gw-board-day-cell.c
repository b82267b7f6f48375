/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The week's cell: text above, ribbon below. */
#include "config.h"

#include "gw-board-day-cell.h"

#include "gw-board-card.h"
#include "gw-board-paint.h"
#include "gw-board-words.h"

#define MARGIN 7
/* Shares of the cell's height. */
#define RIBBON_TOP (26 / 45.0)
#define RIBBON_HEIGHT (11 / 45.0)

#define WIDEST_SPAN "00:00–00:00"

struct _GwBoardDayCell
{
  GtkWidget parent_instance;

  GwBoardPictures *pictures;
  GwBoardWeek *week;
  gint row;
  gint day;
  gint shift;
  GwBoardDayCellShape shape;
  PangoLayout *words;
  PangoLayout *count;
  GwBoardColors colors;
};

G_DEFINE_FINAL_TYPE (GwBoardDayCell, gw_board_day_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_layouts (GwBoardDayCell *self)
{
  g_clear_object (&self->words);
  g_clear_object (&self->count);
}

/* Another day may have the same words. */
static PangoLayout *
find_words (GwBoardDayCell *self, const char *words, double scale, PangoWeight weight, gint width)
{
  return g_object_ref (gw_board_pictures_find_words (self->pictures, GTK_WIDGET (self), words,
                                                     scale, weight, width));
}

static gint
measure (GwBoardDayCell *self, const char *words)
{
  g_autoptr (PangoLayout) layout = find_words (self, words, 0.84, PANGO_WEIGHT_NORMAL, -1);
  gint width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* All shifts of a board are written in one way, also that whose figures are a little slimmer. */
static PangoLayout *
make_words (GwBoardDayCell *self, gint room)
{
  g_autofree char *wide = gw_board_words_part (self->week, self->row, self->day, self->shift,
                                               FALSE);
  g_autofree char *narrow = gw_board_words_part (self->week, self->row, self->day, self->shift,
                                                 TRUE);
  gboolean is_span = g_strcmp0 (wide, narrow) != 0;

  if (wide == NULL || narrow == NULL)
    return find_words (self, "", 0.84, PANGO_WEIGHT_NORMAL, -1);
  if (MAX (measure (self, wide), is_span ? measure (self, WIDEST_SPAN) : 0) <= room)
    return find_words (self, wide, 0.84, PANGO_WEIGHT_NORMAL, -1);
  return find_words (self, narrow, 0.84, PANGO_WEIGHT_NORMAL, MAX (room, 20));
}

static void
ensure_layouts (GwBoardDayCell *self, gint width)
{
  g_autofree char *count = NULL;
  gint count_width;
  guint n;

  if (self->words != NULL)
    return;
  n = gw_board_words_count (self->week, self->row, self->day, self->shift);
  count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  self->count = find_words (self, count, 0.8, PANGO_WEIGHT_BOLD, -1);
  pango_layout_get_pixel_size (self->count, &count_width, NULL);
  /* An icon may stand before the count. */
  self->words = make_words (self, width - 2 * MARGIN - (n > 0 ? count_width + GW_BOARD_ICON : 0));
}

/* What the ribbon shows: the shift, or all of the day. */
static void
get_span (GwBoardDayCell *self, gint *out_start, gint *out_end)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, self->row, self->day);
  const GwBoardShift *shift = self->shift >= 0
                                  ? gw_board_week_get_shift (self->week, (guint) self->shift)
                                  : NULL;

  *out_start = shift != NULL ? shift->start : cell->start;
  *out_end = shift != NULL ? shift->end : cell->end;
}

static void
paint_segment (GwBoardDayCell *self, GtkSnapshot *snapshot, const GwBoardSegment *segment,
               const GwBoardBox *box)
{
  const GdkRGBA *color = gw_board_paint_segment_color (&self->colors, segment->kind);
  GwBoardBox inner = { box->x + 0.5, box->y, MAX (box->width - 1, 1), box->height };

  if (color != NULL)
    gw_board_paint_box (snapshot, &inner, 2, color);
  else if (segment->kind == GW_BOARD_SEGMENT_FREE && box->width >= 6)
    gw_board_paint_dotted (snapshot, &inner, &self->colors.faint);
  else if (segment->kind == GW_BOARD_SEGMENT_TIGHT)
    gw_board_pictures_paint_hatch (self->pictures, snapshot, GTK_WIDGET (self), box, 4,
                                   &self->colors.warning);
  else if (segment->kind == GW_BOARD_SEGMENT_TRAVEL)
    gw_board_pictures_paint_hatch (self->pictures, snapshot, GTK_WIDGET (self), box, 4,
                                   &self->colors.hatch);
}

static void
paint_ribbon (GwBoardDayCell *self, GtkSnapshot *snapshot, const GwBoardCell *cell, gint width)
{
  gint height = gtk_widget_get_height (GTK_WIDGET (self));
  GwBoardBox whole = { 0, 0, width, height };
  GwBoardBox ribbon = gw_board_day_cell_get_ribbon (&whole, height);
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GwBoardStretch parts[2];
  gint start, end;
  double zoom;
  guint n;

  get_span (self, &start, &end);
  zoom = gw_board_ribbon_zoom (ribbon.width, end - start);
  n = gw_board_cell_list_present (cell, start, end, parts);
  for (guint i = 0; i < n; i++)
    {
      double from = (parts[i].start - start) * zoom;
      double width_of = (parts[i].end - parts[i].start) * zoom;
      GwBoardBox shift = { ribbon.x + from, ribbon.y, width_of, ribbon.height };

      if (turned)
        shift.x = ribbon.x + ribbon.width - from - width_of;
      gw_board_paint_box (snapshot, &shift, 2, &self->colors.line);
    }
  for (guint i = 0; i < cell->n_segments; i++)
    {
      const GwBoardSegment *segment = gw_board_week_get_segment (self->week,
                                                                 cell->first_segment + i);
      gint from = CLAMP (segment->start, start, end) - start;
      gint until = CLAMP (segment->end, start, end) - start;
      if (until <= from)
        continue;
      GwBoardBox box = { ribbon.x + from * zoom, ribbon.y, (until - from) * zoom, ribbon.height };
      if (turned)
        box.x = ribbon.x + ribbon.width - until * zoom;
      paint_segment (self, snapshot, segment, &box);
    }
}

static void
paint_absence (GwBoardDayCell *self, GtkSnapshot *snapshot, const GwBoardCell *cell, gint width)
{
  gint height = gtk_widget_get_height (GTK_WIDGET (self));
  GwBoardBox box = { 4, 4, width - 8, height - 8 };
  GdkRGBA wash = self->colors.line;

  if (cell->absence_asked)
    gw_board_paint_dotted (snapshot, &box, &self->colors.dim);
  else
    {
      wash.alpha *= 0.5f;
      gw_board_paint_box (snapshot, &box, 4, &wash);
      gw_board_pictures_paint_hatch (self->pictures, snapshot, GTK_WIDGET (self), &box, 9,
                                     &self->colors.line);
    }
}

static void
paint_words (GwBoardDayCell *self, GtkSnapshot *snapshot, const GwBoardCell *cell, gint width)
{
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean away = cell->absence != 0 && cell->n_entries == 0;
  gboolean centred = away || self->shape == GW_BOARD_DAY_CELL_LINE;
  PangoRectangle words;
  gint count_width;

  pango_layout_get_pixel_extents (self->words, NULL, &words);
  pango_layout_get_pixel_size (self->count, &count_width, NULL);
  double y = centred ? (gtk_widget_get_height (GTK_WIDGET (self)) - words.height) / 2.0 : 5;
  double words_x = (turned ? width - MARGIN - words.width : MARGIN) - words.x;
  double count_x = turned ? MARGIN : width - MARGIN - count_width;

  gw_board_paint_layout (snapshot, self->words, words_x, y,
                         away ? &self->colors.dim : &self->colors.text);
  gw_board_paint_layout (snapshot, self->count, count_x, y, &self->colors.dim);
  if (cell->trouble != NULL)
    gw_board_paint_icon (snapshot, GTK_WIDGET (self), "gw-cannot-symbolic",
                         turned ? count_x + count_width + 4 : count_x - GW_BOARD_ICON - 4, 6,
                         GW_BOARD_ICON, &self->colors.cannot);
}

static void
gw_board_day_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GwBoardDayCell *self = GW_BOARD_DAY_CELL (widget);
  gint width = gtk_widget_get_width (widget);
  const GwBoardCell *cell;

  if (self->week == NULL || self->shape == GW_BOARD_DAY_CELL_BARE)
    return;
  cell = gw_board_week_get_cell (self->week, self->row, self->day);
  ensure_layouts (self, width);
  gw_board_colors_look_up (&self->colors, widget);
  if (cell->absence != 0)
    paint_absence (self, snapshot, cell, width);
  if (cell->n_shifts > 0 && self->shape == GW_BOARD_DAY_CELL_FULL)
    paint_ribbon (self, snapshot, cell, width);
  paint_words (self, snapshot, cell, width);
}

static void
gw_board_day_cell_measure (GtkWidget *widget, GtkOrientation orientation, gint for_size,
                           gint *minimum, gint *natural, gint *minimum_baseline,
                           gint *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
gw_board_day_cell_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  clear_layouts (GW_BOARD_DAY_CELL (widget));
}

static void
gw_board_day_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gw_board_day_cell_parent_class)->css_changed (widget, change);
  clear_layouts (GW_BOARD_DAY_CELL (widget));
}

/* What can be done with a shift, as with a card. */
static const struct
{
  const char *name;
  GwBoardDeed deed;
} actions[] = {
  { "cell.open", GW_BOARD_DEED_OPEN },
  { "cell.hold", GW_BOARD_DEED_HOLD },
  { "cell.earlier", GW_BOARD_DEED_EARLIER },
  { "cell.later", GW_BOARD_DEED_LATER },
  { "cell.up", GW_BOARD_DEED_UP },
  { "cell.down", GW_BOARD_DEED_DOWN },
  { "cell.best", GW_BOARD_DEED_BEST },
  { "cell.to-nobody", GW_BOARD_DEED_TO_COVER },
  { "cell.put-back", GW_BOARD_DEED_PUT_BACK },
};

static void
on_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (action_name, actions[i].name))
      {
        g_signal_emit (widget, signals[SIGNAL_ACTED], 0, (gint) actions[i].deed);
        return;
      }
}

static void
gw_board_day_cell_dispose (GObject *object)
{
  GwBoardDayCell *self = GW_BOARD_DAY_CELL (object);

  clear_layouts (self);
  g_clear_pointer (&self->week, gw_board_week_unref);
  g_clear_pointer (&self->pictures, gw_board_pictures_unref);
  G_OBJECT_CLASS (gw_board_day_cell_parent_class)->dispose (object);
}

static void
gw_board_day_cell_class_init (GwBoardDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_board_day_cell_dispose;
  widget_class->snapshot = gw_board_day_cell_snapshot;
  widget_class->measure = gw_board_day_cell_measure;
  widget_class->size_allocate = gw_board_day_cell_size_allocate;
  widget_class->css_changed = gw_board_day_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "day-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);

  signals[SIGNAL_ACTED] = g_signal_new ("acted", GW_TYPE_BOARD_DAY_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
gw_board_day_cell_init (GwBoardDayCell *self)
{
  self->shift = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
gw_board_day_cell_new (GwBoardPictures *pictures)
{
  GwBoardDayCell *self = g_object_new (GW_TYPE_BOARD_DAY_CELL, NULL);

  self->pictures = gw_board_pictures_ref (pictures);
  return GTK_WIDGET (self);
}

void
gw_board_day_cell_set (GwBoardDayCell *self, GwBoardWeek *week, gint row, gint day, gint shift,
                       GwBoardDayCellShape shape)
{
  g_autofree char *name = NULL;
  const GwBoardCell *cell;

  g_return_if_fail (GW_IS_BOARD_DAY_CELL (self));
  if (self->week == week && self->row == row && self->day == day && self->shift == shift &&
      self->shape == shape)
    return;
  gw_board_week_ref (week);
  g_clear_pointer (&self->week, gw_board_week_unref);
  self->week = week;
  self->row = row;
  self->day = day;
  self->shift = shift;
  self->shape = shape;
  clear_layouts (self);
  if (row < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  cell = gw_board_week_get_cell (week, row, day);
  name = gw_board_words_cell (week, row, day, shift);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  cell->trouble != NULL ? cell->trouble : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GwBoardBox
gw_board_day_cell_get_ribbon (const GwBoardBox *cell, double height)
{
  return (GwBoardBox){ cell->x + MARGIN, cell->y + height * RIBBON_TOP,
                       MAX (cell->width - 2 * MARGIN, 1), height * RIBBON_HEIGHT };
}
