"""The two vocabularies of the open directory: the six kinds of asset, and what they can help with."""

from dataclasses import dataclass
from types import MappingProxyType

from services.networks.domain.asset import Asset, AssetKind
from services.networks.domain.categories import ELIGIBLE


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A vocabulary."""

    code: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary; `taxonomy` is the vocabulary's code."""

    code: str
    name: str
    description: str
    taxonomy: str


KINDS = Taxonomy(
    "asset-kinds",
    "Kinds of community asset",
    "The six kinds of asset of asset-based community development: what a place is strong in.",
)
HELP = Taxonomy("community-help", "What communities can help with", "Everyday concerns that local people may take on.")
TAXONOMIES: tuple[Taxonomy, ...] = (KINDS, HELP)
_KIND_WORDS = MappingProxyType(
    {
        AssetKind.INDIVIDUALS: ("Individuals", "The skills, talents and time of one person."),
        AssetKind.ASSOCIATIONS: ("Associations", "Groups of people who come together of their own accord."),
        AssetKind.INSTITUTIONS: ("Institutions", "Schools, libraries, surgeries, faith centres and other services."),
        AssetKind.PHYSICAL_SPACE: ("Physical space", "Parks, halls, gardens and other land and buildings."),
        AssetKind.ECONOMY_EXCHANGE: (
            "Economy and exchange",
            "Local businesses, time banks, swaps of skills and goods.",
        ),
        AssetKind.CULTURE_STORIES: ("Culture and stories", "Traditions, arts, memories and celebrations of a place."),
    }
)
TERMS = (
    *(Term(kind, *words, KINDS.code) for kind, words in _KIND_WORDS.items()),
    *(Term(code, item.title, item.need, HELP.code) for code, item in ELIGIBLE.items()),
)
TERM_OF = MappingProxyType({term.code: term for term in TERMS})


def terms_of(asset: Asset) -> tuple[Term, ...]:
    """Return the words that describe an asset: its kind, then what it offers."""
    return tuple(TERM_OF[code] for code in (asset.kind, *asset.offers))
