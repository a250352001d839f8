"""Stories whose shares, parts and wholes stand sentences or paragraphs apart: (rule, text, what fits, what does not)."""

STORIES = [
    # a share in words, and in figures where it is told again
    ("restated-share", "Three in five bakers in Lomond open on Sundays, the guild found when it sent round a form. Few of them do so gladly. It takes the {x} of bakers who open then as proof that the old law is dead.", "60 percent", "45 percent"),
    ("restated-share", "A quarter of the lighthouses on the Skerry coast have been sold, the pilots' office says.\n\nMost went to people from the towns. One has become a hotel.\n\nThe keepers' union grumbles. A union man, Ole Brandt, said that with {x} of the lighthouses sold nobody knew whom to ring in a fog.", "25 percent", "35 percent"),
    ("restated-share", "Two in five pupils of the island school go home for lunch.\n\nThe kitchen was closed in May, after rats had been seen.\n\nHeadmistress Ada Quill wants it to open again. A share of {x} going home at noon, she said, was too much for a school with a bus.", "40 percent", "60 percent"),
    ("restated-share", "One in eight wells in the Harra plain is dry. The hydrologists went from farm to farm in a hired van. They call a level of {x} dry wells a warning, no more.", "12.5%", "22.5%"),
    ("restated-share", "Four fifths of the ferry's seats were empty on an average trip last winter.\n\nThe skipper says it was the wind. Goods did better.\n\nA vacancy of {x} on a trip cannot go on, the owner thinks, and the seats may be taken out.", "80 percent", "60 percent"),
    # a majority that is said, and its figure elsewhere
    # two shares of which one is all the other leaves
    # shares of which words say how many there are
    # a share of a whole, both amounts elsewhere
    ("share-of-total", "Of the 1,200 bottles in the cellar, {x} have been put on the list. With 65 percent of the cellar written down, the heirs hope to be done by Easter.", "780", "870"),
    ("share-of-total", "The parish needs 400,000 crowns for a new roof. Collections have brought in {x} crowns. At 35 percent of the sum it is too early to order slates, the warden said.", "140,000", "170,000"),
    ("share-of-total", "The bus firm Lindo carried 5,600 children to school on the first day of term.\n\nRoads were icy. Two drivers were ill, and a depot had no light.\n\nA check of the logs shows that {x} of the children got there before the bell.\n\nA punctuality of 85 percent is not what the county pays for, said councillor Rhys Bevan.", "4,760", "4,160"),
    ("share-of-total", "Turnover of the Tarn group came to 520 million crowns last year. Its paint shops sold for {x} million. The paint business thus brings in 35 percent of the group's turnover, and it was an afterthought when it was bought.", "182", "128"),
    ("share-of-total", "The health office gave 84 million crowns to the islands in the year to June. Sick cows and other beasts were left out. {x} million of that went to the hospital at Vik. It is no wonder, said the auditor, that a hospital with 55 percent of the money has a marble hall.", "46.2", "42.6"),
    # parts that no whole can hold
    ("part-within-whole", "The yard is to let 340 men go before Christmas. {x} of those to be let go are welders, the foreman said. The others paint.", "210", "410"),
    ("part-within-whole", "The council has set 18 million crowns aside for the year of the book. Of this amount, {x} million is for the library at Moss, and the schools get the others.", "7", "27"),
    ("part-within-whole", "Boats brought 86 people off the reef on Tuesday.\n\nIt blew hard. A priest gave out tea.\n\nSoup was cooked by the school, and two halls were heated for the night.\n\nAmong those saved were {x} schoolchildren who had been on a trip.", "39", "93"),
    ("part-within-whole", "In the choir contest 44 medals were handed out.\n\nThe hall was full. A dog sang along.\n\nFinland took {x} of the medals, said its conductor, who had hoped for two.", "15", "51"),
    ("part-within-whole", "Thieves have taken 27 clocks from the museum at Horn. {x} of the stolen clocks were made before 1800, the curator said.", "12", "31"),
    ("part-within-whole", "The storm felled 640 trees in the royal park. The gardeners counted them twice.\n\nPaths will stay closed until May.\n\nThe oldest avenue was hit hardest, where {x} of the felled trees had stood for two centuries.", "180", "810"),
]

# True texts that might be taken for such.
SILENT = [
    "Two thirds of the girls at the school swim. The 48 percent of boys who do so are better at it.",
    "A third of the farms in Vall have sold land. In Moss the share of 45 percent is the highest in the country.",
    "One in five pupils has a dog. The 12 percent of pupils who keep cats are mostly girls.",
    "A quarter of the harvest was lost to hail. The 35 percent tariff on wheat did the rest of the damage, farmers say.",
    "Half of the members came to the meeting. The 70 percent majority that the statutes demand was out of reach.",
    "Three in four firms plan to hire. A year ago the share was 65 percent, the chamber said.",
    "A fifth of the patients had a fever. That 31 percent of nurses had one too surprised the doctors.",
    "Two fifths of the money went to schools. With inflation at 9 percent, that was less than it sounds.",
    "Most farmers oppose the law, a poll says.\n\nIt was taken in May.\n\nOf the farmers asked, 34 percent said they oppose it strongly.",
    "Most voters want lower taxes. Only 38 percent of voters want fewer nurses.",
    "A majority of the shareholders backed the plan.\n\nIn a first vote last year, 41 percent of the shareholders had backed it.",
    "Only a minority of the drivers went on strike. On the night lines 74 percent did so.",
    "The Greens lost their absolute majority.\n\nIt was a long night.\n\nThe Greens won 41 of the 90 seats, the office said.",
    "The Reds won 41 of the 90 seats. They will form a minority government.",
    "The company holds 62 percent of the mine. It bought another 20 percent in May, and the rest belongs to the state.",
    "About 58 percent of men smoke, and the rest do not. Among women the rate was 31 percent.",
    "The bank owns 55 percent of the shop. The remaining 15 percent of its stake in the mill was sold in May.",
    "Three candidates lead the race in the polls. Ann Holt has 31 percent. Per Lund follows with 24 percent, and Ole Riis has 18 percent.",
    "Four questions were put to the members. To the first 61 percent said yes. The second had 48 percent in favour. The third won 39 percent, the fourth 12 percent.",
    "In the referendum 46 percent voted in favour of the first bill. The second was rejected by 61 percent.",
    "In the poll 44 percent were in favour and a tenth had no view. In the old poll opponents had stood at 38 percent.",
    "The firm had sales of 600 million euros. Its pump arm made a profit of 90 million. Pumps make up 30 percent of sales.",
    "Exports reached 8.0 billion crowns in June. Exports to Egypt were worth 2.0 billion. In the first half Egypt took 31 percent of everything that was exported.",
    "The region has 5,200 teachers.\n\nSnow fell.\n\nOn Monday 1,300 teachers were ill, the office said.\n\nIn the towns 35 percent of the teachers were ill.",
    "Of the 900 boats in the port 450 are for sale. With 15 percent more boats than last year, the port is full.",
    "The fund is worth 60 million crowns. It gave 12 million to schools. Interest of 3 percent is paid on what is left.",
    "The line will let 340 men go.\n\nIt employs 2,600.\n\n410 of those who work there are welders.",
    "The council set aside 18 million for books. It had 40 million in its chest. Of this sum, 25 million was spent on a bridge.",
    "In May 240 people drowned. In the whole year 900 people lost their lives at sea; among those drowned were 310 children.",
    "The club has 220 members. It also has guests. 340 of the people who train there pay by the day.",
    "Rescuers brought out 86 people. Among those waiting at the quay were 140 parents.",
    "The army has 400 tanks. Last year it had 900. Of the tanks, 510 were scrapped in three years.",
    "The museum owns 860 paintings. Another house lent 1,900. 940 of the paintings are on show.",
    "Of the 64 parishes 27 want the new book. Fewer than half of the schools want it too.",
]
