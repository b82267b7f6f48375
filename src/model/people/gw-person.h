/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A person the team supports. Reads like a person: name and what matters first. The key safe is sealed.
 * Race, religion and nationality are not fields, here or on colleagues, so that they can never be
 * rules of who comes.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_PERSON_FIELDS(X)                                                                    \
  X (FIRST_NAME, first_name, TEXT, N_ ("Name they like"), .group = N_ ("Person"),              \
     .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE)                                         \
  X (LAST_NAME, last_name, TEXT, N_ ("Last name"), .flags = GW_FIELD_SEARCHABLE)               \
  X (PHOTO, photo, ATTACHMENT, N_ ("Photo"))                                                   \
  X (TEAM, team, REFERENCE, N_ ("Team"), .target = "team")                                     \
  X (LINK_WORKER, link_worker, REFERENCE, N_ ("Link worker"), .target = "colleague")           \
  X (STATUS, status, CHOICE, N_ ("Now"), .choices = gw_person_status_choices)                  \
  X (BORN, born, DAY, N_ ("Birthday"), .flags = GW_FIELD_PAST)                                 \
  X (GENDER, gender, CHOICE, N_ ("Gender"), .choices = gw_gender_choices)                      \
  X (LANGUAGES, languages, TEXT, N_ ("Languages"), .flags = GW_FIELD_SEARCHABLE)               \
  X (PHONE, phone, TEXT, N_ ("Telephone"), .flags = GW_FIELD_SEARCHABLE)                       \
  X (MATTERS, matters, RICH_TEXT, N_ ("What matters to me"), .group = N_ ("What matters"),     \
     .flags = GW_FIELD_SEARCHABLE)                                                             \
  X (SUPPORT, support, RICH_TEXT, N_ ("How best to support me"), .flags = GW_FIELD_SEARCHABLE) \
  X (LITTLE_THING, little_thing, TEXT, N_ ("The little thing that makes the day"),             \
     .flags = GW_FIELD_SEARCHABLE, .hint = N_ ("For instance: tea in the blue cup"))           \
  X (ADDRESS, address, RICH_TEXT, N_ ("Address"), .group = N_ ("Home"),                        \
     .flags = GW_FIELD_SEARCHABLE)                                                             \
  X (LOCATION, location, PLACE, N_ ("Location"),                                               \
     .hint = N_ ("Latitude and longitude, for instance 51.6708, -1.2880"))                     \
  X (BUILDING, building, TEXT, N_ ("Building"),                                                \
     .hint = N_ ("The same words for flats in the same building"))                             \
  X (PARKING, parking, SPAN, N_ ("Parking"), .unit = N_ ("min"), .minimum = 0, .maximum = 60)  \
  X (ACCESS, access, RICH_TEXT, N_ ("Getting in"),                                             \
     .hint = N_ ("Which door, which bell. Codes go into the key safe, never here"))            \
  X (KEY_SAFE, key_safe, SEALED, N_ ("Key safe"),                                              \
     .hint = N_ ("Shown for 30 seconds when asked for; never printed"))                        \
  X (HOME_FEATURES, home_features, CHOICES, N_ ("At home there is"),                           \
     .choices = gw_home_feature_choices)                                                       \
  X (NO_SHEETS, no_sheets, FLAG, N_ ("No sheets at home"),                                     \
     .hint = N_ ("Nothing on paper is left with this person"))                                 \
  X (PREFERRED, preferred, REFERENCES, N_ ("Would like to see"), .group = N_ ("Wishes"),       \
     .target = "colleague")                                                                    \
  X (DECLINED, declined, REFERENCES, N_ ("Chose not to see"), .target = "colleague",           \
     .hint = N_ ("No reason is needed"))                                                       \
  X (GENDER_WISH, gender_wish, CHOICE, N_ ("Would rather be helped by"),                       \
     .choices = gw_gender_choices)                                                             \
  X (GENDER_MUST, gender_must, FLAG, N_ ("Only by them"),                                      \
     .hint = N_ ("A rule for personal care, not only a wish"))                                 \
  X (LANGUAGE_WISH, language_wish, TEXT, N_ ("Would like to speak"))                           \
  X (ALLERGIES, allergies, RICH_TEXT, N_ ("Allergies and risks"), .group = N_ ("Safety"),      \
     .flags = GW_FIELD_KEEP_LOSER | GW_FIELD_SEARCHABLE)                                       \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"), .group = N_ ("Notes"), .flags = GW_FIELD_SEARCHABLE)

/** gw_person_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Person, person)

/** Field indexes of #GwPerson. */
enum
{
#define ROW(UPPER, ...) GW_PERSON_##UPPER,
  GW_PERSON_FIELDS (ROW)
#undef ROW
      GW_PERSON_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (Person, person, PERSON, UPPER, lower, KIND)
GW_PERSON_FIELDS (ROW)
#undef ROW

G_END_DECLS
