/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pooled card: style classes say what it is, two cached layouts are its words. */
#include "config.h"

#include "gw-board-card.h"

#include "gw-board-look.h"
#include "gw-board-paint.h"
#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

#define PADDING 5
#define MOST_ICONS 3
#define FEW_ICONS_BELOW 110
#define SECOND_LINE_FROM 34
#define PURPOSE_FROM 150
#define DETAIL_FROM 48
#define TITLE_SIZE 0.92
#define SMALL_SIZE 0.76
#define ELLIPSIS_FROM 25
#define NARROW 40
/* The style sheet's padding, over which the frame lies. */
#define EDGE 1

struct _GwBoardCard
{
  GtkWidget parent_instance;

  GwBoardPictures *pictures;
  GwBoardFrame frame;
  gboolean is_framed;
  GwBoardWeek *week;
  guint index;
  GwBoardCardShape shape;
  gint start;
  PangoLayout *title;
  PangoLayout *detail;
  gint layout_width;
  gboolean crowded;
};

G_DEFINE_FINAL_TYPE (GwBoardCard, gw_board_card, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of GwBoardDeed. Screen readers list the labels of actions as they are named. */
static const char *const action_names[] = {
  "card.details", "card.hold", "card.earlier",  "card.later",    "card.up",
  "card.down",    "card.best", "card.put-back", "card.to-cover", "card.suggest",
  "card.why",     "card.time", "card.copy",     "card.pin",      "card.cancel",
};

G_STATIC_ASSERT (G_N_ELEMENTS (action_names) == GW_BOARD_N_DEEDS);

/* Style classes of flags and severities. */
static const struct
{
  guint flag;
  const char *name;
  const char *icon;
} marks[] = {
  { GW_BOARD_ENTRY_CRITICAL, "critical", "gw-critical-symbolic" },
  { GW_BOARD_ENTRY_FLEXIBLE, "flexible", NULL },
  { GW_BOARD_ENTRY_WELLBEING, "wellbeing", "gw-wellbeing-symbolic" },
  { GW_BOARD_ENTRY_PAIR, "pair", "gw-pair-symbolic" },
  { GW_BOARD_ENTRY_PINNED, "pinned", "gw-pin-symbolic" },
  { GW_BOARD_ENTRY_DONE, "done", "gw-fine-symbolic" },
  { GW_BOARD_ENTRY_PAST, "past", NULL },
  { GW_BOARD_ENTRY_UNPLANNED, "unplanned", NULL },
};

static void
set_class (GwBoardCard *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
clear_layouts (GwBoardCard *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->detail);
  self->layout_width = -1;
}

static void
update_classes (GwBoardCard *self, const GwBoardEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    set_class (self, marks[i].name, (entry->flags & marks[i].flag) != 0);
  set_class (self, "lane", entry->row < 0);
  set_class (self, "gives-way", entry->severity == GW_BOARD_GIVES_WAY);
  set_class (self, "cannot", entry->severity == GW_BOARD_CANNOT);
  set_class (self, "line", self->shape == GW_BOARD_CARD_LINE);
  self->is_framed = FALSE;
}

/* Icons from the most to the least important; returns how many. */
static guint
list_icons (const GwBoardEntry *entry, gint width, const char **icons)
{
  guint n = 0, most = width < FEW_ICONS_BELOW ? 1 : MOST_ICONS;

  if (entry->severity == GW_BOARD_CANNOT)
    icons[n++] = "gw-cannot-symbolic";
  else if (entry->severity == GW_BOARD_GIVES_WAY)
    icons[n++] = "gw-wish-symbolic";
  for (guint i = 0; i < G_N_ELEMENTS (marks) && n < most; i++)
    if (marks[i].icon != NULL && (entry->flags & marks[i].flag) != 0)
      icons[n++] = marks[i].icon;
  return n;
}

static char *
dup_detail (GwBoardCard *self, const GwBoardEntry *entry, gint width)
{
  g_autofree char *start = gw_minute_to_text (GW_MINUTE (MAX (self->start, 0)));

  if (width < PURPOSE_FROM || *entry->purpose == '\0')
    return g_steal_pointer (&start);
  /* Translators: on a visit's card: start, purpose */
  return g_strdup_printf (C_ ("card", "%s %s"), start, entry->purpose);
}

/* One line: "08:00 Rose" with the time in lighter digits. */
static PangoLayout *
make_line (GwBoardCard *self, const GwBoardEntry *entry, double width)
{
  g_autofree char *start = gw_minute_to_text (GW_MINUTE (MAX (entry->start, 0)));
  g_autofree char *text = g_strdup_printf (C_ ("card", "%s %s"), start, entry->name);
  PangoLayout *layout = gw_board_paint_text (GTK_WIDGET (self), text, 0.88, PANGO_WEIGHT_NORMAL,
                                             width);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

  bold->start_index = (guint) strlen (start) + 1;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static gint
measure_name (GwBoardCard *self, const GwBoardEntry *entry)
{
  g_autoptr (PangoLayout) layout = gw_board_paint_text (GTK_WIDGET (self), entry->name, TITLE_SIZE,
                                                        PANGO_WEIGHT_SEMIBOLD, -1);
  gint width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
ensure_layouts (GwBoardCard *self, const GwBoardEntry *entry, gint width, gint height)
{
  const char *icons[MOST_ICONS + 1];
  double icon_room = list_icons (entry, width, icons) * (GW_BOARD_ICON + 2);
  double room = width - 2 * PADDING;
  double scale = gw_board_measure_scale (GTK_WIDGET (self));
  gboolean two_lines = self->shape == GW_BOARD_CARD_BLOCK && height >= SECOND_LINE_FROM * scale &&
                       width >= DETAIL_FROM * scale;

  if (self->layout_width == width && self->title != NULL)
    return;
  clear_layouts (self);
  self->layout_width = width;
  if (self->shape == GW_BOARD_CARD_LINE)
    {
      self->title = make_line (self, entry, MAX (room - icon_room, 12));
      return;
    }
  self->crowded = width < NARROW * scale ||
                  (!two_lines && measure_name (self, entry) > room - icon_room);
  if (width < NARROW * scale)
    {
      /* Three letters say more than one and an ellipsis. */
      self->title = gw_board_paint_text (GTK_WIDGET (self), entry->name, SMALL_SIZE,
                                         PANGO_WEIGHT_SEMIBOLD,
                                         room >= ELLIPSIS_FROM * scale ? room + PADDING - 2 : -1);
      return;
    }
  self->title = gw_board_paint_text (
      GTK_WIDGET (self), entry->name, self->crowded ? SMALL_SIZE : TITLE_SIZE,
      PANGO_WEIGHT_SEMIBOLD, MAX (two_lines || self->crowded ? room + 3 : room - icon_room, 12));
  if (!two_lines)
    return;
  g_autofree char *detail = dup_detail (self, entry, width);
  self->detail = gw_board_paint_text (GTK_WIDGET (self), detail, 0.78, PANGO_WEIGHT_NORMAL,
                                      MAX (room - icon_room, 8));
}

static void
paint_icons (GwBoardCard *self, GtkSnapshot *snapshot, double width, double y, const GdkRGBA *color)
{
  const char *icons[MOST_ICONS + 1];
  guint n = list_icons (gw_board_card_get_entry (self), (gint) width, icons);
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA special;

  for (guint i = 0; i < n; i++)
    {
      double along = width - PADDING - (GW_BOARD_ICON + 2) * (n - i) + 2;
      const GdkRGBA *shown = color;
      const char *name = g_str_equal (icons[i], "gw-cannot-symbolic")      ? "error_color"
                         : g_str_equal (icons[i], "gw-wish-symbolic")      ? "warning_color"
                         : g_str_equal (icons[i], "gw-wellbeing-symbolic") ? "success_color"
                         : g_str_equal (icons[i], "gw-critical-symbolic")  ? "accent_color"
                                                                           : NULL;

      if (along < 2)
        continue;
      if (name != NULL && gtk_style_context_lookup_color (context, name, &special))
        shown = &special;
      gw_board_paint_icon (snapshot, GTK_WIDGET (self), icons[i],
                           turned ? width - along - GW_BOARD_ICON : along, y, GW_BOARD_ICON, shown);
    }
}

/* At the side where reading begins, whatever the words' own direction is. */
static void
paint_line (GwBoardCard *self, GtkSnapshot *snapshot, PangoLayout *layout, gint width, double y,
            const GdkRGBA *color)
{
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoRectangle extents;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (extents.width <= width - 2 * PADDING)
    {
      gw_board_paint_layout (snapshot, layout,
                             (turned ? width - PADDING - extents.width : PADDING) - extents.x, y,
                             color);
      return;
    }
  /* What does not fit shows its beginning. */
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, (float) y, (float) width, (float) extents.height));
  gw_board_paint_layout (snapshot, layout, PADDING - extents.x, y, color);
  gtk_snapshot_pop (snapshot);
}

/* The words stand above each other; where the name needs all the width, the icon is below it, if at all. */
static void
paint_words (GwBoardCard *self, GtkSnapshot *snapshot, gint width, gint height,
             const GdkRGBA *color, const GdkRGBA *dim)
{
  const char *icons[MOST_ICONS + 1];
  gboolean has_icons = list_icons (gw_board_card_get_entry (self), width, icons) > 0;
  double scale = gw_board_measure_scale (GTK_WIDGET (self));
  gboolean below = self->shape == GW_BOARD_CARD_BLOCK && self->crowded &&
                   height >= SECOND_LINE_FROM * scale && has_icons;
  gint title_height, detail_height = below ? GW_BOARD_ICON : 0;

  pango_layout_get_pixel_size (self->title, NULL, &title_height);
  if (self->detail != NULL)
    pango_layout_get_pixel_size (self->detail, NULL, &detail_height);
  double y = (height - title_height - detail_height) / 2.0;
  double icon_y = detail_height > 0 ? y + title_height + (detail_height - GW_BOARD_ICON) / 2.0
                                    : (height - GW_BOARD_ICON) / 2.0;

  paint_line (self, snapshot, self->title, width, y, color);
  if (self->detail != NULL)
    paint_line (self, snapshot, self->detail, width, y + title_height, dim);
  /* In a narrow lane card an icon would lie on the name, and the name matters more. */
  if (below || self->shape == GW_BOARD_CARD_LINE || !self->crowded)
    paint_icons (self, snapshot, width, icon_y, dim);
}

static void
paint_frame (GwBoardCard *self, GtkSnapshot *snapshot, const GwBoardEntry *entry, gint width,
             gint height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GwBoardBox box = { -EDGE, -EDGE, width + 2 * EDGE, height + 2 * EDGE };

  if (self->pictures == NULL)
    return;
  if (!self->is_framed)
    self->frame = gw_board_look_up (widget, entry, self->shape,
                                    gtk_widget_has_css_class (widget, "chosen"));
  self->is_framed = TRUE;
  gw_board_pictures_paint_frame (self->pictures, snapshot, widget, &box, &self->frame);
}

static void
gw_board_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GwBoardCard *self = GW_BOARD_CARD (widget);
  const GwBoardEntry *entry = gw_board_card_get_entry (self);
  gint width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color, dim;

  if (entry == NULL)
    return;
  paint_frame (self, snapshot, entry, width, height);
  if (width < 6)
    return;
  ensure_layouts (self, entry, width, height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  dim.alpha *= 0.7f;
  paint_words (self, snapshot, width, height, &color, &dim);
}

static void
gw_board_card_measure (GtkWidget *widget, GtkOrientation orientation, gint for_size, gint *minimum,
                       gint *natural, gint *minimum_baseline, gint *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
gw_board_card_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gw_board_card_parent_class)->css_changed (widget, change);
  clear_layouts (GW_BOARD_CARD (widget));
  GW_BOARD_CARD (widget)->is_framed = FALSE;
}

static void
gw_board_card_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (gw_board_card_parent_class)->direction_changed (widget, before);
  GW_BOARD_CARD (widget)->is_framed = FALSE;
}

static void
on_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  for (gint deed = 0; deed < GW_BOARD_N_DEEDS; deed++)
    if (g_str_equal (action_name, action_names[deed]))
      {
        g_signal_emit (widget, signals[SIGNAL_ACTED], 0, deed);
        return;
      }
}

static void
gw_board_card_dispose (GObject *object)
{
  GwBoardCard *self = GW_BOARD_CARD (object);

  clear_layouts (self);
  g_clear_pointer (&self->week, gw_board_week_unref);
  g_clear_pointer (&self->pictures, gw_board_pictures_unref);
  G_OBJECT_CLASS (gw_board_card_parent_class)->dispose (object);
}

static void
gw_board_card_class_init (GwBoardCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gw_board_card_dispose;
  widget_class->snapshot = gw_board_card_snapshot;
  widget_class->measure = gw_board_card_measure;
  widget_class->css_changed = gw_board_card_css_changed;
  widget_class->direction_changed = gw_board_card_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "visit-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    gtk_widget_class_install_action (widget_class, action_names[i], NULL, on_action);

  signals[SIGNAL_ACTED] = g_signal_new ("acted", GW_TYPE_BOARD_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
gw_board_card_init (GwBoardCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->layout_width = -1;
}

GtkWidget *
gw_board_card_new (GwBoardPictures *pictures)
{
  GwBoardCard *self = g_object_new (GW_TYPE_BOARD_CARD, NULL);

  self->pictures = pictures != NULL ? gw_board_pictures_ref (pictures) : NULL;
  return GTK_WIDGET (self);
}

void
gw_board_card_set_entry (GwBoardCard *self, GwBoardWeek *week, guint index, GwBoardCardShape shape)
{
  g_return_if_fail (GW_IS_BOARD_CARD (self));
  if (self->week == week && self->index == index && self->shape == shape)
    return;
  gw_board_week_ref (week);
  g_clear_pointer (&self->week, gw_board_week_unref);
  self->week = week;
  self->index = index;
  self->shape = shape;
  self->start = gw_board_week_get_entry (week, index)->start;
  clear_layouts (self);
  update_classes (self, gw_board_week_get_entry (week, index));
  gw_board_card_say (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gw_board_card_set_start (GwBoardCard *self, gint start)
{
  g_return_if_fail (GW_IS_BOARD_CARD (self));
  if (self->start == start)
    return;
  self->start = start;
  clear_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gw_board_card_set_selected (GwBoardCard *self, gboolean selected)
{
  g_return_if_fail (GW_IS_BOARD_CARD (self));
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "chosen") == selected)
    return;
  set_class (self, "chosen", selected);
  self->is_framed = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* A card is a button, so what is chosen is what is pressed. */
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
      selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

const GwBoardEntry *
gw_board_card_get_entry (GwBoardCard *self)
{
  g_return_val_if_fail (GW_IS_BOARD_CARD (self), NULL);
  return self->week != NULL ? gw_board_week_get_entry (self->week, self->index) : NULL;
}

gint
gw_board_card_get_index (GwBoardCard *self)
{
  g_return_val_if_fail (GW_IS_BOARD_CARD (self), -1);
  return self->week != NULL ? (gint) self->index : -1;
}

void
gw_board_card_say (GwBoardCard *self, const char *words)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (GW_IS_BOARD_CARD (self) && self->week != NULL);
  name = gw_board_words_entry (gw_board_card_get_entry (self));
  sentence = gw_board_words_sentence (self->week, self->index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : sentence, -1);
}
