/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample's next week as the planner leaves it, in records. */
#pragma once

#include "gw-planner-input.h"

G_BEGIN_DECLS

/** test_make_planned_week: of the sample of @seed, planned with @steps. (transfer full) */
GwPlannerInput *test_make_planned_week (guint64 seed, gint steps);

G_END_DECLS
