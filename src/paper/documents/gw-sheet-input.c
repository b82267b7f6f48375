/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sheets share: faces, a day's visits, addresses, the footer. */
#include "config.h"

#include "gw-sheet-input.h"

#include "gw-page-flow.h"

#include "gw-name.h"
#include "gw-shift-change.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

static GBytes *
read_face (const GwRecord *record, const GwSheetInput *input)
{
  const char *attachment;

  if (input->read_picture == NULL)
    return NULL;
  if (gw_record_get_record_type (record) == &gw_person_type)
    attachment = gw_person_get_photo (record);
  else
    attachment = gw_colleague_get_photo (record);
  return *attachment != '\0' ? input->read_picture (attachment, input->user_data) : NULL;
}

void
gw_sheet_add_face (GwPage *page, GwRectangle place, const GwRecord *record, gboolean may_show,
                   const GwSheetInput *input)
{
  g_autoptr (GBytes) picture = may_show ? read_face (record, input) : NULL;
  g_autofree char *initials = gw_record_dup_initials (record);
  /* Initials fill about two fifths of the ring's height; a point is 353/1000 mm. */
  GwTextStyle style = { place.height * 40 / 3530, 700, gw_ink_soft, GW_TEXT_DECORATION };
  gint32 width;

  if (picture != NULL)
    {
      /* TRANSLATORS: what a picture shows, read aloud: a face */
      g_autofree char *name = gw_record_dup_title (record);
      g_autofree char *description = g_strdup_printf (_ ("Face of %s"), name);

      gw_page_add_picture (page, place, place.width / 2, picture, description);
      return;
    }
  gw_page_add_box (page, place, place.width / 2, gw_ink_tint, TRUE);
  gw_page_add_box (page, place, place.width / 2, gw_ink_line, FALSE);
  width = gw_text_measure_width (&style, initials) + 200;
  gw_page_add_text (page, &style, place.x + (place.width - width) / 2,
                    place.y + (place.height - gw_text_measure (&style, width, initials)) / 2, width,
                    initials);
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  const GwVisit *left = *(GwVisit *const *) a;
  const GwVisit *right = *(GwVisit *const *) b;
  gint difference = gw_visit_get_start_on (left, gw_visit_get_day (right)).value -
                    gw_visit_get_shown_start (right).value;

  return difference != 0 ? difference
                         : gw_id_compare (gw_record_get_id (left), gw_record_get_id (right));
}

GPtrArray *
gw_sheet_list_visits (const GwSheetInput *input, GwDay day, GwId person)
{
  GPtrArray *visits = g_ptr_array_new ();

  for (guint i = 0; i < input->visits->len; i++)
    {
      GwVisit *visit = g_ptr_array_index (input->visits, i);

      if (gw_visit_is_live (visit) && gw_day_compare (gw_visit_get_day (visit), day) == 0 &&
          gw_id_equal (gw_visit_get_person (visit), person))
        g_ptr_array_add (visits, visit);
    }
  g_ptr_array_sort (visits, compare_starts);
  return visits;
}

/* The day of the shift of @colleague that has the visit: its own day, or the evening before. */
static GwDay
find_day_of_work (const GwSheetInput *input, const GwVisit *visit, GwId colleague)
{
  GwDay day = gw_visit_get_day (visit);
  gboolean is_night = FALSE;

  for (guint i = 0; i < input->shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (input->shifts, i);

      if (!gw_id_equal (gw_shift_get_colleague (shift), colleague) ||
          gw_record_is_deleted (shift) || !gw_shift_has_visit (shift, visit))
        continue;
      if (gw_day_compare (gw_shift_get_day (shift), day) == 0)
        return day;
      is_night = TRUE;
    }
  return is_night ? gw_day_add (day, -1) : day;
}

GPtrArray *
gw_sheet_list_run (const GwSheetInput *input, GwDay day, GwId colleague)
{
  GPtrArray *visits = g_ptr_array_new ();

  for (guint i = 0; i < input->visits->len; i++)
    {
      GwVisit *visit = g_ptr_array_index (input->visits, i);
      gint later = gw_day_diff (gw_visit_get_day (visit), day);

      if ((later == 0 || later == 1) && gw_visit_is_live (visit) &&
          gw_ids_has (gw_visit_get_colleagues (visit), colleague) &&
          gw_day_compare (find_day_of_work (input, visit, colleague), day) == 0)
        g_ptr_array_add (visits, visit);
    }
  g_ptr_array_sort (visits, compare_starts);
  return visits;
}

/* Some lines are perhaps empty, or end with a comma. */
char *
gw_sheet_dup_address (const GwPerson *person)
{
  g_auto (GStrv) lines = g_strsplit (gw_person_get_address (person), "\n", -1);
  GString *address = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (g_str_has_suffix (line, ","))
        line[strlen (line) - 1] = '\0';
      if (*line != '\0')
        g_string_append_printf (address, "%s%s", address->len > 0 ? ", " : "", line);
    }
  return g_string_free (address, FALSE);
}

char *
gw_sheet_dup_footer (const GwSheetInput *input)
{
  g_autofree char *printed = gw_day_format (input->printed, "%-d %B %Y");

  if (input->team_name == NULL || *input->team_name == '\0')
    return g_strdup_printf (_ ("Printed on %s"), printed);
  if (input->team_phone == NULL || *input->team_phone == '\0')
    return g_strdup_printf (_ ("%s · printed on %s"), input->team_name, printed);
  return g_strdup_printf (_ ("%s · ring us on %s · printed on %s"), input->team_name,
                          input->team_phone, printed);
}
