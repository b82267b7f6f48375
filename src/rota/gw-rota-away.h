/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody rings: she cannot come. A short question about the days, which part of them, and when she
 * is back, as far as that is known. Why is not asked. Main thread.
 */
#pragma once

#include "gw-absence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GwRotaAwayThen: what comes after it is noted: nothing, or repairs are looked for. */
typedef enum
{
  GW_ROTA_AWAY_NOTE,
  GW_ROTA_AWAY_REPAIR
} GwRotaAwayThen;

/** GwRotaAwayFunc: the time away that was said, a new record, lent for the call. */
typedef void (*GwRotaAwayFunc) (const GwAbsence *absence, GwRotaAwayThen then, gpointer user_data);

/**
 * gw_rota_ask_away: asks above @parent when @colleague, called @name, is away, beginning with @day.
 * @today reads days that are typed. Calls @func only when it was answered, and not after @parent is
 * gone.
 */
void gw_rota_ask_away (GtkWidget *parent, GwId colleague, const char *name, GwDay day, GwDay today,
                       GwRotaAwayFunc func, gpointer user_data);

G_END_DECLS
