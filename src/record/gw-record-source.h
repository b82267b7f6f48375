/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where widgets get records from and hand edits to, as an interface, so that the generated form and
 * lists know neither the session nor the store. The session implements it; tests may too. Every
 * `_async` call answers on the main context; errors carry a translated sentence with a next step,
 * fit to be shown. Main thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-live-list.h"

G_BEGIN_DECLS

#define GW_TYPE_RECORD_SOURCE (gw_record_source_get_type ())

/**
 * GwRecordSource: signals
 * "names-changed": a title that was asked for may now read otherwise;
 * "drafts-failed" (string sentence): what is typed could not be kept, or what was kept could not be
 * read; once for each, until it works again;
 * "drafts-due": the source is about to close, and what is typed should be kept now.
 */
G_DECLARE_INTERFACE (GwRecordSource, gw_record_source, GW, RECORD_SOURCE, GObject)

/**
 * GwHistoryLine: one thing that happened to a record.
 * @when: "Tue 24 Nov, 08:10"
 * @who: the colleague's name, or "Somebody"
 * @what: a whole sentence, "Telephone: from 01 to 02"
 * @label: what the act was called
 */
typedef struct
{
  char *when;
  char *who;
  char *what;
  char *label;
} GwHistoryLine;

/** gw_history_line_free: frees it. */
void gw_history_line_free (GwHistoryLine *self);

/** GwForesight: see gw-foresight.h. */
typedef struct _GwForesight GwForesight;

struct _GwRecordSourceInterface
{
  GTypeInterface parent;

  GwLiveList *(*watch) (GwRecordSource *self, GwQuery *query);
  GwItem *(*get_item) (GwRecordSource *self, const GwRecordType *type, GwId id);
  char *(*dup_title) (GwRecordSource *self, const GwRecord *record);
  char *(*dup_label_title) (GwRecordSource *self, const GwRecord *record); /* nullable */
  const GwRecordType *(*find_type) (GwRecordSource *self, const char *key);
  GwDay (*get_today) (GwRecordSource *self);
  gboolean (*get_hide_names) (GwRecordSource *self);

  void (*preset) (GwRecordSource *self, GwDraft *draft); /* nullable */

  void (*foresee_async) (GwRecordSource *self, GwChange *change, GAsyncReadyCallback callback,
                         gpointer user_data); /* nullable */
  GwForesight *(*foresee_finish) (GwRecordSource *self, GAsyncResult *result, GError **error);
  void (*submit_async) (GwRecordSource *self, GwChange *change, GAsyncReadyCallback callback,
                        gpointer user_data);
  gboolean (*submit_finish) (GwRecordSource *self, GAsyncResult *result, GError **error);

  void (*keep_draft) (GwRecordSource *self, const GwDraft *draft);
  void (*drop_draft) (GwRecordSource *self, const GwRecordType *type, GwId id);
  void (*get_draft_async) (GwRecordSource *self, const GwRecordType *type, GwId id,
                           GAsyncReadyCallback callback, gpointer user_data);
  char *(*get_draft_finish) (GwRecordSource *self, GAsyncResult *result);

  void (*get_new_draft_async) (GwRecordSource *self, const GwRecordType *type,
                               GAsyncReadyCallback callback, gpointer user_data);
  GwDraft *(*get_new_draft_finish) (GwRecordSource *self, GAsyncResult *result);

  void (*history_async) (GwRecordSource *self, const GwRecord *record, GAsyncReadyCallback callback,
                         gpointer user_data);
  GPtrArray *(*history_finish) (GwRecordSource *self, GAsyncResult *result, GError **error);

  void (*put_attachment_async) (GwRecordSource *self, GBytes *bytes, GAsyncReadyCallback callback,
                                gpointer user_data);
  char *(*put_attachment_finish) (GwRecordSource *self, GAsyncResult *result, GError **error);
  void (*get_attachment_async) (GwRecordSource *self, const char *name,
                                GAsyncReadyCallback callback, gpointer user_data);
  GBytes *(*get_attachment_finish) (GwRecordSource *self, GAsyncResult *result, GError **error);

  void (*reveal_async) (GwRecordSource *self, const GwRecord *record, guint field,
                        GAsyncReadyCallback callback, gpointer user_data);
  char *(*reveal_finish) (GwRecordSource *self, GAsyncResult *result, GError **error);
};

/** gw_record_source_watch: the live answer of @query; loading at first. (transfer full) */
GwLiveList *gw_record_source_watch (GwRecordSource *self, GwQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/** gw_record_source_get_item: the item of @id; loaded soon when it is not. (transfer full) */
GwItem *gw_record_source_get_item (GwRecordSource *self, const GwRecordType *type, GwId id)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_record_source_dup_title: what lists call @record, with the names of records it points to:
 * "Rose Tanner, 24 Nov, 08:00". Names not loaded yet are "…"; "names-changed" follows.
 * (transfer full)
 */
char *gw_record_source_dup_title (GwRecordSource *self, const GwRecord *record);

/**
 * gw_record_source_dup_label_title: what the label of a change calls @record; as
 * gw_record_source_dup_title(), but never initials: labels are kept. (transfer full)
 */
char *gw_record_source_dup_label_title (GwRecordSource *self, const GwRecord *record);

/** gw_record_source_find_type: the type called @key, or NULL. */
const GwRecordType *gw_record_source_find_type (GwRecordSource *self, const char *key);

/** gw_record_source_get_today: the civil day now, in the team's zone. */
GwDay gw_record_source_get_today (GwRecordSource *self);

/** gw_record_source_get_hide_names: whether names are shown as initials. */
gboolean gw_record_source_get_hide_names (GwRecordSource *self);

/**
 * gw_record_source_preset: fills what is known without asking into the empty fields of a new
 * @draft: the team, today, the usual length. What it holds then counts as given, not as typed.
 */
void gw_record_source_preset (GwRecordSource *self, GwDraft *draft);

/** gw_record_source_submit_async: commits @change in the name of who uses the laptop. */
void gw_record_source_submit_async (GwRecordSource *self, GwChange *change,
                                    GAsyncReadyCallback callback, gpointer user_data);

/** gw_record_source_submit_finish: FALSE with a sentence in @error, and nothing changed. */
gboolean gw_record_source_submit_finish (GwRecordSource *self, GAsyncResult *result,
                                         GError **error);

/** gw_record_source_keep_draft: keeps what @draft touched, so that it survives a crash. */
void gw_record_source_keep_draft (GwRecordSource *self, const GwDraft *draft);

/** gw_record_source_drop_draft: forgets the kept draft of a record. */
void gw_record_source_drop_draft (GwRecordSource *self, const GwRecordType *type, GwId id);

/** gw_record_source_get_draft_async: asks for the text kept for a record. */
void gw_record_source_get_draft_async (GwRecordSource *self, const GwRecordType *type, GwId id,
                                       GAsyncReadyCallback callback, gpointer user_data);

/** gw_record_source_get_draft_finish: for gw_draft_apply_text(); NULL: none. (transfer full) */
char *gw_record_source_get_draft_finish (GwRecordSource *self, GAsyncResult *result);

/** gw_record_source_get_new_draft_async: asks for a kept draft of a record that was never saved. */
void gw_record_source_get_new_draft_async (GwRecordSource *self, const GwRecordType *type,
                                           GAsyncReadyCallback callback, gpointer user_data);

/** gw_record_source_get_new_draft_finish: the newest one, or NULL. (transfer full) */
GwDraft *gw_record_source_get_new_draft_finish (GwRecordSource *self, GAsyncResult *result);

/** gw_record_source_history_async: asks what happened to @record. */
void gw_record_source_history_async (GwRecordSource *self, const GwRecord *record,
                                     GAsyncReadyCallback callback, gpointer user_data);

/** gw_record_source_history_finish: newest first. (transfer full) (element-type GwHistoryLine) */
GPtrArray *gw_record_source_history_finish (GwRecordSource *self, GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_record_source_put_attachment_async: keeps @bytes. */
void gw_record_source_put_attachment_async (GwRecordSource *self, GBytes *bytes,
                                            GAsyncReadyCallback callback, gpointer user_data);

/** gw_record_source_put_attachment_finish: its name, for an attachment field. (transfer full) */
char *gw_record_source_put_attachment_finish (GwRecordSource *self, GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_record_source_get_attachment_async: asks for the content of @name. */
void gw_record_source_get_attachment_async (GwRecordSource *self, const char *name,
                                            GAsyncReadyCallback callback, gpointer user_data);

/** gw_record_source_get_attachment_finish: the content. (transfer full) */
GBytes *gw_record_source_get_attachment_finish (GwRecordSource *self, GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_record_source_reveal_async: asks for a sealed field in the clear; that is logged first. */
void gw_record_source_reveal_async (GwRecordSource *self, const GwRecord *record, guint field,
                                    GAsyncReadyCallback callback, gpointer user_data);

/** gw_record_source_reveal_finish: the text, or NULL when it could not be logged. (transfer full) */
char *gw_record_source_reveal_finish (GwRecordSource *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwHistoryLine, gw_history_line_free)

G_END_DECLS
