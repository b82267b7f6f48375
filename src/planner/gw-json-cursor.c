/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cursor through JSON that knows where it stands. */
#include "config.h"

#include "gw-json-cursor.h"

#include "gw-error.h"
#include "gw-json-guard.h"

#include <glib/gi18n-lib.h>

#define DEEPEST 32

static void
append_path (const GwJsonCursor *self, GString *path)
{
  if (self->parent != NULL)
    append_path (self->parent, path);
  if (self->key != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->key);
  else if (self->parent != NULL)
    g_string_append_printf (path, "[%u]", self->index);
}

static char *
dup_path (const GwJsonCursor *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);
  return g_string_free (path, FALSE);
}

void
gw_json_cursor_blame (const GwJsonCursor *self, char *sentence)
{
  g_autofree char *path = dup_path (self);

  if (self->fault->error == NULL)
    /* Translators: %1$s is a place in a file such as "shifts[3].start", %2$s a sentence. */
    g_set_error (&self->fault->error, GW_ERROR, GW_ERROR_INVALID, _ ("%1$s: %2$s"),
                 *path != '\0' ? path : "$", sentence);
  g_free (sentence);
}

/* --- what was asked for ------------------------------------------------------------------------ */

/* Objects of one list are alike: they go by the name of the list. */
static char *
dup_member_name (const GwJsonCursor *object, const char *key)
{
  while (object->key == NULL && object->parent != NULL)
    object = object->parent;
  return g_strconcat (object->key != NULL ? object->key : "", "/", key, NULL);
}

char *
gw_json_cursor_find_unknown (const GwJsonCursor *self)
{
  char *found = NULL;
  JsonObjectIter iter;
  GwJsonCursor child = { NULL, self, NULL, 0, self->fault };

  if (self->node == NULL || self->fault->asked == NULL)
    return NULL;
  for (; JSON_NODE_HOLDS_ARRAY (self->node) && found == NULL &&
         child.index < json_array_get_length (json_node_get_array (self->node));
       child.index++)
    {
      child.node = json_array_get_element (json_node_get_array (self->node), child.index);
      found = gw_json_cursor_find_unknown (&child);
    }
  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return found;
  json_object_iter_init (&iter, json_node_get_object (self->node));
  while (found == NULL && json_object_iter_next (&iter, &child.key, &child.node))
    {
      g_autofree char *name = dup_member_name (self, child.key);

      found = g_hash_table_contains (self->fault->asked, name) || g_str_equal (child.key, "name")
                  ? gw_json_cursor_find_unknown (&child)
                  : dup_path (&child);
    }
  return found;
}

/* --- reading ----------------------------------------------------------------------------------- */

GwJsonCursor
gw_json_cursor_member (const GwJsonCursor *self, const char *key)
{
  GwJsonCursor member = { NULL, self, key, 0, self->fault };

  if (self->node == NULL || self->fault->error != NULL)
    return member;
  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    {
      gw_json_cursor_blame (self, g_strdup (_ ("An object in { } is needed here.")));
      return member;
    }
  if (self->fault->asked != NULL)
    g_hash_table_add (self->fault->asked, dup_member_name (self, key));
  member.node = json_object_get_member (json_node_get_object (self->node), key);
  if (member.node != NULL && JSON_NODE_HOLDS_NULL (member.node))
    member.node = NULL;
  return member;
}

gboolean
gw_json_cursor_need (const GwJsonCursor *self)
{
  if (self->node == NULL)
    gw_json_cursor_blame (self, g_strdup (_ ("This is missing.")));
  return self->node != NULL;
}

GwJsonCursor
gw_json_cursor_element (const GwJsonCursor *self, guint index)
{
  GwJsonCursor element = { NULL, self, NULL, index, self->fault };
  JsonArray *array;

  if (self->node == NULL || self->fault->error != NULL || !JSON_NODE_HOLDS_ARRAY (self->node))
    return element;
  array = json_node_get_array (self->node);
  if (index < json_array_get_length (array))
    element.node = json_array_get_element (array, index);
  if (element.node != NULL && JSON_NODE_HOLDS_NULL (element.node))
    element.node = NULL;
  return element;
}

guint
gw_json_cursor_get_length (const GwJsonCursor *self, guint most)
{
  guint length;

  if (self->node == NULL || self->fault->error != NULL)
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (self->node))
    {
      gw_json_cursor_blame (self, g_strdup (_ ("A list in [ ] is needed here.")));
      return 0;
    }
  length = json_array_get_length (json_node_get_array (self->node));
  if (length > most)
    {
      gw_json_cursor_blame (
          self, g_strdup_printf (ngettext ("This list has more than %u element.",
                                           "This list has more than %u elements.", most),
                                 most));
      return 0;
    }
  return length;
}

/* The numbers become text first: a format macro inside a message cannot be translated. */
static void
blame_range (const GwJsonCursor *self, gint64 low, gint64 high)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, low);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, high);

  /* Translators: %1$s and %2$s are numbers. */
  gw_json_cursor_blame (
      self, g_strdup_printf (_ ("A whole number from %1$s to %2$s is needed here."), from, to));
}

gint64
gw_json_cursor_get_integer (const GwJsonCursor *self, gint64 low, gint64 high, gint64 absent)
{
  gint64 value;

  if (self->node == NULL || self->fault->error != NULL)
    return absent;
  if (!JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_INT64)
    {
      gw_json_cursor_blame (self, g_strdup (_ ("A whole number is needed here.")));
      return absent;
    }
  value = json_node_get_int (self->node);
  if (value >= low && value <= high)
    return value;
  blame_range (self, low, high);
  return absent;
}

gboolean
gw_json_cursor_get_boolean (const GwJsonCursor *self, gboolean absent)
{
  if (self->node == NULL || self->fault->error != NULL)
    return absent;
  if (JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (self->node);
  gw_json_cursor_blame (self, g_strdup (_ ("true or false is needed here.")));
  return absent;
}

const char *
gw_json_cursor_get_string (const GwJsonCursor *self)
{
  if (self->node == NULL || self->fault->error != NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_STRING)
    return json_node_get_string (self->node);
  gw_json_cursor_blame (self, g_strdup (_ ("A text in quotes is needed here.")));
  return NULL;
}

JsonNode *
gw_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) fault = NULL;
  JsonNode *root;

  if (!gw_json_text_is_safe (text, length, DEEPEST))
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID,
                           _ ("This is not JSON text in UTF-8, or it is nested too deeply."));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, &fault))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_INVALID, _ ("This is not JSON: %s"), fault->message);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID, _ ("The file is empty."));
  return root;
}
