/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Short questions of the rota: at what time, why a visit is cancelled, how one went. Main thread.
 */
#pragma once

#include "gw-board-week.h"

#include "gw-visit-change.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GwRotaTimeFunc: the time that was typed. */
typedef void (*GwRotaTimeFunc) (GwMinute start, gpointer user_data);

/**
 * gw_rota_ask_time: asks for a start in a popover that points at @box of @parent; Enter answers,
 * Escape does not. @user_data must outlive @parent.
 */
void gw_rota_ask_time (GtkWidget *parent, const GdkRectangle *box, GwMinute start,
                       GwRotaTimeFunc func, gpointer user_data);

/** GwRotaCancelFunc: who asked, and what is paid; lent for the call. */
typedef void (*GwRotaCancelFunc) (const GwCancellation *cancellation, gpointer user_data);

/**
 * gw_rota_ask_cancel: asks who wants entry @index of @week cancelled and what the funder pays.
 * @notice: minutes until it starts. Calls @func only when it is to be cancelled, and not after
 * @parent is gone.
 */
void gw_rota_ask_cancel (GtkWidget *parent, GwBoardWeek *week, guint index, GwSpan notice,
                         GwRotaCancelFunc func, gpointer user_data);

/** GwRotaActualFunc: when it really began and ended, and a note (nullable); lent for the call. */
typedef void (*GwRotaActualFunc) (GwMinute start, GwMinute end, const char *note,
                                  gpointer user_data);

/** gw_rota_ask_actual: asks how @visit (of somebody called @name) went. As gw_rota_ask_cancel(). */
void gw_rota_ask_actual (GtkWidget *parent, const GwVisit *visit, const char *name,
                         GwRotaActualFunc func, gpointer user_data);

G_END_DECLS
