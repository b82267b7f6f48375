/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of places. */
#include "config.h"

#include "gw-places.h"

#include <glib/gi18n-lib.h>

#if __has_include("gw-rota-page.h")
#include "gw-rota-page.h"
#include "gw-rota.h"
#define HAVE_ROTA
#endif
#if __has_include("gw-people-page.h")
#include "gw-people-page.h"
#include "gw-people.h"
#define HAVE_PEOPLE
#endif
#if __has_include("gw-team-page.h")
#include "gw-team-page.h"
#include "gw-team-place.h"
#define HAVE_TEAM
#endif

static const GwPlace places[] = {
#ifdef HAVE_ROTA
  { "rota", N_ ("Rota"), "x-office-calendar-symbolic", gw_rota_page_new },
#endif
#ifdef HAVE_PEOPLE
  { "people", N_ ("People"), "avatar-default-symbolic", gw_people_page_new },
#endif
#ifdef HAVE_TEAM
  { "team", N_ ("Team"), "system-users-symbolic", gw_team_page_new },
#endif
  { NULL, NULL, NULL, NULL },
};

const GwPlace *
gw_places_get (guint *out_n_places)
{
  *out_n_places = G_N_ELEMENTS (places) - 1;
  return places;
}

void
gw_places_init (void)
{
#ifdef HAVE_ROTA
  gw_rota_init ();
#endif
#ifdef HAVE_PEOPLE
  gw_people_init ();
#endif
#ifdef HAVE_TEAM
  gw_team_init ();
#endif
}
