/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each key asks again and stops the question before. */
#include "config.h"

#include "gw-go-to.h"

#include "gw-empty-state.h"
#include "gw-face-picture.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_HITS 40
#define ITEM_KEY "gw-item"

struct _GwGoTo
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GwEmptyState *hint;
  GtkListBox *list;

  GwSession *session;
  GCancellable *cancellable;
  char *asked;         /* what was asked for last; NULL: nothing */
  gboolean is_entered; /* Enter was pressed before the answer was there */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwGoTo, gw_go_to, ADW_TYPE_WINDOW)

static void
choose_item (GwGoTo *self, GwItem *item)
{
  g_signal_emit (self, signals[CHOSEN], 0, item);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
choose_when_read (GwItem *item, GParamSpec *pspec, GwGoTo *self)
{
  g_autoptr (GwItem) chosen = g_object_ref (item);

  if (gw_item_get_record (chosen) != NULL && self->session != NULL)
    choose_item (self, chosen);
}

/* The index knows of it before it is read itself; then it is gone to a moment later. */
static void
choose (GwGoTo *self, GtkListBoxRow *row)
{
  g_autoptr (GwItem) item = g_object_ref (g_object_get_data (G_OBJECT (row), ITEM_KEY));

  if (gw_item_get_record (item) != NULL)
    choose_item (self, item);
  else
    g_signal_connect_object (item, "notify::record", G_CALLBACK (choose_when_read), self, 0);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, GwGoTo *self)
{
  choose (self, row);
}

static void
on_stop (GtkSearchEntry *search, GwGoTo *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

/* The words around what was found; the match itself stands out by its weight alone. */
static GtkWidget *
new_match (const char *marked)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = new_line (NULL);
  guint start = 0;

  for (const char *at = marked; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2068)
        start = (guint) plain->len;
      else if (c == 0x2069)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

          bold->start_index = start;
          bold->end_index = (guint) plain->len;
          pango_attr_list_insert (attributes, bold);
        }
      else
        g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
    }
  gtk_label_set_text (GTK_LABEL (label), plain->str);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* What the title says already is not said again: then it is told what the record is. */
static void
show_once (GtkWidget *title, const GwRecordType *type)
{
  GtkLabel *match = GTK_LABEL (gtk_widget_get_next_sibling (title));

  if (match == NULL ||
      strstr (gtk_label_get_text (GTK_LABEL (title)), gtk_label_get_text (match)) == NULL)
    return;
  gtk_label_set_attributes (match, NULL);
  gtk_label_set_text (match, _ (type->label));
}

/* The index has no names of other records; the record itself has, once it is here. */
static void
show_title (GwItem *item, GParamSpec *pspec, GtkWidget *label)
{
  GwGoTo *self = GW_GO_TO (gtk_widget_get_ancestor (label, GW_TYPE_GO_TO));
  g_autofree char *title = NULL;

  if (self == NULL || self->session == NULL || gw_item_get_record (item) == NULL)
    return;
  title = gw_session_dup_title (self->session, gw_item_get_record (item));
  gtk_label_set_text (GTK_LABEL (label), title);
  show_once (label, gw_item_get_record_type (item));
}

static void
add_hit (GwGoTo *self, const GwSearchHit *hit)
{
  g_autoptr (GwItem) item = gw_session_get_item (self->session, hit->type, hit->id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *title = new_line (hit->title);
  GtkWidget *picture;

  if (gw_record_type_has_face (hit->type))
    {
      picture = gw_face_new (24);
      gw_face_show_record (GW_FACE (picture), GW_RECORD_SOURCE (self->session),
                           gw_item_get_record (item));
    }
  else
    picture = gtk_image_new_from_icon_name (hit->type->icon_name);
  gtk_widget_set_size_request (picture, 24, 24);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box),
                  new_match (hit->snippet[0] != '\0' ? hit->snippet : _ (hit->type->label)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), ITEM_KEY, g_object_ref (item), g_object_unref);
  gtk_list_box_append (self->list, row);
  g_signal_connect_object (item, "notify::record", G_CALLBACK (show_title), title, 0);
  show_title (item, NULL, title);
}

static void
show_hits (GwGoTo *self, GPtrArray *hits)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  /* People first. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < hits->len; i++)
      {
        const GwSearchHit *hit = g_ptr_array_index (hits, i);
        if (gw_record_type_has_face (hit->type) == (pass == 0))
          add_hit (self, hit);
      }
  if (hits->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  else
    gw_empty_state_show_words (self->hint, "system-search-symbolic", _ ("Nothing found"),
                               _ ("Perhaps it is spelt in another way."), NULL);
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "list" : "hint");
}

static void
choose_first (GwGoTo *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  self->is_entered = FALSE;
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    choose (self, row);
}

static void
on_hits (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwGoTo) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = gw_session_search_finish (GW_SESSION (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (hits == NULL)
    return;
  show_hits (self, hits);
  if (self->is_entered)
    choose_first (self);
}

static void
show_hint (GwGoTo *self)
{
  gw_empty_state_show_words (self->hint, "system-search-symbolic", _ ("Go to anything"),
                             _ ("Type a name or a word, then press Enter."), NULL);
  gtk_stack_set_visible_child_name (self->stack, "hint");
}

static void
on_search_changed (GtkSearchEntry *search, GwGoTo *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (search));

  if (g_strcmp0 (text, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_strdup (text);
  self->is_entered = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (text[0] == '\0')
    {
      show_hint (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  gw_session_search_async (self->session, text, NULL, MOST_HITS, self->cancellable, on_hits,
                           g_object_ref (self));
}

/* Who types and presses Enter at once means what was typed, not what an earlier letter had found. */
static void
on_activate (GtkSearchEntry *search, GwGoTo *self)
{
  on_search_changed (search, self);
  self->is_entered = TRUE;
  if (self->cancellable == NULL)
    choose_first (self);
}

static void
gw_go_to_dispose (GObject *object)
{
  GwGoTo *self = GW_GO_TO (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->asked, g_free);
  G_OBJECT_CLASS (gw_go_to_parent_class)->dispose (object);
}

static void
gw_go_to_class_init (GwGoToClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_go_to_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", GW_TYPE_GO_TO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, GW_TYPE_ITEM);
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/app/gw-go-to.ui");
  gtk_widget_class_bind_template_child (widget_class, GwGoTo, search);
  gtk_widget_class_bind_template_child (widget_class, GwGoTo, stack);
  gtk_widget_class_bind_template_child (widget_class, GwGoTo, hint);
  gtk_widget_class_bind_template_child (widget_class, GwGoTo, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
gw_go_to_init (GwGoTo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  show_hint (self);
}

GtkWidget *
gw_go_to_new (GtkWindow *parent, GwSession *session)
{
  GwGoTo *self = g_object_new (GW_TYPE_GO_TO, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}
