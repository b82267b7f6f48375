/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the items of the board's menus do, to what the menu was opened for. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-colleague.h"
#include "gw-shift.h"
#include "gw-visit-change.h"

#include <glib/gi18n-lib.h>

static void
on_do (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_rota_page_do (self, (GwBoardDeed) g_variant_get_int32 (parameter), self->menu.subject.part);
}

static void
on_actual (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_rota_page_ask_actual (self, self->menu.subject.part.visit);
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_rota_page_edit_record (self, &gw_visit_type, self->menu.subject.part.visit, _ ("Visit"));
}

static void
on_history (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;

  if (!gw_id_is_none (self->menu.subject.part.visit))
    gw_rota_page_show_history (self, &gw_visit_type, self->menu.subject.part.visit);
  else
    gw_rota_page_show_history (self, &gw_shift_type, self->menu.subject.shift);
}

static void
do_shift (GwRotaPage *self, GwBoardDeed deed)
{
  gint index = gw_board_week_find_shift (gw_board_get_week (self->board), self->menu.subject.shift);
  const GwBoardShift *shift;

  if (index < 0 || !gw_rota_page_may_edit (self))
    return;
  shift = gw_board_week_get_shift (gw_board_get_week (self->board), (guint) index);
  gw_board_act_on_shift (self->board, shift->row, shift->day, index, deed);
}

static void
on_move_shift (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  do_shift (data, GW_BOARD_DEED_HOLD);
}

static void
on_best_shift (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  do_shift (data, GW_BOARD_DEED_BEST);
}

static void
on_open_shift (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  do_shift (data, GW_BOARD_DEED_TO_COVER);
}

static void
on_edit_shift (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_rota_page_edit_record (self, &gw_shift_type, self->menu.subject.shift, _ ("Shift"));
}

static void
on_new_shift (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  GwDraft *draft = gw_draft_new (&gw_shift_type);
  const GwRecord *colleague = gw_rota_week_find_person (self->week, self->menu.subject.row);

  if (!gw_id_is_none (self->menu.subject.row))
    gw_shift_set_colleague (draft, self->menu.subject.row);
  if (!gw_id_is_none (self->team))
    gw_shift_set_team (draft, self->team);
  if (colleague != NULL)
    gw_shift_set_team (draft, gw_colleague_get_team (colleague));
  gw_shift_set_day (draft, gw_rota_page_get_subject_day (self));
  gw_rota_page_start_record (self, draft, _ ("New shift"));
}

static void
on_new_visit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  GwDraft *draft = gw_draft_new (&gw_visit_type);

  gw_visit_set_day (draft, gw_rota_page_get_subject_day (self));
  gw_visit_set_state (draft, GW_VISIT_STATE_PLANNED);
  gw_rota_page_start_record (self, draft, _ ("New visit"));
}

static void
on_away (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_rota_page_ask_away (self, self->menu.subject.row, gw_rota_page_get_subject_day (self));
}

/* The window asks the page back for whom it prints. */
static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;

  self->menu.to_print = self->menu.subject.row;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.print", NULL);
  self->menu.to_print = GW_ID_NONE;
}

static void
on_show_day (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_rota_page_show_view (self, GW_BOARD_VIEW_DAY, self->menu.subject.date);
}

static void
on_reinstate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  g_autoptr (GPtrArray)
      visits = gw_rota_week_list_cancelled (self->week, gw_rota_page_get_subject_day (self));
  GwId id;

  if (!gw_id_from_text (g_variant_get_string (parameter, NULL), &id) ||
      !gw_rota_page_may_edit (self))
    return;
  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      g_autofree char *name = gw_rota_page_dup_label_name (self, gw_visit_get_person (visit));
      if (gw_id_equal (gw_record_get_id (visit), id))
        gw_rota_page_send (self, gw_visit_reinstate (visit, name));
    }
}

static void
on_choose_none (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GwRotaPage *self = data;
  gw_board_clear_selection (self->board);
}

static const GActionEntry entries[] = {
  { .name = "choose-none", .activate = on_choose_none },
  { .name = "do", .activate = on_do, .parameter_type = "i" },
  { .name = "actual", .activate = on_actual },
  { .name = "edit", .activate = on_edit },
  { .name = "history", .activate = on_history },
  { .name = "move-shift", .activate = on_move_shift },
  { .name = "best-shift", .activate = on_best_shift },
  { .name = "open-shift", .activate = on_open_shift },
  { .name = "edit-shift", .activate = on_edit_shift },
  { .name = "new-shift", .activate = on_new_shift },
  { .name = "new-visit", .activate = on_new_visit },
  { .name = "away", .activate = on_away },
  { .name = "print", .activate = on_print },
  { .name = "show-day", .activate = on_show_day },
  { .name = "reinstate", .activate = on_reinstate, .parameter_type = "s" },
};

void
gw_rota_page_add_menu_actions (GwRotaPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "subject", G_ACTION_GROUP (group));
}
