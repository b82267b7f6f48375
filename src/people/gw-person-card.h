/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's card: face, name, how things are, when somebody comes next. Main thread. */
#pragma once

#include "gw-item.h"
#include "gw-next-visits.h"
#include "gw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_PERSON_CARD (gw_person_card_get_type ())

/** GwPersonCard: 260 px wide in a grid. */
G_DECLARE_FINAL_TYPE (GwPersonCard, gw_person_card, GW, PERSON_CARD, AdwBin)

/** gw_person_card_new: an empty card. */
GtkWidget *gw_person_card_new (GwSession *session, GwNextVisits *next_visits);

/** gw_person_card_set_item: shows @item and follows it; NULL lets go. */
void gw_person_card_set_item (GwPersonCard *self, GwItem *item);

G_END_DECLS
