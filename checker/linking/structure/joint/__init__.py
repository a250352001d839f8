"""Structures of several figures that must fit together, spread over sentences or paragraphs.

Each holds a few measures by what they are called (`page`), in one passage, one candidate a part; a second candidate
leaves it open. The relations are rules like all others.
"""

from checker.linking.structure.joint.apart import apart
from checker.linking.structure.joint.chronology import chronology
from checker.linking.structure.joint.margins import margins
from checker.linking.structure.joint.prices import prices
from checker.linking.structure.joint.remaining import remaining
from checker.linking.structure.joint.share_volume import share_volume
from checker.linking.structure.joint.shares_of_shares import shares_of_shares
from checker.linking.structure.joint.votes import votes
from checker.linking.structure.joint.weighted import weighted

JOINT = (margins, prices, shares_of_shares, share_volume, votes, weighted, remaining, chronology, apart)
