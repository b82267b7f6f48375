/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who is using this laptop? Asked at the first start of a team file, so that changes have an author.
 * Choose a face, or add yourself; where it is known already, going back leaves it so. Main thread.
 */
#pragma once

#include "gw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_USER_PAGE (gw_user_page_get_type ())

/** GwUserPage: signal "chosen": the session's user is set, perhaps as it was before. */
G_DECLARE_FINAL_TYPE (GwUserPage, gw_user_page, GW, USER_PAGE, AdwBin)

/** gw_user_page_set_session: shows the colleagues of @session (nullable). */
void gw_user_page_set_session (GwUserPage *self, GwSession *session);

G_END_DECLS
