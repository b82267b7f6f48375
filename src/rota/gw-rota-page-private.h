/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the page, split by concern: showing, actions, editing visits, planning. Same layer
 * only.
 */
#pragma once

#include "gw-rota-inspector.h"
#include "gw-rota-next-step.h"
#include "gw-rota-numbers.h"
#include "gw-rota-page.h"
#include "gw-rota-repairs.h"
#include "gw-rota-review.h"
#include "gw-rota-week.h"

#include "gw-absence.h"
#include "gw-board-select.h"
#include "gw-empty-state.h"
#include "gw-planner.h"

G_BEGIN_DECLS

/** GwRotaPart: a visit as one colleague's; the none id: the part that is to cover. */
typedef struct
{
  GwId visit;
  GwId colleague;
} GwRotaPart;

/**
 * GwRotaSubject: what a menu is about, by ids, since indexes change with each commit.
 * @part: the visit, or the none id
 * @row: the colleague whose row it is; the none id: the lane, or the open shifts
 * @is_open: whether it is about the open shifts
 * @shift: the shift of that day, or the none id
 * @day: the day, or −1: all of the week
 * @box: where it is in the board
 */
typedef struct
{
  GwRotaPart part;
  GwId row;
  gboolean is_open;
  GwId shift;
  gint day;
  GdkRectangle box;
} GwRotaSubject;

/** GwRotaPlanKind: what a plan that is reviewed is: one plan, or one of three repairs. */
typedef enum
{
  GW_ROTA_PLAN_ALONE,
  GW_ROTA_PLAN_REPAIR
} GwRotaPlanKind;

struct _GwRotaPage
{
  AdwBin parent_instance;

  GwSession *session;
  GwRotaWeek *week;
  GwDay first_day;
  GwId team;
  GSimpleActionGroup *actions;

  /* Planning. */
  GwJob *job;
  gboolean reviewing;
  GwId repair_after; /* the time away after which repairs are wanted, once it has been read */
  GwId repaired; /* the time away that the repairs on the screen are for; the none id: for all */
  GHashTable *left_visits; /* (GwId) what that time away left behind */

  /* Moves that were put down and are being thought about. */
  GArray *settling;
  gint64 settling_since;

  /* What a menu or a question is about, whatever has the focus meanwhile. */
  GwRotaSubject subject;
  GwRotaPart asked;
  GtkWidget *menu;
  GtkWidget *menu_focus;
  guint menu_source;
  GwId to_print;

  char *detail;
  guint waiting;
  gboolean has_taken_focus;

  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  AdwBin *start_edge;
  AdwBin *end_edge;
  GtkMenuButton *range_button;
  GtkCalendar *calendar;
  GtkDropDown *team_choice; /* made for a second team */
  GtkToggleButton *week_button;
  GtkToggleButton *day_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *plan_button;
  GtkToggleButton *inspector_button;
  GwRotaNumbers *numbers;
  GwRotaNextStep *next_step;
  GtkRevealer *strip;
  GtkProgressBar *progress;
  GtkLabel *plan_words;
  AdwFlap *flap;
  GtkStack *stack;
  GwEmptyState *empty;
  GwBoard *board;

  /* Beside the board, made when first wanted. */
  GtkStack *side;
  GwRotaInspector *inspector;
  GwRotaRepairs *repairs;
  GwRotaReview *review;
  gboolean is_accepting; /* what was accepted is being written */
};

/** gw_rota_page_add_actions: the group "rota" and its shortcuts. */
void gw_rota_page_add_actions (GwRotaPage *self);

/** gw_rota_page_update_actions: what can be done now. */
void gw_rota_page_update_actions (GwRotaPage *self);

/** gw_rota_page_begin_days: the choice of days and of the team, and the first days. */
void gw_rota_page_begin_days (GwRotaPage *self);

/** gw_rota_page_update_range: the header says which days are shown. */
void gw_rota_page_update_range (GwRotaPage *self);

/** gw_rota_page_update_line: the status line says what has the focus, or how many are chosen. */
void gw_rota_page_update_line (GwRotaPage *self);

/** gw_rota_page_show_view: week or day; @day of the week, from 0. */
void gw_rota_page_show_view (GwRotaPage *self, GwBoardView view, gint day);

/** gw_rota_page_step: the week or day before (−1) or after (+1). */
void gw_rota_page_step (GwRotaPage *self, gint direction);

/** gw_rota_page_set_detail: what the status line says; taken. */
void gw_rota_page_set_detail (GwRotaPage *self, char *detail);

/** gw_rota_page_say: a toast; with @undo it offers to take it back. */
void gw_rota_page_say (GwRotaPage *self, const char *sentence, gboolean undo);

/** gw_rota_page_is_previewing: whether a plan is being made or reviewed. */
gboolean gw_rota_page_is_previewing (GwRotaPage *self);

/** gw_rota_page_inspect_part: opens the inspector on a part of a visit, and focuses its card. */
void gw_rota_page_inspect_part (GwRotaPage *self, GwRotaPart part, GwRotaSection section);

/** gw_rota_page_send: submits @change (taken), says its label, or why not. */
void gw_rota_page_send (GwRotaPage *self, GwChange *change);

/** gw_rota_page_send_and_say: the same, with a whole @sentence (nullable) for the label. */
void gw_rota_page_send_and_say (GwRotaPage *self, GwChange *change, const char *sentence);

/** gw_rota_page_refuse: says why something is not done. */
void gw_rota_page_refuse (GwRotaPage *self, const char *sentence);

/** gw_rota_page_put_back: what was dropped glides back to where it was. */
void gw_rota_page_put_back (GwRotaPage *self);

/** gw_rota_page_may_edit: whether the rota can be changed now; says why not. */
gboolean gw_rota_page_may_edit (GwRotaPage *self);

/**
 * gw_rota_page_add_to_cover: @words about what was done, and that @n_visits have nobody then; @words
 * alone when none has. (transfer full)
 */
char *gw_rota_page_add_to_cover (const char *words, guint n_visits) G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_page_dup_label_name: a person or colleague as labels of changes keep them. (transfer full) */
char *gw_rota_page_dup_label_name (GwRotaPage *self, GwId id);

/** gw_rota_page_dup_name: a person or colleague as the screen calls them. (transfer full) */
char *gw_rota_page_dup_name (GwRotaPage *self, GwId id);

/** gw_rota_page_do: does @deed to a part of a visit, wherever the focus is. */
void gw_rota_page_do (GwRotaPage *self, GwBoardDeed deed, GwRotaPart part);

/** gw_rota_page_do_all: the same to all that are chosen, if that part is one of several. */
gboolean gw_rota_page_do_all (GwRotaPage *self, GwBoardDeed deed, GwRotaPart part);

/**
 * gw_rota_page_settle_moves: does what was put down (#GwBoardMove, together) as soon as it is known
 * what it means, for the most part at once; or says why not.
 */
void gw_rota_page_settle_moves (GwRotaPage *self, GArray *moves);

/** gw_rota_page_settle: something is known now: does what was put down before, or says why not. */
void gw_rota_page_settle (GwRotaPage *self);

/** gw_rota_page_move_visit: does @move of a visit, or says why not. */
void gw_rota_page_move_visit (GwRotaPage *self, const GwBoardMove *move);

/** gw_rota_page_connect_free: ideas for paid free time. */
void gw_rota_page_connect_free (GwRotaPage *self);

/** gw_rota_page_connect_shifts: signals of the board that move several visits. */
void gw_rota_page_connect_shifts (GwRotaPage *self);

/** gw_rota_page_find_visit: a visit that the board shows, or NULL. (transfer none) */
const GwRecord *gw_rota_page_find_visit (GwRotaPage *self, GwId id);

/** gw_rota_page_ask_actual: asks how a visit went. */
void gw_rota_page_ask_actual (GwRotaPage *self, GwId visit);

/** gw_rota_page_ask_away: asks how long a colleague is away, beginning with @day. */
void gw_rota_page_ask_away (GwRotaPage *self, GwId colleague, GwDay day);

/** gw_rota_page_edit_record: the form of a record that the week holds. */
void gw_rota_page_edit_record (GwRotaPage *self, const GwRecordType *type, GwId id,
                               const char *title);

/** gw_rota_page_start_record: the form of a new record; takes @draft. */
void gw_rota_page_start_record (GwRotaPage *self, GwDraft *draft, const char *title);

/** gw_rota_page_show_history: what happened to a record. */
void gw_rota_page_show_history (GwRotaPage *self, const GwRecordType *type, GwId id);

/** gw_rota_page_add_menu: the group "subject" and the board's menus. */
void gw_rota_page_add_menu (GwRotaPage *self);

/** gw_rota_page_add_menu_actions: the group "subject": what the items of the menus do. */
void gw_rota_page_add_menu_actions (GwRotaPage *self);

/** gw_rota_page_get_subject_day: the day a menu is about; of a whole row today, if it is shown. */
GwDay gw_rota_page_get_subject_day (GwRotaPage *self);

/** gw_rota_page_connect_edits: signals of the board and the inspector that change visits. */
void gw_rota_page_connect_edits (GwRotaPage *self);

/** gw_rota_page_plan: plans @scope: "to-cover", "day" or "week". */
void gw_rota_page_plan (GwRotaPage *self, const char *scope);

/** gw_rota_page_review_plan: shows what @plan changes, on the board and at its side. */
void gw_rota_page_review_plan (GwRotaPage *self, GwWeekPlan *plan, GwRotaPlanKind kind);

/** gw_rota_page_say_nothing_better: says that @plan changes nothing, and why. */
void gw_rota_page_say_nothing_better (GwRotaPage *self, GwWeekPlan *plan);

/** gw_rota_page_repair: looks for three ways to cover what is not covered. */
void gw_rota_page_repair (GwRotaPage *self);

/**
 * gw_rota_page_repair_after: the same for what @absence, just noted, leaves behind, as soon as it has
 * been read; @visits (#GwId) came open through it.
 */
void gw_rota_page_repair_after (GwRotaPage *self, const GwAbsence *absence, GHashTable *visits);

/**
 * gw_rota_page_repair_when_read: the days have been read: begins if that was waited for, and ends if
 * the time away that is repaired was taken back.
 */
void gw_rota_page_repair_when_read (GwRotaPage *self);

/** gw_rota_page_make_side: what lies beside the board, where it is not there yet. */
void gw_rota_page_make_side (GwRotaPage *self);

/** gw_rota_page_connect_inspector: signals of the details of a visit. */
void gw_rota_page_connect_inspector (GwRotaPage *self);

/** gw_rota_page_connect_repairs: signals of the table of repairs. */
void gw_rota_page_connect_repairs (GwRotaPage *self);

/** gw_rota_page_stop_plan: stops and keeps the best. */
void gw_rota_page_stop_plan (GwRotaPage *self);

/** gw_rota_page_fill_week: adds the regular visits and shifts that the week lacks. */
void gw_rota_page_fill_week (GwRotaPage *self);

/** gw_rota_page_connect_plan: signals of the review. */
void gw_rota_page_connect_plan (GwRotaPage *self);

/** gw_rota_page_forget_plan: as when another week is shown. */
void gw_rota_page_forget_plan (GwRotaPage *self);

G_END_DECLS
