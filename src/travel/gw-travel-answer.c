/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of a routing service; whatever they are. */
#include "config.h"

#include "gw-travel-answer.h"

#include "gw-travel-words.h"

#include "gw-json-guard.h"

#include <json-glib/json-glib.h>
#include <math.h>

#define DEEPEST 8
#define LONGEST_S 86400

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, GW_TRAVEL_FAULT, GW_TRAVEL_FAULT_STRANGER, message);
  return FALSE;
}

static JsonArray *
get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* A number of seconds; "no way" for null and for what cannot be. */
static gint
read_cell (JsonNode *node)
{
  gdouble value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
       json_node_get_value_type (node) != G_TYPE_INT64))
    return GW_TRAVEL_NO_WAY;
  value = json_node_get_double (node);
  if (!isfinite (value) || value < 0 || value > LONGEST_S)
    return GW_TRAVEL_NO_WAY;
  return (gint) (value + 0.5);
}

static gboolean
read_rows (JsonArray *rows, guint n_rows, guint n_columns, gint *seconds, GError **error)
{
  if (json_array_get_length (rows) != n_rows)
    return refuse (error, "wrong number of rows");
  for (guint r = 0; r < n_rows; r++)
    {
      JsonArray *cells = get_array (json_array_get_element (rows, r));

      if (cells == NULL || json_array_get_length (cells) != n_columns)
        return refuse (error, "wrong number of columns");
      for (guint c = 0; c < n_columns; c++)
        seconds[r * n_columns + c] = read_cell (json_array_get_element (cells, c));
    }
  return TRUE;
}

/* What a routing service of the OSRM kind says instead of "Ok"; anything else says it not. */
static gboolean
check_code (JsonNode *code, GError **error)
{
  const char *word = code != NULL && JSON_NODE_HOLDS_VALUE (code) &&
                             json_node_get_value_type (code) == G_TYPE_STRING
                         ? json_node_get_string (code)
                         : NULL;

  if (g_strcmp0 (word, "Ok") == 0)
    return TRUE;
  if (g_strcmp0 (word, "NoSegment") == 0 || g_strcmp0 (word, "NoTable") == 0)
    g_set_error_literal (error, GW_TRAVEL_FAULT, GW_TRAVEL_FAULT_NO_MAP, "no way");
  else if (g_strcmp0 (word, "TooBig") == 0)
    g_set_error_literal (error, GW_TRAVEL_FAULT, GW_TRAVEL_FAULT_TOO_MANY, "too many doors");
  else
    return refuse (error, "the service says no");
  return FALSE;
}

gboolean
gw_travel_answer_read (const char *text, gsize length, guint n_rows, guint n_columns, gint *seconds,
                       GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonObject *object;
  JsonArray *rows;

  if (!gw_json_text_is_safe (text, length, DEEPEST) ||
      !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return refuse (error, "not JSON");
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return refuse (error, "not an object");
  object = json_node_get_object (root);
  if (!check_code (json_object_get_member (object, "code"), error))
    return FALSE;
  rows = get_array (json_object_get_member (object, "durations"));
  if (rows == NULL)
    return refuse (error, "no durations");
  return read_rows (rows, n_rows, n_columns, seconds, error);
}
