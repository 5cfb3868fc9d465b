"""Towns that datelines name, and capitals that head a paragraph without being a place."""

from newsroom.photos.credit_words import listed

PLACES = listed("""
    yerushalayim, jerusalem, tel aviv, haifa, beersheba, be'er sheva, beer sheva, ashdod, ashkelon,
    eilat, netanya, bnei brak, beit shemesh, modiin, modi'in, tzfat, safed, tiberias, teveria,
    nazareth, hebron, chevron, ramallah, nablus, jenin, bethlehem, jericho, gaza, gaza city, rafah,
    khan younis, deir al-balah, sderot, metula, kiryat shmona, rehovot, herzliya, ramat gan, lod,
    petach tikva, petah tikva, beirut, damascus, aleppo, homs, idlib, amman, cairo, alexandria,
    baghdad, mosul, basra, erbil, tehran, riyadh, jeddah, mecca, dubai, abu dhabi, doha, manama,
    kuwait city, muscat, sanaa, aden, ankara, istanbul, izmir, nicosia, tunis, tripoli, benghazi,
    algiers, rabat, casablanca, khartoum, addis ababa, nairobi, mogadishu, kampala, kigali, lagos,
    abuja, accra, dakar, bamako, niamey, kinshasa, luanda, harare, lusaka, johannesburg, cape town,
    pretoria, durban, london, manchester, birmingham, liverpool, leeds, edinburgh, glasgow, cardiff,
    belfast, dublin, paris, marseille, lyon, nice, strasbourg, brussels, antwerp, amsterdam,
    the hague, rotterdam, berlin, munich, hamburg, frankfurt, cologne, vienna, zurich, geneva, bern,
    davos, rome, milan, venice, vatican city, madrid, barcelona, lisbon, porto, athens, sofia,
    bucharest, belgrade, sarajevo, zagreb, ljubljana, pristina, skopje, tirana, budapest, prague,
    bratislava, warsaw, krakow, vilnius, riga, tallinn, helsinki, stockholm, oslo, copenhagen,
    reykjavik, kyiv, kiev, kharkiv, odesa, odessa, lviv, dnipro, chisinau, minsk, moscow,
    st. petersburg, tbilisi, yerevan, baku, astana, almaty, tashkent, bishkek, dushanbe, kabul,
    kandahar, islamabad, karachi, lahore, peshawar, new delhi, delhi, mumbai, kolkata, chennai,
    bengaluru, hyderabad, srinagar, kathmandu, dhaka, colombo, male, yangon, bangkok, phnom penh,
    hanoi, ho chi minh city, vientiane, kuala lumpur, singapore, jakarta, manila, beijing, shanghai,
    hong kong, taipei, seoul, pyongyang, tokyo, osaka, hiroshima, ulaanbaatar, canberra, sydney,
    melbourne, brisbane, perth, wellington, auckland, christchurch, suva, ottawa, toronto, montreal,
    vancouver, washington, new york, united nations, boston, philadelphia, baltimore, atlanta,
    miami, chicago, detroit, houston, dallas, austin, denver, phoenix, las vegas, los angeles,
    san francisco, san diego, seattle, portland, minneapolis, st. louis, new orleans, honolulu,
    brooklyn, monsey, lakewood, mexico city, havana, port-au-prince, kingston, san juan, panama city,
    bogota, caracas, quito, lima, la paz, santiago, buenos aires, montevideo, asuncion, brasilia,
    sao paulo, rio de janeiro, ירושלים, תל אביב, חיפה, באר שבע, אשדוד, אשקלון, עזה, القدس, غزة,
    القاهرة, بيروت, دمشق, عمان, بغداد, الرياض, رام الله
""")
"""Names that need no further sign of a dateline. A town that is not here is known by its capitals,
its date or its agency."""

NOT_PLACES = listed("""
    advertisement, alert, analysis, at a glance, background, big story, breaking, breaking news,
    caption, comment, commentary, correction, clarification, cover story, developing, editorial,
    editor's note, editors' note, exclusive, explained, explainer, fact check, factbox, feature,
    file, file photo, first person, flash, focus, gallery, highlights, in brief, in depth, in focus,
    in pictures, insight, interview, introduction, investigation, just in, key points, latest, live,
    live blog, long read, more, must read, news, news analysis, newsletter, note, notebook, obituary,
    op-ed, opinion, photo, photos, picture, podcast, poll, preview, profile, q&a, read, read more,
    recap, related, report, review, roundup, special report, sponsored, summary, the latest,
    timeline, top story, tv, update, updated, urgent, video, viewpoint, watch, weather, why it matters,
    world, by, from, wrap, wrapup, yes, no, q, a, question, answer, ap, cnn, fact, myth, claim, verdict
""")
"""What else stands before a dash or a colon, or alone in capitals under a headline."""

SECTIONS = listed("""
    world, news, national, international, politics, political, business, economy, economics, sport,
    sports, opinion, middle, east, mideast, israel, us, u.s., uk, u.k., europe, asia, africa,
    americas, local, community, breaking, exclusive, live, culture, arts, health, science,
    technology, tech, education, travel, weather, environment, climate, religion, lifestyle, life,
    food, law, crime, courts, region, regional, security, defence, defense, diplomacy, analysis,
    feature, features, urgent, bulletin, flash, alert, update, home, top, stories, latest, updates, desk, in-depth, investigation, special,
    report, the, and, &, of, from, coverage, section, blog, general
""")
"""The words that names of sections are made of."""

NOT_NAMES = listed("""
    what, why, how, who, when, where, the, a, an, key, more, this, that, these, those, top, in, on,
    at, for, with, by, is, are, was, were, will, can, could, should, has, have, new, read, watch,
    live, breaking, about, inside, after, before, as, all, no, not, our, your, its, their, his, her,
    they, we, you, it, if, but
""")
"""Words that open a heading, and neither a person's name nor a place's."""
