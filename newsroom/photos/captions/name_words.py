"""Words that a caption writes with a capital and that name nobody: titles, peoples, days, beginnings."""

from newsroom.photos.captions.word_lists import listed

TITLES = listed("""
    mr mrs ms miss mx dr prof professor rabbi rav reb rebbetzin rosh yeshivah hagaon harav admor grand
    father sister imam sheikh sheik ayatollah pope cardinal archbishop bishop king queen prince princess
    emir sultan sir lord lady dame president vice prime minister premier chancellor chairman chairwoman
    chairperson chief executive officer director secretary general gen lt lieutenant col colonel maj
    major sgt sergeant capt captain cmdr commander adm admiral brig brigadier cpl pvt private judge
    justice attorney staff ambassador envoy consul mayor governor gov senator sen representative rep
    congressman congresswoman speaker mk mp foreign defense defence finance interior national state
    former acting deputy assistant spokesman spokeswoman spokesperson coach hon rev reverend saint
    police opposition leader party supreme leader
""")
SHORTENED = listed("st mt ft jr sr")
PEOPLES = listed("""
    israeli israelis palestinian palestinians american americans egyptian egyptians syrian syrians
    lebanese jordanian jordanians iranian iranians iraqi iraqis turkish turks russian russians ukrainian
    ukrainians british britons french german germans italian italians spanish polish dutch greek greeks
    chinese japanese indian indians african africans european europeans arab arabs jewish jews jew muslim
    muslims christian christians druze bedouin bedouins haredi haredim charedi charedim chassidic hasidic
    chassidim hasidim orthodox ultra-orthodox saudi saudis qatari qataris emirati emiratis yemeni yemenis
    kurdish kurds sunni shiite shia western eastern northern southern islamic islamist islamists hebrew
    arabic english canadian canadians australian australians mexican brazilian republican republicans
    democrat democrats democratic zionist nazi soviet catholic hindu buddhist sikh
""")
TIMES = listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    christmas easter passover pesach ramadan eid shabbat shabbos chanukah hanukkah purim sukkot sukkos
    shavuot shavuos
""")
SIGNS = listed("file photo left right center centre front back top bottom l r c rear foreground")
BEGINNINGS = listed("""
    a an the this that these those his her its their our your my some many several two three four five
    six seven eight nine ten dozens hundreds thousands people police protesters protestors demonstrators
    mourners residents workers soldiers troops officers firefighters rescuers rescue children women men
    boys girls students members supporters family families relatives friends crowds crowd visitors
    tourists worshippers worshipers paramedics medics security forces smoke fire rockets rocket missile
    missiles clouds waves boats cars buses trains vehicles tanks fans players in on at from during after
    before as while when with without for by near outside inside over under above below behind beside
    between among across around along through into onto to of and or but not no one both each every all
    seen pictured shown clockwise general overview view views aerial scene scenes file illustrative
    archive photo picture image undated long early late new old young damaged destroyed burned firemen
    he she it they we i you who what where there here if amid amidst following despite local foreign
    senior newly more most other another officials emergency heavy thick dark morning evening night
    flags flag journalists reporters lawmakers voters hostages hostage captives displaced pedestrians
    commuters passengers pupils volunteers settlers farmers fishermen fishing drivers shoppers onlookers
    thick black white workers cranes crane work construction sunset sunrise moonlight
    candles flowers snow rain flooding floodwaters traffic motorists
""")
PARTICLES = listed("""
    al el ben bin bint ibn abu abd bar bat de del della der den di da dos du la le las los van von ten
    ter af av zu zur y ha
""")
JOINING = listed("of the for and")
"""Inside the name of a body or a place: "Church of the Holy Sepulchre"."""
