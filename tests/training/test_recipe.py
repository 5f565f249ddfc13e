"""Recipes: what may be overridden, and what is refused."""

import pytest

from ntbner.errors import DataError
from ntbner.training.recipe import SHIPPED, read_recipe


def test_teachers_come_in_kinds():
    small, large = read_recipe().teachers
    assert (small.name, len(small.seeds), small.network) == ("small", 3, {})
    assert (large.name, large.network["hidden"]) == ("large", 512)


def test_a_kind_of_teacher_can_be_left_out():
    recipe = read_recipe(overrides={"teachers.large.seeds": []})
    assert [kind.name for kind in recipe.teachers if kind.seeds] == ["small"]


def test_a_network_of_other_sizes_has_the_rest_of_the_recipe():
    recipe = read_recipe()
    large = recipe.with_network({"hidden": 7})
    assert large.network == {**recipe.network, "hidden": 7}
    assert large.training == recipe.training


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"teachers.seeds": [1]}, r"\[teachers\] has the value 'seeds'; expected a section"),
        ({"teachers.small.colour": 1}, "unknown values colour; known are epochs, name, network"),
        ({"training.epoch": 3}, "unknown values epoch; known are"),
    ],
)
def test_what_a_recipe_does_not_know_is_refused(overrides, said):
    with pytest.raises(DataError, match=said) as refusal:
        read_recipe(overrides=overrides)
    assert str(SHIPPED) in str(refusal.value)
