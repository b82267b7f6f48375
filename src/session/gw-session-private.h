/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the session share. Everything here belongs to the main thread; only path,
 * store, attachments and clock, which stay as they are from opening to the end and may be used by
 * any thread, are used by workers too.
 */
#pragma once

#include "gw-first-reading.h"
#include "gw-undo-list.h"

#include "gw-session-edit.h"
#include "gw-session-error.h"
#include "gw-session-jobs.h"
#include "gw-session-records.h"

#include "gw-attachment-store.h"
#include "gw-store.h"

G_BEGIN_DECLS

/** Where this laptop keeps who uses it. */
#define GW_SESSION_USER_KEY "user"

/** How many of the newest acts are read for the undo list, undoing and redoing among them. */
#define GW_SESSION_GROUPS_READ 500

struct _GwSession
{
  GObject parent_instance;

  GwStore *store;
  GwAttachmentStore *attachments;
  GwClock *clock;
  char *path;
  gboolean is_closed;

  GwItemTable *items;
  GPtrArray *watches;    /* GwWatch, gw-session-feed.c */
  GPtrArray *names;      /* GwLiveList of the types that others are named by */
  GHashTable *loading;   /* ids that single items wait for */
  GwFirstReading *first; /* until the first commit; nullable */
  GHashTable *named;     /* items outside of names that were asked for their name */
  guint64 sequence;      /* the last commit the items know */
  gulong nudged_id;

  GListStore *jobs;
  GwUndoList *undo;
  GQueue inversions; /* GTask: undo and redo that wait for what is being saved */
  GwItem *user;
  guint n_saving;
  guint n_acts;    /* of that, fresh acts: they can be taken back as soon as they are there */
  guint n_imports; /* lists on their way in: nothing is taken back meanwhile */
  char *status;
  gboolean hide_names;
  GHashTable *typed;         /* GwTypedDraft by its id: what the disk does not have yet */
  GHashTable *given_up;      /* GwId of drafts that were dropped, though the disk may still have them */
  guint64 n_typed;           /* texts sent to the disk so far */
  GQueue keepers;            /* GTask: wait for the disk's answer to all of them */
  gboolean told_unkept;      /* that what is typed is not kept */
  gboolean told_unreachable; /* that what was kept cannot be read */
};

/** gw_session_start_feed: follows the store's feed from now on. */
void gw_session_start_feed (GwSession *self);

/** gw_session_stop_feed: forgets lists and stops following. */
void gw_session_stop_feed (GwSession *self);

/** gw_session_watch_free: lets go of an entry of the session's watches. */
void gw_session_watch_free (gpointer watch);

/** gw_session_pump: pulls what the feed has and lets items, lists and undo follow. */
void gw_session_pump (GwSession *self);

/** gw_session_load_item: reads the record of @item and lets it follow; later commits go before. */
void gw_session_load_item (GwSession *self, GwItem *item);

/** gw_session_update_items: hands the revisions that @commit made to the items that are alive. */
void gw_session_update_items (GwSession *self, GwCommit *commit);

/** gw_session_list_name_queries: what those lists ask. (transfer full) (element-type GwQuery) */
GPtrArray *gw_session_list_name_queries (void);

/** GW_SESSION_N_NAME_TYPES: how many types others are named by. */
#define GW_SESSION_N_NAME_TYPES 5

/** gw_session_get_name_types: the types that others are named by; the rest are told by their id. */
const GwRecordType *const *gw_session_get_name_types (void);

/** gw_session_watch_names: starts the lists of the types that others are named by. */
void gw_session_watch_names (GwSession *self);

/** gw_session_has_names: whether those lists have their first answer. */
gboolean gw_session_has_names (GwSession *self);

/**
 * gw_session_ask_name: fetches the record with this name and keeps it as long as the session, so
 * that "names-changed" comes once for it. For what is outside of the lists of names: deleted, say.
 */
void gw_session_ask_name (GwSession *self, const GwRecordType *type, GwId id);

/** gw_session_set_saving: a change began (+1) or ended (−1) its way to the disk. */
void gw_session_set_saving (GwSession *self, gint step);

/** gw_session_continue_undo: begins the next undo or redo, if nothing is being saved. */
void gw_session_continue_undo (GwSession *self);

/** gw_session_notify_undo: what can be undone may have changed. */
void gw_session_notify_undo (GwSession *self);

/** gw_session_take_groups: rebuilds the undo list from @groups (element-type GwGroupInfo). */
void gw_session_take_groups (GwSession *self, GPtrArray *groups);

/** gw_session_take_user: knows who uses the laptop from now on; the none id: nobody. */
void gw_session_take_user (GwSession *self, GwId id);

/** gw_session_update_status: says in the status what is so now. */
void gw_session_update_status (GwSession *self);

/** gw_session_keep_result: a callback that puts a reference to the result where @user_data says. */
void gw_session_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);

/** gw_session_wait_for: runs the main context until @kept has its result. */
void gw_session_wait_for (GAsyncResult **kept);

/** gw_session_load_undo: rebuilds the undo list from the log; answers a boolean task. */
void gw_session_load_undo (GwSession *self, GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_load_undo_finish: FALSE with an error when the log could not be read. */
gboolean gw_session_load_undo_finish (GwSession *self, GAsyncResult *result, GError **error);

/** gw_session_source_init: fills the #GwRecordSource interface. */
void gw_session_source_init (GwRecordSourceInterface *iface);

/** gw_session_source_init_drafts: the part of it that is about drafts. */
void gw_session_source_init_drafts (GwRecordSourceInterface *iface);

/** gw_session_new_typed: an empty table of what the disk does not have yet. (transfer full) */
GHashTable *gw_session_new_typed (void);

/** gw_session_fail: emits "failed" with the sentence of @error for @deed. */
void gw_session_fail (GwSession *self, const GError *error, GwErrorDeed deed);

/** gw_session_dup_value: a field's value for people, with names for references. (transfer full) */
char *gw_session_dup_value (GwSession *self, const GwFieldValue *value, const GwField *field);

G_END_DECLS
