/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sample: an invented town with invented people, made from a seed. The same (kind, seed, today)
 * give the same records and faces, byte for byte. Weeks before today have happened, this week is
 * mostly planned, the weeks after it wait for *Plan*; one team is deliberately about one shift short
 * on busy days, because that is the story it tells.
 *
 * Making it is pure work without files; gw_sample_write_csv() writes the lists a team would bring
 * along. Any thread.
 */
#pragma once

#include <gio/gio.h>

#include "gw-civil-time.h"
#include "gw-record.h"

G_BEGIN_DECLS

/**
 * GwSampleKind: how much of it.
 * @GW_SAMPLE_ONE_TEAM: 12 colleagues, 18 people, 52 agreed colleague visits a day
 * @GW_SAMPLE_NEIGHBOURHOOD: 4 teams, 45 colleagues, 70 people
 * @GW_SAMPLE_STRESS: 12 teams, 210 people
 */
typedef enum
{
  GW_SAMPLE_ONE_TEAM,
  GW_SAMPLE_NEIGHBOURHOOD,
  GW_SAMPLE_STRESS
} GwSampleKind;

/**
 * GwSampleSpec: what to make.
 * @kind: how much
 * @seed: any number
 * @today: the day the sample believes it is; visits before it have happened
 * @weeks_before: weeks of history before this week; 0 means the kind's own (12; stress 22)
 * @weeks_after: weeks of visits after this week; 0 means 3. Shifts reach five weeks further.
 */
typedef struct
{
  GwSampleKind kind;
  guint64 seed;
  GwDay today;
  guint weeks_before;
  guint weeks_after;
} GwSampleSpec;

typedef struct _GwSample GwSample;

/** gw_sample_new: makes it; some milliseconds a week and team. (transfer full) */
GwSample *gw_sample_new (const GwSampleSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

/** gw_sample_free: frees it. */
void gw_sample_free (GwSample *self);

/**
 * gw_sample_get_records: #GwRecord, in the order in which they may be loaded: types as
 * gw_model_get_types() lists them, and within a type what others refer to first. (transfer none)
 */
GPtrArray *gw_sample_get_records (GwSample *self);

/** gw_sample_get_n_faces: how many portraits there are, one a person and one a colleague. */
guint gw_sample_get_n_faces (GwSample *self);

/**
 * gw_sample_get_face: portrait @index as SVG text (image/svg+xml). @out_key, nullable: its lent
 * content key, 64 hexadecimal digits of SHA-256, which the photo fields name. (transfer none)
 */
GBytes *gw_sample_get_face (GwSample *self, guint index, const char **out_key);

/** GwSampleWriteFunc: writes the file @path; tells itself when it fails. */
typedef gboolean (*GwSampleWriteFunc) (const char *path, const char *text, gssize length);

/**
 * gw_sample_write_csv: writes people.csv, colleagues.csv, visits.csv, regular-visits.csv, shifts.csv
 * and travel.csv into @folder, which is made where needed; visits and shifts from @first to @last,
 * regular visits from the day after. The importer reads them back. Blocks. FALSE and a GIO error when
 * the disk refuses; FALSE alone when @write does, which may be NULL: then files are replaced.
 */
gboolean gw_sample_write_csv (GwSample *self, const char *folder, GwDay first, GwDay last,
                              GwSampleWriteFunc write, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwSample, gw_sample_free)

G_END_DECLS
