/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet on its way to a printer. Main thread. */
#pragma once

#include "gw-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GwSharedScene: a scene that the preview and a running print job share. */
typedef struct
{
  GwScene *scene;
} GwSharedScene;

/** gw_shared_scene_new: takes @scene over. (transfer full) */
GwSharedScene *gw_shared_scene_new (GwScene *scene);

/** gw_shared_scene_unref: gives a reference back; nullable. */
void gw_shared_scene_unref (GwSharedScene *self);

/** GwPrintFailed: told a sentence when a print job fails. */
typedef void (*GwPrintFailed) (const char *sentence, gpointer user_data);

/**
 * gw_print_output_run: asks for a printer with the desktop's dialog and sends @shared to it. @failed
 * is called at most once, while @owner is alive.
 */
void gw_print_output_run (GtkWindow *owner, GwSharedScene *shared, GwPrintFailed failed);

G_END_DECLS
