/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A scene: pages with text, shapes and pictures at measured places, and what each part means to a
 * reader who hears the page instead of seeing it. Documents are pure functions from records to a
 * scene; painters put scenes on paper or on the screen. Lengths are 1/1000 mm from the page's top
 * left corner. Built on one thread, then only read; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GwScene GwScene;
typedef struct _GwPage GwPage;

/** GW_MM: millimetres as page units. */
#define GW_MM(n) ((gint32) ((n) *1000))

/** A4 portrait, the paper everyone has. */
#define GW_A4_WIDTH GW_MM (210)
#define GW_A4_HEIGHT GW_MM (297)

/** GwRectangle: a place on a page, in 1/1000 mm. */
typedef struct
{
  gint32 x;
  gint32 y;
  gint32 width;
  gint32 height;
} GwRectangle;

/** GwInk: a colour, 0–1 each. Everything must also read in grey. */
typedef struct
{
  double red;
  double green;
  double blue;
} GwInk;

/**
 * GwTextRole: what a text is, for the structure of a tagged PDF.
 * @GW_TEXT_DECORATION: repeated page furniture, not read aloud
 */
typedef enum
{
  GW_TEXT_TITLE,
  GW_TEXT_HEADING,
  GW_TEXT_PARAGRAPH,
  GW_TEXT_DECORATION
} GwTextRole;

/** GwTextStyle: size in tenths of a point, weight as Pango's (400 normal, 700 bold). */
typedef struct
{
  gint size_decipoints;
  gint weight;
  GwInk ink;
  GwTextRole role;
} GwTextStyle;

/** GwNodeKind: what a node draws. */
typedef enum
{
  GW_NODE_TEXT,
  GW_NODE_BOX,
  GW_NODE_LINE,
  GW_NODE_PICTURE
} GwNodeKind;

/**
 * GwNode: one thing on a page; lent by gw_page_get_node().
 * @text: GW_NODE_TEXT: the words; GW_NODE_PICTURE: its description for those who do not see it
 * @picture: bytes of a PNG, JPEG or SVG file
 * @radius: corner radius of a box, or of a picture's mask; half the width makes a circle
 * @filled: a box is filled with @ink, otherwise outlined
 */
typedef struct
{
  GwNodeKind kind;
  GwRectangle place;
  GwTextStyle style;
  GwInk ink;
  gint32 radius;
  gint32 stroke;
  gboolean filled;
  char *text;
  GBytes *picture;
} GwNode;

/** gw_scene_new: no pages yet. @title and @language ("en-GB") describe the file. (transfer full) */
GwScene *gw_scene_new (const char *title, const char *language);

/** gw_scene_free: frees it with its pages. */
void gw_scene_free (GwScene *self);

/** gw_scene_get_title: lent. */
const char *gw_scene_get_title (const GwScene *self);

/** gw_scene_get_language: lent. */
const char *gw_scene_get_language (const GwScene *self);

/** gw_scene_add_page: a new last page. (transfer none) */
GwPage *gw_scene_add_page (GwScene *self, gint32 width, gint32 height);

/** gw_scene_take_pages: moves the pages of @other, which is freed, behind those of @self. */
void gw_scene_take_pages (GwScene *self, GwScene *other);

/** gw_scene_get_n_pages: how many pages. */
guint gw_scene_get_n_pages (const GwScene *self);

/** gw_scene_get_page: page @index from 0. (transfer none) */
GwPage *gw_scene_get_page (const GwScene *self, guint index);

/** gw_page_get_width: in 1/1000 mm. */
gint32 gw_page_get_width (const GwPage *self);

/** gw_page_get_height: in 1/1000 mm. */
gint32 gw_page_get_height (const GwPage *self);

/** gw_page_get_n_nodes: how many nodes, in reading order. */
guint gw_page_get_n_nodes (const GwPage *self);

/** gw_page_get_node: lent. */
const GwNode *gw_page_get_node (const GwPage *self, guint index);

/** gw_page_add_text: words within @width, wrapped. Returns the height they take, in 1/1000 mm. */
gint32 gw_page_add_text (GwPage *self, const GwTextStyle *style, gint32 x, gint32 y, gint32 width,
                         const char *text);

/** gw_page_add_box: a filled or outlined box with round corners. */
void gw_page_add_box (GwPage *self, GwRectangle place, gint32 radius, GwInk ink, gboolean filled);

/** gw_page_add_line: a straight line across @place's diagonal, @stroke thick. */
void gw_page_add_line (GwPage *self, GwRectangle place, gint32 stroke, GwInk ink);

/**
 * gw_page_add_picture: a picture scaled to cover @place, masked to @radius. @description says what
 * it shows. @picture holds a PNG, JPEG or SVG file; one that cannot be read paints nothing.
 */
void gw_page_add_picture (GwPage *self, GwRectangle place, gint32 radius, GBytes *picture,
                          const char *description);

/** gw_text_measure: height of @text wrapped at @width, in 1/1000 mm; any thread. */
gint32 gw_text_measure (const GwTextStyle *style, gint32 width, const char *text);

/** gw_text_measure_width: width of @text on one line, in 1/1000 mm; any thread. */
gint32 gw_text_measure_width (const GwTextStyle *style, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwScene, gw_scene_free)

G_END_DECLS
