"""Structures of several figures that must fit together, spread over sentences or paragraphs.

Each holds a few measures by what they are called (`page`), in one passage, one candidate a part; a second candidate
leaves it open. The relations are rules like all others.
"""
