from freetext.survey.proposed import Discovered, Proposed


def test_a_group_is_as_long_as_its_members():
    """The length of a proposed theme is the number of its answers."""
    one = Proposed(1, "bus, late", ("bus", "late"), (4, 2, 9), (4,), 0.3, 0.1, 0.6)
    assert len(one) == 3
    assert Discovered((one,), answers=10, looked_at=5, unclaimed=0.5).proposed[0] == one
