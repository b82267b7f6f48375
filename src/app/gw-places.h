/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The places of the sidebar that exist: their names, icons and how their pages are made. What is not
 * built is absent. Constant data; main thread.
 */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GwPlace: one place.
 * @name: stable name, for actions and settings
 * @label: untranslated, as the sidebar shows it
 * @icon_name: symbolic icon
 * @new_page: makes the page for a session. A page that has a property "detail" (string: what the
 *   status line says) has it shown; its property "waiting" (uint) is the count in the
 *   sidebar
 * @set_edges: puts the window's widgets at the start and end of the page's header;
 *   NULL when the page has its own
 * @open_item: shows a loaded record there; NULL when the place shows no single records
 * @get_record: the record that is open there, for its sheet; nullable
 * @get_day: the first day that is shown there, and how many, for sheets; nullable
 * @show_day: shows a day there; nullable
 * @focus_search: leads the reader to the place's search; nullable
 * @start_new: the form of a new record; nullable
 * @new_waiting_query: what waits there, for the count while no page has been made; nullable
 * @list_first_queries: what a new page asks first, on @today; (element-type GwQuery); nullable
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *icon_name;
  GtkWidget *(*new_page) (GwSession *session);
  void (*set_edges) (GtkWidget *page, GtkWidget *start, GtkWidget *end);
  void (*open_item) (GtkWidget *page, GwItem *item);
  const GwRecord *(*get_record) (GtkWidget *page);
  GwDay (*get_day) (GtkWidget *page, guint *out_n_days);
  void (*show_day) (GtkWidget *page, GwDay day);
  void (*focus_search) (GtkWidget *page);
  void (*start_new) (GtkWidget *page);
  GwQuery *(*new_waiting_query) (void);
  GPtrArray *(*list_first_queries) (GwDay today);
} GwPlace;

/** gw_places_get: the places in the sidebar's order; @out_n_places not NULL. */
const GwPlace *gw_places_get (guint *out_n_places);

/** gw_places_find_for: the place that shows records of @type. */
const GwPlace *gw_places_find_for (const GwRecordType *type);

/**
 * gw_places_list_first_queries: what the place that will be shown first asks, as the settings have
 * it. NULL: nothing that is known. (transfer full) (nullable) (element-type GwQuery)
 */
GPtrArray *gw_places_list_first_queries (GwDay today) G_GNUC_WARN_UNUSED_RESULT;

/** gw_places_init: registers the resources and types of every place. */
void gw_places_init (void);

G_END_DECLS
