/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sheets from the team file: reads what a sheet needs, plans nothing, and lays it out. What may be
 * on a sheet is decided by `paper`. Main thread, except `_sync`.
 */
#pragma once

#include "gw-scene.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** GwSheetKind: the sheets there are. */
typedef enum
{
  GW_SHEET_FRIDGE,
  GW_SHEET_RUN
} GwSheetKind;

/** GwSheetRequest: a person's fridge sheet or a colleague's run, for @n_days (1–28). */
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

G_END_DECLS
