/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything visible is, so that tests can point at it with a real mouse. */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GwBoard *board;
  GwBoardGeometryFunc func;
  gpointer data;
} Dump;

static void
tell (Dump *dump, const char *kind, const char *id, const char *name, const GwBoardBox *box)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (dump->board)));
  double x = 0, y = 0;

  if (root == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (dump->board), root, box->x, box->y, &x, &y))
    return;
  dump->func (kind, id, name,
              &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) box->width, (float) box->height),
              dump->data);
}

/* What of @box is inside @bounds; FALSE when nothing is. */
static gboolean
crop (GwBoardBox *box, const GwBoardBox *bounds)
{
  double right = MIN (box->x + box->width, bounds->x + bounds->width);
  double bottom = MIN (box->y + box->height, bounds->y + bounds->height);

  box->x = MAX (box->x, bounds->x);
  box->y = MAX (box->y, bounds->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
  return box->width > 0 && box->height > 0;
}

static void
tell_stop (Dump *dump, const GwBoardStop *stop)
{
  GwBoard *self = dump->board;
  GwBoardBox box = gw_board_get_stop_box (self, stop);
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox lane = gw_board_geometry_get_row_box (&self->geometry, -1);
  gint row = gw_board_get_shown_row (self, stop->shown);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  if (!crop (&box, stop->shown < 0 ? &lane : &body))
    return;
  if (stop->entry >= 0)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
      id = gw_id_to_text (entry->visit_id);
      name = gw_board_words_entry (entry);
      tell (dump, "card", id, name, &box);
      return;
    }
  name = gw_board_words_cell (self->week, row, stop->day, stop->shift);
  if (stop->shift >= 0 && (row < 0 || self->geometry.view == GW_BOARD_VIEW_DAY))
    {
      id = gw_id_to_text (gw_board_week_get_shift (self->week, (guint) stop->shift)->id);
      tell (dump, "shift", id, name, &box);
      return;
    }
  id = gw_id_to_text (gw_board_week_get_row (self->week, (guint) row)->id);
  tell (dump, "cell", id, name, &box);
}

static void
tell_row (Dump *dump, gint shown)
{
  GwBoard *self = dump->board;
  gint row = gw_board_get_shown_row (self, shown);
  GwBoardBox box = gw_board_geometry_get_row_box (&self->geometry, shown);
  GwBoardBox head = gw_board_geometry_get_name_box (&self->geometry, shown);
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  g_autofree char *id = NULL;

  if (row == GW_BOARD_FOLD || !crop (&box, &body))
    return;
  head.y = box.y;
  head.height = box.height;
  if (row == GW_BOARD_ROW_OPEN)
    {
      tell (dump, "row", "", gw_board_words_row (self->week, row), &box);
      return;
    }
  id = gw_id_to_text (gw_board_week_get_row (self->week, (guint) row)->id);
  tell (dump, "row", id, gw_board_week_get_row (self->week, (guint) row)->full_name, &box);
  tell (dump, "button", id, gw_board_week_get_row (self->week, (guint) row)->name, &head);
}

static void
tell_headings (Dump *dump)
{
  GwBoard *self = dump->board;

  for (gint day = 0; self->geometry.view == GW_BOARD_VIEW_WEEK && day < self->geometry.n_days;
       day++)
    {
      GwBoardBox box = gw_board_geometry_get_cell_box (&self->geometry, -1, day);
      g_autofree char *name = gw_board_words_day (
          gw_day_add (gw_board_week_get_first_day (self->week), day));
      box.y = 0;
      box.height = self->geometry.axis_height;
      tell (dump, "button", "", name, &box);
    }
}

/* What a drop would mean there, while a visit is held: "verdict-fine", "verdict-cannot", … */
static void
tell_verdict (Dump *dump, guint index)
{
  GwBoard *self = dump->board;
  GtkWidget *pill = g_ptr_array_index (self->pool.pills, index);
  const GwBoardVerdict *verdict = gw_board_get_priced (self, (gint) index - 1);
  gint row = gw_board_get_shown_row (self, (gint) index - 1);
  graphene_rect_t bounds;
  g_autofree char *kind = NULL;
  g_autofree char *id = NULL;

  if (!gtk_widget_get_child_visible (pill) || verdict == NULL ||
      !gtk_widget_compute_bounds (pill, GTK_WIDGET (self), &bounds))
    return;
  kind = g_strconcat ("verdict-", gw_board_severity_get_class (verdict->severity), NULL);
  id = row >= 0 ? gw_id_to_text (gw_board_week_get_row (self->week, (guint) row)->id)
                : g_strdup ("");
  tell (dump, kind, id, verdict->sentence,
        &(GwBoardBox){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
}

void
gw_board_append_geometry (GwBoard *self, GwBoardGeometryFunc func, gpointer user_data)
{
  Dump dump = { self, func, user_data };
  GwBoardBox lane;

  g_return_if_fail (GW_IS_BOARD (self) && func != NULL);
  if (self->week == NULL)
    return;
  lane = gw_board_geometry_get_row_box (&self->geometry, -1);
  tell (&dump, "lane", "", _ ("To cover"), &lane);
  tell_headings (&dump);
  for (gint shown = 0; shown < (gint) self->layout.shown->len; shown++)
    tell_row (&dump, shown);
  for (guint i = 0; i < self->layout.stops->len; i++)
    tell_stop (&dump, gw_board_get_stop (self, i));
  for (guint i = 0; self->held.active && i < self->pool.pills->len; i++)
    tell_verdict (&dump, i);
}
