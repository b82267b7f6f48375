/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a sheet: where the days are, where the names are, what stands between. */
#include "config.h"

#include "gw-week-sheet-private.h"

#include "gw-csv-reader.h"
#include "gw-import-cells.h"

#include "gw-civil-parse.h"
#include "gw-error.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ROWS 500
#define MOST_DAYS 400
#define LEAST_DAYS 2

typedef struct
{
  guint64 line;
  char **cells;
} RawRow;

static void
clear_raw_row (gpointer data)
{
  g_strfreev (((RawRow *) data)->cells);
}

static void
clear_row (gpointer data)
{
  GwSheetRow *row = data;

  g_free (row->name);
  g_strfreev (row->cells);
}

static void
free_code (gpointer data)
{
  GwSheetCode *code = data;

  g_free (code->code);
  g_free (code);
}

static GwWeekSheet *
new_sheet (void)
{
  GwWeekSheet *self = g_new0 (GwWeekSheet, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (GwDay));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (GwSheetRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->codes = g_ptr_array_new_with_free_func (free_code);
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
gw_week_sheet_free (GwWeekSheet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->codes);
  g_hash_table_unref (self->by_code);
  g_free (self);
}

/* --- days ---------------------------------------------------------------------------------------- */

static gboolean
read_weekday (const char *text, gint *out_weekday)
{
  static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday" };
  g_autofree char *folded = gw_text_fold (text);
  gsize n = strlen (folded);

  if (n > 0 && folded[n - 1] == '.')
    folded[--n] = '\0';
  for (gint i = 0; i < 7; i++)
    {
      GwDay day = { 2 + i }; /* 2000-01-03 was a Monday */
      g_autofree char *local = gw_day_format (day, "%A");
      g_autofree char *short_local = gw_day_format (day, "%a");
      if ((n >= 2 && g_str_has_prefix (names[i], folded)) || gw_text_compare (text, local) == 0 ||
          gw_text_compare (text, short_local) == 0)
        {
          *out_weekday = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* The first day after @after, or from @monday on, that has this day of the month. */
static gboolean
find_day_of_month (gint number, GwDay from, GwDay *out_day)
{
  for (gint i = 0; i < 62; i++)
    {
      GwDay day = gw_day_add (from, i);
      gint day_of_month;
      gw_day_get_ymd (day, NULL, NULL, &day_of_month);
      if (day_of_month == number)
        {
          *out_day = day;
          return TRUE;
        }
    }
  return FALSE;
}

/* @previous is the column before, or the day before @monday. */
static gboolean
read_heading (const char *text, GwDay monday, GwDay previous, GwDay *out_day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint weekday, shift;

  if (*text == '\0' || strlen (text) > 60)
    return FALSE;
  if (strlen (text) <= 2 && strspn (text, "0123456789") == strlen (text))
    return find_day_of_month (atoi (text), gw_day_add (previous, 1), out_day);
  if (read_weekday (text, &weekday))
    {
      shift = weekday - (gint) gw_day_get_weekday (gw_day_add (previous, 1));
      *out_day = gw_day_add (previous, 1 + (shift + 7) % 7);
      return TRUE;
    }
  return strpbrk (text, "0123456789") != NULL && gw_cell_read_day (text, zone, monday, out_day);
}

static guint
read_headings (char **cells, GwDay monday, GArray *days, GArray *columns)
{
  GwDay previous = gw_day_add (monday, -1);

  g_array_set_size (days, 0);
  g_array_set_size (columns, 0);
  for (guint i = 0; cells[i] != NULL && days->len < MOST_DAYS; i++)
    {
      GwDay day;
      if (!read_heading (cells[i], monday, previous, &day))
        continue;
      g_array_append_val (days, day);
      g_array_append_val (columns, i);
      previous = day;
    }
  return days->len;
}

static gboolean
has_dates (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (strpbrk (cells[i], "0123456789") != NULL)
      return TRUE;
  return FALSE;
}

/* The first row with two days or more; a row of dates right below one of weekdays is better. */
static gboolean
find_days (GwWeekSheet *self, GArray *raw, GwDay monday, guint *out_row)
{
  for (guint i = 0; i < raw->len && i < 30; i++)
    {
      char **cells = g_array_index (raw, RawRow, i).cells;
      guint n = read_headings (cells, monday, self->days, self->columns);
      if (n < LEAST_DAYS)
        continue;
      *out_row = i;
      if (!has_dates (cells) && i + 1 < raw->len)
        {
          g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GwDay));
          g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
          char **below = g_array_index (raw, RawRow, i + 1).cells;
          if (has_dates (below) && read_headings (below, monday, days, columns) >= n)
            {
              read_headings (below, monday, self->days, self->columns);
              *out_row = i + 1;
            }
        }
      return TRUE;
    }
  return FALSE;
}

/* A title stands alone in its row. */
static gboolean
is_title (char **cells)
{
  guint n = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    n += *cells[i] != '\0';
  return n <= 1;
}

static gboolean
says_more_than_yes (char **cells, GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);
      gboolean flag;

      if (column < g_strv_length (cells) && *cells[column] != '\0' &&
          !gw_cell_read_flag (cells[column], &flag))
        return TRUE;
    }
  return FALSE;
}

gboolean
gw_week_sheet_is_likely (GPtrArray *rows)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GwDay));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint heading = 0;

  while (heading < rows->len && is_title (rows->pdata[heading]))
    heading++;
  /* Any Monday will do: only how many are days is asked. */
  if (heading >= rows->len || read_headings (rows->pdata[heading], GW_DAY (2), days, columns) < 3)
    return FALSE;
  for (guint i = heading + 1; i < rows->len; i++)
    if (says_more_than_yes (rows->pdata[i], columns))
      return TRUE;
  return FALSE;
}

/* --- rows ---------------------------------------------------------------------------------------- */

static const char *
get_raw (char **cells, guint column)
{
  return column < g_strv_length (cells) ? cells[column] : "";
}

/* The last cell with letters in front of the first day: staff numbers come before names. */
static char *
find_name (GwWeekSheet *self, char **cells)
{
  guint first = g_array_index (self->columns, guint, 0);
  const char *name = "";

  for (guint i = 0; i < first && cells[i] != NULL; i++)
    for (const char *at = cells[i]; *at != '\0'; at = g_utf8_next_char (at))
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        {
          if (*name == '\0' || strlen (cells[i]) > strlen (name))
            name = cells[i];
          break;
        }
  return g_strdup (name);
}

static GwSheetCode *
learn_code (GwWeekSheet *self, const char *text)
{
  g_autofree char *key = gw_sheet_code_key (text);
  GwSheetCode *code = g_hash_table_lookup (self->by_code, key);

  if (code != NULL)
    return code;
  code = g_new0 (GwSheetCode, 1);
  code->code = g_strndup (text, 40);
  gw_sheet_code_guess (code);
  g_ptr_array_add (self->codes, code);
  g_hash_table_insert (self->by_code, g_steal_pointer (&key), code);
  return code;
}

/* "E = 07:00-14:00" in a cell of its own. */
static gboolean
read_legend (GwWeekSheet *self, const char *cell)
{
  const char *sign = strpbrk (cell, "=:");
  g_autofree char *text = NULL;
  GwMinute start, end;
  GwSheetCode *code;

  if (sign == NULL || sign == cell || sign - cell > 12 || g_ascii_isdigit (*cell) ||
      !gw_minute_range_parse (sign + 1, &start, &end))
    return FALSE;
  text = g_strstrip (g_strndup (cell, (gsize) (sign - cell)));
  code = learn_code (self, text);
  code->meaning = GW_SHEET_SHIFT;
  code->start = start;
  code->end = end;
  return TRUE;
}

static void
read_row (GwWeekSheet *self, const RawRow *raw)
{
  GwSheetRow row = { raw->line, find_name (self, raw->cells), NULL };
  gboolean is_legend = FALSE;

  for (guint i = 0; raw->cells[i] != NULL; i++)
    is_legend |= read_legend (self, raw->cells[i]);
  if (is_legend || *row.name == '\0')
    {
      g_free (row.name);
      return;
    }
  row.cells = g_new0 (char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *cell = get_raw (raw->cells, g_array_index (self->columns, guint, i));
      GwMinute starts[2], ends[2];
      row.cells[i] = g_strdup (cell);
      if (*cell != '\0' && gw_sheet_parse_ranges (cell, starts, ends) == 0)
        learn_code (self, cell)->n_cells++;
    }
  g_array_append_val (self->rows, row);
}

static gboolean
read_raw (GwCsvReader *reader, GArray *raw, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (gw_csv_reader_next (reader, cancellable, &failure))
    {
      guint n = gw_csv_reader_get_n_cells (reader);
      RawRow row = { gw_csv_reader_get_line (reader, 0), g_new0 (char *, n + 1) };
      for (guint i = 0; i < n; i++)
        row.cells[i] = g_strdup (gw_csv_reader_get_cell (reader, i));
      g_array_append_val (raw, row);
      if (raw->len > MOST_ROWS)
        {
          g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID,
                               _ ("This sheet has more than 500 rows: it is not a team’s rota."));
          return FALSE;
        }
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static GwWeekSheet *
read_sheet (GwCsvReader *reader, GwDay monday, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (RawRow));
  g_autoptr (GwWeekSheet) self = new_sheet ();
  guint heading = 0;

  g_array_set_clear_func (raw, clear_raw_row);
  if (!read_raw (reader, raw, cancellable, error))
    return NULL;
  if (!find_days (self, raw, monday, &heading))
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID,
                           _ ("No row with days was found. The days should stand across, the names "
                              "down the left side."));
      return NULL;
    }
  for (guint i = 0; i < heading; i++)
    for (guint k = 0; g_array_index (raw, RawRow, i).cells[k] != NULL; k++)
      read_legend (self, g_array_index (raw, RawRow, i).cells[k]);
  for (guint i = heading + 1; i < raw->len; i++)
    read_row (self, &g_array_index (raw, RawRow, i));
  return g_steal_pointer (&self);
}

GwWeekSheet *
gw_week_sheet_read (GInputStream *stream, GwDay monday, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwCsvReader) reader = gw_csv_reader_new (stream, 0);

  return read_sheet (reader, monday, cancellable, error);
}

GwWeekSheet *
gw_week_sheet_read_text (const char *text, GwDay monday, GError **error)
{
  g_autoptr (GwCsvReader) reader = gw_csv_reader_new_for_text (text, 0);

  return read_sheet (reader, monday, NULL, error);
}

guint
gw_week_sheet_get_n_rows (GwWeekSheet *self)
{
  return self->rows->len;
}

const char *
gw_week_sheet_get_name (GwWeekSheet *self, guint row)
{
  return g_array_index (self->rows, GwSheetRow, row).name;
}

guint
gw_week_sheet_get_n_days (GwWeekSheet *self)
{
  return self->days->len;
}

GwDay
gw_week_sheet_get_day (GwWeekSheet *self, guint index)
{
  return g_array_index (self->days, GwDay, index);
}

const char *
gw_week_sheet_get_cell (GwWeekSheet *self, guint row, guint index)
{
  return g_array_index (self->rows, GwSheetRow, row).cells[index];
}

guint
gw_week_sheet_get_n_codes (GwWeekSheet *self)
{
  return self->codes->len;
}

GwSheetCode *
gw_week_sheet_get_code (GwWeekSheet *self, guint index)
{
  return g_ptr_array_index (self->codes, index);
}
