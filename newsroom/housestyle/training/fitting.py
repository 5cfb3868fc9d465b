"""Learning the weights: a logistic regression over what is told of each pair."""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from newsroom.housestyle.pair_score import traits
from newsroom.housestyle.training.pairs import Pair

SEEN_AT_LEAST = 8
"""Times; of a rarer trait nothing is learned."""
WORTH_KEEPING = 0.02
REGULARISATION = 0.3


def fit(pairs: Sequence[Pair]) -> dict[str, float]:
    told = DictVectorizer()
    matrix = told.fit_transform([traits(pair.first, pair.second) for pair in pairs])
    common = np.asarray((matrix != 0).sum(axis=0)).ravel() >= SEEN_AT_LEAST
    model = LogisticRegression(C=REGULARISATION, max_iter=400, fit_intercept=False)
    model.fit(
        matrix[:, common],
        [pair.is_one_name for pair in pairs],
        sample_weight=[pair.weight for pair in pairs],
    )
    names = told.get_feature_names_out()[common]
    learned = {str(n): round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True)}
    return {name: learned[name] for name in sorted(learned) if abs(learned[name]) > WORTH_KEEPING}
