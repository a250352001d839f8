"""The structures that tie figures in neighbouring sentences and paragraphs by what they are called, in their order."""

from checker.linking.structure.again.deeds_of_headlines import deeds_of_headlines
from checker.linking.structure.change.compared_levels import compared_levels
from checker.linking.structure.change.sides import sides_compared
from checker.linking.structure.change.this_change import this_changes
from checker.linking.structure.change.twins import told_from
from checker.linking.structure.count.named_later import named_later
from checker.linking.structure.count.named_sets import named_sets
from checker.linking.structure.count.score_periods import score_periods
from checker.linking.structure.count.score_rows import score_rows
from checker.linking.structure.count.votes_next import votes_next
from checker.linking.structure.difference.rivals_apart import rivals_apart
from checker.linking.structure.distant.accounts import distant_accounts
from checker.linking.structure.distant.changes import distant_changes
from checker.linking.structure.distant.closed_sets import closed_sets
from checker.linking.structure.distant.closing_counts import closing_counts
from checker.linking.structure.distant.closing_shares import closing_shares
from checker.linking.structure.distant.conversions import distant_conversions
from checker.linking.structure.distant.fractions import distant_fractions
from checker.linking.structure.distant.growths import distant_growths
from checker.linking.structure.distant.levies import distant_levies
from checker.linking.structure.distant.limits import distant_limits
from checker.linking.structure.distant.named_marks import named_marks
from checker.linking.structure.distant.paces import paced_rates
from checker.linking.structure.distant.rates import distant_rates
from checker.linking.structure.distant.runs import told_runs
from checker.linking.structure.distant.savings import distant_savings
from checker.linking.structure.distant.shares import distant_shares
from checker.linking.structure.distant.sole_pairs import distant_sole_pairs
from checker.linking.structure.distant.spans import distant_spans
from checker.linking.structure.distant.stories import distant_stories
from checker.linking.structure.distant.taken import distant_taken
from checker.linking.structure.distant.two_answers import two_answers
from checker.linking.structure.distant.ways import distant_ways
from checker.linking.structure.distant.yearly_growth import yearly_growth
from checker.linking.structure.order.aged_members import aged_members
from checker.linking.structure.order.another_of_them import another_of_them
from checker.linking.structure.order.full_marks import full_marks
from checker.linking.structure.order.placed_among import placed_among
from checker.linking.structure.rate.firm_averages import firm_averages
from checker.linking.structure.roles.ages import ages
from checker.linking.structure.roles.groups import groups
from checker.linking.structure.roles.means import means
from checker.linking.structure.roles.nested import nested
from checker.linking.structure.roles.parted_growths import parted_growths
from checker.linking.structure.roles.people import density, people
from checker.linking.structure.roles.rests import rests
from checker.linking.structure.roles.turnout import turnout
from checker.linking.structure.roles.year_growths import year_growths
from checker.linking.structure.roles.year_parts import year_parts
from checker.linking.structure.share.concluded_parts import concluded_parts
from checker.linking.structure.share.majority_pointed import majority_pointed
from checker.linking.structure.share.majority_surveyed import majority_surveyed
from checker.linking.structure.share.over_hundred import over_hundred
from checker.linking.structure.share.told_wholes import told_wholes
from checker.linking.structure.time.named_days import named_days
from checker.linking.structure.total.closed_groups import closed_groups
from checker.linking.structure.total.closed_rows import closed_rows
from checker.linking.structure.total.given_arms import given_arms
from checker.linking.structure.total.parted_sets import parted_sets

APART = (
    over_hundred,
    told_from,
    this_changes,
    sides_compared,
    distant_changes,
    compared_levels,
    distant_accounts,
    distant_rates,
    distant_conversions,
    distant_shares,
    distant_stories,
    distant_levies,
    distant_growths,
    yearly_growth,
    distant_fractions,
    distant_sole_pairs,
    distant_taken,
    distant_spans,
    distant_limits,
    named_marks,
    closing_shares,
    closing_counts,
    parted_sets,
    named_days,
    named_later,
    named_sets,
    closed_rows,
    closed_groups,
    closed_sets,
    score_periods,
    score_rows,
    votes_next,
    distant_ways,
    paced_rates,
    told_runs,
    distant_savings,
    two_answers,
    given_arms,
    majority_pointed,
    majority_surveyed,
    concluded_parts,
    told_wholes,
    people,
    density,
    means,
    turnout,
    rests,
    nested,
    groups,
    year_parts,
    year_growths,
    parted_growths,
    ages,
    placed_among,
    full_marks,
    aged_members,
    another_of_them,
    rivals_apart,
    firm_averages,
    deeds_of_headlines,
)
