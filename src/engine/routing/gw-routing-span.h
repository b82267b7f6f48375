/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time-warp spans: what has to be known of a stretch of a route to join it to another one in
 * constant time, also when it is late somewhere. Who is late goes back in time for a penalty and is
 * in time again, so that one late stop does not spoil all behind it (Nagata, Bräysy and Dullaert
 * 2010; the joining after Vidal et al. 2013).
 */
#pragma once

#include <stdint.h>

typedef struct
{
  int32_t duration;    /* from the start to the end of the stretch, waiting and warps included */
  int32_t warp;        /* how far it goes back in time in all; 0: nothing is late */
  int32_t early, late; /* starts between the two wait and warp least */
} GwRoutingSpan;

/* The stretch @a, then @travel, then @b. */
static inline GwRoutingSpan
gw_routing_span_join (GwRoutingSpan a, int32_t travel, GwRoutingSpan b)
{
  int32_t shift = a.duration - a.warp + travel;
  int32_t wait = b.early - shift - a.late, warp = a.early + shift - b.late;
  int32_t early = b.early - shift, late = b.late - shift;

  wait = wait > 0 ? wait : 0;
  warp = warp > 0 ? warp : 0;
  return (GwRoutingSpan){ .duration = a.duration + b.duration + travel + wait,
                          .warp = a.warp + b.warp + warp,
                          .early = (early > a.early ? early : a.early) - wait,
                          .late = (late < a.late ? late : a.late) + warp };
}

/* How far the joined stretch goes back in time. */
static inline int32_t
gw_routing_span_warp (GwRoutingSpan a, int32_t travel, GwRoutingSpan b)
{
  int32_t warp = a.early + a.duration - a.warp + travel - b.late;

  return a.warp + b.warp + (warp > 0 ? warp : 0);
}
