import unittest

import numpy as np

from pooled_auroc import pool
from protoecg.problem import Problem
from protoecg.statements import STATEMENTS


class Pool(unittest.TestCase):
    def setUp(self):
        self.first, self.second = list(STATEMENTS).index("CRBBB"), list(STATEMENTS).index("CLBBB")
        self.labels = np.zeros((3, len(STATEMENTS)), dtype=np.float32)
        self.labels[0, self.first] = self.labels[1, self.second] = 1
        self.probabilities = np.zeros_like(self.labels)
        self.probabilities[:, self.first], self.probabilities[:, self.second] = (0.9, 0.2, 0.1), (0.3, 0.7, 0.2)

    def test_takes_one_statement_as_it_is(self):
        present, score = pool(self.labels, self.probabilities, "CLBBB")
        np.testing.assert_array_equal(present, [0, 1, 0])
        np.testing.assert_allclose(score, [0.3, 0.7, 0.2], rtol=1e-6)

    def test_takes_any_of_several_with_the_largest_probability(self):
        present, score = pool(self.labels, self.probabilities, "CRBBB+CLBBB")
        np.testing.assert_array_equal(present, [1, 1, 0])
        np.testing.assert_allclose(score, [0.9, 0.7, 0.2], rtol=1e-6)

    def test_names_a_statement_that_is_none(self):
        with self.assertRaisesRegex(Problem, "XYZ"):
            pool(self.labels, self.probabilities, "CRBBB+XYZ")


if __name__ == "__main__":
    unittest.main()
