"""Train the second reader on the development reports: `make second-reader`, the same bytes for the same reports.

A logistic regression, ridge-penalised and balanced, over the words and pairs of words that two reports share. Where it
asks for a person is chosen on reports that the regression did not see, in ten parts: from the score on that few
harmless reports reach.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import Normalizer

from services.triage.adapters.lexicon_files import SECOND_READER, lexicon_source
from services.triage.domain.flags import BLOCKING
from services.triage.domain.text.lexicon import compiled, people_in
from services.triage.domain.text.second_reader import Listener, SecondReader, sentences_of
from services.triage.domain.text.tokens import Tokens, tokens_of
from tests.corpus.labelled import Labelled

FILE = Path(__file__).parents[2] / "services/triage/domain/lexicon" / SECOND_READER
_NO_DANGER = frozenset({"no_behaviour_described", "targeted", "unclear_needs_contact"})
_HIGH, _LOW = 4, 2
_PENALTY = 3.0
_SHARED_BY = 2
_SMALLEST = 0.05
_PARTS = 10
_HARMLESS_RAISED, _OPEN_HELD = 0.02, 0.08
"""How many in a hundred harmless reports may be raised (S1), and of those open to communities held (S2)."""


def train(reports: Sequence[Labelled]) -> SecondReader:
    """Return the reader that these reports teach."""
    lexicon = compiled(lexicon_source())
    people = people_in(lexicon)
    pages = [tokens_of(report.text, lexicon.spelling.canonical) for report in reports]
    dangerous = np.array([is_dangerous(report) for report in reports])
    unseen = np.empty(len(reports))
    folds = StratifiedKFold(_PARTS, shuffle=True, random_state=0)
    for taught, asked in folds.split(pages, dangerous):
        reader = _taught([pages[one] for one in taught], dangerous[taught], people)
        unseen[asked] = [Listener(reader, people).score(pages[one]) for one in asked]
    harmless = [not danger and report.level <= _LOW for danger, report in zip(dangerous, reports, strict=True)]
    opened = [bool(report.community) for report in reports]
    reader = _taught(pages, dangerous, people)
    much = _reached_by(unseen[harmless], _HARMLESS_RAISED)
    return SecondReader(reader.weights, reader.bias, min(much, _reached_by(unseen[opened], _OPEN_HELD)), much)


def is_dangerous(report: Labelled) -> bool:
    """Tell whether a person must read it: level 4, or a flag that keeps communities out for what was done."""
    return report.level == _HIGH or not (BLOCKING - _NO_DANGER).isdisjoint(report.must_flags)


def kept(reader: SecondReader) -> bytes:
    """Return the reader's file: sorted, one weight a line."""
    return orjson.dumps(asdict(reader), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def _taught(pages: Sequence[Tokens], dangerous: Iterable[bool], people: frozenset[str]) -> SecondReader:
    marks = [set().union(*sentences_of(page, people)) for page in pages]
    shared = Counter(mark for one in marks for mark in one)
    counted = [dict.fromkeys(sorted(mark for mark in one if shared[mark] >= _SHARED_BY), 1) for one in marks]
    regression = LogisticRegression(C=_PENALTY, class_weight="balanced", max_iter=5_000)
    model: Pipeline = make_pipeline(DictVectorizer(), Normalizer(), regression).fit(counted, list(dangerous))
    names: Any = model[0].get_feature_names_out()
    weights = {name: round(float(weight), 2) for name, weight in zip(names, regression.coef_[0], strict=True)}
    large = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= _SMALLEST}
    return SecondReader(large, round(float(regression.intercept_[0]), 2), math.inf, math.inf)


def _reached_by(scores: Any, share: float) -> float:
    return round(float(np.quantile(scores, 1 - share)), 2)
