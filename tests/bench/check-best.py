#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-best.py DATA FOLDER: a third opinion on routes that are better than the best known.

For each file of routes in FOLDER, finds its instance below DATA and checks the routes from the
instance's own decimals, with fractions, so that nothing is rounded and nothing is shared with the
program. Prints a row a file: instance, cost, best known, difference in per cent. Ends with 1 when
something is wrong.
"""

import csv
import itertools
import json
import pathlib
import sys
from fractions import Fraction

HORIZON = 100000  # rounds without which times move for ever


class Wrong(Exception):
    """What is wrong with routes."""


def need(condition, what):
    if not condition:
        raise Wrong(what)


# --- instances: visits {name: (place, duration, open, close)}, distance, may(carer, name), pairs ---


def read_mankowska(path):
    tables, name = {}, None
    for word in path.read_text().split():
        if word[0].isalpha():
            name = word
            tables[name] = []
        else:
            tables[name].append(Fraction(word))
    n, staff, kinds = (int(tables[key][0]) for key in ("nbNodes", "nbVehi", "nbServi"))
    visits, pairs = {}, []
    for node in range(1, n - 1):
        needed = [k for k in range(kinds) if tables["r"][node * kinds + k]]
        for k in needed:
            visits[f"{node}/{k + 1}"] = (node, tables["p"][node * staff * kinds + k],
                                         tables["e"][node], tables["l"][node])
        if len(needed) == 2:
            pairs.append((f"{node}/{needed[0] + 1}", f"{node}/{needed[1] + 1}",
                          tables["mind"][node], tables["maxd"][node]))
    return {
        "visits": visits, "pairs": pairs,
        "distance": lambda a, b: tables["d"][a * n + b],
        "may": lambda carer, visit: tables["a"][(carer - 1) * kinds + int(visit.split("/")[1]) - 1],
        "carers": {v: (0, n - 1, 0) for v in range(1, staff + 1)},
    }


def read_ceschia(path):
    world = json.loads(path.read_text())
    offices = len(world.get("departing_points") or world["central_offices"])
    usual = {service["id"]: service.get("default_duration") for service in world["services"]}
    carers = {carer["id"]: carer for carer in world["caregivers"]}
    visits, pairs, unwanted = {}, [], {}
    for number, patient in enumerate(world["patients"]):
        place = patient.get("distance_matrix_index", offices + number)
        window = [round(time) for time in patient["time_window"]]
        names = []
        for service in patient["required_caregivers"]:
            names.append(f"{patient['id']}/{service['service']}")
            duration = service.get("duration", usual[service["service"]])
            visits[names[-1]] = (place, duration, *window)
            unwanted[names[-1]] = patient.get("incompatible_caregivers", [])
        if len(names) == 2:
            link = patient["synchronization"]
            pairs.append((*names, *(link["distance"] if link["type"] == "sequential" else (0, 0))))
    homes = {key: carer.get("distance_matrix_index", 0) for key, carer in carers.items()}
    return {
        "visits": visits, "pairs": pairs,
        "distance": lambda a, b: world["distances"][a][b],
        "may": lambda carer, visit: (visit.split("/")[1] in carers[carer]["abilities"]
                                     and carer not in unwanted[visit]),
        "carers": {key: (homes[key], homes[key], carer.get("working_shift", [0])[0])
                   for key, carer in carers.items()},
    }


# --- routes: {carer: [name, …]} -------------------------------------------------------------------


def read_text_routes(path):
    routes = {}
    for line in path.read_text().splitlines():
        if line.startswith("Route #"):
            number, visits = line[len("Route #"):].split(":")
            routes[int(number)] = [visit.split("@")[0] for visit in visits.split()]
    return routes


def read_json_routes(path):
    return {route["caregiver_id"]: [f"{place['patient']}/{place['service']}"
                                    for place in route["locations"]]
            for route in json.loads(path.read_text())["routes"]}


# --- checking -------------------------------------------------------------------------------------


def earliest_times(world, routes):
    """The earliest starts, which are also the least tardy."""
    times = {name: Fraction(visit[2]) for name, visit in world["visits"].items()}
    for _round in range(HORIZON):
        before = dict(times)
        for carer, names in routes.items():
            here, _end, free = world["carers"][carer]
            for name in names:
                place, duration, _open, _close = world["visits"][name]
                times[name] = max(times[name], free + world["distance"](here, place))
                here, free = place, times[name] + duration
        for first, second, least, most in world["pairs"]:
            times[second] = max(times[second], times[first] + least)
            times[first] = max(times[first], times[second] - most)
        if times == before:
            return times
    raise Wrong("no times are possible")


def get_cost(world, routes):
    served = list(itertools.chain.from_iterable(routes.values()))
    need(sorted(served) == sorted(world["visits"]), "not every visit is served once")
    who = {name: carer for carer, names in routes.items() for name in names}
    need(all(world["may"](carer, name) for name, carer in who.items()), "somebody may not do it")
    need(all(who[pair[0]] != who[pair[1]] for pair in world["pairs"]), "one carer for both")
    times = earliest_times(world, routes)
    late = [max(Fraction(0), times[name] - visit[3]) for name, visit in world["visits"].items()]
    distance = Fraction(0)
    for carer, names in routes.items():
        start, end, _free = world["carers"][carer]
        stops = [start, *(world["visits"][name][0] for name in names), end]
        if names:
            distance += sum(world["distance"](a, b) for a, b in itertools.pairwise(stops))
    return (distance + sum(late) + max(late)) / 3


def read_best_known(data):
    best = {}
    for path in data.rglob("*best-known.csv"):
        with open(path, encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if "cost" in row:
                    best[row["instance"].removesuffix(".json")] = float(row["cost"])
    return best


def check(path, data, best):
    kind = ".json" if path.suffix == ".json" else ".txt"
    instances = [found for found in data.rglob(path.stem + kind)]
    need(instances, "its instance is not below the data folder")
    if kind == ".json":
        cost = get_cost(read_ceschia(instances[0]), read_json_routes(path))
    else:
        cost = get_cost(read_mankowska(instances[0]), read_text_routes(path))
    known = best.get(path.stem, float("nan"))
    print(f"{path.stem:60} {float(cost):10.3f} {known:10.3f} {(float(cost) / known - 1) * 100:7.2f}")


def main():
    data, folder = (pathlib.Path(argument) for argument in sys.argv[1:3])
    best = read_best_known(data)
    status = 0
    for path in sorted([*folder.glob("*.sol"), *folder.glob("*.json")]):
        try:
            check(path, data, best)
        except (KeyError, ValueError, Wrong) as why:
            print(f"{path.name}: {why}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
