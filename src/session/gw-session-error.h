/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From error codes to sentences with a next step. Messages of lower layers are for logs and details;
 * these are for people. Pure; main thread (translations).
 */
#pragma once

#include "gw-error.h"

G_BEGIN_DECLS

/** GwErrorDeed: what was being tried, since the next step depends on it. */
typedef enum
{
  GW_ERROR_DEED_OPEN,
  GW_ERROR_DEED_SAVE,
  GW_ERROR_DEED_UNDO,
  GW_ERROR_DEED_READ,
  GW_ERROR_DEED_IMPORT,
  GW_ERROR_DEED_EXPORT,
  GW_ERROR_DEED_BACKUP,
  GW_ERROR_DEED_RESTORE,
  GW_ERROR_DEED_PLAN,
  GW_ERROR_DEED_ERASE,
  GW_ERROR_DEED_RECEIVE
} GwErrorDeed;

/**
 * gw_session_error_to_sentence: says what went wrong while doing @deed and what to do next.
 * Validation problems (GW_ERROR_INVALID) keep their own sentences. (transfer full)
 */
char *gw_session_error_to_sentence (const GError *error, GwErrorDeed deed);

/** gw_session_error_say: replaces the message of @error by its sentence, keeping the code. */
void gw_session_error_say (GError **error, GwErrorDeed deed);

G_END_DECLS
