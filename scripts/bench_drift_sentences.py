"""Invented German and French answers on care, for planting another language; nobody has given them."""

from __future__ import annotations

from itertools import product

GERMAN = (
    ("Die Pflegerin", "Der Arzt", "Das Personal", "Der Fahrer", "Die Dame am Empfang"),
    ("war sehr freundlich und hat mir", "hat sich nicht beeilt und hat mir", "war leider zu spät, aber hat mir"),
    ("alles in Ruhe erklärt.", "mit dem Rollstuhl geholfen.", "nicht richtig zugehört.", "die Wartezeit verkürzt."),
)
FRENCH = (
    ("L'infirmière", "Le médecin", "Le personnel", "Le chauffeur", "La dame de l'accueil"),
    ("était très gentil et il nous a", "n'est pas arrivé à l'heure mais nous a", "est resté avec moi et m'a"),
    (
        "tout expliqué avec patience.",
        "aidé dans les escaliers.",
        "laissé attendre sur une chaise.",
        "rassuré au téléphone.",
    ),
)
SHORT = ("Alles gut.", "Sehr zufrieden, danke", "Nichts", "Très bien.", "Rien à dire", "Merci pour tout")
"""Too short to tell a language by: one in seven of those that are planted."""


def sentences() -> list[str]:
    """Return all of them, German and French in turn."""
    whole = [[" ".join(parts) for parts in product(*tongue)] for tongue in (GERMAN, FRENCH)]
    mixed = [sentence for pair in zip(*whole, strict=True) for sentence in pair]
    return [*mixed, *(SHORT[place % len(SHORT)] for place in range(len(mixed) // 6))]
