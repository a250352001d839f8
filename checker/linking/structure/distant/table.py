"""The structures of this package in their order."""

from checker.linking.structure.distant.accounts import distant_accounts
from checker.linking.structure.distant.changes import distant_changes
from checker.linking.structure.distant.conversions import distant_conversions
from checker.linking.structure.distant.growths import distant_growths
from checker.linking.structure.distant.levies import distant_levies
from checker.linking.structure.distant.rates import distant_rates
from checker.linking.structure.distant.shares import distant_shares
from checker.linking.structure.distant.stories import distant_stories
from checker.linking.structure.distant.ways import distant_ways

DISTANT = (
    distant_changes,
    distant_accounts,
    distant_rates,
    distant_conversions,
    distant_shares,
    distant_stories,
    distant_ways,
    distant_levies,
    distant_growths,
)
