/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows and questions above the page. Same layer only. */
#pragma once

#include "gw-rota-page.h"

#include "gw-draft.h"

G_BEGIN_DECLS

/** gw_rota_page_ask_actual: asks how a visit went. */
void gw_rota_page_ask_actual (GwRotaPage *self, GwId visit);

/** gw_rota_page_ask_away: asks how long a colleague is away, beginning with @day. */
void gw_rota_page_ask_away (GwRotaPage *self, GwId colleague, GwDay day);

/** gw_rota_page_edit_record: the form of a record that the week holds. */
void gw_rota_page_edit_record (GwRotaPage *self, const GwRecordType *type, GwId id,
                               const char *title);

/** gw_rota_page_start_record: the form of a new record; takes @draft. */
void gw_rota_page_start_record (GwRotaPage *self, GwDraft *draft, const char *title);

/** gw_rota_page_show_history: what happened to a record. */
void gw_rota_page_show_history (GwRotaPage *self, const GwRecordType *type, GwId id);

G_END_DECLS
