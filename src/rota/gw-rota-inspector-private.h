/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the inspector: the visit itself, and apart from it the planner's answers. Same layer
 * only.
 */
#pragma once

#include "gw-rota-inspector.h"

#include "gw-board-card.h"

G_BEGIN_DECLS

struct _GwRotaInspector
{
  AdwBin parent_instance;

  GwSession *session;
  GwRotaWeek *week;
  GwId visit;
  GwId colleague;
  GPtrArray *rows;
  GCancellable *looking; /* for what leaves no place */
  GtkWidget *looking_row;
  gboolean is_looking; /* a worker is at it, perhaps for a visit that was shown before */

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwBin *face_place;
  GtkLabel *name;
  GtkLabel *when;
  GtkLabel *purpose;
  GtkLabel *trouble;
  GtkWidget *time_button;
  GtkWidget *pin_button;
  GtkWidget *edit_button;
  GtkWidget *cancel_button;
  AdwPreferencesGroup *who;
  AdwPreferencesGroup *places;
  AdwPreferencesGroup *why;
  AdwPreferencesGroup *others;
};

/** gw_rota_inspector_make_row: a row of words; @subtitle nullable. (transfer floating) */
GtkWidget *gw_rota_inspector_make_row (const char *title, const char *subtitle);

/** gw_rota_inspector_add_row: adds a row that goes with the visit that is shown. */
void gw_rota_inspector_add_row (GwRotaInspector *self, AdwPreferencesGroup *group, GtkWidget *row);

/** gw_rota_inspector_clear_rows: takes all rows away, and stops what looks for more. */
void gw_rota_inspector_clear_rows (GwRotaInspector *self);

/** gw_rota_inspector_stop_looking: what is looked for is wanted no more. */
void gw_rota_inspector_stop_looking (GwRotaInspector *self);

/** gw_rota_inspector_add_face: puts the face of a person or colleague before @row. */
void gw_rota_inspector_add_face (GwRotaInspector *self, GtkWidget *row, GwId id);

/** gw_rota_inspector_dup_colleague: what the screen calls a colleague, or that it is no one. */
char *gw_rota_inspector_dup_colleague (GwRotaInspector *self, GwId id);

/** gw_rota_inspector_show_prices: places and reasons for @entry, or why there are none. */
void gw_rota_inspector_show_prices (GwRotaInspector *self, const GwBoardEntry *entry);

G_END_DECLS
