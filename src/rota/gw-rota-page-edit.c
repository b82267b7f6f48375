/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do to visits: each builds a change, submits it, and says what happened. */
#include "config.h"

#include "gw-rota-page-private.h"
#include "gw-rota-questions.h"

#include "gw-name.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-text.h"
#include "gw-visit-change.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

/* A change on its way; keeps the page until the answer. */
typedef struct
{
  GwRotaPage *page;
  GwChange *change;
  char *sentence; /* what is said then; NULL: the label */
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->page);
  gw_change_unref (sending->change);
  g_free (sending->sentence);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

void
gw_rota_page_refuse (GwRotaPage *self, const char *sentence)
{
  gw_rota_page_set_detail (self, g_strdup (sentence));
  gw_rota_page_say (self, sentence, FALSE);
}

/* Answers may come late: what was picked up since then stays in the hand. */
void
gw_rota_page_put_back (GwRotaPage *self)
{
  if (!gw_board_is_holding (self->board))
    gw_board_put_back (self->board);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sending) sending = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (GW_SESSION (source), result, &error);

  sending->page->settling.n_sent--;
  if (commit != NULL)
    {
      const char *label = gw_change_get_label (sending->change);

      gw_rota_page_say (sending->page,
                        sending->sentence != NULL
                            ? sending->sentence
                            : gw_session_veil_label (sending->page->session, label),
                        TRUE);
    }
  else
    {
      gw_rota_page_put_back (sending->page);
      gw_rota_page_refuse (sending->page, error->message);
    }
  /* Without a commit nothing is read again, and what waits goes on all the same. */
  if (sending->page->session != NULL)
    gw_rota_page_settle (sending->page);
}

void
gw_rota_page_send (GwRotaPage *self, GwChange *change)
{
  gw_rota_page_send_and_say (self, change, NULL);
}

void
gw_rota_page_send_and_say (GwRotaPage *self, GwChange *change, const char *sentence)
{
  Sending *sending = g_new0 (Sending, 1);

  if (gw_change_is_empty (change))
    {
      gw_rota_page_put_back (self);
      gw_change_unref (change);
      g_free (sending);
      return;
    }
  sending->page = g_object_ref (self);
  sending->change = change;
  sending->sentence = g_strdup (sentence);
  self->settling.n_sent++;
  gw_session_submit_async (self->session, change, NULL, on_submitted, sending);
}

/* Hidden names come back; a label that was kept would stay without them. */
char *
gw_rota_page_dup_label_name (GwRotaPage *self, GwId id)
{
  const GwRecord *record = gw_rota_week_find_person (self->week, id);
  g_autofree char *name = NULL;

  if (record == NULL)
    return g_strdup ("…");
  name = gw_record_get_record_type (record) == &gw_person_type
             ? gw_person_dup_name (record, FALSE)
             : gw_colleague_dup_name (record, FALSE);
  return gw_text_isolate (name);
}

char *
gw_rota_page_dup_name (GwRotaPage *self, GwId id)
{
  const GwRecord *record = gw_rota_week_find_person (self->week, id);

  g_autofree char *initials = NULL;

  if (record == NULL || !gw_session_get_hide_names (self->session))
    return gw_rota_page_dup_label_name (self, id);
  initials = gw_record_dup_initials (record);
  return gw_text_isolate (initials);
}

static char *
dup_person (GwRotaPage *self, const GwRecord *visit)
{
  return gw_rota_page_dup_label_name (self, gw_visit_get_person (visit));
}

/* The card of @part, or −1 when it is not there any more. */
static gint
find_index (GwRotaPage *self, GwRotaPart part)
{
  GwBoardWeek *board = gw_board_get_week (self->board);

  return board != NULL ? gw_board_week_find_entry (board, part.visit, part.colleague) : -1;
}

static const GwBoardEntry *
find_part (GwRotaPage *self, GwRotaPart part)
{
  gint index = find_index (self, part);

  return index >= 0 ? gw_board_week_get_entry (gw_board_get_week (self->board), (guint) index)
                    : NULL;
}

gboolean
gw_rota_page_may_edit (GwRotaPage *self)
{
  if (gw_rota_page_is_previewing (self))
    gw_rota_page_refuse (self, _ ("Accept the plan or leave it as it was first."));
  else if (gw_session_is_read_only (self->session))
    gw_rota_page_refuse (self, _ ("This file was opened to look only."));
  else
    return TRUE;
  return FALSE;
}

const GwRecord *
gw_rota_page_find_visit (GwRotaPage *self, GwId id)
{
  GwBoardWeek *board = gw_board_get_week (self->board);

  for (guint i = 0; board != NULL && i < gw_board_week_get_n_entries (board); i++)
    if (gw_id_equal (gw_board_week_get_entry (board, i)->visit_id, id))
      return gw_board_week_get_entry (board, i)->visit;
  return NULL;
}

void
gw_rota_page_move_visit (GwRotaPage *self, const GwBoardMove *move)
{
  const GwRecord *visit = gw_rota_page_find_visit (self, move->visit);
  g_autofree char *name = NULL;

  if (visit == NULL || !gw_rota_page_may_edit (self))
    {
      gw_rota_page_put_back (self);
      return;
    }
  name = dup_person (self, visit);
  gw_rota_page_send (
      self, gw_rota_pricer_build_change (gw_rota_week_get_pricer (self->week), move, visit, name));
}

static void
on_dropped (GwBoard *board, const GwBoardMove *move, GwRotaPage *self)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (GwBoardMove));

  g_array_append_val (moves, *move);
  gw_rota_page_settle_moves (self, moves);
}

static void
on_moved (GwRotaInspector *inspector, const GwBoardMove *move, GwRotaPage *self)
{
  GwBoardMove copy = *move;
  gw_rota_page_move_visit (self, &copy);
}

static void
on_refused (GwBoard *board, const char *sentence, GwRotaPage *self)
{
  gw_rota_page_refuse (self, sentence);
}

static void
on_time_chosen (GwMinute start, gpointer data)
{
  GwRotaPage *self = data;
  const GwBoardEntry *entry = find_part (self, self->menu.asked);
  GwBoardMove move;

  if (entry == NULL)
    return;
  move = (GwBoardMove){
    .visit = entry->visit_id,
    .from = entry->colleague,
    .to = entry->colleague,
    .day = gw_visit_get_day (entry->visit),
    .start = start,
  };
  g_auto (GwBoardVerdict) verdict = { GW_BOARD_UNKNOWN, NULL, start };
  gw_board_pricer_price (GW_BOARD_PRICER (gw_rota_week_get_pricer (self->week)), &move, &verdict);
  if (verdict.severity == GW_BOARD_CANNOT)
    gw_rota_page_refuse (self, verdict.sentence);
  else
    gw_rota_page_move_visit (self, &move);
}

static void
ask_time (GwRotaPage *self, const GwBoardEntry *entry)
{
  gint index = find_index (self, self->menu.asked);
  GdkRectangle box;

  gw_board_focus_entry (self->board, index);
  if (gw_board_get_entry_box (self->board, index, &box))
    gw_rota_ask_time (GTK_WIDGET (self->board), &box, gw_visit_get_shown_start (entry->visit),
                      on_time_chosen, self);
}

static void
on_cancel_chosen (const GwCancellation *cancellation, gpointer data)
{
  GwRotaPage *self = data;
  const GwRecord *visit = gw_rota_page_find_visit (self, self->menu.asked.visit);
  g_autofree char *name = NULL;

  if (visit == NULL)
    return;
  name = dup_person (self, visit);
  gw_rota_page_send (self, gw_visit_cancel (visit, cancellation, name));
}

static void
ask_cancel (GwRotaPage *self, const GwBoardEntry *entry)
{
  GwClock *clock = gw_session_get_clock (self->session);
  gint notice = gw_visit_get_start_on (entry->visit, gw_clock_get_today (clock)).value -
                gw_clock_get_minute (clock).value;

  gw_rota_ask_cancel (GTK_WIDGET (self), gw_board_get_week (self->board),
                      (guint) find_index (self, self->menu.asked), GW_SPAN (MAX (notice, 0)),
                      on_cancel_chosen, self);
}

static void
on_actual_written (GwMinute start, GwMinute end, const char *note, gpointer data)
{
  GwRotaPage *self = data;
  const GwRecord *visit = gw_rota_page_find_visit (self, self->menu.asked.visit);
  g_autofree char *name = NULL;

  if (visit == NULL)
    return;
  name = dup_person (self, visit);
  gw_rota_page_send (self, gw_visit_set_actual (visit, start, end, note, name));
}

void
gw_rota_page_ask_actual (GwRotaPage *self, GwId id)
{
  const GwRecord *visit = gw_rota_page_find_visit (self, id);

  if (visit == NULL || !gw_rota_page_may_edit (self))
    return;
  self->menu.asked = (GwRotaPart){ id, GW_ID_NONE };
  g_autofree char *name = dup_person (self, visit);
  gw_rota_ask_actual (GTK_WIDGET (self), visit, name, on_actual_written, self);
}

static void
pin (GwRotaPage *self, const GwRecord *visit)
{
  g_autofree char *name = dup_person (self, visit);
  gw_rota_page_send (self, gw_visit_pin (visit, !gw_visit_get_pinned (visit), NULL, name));
}

static void
copy (GwRotaPage *self, const GwBoardEntry *entry)
{
  g_autofree char *name = dup_person (self, entry->visit);
  gw_rota_page_send (self, gw_visit_copy (entry->visit, gw_visit_get_day (entry->visit),
                                          gw_visit_get_shown_start (entry->visit), GW_ID_NONE,
                                          name));
}

static void
edit (GwRotaPage *self, GwBoardDeed deed, const GwBoardEntry *entry)
{
  gboolean past = (entry->flags & GW_BOARD_ENTRY_PAST) != 0;

  if (!gw_rota_page_may_edit (self))
    return;
  if (deed == GW_BOARD_DEED_PIN)
    pin (self, entry->visit);
  else if (deed == GW_BOARD_DEED_COPY)
    copy (self, entry);
  else if (past)
    gw_rota_page_refuse (
        self, _ ("What is past stays as it was planned. Write down the actual times instead."));
  else if (deed == GW_BOARD_DEED_TIME)
    ask_time (self, entry);
  else if (deed == GW_BOARD_DEED_CANCEL)
    ask_cancel (self, entry);
  else
    gw_board_act (self->board, find_index (self, self->menu.asked), deed);
}

void
gw_rota_page_do (GwRotaPage *self, GwBoardDeed deed, GwRotaPart part)
{
  const GwBoardEntry *entry = find_part (self, part);

  if (entry == NULL || gw_rota_page_do_all (self, deed, part))
    return;
  self->menu.asked = part;
  if (deed == GW_BOARD_DEED_OPEN)
    gw_rota_page_inspect_part (self, part, GW_ROTA_SECTION_DETAILS);
  else if (deed == GW_BOARD_DEED_SUGGEST)
    gw_rota_page_inspect_part (self, part, GW_ROTA_SECTION_SUGGEST);
  else if (deed == GW_BOARD_DEED_WHY)
    gw_rota_page_inspect_part (self, part, GW_ROTA_SECTION_WHY);
  else
    edit (self, deed, entry);
}

static void
on_acted (GwBoard *board, gint deed, gint index, GwRotaPage *self)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (board), (guint) index);

  gw_rota_page_do (self, (GwBoardDeed) deed, (GwRotaPart){ entry->visit_id, entry->colleague });
}

/* The inspector may show another visit than the one that has the focus. */
static void
on_inspector_acted (GwRotaInspector *inspector, gint deed, GwRotaPage *self)
{
  GwRotaPart part = { gw_rota_inspector_get_visit (inspector),
                      gw_rota_inspector_get_colleague (inspector) };

  gw_rota_page_do (self, (GwBoardDeed) deed, part);
}

static void
on_edit_asked (GwRotaInspector *inspector, GwRotaPage *self)
{
  gw_rota_page_edit_record (self, &gw_visit_type, gw_rota_inspector_get_visit (inspector),
                            _ ("Visit"));
}

void
gw_rota_page_connect_edits (GwRotaPage *self)
{
  g_signal_connect (self->board, "dropped", G_CALLBACK (on_dropped), self);
  gw_rota_page_connect_shifts (self);
  gw_rota_page_connect_free (self);
  g_signal_connect (self->board, "refused", G_CALLBACK (on_refused), self);
  g_signal_connect (self->board, "acted", G_CALLBACK (on_acted), self);
}

void
gw_rota_page_connect_inspector (GwRotaPage *self)
{
  g_signal_connect (self->inspector, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect (self->inspector, "acted", G_CALLBACK (on_inspector_acted), self);
  g_signal_connect (self->inspector, "edit-asked", G_CALLBACK (on_edit_asked), self);
}
