# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of the first week: visits move by mouse, by keys and by a screen reader's actions."""

from board import (WELCOME, cards, colleagues, drag_card, is_in_row, lies_in, verdicts,
                   wait_until_read)
from journey import NotThere, expect, wait_until
from team_file import record_key
from window import centre


def drag_by_mouse(it, window):
    for card in cards(window, it.file):
        before = it.file.visit(card["id"])
        found = drag_card(window, card, WELCOME)
        if found and found[1]["kind"] in WELCOME:
            break
    else:
        raise NotThere("nobody else may have any of the visits")
    row, said = found
    expect(said["name"], "a drop is allowed without a word")
    day, start, members = wait_until(
        lambda: it.file.visit(card["id"]) if it.file.visit(card["id"]) != before else None,
        f"{card['name']} did not move to {row['name']}: {said['name']}")
    expect(members == {record_key(row["id"]).hex()}, f"it went to {members}")
    expect(day == before[0] and abs(start - before[1]) <= 5, f"it starts at {start}")
    wait_until(lambda: is_in_row(window, card["id"], row["id"]), "the card is not there")
    it.moved = (card["id"], before)


def move_by_keyboard(it, window):
    for card in cards(window, it.file):
        if card["id"] == it.moved[0]:
            continue
        before = it.file.visit(card["id"])
        wait_until_read(window)
        window.click(card)
        window.key("space")
        wait_until(lambda: verdicts(window), "it is not in hand")
        window.key("Tab", "space")
        try:
            wait_until(lambda: it.file.visit(card["id"]) != before, "", 1.5)
        except NotThere:
            window.key("Escape")  # no better place for this one
            continue
        it.moved = (card["id"], before)
        return
    raise NotThere("no visit has another good place")


def undo_and_redo(it, window):
    visit, before = it.moved
    after = it.file.visit(visit)
    for keys, wanted in (("ctrl+z", before), ("ctrl+shift+z", after), ("ctrl+z", before)):
        window.key(keys)
        wait_until(lambda: it.file.visit(visit) == wanted,
                   f"{keys} leads to {it.file.visit(visit)}")


def meet_refusal(it, window):
    before = it.file.week()
    for card in cards(window, it.file):
        found = drag_card(window, card, ("verdict-cannot",))
        if found:
            break
    else:
        raise NotThere("everybody may have everything")
    sentence = found[1]["name"]
    expect(len(sentence) > 10, f"“{sentence}” explains nothing")
    window.wait_for_geometry(kind="label", name=sentence)
    expect(it.file.week() == before, "a refused drop changed the file")


def act_on_card(it, window):
    """As a switch user or screen reader does: actions of the card itself."""
    from gi.repository import Atspi
    for card in cards(window, it.file):
        before = it.file.visit(card["id"])
        named = [item for item in window.find_all(Atspi.Role.PUSH_BUTTON, card["name"])
                 if item.get_n_actions() > 5]
        if not named:
            continue
        for action in ("card.hold", "card.best", "card.hold"):
            window.do_action(named[0], action)
        try:
            wait_until(lambda: it.file.visit(card["id"]) != before, "", 1.5)
            return
        except NotThere:
            window.do_action(named[0], "card.put-back")
    raise NotThere("no card's action moves it")


def move_several(it, window):
    """Two visits chosen with Ctrl go to cover in one change, and come back in one."""
    week = it.file.week()
    for row in colleagues(window):
        mine = [card for card in cards(window, it.file) if lies_in(card, row)]
        if len(mine) > 1:
            break
    else:
        raise NotThere("nobody has two visits")
    day = it.file.visit(mine[0]["id"])[0]
    before = it.file.visits_of(row["id"], day)
    with window.holding_key("ctrl"):
        for card in mine[:2]:
            window.click(card)
    lane = window.geometry(kind="lane")[0]
    window.drag(centre(mine[0]), (centre(mine[0])[0], centre(lane)[1]))
    wait_until(lambda: before - it.file.visits_of(row["id"], day) ==
               {record_key(card["id"]) for card in mine[:2]}, "not both went")
    window.key("ctrl+z")
    wait_until(lambda: it.file.week() == week, "one undo does not bring both back")
