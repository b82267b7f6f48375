/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where good-week begins. */
#include "config.h"

#include "gw-application.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <sys/stat.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = NULL;

  /* What is written here is about people: nobody else on the computer may read it. */
  umask (S_IRWXG | S_IRWXO);
  setlocale (LC_ALL, "");
  /* Done; and by the time the toolkit would do it again, other threads are at work. */
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Good Week"));
  application = gw_application_new ();
  return g_application_run (application, argc, argv);
}
