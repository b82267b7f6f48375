/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card follows its person, the names and the next visits. */
#include "config.h"

#include "gw-person-card.h"

#include "gw-face-picture.h"
#include "gw-person.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

#define FACE_SIZE 56

struct _GwPersonCard
{
  AdwBin parent_instance;

  AdwBin *face_slot;
  GtkLabel *name;
  GtkLabel *little_thing;
  GtkLabel *next_visit;
  GtkWidget *face;

  GwSession *session;
  GwNextVisits *next_visits;
  GwItem *item;
};

G_DEFINE_FINAL_TYPE (GwPersonCard, gw_person_card, ADW_TYPE_BIN)

static char *
dup_visit_words (GwPersonCard *self, const GwVisit *visit)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (self->session));
  gint days = gw_day_diff (gw_visit_get_day (visit), today);
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;

  if (days > 1)
    day = gw_day_format (gw_visit_get_day (visit), "%A");
  else
    day = g_strdup (days == 0 ? _ ("today") : _ ("tomorrow"));
  if (gw_visit_has_start (visit))
    {
      time = gw_minute_to_text (gw_visit_get_start (visit));
      /* Translators: a day and a time, "Next: tomorrow, 08:00". */
      return g_strdup_printf (_ ("Next: %s, %s"), day, time);
    }
  if (!gw_visit_has_ideal (visit))
    /* Translators: a day; nobody has planned the time yet. */
    return g_strdup_printf (_ ("Next: %s"), day);
  time = gw_minute_to_text (gw_visit_get_ideal (visit));
  /* Translators: a day and a time that is wished for, "Next: tomorrow, about 08:00". */
  return g_strdup_printf (_ ("Next: %s, about %s"), day, time);
}

static char *
dup_status_words (GwPersonCard *self, const GwPerson *person)
{
  const GwVisit *visit;

  switch ((GwPersonStatus) gw_person_get_status (person))
    {
    case GW_PERSON_RESTING:
      return g_strdup (_ ("Resting; visits are held"));
    case GW_PERSON_MOVED_ON:
      return g_strdup (_ ("Moved on"));
    case GW_PERSON_DIED:
      return g_strdup (_ ("Died"));
    case GW_PERSON_SUPPORTED:
    default:
      break;
    }
  visit = gw_next_visits_find (self->next_visits, gw_record_get_id (person));
  if (visit == NULL)
    return g_strdup (_ ("No visit in the coming week"));
  return dup_visit_words (self, visit);
}

static void
show_person (GwPersonCard *self)
{
  const GwRecord *person = self->item != NULL ? gw_item_get_record (self->item) : NULL;
  gboolean hidden = gw_session_get_hide_names (self->session);
  g_autofree char *title = NULL;
  g_autofree char *status = NULL;
  const char *little_thing;

  if (person == NULL)
    return;
  title = gw_session_dup_title (self->session, person);
  status = dup_status_words (self, person);
  little_thing = gw_person_get_little_thing (person);
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->little_thing, little_thing);
  gtk_widget_set_visible (GTK_WIDGET (self->little_thing), little_thing[0] != '\0' && !hidden);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->little_thing), little_thing);
  gtk_label_set_text (self->next_visit, status);
  gw_face_show_record (GW_FACE (self->face), GW_RECORD_SOURCE (self->session), person);
}

static void
on_record (GwItem *item, GParamSpec *pspec, GwPersonCard *self)
{
  show_person (self);
}

static void
on_something_changed (gpointer source, GwPersonCard *self)
{
  show_person (self);
}

static void
gw_person_card_dispose (GObject *object)
{
  GwPersonCard *self = GW_PERSON_CARD (object);

  if (self->session != NULL)
    {
      gw_person_card_set_item (self, NULL);
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (self->next_visits, self);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->next_visits);
  G_OBJECT_CLASS (gw_person_card_parent_class)->dispose (object);
}

static void
gw_person_card_class_init (GwPersonCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_person_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/people/gw-person-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GwPersonCard, face_slot);
  gtk_widget_class_bind_template_child (widget_class, GwPersonCard, name);
  gtk_widget_class_bind_template_child (widget_class, GwPersonCard, little_thing);
  gtk_widget_class_bind_template_child (widget_class, GwPersonCard, next_visit);
}

static void
gw_person_card_init (GwPersonCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->face = gw_face_new (FACE_SIZE);
  adw_bin_set_child (self->face_slot, self->face);
}

GtkWidget *
gw_person_card_new (GwSession *session, GwNextVisits *next_visits)
{
  GwPersonCard *self = g_object_new (GW_TYPE_PERSON_CARD, NULL);

  self->session = g_object_ref (session);
  self->next_visits = g_object_ref (next_visits);
  g_signal_connect (session, "names-changed", G_CALLBACK (on_something_changed), self);
  g_signal_connect (next_visits, "changed", G_CALLBACK (on_something_changed), self);
  return GTK_WIDGET (self);
}

void
gw_person_card_set_item (GwPersonCard *self, GwItem *item)
{
  g_return_if_fail (GW_IS_PERSON_CARD (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, on_record, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect (item, "notify::record", G_CALLBACK (on_record), self);
  show_person (self);
}
