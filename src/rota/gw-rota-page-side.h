/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies beside the board. Same layer only. */
#pragma once

#include "gw-rota-inspector.h"
#include "gw-rota-page-edit.h"

G_BEGIN_DECLS

/** gw_rota_page_inspect_part: opens the inspector on a part of a visit, and focuses its card. */
void gw_rota_page_inspect_part (GwRotaPage *self, GwRotaPart part, GwRotaSection section);

/** gw_rota_page_make_side: what lies beside the board, where it is not there yet. */
void gw_rota_page_make_side (GwRotaPage *self);

/** gw_rota_page_connect_inspector: signals of the details of a visit. */
void gw_rota_page_connect_inspector (GwRotaPage *self);

G_END_DECLS
