"""True texts of sports pages and newswires that only look like contradictions, and the contradictions beside them. Read by test_left_alone."""

LEFT_ALONE = [
    # a headline that adds up what its story tells apart, a bare sum and a part of another unit's scale among it
    "TREASURY TO SELL 750 MLN DLRS OF BILLS\n\nThe treasury said it would sell 450 mln dlrs of three-month bills and 300 mln of six-month bills.",
    "HARBOUR BANK TO RAISE 90 MLN STG\n\nHarbour Bank said it would issue 60 mln stg of convertible notes. The bank will place a further 30 mln stg of shares.",
    "OIL GROUP TO SPEND 1.1 BLN DLRS\n\nOil Group said it will spend 700 mln dlrs on wells this year. It plans to spend 400 mln dlrs on pipelines.",
    # another match, another event, another owner
    "The spring brought few wins. Ridgeford beat Marlow 34-10 in April. The fans still speak of the 21-16 victory over Alton in the cup.",
    "Hornets beat Terns 88-79. The 101-95 loss to the Bears was forgotten.",
    "United beat Lund 4-0. Alton's Holm scored in the 4-1 win over Ems.",
    "Dr Holm's ward had 23 patients. In Dr Roth's ward all her 32 patients slept.",
    "In the men's 800m Holm came third. Mohr was fourth in the men's 1500m final.",
    "The Marl choir counted 45 basses. Its rival, the Senn choir, was proud of its 54 singers.",
    # the aggregate, the games and the sets of others
    "Lund went out on a penalty shoot-out. Both legs had ended 2-2 before Ems won 5-3 from the spot. Alton meet Marlow, 4-0 aggregate winners over Quay.",
    "Holm beat Dorn 6-4 4-6 7-6 6-2. Moya had to climb out of a hole, winning 14 of the last 16 games against Paes.",
    "Roth won 6-4 3-6 7-5. Her sister Anna took 14 games.",
    # less is better, or nobody knows which
    "Odd Larsen clocked 48.12 seconds and finished well ahead of Petter Moe, who crossed the line in 48.97 seconds.",
    "Petter Moe carded 66, ahead of Odd Larsen, who had 69.",
    "Klara Ilves had qualified as the fastest of all in 54.31 seconds. Marit Saar took the title, edging Ilves into second in 54.29.",
    "Tom Reyes leads in earned run average for pitchers with over 90 innings at 1.94. Al Dorn is third at 2.31 and Sam Petty is fourth at 2.40.",
    "Koch leads the tour with 9 titles. Roth is second at 2.75 and Mohr third at 2.90 in average placing.",
    # one who is both first and tenth, a rank that was lost, who was never better than eighth
    "The 27-year-old Bauer leads the league with 30 homers and is tied for 10th with 90 RBI.",
    "Hal Brandt had the second-longest streak at 212 games, but it ended when he hurt his knee. Vic Lane owns the longest streak at 198 games.",
    "Muller collected his fourth win with a score of 221.50 points. Berg, who had never finished higher than eighth in a cup, took third place with 198.20.",
    # what was first done is no first place
    "The index was first published in May, when it stood at 41.2 pct, down from 44.0 pct on the old basis.",
    # stretches of a war, the years since, what a length goes on from, what a span made
    "The 21-year war fell into three phases of heavy fighting, from 1970 to 1979, 1982 to 1985, and from 1989 to 1991.",
    "It was the club's worst run since 1988. They last won the shield in 1986, but 20 years on they lead the table again.",
    "The town won its first cup since 1981 and its first double since 1969. It ended the nine-year reign of Marlow as champions.",
    "The bill would let small banks write off over 12 years farm loan losses incurred between 1984 and 1991.",
    "The banks may carry forward for 15 years losses made between 1980 and 1987.",
    # four digits of a clock
    "Ems v Quay, Ems Park, Tuesday, 1 March 2000 GMT",
    "Doors open on Monday, 3 June 1900 hours, the club says.",
    "The sale, on Thursday, 9 July, 1800 BST, is open to all.",
    # those whom a minority stands beside, and names beside the others
    "Delta makes £2.4bn offer\n\nDelta is seeking to buy the minority holders out, its chairman said, for £2.4bn, in June.",
    "The committee thanks our round 3 readers (Ann Holm, Tom Reyes, Sue Lane, Bea Koch and Al Dorn).",
    "In contrast to the ZEW and Ifo, the three institutes expect growth to slow.",
    "Besides Ann Holm and Tom Reyes, the four winners met the mayor.",
]

CAUGHT = [
    ("same-fact", "MARL BANK TO SELL 250 MLN DLRS OF NOTES\n\nMarl Bank said it would sell 280 mln dlrs of notes next week."),
    ("same-fact", "Rovers beat City 3-1 on Saturday. The 3-2 win was their fourth in a row."),
    ("compared-more", "Lund leads the table with 31 points. Ems is second with 36 points."),
    ("compared-more", "Ems, on 31 points, are well ahead of Lund, who have 36 points."),
    ("games-of-sets", "Dana Prusk won 7-5, 6-3. In an hour she took 15 games and lost eight."),
    ("weekday-of-date", "The meeting was held on Monday, 4 June 2019, at 1900 GMT."),
    ("duration-of-span", "The war broke out in 1970 and ended in 1981, a total of 21 years."),
    ("announced-count", "Ann Holm, Tom Reyes and Sue Lane, the four winners, met the mayor."),
]
