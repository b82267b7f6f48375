/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the rota known to the program. */
#include "config.h"

#include "gw-rota.h"

#include "gw-rota-inspector.h"
#include "gw-rota-next-step.h"
#include "gw-rota-numbers.h"
#include "gw-rota-page.h"
#include "gw-rota-repairs.h"
#include "gw-rota-review.h"

#include "gw-board.h"
#include "gw-empty-state.h"

#include "gw-rota-resources.h"

#include <adwaita.h>

static void
add_style_sheet (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/goodweek/GoodWeek/rota/gw-rota.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
gw_rota_init (void)
{
  static gboolean done = FALSE;

  if (done)
    return;
  done = TRUE;
  g_resources_register (gw_rota_get_resource ());
  add_style_sheet ();
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  g_type_ensure (GW_TYPE_BOARD);
  g_type_ensure (GW_TYPE_ROTA_INSPECTOR);
  g_type_ensure (GW_TYPE_ROTA_NEXT_STEP);
  g_type_ensure (GW_TYPE_ROTA_NUMBERS);
  g_type_ensure (GW_TYPE_ROTA_REPAIRS);
  g_type_ensure (GW_TYPE_ROTA_REVIEW);
  g_type_ensure (GW_TYPE_ROTA_PAGE);
}
