"""Relations that structure carries rather than wording: lists, numbered points, repetitions, tables, dates of a document.

Each function takes the context and the frames that phrases found, and gives further frames. The order is the table.
"""

from checker.linking.structure.actuals import actual_figures
from checker.linking.structure.akin_wholes import akin_wholes
from checker.linking.structure.allotted import allotted
from checker.linking.structure.ballots import ballots
from checker.linking.structure.bounds import bounds
from checker.linking.structure.calendar import dates_and_ages
from checker.linking.structure.change_recalled import recalled_changes
from checker.linking.structure.changes import changes
from checker.linking.structure.clock_lengths import clock_lengths
from checker.linking.structure.closed_lists import closed_lists
from checker.linking.structure.comparatives import comparatives
from checker.linking.structure.compounding import compounding
from checker.linking.structure.contests import contests
from checker.linking.structure.conversions import conversions
from checker.linking.structure.converted import converted
from checker.linking.structure.definite import taken_up
from checker.linking.structure.differences import differences
from checker.linking.structure.doublings import doublings
from checker.linking.structure.echoes import echoes
from checker.linking.structure.elapsed import elapsed
from checker.linking.structure.enumerations import listed_items
from checker.linking.structure.evident_shares import evident_shares
from checker.linking.structure.exceeding import exceeding_parts
from checker.linking.structure.exchange import exchange_rates
from checker.linking.structure.goals import goals
from checker.linking.structure.grouping import malformed_figures
from checker.linking.structure.groups import groups
from checker.linking.structure.growth_by_parts import growth_by_parts
from checker.linking.structure.growth_in_turn import growth_in_turn
from checker.linking.structure.growth_steps import growth_steps
from checker.linking.structure.growth_summed_up import growth_summed_up
from checker.linking.structure.impossible import impossible_figures
from checker.linking.structure.joint_growth import joint_growth
from checker.linking.structure.labelled import labelled_averages
from checker.linking.structure.labels import label_lists
from checker.linking.structure.lengths import lengths
from checker.linking.structure.lives import jubilees, lives
from checker.linking.structure.lone_growth import lone_growth
from checker.linking.structure.majorities import majorities
from checker.linking.structure.majority_apposed import majority_apposed
from checker.linking.structure.majority_nearby import majorities_nearby
from checker.linking.structure.members import members
from checker.linking.structure.name_lists import name_lists
from checker.linking.structure.named_bases import named_bases
from checker.linking.structure.named_order import named_order
from checker.linking.structure.named_subjects import named_subjects
from checker.linking.structure.opening_parts import opening_parts
from checker.linking.structure.outermost import outermost
from checker.linking.structure.paired_shares import paired_shares
from checker.linking.structure.parallel import parallel_lists
from checker.linking.structure.parts_of_growth import parts_of_growth
from checker.linking.structure.per_share import results_per_share
from checker.linking.structure.places import places
from checker.linking.structure.placings import placings
from checker.linking.structure.points import numbered_points
from checker.linking.structure.points_tied import points_tied
from checker.linking.structure.products import products
from checker.linking.structure.publication import events_before_publication
from checker.linking.structure.put_in_counts import put_in_counts
from checker.linking.structure.quotients import quotients
from checker.linking.structure.range_figures import range_figures
from checker.linking.structure.ranges import ranges
from checker.linking.structure.ranking import ranking
from checker.linking.structure.ratio_pairs import ratio_pairs
from checker.linking.structure.real_dates import real_dates
from checker.linking.structure.recalled import recalled
from checker.linking.structure.reckoned_shares import reckoned_shares
from checker.linking.structure.reckoned_sums import reckoned_sums
from checker.linking.structure.reckoning import reckonings
from checker.linking.structure.remainders import remainders
from checker.linking.structure.repetitions import repeated_shares
from checker.linking.structure.risks import risks
from checker.linking.structure.said_again import shares_said_again
from checker.linking.structure.series import series
from checker.linking.structure.set_members import of_the_set
from checker.linking.structure.share_brackets import share_brackets
from checker.linking.structure.share_lists import share_lists
from checker.linking.structure.shared_out import shared_out
from checker.linking.structure.shares import composed_shares
from checker.linking.structure.shares_of_all import shares_of_all
from checker.linking.structure.significance import significance
from checker.linking.structure.sole_again import sole_again
from checker.linking.structure.sole_bases import sole_bases
from checker.linking.structure.sole_changes import sole_changes
from checker.linking.structure.sole_directions import sole_directions
from checker.linking.structure.sole_groups import sole_groups
from checker.linking.structure.sole_headline import sole_headline
from checker.linking.structure.sole_journeys import sole_journeys
from checker.linking.structure.sole_multiples import sole_multiples
from checker.linking.structure.sole_points import sole_points
from checker.linking.structure.sole_rates import sole_rates
from checker.linking.structure.sole_spans import sole_spans
from checker.linking.structure.sole_sums import sole_sums
from checker.linking.structure.spans import spans_of_time
from checker.linking.structure.speed_by_clock import journeys_by_clock
from checker.linking.structure.standings import standings
from checker.linking.structure.statements import per_share_statements
from checker.linking.structure.statistics import statistics
from checker.linking.structure.sums import sums
from checker.linking.structure.symmetry import symmetry
from checker.linking.structure.tabular import tables
from checker.linking.structure.tallies import tallies
from checker.linking.structure.told_shares import told_shares
from checker.linking.structure.told_tests import told_tests
from checker.linking.structure.triad import triads
from checker.linking.structure.two_sides import two_sides
from checker.linking.structure.unsurpassed import unsurpassed
from checker.linking.structure.used_up import used_up
from checker.linking.structure.votes import votes
from checker.linking.structure.weekdays import weekdays
from checker.linking.structure.whole_lists import whole_lists

STRUCTURES = (
    conversions,
    converted,
    malformed_figures,
    impossible_figures,
    spans_of_time,
    lengths,
    elapsed,
    sole_spans,
    clock_lengths,
    dates_and_ages,
    weekdays,
    lives,
    jubilees,
    statistics,
    symmetry,
    significance,
    risks,
    told_tests,
    labelled_averages,
    triads,
    products,
    reckonings,
    sole_rates,
    journeys_by_clock,
    sole_journeys,
    exchange_rates,
    changes,
    recalled_changes,
    sole_multiples,
    sole_changes,
    sole_bases,
    sole_directions,
    sole_points,
    points_tied,
    compounding,
    growth_steps,
    doublings,
    growth_in_turn,
    parts_of_growth,
    growth_by_parts,
    growth_summed_up,
    joint_growth,
    lone_growth,
    composed_shares,
    taken_up,
    majorities,
    shares_said_again,
    put_in_counts,
    told_shares,
    akin_wholes,
    evident_shares,
    shares_of_all,
    named_bases,
    paired_shares,
    exceeding_parts,
    opening_parts,
    majorities_nearby,
    majority_apposed,
    label_lists,
    share_lists,
    share_brackets,
    quotients,
    groups,
    allotted,
    real_dates,
    listed_items,
    named_subjects,
    name_lists,
    numbered_points,
    closed_lists,
    whole_lists,
    reckoned_shares,
    events_before_publication,
    repeated_shares,
    echoes,
    recalled,
    sole_again,
    sole_headline,
    sums,
    shared_out,
    two_sides,
    reckoned_sums,
    sole_sums,
    sole_groups,
    remainders,
    bounds,
    actual_figures,
    ranges,
    outermost,
    of_the_set,
    range_figures,
    members,
    tallies,
    votes,
    ballots,
    ranking,
    contests,
    places,
    goals,
    named_order,
    parallel_lists,
    series,
    per_share_statements,
    results_per_share,
    differences,
    used_up,
    ratio_pairs,
    placings,
    standings,
    unsurpassed,
    comparatives,
    tables,
)
