"""The public ids of the directory's vocabularies: the same on every machine, so that feeds can be compared."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from services.networks.application.import_groups import SOURCES
from services.networks.domain.taxonomy import TAXONOMIES, TERMS
from shared.runtime.ids import derived_id

TAXONOMY_IDS: Mapping[str, UUID] = MappingProxyType(
    {taxonomy.code: derived_id(SOURCES, "taxonomy", taxonomy.code) for taxonomy in TAXONOMIES}
)
TERM_IDS: Mapping[str, UUID] = MappingProxyType(
    {term.code: derived_id(SOURCES, "taxonomy_term", term.code) for term in TERMS}
)
CODE_OF_TAXONOMY: Mapping[UUID, str] = MappingProxyType({found: code for code, found in TAXONOMY_IDS.items()})
CODE_OF_TERM: Mapping[UUID, str] = MappingProxyType({found: code for code, found in TERM_IDS.items()})
