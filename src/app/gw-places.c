/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of places. */
#include "config.h"

#include "gw-places.h"

#include "gw-people-page.h"
#include "gw-people.h"
#include "gw-person.h"
#include "gw-rota-page.h"
#include "gw-rota-queries.h"
#include "gw-rota.h"
#include "gw-team-page.h"
#include "gw-team-place.h"

#include <glib/gi18n-lib.h>

static GwDay
rota_get_day (GtkWidget *page, guint *out_n_days)
{
  *out_n_days = gw_rota_page_get_n_days (GW_ROTA_PAGE (page));
  return gw_rota_page_get_day (GW_ROTA_PAGE (page));
}

static void
rota_show_day (GtkWidget *page, GwDay day)
{
  gw_rota_page_go_to (GW_ROTA_PAGE (page), day);
}

static void
rota_set_edges (GtkWidget *page, GtkWidget *start, GtkWidget *end)
{
  gw_rota_page_set_edges (GW_ROTA_PAGE (page), start, end);
}

static const GwRecord *
rota_get_record (GtkWidget *page)
{
  return gw_rota_page_get_record (GW_ROTA_PAGE (page));
}

static void
people_set_edges (GtkWidget *page, GtkWidget *start, GtkWidget *end)
{
  gw_people_page_set_edges (GW_PEOPLE_PAGE (page), start, end);
}

static void
people_open_item (GtkWidget *page, GwItem *item)
{
  gw_people_page_open (GW_PEOPLE_PAGE (page), item);
}

static void
people_start_new (GtkWidget *page)
{
  gw_people_page_start (GW_PEOPLE_PAGE (page));
}

static const GwRecord *
people_get_record (GtkWidget *page)
{
  return gw_people_page_get_record (GW_PEOPLE_PAGE (page));
}

static void
people_focus_search (GtkWidget *page)
{
  gw_people_page_focus_search (GW_PEOPLE_PAGE (page));
}

static void
team_set_edges (GtkWidget *page, GtkWidget *start, GtkWidget *end)
{
  gw_team_page_set_edges (GW_TEAM_PAGE (page), start, end);
}

static void
team_open_item (GtkWidget *page, GwItem *item)
{
  gw_team_page_open (GW_TEAM_PAGE (page), item);
}

static void
team_start_new (GtkWidget *page)
{
  gw_team_page_start (GW_TEAM_PAGE (page));
}

static const GwRecord *
team_get_record (GtkWidget *page)
{
  return gw_team_page_get_record (GW_TEAM_PAGE (page));
}

static void
team_focus_search (GtkWidget *page)
{
  gw_team_page_focus_search (GW_TEAM_PAGE (page));
}

static const GwPlace places[] = {
  { .name = "rota",
    .label = N_ ("Rota"),
    .icon_name = "x-office-calendar-symbolic",
    .new_page = gw_rota_page_new,
    .set_edges = rota_set_edges,
    .list_first_queries = gw_rota_list_first_queries,
    .get_record = rota_get_record,
    .get_day = rota_get_day,
    .show_day = rota_show_day },
  { .name = "people",
    .label = N_ ("People"),
    .icon_name = "avatar-default-symbolic",
    .new_page = gw_people_page_new,
    .set_edges = people_set_edges,
    .open_item = people_open_item,
    .get_record = people_get_record,
    .focus_search = people_focus_search,
    .start_new = people_start_new },
  { .name = "team",
    .label = N_ ("Team"),
    .icon_name = "system-users-symbolic",
    .new_page = gw_team_page_new,
    .set_edges = team_set_edges,
    .open_item = team_open_item,
    .get_record = team_get_record,
    .focus_search = team_focus_search,
    .start_new = team_start_new,
    .new_waiting_query = gw_team_page_new_waiting_query },
  { .name = NULL },
};

const GwPlace *
gw_places_get (guint *out_n_places)
{
  *out_n_places = G_N_ELEMENTS (places) - 1;
  return places;
}

const GwPlace *
gw_places_find_for (const GwRecordType *type)
{
  const char *wanted = type == &gw_person_type ? "people" : "team";

  for (guint i = 0; places[i].name != NULL; i++)
    if (g_str_equal (places[i].name, wanted))
      return &places[i];
  return NULL;
}

GPtrArray *
gw_places_list_first_queries (GwDay today)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *name = g_settings_get_string (settings, "last-place");

  for (guint i = 0; places[i].name != NULL; i++)
    if (g_str_equal (places[i].name, name) && places[i].list_first_queries != NULL)
      return places[i].list_first_queries (today);
  return NULL;
}

void
gw_places_init (void)
{
  gw_rota_init ();
  gw_people_init ();
  gw_team_init ();
}
