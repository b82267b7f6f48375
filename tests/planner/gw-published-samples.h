/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small instances of each family, written by hand, and written solutions of them. */
#pragma once

#include "gw-published-instance.h"

/* Two vans for three customers on a line: 30, 60 and 90 to the right of the depot. */
#define SAMPLE_VRPTW                                                                \
  "line3\n"                                                                         \
  "\n"                                                                              \
  "VEHICLE\n"                                                                       \
  "NUMBER     CAPACITY\n"                                                           \
  "  2          25\n"                                                               \
  "\n"                                                                              \
  "CUSTOMER\n"                                                                      \
  "CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME\n" \
  "\n"                                                                              \
  "    0      10   10      0     0   300    0\n"                                    \
  "    1      40   10     10    20   100   10\n"                                    \
  "    2      70   10     10     0   200   10\n"                                    \
  "    3     100.5 10     10    50   200   12.5\n"

/* Three patients; the third needs services 1 and 3, the second of them 10 to 20 later. */
#define SAMPLE_HHCRSP                                                     \
  "nbNodes\n5\nnbVehi\n2\nnbServi\n3\nr\n"                                \
  "1 1 1\n1 0 0\n0 1 0\n1 0 1\n1 1 1\nDS\n4\na\n1 1 0\n1 0 1\n"           \
  "x\n0 3 0 6 0\ny\n0 4 5 8 0\n"                                          \
  "d\n0 5 5 10 0\n5 0 3.162278 5 5\n5 3.162278 0 6.708204 5\n"            \
  "10 5 6.708204 0 10\n0 5 5 10 0\n"                                      \
  "p\n0 0 0\n0 0 0\n10 10 10\n10 10 10\n10.5 10.5 10.5\n10.5 10.5 10.5\n" \
  "15 15 15\n15 15 15\n0 0 0\n0 0 0\n"                                    \
  "mind\n0 0 0 10 0\nmaxd\n0 0 0 20 0\ne\n0 0 20 30 0\nl\n600 40 60 70 600\n"

/* The same world with a shift, a second starting point and somebody not wanted. */
#define SAMPLE_JSON                                                                               \
  "{ \"name\": \"small\",\n"                                                                      \
  "  \"distances\": [[0, 7, 5, 9], [8, 0, 4, 6], [5, 4, 0, 3], [9, 6, 3, 0]],\n"                  \
  "  \"departing_points\": [{ \"id\": \"d0\" }, { \"id\": \"d1\" }],\n"                           \
  "  \"services\": [{ \"id\": \"s0\", \"default_duration\": 30 }, { \"id\": \"s1\" }],\n"         \
  "  \"caregivers\": [\n"                                                                         \
  "    { \"id\": \"c0\", \"abilities\": [\"s0\", \"s1\"], \"starting_point_id\": \"d1\",\n"       \
  "      \"distance_matrix_index\": 1, \"working_shift\": [30, 270] },\n"                         \
  "    { \"id\": \"c1\", \"abilities\": [\"s1\"], \"starting_point_id\": \"d0\",\n"               \
  "      \"distance_matrix_index\": 0, \"working_shift\": [0, 240] },\n"                          \
  "    { \"id\": \"c2\", \"abilities\": [\"s0\"], \"starting_point_id\": \"d0\" }],\n"            \
  "  \"patients\": [\n"                                                                           \
  "    { \"id\": \"p0\", \"time_window\": [60.0, 89.99999999999997], \"distance_matrix_index\": " \
  "2,\n"                                                                                          \
  "      \"required_caregivers\": [{ \"service\": \"s0\" },\n"                                    \
  "                              { \"service\": \"s1\", \"duration\": 45 }],\n"                   \
  "      \"synchronization\": { \"type\": \"simultaneous\" },\n"                                  \
  "      \"incompatible_caregivers\": [\"c2\"] },\n"                                              \
  "    { \"id\": \"p1\", \"time_window\": [0, 120], \"distance_matrix_index\": 3,\n"              \
  "      \"required_caregivers\": [{ \"service\": \"s1\", \"duration\": 15 },\n"                  \
  "                              { \"service\": \"s0\", \"duration\": 20 }],\n"                   \
  "      \"synchronization\": { \"type\": \"sequential\", \"distance\": [15, 45] } }] }\n"

static const char *const gw_published_samples[GW_PUBLISHED_N_FAMILIES] = { SAMPLE_VRPTW,
                                                                           SAMPLE_HHCRSP,
                                                                           SAMPLE_JSON };
