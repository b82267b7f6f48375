/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board’s menus, and what they are about. Same layer only. */
#pragma once

#include "gw-rota-page-edit.h"

G_BEGIN_DECLS

/**
 * GwRotaSubject: what a menu is about, by ids, since indexes change with each commit.
 * @part: the visit, or the none id
 * @row: the colleague whose row it is; the none id: the lane, or the open shifts
 * @is_open: whether it is about the open shifts
 * @shift: the shift of that day, or the none id
 * @day: the day of the week that the board showed, from 0, or −1: all of the week
 * @date: that day, whichever week the page goes to meanwhile
 * @box: where it is in the board
 */
typedef struct
{
  GwRotaPart part;
  GwId row;
  gboolean is_open;
  GwId shift;
  gint day;
  GwDay date;
  GdkRectangle box;
} GwRotaSubject;

/**
 * GwRotaMenu: a menu or a question, whatever has the focus meanwhile.
 * @subject: what the menu is about
 * @asked: the visit that a question is about
 * @popover: made when first wanted
 * @focus: what had the focus before (weak)
 * @source: while the menu waits to be measured again
 * @to_print: the colleague whose run is to be printed
 */
typedef struct
{
  GwRotaSubject subject;
  GwRotaPart asked;
  GtkWidget *popover;
  GtkWidget *focus;
  guint source;
  GwId to_print;
} GwRotaMenu;

/** gw_rota_page_add_menu: the group "subject" and the board's menus. */
void gw_rota_page_add_menu (GwRotaPage *self);

/** gw_rota_page_add_menu_actions: the group "subject": what the items of the menus do. */
void gw_rota_page_add_menu_actions (GwRotaPage *self);

/** gw_rota_page_get_subject_day: the day a menu is about; of a whole row today, if it is shown. */
GwDay gw_rota_page_get_subject_day (GwRotaPage *self);

/** gw_rota_page_connect_free: ideas for paid free time. */
void gw_rota_page_connect_free (GwRotaPage *self);

G_END_DECLS
