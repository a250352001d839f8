"""The structures of changes, multiples and growth, in their order; `STRUCTURES` names them where they stand."""

from checker.linking.structure.change.changes import changes
from checker.linking.structure.change.compounding import compounding
from checker.linking.structure.change.doublings import doublings
from checker.linking.structure.change.growth_by_parts import growth_by_parts
from checker.linking.structure.change.growth_divided import growth_divided
from checker.linking.structure.change.growth_in_turn import growth_in_turn
from checker.linking.structure.change.growth_steps import growth_steps
from checker.linking.structure.change.growth_summed_up import growth_summed_up
from checker.linking.structure.change.joint_growth import joint_growth
from checker.linking.structure.change.left_to_grow import left_to_grow
from checker.linking.structure.change.lone_growth import lone_growth
from checker.linking.structure.change.parts_of_growth import parts_of_growth
from checker.linking.structure.change.pointed_changes import pointed_changes
from checker.linking.structure.change.points_tied import points_tied
from checker.linking.structure.change.recalled import recalled_changes
from checker.linking.structure.change.sole_bases import sole_bases
from checker.linking.structure.change.sole_changes import sole_changes
from checker.linking.structure.change.sole_directions import sole_directions
from checker.linking.structure.change.sole_multiples import sole_multiples
from checker.linking.structure.change.sole_points import sole_points
from checker.linking.structure.change.then_and_now import then_and_now
from checker.linking.structure.change.told_sides import told_sides

CHANGED = (
    changes,
    recalled_changes,
    sole_multiples,
    sole_changes,
    sole_bases,
    sole_directions,
    sole_points,
    points_tied,
    then_and_now,
    told_sides,
    pointed_changes,
    compounding,
    left_to_grow,
    growth_steps,
    doublings,
    growth_in_turn,
    growth_divided,
    parts_of_growth,
    growth_by_parts,
    growth_summed_up,
    joint_growth,
    lone_growth,
)
