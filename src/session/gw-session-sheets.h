/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sheets from the team file: reads what a sheet needs, plans nothing, and lays it out. What may be
 * on a sheet is decided by `paper`. Main thread, except `_sync`.
 */
#pragma once

#include "gw-job.h"
#include "gw-scene.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** GwSheetKind: the sheets there are. */
typedef enum
{
  GW_SHEET_FRIDGE,
  GW_SHEET_RUN,
  GW_SHEET_PEOPLE,
  GW_SHEET_COLLEAGUES
} GwSheetKind;

/** gw_sheet_kind_is_list: whether it is one list of all, which is for nobody and for no days. */
static inline gboolean
gw_sheet_kind_is_list (GwSheetKind kind)
{
  return kind == GW_SHEET_PEOPLE || kind == GW_SHEET_COLLEAGUES;
}

/**
 * GwSheetRequest: a person's fridge sheet or a colleague's run, for @n_days (1–28); or a list, for which
 * only @kind and @n_days count.
 */
typedef struct
{
  GwSheetKind kind;
  GwId who;
  GwDay first_day;
  guint n_days;
} GwSheetRequest;

/**
 * gw_session_make_sheet_sync: lays a sheet out, waiting for the disk; workers and tools.
 * (transfer full), or NULL with GW_ERROR_NOT_FOUND when nobody has that id, GW_ERROR_INVALID with a
 * sentence for the screen when the person wants no sheets at home, or the store's error.
 */
GwScene *gw_session_make_sheet_sync (GwSession *self, const GwSheetRequest *request,
                                     GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_make_sheet_async: the same on a worker. */
void gw_session_make_sheet_async (GwSession *self, const GwSheetRequest *request,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);

/** gw_session_make_sheet_finish: as gw_session_make_sheet_sync(). (transfer full) */
GwScene *gw_session_make_sheet_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * GwSheetPile: several sheets of one kind and for the same days, one after the other.
 * @kind: which sheet
 * @first_day: from which day on
 * @n_days: 1–28
 * @ids: whose, in this order
 * @n: how many
 */
typedef struct
{
  GwSheetKind kind;
  GwDay first_day;
  guint n_days;
  const GwId *ids;
  guint n;
} GwSheetPile;

/**
 * gw_session_make_pile_sync: lays all sheets of @pile out behind each other. Who chose to have no
 * sheets, and colleagues who do not work on these days, are left out and counted in @out_n_left_out
 * (nullable). @job (nullable) is told how far it is. (transfer full), or NULL with the store's error,
 * GW_ERROR_CANCELLED, or GW_ERROR_INVALID with a sentence when nobody is left.
 */
GwScene *gw_session_make_pile_sync (GwSession *self, const GwSheetPile *pile, GwJob *job,
                                    GCancellable *cancellable, guint *out_n_left_out,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_make_pile_async: the same on a worker, as a job that can be stopped. (transfer none) */
GwJob *gw_session_make_pile_async (GwSession *self, const GwSheetPile *pile,
                                   GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_make_pile_finish: as gw_session_make_pile_sync(). (transfer full) */
GwScene *gw_session_make_pile_finish (GwSession *self, GAsyncResult *result, guint *out_n_left_out,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
