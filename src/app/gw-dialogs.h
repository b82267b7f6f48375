/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs that the window's actions open, as far as they exist. */
#pragma once

#if __has_include("gw-about-window.h")
#include "gw-about-window.h"
#define HAVE_ABOUT_WINDOW
#endif
#if __has_include("gw-backups-dialog.h")
#include "gw-backups-dialog.h"
#define HAVE_BACKUPS_DIALOG
#endif
#if __has_include("gw-export-dialog.h")
#include "gw-export-dialog.h"
#define HAVE_EXPORT_DIALOG
#endif
#if __has_include("gw-import-dialog.h")
#include "gw-import-dialog.h"
#define HAVE_IMPORT_DIALOG
#endif
#if __has_include("gw-preferences-window.h")
#include "gw-preferences-window.h"
#define HAVE_PREFERENCES_WINDOW
#endif
#if __has_include("gw-print-dialog.h")
#include "gw-print-dialog.h"
#define HAVE_PRINT_DIALOG
#endif
