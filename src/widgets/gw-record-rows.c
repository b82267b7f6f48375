/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is a small widget bound to an item; titles come from the source. */
#include "config.h"

#include "gw-record-rows.h"

#include "gw-face-picture.h"

#include <glib/gi18n-lib.h>

#define MOST_FACTS 3
#define MOST_FACTS_OF_PEOPLE 2
#define LONGEST_FACT 60

/** GwRow: what one row shows; lives with its GtkListItem. */
typedef struct
{
  GwRecordSource *source;
  GwItem *item;
  GwTicks *ticks;  /* nullable */
  GtkWidget *tick; /* NULL without ticks */
  GtkWidget *face;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *summary;
} GwRow;

/** GwRowMaker: what the factory needs. */
typedef struct
{
  GwRecordSource *source;
  GwRecordRowStyle style;
  GwTicks *ticks; /* nullable */
} GwRowMaker;

static gboolean
is_title_field (const GwRecordType *type, guint field)
{
  for (guint i = 0; i < 3 && type->title_fields[i] >= 0; i++)
    if (type->title_fields[i] == (gint) field)
      return TRUE;
  return FALSE;
}

static gboolean
is_telling (const GwField *field)
{
  if (field->flags & GW_FIELD_INTERNAL)
    return FALSE;
  switch (field->kind)
    {
    case GW_FIELD_TEXT:
    case GW_FIELD_DAY:
    case GW_FIELD_MINUTE:
    case GW_FIELD_SPAN:
    case GW_FIELD_CHOICE:
    case GW_FIELD_CHOICES:
      return TRUE;
    case GW_FIELD_RICH_TEXT:
    case GW_FIELD_MONEY:
    case GW_FIELD_NUMBER:
    case GW_FIELD_FLAG:
    case GW_FIELD_INSTANT:
    case GW_FIELD_REFERENCE:
    case GW_FIELD_REFERENCES:
    case GW_FIELD_ATTACHMENT:
    case GW_FIELD_PLACE:
    case GW_FIELD_SEALED:
    default:
      return FALSE;
    }
}

char *
gw_record_dup_summary (GwRecordSource *source, const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  guint most = gw_record_type_has_face (type) ? MOST_FACTS_OF_PEOPLE : MOST_FACTS;

  for (guint i = 0; i < type->n_fields && facts->len < most; i++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
      g_autofree char *text = NULL;

      if (is_title_field (type, i) || !is_telling (&type->fields[i]) || !gw_record_has (record, i))
        continue;
      gw_record_get_value (record, i, &value);
      text = gw_field_value_to_text (&value, &type->fields[i]);
      if (g_utf8_strlen (text, -1) <= LONGEST_FACT)
        g_ptr_array_add (facts, g_steal_pointer (&text));
    }
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

static void
show_row (GwRow *row)
{
  const GwRecord *record = row->item != NULL ? gw_item_get_record (row->item) : NULL;
  const GwRecordType *type = row->item != NULL ? gw_item_get_record_type (row->item) : NULL;
  gboolean has_face = type != NULL && gw_record_type_has_face (type);
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;

  if (type == NULL)
    return;
  if (record != NULL)
    {
      title = gw_record_source_dup_title (row->source, record);
      summary = gw_record_dup_summary (row->source, record);
    }
  gtk_label_set_text (GTK_LABEL (row->title), title != NULL ? title : "…");
  gtk_label_set_text (GTK_LABEL (row->summary), summary != NULL ? summary : "");
  gtk_widget_set_visible (row->face, has_face);
  gtk_widget_set_visible (row->icon, !has_face && type->icon_name != NULL);
  if (has_face)
    gw_face_show_record (GW_FACE (row->face), row->source, record);
  else
    gtk_image_set_from_icon_name (GTK_IMAGE (row->icon), type->icon_name);
  if (row->tick != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    title != NULL ? title : "…", -1);
}

static void
show_tick (GwRow *row)
{
  if (row->tick != NULL && row->item != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (row->tick),
                                 gw_ticks_get (row->ticks, gw_item_get_id (row->item)));
}

static void
on_ticks_changed (GwTicks *ticks, GwRow *row)
{
  show_tick (row);
}

static void
on_ticked (GtkCheckButton *tick, GwRow *row)
{
  if (row->item != NULL)
    gw_ticks_set (row->ticks, gw_item_get_id (row->item), gtk_check_button_get_active (tick));
}

static void
on_record_changed (GwItem *item, GParamSpec *pspec, GwRow *row)
{
  show_row (row);
}

static void
on_names_changed (GwRecordSource *source, GwRow *row)
{
  show_row (row);
}

static void
gw_row_set_item (GwRow *row, GwItem *item)
{
  if (row->item != NULL)
    g_signal_handlers_disconnect_by_func (row->item, on_record_changed, row);
  g_set_object (&row->item, item);
  if (item != NULL)
    g_signal_connect (item, "notify::record", G_CALLBACK (on_record_changed), row);
  show_row (row);
  show_tick (row);
}

static void
gw_row_free (gpointer data)
{
  GwRow *row = data;

  g_signal_handlers_disconnect_by_func (row->source, on_names_changed, row);
  if (row->item != NULL)
    g_signal_handlers_disconnect_by_func (row->item, on_record_changed, row);
  if (row->ticks != NULL)
    g_signal_handlers_disconnect_by_func (row->ticks, on_ticks_changed, row);
  g_clear_object (&row->ticks);
  g_clear_object (&row->item);
  g_object_unref (row->source);
  g_free (row);
}

static GtkWidget *
new_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }
  return label;
}

static void
add_tick (GwRow *row, GtkWidget *box, GwTicks *ticks)
{
  row->ticks = g_object_ref (ticks);
  row->tick = gtk_check_button_new ();
  gtk_box_append (GTK_BOX (box), row->tick);
  g_signal_connect (row->tick, "toggled", G_CALLBACK (on_ticked), row);
  g_signal_connect (ticks, "changed", G_CALLBACK (on_ticks_changed), row);
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *list_item, GwRowMaker *maker)
{
  gboolean tall = maker->style == GW_RECORD_ROW_TALL;
  GwRow *row = g_new0 (GwRow, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  row->source = g_object_ref (maker->source);
  row->face = gw_face_new (tall ? 36 : 24);
  row->icon = gtk_image_new ();
  row->title = new_line (NULL);
  row->summary = new_line ("dim-label");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), row->title);
  if (tall)
    gtk_box_append (GTK_BOX (lines), row->summary);
  else
    g_object_ref_sink (row->summary);
  if (maker->ticks != NULL)
    add_tick (row, box, maker->ticks);
  gtk_box_append (GTK_BOX (box), row->face);
  gtk_box_append (GTK_BOX (box), row->icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_set_size_request (box, -1, tall ? 44 : 30);
  if (!tall)
    g_object_set_data_full (G_OBJECT (box), "gw-row-summary", row->summary, g_object_unref);
  g_signal_connect (maker->source, "names-changed", G_CALLBACK (on_names_changed), row);
  g_object_set_data_full (G_OBJECT (list_item), "gw-row", row, gw_row_free);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item, GwRowMaker *maker)
{
  gw_row_set_item (g_object_get_data (G_OBJECT (list_item), "gw-row"),
                   gtk_list_item_get_item (list_item));
}

static void
unbind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item, GwRowMaker *maker)
{
  gw_row_set_item (g_object_get_data (G_OBJECT (list_item), "gw-row"), NULL);
}

static void
gw_row_maker_free (gpointer data, GClosure *closure)
{
  GwRowMaker *maker = data;

  g_object_unref (maker->source);
  g_clear_object (&maker->ticks);
  g_free (maker);
}

static GtkListItemFactory *
new_factory (GwRecordSource *source, GwRecordRowStyle style, GwTicks *ticks)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GwRowMaker *maker = g_new0 (GwRowMaker, 1);

  maker->source = g_object_ref (source);
  maker->style = style;
  maker->ticks = ticks != NULL ? g_object_ref (ticks) : NULL;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_row), maker, gw_row_maker_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), maker);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), maker);
  return factory;
}

GtkListItemFactory *
gw_record_rows_new (GwRecordSource *source, GwRecordRowStyle style)
{
  return new_factory (source, style, NULL);
}

GtkListItemFactory *
gw_record_rows_new_ticked (GwRecordSource *source, GwTicks *ticks)
{
  return new_factory (source, GW_RECORD_ROW_LOW, ticks);
}

/* Finding and ordering by title ----------------------------------------------------------------- */

/** GwTitleFilter: words to look for. */
typedef struct
{
  GwRecordSource *source;
  char *folded;
} GwTitleFilter;

static char *
fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, NULL);
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);

  /* Without accents too: "jose" finds "José". */
  return g_strdup_printf ("%s\n%s", folded, plain);
}

static gboolean
title_matches (gpointer item, gpointer user_data)
{
  GwTitleFilter *filter = user_data;
  const GwRecord *record = gw_item_get_record (item);
  g_autofree char *title = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *lower = NULL;

  if (record == NULL)
    return FALSE;
  title = gw_record_source_dup_title (filter->source, record);
  folded = fold (title);
  lower = g_ascii_strdown (folded, -1);
  return strstr (lower, filter->folded) != NULL;
}

static void
gw_title_filter_free (gpointer data)
{
  GwTitleFilter *filter = data;

  g_object_unref (filter->source);
  g_free (filter->folded);
  g_free (filter);
}

GtkFilter *
gw_record_title_filter (GwRecordSource *source, const char *text)
{
  GwTitleFilter *filter;
  g_autofree char *normal = NULL;

  if (text == NULL || text[0] == '\0')
    return NULL;
  filter = g_new (GwTitleFilter, 1);
  filter->source = g_object_ref (source);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  filter->folded = g_utf8_casefold (normal != NULL ? normal : text, -1);
  return GTK_FILTER (gtk_custom_filter_new (title_matches, filter, gw_title_filter_free));
}

static gint
compare_titles (gconstpointer a, gconstpointer b, gpointer source)
{
  const GwRecord *record_a = gw_item_get_record (GW_ITEM ((gpointer) a));
  const GwRecord *record_b = gw_item_get_record (GW_ITEM ((gpointer) b));
  g_autofree char *title_a = NULL;
  g_autofree char *title_b = NULL;
  gint order;

  if (record_a == NULL || record_b == NULL)
    return (record_a == NULL) - (record_b == NULL);
  title_a = gw_record_source_dup_title (source, record_a);
  title_b = gw_record_source_dup_title (source, record_b);
  order = g_utf8_collate (title_a, title_b);
  if (order == 0)
    order = gw_id_compare (gw_record_get_id (record_a), gw_record_get_id (record_b));
  return order < 0 ? GTK_ORDERING_SMALLER : (order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL);
}

GtkSorter *
gw_record_title_sorter (GwRecordSource *source)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_titles, g_object_ref (source), g_object_unref));
}
