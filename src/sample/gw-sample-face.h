/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Portraits drawn by the program: friendly, flat, round. Nobody has sat for them. The same features
 * give the same picture, byte for byte. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GwSampleFace: what is known of somebody; the rest is drawn by lot from @seed.
 * @seed: any number
 * @woman: whether hair and clothes are chosen from those mostly seen on women
 * @elder: grey hair and laughter lines are likely
 * @dark_hair: whether hair is usually dark
 * @skin: tone, 0 (palest) – 6
 */
typedef struct
{
  guint64 seed;
  gboolean woman;
  gboolean elder;
  gboolean dark_hair;
  guint skin;
} GwSampleFace;

/** gw_sample_face_draw: the portrait as SVG text, 256 × 256, about 3 kB. (transfer full) */
GBytes *gw_sample_face_draw (const GwSampleFace *face);

G_END_DECLS
