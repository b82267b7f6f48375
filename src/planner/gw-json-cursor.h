/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading JSON that somebody else wrote: a cursor knows the path to where it stands, so that each
 * fault is one sentence with its place ("operations[12].windows[0].open: …"). After the first fault
 * everything reads as empty and the fault stays. Private to this layer; one thread.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* GwJsonFault: the first fault of a file. */
typedef struct
{
  GError *error;
  GHashTable *asked; /* nullable: notes which members were asked for, as "object/member" */
} GwJsonFault;

/* GwJsonCursor: a node and how it is reached. By value; parents outlive children. */
typedef struct GwJsonCursor GwJsonCursor;
struct GwJsonCursor
{
  JsonNode *node; /* NULL when absent or after a fault */
  const GwJsonCursor *parent;
  const char *key; /* member, or NULL: element @index */
  guint index;
  GwJsonFault *fault;
};

/** gw_json_cursor_blame: remembers a fault at @self (the first one counts); @sentence is taken. */
void gw_json_cursor_blame (const GwJsonCursor *self, char *sentence);

/** gw_json_cursor_member: the member @key of an object; its node is NULL when absent or null. */
GwJsonCursor gw_json_cursor_member (const GwJsonCursor *self, const char *key);

/**
 * gw_json_cursor_find_unknown: the place of the first member below @self that was never asked for,
 * but for names; NULL when there is none, or when nothing was noted. (transfer full) (nullable)
 */
char *gw_json_cursor_find_unknown (const GwJsonCursor *self);

/** gw_json_cursor_need: whether @self is there; blames it where it is missing. */
gboolean gw_json_cursor_need (const GwJsonCursor *self);

/** gw_json_cursor_element: element @index of an array. */
GwJsonCursor gw_json_cursor_element (const GwJsonCursor *self, guint index);

/** gw_json_cursor_get_length: how many elements the array has; 0 when absent; @most is allowed. */
guint gw_json_cursor_get_length (const GwJsonCursor *self, guint most);

/** gw_json_cursor_get_integer: a whole number from @low to @high; @absent when absent or null. */
gint64 gw_json_cursor_get_integer (const GwJsonCursor *self, gint64 low, gint64 high,
                                   gint64 absent);

/** gw_json_cursor_get_boolean: yes or no; @absent when absent. */
gboolean gw_json_cursor_get_boolean (const GwJsonCursor *self, gboolean absent);

/** gw_json_cursor_get_string: lent text; NULL when absent. */
const char *gw_json_cursor_get_string (const GwJsonCursor *self);

/** gw_json_parse: parses @text; NULL with GW_ERROR_INVALID and a sentence. (transfer full) */
JsonNode *gw_json_parse (const char *text, gsize length, GError **error);

G_END_DECLS
