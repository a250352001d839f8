"""Relations that structure carries rather than wording: lists, numbered points, repetitions, tables, dates of a document.

Each function takes the context and the frames that phrases found, and gives further frames. The order is the table.
"""

from checker.linking.structure.again.actuals import actual_figures
from checker.linking.structure.again.all_of_them import all_of_them
from checker.linking.structure.again.conversions import conversions
from checker.linking.structure.again.converted import converted
from checker.linking.structure.again.echoes import echoes
from checker.linking.structure.again.pointed_again import pointed_again
from checker.linking.structure.again.recalled import recalled
from checker.linking.structure.again.repetitions import repeated_shares
from checker.linking.structure.again.said_again import shares_said_again
from checker.linking.structure.again.same_sentences import same_sentences
from checker.linking.structure.again.sole_again import sole_again
from checker.linking.structure.again.sole_headline import sole_headline
from checker.linking.structure.again.swapped_sums import swapped_sums
from checker.linking.structure.apart import APART
from checker.linking.structure.beyond import beyond_counts
from checker.linking.structure.change.pointed_changes import undecided_changes
from checker.linking.structure.changed import CHANGED
from checker.linking.structure.count.ballots import ballots
from checker.linking.structure.count.enumerations import listed_items
from checker.linking.structure.count.goals import goals
from checker.linking.structure.count.lettered import lettered_points
from checker.linking.structure.count.name_lists import name_lists
from checker.linking.structure.count.named_subjects import named_subjects
from checker.linking.structure.count.named_total import named_totals
from checker.linking.structure.count.points import numbered_points
from checker.linking.structure.count.records import records
from checker.linking.structure.count.scorelines import scorelines
from checker.linking.structure.count.sentence_lists import sentence_lists
from checker.linking.structure.count.tallies import tallies
from checker.linking.structure.count.told_in_turn import told_in_turn
from checker.linking.structure.count.votes import votes
from checker.linking.structure.difference.differences import differences
from checker.linking.structure.difference.named_sides import named_sides
from checker.linking.structure.difference.ratio_pairs import ratio_pairs
from checker.linking.structure.difference.remainders import remainders
from checker.linking.structure.difference.stocks import stocks
from checker.linking.structure.difference.used_up import used_up
from checker.linking.structure.difference.vote_margins import vote_margins
from checker.linking.structure.grouping import malformed_figures
from checker.linking.structure.impossible import impossible_figures
from checker.linking.structure.order.bounds import bounds
from checker.linking.structure.order.centres import centres
from checker.linking.structure.order.comparatives import comparatives
from checker.linking.structure.order.contests import contests
from checker.linking.structure.order.ends_of_next import ends_of_next
from checker.linking.structure.order.entrants import entrants
from checker.linking.structure.order.listed_order import listed_order
from checker.linking.structure.order.members import members
from checker.linking.structure.order.named_order import named_order
from checker.linking.structure.order.needed_votes import needed_votes
from checker.linking.structure.order.nobody_beyond import nobody_beyond
from checker.linking.structure.order.norms import norms
from checker.linking.structure.order.outermost import outermost
from checker.linking.structure.order.parallel import parallel_lists
from checker.linking.structure.order.places import places
from checker.linking.structure.order.placings import placings
from checker.linking.structure.order.podium import podium
from checker.linking.structure.order.range_figures import range_figures
from checker.linking.structure.order.ranges import ranges
from checker.linking.structure.order.ranking import ranking
from checker.linking.structure.order.scale_marks import scale_marks
from checker.linking.structure.order.series import series
from checker.linking.structure.order.set_members import of_the_set
from checker.linking.structure.order.standings import standings
from checker.linking.structure.order.unsurpassed import unsurpassed
from checker.linking.structure.order.worst_kept import worst_kept
from checker.linking.structure.order.worst_of_marked import worst_of_marked
from checker.linking.structure.rate.at_once import averages_at_once
from checker.linking.structure.rate.exchange import exchange_rates
from checker.linking.structure.rate.labelled import labelled_averages
from checker.linking.structure.rate.named_journeys import named_journeys
from checker.linking.structure.rate.named_products import named_products
from checker.linking.structure.rate.per_share import results_per_share
from checker.linking.structure.rate.products import products
from checker.linking.structure.rate.quotients import quotients
from checker.linking.structure.rate.reckoning import reckonings
from checker.linking.structure.rate.sole_journeys import sole_journeys
from checker.linking.structure.rate.sole_rates import sole_rates
from checker.linking.structure.rate.speed_by_clock import journeys_by_clock
from checker.linking.structure.rate.statements import per_share_statements
from checker.linking.structure.rate.told_exchange import told_exchange
from checker.linking.structure.share.akin_wholes import akin_wholes
from checker.linking.structure.share.arm_shares import arm_shares
from checker.linking.structure.share.brackets import share_brackets
from checker.linking.structure.share.definite import taken_up
from checker.linking.structure.share.evident_shares import evident_shares
from checker.linking.structure.share.exceeding import exceeding_parts
from checker.linking.structure.share.glued import glued_shares
from checker.linking.structure.share.label_pairs import label_pairs
from checker.linking.structure.share.labels import label_lists
from checker.linking.structure.share.majorities import majorities
from checker.linking.structure.share.majority_apposed import majority_apposed
from checker.linking.structure.share.majority_echoed import majority_echoed
from checker.linking.structure.share.majority_nearby import majorities_nearby
from checker.linking.structure.share.majority_proved import majority_proved
from checker.linking.structure.share.named_bases import named_bases
from checker.linking.structure.share.of_takings import of_takings
from checker.linking.structure.share.opening_parts import opening_parts
from checker.linking.structure.share.paired_shares import paired_shares
from checker.linking.structure.share.put_in_counts import put_in_counts
from checker.linking.structure.share.risks import risks
from checker.linking.structure.share.shares import composed_shares
from checker.linking.structure.share.shares_of_all import shares_of_all
from checker.linking.structure.share.told_shares import told_shares
from checker.linking.structure.share.valuations import valuations
from checker.linking.structure.study.margins_of_error import margins_of_error
from checker.linking.structure.study.ratio_effects import ratio_effects
from checker.linking.structure.study.significance import significance
from checker.linking.structure.study.statistics import statistics
from checker.linking.structure.study.symmetry import symmetry
from checker.linking.structure.study.told_tests import told_tests
from checker.linking.structure.tabular import tables
from checker.linking.structure.time.bounded_days import bounded_days
from checker.linking.structure.time.calendar import dates_and_ages
from checker.linking.structure.time.clock_lengths import clock_lengths
from checker.linking.structure.time.elapsed import elapsed
from checker.linking.structure.time.lengths import lengths
from checker.linking.structure.time.lifetimes import lifetimes
from checker.linking.structure.time.lives import jubilees, lives
from checker.linking.structure.time.life_dates import life_dates
from checker.linking.structure.time.obituaries import obituaries
from checker.linking.structure.time.publication import events_before_publication
from checker.linking.structure.time.real_dates import real_dates
from checker.linking.structure.time.sole_spans import sole_spans
from checker.linking.structure.time.spans import spans_of_time
from checker.linking.structure.time.tenures import tenures
from checker.linking.structure.time.weekdays import weekdays
from checker.linking.structure.total.allotted import allotted
from checker.linking.structure.total.apposed_parts import apposed_parts
from checker.linking.structure.total.arms import arms
from checker.linking.structure.total.closed_lists import closed_lists
from checker.linking.structure.total.coin_shares import coin_shares
from checker.linking.structure.total.distant_sums import distant_sums
from checker.linking.structure.total.divisions import divisions
from checker.linking.structure.total.groups import groups
from checker.linking.structure.total.lists_of_shares import share_lists
from checker.linking.structure.total.placed import placed
from checker.linking.structure.total.reckoned_shares import reckoned_shares
from checker.linking.structure.total.reckoned_sums import reckoned_sums
from checker.linking.structure.total.shared_out import shared_out
from checker.linking.structure.total.sole_groups import sole_groups
from checker.linking.structure.total.sole_sums import sole_sums
from checker.linking.structure.total.sums import sums
from checker.linking.structure.total.two_sides import two_sides
from checker.linking.structure.total.whole_lists import whole_lists
from checker.linking.structure.triad import triads

STRUCTURES = (
    conversions,
    converted,
    malformed_figures,
    impossible_figures,
    beyond_counts,
    spans_of_time,
    lengths,
    elapsed,
    sole_spans,
    tenures,
    bounded_days,
    lifetimes,
    clock_lengths,
    dates_and_ages,
    weekdays,
    lives,
    obituaries,
    life_dates,
    jubilees,
    statistics,
    margins_of_error,
    ratio_effects,
    symmetry,
    significance,
    risks,
    told_tests,
    labelled_averages,
    triads,
    products,
    reckonings,
    sole_rates,
    averages_at_once,
    named_products,
    journeys_by_clock,
    sole_journeys,
    named_journeys,
    exchange_rates,
    told_exchange,
    *CHANGED,
    composed_shares,
    glued_shares,
    taken_up,
    majorities,
    shares_said_again,
    put_in_counts,
    told_shares,
    akin_wholes,
    label_lists,
    label_pairs,
    evident_shares,
    shares_of_all,
    named_bases,
    of_takings,
    valuations,
    paired_shares,
    exceeding_parts,
    opening_parts,
    majorities_nearby,
    majority_apposed,
    majority_echoed,
    majority_proved,
    share_lists,
    share_brackets,
    quotients,
    groups,
    allotted,
    arms,
    real_dates,
    listed_items,
    named_subjects,
    named_totals,
    lettered_points,
    name_lists,
    numbered_points,
    sentence_lists,
    told_in_turn,
    closed_lists,
    whole_lists,
    reckoned_shares,
    events_before_publication,
    repeated_shares,
    echoes,
    recalled,
    sole_again,
    same_sentences,
    swapped_sums,
    pointed_again,
    all_of_them,
    sole_headline,
    coin_shares,
    sums,
    placed,
    shared_out,
    two_sides,
    reckoned_sums,
    apposed_parts,
    sole_sums,
    divisions,
    distant_sums,
    sole_groups,
    remainders,
    bounds,
    norms,
    worst_kept,
    worst_of_marked,
    needed_votes,
    nobody_beyond,
    entrants,
    actual_figures,
    ranges,
    outermost,
    of_the_set,
    range_figures,
    ends_of_next,
    scale_marks,
    centres,
    members,
    tallies,
    records,
    votes,
    ballots,
    ranking,
    contests,
    places,
    podium,
    goals,
    scorelines,
    named_order,
    parallel_lists,
    series,
    arm_shares,
    per_share_statements,
    results_per_share,
    differences,
    named_sides,
    vote_margins,
    used_up,
    stocks,
    ratio_pairs,
    placings,
    standings,
    listed_order,
    unsurpassed,
    comparatives,
    tables,
    *APART,
    undecided_changes,
)
