/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Faces of records: fills a #GwFace with a record's initials at once and with its photo as soon as
 * that is read and decoded, off the main thread. Photos are kept decoded, small, per source. Main
 * thread.
 */
#pragma once

#include "gw-face.h"

#include "gw-record-source.h"

G_BEGIN_DECLS

/** gw_record_type_has_face: whether records of @type are people with faces. */
gboolean gw_record_type_has_face (const GwRecordType *type);

/** gw_face_show_record: shows @record (nullable: nobody); only initials while names are hidden. */
void gw_face_show_record (GwFace *face, GwRecordSource *source, const GwRecord *record);

/** gw_face_show_attachment: shows the picture called @name, NULL or "" for none. */
void gw_face_show_attachment (GwFace *face, GwRecordSource *source, const char *name);

G_END_DECLS
