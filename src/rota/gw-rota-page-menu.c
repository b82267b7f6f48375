/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Menus of the board: what can be done with a visit, a colleague's day or row, the to-cover lane.
 * Each item is an action of the group "subject" and works on what the menu was opened for.
 */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-colleague.h"
#include "gw-visit-change.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
append_deed (GMenu *menu, const char *label, GwBoardDeed deed, const char *accel)
{
  append (menu, label, "subject.do", g_variant_new_int32 ((gint) deed), accel);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GwDay
gw_rota_page_get_subject_day (GwRotaPage *self)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (self->session));
  gint shown = gw_day_diff (today, self->first_day);

  if (self->menu.subject.day >= 0)
    return self->menu.subject.date;
  if (gw_board_get_view (self->board) == GW_BOARD_VIEW_DAY)
    return gw_rota_page_get_day (self);
  return shown >= 0 && shown < GW_ROTA_DAYS ? today : self->first_day;
}

static void
append_questions (GMenu *menu, const GwBoardEntry *entry)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append_deed (section, _ ("_Details"), GW_BOARD_DEED_OPEN, "Return");
  if ((entry->flags & GW_BOARD_ENTRY_PAST) == 0)
    {
      append_deed (section, _ ("_Best places"), GW_BOARD_DEED_SUGGEST, "<Control>space");
      if (entry->row >= 0)
        append_deed (section, _ ("_Why this?"), GW_BOARD_DEED_WHY, "<Control>i");
    }
  append_section (menu, section);
}

static void
append_moves (GMenu *menu, const GwBoardEntry *entry)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if ((entry->flags & GW_BOARD_ENTRY_PAST) == 0)
    {
      append_deed (section, _ ("_Move"), GW_BOARD_DEED_HOLD, "space");
      append_deed (section, _ ("Another _time…"), GW_BOARD_DEED_TIME, "F2");
      if (entry->row >= 0)
        append_deed (section, _ ("Back to _cover"), GW_BOARD_DEED_TO_COVER, NULL);
    }
  append_deed (section,
               (entry->flags & GW_BOARD_ENTRY_PINNED) != 0 ? _ ("Let the _planner move it")
                                                           : _ ("_Keep as it is"),
               GW_BOARD_DEED_PIN, "<Control><Shift>p");
  append_section (menu, section);
}

/* What is seldom asked for lies behind the others, so that the menu fits on a small screen. */
static void
append_record (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append (section, _ ("_Edit…"), "subject.edit", NULL, NULL);
  append_deed (section, _ ("Co_py"), GW_BOARD_DEED_COPY, "<Control>d");
  append (section, _ ("His_tory"), "subject.history", NULL, NULL);
  g_menu_append_submenu (menu, _ ("Mo_re about this visit"), G_MENU_MODEL (section));
}

static void
append_shift (GwRotaPage *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (!gw_id_is_none (self->menu.subject.shift))
    {
      if (!gw_board_week_is_past (gw_board_get_week (self->board), self->menu.subject.day))
        {
          append (section, _ ("_Move the shift"), "subject.move-shift", NULL, "space");
          append (section, _ ("Find the _best colleague"), "subject.best-shift", NULL, NULL);
          if (!self->menu.subject.is_open)
            append (section, _ ("Give it to n_obody"), "subject.open-shift", NULL, NULL);
        }
      append (section, _ ("Edit the s_hift…"), "subject.edit-shift", NULL, NULL);
      append (section, _ ("His_tory of the shift"), "subject.history", NULL, NULL);
    }
  else if (self->menu.subject.day >= 0)
    append (section, _ ("New s_hift…"), "subject.new-shift", NULL, NULL);
  append_section (menu, section);
}

/* A name as menus take it, where one low line marks a letter and two are one. */
static char *
dup_menu_name (GwRotaPage *self, GwId id)
{
  g_autofree char *name = gw_rota_page_dup_name (self, id);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* Who is no longer in the team is on the board for what was. */
static gboolean
is_gone (GwRotaPage *self)
{
  GwBoardWeek *board = gw_board_get_week (self->board);
  gint row = gw_board_week_find_row (board, self->menu.subject.row);

  return row >= 0 && gw_board_week_get_row (board, (guint) row)->is_gone;
}

/* About the colleague: in place, or behind her name. */
static void
append_colleague (GwRotaPage *self, GMenu *menu, gboolean behind)
{
  g_autofree char *name = dup_menu_name (self, self->menu.subject.row);
  /* Translators: %s is a colleague's name */
  g_autofree char *away = g_strdup_printf (_ ("%s is _away…"), name);
  g_autofree char *print = g_strdup_printf (_ ("_Print %s’s run…"), name);
  g_autoptr (GMenu) section = g_menu_new ();

  append (section, away, "subject.away", NULL, NULL);
  append (section, print, "subject.print", NULL, NULL);
  if (behind)
    g_menu_append_submenu (menu, name, G_MENU_MODEL (section));
  else
    append_section (menu, section);
}

static void
append_lane (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append (section, _ ("Plan _what is not covered"), "rota.plan", g_variant_new_string ("to-cover"),
          "F5");
  append (section, _ ("_Compare three ways to cover"), "rota.repair", NULL, "<Shift>F5");
  append (section, _ ("_Go to the next"), "rota.next-trouble", NULL, "F8");
  append (section, _ ("_New visit…"), "subject.new-visit", NULL, NULL);
  append (section, _ ("_Fill this week from regular visits"), "rota.fill-week", NULL, NULL);
  append_section (menu, section);
}

/* "08:00 Rose", each of which brings a cancelled visit back. */
static void
append_cancelled (GwRotaPage *self, GMenu *menu)
{
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GPtrArray)
      visits = gw_rota_week_list_cancelled (self->week, gw_rota_page_get_subject_day (self));

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      g_autofree char *name = dup_menu_name (self, gw_visit_get_person (visit));
      g_autofree char *start = gw_minute_to_text (gw_visit_get_shown_start (visit));
      g_autofree char *label = g_strdup_printf (C_ ("card", "%s %s"), start, name);
      g_autofree char *id = gw_id_to_text (gw_record_get_id (visit));
      append (list, label, "subject.reinstate", g_variant_new_string (id), NULL);
    }
  if (visits->len > 0)
    g_menu_append_submenu (menu, _ ("Bring a cancelled visit back"), G_MENU_MODEL (list));
}

static void
append_day (GwRotaPage *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (self->menu.subject.day >= 0 && gw_board_get_view (self->board) == GW_BOARD_VIEW_WEEK)
    append (section, _ ("Show this da_y"), "subject.show-day", NULL, NULL);
  append_cancelled (self, section);
  append_section (menu, section);
}

/* What can be done with all that are chosen. */
static void
append_several (GMenu *menu, guint n)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *move = g_strdup_printf (ngettext ("_Move %u visit", "_Move %u visits", n), n);
  g_autofree char *lane = g_strdup_printf (
      ngettext ("%u visit back to _cover", "%u visits back to _cover", n), n);
  g_autofree char *keep = g_strdup_printf (
      ngettext ("_Keep %u visit, or let it go", "_Keep %u visits, or let them go", n), n);

  append_deed (section, move, GW_BOARD_DEED_HOLD, "space");
  append_deed (section, lane, GW_BOARD_DEED_TO_COVER, NULL);
  append_deed (section, keep, GW_BOARD_DEED_PIN, "<Control><Shift>p");
  append (section, _ ("Choose _none"), "subject.choose-none", NULL, "Escape");
  append_section (menu, section);
}

/* How many are chosen, if the card is one of several. */
static guint
count_chosen (GwRotaPage *self, gint index)
{
  g_autoptr (GArray) selection = gw_board_dup_selection (self->board);

  for (guint i = 0; selection->len > 1 && i < selection->len; i++)
    if (g_array_index (selection, gint, i) == index)
      return selection->len;
  return 0;
}

static void
append_visit (GwRotaPage *self, GMenu *menu, const GwBoardEntry *entry)
{
  g_autoptr (GMenu) section = g_menu_new ();
  gboolean past = (entry->flags & GW_BOARD_ENTRY_PAST) != 0;

  append_questions (menu, entry);
  append_moves (menu, entry);
  if (past || gw_board_week_get_today (gw_board_get_week (self->board)) >= entry->day)
    append (section, _ ("_How did it go?"), "subject.actual", NULL, NULL);
  append_record (section);
  if (entry->row >= 0 && !is_gone (self))
    append_colleague (self, section, TRUE);
  if (!past)
    append_deed (section, _ ("Cance_l this visit…"), GW_BOARD_DEED_CANCEL, "Delete");
  append_section (menu, section);
}

static GMenu *
make_menu (GwRotaPage *self, const GwBoardEntry *entry, guint n_chosen)
{
  GMenu *menu = g_menu_new ();

  if (n_chosen > 0)
    {
      append_several (menu, n_chosen);
      return menu;
    }
  if (entry != NULL)
    append_visit (self, menu, entry);
  else if (self->menu.subject.is_open)
    append_shift (self, menu);
  else if (!gw_id_is_none (self->menu.subject.row))
    {
      if (!is_gone (self) || !gw_id_is_none (self->menu.subject.shift))
        append_shift (self, menu);
      if (!is_gone (self))
        append_colleague (self, menu, FALSE);
    }
  else
    append_lane (menu);
  append_day (self, menu);
  return menu;
}

/* A name stands for the first shift of its day. */
static GwId
find_shift (GwBoardWeek *board, const GwBoardSubject *asked)
{
  gint shift = asked->entry >= 0 ? -1 : asked->shift;

  if (shift < 0 && asked->entry < 0 && asked->row >= 0 && asked->day >= 0)
    {
      const GwBoardCell *cell = gw_board_week_get_cell (board, asked->row, asked->day);
      shift = cell->n_shifts > 0 ? (gint) cell->first_shift : -1;
    }
  return shift >= 0 ? gw_board_week_get_shift (board, (guint) shift)->id : GW_ID_NONE;
}

static void
take_subject (GwRotaPage *self, const GwBoardSubject *asked)
{
  GwBoardWeek *board = gw_board_get_week (self->board);
  const GwBoardEntry *entry = asked->entry >= 0
                                  ? gw_board_week_get_entry (board, (guint) asked->entry)
                                  : NULL;

  self->menu.subject = (GwRotaSubject){
    .part = { entry != NULL ? entry->visit_id : GW_ID_NONE,
              entry != NULL ? entry->colleague : GW_ID_NONE },
    .row = asked->row >= 0 ? gw_board_week_get_row (board, (guint) asked->row)->id : GW_ID_NONE,
    .is_open = asked->row == GW_BOARD_ROW_OPEN,
    .shift = find_shift (board, asked),
    .day = asked->day,
    .date = gw_rota_page_get_board_day (self, MAX (asked->day, 0)),
    .box = asked->box,
  };
}

/* Lines between sections come late, and with them the menu's height. */
static gboolean
on_menu_measured (gpointer data)
{
  GwRotaPage *self = data;

  self->menu.source = 0;
  if (self->menu.popover != NULL && gtk_widget_get_visible (self->menu.popover))
    gtk_popover_present (GTK_POPOVER (self->menu.popover));
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (GwRotaPage *self)
{
  if (self->menu.focus != NULL)
    gtk_widget_grab_focus (self->menu.focus);
  g_clear_weak_pointer (&self->menu.focus);
}

static void
ensure_menu (GwRotaPage *self)
{
  if (self->menu.popover != NULL)
    return;
  self->menu.popover = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->menu.popover, GTK_WIDGET (self->board));
  gtk_widget_set_halign (self->menu.popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu.popover), FALSE);
  g_signal_connect_swapped (self->menu.popover, "closed", G_CALLBACK (on_menu_closed), self);
}

static void
on_menu_asked (GwBoard *board, const GwBoardSubject *asked, GwRotaPage *self)
{
  const GwBoardEntry *entry =
      asked->entry >= 0 ? gw_board_week_get_entry (gw_board_get_week (board), (guint) asked->entry)
                        : NULL;
  g_autoptr (GMenu) menu = NULL;

  take_subject (self, asked);
  menu = make_menu (self, entry, count_chosen (self, asked->entry));
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  ensure_menu (self);
  g_set_weak_pointer (&self->menu.focus,
                      gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu.popover), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu.popover), &self->menu.subject.box);
  gtk_popover_popup (GTK_POPOVER (self->menu.popover));
  if (self->menu.source == 0)
    self->menu.source = g_idle_add (on_menu_measured, self);
}

void
gw_rota_page_add_menu (GwRotaPage *self)
{
  gw_rota_page_add_menu_actions (self);
  g_signal_connect (self->board, "menu-asked", G_CALLBACK (on_menu_asked), self);
}
