/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as it was read; shared by reading and building. Only src/exchange includes this. */
#pragma once

#include "gw-week-sheet.h"

G_BEGIN_DECLS

/** GwSheetRow: a name and its cells, one for each day. */
typedef struct
{
  guint64 line;
  char *name;
  char **cells;
} GwSheetRow;

struct _GwWeekSheet
{
  GArray *days;
  GArray *columns;
  GArray *rows;
  GPtrArray *codes;
  GHashTable *by_code;
};

/** gw_sheet_code_key: how codes are compared: "A/L" and "al" are one. (transfer full) */
char *gw_sheet_code_key (const char *text);

/** gw_sheet_code_guess: fills in what @code most likely means. */
void gw_sheet_code_guess (GwSheetCode *code);

/** gw_sheet_parse_ranges: reads "7-14" or "7-11 / 16-20" into at most two spans; returns how many. */
guint gw_sheet_parse_ranges (const char *text, GwMinute *starts, GwMinute *ends);

/** gw_week_sheet_find_code: the legend's line for a cell; NULL for empty cells and plain times. */
GwSheetCode *gw_week_sheet_find_code (GwWeekSheet *self, const char *cell);

G_END_DECLS
