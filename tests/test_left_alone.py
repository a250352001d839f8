"""True texts of news and reference works that only look like contradictions, and the contradictions beside them."""

import pytest
import texts_of_news
import texts_of_reports
from strategies import failures


LEFT_ALONE = [
    # ends of other sets, votes that were no result, steps that were none, scores of sets
    "Ten lofts are to let at rents of between £640 and £1,150. The most expensive in the town, on the quay, costs £1,350.",
    "The quarters went 24-19, 18-22, 27-20 and 21-23, before the Kings won 98-95 in overtime.",
    "The members cleared the way for the sale. It had to win at least three quarters of the votes. At a first meeting holders of 71.3 per cent had backed it.",
    "Exports fell for a second month running. Imports stood at 6.8 billion in September, compared with 6.1 billion in August.",
    "Unemployment fell for a fifth month running. The jobless rate stood at 6.8 percent in September, compared with 6.1 percent in Torr.",
    "Lund was the busiest airport, with 2.4 million passengers. It was followed by Radom, which expects 3.1 million next year.",
    # what is left of a larger whole, lists that go on, parts beside another measure, days of other years, parts of a point
    "Roadside inns, nine of 341, account for 9% of the 8,300 beds.",
    "Membership climbed by 3.0% from 750,000, half of the extra 22,500 members being students.",
    "The ground froze in eleven nights of May. Hail fell on 19 days and rain came to 91 mm, 34 of them on the 2nd, against 70.",
    "The inn, which never takes more than 38 guests at a time, lost 47 of them to the rival across the square.",
    "The bypass is 6.2 km long and lorries take 4 minutes to drive it; on the old road round the lake, 21 km of it, they took 31.",
    "All 412 dogs were weighed. Worms were found in 23 of the 389 dogs that gave a sample; the other 23 gave none.",
    "Of 1,500 readers asked between 2 and 9 May, 58% called the paper fair \"on the whole\"; 29% did not, and 13% could not say.",
    "The lottery sold 2,894 tickets. Of the emigrants 17,280, that is 48%, went overseas, Malta leading with 2,110.",
    "Operating profit rose to £41.2m. Net debt ended the year at £77m, or 1.5 times EBITDA.",
    "Savers brought in 8.2 billion crowns. Assets ended March at 78.2 billion crowns, having begun the year at 66.0 billion; gains contributed another 5.4 billion and the strong crown took away 1.4 billion.",
    "The drum could store 1,024 words of 48 bits, in all about six kilobytes.",
    "Masons replaced 213 stones, the heaviest of 781 kilos, and used 31 tonnes of lime.",
    "Of the 28 games so far, four in every round, 15 have been drawn, eight won by White and five by Black.",
    "He has climbed nine of the twelve four-thousanders. The remaining two in the Valais are planned for June, the last one, in Italy, for the year after.",
    "Turnout was 71.5%, a point and a half less than the year before (73.0%).",
    "Home prices in the canton rose by 6.0 per cent in the year to June. Detached houses rose by 5.6 per cent and flats by 4.9 per cent; farmhouses, for which no separate index is published, must have done better.",
    "Born on a 29th of February, in 1964, Uncle Bo celebrated his 15th birthday in 2024.",
    "Anyone hired on 29 February 2020 celebrates now. The year 2024 has a day more. The 29th is a Thursday; 1 March, a Friday, is pay day.",
    "In the timetable of the night boats they are listed as leaving at 24:20 and 25:40, since the day ends at four.",
    "Eight times in every 36 hours she climbed the tower and wound six clocks. It took her eleven minutes, or forty if there was ice.",
    "The dealer takes a commission of 8 percent, but only on the amount above 20,000 crowns. For a harp sold at 50,000 the owner therefore paid 2,400.",
    # what stands apart and only sounds alike: a week and a year, loans, par values, requirements, cargoes, shares on average
    "LOOMS DOWN 19 THIS WEEK\n\nWork in the valley slowed. The number of working looms fell by 19 in the week ended today, the guild said.\n\nA total of 66 looms were working, compared with 71 one year ago.",
    "The bank lent the potters of Vall money for a kiln. The ten-year loan carries interest at 9.15 percent and follows a 300 million crown loan of last July. The kiln is part of a 1.3 billion crown plan to renew the works.",
    "Orm Gold will offer one share for every five in its new mine. The 20 cent shares will be offered at 22 cents.\n\nIt will also have 10 percent of the Lund mine and 43 percent of the copper project at Vik, which it received last year.",
    "A fund for savers will be set up if 60 percent of the banks take part. It will at first have 1 billion crowns. The money is to be contributed by the banks, and 4 billion crowns had been thought of.",
    "The makers were seen buying 30 percent of their requirements, estimated at about three million tonnes. Ships are dear.\n\nThe trading houses have bought a total of 500,000 tonnes of maize for shipment to the makers in May.",
    "The ore ship Ida Orm, of 78,000 tonnes, lost power in a storm.\n\nIt is making for Vall with its cargo of 58,000 tons of coal.",
    "Paper mill Orm, net profit 132.6 million crowns. Turnover was the same.\n\nEarnings per share 16.00 crowns, on capital that grew by 11 percent to 8.21 million shares.",
    "Under the plan Orm will buy 3.6 million shares of Vall Radio. In addition, Orm said it would buy a minimum of 10 million crowns of equipment from Vall, lend Vall up to six million crowns and name two of its directors.",
    "The partnership is to run the cable systems that it buys. It said the offering would be made in two series, with the Series A units priced at 29.20 crowns each, and the Series B units at 20 crowns each.",
    "Tarn is the third-largest lake of the canton, with 198 square kilometres (76 sq mi), after Ossel (540 km²) and Lake Lutz (214 km²). The lake is fed by nine streams; the largest, the Orm, brings 61% of the water.",
    # two trades whose sentences open with the same time
    "Mills\n\nOrders fell in spring. At mid-April, one-half of the firms reported no change; of the rest, most saw fewer. By the end of April, one-third of the firms reported no change.\n\nShops\n\nTheir sales fell, too. At mid-April, one-fourth of the firms reported no change; of the rest, most saw fewer. By the end of April, a tenth of the firms reported no change.",
    # seasons and wheels over a stroke, what is used beside what is made, years apart, parts of a town, annals, two places
    "Growth of the club was fastest in 20/21 (14%) and slowest in 23/24 (3%).",
    "Most carts came in on 205/55 (61%) or 195/65 (22%) wheels.",
    "Windmills on the isle produced 130% of all power used there on Sunday.",
    "The port of Orm handled 4% more cargo in 2019. In the first half of 2018 cargo had grown 7% and in the second half it grew 6%.",
    "The vacancy rate in Vall is 6%. It is 8% for shops in the east and 9% in the west.",
    "1841: The council of Orm voted to give the poor of the parish 30 loaves every Sunday.\n\n1856: The council of Orm voted to give the poor of the parish 45 loaves every Sunday.",
    "# The north\n\n- The average water bill for a household of four in the valley was 61 crowns a month.\n\n# The south\n\nThe average water bill for a household of four in the valley was 84 crowns a month.",
    # parts not yet found, more than one who make up most, changes supposed or adjusted
    "The guild hopes to raise £80,000 this year: £35,000 from members and £20,000 from the lottery, and has made a start on finding the other part.",
    "There were 60 choirs. Most of the choirs, 19 in the hills and 14 on the coast, had a leader.",
    "The margin was 8.3% in the first quarter and 8.8% in the second. Adjusted for the fire, the improvement was 0.8 points.",
    "Growth slowed to 2.1% in the autumn from 2.6%; without the flood the loss would have been 0.2 percentage points.",
    # how far each throw was, and how old they are; what begins on a day
    "Carl Orm did the scoring for the rest of the game with two throws (a 37-yarder and a 51-yarder) and one more in the last quarter (a 20-yarder). The others were held to a combined total of 101 yards.",
    "In 2013 there were 109 attacks on beggars. Eighteen people died of them. In July three boys 15, 16 and 18 were held in Vall.",
    "Ole Brandt led his men through the rain, arriving at the lake on 25 February. Many were sick. They set out from the lake on 7 March and left the sick behind, and after five days they saw a tower.",
    # a form that is filled in anew each time; what a sum includes
    "If the 301 lamp is lit behind the second door of the tower, the keeper must not call the pilots.\n\nIf the 302 lamp is lit behind the second door of the tower, the keeper must not call the pilots.\n\nIf the 307 lamp is lit behind the second door of the tower, the keeper must not call the pilots.",
    "The money needed for building new icebreakers is put at 333.4 billion crowns, senator Orm said. This includes 169 billion crowns for three large ones. In 2012 it had been 146 billion crowns.",
    "Of 47 goats two were free of worms for more than 6 months. Weight fell after 4 weeks, and the trial failed to reach its aim.",
    # the figure behind "of these" or "there were" is the set itself
    "The rota names 16 French cooks, and Spain follows with 13 cooks, 11 of whom live in. Of these 29 French and Spanish cooks, only two drive.",
    "In spring the wardens counted around 60 herons on the marsh. There were 200 of them in 2002 and 100 in 2007.",
    "The tower sends 900 pupils out of the school at 16.",
    "There were 24 raids in the valley last year. Of these 32 people died.",
    # counts of things that sound like multiples
    "In 1997 he had 5 titles; now he has 12 doubles titles.",
    # two counts with their shares, of which one is part of the other
    "Of the 312 nets, 264 (85%) were mended again and 46 (17%) of these burnt.",
    # shares of what others leave
    "Of the 312 nets that were mended once, 24 (58%) of the others were lent, and 46 (15%) were burnt.",
    "The state pays 70 percent of the fee. Of the rest, 40 percent is paid by the town.",
    # how often, not how long; years that follow each other; weekdays of the old calendar
    "A tram leaves every nine minutes, between 06:10 and 21:40 on weekdays.",
    "One-third to one-half of the town died in the plague of 1348–49, which ended its growth.",
    "He returned to the town on 6 March 1522. For eight days in Lent, beginning on Sunday, 9 March, he preached.",
    "The strike began on 4 May 2021 and ended on 30 May 2021. Talks lasted six days.",
    # lengths that begin with the later date, or belong to no date told here
    "From 1837 she could live by painting. In 1843 she travelled to Rome, where she remained for four years.",
    "Jan Arendt (3 March 1869 – 19 August 1944) was a conductor. He led the summer concerts for nearly half a century.",
    "When the crown coin came out in 1971, the badge was used for its reverse. It was used again for the smaller coin unveiled in 1979, ten years after the Hesper 9 flight.",
    # what is unadjusted has a change of its own
    "RURITANIA MONEY SUPPLY RISES 3.6 PCT IN DECEMBER\n\nRuritania's broadly defined, seasonally adjusted money supply grew an estimated 3.6 pct in December after rising a revised 2.4 pct in November, the bank said.\n\nIt said unadjusted money supply increased to an estimated 24.09 billion crowns from a revised 22.67 billion in November.",
    # two values that others are compared with; a length of time beside the period of a headline
    "January exports compared with a December figure of 12.4 billion crowns and were 20 pct below last year's level of 15.5 billion.\n\nJanuary imports compared with 11.3 billion crowns in December and fell 18 pct from 12.9 billion in January last year.",
    "RURITANIA POSTS 41.6 MLN DLR 7-MTH TRADE DEFICIT\n\nRuritania posted a trade deficit of 41.6 mln dlrs in the first seven months of 1991, the bank said.\n\nRuritania stopped its trade in ore, half of all it sells, for four months this year after a flood in spring.",
    # the year before, but of others; what was put in or taken away, not what was left
    "In 1962 the wage of the carters rose by 4% to 3,214 crowns, compared with 3,898 crowns for porters in 1961.",
    "Another 4,100 tonnes went abroad. This was an increase of 12% from 34,167 tonnes in May.",
    # a birthday counts from a birth, a jubilee from what it is of
    "The cellist, who celebrates his 85th birthday on 8 February 2017, began in 1952 as a page in a hotel.",
    "The alert was launched in August 2014. On the 10th anniversary of the 2005 floods the mayor spoke of it.",
    # other people die
    "Lim was born in 1906 in a village on the coast. He was married for nearly 70 years to Ho. Ho died in 2002 at the age of 94.",
    "Maria Lim was born on 3 May 1908 in a village on the coast. Her son Ho died on 4 June 2003 at the age of 59.",
    # a fall is no fall where the text says that it rose
    "Its seed business grew by 80 percent, and the contract business grew by 425 percent.",
    # a mean that ought to be
    "Readings stayed between 200 and 330 micrograms per litre, well above the recommended maximum average of 25 micrograms per litre.",
    # records count back from themselves
    "In 1999 he entered the house, and in 2014 won the first majority in three decades.",
    "The show runs from February 2017 to September 2017 and will spend the following five years touring other towns.",
    # an open list
    "The quarry's six largest buyers have signed the letter: builders, roofers and other firms.",
    # the price a mile beside the price a day
    # another match than the one that was spoken of, an inning, a thriller of the past
    "Terns led 2-1 at the interval. On Sunday Holm won 1-0.",
    "Terns led 2-1 at the interval, before Holm won 1-0 elsewhere.",
    "Terns served up a seven-goal thriller with Orm. Holm won 2-1 at home.",
    "Fans of the club still talk about the nine-goal thriller of 1987. On Saturday the side won 3-1.",
    "Both sides had met in a seven-goal thriller in spring. In the rain it finished 2-0.",
    "The Larks took a 3-2 lead in the series with a homer in the sixth.",
    "The Larks won the best-of-seven series by four games to two, scoring twice in the third.",
    # names in front of what each of them has
    "Ems, Orm, Tolk, Holm: three shifts each, and no rest.",
    "Anna, Berta, Carla, Dora - three sisters and their aunt.",
    "Anna, Berta, Carla and Dora - five children between them, and not a quiet hour.",
    # people and places do not announce points with letters
    "Five aldermen had come. Ms Aro moved (a) to close the yard and (b) to sell the barn. Mr Bek moved (c) that the fee be kept.",
    "Seven farms took part. The soil was tested for (a) lime and (b) salt. Then (c) the seed was sown and (d) it was watered.",
    "Five motions were due. The other two motions were (a) to close and (b) to sell. Mr Bek then moved (c) to wait.",
    # sums of two people, and one that was changed
    "Aro Glass asked for £37,600 for the roof. Bek Glass wanted £36,700 for the roof and got the work.",
    "The offer from Aro Glass for the roof was £37,600. After talks Aro Glass cut its offer for the roof to £36,700.",
    # a set of another place, of the other ends, and figures of something else
    "In Ems rents ranged from 400 to 900 euros. The highest in Tolk was 950 euros.",
    "Lows ranged from 11 to 14 degrees inland. The highest was 23 degrees on the coast.",
    "Coefficients ranged from 0.71 to 0.93. The mean of errors was 0.2.",
    # another fate
    "46 dead in ferry fire off Orm\n\nA ferry burned off Orm at dawn. Some 64 people were injured in the ferry fire.",
    # how long, how many, and what rises with what
    "Weight grew fourfold from 2 to 16 months.",
    "The chicks took 840 g of meal over 42 d, an average of 25 g.",
    "Yield in the fed group (n = 20) was greater than that in the lean group (n = 24).",
    "There was a gain with rising numbers, from 8 mg for one to 3 mg for five.",
    # a remark between two members of a list
    "We kept two groups: controls, treated with saline, and cases.",
    # intervals of an effect, of a mean with its deviation, of a fraction; a part that is a range itself
    "The hens had 10% fewer mites (95% CI 0.83-0.99).",
    "The mean (SD) age was 54.2 (11.3) years, 95% CI 50.1 to 58.3.",
    "The ratio was 20/100 (95% CI 30 to 40).",
    "The score rose by 2-4 of the 7.2 points (95% CI 1.9 to 4.3).",
    # a preferred share named by what it pays
    "The firm will redeem all 512,300 outstanding shares of its 2,150 dlr series preferred stock at 41.20 dlrs per share plus accrued dividends of 62 cts.",
    # a share of the first share
    "The poll asked 1,040 farmers. Some 416 (40%) grew rye, 312 (30%) oats and, of the growers of rye, 104 (25%) also peas.",
    # odds are no levels
    "Within a week the odds on the grey mare rose from 12 to 1, and then to 20 to 1.",
    # what closed after so long had begun long before
    "One kiln closed in 1962, the other, after 13 decades, in 1969.",
    # the set is itself so much of something larger
    "Exports took 1,650 of the units, buyers at home 4,470; in all 6,210 (40% of the market) were sold.",
    "The rates range from $3.00 to $3.50, the average price a mile being $.12.",
    # two lines are no difference of two figures with decimals, nor is a gap without a unit one of amounts
    "The readings were 12.71 and 14.69, two peaks apart.",
    "Of the lots, prices were $12 and $14, a gap of 20.",
    # a weekday that ends a sentence
    "They rested on Monday. On 5 May 2015 the fair began.",
    "They rested on Monday. May 5, 2015 was a holiday.",
    "The mill is shut on Monday\n\n5 May 2015: nothing to report.",
    # a change measured from another time than the value that is set beside it
    "Bicycle exports rose 34 pct to 48,312, compared with 45,127 in April, the guild said.",
    "Shipments of clay fell by 12.5 percent to 3,410 tonnes, against 3,285 tonnes in March.",
    "The kiln utilisation rate rose 0.7 pct to 51.4 pct, against 66.2 pct one year ago.",
    "Timber output will go up to 512,000 tonnes in 2001 against consumption of 567,000 tonnes.",
    "At the end of March the loans came to 31.46 billion crowns, up from February's 31.12 billion and 4.0 pct above the total three months earlier.",
    "June copper traded at 512.40 dlrs a ton, up one dlr but below a session high of 514.10 dlrs.",
    # words of both ways, places in a list, units that sound alike, by how much prices moved
    "The office revised the May increase down to 117,000 from 231,000.",
    "The cook Ana Bek leads the list after rising from 12th position. Other risers were the baker Tom Orm at six, up from 14 in 2004, and a grocer.",
    "Straw board will increase to 500 dlrs a tonne from 470 dlrs a ton, the mill said.",
    "Oat futures rebounded from their lows to close 3-1/2 cents to 1/4 cent per bushel higher in light trade.",
    # a change of something else, or of somebody else's
    "The council had a surplus of 12.31 billion crowns from the current year. It allotted 15.48 billion crowns to cover a 62 pct rise in teachers' salaries.",
    "Imports of tools rose to 61.3 billion crowns from 55.2 billion. The better mood resulted in a 28 pct increase in orders for machinery.",
    "Aro was steady on eight pct but his neighbour Bek rose two points to 19 pct in the same poll.",
    "Short bills stood unchanged from the auction at 4.31 pct, while long bills rose five basis points from their auction price to 4.57 pct.",
    "The top rebate was 38.417 crowns for 950 tonnes of butter, down from 38.695 crowns the previous week. Dairies claim the rebate was short of the price, and was 0.78 crown short the previous week.",
    "The dairy saw spring profits fall to 614m euros from 1.8bn euros in 2003. The cheese arm's profits slid to 30m euros. For the year as a whole, the arm's profits fell 43% to 1.3bn euros.",
    # one value in other money, the price of one beside that of all, a record, a part of a coin
    "The dairy reported a doubling in profit. Its earnings in the quarter were 64m crowns (£41m; $83m), up from 32m in the same period of 2003.",
    "The brewery had previously agreed to a 1.32 billion dlr buyout from Aro, one dlr per share lower than a sweetened 58 dlr per share bid made by Bek last week.",
    "July 10 - The Terns enter the break at 51–36 having lost 13 out of their last 20 games.",
    "Holm Glass shares, off 1/4 at 14 today, could go to 17, he said.",
    # growths of siblings, of times put together, of parts that leave some over, of another measure
    "Output in the United States fell 17.5 pct to 4.20 mln tonnes, that in Japan 6.8 pct to 6.31 mln and that in Canada 5.5 pct to 8.87 mln.",
    "Coal output fell eight pct and peat production declined six pct in May. Output in April and May together fell around two pct against the two months before.",
    "Of the nine districts, three reported fewer failures and two had gains of less than 2.0 pct. Failures rose 41.3 pct in Ems, 38 pct in Orm and 25.1 pct in Tolk.",
    "German registrations of vehicles jumped 13.1 percent in July. The office said 412,603 vehicles were registered in July 1996, 351,240 cars and 14,907 trucks. The figures represent a 12.2 percent increase for cars and a 1.9 percent decline for trucks.",
    "Lorry sales fell 8% in March while van business tumbled 15%, however some models did well. The slump in sales prompted the group to cut production in the north by 4%.",
    # sums that come out by chance among sales and orders, and a tax rate, which is no share
    "World group sales of boilers rose 6.3 pct to 612 mln marks, but orders dropped 4.7 pct to 593 mln marks. World group sales of pumps rose 5.4 pct to 940 mln marks and orders gained 5.1 pct to 930 mln marks. "
    "World group sales of trucks rose 11.3 pct to 1.21 billion marks and orders gained 7.0 pct to 1.29 billion marks.",
    "The town will raise its tax rate to 14 pct from 12 pct. It raises all its taxes by about 22 pct, said the treasurer, after revenues from taxes fell by 58 pct last year.",
    # a verdict that is none, and the old value behind an average of something
    "Farmers had hoped to get £800m from the fund but in the end the ministry was granted £310m.",
    "Expenses in 1987 will be reduced to about 2.0 to 2.5 pct of average assets from 3.3 pct in 1986.",
    # growth of a level that is down
    "Output edged up to 6.8 percent in the autumn. This brought growth for the year to 6.7 percent, down from 6.9 percent in 2015.",
    # shares of a sum, of another day, of something that is named
    "The parish says that the 412,300 bulbs of the green, together with the 103,400 bulbs planted by the school, make up about 52.3 per cent of the bulbs of the valley.",
    "The 40 berths on the quay, along with the 25 in the old dock, account for 30 per cent of the harbour's berths. The harbour had 200 berths.",
    "The dairy's board has authorised it to double the ceiling of its repurchases to 1.8 mln shares. It has already bought 611,000 shares under the old permit to buy 900,000 shares, or 10 pct of the stock then outstanding.",
    "Farmers hold 6-10 per cent of the dairy's voting stock, Lind said, and Marta Holm, one of the dairy's two deputy directors, farms herself.",
    # three changes of one thing, figures that are called totals themselves, one that is taken away
    "The loans were put off in their majority by 40 days, but there were lenders who put theirs off by 80 days and, here and there, by 160 days.",
    "The guild wants repairs and new roofs totalling £187m. It lost £31.4m on the closure of the old mill in spring. The rest of the year's total loss of £157.4m came from glass.",
    "The airs with the most entries were Green Sleeves (with 41 versions and a total of 120 weeks) and Blue Moon (with 22 and a total of 118 weeks).",
    "The reform adds nine members to the 131 and removes four, making 136.",
    # what people answer need not be complete, nor be of one question
    "A poll on the by-pass was out on Sunday. In it, 48% said they supported the plan, with 25% against. Many are neutral, and around one quarter said neither.",
    "In the survey of the valley 60% of those asked said that fares were too dear. The report on 800 people added that 43% were not willing to walk.",
    "The ministry planned a share split ahead of the sale of 30 pct of its capital to the public, of 10 pct to staff and 20 pct abroad.",
    # a rate that has replaced another
    "Under the plan, about a third of which is for roads, the best paid will owe 42 per cent instead of the present 55 per cent.",
    # a step, and its share of what there was before
    "Readers 8.42 million (+1.05 million, or 14%, in twelve months).",
    # kinds of a thing, and places in a list
    "The club has 41,000 of the two kinds in store. They have sold 2,400 of the three new models.",
    "The duo have had nine top five singles, including seven number ones. She has won twelve top ten places, among them eleven in Holm.",
    # shares that are not outstanding, sums that are net, figures that a split has changed
    "The glassworks had net earnings of 13.2 mln crowns, or 1.56 crowns per share, in the year. It said that its owners would vote on increasing the authorized stock to 55 mln shares from 20 mln.",
    "The dairy had net earnings of 13.2 mln crowns, or 1.56 crowns per share, in the year. It also said that at the meeting holders will vote on raising the number of shares to 55 mln shares from 20 mln.",
    "The dealers placed one million shares of Velm at £5.875 a share. Velm said that it netted £6,375,250.",
    "His holding was 14.2 mln shares, adjusted for a split. A deal at 51 dlrs per share would make him richer by 231 mln dlrs.",
    "Lind declared a two-for-one share split and raised its quarterly dividend to 48 cts per share from 46 cts, told on the old basis.",
    # a rate and the range that it makes
    "The chain opens in spring. The tax office thinks that of 1.5 million vans in the country few are new. Using an average price of 14,000 crowns per van, the maker's plan would bring between 84 mln and 126 mln crowns. Last year it took 21 mln crowns.",
    # conversions that are rounded to fives and tens, and measures of other things
    "The storm was moving at 14 mph (25 kph).",
    "The village lies 20 miles (30 km) from the pass.",
    "The mine is 10 miles (20 km) from the pass.",
    "The train left the line at Holm, 400 km (250 miles) north of the capital.",
    "Ore shipped last year held 1,300 short tons of tin in concentrate, 380,000 ounces of silver and 700 ounces of gold.",
    "A reader with two or four megabytes of fast 32-bit memory is on sale.",
    # what somebody else did, or did before; so many on top; what came after a verdict
    "FIRM TO HIRE 90 WORKERS\n\nVelm Glass said on Monday it would take on staff at its plant in Orm. A rival, Holm Glass, dismissed 40 workers last year.",
    "Velm Glass to sack 90 workers\n\nVelm Glass will take on 40 workers at its plant in Orm by spring, it said.",
    "Velm Glass to build 900 flats\n\nVelm Glass will build in Orm by spring, it said. The firm finished 400 flats last year.",
    "The clinic has half as many nurses again as the 40 of last year. The ward has 44 beds.",
    "The quorum of 20 was met. Later 15 members were turned away since the hall was full.",
    "The rules ask for a quorum of 20. Some 25 members were turned away since the hall was full.",
    # a match is one of both sides; runs are shared out over dismissals; nobody works all hours of a year
    "The league has 20 clubs, and each plays 38 matches, for a total of 380 matches.",
    "There are 12 clubs in the league. Each club plays 22 games, 132 in all.",
    "He has played 32 Tests for his county, scoring 2,952 runs at an average of 54.66.",
    "In 2009 the minimum wage was $6.25 per hour, or $13,000 per year.",
    # asides; a length up to an event without a date, or one that somebody was given
    "He was elected mayor in 1841, a post he held for ten years, and in 1843 became a member of the house.",
    "Lind began his suite in 1911, three years before Holst began, and finished it in 1917.",
    "The lord broke away in 1330. In March 1298, just four years after he became a vassal, Lind asked for leave.",
    "In 1902 the band first played his piece, a lament for Lind, who had died in October 1896, three years before he began work on it.",
    "After three years of marriage and inheriting the house in 1792, they moved to Orm in 1793.",
    "Lind began his fight in 2011, after being jailed for nine years in 2008.",
    # figures that are names of things, pages, years, hits, halves of a match
    "We tested 145 compounds (113 and 41) in the oven.",
    "The library of 145 compounds was screened. Compounds 113 and 41 bound to the clay. In all 145 compounds were stable.",
    "There were 160 villagers, many of whom fled, and most of them were killed.:80 Lind died.",
    "As of June 2014, Holm had nearly 9,150 hotel rooms, a 26% increase from 2010.",
    "The wettest year was 1905 and the driest year was 1924.",
    "The batter hit 29 doubles and 147 hits in 150 games.",
    "The first five drives coming out of the half, two of which ended in the sea, brought no points.",
    "Holm led in time of possession 35:44-24:16.",
    # a set in front of its parts, one that stands in words, shares of the first share
    "Of the 10 members of the board 8 are women and 4 from minorities.",
    "On the ice are six players: three forwards and two defenders and a goalkeeper.",
    "There were six students on the stage. Two wore red. Another pair of students were in blue. The remaining two wore hats.",
    "Foreigners made up 54% of the population in 2010. Of these, 45% are Muslim and 55% are not.",
    "The French brought the most slaves to the islands (13,000 of the 52,000 a year).",
    # words that tell no order, a lead that is not the end, by how much a wage rises
    "The club's wage ratio was the best in the north at 43 percent, ahead of Orm and Holm at 46 percent and 50 percent, respectively.",
    "From 1970 to 1979 the average rate was 7.06%, and topped out at 13.29% in December 1979.",
    "At 35 years old, he became the oldest player to win it since Lind did so at 36 years old in 2004.",
    "Terns led and their final lead was at 33-28. Then Lind scored to give Holm the 36-33 win.",
    "Bek offered a $10 a week raise over Lind's $18 per week salary.",
    # a programme to come, a weekday with its own year, one that only comes in some years
    "Watch her story on Friday, Feb. 10 at 10 p.m. The singer was found dead on Feb. 8, 2007.",
    "This meeting marked the 30th anniversary of their meeting on October 17, 1983 (although October 17 fell on a Thursday in 2013).",
    "The editors met on 26 December in 2010. If Christmas is a Sunday the edition is published on Saturday 24 December.",
    # a share that is not the rest; kinds of a harm; all who were asked; how often; an average of before
    "42.1% of those asked do not trust the figures, and another 40% are not sure whether they should. Only 17.9% trust them.",
    "About 53% of the farmers were not satisfied with the supply and 64% were not satisfied with their wages.",
    "In the year 8.4% of the nurses said that they were exposed to blows, 57.8% to shouting, 0.8% to groping and 61.6% to mobbing.",
    "More than two-thirds of those asked, 68%, thought that the list was fair. Of those asked, 62% did not know who paid. Only 18% of all readers say they can tell who paid.",
    "Holm, who went 21 for 27, with three scores, won 43-18. They came into the red zone four times.",
    "The side, which had only 13 catches going into this game, managed eight in this game alone, as Bek and Lind each caught four times.",
    "The team entered the game averaging a league-low 2.4 yards per carry. In it they ran for just 42 yards on 20 carries.",
    "She won 169 singles titles overall - 120 of them in a row - plus 159 in doubles, and helped Holm win the cup 12 times.",
    "Bek got a 41-yard goal first, but the Larks did better, as Lind caught a pass and returned it 30 yards.",
    # names, pages, settings, labels; so much of one in so much of the other; groups, which are no sizes
    "KR 756 was tested against 659 strains. KR 756 was twice as active as KR 659.",
    "ICC, 7, 44\niclust, 7\ncor, 27\ncohen.kappa, 44\ncor.test, 28",
    "Lower CI = -0.06 Upper CI = 0.07 R = 0.54 R2 = 0.3",
    "Test of a correlation t value 2.18 with probability < 0.034 and confidence interval 0.02 0.53",
    "The rats were given 2 x 10 mg Salt/100 g body weight/day.",
    "A total of 72 patients were recruited and 60 patients were split into three equal groups.",
    "Patients fell into two groups by their scans. We included 50 patients in each group. All 54 clinics took part.",
    # a length of the whole in front of the dates of one step, fates that are not all there were, a rate that is no sum
    "The timeline for the work was approximately 4 years; design took place from August 2018 to February 2020. During this 4-year period, we met 15 groups.",
    "Of the 60 million men who were called up from 1914 to 1918, 8 million were killed, 7 million were disabled, and 15 million were badly hurt.",
    "The labour force was 722 with a participation rate of 61.6%. It was made up of 61.2% full-time workers, 30.9% part-time workers, and 6.0% jobless.",
    # offices of those listed, scores in a list, series that no one plays, one number in the rate, some of a set
    "The two claimants were the French Henry, Duke of Orm and the Austrian Emperor Franz II.",
    "The Larks exploded with 3 scores: Lind threw all 3 when he found Bek on a 7-yard pass, Orm on a 3-yard pass, and Aro on a 61-yard pass to make the score 7-0, 14-0, and 21-0.",
    "Holm has nearly 6% of the 221,040 voters, of whom 73,215 are men.",
    "He also holds the record for most starts (42) and for the 173 innings that he led.",
    "Holm had 188 murders in 2015 (59.3 murders per 100,000) and ranks 13th of the towns with fewer than 100,000 people.",
    "The valley created between 18 and 21 million jobs in each of three decades, an average of 165,500/month.",
    "The mixtures held up to 55% of the heavy forms Pam 635, Pam 649 and Pam 663.",
    "The Lims first lived in Orm, and after three years of marriage and inheriting the house in 1792, they moved to Ems in 1793.",
    "Born in 1951, he joined the fire brigade at the age of 20 and left it in 2009.",
    "Born in 1951, she was a glazier for 31 years until 2009.",
    "Nora Lund was 84 when she died at home on 5 March 2018. Born on 14 May 1933 in a mill, Lund was the youngest of seven children and kept goats.",
    "Born in 1951, he entered the service at the age of 20 and stayed for 35 years, until 2013. In between he spent seven years at sea.",
    "The mills of Orl ground 782,000 sacks in 2023, the guild said. Wheat was still the most with 590,000 sacks, 3 per cent more than in the year before, while sacks of rye and oats went up by 20 per cent to 192,000.\n\nThe miller said the result had beaten the 760,000 sacks of 2022 in spite of a frost.",
    "The ferries of Orl were used for 9,200 trips in their first year, twice as many as the town had expected when it signed the lease.\n\nThere are 12 piers now.\n\nThe yard wrote off 31 ferries, eleven of which had sunk in the harbour.\n\nAltogether they covered 350 leagues. In spring, 40 ferries with a sail will be added.",
    "Sixty per cent of the farms lease their land, and a quarter of the leasing farms have the abbey as their landlord. In all, the abbey is the landlord of 15 per cent of the farms, the report says.",
    "Divers raise 34 cannons off Vall. A crane barge lifted the 34 cannons from the mud on Monday, the museum said.",
    "Divers raise 54 cannons off Vall. A year ago a crane barge lifted 34 cannons from the mud, the museum said.",
    "The 14 farms took in 4,200 goats this autumn. In the valley as a whole a farm has 250 goats on average.",
    "Of the six lofts the coldest is at 5 degrees and the warmest at 14. The mean of the six is 9 degrees.",
    "Lena Roth, 33, who was born in Ulm in August 1991, is the third winner from the Alps after 2004 and 2017.",
]


@pytest.mark.parametrize("text", [*LEFT_ALONE, *texts_of_news.LEFT_ALONE, *texts_of_reports.LEFT_ALONE])
def test_what_only_looks_like_a_contradiction_is_left_alone(text):
    assert failures(text) == []


CAUGHT = [
    ("growth-from-base", "Bicycle exports rose 34 pct to 48,312 from 45,127 in April, the guild said."),
    ("growth-from-base", "Bicycle exports rose 34 pct to 48,312, compared with 45,127 a year earlier, the guild said."),
    ("direction-up", "Timber output rose to 512,000 tonnes against 567,000 tonnes a year earlier."),
    ("change-in-points", "Aro's rating rose two points to 19 pct from eight pct in the same poll."),
    ("growth-of-total-below", "Output in all fell 17.5 pct, that of steel 6.8 pct and that of everything else 5.5 pct."),
    ("multiple-of-base", "The dairy doubled its profit. It earned 83m crowns, up from 32m in the same period of 2003."),
    ("threshold-crossed", "We needed at least 40 pledges and got 36, so the target was met."),
    ("anniversary", "Founded in 1891 by six bakers, the choir celebrated its 142nd birthday in 2023 with cake."),
    ("impossible-fall", "Orders for the contract business fell by 125 percent."),
    ("part-within-whole", "The union asked 40 drivers. Of these, 52 were against the plan."),
    ("direction-up", "Unemployment in the valley rose from 7% to 1% in a year."),
    ("direction-up", "The gap between the two boats rose from 3 km to 1 km."),
    ("sum-of-parts", "Exports took 1,650 of the units, buyers at home 4,470; in all 6,210 were sold, 40% of them by post."),
    ("sum-of-parts", "Exports took 1,650 of the units, buyers at home 4,470; in all 6,210 (40% of them blue) were sold."),
    ("age-at-date", "Maria Lim was born on 3 May 1908 in a village on the coast. Maria died on 4 June 2003 at the age of 59."),
    ("announced-count", "The quarry has four buyers: builders, roofers and gardeners."),
    ("score-since-interval", "Terns led Holm 2-1 at the interval. On Sunday's pitch Holm lost 1-0."),
    ("goals-of-match", "Terns served up a seven-goal thriller with Orm. It ended 2-1."),
    ("same-fact", "The offer from Aro Glass for the roof was £37,600. The vestry took the Aro Glass offer for the roof of £36,700."),
    ("inside-range", "In Ems rents ranged from 400 to 900 euros. The highest in Ems was 950 euros."),
    ("inside-range", "Highs ranged from 11 to 14 degrees inland. The highest was 23 degrees."),
    ("conversion", "The storm had winds of 105 mph (185 kph)."),
    ("conversion", "The village lies 20 miles (50 km) from the pass."),
    ("conversion", "The train left the line at Holm, 315 km (185 miles) north of the capital."),
    ("conversion", "The lake covers 2,340 hectares, the equivalent of 5,728 acres."),
    ("part-within-whole", "Some 12 out of 9 samples were clean."),
    ("exclusive-shares", "Shares of the vote were published by the office on Monday: the Bloc took 42 per cent of the vote, the Union 45 per cent and the List 38 per cent."),
    ("share-of-total", "The firm has 9,400,000 shares. Ostrava holds 2,350,000 of the 9,400,000 shares, or 52 pct of them."),
    ("average-of-total", "Velm sold 1,200 vans at 14,500 crowns each. That brought in 14,700,000 crowns."),
    ("compared-more", "Nineteen firs were measured. The tallest was 31 metres. One had fallen in a storm. Another had been struck by lightning. The rest stood well. The mean height of the nineteen was 35 metres."),
    ("same-fact", "Velm Glass to hire 90 workers\n\nVelm Glass will hire 40 workers at its plant in Orm by spring, it said."),
    ("multiple-of-base", "There are half as many nurses as the 40 of last year. The ward has 44 nurses."),
    ("threshold-crossed", "At least 20 members are needed for a quorum. Only 15 came, and the meeting was quorate."),
    ("average-of-total", "Bek's 1,128 runs came in 24 completed innings, an average of 57."),
    ("duration-of-span", "The mill was founded in 1841, stood for ten years, and in 1843 was pulled down."),
    ("growth-from-base", "Holm had 9,150 hotel rooms, a 26% increase from 6,210."),
    ("rest-of-shares", "About 53% of the farmers were satisfied with the supply and the other 64% were not."),
    ("sum-of-parts", "Of the 60 sailors 18 were killed, 25 were hurt and 27 were unharmed."),
    ("groups-of-total", "A total of 72 patients were split into three groups: 24 got salt, 24 sugar and 34 nothing."),
    ("share-of-share", "In the poll 68% of those asked read a paper. Of those, 50% pay for it, which is 43% of all who were asked."),
    ("same-fact", "Divers raise 54 cannons off Vall. A crane barge lifted 34 cannons from the mud on Monday, the museum said."),
    ("incidence", "In a town of 2.5 million the office finds 16 cases a year for every 100,000 people. That means 4,000 people a year who take drops for six months."),
    ("part-within-whole", "There were 13 boats. Of the 13 boats 40 (31%)"),
]


@pytest.mark.parametrize("rule, text", [*CAUGHT, *texts_of_news.CAUGHT, *texts_of_reports.CAUGHT])
def test_the_contradiction_beside_it_is_caught(rule, text):
    assert rule in failures(text)
