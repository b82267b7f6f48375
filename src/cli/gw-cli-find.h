/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding what the words of a command line mean in a team file: a name in any of the forms that lists
 * use, or an id.
 */
#pragma once

#include "gw-cli.h"

#include "gw-import-index.h"

G_BEGIN_DECLS

/** gw_cli_load_index: all records that lists may mean; NULL after a message. (transfer full) */
GwImportIndex *gw_cli_load_index (GwSession *session);

/** gw_cli_find: the record of @type that @words mean; NULL after a message. (transfer none) */
const GwRecord *gw_cli_find (GwImportIndex *index, const GwRecordType *type, const char *words);

G_END_DECLS
