/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables that are not made from record types, as SQL. Private to the store.
 */
#pragma once

/** GW_SCHEMA_FIXED: makes all of them; README.md says what each column means. */
#define GW_SCHEMA_FIXED                                       \
  "CREATE TABLE gw_meta ("                                    \
  "  key TEXT PRIMARY KEY NOT NULL,"                          \
  "  value ANY"                                               \
  ") STRICT, WITHOUT ROWID;"                                  \
  "CREATE TABLE gw_type ("                                    \
  "  number INTEGER PRIMARY KEY NOT NULL,"                    \
  "  key TEXT NOT NULL UNIQUE,"                               \
  "  version INTEGER NOT NULL"                                \
  ") STRICT;"                                                 \
  "CREATE TABLE gw_field ("                                   \
  "  type INTEGER NOT NULL,"                                  \
  "  number INTEGER NOT NULL,"                                \
  "  key TEXT NOT NULL,"                                      \
  "  kind INTEGER NOT NULL,"                                  \
  "  PRIMARY KEY (type, number)"                              \
  ") STRICT, WITHOUT ROWID;"                                  \
  "CREATE TABLE gw_commit ("                                  \
  "  sequence INTEGER PRIMARY KEY NOT NULL,"                  \
  "  instant INTEGER NOT NULL,"                               \
  "  stamp BLOB NOT NULL,"                                    \
  "  author BLOB,"                                            \
  "  label TEXT,"                                             \
  "  act BLOB NOT NULL,"                                      \
  "  ends_act INTEGER NOT NULL,"                              \
  "  role INTEGER NOT NULL,"                                  \
  "  undone_act BLOB"                                         \
  ") STRICT;"                                                 \
  "CREATE INDEX gw_commit__act ON gw_commit (act);"           \
  "CREATE TABLE gw_change ("                                  \
  "  type INTEGER NOT NULL,"                                  \
  "  record BLOB NOT NULL,"                                   \
  "  sequence INTEGER NOT NULL,"                              \
  "  field INTEGER NOT NULL,"                                 \
  "  before ANY,"                                             \
  "  PRIMARY KEY (type, record, sequence, field)"             \
  ") STRICT, WITHOUT ROWID;"                                  \
  "CREATE INDEX gw_change__sequence ON gw_change (sequence);" \
  "CREATE TABLE gw_draft ("                                   \
  "  type TEXT NOT NULL,"                                     \
  "  record BLOB NOT NULL,"                                   \
  "  instant INTEGER NOT NULL,"                               \
  "  text TEXT NOT NULL,"                                     \
  "  PRIMARY KEY (type, record)"                              \
  ") STRICT, WITHOUT ROWID;"                                  \
  "CREATE TABLE gw_local ("                                   \
  "  key TEXT PRIMARY KEY NOT NULL,"                          \
  "  text TEXT NOT NULL"                                      \
  ") STRICT, WITHOUT ROWID;"                                  \
  "CREATE TABLE gw_search_row ("                              \
  "  number INTEGER PRIMARY KEY NOT NULL,"                    \
  "  type INTEGER NOT NULL,"                                  \
  "  record BLOB NOT NULL,"                                   \
  "  UNIQUE (type, record)"                                   \
  ") STRICT;"                                                 \
  "CREATE VIRTUAL TABLE gw_search USING fts5 ("               \
  "  title, body, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');"
