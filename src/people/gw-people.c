/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The resource and the types of the place. */
#include "config.h"

#include "gw-people.h"

#include "gw-people-page.h"
#include "gw-person-card.h"

#include "gw-people-resources.h"

#include <gtk/gtk.h>

void
gw_people_init (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_resources_register (gw_people_get_resource ());
  gtk_css_provider_load_from_resource (provider, "/org/goodweek/GoodWeek/people/gw-people.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_type_ensure (GW_TYPE_PERSON_CARD);
  g_type_ensure (GW_TYPE_PEOPLE_PAGE);
}
