/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of cells, character by character. */
#include "config.h"

#include "gw-csv-reader.h"

#include "gw-text-decoder.h"

#include "gw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_SIZE 16384
#define NOTHING_BACK ((gunichar) -3)

typedef struct
{
  gsize offset;
  guint64 line;
  guint64 column;
} Cell;

typedef enum
{
  CELL_FOLLOWS,
  ROW_ENDS,
  FILE_ENDS,
  FAILED
} After;

struct _GwCsvReader
{
  GwTextDecoder *decoder;
  GCancellable *cancellable;
  gunichar back;
  gunichar separator;
  gboolean failed;
  gboolean ended;
  guint64 line;
  guint64 column;
  GString *text;
  GArray *cells;
};

GwCsvReader *
gw_csv_reader_new (GInputStream *stream, char separator)
{
  GwCsvReader *self = g_new0 (GwCsvReader, 1);

  self->decoder = gw_text_decoder_new (stream);
  self->separator = (guchar) separator;
  self->back = NOTHING_BACK;
  self->line = 1;
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  return self;
}

GwCsvReader *
gw_csv_reader_new_for_text (const char *text, char separator)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return gw_csv_reader_new (stream, separator);
}

void
gw_csv_reader_free (GwCsvReader *self)
{
  if (self == NULL)
    return;
  gw_text_decoder_free (self->decoder);
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_free (self);
}

/* The candidate that is seen most in the first line with any, outside quotation marks. */
static gunichar
guess_separator (const guint8 *head, gsize n)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0, n_seen = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (head[i] == '"')
        quoted = !quoted;
      if ((head[i] == '\n' || head[i] == '\r') && !quoted && n_seen > 0)
        break;
      for (guint c = 0; c < G_N_ELEMENTS (candidates) && !quoted; c++)
        if (head[i] == (guchar) candidates[c])
          {
            counts[c]++;
            n_seen++;
          }
    }
  for (guint c = 1; c < G_N_ELEMENTS (candidates); c++)
    if (counts[c] > counts[best])
      best = c;
  return (guchar) candidates[best];
}

static gboolean
choose_separator (GwCsvReader *self, GError **error)
{
  gsize n = 0;
  const guint8 *head;

  if (self->separator != 0)
    return TRUE;
  head = gw_text_decoder_peek_head (self->decoder, HEAD_SIZE, &n, self->cancellable, error);
  if (head == NULL)
    return FALSE;
  self->separator = guess_separator (head, n);
  return TRUE;
}

/* The next character; line ends of all kinds come as '\n'. */
static gunichar
take (GwCsvReader *self, GError **error)
{
  gunichar character = self->back;

  self->back = NOTHING_BACK;
  if (character == NOTHING_BACK)
    character = gw_text_decoder_next (self->decoder, self->cancellable, error);
  if (character == '\r')
    {
      gunichar next = gw_text_decoder_next (self->decoder, self->cancellable, error);
      if (next == GW_TEXT_DECODER_FAILED)
        return next;
      if (next != '\n')
        self->back = next;
      character = '\n';
    }
  self->column++;
  if (character == '\n')
    {
      self->line++;
      self->column = 0;
    }
  return character;
}

/* @format is a whole translated sentence with one place for the line. */
static void
refuse (GwCsvReader *self, GError **error, const char *format, guint64 line)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, line);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *sentence = g_strjoinv (number, parts);

  self->failed = TRUE;
  g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT, sentence);
}

static gboolean
keep (GwCsvReader *self, gunichar character, GError **error)
{
  if (character == 0)
    {
      refuse (
          self, error,
          _ ("Line %s holds a zero byte: this is not a list, perhaps a spreadsheet that was not "
             "saved as CSV."),
          self->line);
      return FALSE;
    }
  if (self->text->len >= GW_CSV_LONGEST_ROW)
    {
      refuse (self, error, _ ("The row at line %s is longer than 1 MB: this is not a list."),
              self->line);
      return FALSE;
    }
  if (character < 0x20 && character != '\n' && character != '\t')
    character = ' ';
  if (!g_unichar_validate (character))
    character = 0xfffd;
  g_string_append_unichar (self->text, character);
  return TRUE;
}

static After
end_cell (GwCsvReader *self, gunichar character)
{
  if (character == GW_TEXT_DECODER_FAILED)
    {
      self->failed = TRUE;
      return FAILED;
    }
  g_string_append_c (self->text, '\0');
  if (character == GW_TEXT_DECODER_END)
    return FILE_ENDS;
  return character == '\n' ? ROW_ENDS : CELL_FOLLOWS;
}

static gboolean
ends_cell (GwCsvReader *self, gunichar character)
{
  return character == self->separator || character == '\n' || character == GW_TEXT_DECODER_END ||
         character == GW_TEXT_DECODER_FAILED;
}

/* Reads up to the closing mark. Two marks stand for one. */
static gboolean
read_quoted (GwCsvReader *self, GError **error)
{
  guint64 line = self->line;

  for (;;)
    {
      gunichar character = take (self, error);
      if (character == GW_TEXT_DECODER_FAILED)
        return FALSE;
      if (character == GW_TEXT_DECODER_END)
        {
          refuse (self, error, _ ("The quotation mark opened in line %s is never closed."), line);
          return FALSE;
        }
      if (character == '"')
        {
          gunichar next = take (self, error);
          if (next != '"')
            {
              self->back = next;
              /* It will be taken once more. */
              if (next == '\n')
                self->line--;
              else
                self->column--;
              return TRUE;
            }
        }
      if (!keep (self, character, error))
        return FALSE;
    }
}

static After
read_cell (GwCsvReader *self, GError **error)
{
  Cell cell = { self->text->len, self->line, self->column + 1 };
  gunichar character;

  if (self->cells->len == GW_CSV_MOST_CELLS)
    {
      refuse (self, error, _ ("Line %s has more than 4,096 cells: this is not a list."),
              self->line);
      return FAILED;
    }
  g_array_append_val (self->cells, cell);
  character = take (self, error);
  if (character == '"')
    {
      if (!read_quoted (self, error))
        {
          self->failed = TRUE;
          return FAILED;
        }
      character = take (self, error);
    }
  for (; !ends_cell (self, character); character = take (self, error))
    if (!keep (self, character, error))
      return FAILED;
  return end_cell (self, character);
}

static gboolean
row_is_empty (GwCsvReader *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (*gw_csv_reader_get_cell (self, i) != '\0')
      return FALSE;
  return TRUE;
}

/* Spreadsheets may say "sep=;" before all else. */
static gboolean
row_names_separator (GwCsvReader *self)
{
  const char *cell = gw_csv_reader_get_cell (self, 0);

  if (gw_csv_reader_get_line (self, 0) != 1 || g_ascii_strncasecmp (cell, "sep=", 4) != 0)
    return FALSE;
  if (cell[4] != '\0' && cell[5] == '\0')
    self->separator = (guchar) cell[4];
  return TRUE;
}

static gboolean
read_row (GwCsvReader *self, GError **error)
{
  After after;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->cells, 0);
  do
    after = read_cell (self, error);
  while (after == CELL_FOLLOWS);
  self->ended = after == FILE_ENDS;
  for (guint i = 0; after != FAILED && i < self->cells->len; i++)
    g_strstrip (self->text->str + g_array_index (self->cells, Cell, i).offset);
  return after != FAILED;
}

gboolean
gw_csv_reader_next (GwCsvReader *self, GCancellable *cancellable, GError **error)
{
  gboolean found = FALSE;

  self->cancellable = cancellable;
  if (!self->failed && !choose_separator (self, error))
    self->failed = TRUE;
  while (!found && !self->ended && !self->failed)
    found = read_row (self, error) && !row_is_empty (self) && !row_names_separator (self);
  if (!found)
    g_array_set_size (self->cells, 0);
  self->cancellable = NULL;
  return found;
}

guint
gw_csv_reader_get_n_cells (GwCsvReader *self)
{
  return self->cells->len;
}

/* g_strstrip() may have moved the text within its cell, but a cell always begins where it began. */
const char *
gw_csv_reader_get_cell (GwCsvReader *self, guint index)
{
  if (index >= self->cells->len)
    return "";
  return self->text->str + g_array_index (self->cells, Cell, index).offset;
}

guint64
gw_csv_reader_get_line (GwCsvReader *self, guint index)
{
  if (self->cells->len == 0)
    return self->line;
  return g_array_index (self->cells, Cell, MIN (index, self->cells->len - 1)).line;
}

guint64
gw_csv_reader_get_column (GwCsvReader *self, guint index)
{
  if (self->cells->len == 0)
    return 1;
  return g_array_index (self->cells, Cell, MIN (index, self->cells->len - 1)).column;
}

guint64
gw_csv_reader_get_n_bytes (GwCsvReader *self)
{
  return gw_text_decoder_get_n_bytes (self->decoder);
}

GPtrArray *
gw_csv_preview (GInputStream *stream, guint n_rows, GError **error)
{
  g_autoptr (GwCsvReader) reader = gw_csv_reader_new (stream, 0);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  while (rows->len < n_rows && gw_csv_reader_next (reader, NULL, error))
    {
      guint n = gw_csv_reader_get_n_cells (reader);
      char **row = g_new0 (char *, n + 1);
      for (guint i = 0; i < n; i++)
        row[i] = g_strdup (gw_csv_reader_get_cell (reader, i));
      g_ptr_array_add (rows, row);
    }
  return rows;
}
