/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the published families. */
#include "config.h"

#include "routing-figures.h"

#include <math.h>

#define MK "hhcrsp/mankowska/InstanzCPLEX_HCSRP_"
#define MV "hhcrsp/mankowska/InstanzVNS_HCSRP_"
#define FIVE(begin) begin "1.txt " begin "2.txt " begin "3.txt " begin "4.txt " begin "5.txt"
#define SOLOMON "vrptw/solomon100/"
#define ITALIAN "hhcrsp/italian/instance_"
#define EXTENDED "hhcrsp/extended/"

const Figure routing_figures[] = {
  { .name = "solomon-7",
    .title = "Vehicle routing with time windows, 100 customers, seven instances",
    .family = "vrptw",
    .files = SOLOMON "R104.txt " SOLOMON "R112.txt " SOLOMON "R203.txt " SOLOMON "R208.txt " SOLOMON
                     "RC108.txt " SOLOMON "RC207.txt " SOLOMON "C104.txt",
    .n_quick = 7,
    .aims = { { 1, 0.71, 0.4 }, { 3, 0.06, 0.04 }, { 10, 0.01, 0.005 } },
    .peers = { { "HGS-VRPTW", { { 1, 0.71 }, { 3, 0.06 }, { 10, 0.01 } } },
               { "PyVRP", { { 1, 3.21 }, { 3, 0.59 }, { 10, 0.22 } } },
               { "VROOM, two threads", { { 0.34, 5.46 }, { 4.7, 2.05 } } } } },
  { .name = "R1_2_4",
    .title = "Vehicle routing with time windows, R1_2_4 (200 customers)",
    .family = "vrptw",
    .files = "vrptw/homberger200/R1_2_4.txt",
    .n_quick = 1,
    .aims = { { 10, 0.71, 0.4 }, { 60, 0.06, 0.03 } },
    .peers = { { "HGS-VRPTW", { { 1, 5.83 }, { 10, 0.71 }, { 60, 0.06 } } },
               { "PyVRP", { { 1, 8.73 }, { 10, 2.27 }, { 60, 0.33 } } },
               { "VROOM, two threads", { { 0.5, 5.99 }, { 12.9, 3.55 } } } } },
  { .name = "R2_4_3",
    .title = "Vehicle routing with time windows, R2_4_3 (400 customers)",
    .family = "vrptw",
    .files = "vrptw/homberger400/R2_4_3.txt",
    .n_quick = 1,
    .aims = { { 10, 1.09, 0.8 }, { 60, 0.17, 0.12 } },
    .peers = { { "HGS-VRPTW", { { 1, 17.4 }, { 10, 4.75 }, { 60, 0.17 } } },
               { "PyVRP", { { 1, 26.9 }, { 10, 1.09 }, { 60, 0.56 } } },
               { "VROOM, two threads", { { 13, 12.9 } } } } },
  { .name = "RC1_6_4",
    .title = "Vehicle routing with time windows, RC1_6_4 (600 customers)",
    .family = "vrptw",
    .files = "vrptw/homberger600/RC1_6_4.txt",
    .n_quick = 1,
    .aims = { { 10, 4.63, 1.5 }, { 60, 1.22, 0.6 } },
    .peers = { { "HGS-VRPTW", { { 1, 7.95 }, { 10, 4.63 }, { 60, 1.22 } } },
               { "PyVRP", { { 1, 11.8 }, { 10, 5.48 }, { 60, 2.32 } } },
               { "VROOM, two threads", { { 6.8, 5.61 } } } } },
  { .name = "R1_10_5",
    .title = "Vehicle routing with time windows, R1_10_5 (1,000 customers)",
    .family = "vrptw",
    .files = "vrptw/homberger1000/R1_10_5.txt",
    .n_quick = 1,
    .aims = { { 10, 18.1, 4.5 }, { 16, 7.0, 4.0 }, { 60, 4.92, 2.0 } },
    .peers = { { "HGS-VRPTW", { { 60, 6.38 } } },
               { "PyVRP", { { 1, 18.1 }, { 10, 18.1 }, { 60, 4.92 } } },
               { "VROOM, two threads", { { 15.8, 7.0 } } } } },
  { .name = "mankowska-50",
    .title = "Home health care, 50 patients",
    .family = "hhcrsp",
    .files = FIVE (MK "50_"),
    .n_quick = 2,
    .aims = { { 10, 0.5, 0.3 }, { 60, 2.9, 0.0 } },
    .peers = { { "Lasfargeas 2019", { { 109, 3.8 } } },
               { "fix-and-optimise", { { 532, 1.6 } } },
               { "BRKGA 2020", { { 5.9, 2.7 } } },
               { "MP-IPR BRKGA", { { 10, 3.5 }, { 60, 3.2 }, { 131, 2.9 } } },
               { "annealing prototype", { { 8, 0.5 } } } } },
  { .name = "mankowska-100",
    .title = "Home health care, 100 patients",
    .family = "hhcrsp",
    .files = FIVE (MV "100_"),
    .n_quick = 2,
    .aims = { { 10, 1.97, 0.8 }, { 60, 6.0, 0.0 } },
    .peers = { { "fix-and-optimise", { { 4644, 8.5 } } },
               { "BRKGA 2020", { { 24, 6.1 } } },
               { "MP-IPR BRKGA", { { 10, 21.8 }, { 60, 7.2 }, { 220, 6.0 } } },
               { "annealing prototype", { { 8, 1.97 } } } } },
  { .name = "mankowska-200",
    .title = "Home health care, 200 patients",
    .family = "hhcrsp",
    .files = FIVE (MV "200_"),
    .n_quick = 2,
    .aims = { { 10, 3.3, 1.5 }, { 60, 8.6, 0.5 } },
    .peers = { { "BRKGA 2020", { { 98, 9.6 } } },
               { "MP-IPR BRKGA", { { 10, 108 }, { 60, 29 }, { 578, 8.6 } } },
               { "annealing prototype", { { 8, 3.3 } } } } },
  { .name = "mankowska-300",
    .title = "Home health care, 300 patients",
    .family = "hhcrsp",
    .files = FIVE (MV "300_"),
    .n_quick = 2,
    .aims = { { 10, 6.11, 2.5 }, { 60, 7.7, 0.8 } },
    .peers = { { "BRKGA 2020", { { 229, 10.5 } } },
               { "MP-IPR BRKGA", { { 10, 417 }, { 60, 56 }, { 1230, 7.7 } } },
               { "annealing prototype", { { 8, 6.11 } } } } },
  { .name = "italian",
    .title = "Home health care, twelve Italian instances in JSON",
    .family = "hhcrsp-json",
    .files = ITALIAN "000-cosenza-r26-p299-s4-sim1.6-seq5.7.json " ITALIAN
                     "002-venice-r11-p229-s4-sim23.9-seq24.1.json " ITALIAN
                     "004-venice-padua-treviso-r26-p258-s3-sim14.0-seq4.2.json " ITALIAN
                     "006-cosenza-r30-p213-s5-sim20.5-seq8.4.json " ITALIAN
                     "008-cesena-r32-p247-s4-sim12.3-seq20.5.json " ITALIAN
                     "010-milan-r15-p76-s2-sim17.7-seq13.7.json " ITALIAN
                     "012-cesena-r37-p130-s2-sim4.0-seq20.9.json " ITALIAN
                     "014-perugia-r29-p213-s3-sim20.1-seq22.5.json " ITALIAN
                     "016-macerata-r11-p145-s3-sim14.2-seq0.5.json " ITALIAN
                     "018-udine-r17-p356-s3-sim21.2-seq21.7.json " ITALIAN
                     "020-cesena-r15-p78-s3-sim23.4-seq24.3.json " ITALIAN
                     "022-reggio-emilia-r29-p255-s2-sim10.7-seq15.5.json",
    .n_quick = 2,
    .aims = { { 10, NAN, NAN }, { 60, NAN, NAN } } },
  /* With shifts, several starting points and colleagues whom a patient does not want; nobody has
   * published what they cost: it counts that all are answered. */
  { .name = "extended",
    .title = "Home health care with shifts, eight Italian instances in JSON",
    .family = "hhcrsp-json",
    .files = EXTENDED "050-udine-p287-d9-i0.26-pt0.79-0.09-0.12-c6-5-2.json " EXTENDED
                      "094-cosenza-p100-d5-i0.21-pt0.84-0.06-0.10-c2-2-6-5.json " EXTENDED
                      "145-perugia-p234-d19-i0.15-pt0.65-0.04-0.31-c3-2-5-4.json " EXTENDED
                      "151-florence-p411-d5-i0.07-pt0.51-0.01-0.48-c3-3-3-4.json " EXTENDED
                      "198-milan-p344-d17-i0.02-pt0.88-0.04-0.08-c5-2-2.json " EXTENDED
                      "272-reggio-emilia-p148-d7-i0.3-pt0.32-0.21-0.47-c4-6-2.json " EXTENDED
                      "285-cesena-p201-d8-i0.04-pt0.86-0.02-0.12-c4-5-4-5.json " EXTENDED
                      "382-macerata-p63-d9-i0.3-pt0.68-0.13-0.19-c4-2-4.json",
    .n_quick = 2,
    .aims = { { 10, NAN, NAN }, { 60, NAN, NAN } } },
  /* Published 441.70, which is 0.175 % above 440.928. */
  { .name = "mankowska-25_6",
    .title = "Home health care, instance 25_6",
    .family = "hhcrsp",
    .files = MK "25_6.txt",
    .n_quick = 1,
    .aims = { { 10, 0.175, 0.0005 } },
    .peers = { { "best published", { { 60, 0.175 } } } } },
};
const guint n_routing_figures = G_N_ELEMENTS (routing_figures);
