/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words the sample town is made of: names, streets, what matters to people, what visits are
 * for. All invented; no combination is meant to be anybody. Constant data; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GW_SAMPLE_TOWN "Hartlow"
#define GW_SAMPLE_N_NAMES 10

/**
 * GwSampleHeritage: names that go together, for two generations.
 * @share: parts of 100 of the town
 * @languages: what is spoken besides English; nullable
 * @skin_first: first skin tone of a face, @skin_last the last
 * @dark_hair: whether hair is usually dark before it is grey
 */
typedef struct
{
  guint share;
  const char *languages;
  guint skin_first;
  guint skin_last;
  gboolean dark_hair;
  const char *elder_women[GW_SAMPLE_N_NAMES];
  const char *elder_men[GW_SAMPLE_N_NAMES];
  const char *women[GW_SAMPLE_N_NAMES];
  const char *men[GW_SAMPLE_N_NAMES];
  const char *last[GW_SAMPLE_N_NAMES];
} GwSampleHeritage;

/** GwSampleCast: somebody of the first team, who is the same in every sample. */
typedef struct
{
  const char *first;
  const char *last;
  gint gender;
  guint heritage;
} GwSampleCast;

extern const GwSampleHeritage gw_sample_heritages[];
extern const guint gw_sample_n_heritages;
extern const GwSampleCast gw_sample_people_cast[];
extern const guint gw_sample_n_people_cast;
extern const GwSampleCast gw_sample_colleague_cast[];
extern const guint gw_sample_n_colleague_cast;

/** Lists of words, each ended by NULL. */
extern const char *const gw_sample_teams[];
extern const char *const gw_sample_streets[];
extern const char *const gw_sample_matters[];
extern const char *const gw_sample_support[];
extern const char *const gw_sample_little_things[];
extern const char *const gw_sample_access[];
extern const char *const gw_sample_wellbeing[];

/** gw_sample_purposes: what visits are for by part of the day, each list ended by NULL. */
extern const char *const gw_sample_purposes[4][6];

/** gw_sample_words_count: length of a list ended by NULL. */
guint gw_sample_words_count (const char *const *words);

G_END_DECLS
