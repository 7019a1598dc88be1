"""The words by which a capitalised run is told apart: a person, an organisation, a place, a work, or no name.

Compiled from news style books (AP, Guardian): what they capitalise, and how they introduce it.
"""

from __future__ import annotations

from bot.language.tables import word_set

COMMON = word_set(
    """
    a about above according across after again against ago all almost alone along already also although
    always am among an and another any anybody anyone anything apart are around as aside ask asked
    asking at away back be because been before behind being below beneath beside besides between beyond
    both but by call called can cannot clearly come consider could dear despite did didn't do does
    doesn't don't done down due during each earlier early either else elsewhere enough even eventually
    ever every everybody everyone everything except faced far few finally find first five follow
    following for former formerly four fresh friends from further get give given go going good got great
    had half has have having he he'd he'll he's hello her here here's hers herself high him himself his
    how how's however hundreds i i'd i'll i'm i've if i'd in indeed inside instead into is isn't it it's
    its itself join just keep know last late lately later least leave left less let let's like likely
    little long look looking made make making many may maybe me meanwhile might mine more moreover most
    mostly much must my myself name near nearly neither never nevertheless news next nine no nobody none
    nonetheless nor not nothing now of off often old on once one only onto or other others otherwise our
    ours out outside over overall own part people perhaps photo picture place plus please previously
    prior put quite rather read really recent recently referring reflecting regarding related right said
    same saturday say saying says second see seven several shall she she'd she'll she's should show
    similarly since six so some somebody someone something sometimes somewhere soon source speaking
    specifically still such sunday suppose sure take tell ten than thank thanks that that's the their
    theirs them themselves then there there's thereafter therefore these they they'd they'll they're
    they've think third this those though thousands three through throughout thus time to today together
    told tomorrow tonight too toward towards transitioning try two under unfortunately unless unlike
    until up update upon us use using usually various very via was wasn't watch we we'd we'll we're
    we've well went were weren't what what's whatever when whenever where where's whereas wherever
    whether which while who who'd who'll who's whoever whole whom whose why will with within without
    won't work would wouldn't yes yesterday yet you you'd you'll you're you've young your yours yourself
    added adding video audio analysis opinion editorial exclusive breaking correction advertisement
    caption click subscribe share copyright abstract full text shortly interestingly ironically
    importantly currently hardly hours days weeks months years minutes though looking citing noting
    asked pressed born raised based set seated standing sitting dressed t-shirt t-shirts x-ray x-rays
    """
)
CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tues wed thurs fri sat sun january
    february march april june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec christmas easter thanksgiving halloween ramadan
    """
)
ORGANISATION = word_set(
    """
    academy administration agency airlines alliance army assembly association authority bank bar board
    borough brigade bros broadcasting brotherhood bulletin bureau cabinet caucus center centre chamber
    channel charity chronicle church circuit club coalition college commission committee company
    conference congress conservatives convention corp corporation council courier court daily democrats
    department departments dispatch district echo enterprises examiner exchange express fc federation
    force foundation fund gazette government group guard guardian hall herald hospital house inc
    independent industries initiative inquirer institute institution inquiry international investments
    journal labour league ledger leader library limited llc llp lobby ltd magazine mail media mercury
    militia ministry mirror monitor motors movement museum navy network news newspaper observer office
    opera orchestra organisation organization panel parliament partners party patrol peers pentagon plc
    police politico post press programme project radio railway record register reporter republic
    republicans reuters review route rovers school schools senate service services society sox spectator
    standard star states studios sun survey syndicate task team telegraph television theatre theater
    times town treasury tribune trust tv union united universities university wanderers watch weekly
    works yankees
    """
)
ORGANISATION_HEADS = word_set(
    """
    university bank department house board church bureau ministry museum institute school college
    academy office council chamber federation union league center centre court society association state
    states city county district secretary daughters sons knights friends district diocese archdiocese
    ministry minister coalition campaign campaigners people citizens americans order organisation
    organization republic commission committee confederation company duke duchess prince princess earl
    bishop archbishop mayor sea isle bay head director alliance
    """
)
PLACES = word_set(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york
    north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina
    south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming
    afghanistan africa america argentina asia australia austria bangladesh belgium brazil britain
    bulgaria canada chile china colombia croatia cuba cyprus czech_republic denmark egypt england
    ethiopia europe finland france germany ghana greece guatemala haiti honduras hungary iceland india
    indonesia iran iraq ireland israel italy jamaica japan jordan kenya korea kosovo kuwait latvia
    lebanon libya lithuania malaysia mexico morocco netherlands new_zealand nigeria north_korea
    northern_ireland norway pakistan palestine panama peru philippines poland portugal puerto_rico qatar
    romania russia saudi_arabia scotland serbia singapore slovakia slovenia somalia south_africa
    south_korea spain sudan sweden switzerland syria taiwan thailand tunisia turkey u.k u.k. u.s u.s.
    uganda uk ukraine united_kingdom united_states us usa vatican venezuela vietnam wales yemen zimbabwe
    aleppo amsterdam athens atlanta austin baghdad baltimore beijing beirut belfast berlin birmingham
    boston bristol brooklyn brussels cairo cambridge cardiff charlotte chicago cincinnati cleveland
    columbus copenhagen dallas delhi denver detroit dubai dublin edinburgh florence geneva glasgow
    hamburg havana hollywood hong_kong houston istanbul jerusalem johannesburg kabul kyiv kiev lagos
    las_vegas leeds liverpool london los_angeles l.a l.a. madrid manchester manhattan melbourne miami
    milan milwaukee minneapolis montreal moscow mumbai munich nairobi nashville new_delhi new_orleans
    new_york_city newcastle orlando oslo oxford paris philadelphia phoenix pittsburgh prague rome
    sacramento san_diego san_francisco santa_fe seattle seoul shanghai sheffield stockholm sydney tampa
    tehran tel_aviv tokyo toronto tripoli vancouver vienna warsaw washington_d.c d.c d.c. york
    wall_street white_house downing_street westminster whitehall capitol_hill kremlin middle_east bronx
    queens harlem capitol
    """
)
PLACE_HEADS = word_set(
    """
    lake port mount river street avenue road lane square park bridge heath valley island islands bay
    cape fort junction hill hills beach harbor harbour airport stadium square castle cathedral north
    south east west northern southern upper lower county county glacier forest moor field fields green
    gate highway boulevard
    """
)
NATIONS = word_set(
    """
    american americans african british english scottish welsh irish french german italian spanish
    russian chinese japanese mexican canadian iranian iraqi israeli palestinian arab muslim muslims
    christian christians jewish jews catholic catholics protestant evangelical republican republicans
    democrat democrats democratic conservative conservatives liberal liberals labour tory tories green
    greens latino latinos hispanic hispanics black white asian asians european europeans western eastern
    northern southern god internet twitter facebook google youtube instagram tiktok bible constitution
    muslim-american mexican-american african-american nazi nazis communist socialist libertarian gop
    maga brexit olympic olympics oscar oscars grammy emmy bafta hollywood covid democrat-led
    """
)
WORKS = word_set(
    """
    film movie book novel album song show series sitcom drama musical play opera podcast documentary
    single romance thriller comedy memoir ballet sequel biopic track ballad hit poem blockbuster
    franchise painting exhibition retrospective films movies books songs albums romcom cartoon ship boat
    yacht
    """
)
ROLES = word_set(
    """
    actor actress angler architect artist author baker barrister chairman chairwoman chairperson coach
    co-founder co-star colleague comedian commentator conductor councillor councilman dentist designer
    director doctor driver economist engineer farmer filmmaker fisherman founder friend governor
    guitarist historian host husband wife widow son daughter brother sister mother father niece nephew
    uncle aunt cousin grandson granddaughter grandmother grandfather journalist judge lawyer lawmaker
    leader librarian manager mayor midwife minister musician neighbour neighbor novelist nurse officer
    owner patroller photographer pilot playwright poet pollster postman postmaster postmistress potter
    president pupil principal producer professor rapper reporter representative resident researcher
    rival scientist sculptor secretary senator shopkeeper signalman singer spokesman spokesperson
    spokeswoman star strategist striker student surgeon surveyor teacher trainer treasurer trustee vicar
    victim volunteer winner worker writer campaigner activist adviser advisor analyst attorney banker
    businessman businesswoman candidate captain chef chief commissioner consultant contractor
    congressman congresswoman correspondent critic customer dealer deputy editor executive ex-husband
    ex-wife boyfriend girlfriend fiance fiancee fan hotelier inspector landlord landlady magistrate
    milliner painter partner passenger physicist psychologist rabbi retiree sergeant sheriff skipper
    soldier solicitor supporter tenant veteran voter witness cinematographer operator astronomer
    biologist chemist ecologist geologist caretaker gardener
    """
)
