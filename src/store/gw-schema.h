/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a team file: making them, recognising them, and bringing an older file up to date.
 * README.md describes them; tests/store/test-schema.c compares. Private to the store.
 */
#pragma once

#include "gw-sql.h"
#include "gw-store.h"
#include "gw-table.h"

G_BEGIN_DECLS

/** GW_SCHEMA_APPLICATION_ID: "GWK1", in the header of a team file. */
#define GW_SCHEMA_APPLICATION_ID 0x47574b31

/** GW_SCHEMA_TEAM_FILE_ID: "GWTM", in the header of a whole-team file. */
#define GW_SCHEMA_TEAM_FILE_ID 0x4757544d

/** GW_SCHEMA_VERSION: version of the tables that are not made from types. */
#define GW_SCHEMA_VERSION 1

/**
 * gw_schema_recognise: looks at the header only. @out_empty: nothing is in it yet. FALSE with
 * GW_ERROR_CORRUPT (not @application_id) or GW_ERROR_TOO_NEW.
 */
gboolean gw_schema_recognise (GwSql *sql, gint64 application_id, gboolean *out_empty,
                              GError **error);

/**
 * gw_schema_is_current: whether nothing has to be made or migrated for @tables; fills in their
 * numbers as far as they are known. FALSE with @error also for GW_ERROR_TOO_NEW and
 * GW_ERROR_CORRUPT; FALSE without one when there is work.
 */
gboolean gw_schema_is_current (GwSql *sql, GPtrArray *tables, GError **error);

/** gw_schema_update: makes or migrates all tables in one transaction. */
gboolean gw_schema_update (GwSql *sql, GPtrArray *tables, const GwStoreConfig *config,
                           GError **error);

/** gw_schema_check: refuses files with triggers, views or columns that are not ours. */
gboolean gw_schema_check (GwSql *sql, GPtrArray *tables, GError **error);

/** gw_schema_read_device: the 8 bytes that name this laptop in stamps. */
gboolean gw_schema_read_device (GwSql *sql, guint8 *out_device, GError **error);

/** gw_schema_renew_device: a new device: after a file was copied to another laptop. */
gboolean gw_schema_renew_device (GwSql *sql, GError **error);

/**
 * gw_schema_get_search_signature: which fields the full-text index was made from. (transfer full)
 */
char *gw_schema_get_search_signature (GPtrArray *tables);

G_END_DECLS
