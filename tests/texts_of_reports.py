"""True passages of dense reports that look like contradictions, and beside each what is still caught. Read by test_left_alone."""

LEFT_ALONE = [
    # lists: half of what is announced, labels that bear its name, quotation marks, members with counts of their own
    "The parish has eight bells (treble, tenor, and bourdon) in two towers.",
    "We parted them into two crews: crew A, showing more than 50 marks, and crew B, showing fewer than 50 marks.",
    'Three wishes, namely "more bread and butter," "a warmer hall," and "shorter hymns and prayers," moved the choir.',
    "Nine moths were seen: hawkmoths (three kinds), a footman, a tiger, a burnet, a drinker, a lackey and a swift.",
    "We asked two questions: (1) who had come? and (2) who had left? We found that (a) the baker came, (b) the smith left, and (c) the dean stayed.",
    # what closes a list of shares stands close to its last one
    "The gravel consisted of 14.4% flint, 2.7% shell, 62.9% quartz, and other unidentified matter.",
    # shares of a few less, and of two sets together
    "The survey took in 250 farms. Letters went to the owners. Wells were dry on 65 farms (26.2%).",
    "Rust was the commonest blemish, seen in 24% of vehicles (9/46 lorries and 10/34 tractors).",
    # shares that overlap, levels within a range, multiples around one
    "In all 25% of the bakers were unwell: 9% had a cough, 25% a cold and 5% a rash.",
    "Scores of all plots showed that a 1.75-fold increase in feed was needed, the figure ranging from 1.59 for rye to 1.91 for oats.",
    # ends of an interval with a sign each, places in a molecule, who is meant by an age
    "The pooled change was a clear fall [MD=-2.79,95%CI(-4.75,-0.82),P=0.005].",
    "Support mattered less (b = - 0.32, 95% CI = - 0.54, - 0.11).",
    "A survey of children under 5 years old living in the village was carried out. It found that 36% of those between the ages of 18 and 32 months were short.",
    # doses a day
    "He took the syrup for eight days, 500 mg four times daily, for a total of 15 g.",
    "More than a quarter of residents in the islands lived in homes that they owned (26 per cent, 15.9 million), ranging from 24 per cent (1.3 million) in Kent to 30 per cent (896,000) in Devon.\n\n"
    "The share of residents who rent privately has nearly doubled between 2001 and 2011. In 2001, 4.4 million residents in the islands (8 per cent of all residents who live in households) rented so, but in 2011 this had increased to 9.2 million residents.",
]

CAUGHT = [
    ("announced-count", "The parish has five bells (treble, tenor, and bourdon) in two towers."),
    ("announced-count", 'Four wishes, namely "more bread," "a warmer hall," and "shorter hymns," moved the choir.'),
    ("rest-of-shares", "The measure passed with 53.7% in favour and 42.7% against."),
    ("share-of-total", "Of the 250 farms in the survey, wells were dry on 65 (29.2%)."),
    ("share-of-total", "Rust was seen in 29% of vehicles (9/46)."),
    ("interval-around-estimate", "The pooled change was a clear fall [MD=-2.79,95%CI(-4.75,0.82),P=0.005]."),
    ("threshold-undercut", "Nitrate stayed below the 50 mg/l limit throughout, the highest reading being 64 mg/l."),
]
