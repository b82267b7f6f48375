/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a row, put together from a face and two labels. */
#include "config.h"

#include "gw-board-name.h"

#include "gw-board-words.h"
#include "gw-face-picture.h"

#include <glib/gi18n-lib.h>

#define FACE_SIZE 28

struct _GwBoardName
{
  GtkWidget parent_instance;

  GtkWidget *face;
  GtkWidget *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *arrow;
  char *tooltip;
  double pressed_x; /* on the window's surface, which stays where it is when rows move */
  double pressed_y;
};

G_DEFINE_FINAL_TYPE (GwBoardName, gw_board_name, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0);
}

static gboolean
get_surface_point (GtkGestureClick *gesture, double *x, double *y)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL && gdk_event_get_position (event, x, y);
}

static void
on_gesture_pressed (GtkGestureClick *gesture, gint n_press, double x, double y, GwBoardName *self)
{
  if (!get_surface_point (gesture, &self->pressed_x, &self->pressed_y))
    self->pressed_x = self->pressed_y = -G_MAXINT;
}

/* A row that moves away under the pointer, as the week changes, is still the one that was meant. */
static gboolean
is_pointer_still (GwBoardName *self, GtkGestureClick *gesture)
{
  double x, y;

  return get_surface_point (gesture, &x, &y) &&
         !gtk_drag_check_threshold (GTK_WIDGET (self), (gint) self->pressed_x,
                                    (gint) self->pressed_y, (gint) x, (gint) y);
}

static void
on_gesture_released (GtkGestureClick *gesture, gint n_press, double x, double y, GwBoardName *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y) || is_pointer_still (self, gesture))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
gw_board_name_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gw_board_name_parent_class)->dispose (object);
}

static void
gw_board_name_finalize (GObject *object)
{
  g_free (GW_BOARD_NAME (object)->tooltip);
  G_OBJECT_CLASS (gw_board_name_parent_class)->finalize (object);
}

static gboolean
gw_board_name_query_tooltip (GtkWidget *widget, gint x, gint y, gboolean keyboard,
                             GtkTooltip *tooltip)
{
  gw_board_set_tooltip (tooltip, GW_BOARD_NAME (widget)->tooltip);
  return TRUE;
}

static void
gw_board_name_class_init (GwBoardNameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_board_name_dispose;
  G_OBJECT_CLASS (klass)->finalize = gw_board_name_finalize;
  widget_class->query_tooltip = gw_board_name_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "row-name");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_widget_class_install_action (widget_class, "name.open", NULL, on_action);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", GW_TYPE_BOARD_NAME, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
gw_board_name_init (GwBoardName *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->face = gw_face_new (FACE_SIZE);
  self->icon = gtk_image_new ();
  self->title = add_label (words, "row-title");
  self->detail = add_label (words, "row-detail");
  self->arrow = gtk_image_new ();
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->face, GTK_WIDGET (self));
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->arrow, "row-arrow");
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_gesture_pressed), self);
  g_signal_connect (gesture, "released", G_CALLBACK (on_gesture_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

GtkWidget *
gw_board_name_new (void)
{
  return g_object_new (GW_TYPE_BOARD_NAME, NULL);
}

/* Names are dressed at every step of scrolling, and mostly as they were. */
static void
say (GwBoardName *self, const char *title, const char *detail)
{
  if (g_str_equal (gtk_label_get_label (self->title), title) &&
      g_str_equal (gtk_label_get_label (self->detail), detail))
    return;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
}

static void
set_icon (GtkWidget *image, const char *name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), name) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), name);
}

static void
set_class (GwBoardName *self, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
gw_board_name_set_row (GwBoardName *self, GwBoardWeek *week, guint row, gint opened)
{
  const GwBoardRow *colleague = gw_board_week_get_row (week, row);
  g_autofree char *hours = gw_board_words_hours (colleague);
  const char *detail = colleague->is_gone ? C_ ("colleague", "has left") : hours;

  g_return_if_fail (GW_IS_BOARD_NAME (self));
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_visible (self->face, TRUE);
  gtk_widget_set_visible (self->arrow, opened >= 0);
  gw_face_set_initials (GW_FACE (self->face), colleague->initials);
  set_icon (self->arrow, opened > 0 ? "pan-down-symbolic" : "pan-end-symbolic");
  g_free (self->tooltip);
  self->tooltip = colleague->is_gone
                      /* Translators: %s is somebody’s name. */
                      ? g_strdup_printf (_ ("%s is no longer in the team"), colleague->full_name)
                      : g_strdup (colleague->full_name);
  set_class (self, "gone", colleague->is_gone);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  say (self, colleague->name, detail);
}

void
gw_board_name_set_words (GwBoardName *self, const char *icon_name, const char *title,
                         const char *detail)
{
  g_return_if_fail (GW_IS_BOARD_NAME (self));
  gtk_widget_set_visible (self->face, FALSE);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
  gtk_widget_set_visible (self->arrow, FALSE);
  if (icon_name != NULL)
    set_icon (self->icon, icon_name);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), FALSE);
  set_class (self, "gone", FALSE);
  say (self, title, detail != NULL ? detail : "");
}

void
gw_board_name_show_face (GwBoardName *self, GwRecordSource *source, const GwRecord *record)
{
  g_return_if_fail (GW_IS_BOARD_NAME (self));
  if (source != NULL)
    gw_face_show_record (GW_FACE (self->face), source, record);
}

/* A name of two hundred letters has no space to break at. */
void
gw_board_set_tooltip (GtkTooltip *tooltip, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_tooltip_set_custom (tooltip, label);
}
