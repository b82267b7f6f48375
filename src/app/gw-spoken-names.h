/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a screen reader calls buttons, and boxes to tick, whose words mark a letter: GTK 4.8 gives it
 * the mark as well, "_Save Save". Main thread.
 */
#pragma once

/** gw_spoken_names_watch: from now on every button and box to tick that is shown is called by its words alone. */
void gw_spoken_names_watch (void);
