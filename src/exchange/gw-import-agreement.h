/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lists of visits and lists of regular visits have in common: times, windows and lengths, and
 * what was agreed about a visit. Only the readers of rows include this.
 */
#pragma once

#include "gw-import-private.h"

G_BEGIN_DECLS

/** What stands for a number that a row says nothing about. */
#define GW_IMPORT_SAID_NOTHING (-1)

/**
 * GwImportWindow: when a visit may start and how long it takes, in minutes after midnight and
 * minutes; GW_IMPORT_SAID_NOTHING where the row has none.
 */
typedef struct
{
  gint earliest;
  gint latest;
  gint duration;
} GwImportWindow;

/** GwImportAgreement: where the fields of an agreement are, in the record and in the list. */
typedef struct
{
  struct
  {
    guint record_field;
    guint field;
  } tolerance, firmness, kind, purpose, skills, funder, rate;
} GwImportAgreement;

/**
 * gw_import_read_time: the time in the cell of @field. With @day the cell may hold a moment of that
 * day or the next, as exports of other programs have it.
 */
gint gw_import_read_time (GwImport *self, guint field, const GwDay *day);

/** gw_import_read_window: @window from a cell for each end, unless that of @times holds both. */
void gw_import_read_window (GwImport *self, guint earliest, guint latest, guint times,
                            const GwDay *day, GwImportWindow *window);

/**
 * gw_import_read_length: how long it takes by the cell of @field, or, without one, from @start to
 * @end, which may lie on the next day; complains about @end_field when two times were mixed up.
 */
gint gw_import_read_length (GwImport *self, guint field, guint end_field, gint start, gint end);

/** gw_import_set_if_said: puts @number into @record_field, if the row says it. */
void gw_import_set_if_said (GwDraft *draft, guint record_field, gint number);

/** gw_import_take_agreement: takes over what the row says of the agreement. */
void gw_import_take_agreement (GwImport *self, GwDraft *draft, const GwImportAgreement *agreement);

G_END_DECLS
