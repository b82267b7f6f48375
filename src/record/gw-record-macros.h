/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From one X-macro table to a field enum, typed getters, typed draft setters and the constant
 * #GwField array. A table row is
 *
 *   X (UPPER, lower, KIND, label, .member = value, …)
 *
 * for instance
 *
 *   #define GW_VISIT_FIELDS(X) \
 *     X (PERSON, person, REFERENCE, N_ ("Person"), .target = "person", .flags = GW_FIELD_REQUIRED) \
 *     X (DAY, day, DAY, N_ ("Day"), .flags = GW_FIELD_REQUIRED)
 *   GW_DECLARE_RECORD_TYPE (Visit, visit)
 *   enum {
 *   #define ROW(UPPER, ...) GW_VISIT_##UPPER,
 *     GW_VISIT_FIELDS (ROW)
 *   #undef ROW
 *     GW_VISIT_N_FIELDS
 *   };
 *   #define ROW(UPPER, lower, KIND, ...) \
 *     GW_RECORD_ACCESSORS (Visit, visit, VISIT, UPPER, lower, KIND)
 *   GW_VISIT_FIELDS (ROW)
 *   #undef ROW
 *
 * declares GW_VISIT_DAY, GwDay gw_visit_get_day (const GwVisit *), gboolean gw_visit_has_day(), and
 * void gw_visit_set_day (GwDraft *, GwDay): returning a day where a minute is due does not compile.
 * xgettext sees the labels in the table. #GwVisit is a name for #GwRecord; each accessor asserts
 * the record's type.
 */
#pragma once

#include "gw-draft.h"
#include "gw-query.h"

G_BEGIN_DECLS

/** GwIds: a lent set of references, as a typed getter returns it. */
typedef struct
{
  const GwId *ids;
  guint n;
} GwIds;

#define GW_C_TYPE_TEXT const char *
#define GW_C_TYPE_RICH_TEXT const char *
#define GW_C_TYPE_SEALED const char *
#define GW_C_TYPE_ATTACHMENT const char *
#define GW_C_TYPE_DAY GwDay
#define GW_C_TYPE_MINUTE GwMinute
#define GW_C_TYPE_SPAN GwSpan
#define GW_C_TYPE_MONEY GwMoney
#define GW_C_TYPE_INSTANT GwInstant
#define GW_C_TYPE_NUMBER gint64
#define GW_C_TYPE_FLAG gboolean
#define GW_C_TYPE_CHOICE gint
#define GW_C_TYPE_CHOICES guint64
#define GW_C_TYPE_REFERENCE GwId
#define GW_C_TYPE_REFERENCES GwIds
#define GW_C_TYPE_PLACE GwGeoPoint

#define GW_GET_TEXT(r, f) gw_record_get_text (r, f)
#define GW_GET_RICH_TEXT(r, f) gw_record_get_text (r, f)
#define GW_GET_SEALED(r, f) gw_record_get_text (r, f)
#define GW_GET_ATTACHMENT(r, f) gw_record_get_text (r, f)
#define GW_GET_DAY(r, f) ((GwDay){ (gint32) gw_record_get_integer (r, f) })
#define GW_GET_MINUTE(r, f) ((GwMinute){ (gint32) gw_record_get_integer (r, f) })
#define GW_GET_SPAN(r, f) ((GwSpan){ (gint32) gw_record_get_integer (r, f) })
#define GW_GET_MONEY(r, f) ((GwMoney){ gw_record_get_integer (r, f) })
#define GW_GET_INSTANT(r, f) ((GwInstant){ gw_record_get_integer (r, f) })
#define GW_GET_NUMBER(r, f) gw_record_get_integer (r, f)
#define GW_GET_FLAG(r, f) (gw_record_get_integer (r, f) != 0)
#define GW_GET_CHOICE(r, f) ((gint) gw_record_get_integer (r, f))
#define GW_GET_CHOICES(r, f) ((guint64) gw_record_get_integer (r, f))
#define GW_GET_REFERENCE(r, f) gw_record_get_id_value (r, f)
#define GW_GET_REFERENCES(r, f) gw_record_get_id_set (r, f)
#define GW_GET_PLACE(r, f) gw_record_get_point (r, f)

#define GW_SET_TEXT(d, f, v) gw_draft_set_text (d, f, v)
#define GW_SET_RICH_TEXT(d, f, v) gw_draft_set_text (d, f, v)
#define GW_SET_SEALED(d, f, v) gw_draft_set_text (d, f, v)
#define GW_SET_ATTACHMENT(d, f, v) gw_draft_set_text (d, f, v)
#define GW_SET_DAY(d, f, v) gw_draft_set_integer (d, f, (v).value)
#define GW_SET_MINUTE(d, f, v) gw_draft_set_integer (d, f, (v).value)
#define GW_SET_SPAN(d, f, v) gw_draft_set_integer (d, f, (v).value)
#define GW_SET_MONEY(d, f, v) gw_draft_set_integer (d, f, (v).value)
#define GW_SET_INSTANT(d, f, v) gw_draft_set_integer (d, f, (v).value)
#define GW_SET_NUMBER(d, f, v) gw_draft_set_integer (d, f, v)
#define GW_SET_FLAG(d, f, v) gw_draft_set_integer (d, f, (v) ? 1 : 0)
#define GW_SET_CHOICE(d, f, v) gw_draft_set_integer (d, f, v)
#define GW_SET_CHOICES(d, f, v) gw_draft_set_integer (d, f, (gint64) (v))
#define GW_SET_REFERENCE(d, f, v) gw_draft_set_id (d, f, v)
#define GW_SET_REFERENCES(d, f, v) gw_draft_set_ids (d, f, (v).ids, (v).n)
#define GW_SET_PLACE(d, f, v) gw_draft_set_point (d, f, v)

/** gw_record_get_id_set: gw_record_get_ids() as a struct; lent. */
static inline GwIds
gw_record_get_id_set (const GwRecord *record, guint field)
{
  GwIds set = { NULL, 0 };
  set.ids = gw_record_get_ids (record, field, &set.n);
  return set;
}

/** gw_ids_has: whether @set holds @id. */
static inline gboolean
gw_ids_has (GwIds set, GwId id)
{
  for (guint i = 0; i < set.n; i++)
    if (gw_id_equal (set.ids[i], id))
      return TRUE;
  return FALSE;
}

/**
 * GW_RECORD_ACCESSORS: typed access to one field. A type's header defines a row macro around it
 * (the C preprocessor cannot make upper case, so the prefix is handed over) and expands its table.
 */
#define GW_RECORD_ACCESSORS(Camel, snake, PREFIX, UPPER, lower, KIND)                             \
  G_GNUC_UNUSED static inline gboolean gw_##snake##_has_##lower (const Gw##Camel *record)         \
  {                                                                                               \
    g_assert (gw_record_get_record_type (record) == &gw_##snake##_type);                          \
    return gw_record_has (record, GW_##PREFIX##_##UPPER);                                         \
  }                                                                                               \
  G_GNUC_UNUSED static inline GW_C_TYPE_##KIND gw_##snake##_get_##lower (const Gw##Camel *record) \
  {                                                                                               \
    g_assert (gw_record_get_record_type (record) == &gw_##snake##_type);                          \
    return GW_GET_##KIND (record, GW_##PREFIX##_##UPPER);                                         \
  }                                                                                               \
  G_GNUC_UNUSED static inline void gw_##snake##_set_##lower (GwDraft *draft,                      \
                                                             GW_C_TYPE_##KIND value)              \
  {                                                                                               \
    g_assert (gw_draft_get_record_type (draft) == &gw_##snake##_type);                            \
    GW_SET_##KIND (draft, GW_##PREFIX##_##UPPER, value);                                          \
  }

/** GW_DECLARE_RECORD_TYPE: the alias with its g_autoptr, and the extern type; rows follow. */
#define GW_DECLARE_RECORD_TYPE(Camel, snake)                 \
  typedef GwRecord Gw##Camel;                                \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gw##Camel, gw_record_unref) \
  extern const GwRecordType gw_##snake##_type;

/** GW_FIELD_ROW: a #GwField initialiser for a table row; used by GW_DEFINE_RECORD_TYPE. */
#define GW_FIELD_ROW(UPPER, lower, KIND, text, ...) \
  { .key = #lower, .kind = GW_FIELD_##KIND, .label = text, .since = 1, __VA_ARGS__ },

/**
 * GW_DEFINE_RECORD_TYPE: in the type's .c file: the constant table and the type. The remaining
 * arguments initialise #GwRecordType (label, label_plural, icon_name, title_fields, …). A row and
 * a type may say a later .since than the one given here.
 */
/* clang-format off */
#define GW_DEFINE_RECORD_TYPE(snake, FIELDS, ...)        \
  _Pragma ("GCC diagnostic push")                        \
  _Pragma ("GCC diagnostic ignored \"-Woverride-init\"") \
  static const GwField snake##_fields[] = {              \
    FIELDS (GW_FIELD_ROW)                                \
  };                                                     \
  const GwRecordType gw_##snake##_type = {               \
    .key = #snake,                                       \
    .fields = snake##_fields,                            \
    .n_fields = G_N_ELEMENTS (snake##_fields),           \
    .since = 1,                                          \
    __VA_ARGS__                                          \
  };                                                     \
  _Pragma ("GCC diagnostic pop")
/* clang-format on */

G_END_DECLS
