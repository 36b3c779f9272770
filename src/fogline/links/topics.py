"""The words of titles: how a question is asked by what is counted or done, and the nouns that matters go by."""

from __future__ import annotations

__all__ = ["ABOUT_SITES", "BANNED", "COUNTS", "DEEDS", "OF_TOWNS", "PLANTS", "SITE_NAMES", "TOPICS", "WHOSE"]

# By what is counted; the place follows.
COUNTS = {
    "kill": "How many were killed",
    "wound": "How many were wounded",
    "kill or wound": "How many were killed or wounded",
    "missing": "How many are missing",
    "captive": "How many were captured",
    "exchange": "How many were exchanged",
    "evacuated": "How many were evacuated",
    "displaced": "How many fled or were evacuated",
    "civilians": "How many civilians does it concern",
    "troops": "How many troops are there",
    "station": "How many troops are there",
    "area": "How much ground is held",
    "length": "How far is it",
    "duration": "How long does it last",
    "share": "How large a share is spoken of",
    "weapon": "How many missiles, drones or shells were there",
    "strike": "How many strikes were there",
    "village": "How many settlements are concerned",
    "formation": "How many units are there",
    "ship": "How many ships are there",
    "aircraft": "How many aircraft were there",
    "vehicle": "How many vehicles were there",
    "war_crime": "How many crimes are on record",
    "people": "How many people does it concern",
}
# By what was done; "{in}" is " in Aldern", "{place}" "Aldern".
DEEDS = {
    "strike": "What strikes are reported{in}?",
    "exchange": "Were prisoners exchanged{in}?",
    "captive": "Who was captured{in}?",
    "captives": "Who was captured{in}?",
    "withdraw": "Who has left {place}?",
    "advance": "Who is advancing{in}?",
    "repel": "Were attacks beaten back{in}?",
    "encircle": "Who is encircled{in}?",
    "fight": "How goes the fighting{in}?",
    "fighting": "How goes the fighting{in}?",
    "kill": "Who was killed{in}?",
    "wound": "Who was wounded{in}?",
    "damage": "What was damaged{in}?",
    "truce": "Is there a truce{in}?",
    "accord": "What was agreed{in}?",
    "talks": "Are there talks{in}?",
    "station": "What troops are stationed{in}?",
    "aid": "Does aid reach {place}?",
    "displaced": "Who fled or was evacuated{in}?",
    "break": "Who broke the truce{in}?",
    "sanction": "What sanctions are imposed{in}?",
    "mobilise": "Who is called up{in}?",
    "war_crime": "Were war crimes committed{in}?",
}
# Where the place is a town, or a spot in one.
OF_TOWNS = {"encircle": "Is {place} encircled?", "displaced": "Who was evacuated from {place}?"}
# Arms that nobody owns up to, by what tells their kind.
BANNED = {
    "dirty": "dirty bombs", "chemical": "chemical weapons", "biological": "biological weapons",
    "toxic": "toxic substances", "radiological": "radiological weapons", "bacteriological": "biological weapons",
    "phosphorus": "phosphorus munitions", "thermobaric": "thermobaric munitions", "cluster": "cluster munitions",
}  # fmt: skip
WHOSE = {"civilian": "civilians", "children": "children", "combatant": "soldiers"}  # by whom numbers count
SITE_NAMES = {"mall": "shopping centre"}
# By what else is told of a plant or dam.
ABOUT_SITES = {
    "inspectors": "Are inspectors let into {site}",
    "power": "Does {site} have power",
    "zone": "Is there to be a zone without arms around {site}",
    "": "Is {site} safe",
}
PLANTS = {"nuclear": "nuclear power plant", "dam": "dam"}
# Nouns for ideas, and for kinds of claims where no idea is shared.
TOPICS = {
    "nuclear": "the nuclear plant", "captive": "prisoners", "exchange": "the exchange of prisoners", "truce": "a truce",
    "talks": "talks", "accord": "an agreement", "war_crime": "war crimes", "displaced": "evacuation",
    "corridor": "corridors", "aid": "aid", "grain": "grain", "sanction": "sanctions", "mobilise": "mobilisation",
    "withdraw": "a withdrawal", "advance": "the advance", "encircle": "an encirclement", "repel": "attacks beaten back",
    "fight": "the fighting", "strike": "strikes", "weapon": "weapons", "kill": "the dead", "wound": "the wounded",
    "missing": "the missing", "damage": "damage", "pipeline": "oil and gas", "power": "power supply", "dam": "the dam",
    "station": "troops stationed", "foreign": "foreign fighters", "observers": "observers", "meet": "a meeting",
    "control": "the ground held", "movement": "movements of troops",
    "clash": "the fighting", "attack": "attacks",
    "casualties": "casualties", "deployment": "deployment of troops", "detention": "people held", "clearance": "mines",
    "negotiation": "negotiations", "meeting": "a meeting", "demand": "demands", "accusation": "accusations",
    "threat": "threats", "assessment": "how the war goes",
}  # fmt: skip
