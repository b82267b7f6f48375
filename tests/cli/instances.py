# SPDX-License-Identifier: GPL-3.0-or-later
"""Small published instances written by hand, for the tests of the command line."""

COLUMNS = "family,instance,seed,threads,seconds,cost,best_known,gap_percent,feasible,iterations"
STEPS = ["--steps", 300]

# Three customers at 30, 60 and 90 to the right of the depot; a van holds two of them. One van for
# the two far ones and one for the near one: 180 + 60.
LINE = """line3

VEHICLE
NUMBER     CAPACITY
  {vans}          25

CUSTOMER
CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME

    0      10   10      0     0   400    0
    1      40   10     10    20   300   10
    2      70   10     10     0   300   10
    3     100   10     10    50   300   10
"""

# Patient 3 needs services 1 and 3, the second of them 10 to 20 later.
CARE = """nbNodes
5
nbVehi
2
nbServi
3
r
1 1 1
1 0 0
0 1 0
1 0 1
1 1 1
DS
4
a
1 1 0
1 0 1
x
0 3 0 6 0
y
0 4 5 8 0
d
0 5 5 10 0
5 0 3.162278 5 5
5 3.162278 0 6.708204 5
10 5 6.708204 0 10
0 5 5 10 0
p
0 0 0
0 0 0
10 10 10
10 10 10
10.5 10.5 10.5
10.5 10.5 10.5
15 15 15
15 15 15
0 0 0
0 0 0
mind
0 0 0 10 0
maxd
0 0 0 20 0
e
0 0 20 30 0
l
600 40 60 70 600
"""

TOWN = {
    "distances": [[0, 7, 5, 9], [8, 0, 4, 6], [5, 4, 0, 3], [9, 6, 3, 0]],
    "departing_points": [{"id": "d0"}, {"id": "d1"}],
    "services": [{"id": "s0", "default_duration": 30}, {"id": "s1", "default_duration": 20}],
    "caregivers": [
        {"id": "c0", "abilities": ["s0", "s1"], "starting_point_id": "d1",
         "distance_matrix_index": 1, "working_shift": [30, 270]},
        {"id": "c1", "abilities": ["s1"], "starting_point_id": "d0",
         "distance_matrix_index": 0, "working_shift": [0, 240]},
        {"id": "c2", "abilities": ["s0"], "starting_point_id": "d0", "distance_matrix_index": 0,
         "working_shift": [0, 240]},
    ],
    "patients": [
        {"id": "p0", "time_window": [60, 90], "distance_matrix_index": 2,
         "required_caregivers": [{"service": "s0"}, {"service": "s1", "duration": 45}],
         "synchronization": {"type": "simultaneous"}, "incompatible_caregivers": ["c2"]},
        {"id": "p1", "time_window": [0, 120], "distance_matrix_index": 3,
         "required_caregivers": [{"service": "s1", "duration": 15},
                                 {"service": "s0", "duration": 20}],
         "synchronization": {"type": "sequential", "distance": [15, 45]}},
    ],
}


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
