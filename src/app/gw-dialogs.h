/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs that the window's actions open. */
#pragma once

#include "gw-about-window.h"
#include "gw-backups-dialog.h"
#include "gw-erase-dialog.h"
#include "gw-export-dialog.h"
#include "gw-import-dialog.h"
#include "gw-preferences-window.h"
#include "gw-print-dialog.h"
#include "gw-shortcuts.h"
