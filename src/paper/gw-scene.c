/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes: pages of nodes in reading order. */
#include "config.h"

#include "gw-scene.h"

struct _GwScene
{
  char *title;
  char *language;
  GPtrArray *pages;
};

struct _GwPage
{
  gint32 width;
  gint32 height;
  GArray *nodes;
};

static void
clear_node (gpointer data)
{
  GwNode *node = data;

  g_free (node->text);
  g_clear_pointer (&node->picture, g_bytes_unref);
}

static void
page_free (gpointer data)
{
  GwPage *page = data;

  g_array_unref (page->nodes);
  g_free (page);
}

GwScene *
gw_scene_new (const char *title, const char *language)
{
  GwScene *self = g_new0 (GwScene, 1);

  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  return self;
}

void
gw_scene_free (GwScene *self)
{
  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

const char *
gw_scene_get_title (const GwScene *self)
{
  return self->title;
}

const char *
gw_scene_get_language (const GwScene *self)
{
  return self->language;
}

GwPage *
gw_scene_add_page (GwScene *self, gint32 width, gint32 height)
{
  GwPage *page = g_new0 (GwPage, 1);

  page->width = width;
  page->height = height;
  page->nodes = g_array_new (FALSE, TRUE, sizeof (GwNode));
  g_array_set_clear_func (page->nodes, clear_node);
  g_ptr_array_add (self->pages, page);
  return page;
}

void
gw_scene_take_pages (GwScene *self, GwScene *other)
{
  g_ptr_array_extend_and_steal (self->pages, g_ptr_array_ref (other->pages));
  gw_scene_free (other);
}

guint
gw_scene_get_n_pages (const GwScene *self)
{
  return self->pages->len;
}

GwPage *
gw_scene_get_page (const GwScene *self, guint index)
{
  g_return_val_if_fail (index < self->pages->len, NULL);
  return g_ptr_array_index (self->pages, index);
}

gint32
gw_page_get_width (const GwPage *self)
{
  return self->width;
}

gint32
gw_page_get_height (const GwPage *self)
{
  return self->height;
}

guint
gw_page_get_n_nodes (const GwPage *self)
{
  return self->nodes->len;
}

const GwNode *
gw_page_get_node (const GwPage *self, guint index)
{
  g_return_val_if_fail (index < self->nodes->len, NULL);
  return &g_array_index (self->nodes, GwNode, index);
}

gint32
gw_page_add_text (GwPage *self, const GwTextStyle *style, gint32 x, gint32 y, gint32 width,
                  const char *text)
{
  gint32 height = gw_text_measure (style, width, text);
  GwNode node = { .kind = GW_NODE_TEXT,
                  .place = { x, y, width, height },
                  .style = *style,
                  .ink = style->ink,
                  .text = g_strdup (text) };

  g_array_append_val (self->nodes, node);
  return height;
}

void
gw_page_add_box (GwPage *self, GwRectangle place, gint32 radius, GwInk ink, gboolean filled)
{
  GwNode node = { .kind = GW_NODE_BOX,
                  .place = place,
                  .radius = radius,
                  .ink = ink,
                  .filled = filled,
                  .stroke = 250 };

  g_array_append_val (self->nodes, node);
}

void
gw_page_add_line (GwPage *self, GwRectangle place, gint32 stroke, GwInk ink)
{
  GwNode node = { .kind = GW_NODE_LINE, .place = place, .ink = ink, .stroke = stroke };

  g_array_append_val (self->nodes, node);
}

void
gw_page_add_picture (GwPage *self, GwRectangle place, gint32 radius, GBytes *picture,
                     const char *description)
{
  GwNode node = { .kind = GW_NODE_PICTURE,
                  .place = place,
                  .radius = radius,
                  .text = g_strdup (description),
                  .picture = g_bytes_ref (picture) };

  g_array_append_val (self->nodes, node);
}
