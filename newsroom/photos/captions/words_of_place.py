"""The words by which a caption says where: prepositions, nouns of places, and names that are none."""

import re

from newsroom.photos.captions.word_lists import listed

PREPOSITIONS = listed("""
    in at near outside inside over above across off on along around toward towards into through
    throughout beside between under beneath below behind opposite within atop beyond via overlooking facing
""")
SEEN_FROM = listed("""
    seen viewed view pictured photographed fired launched rises rise rising taken flee flees fleeing
    depart departs leave leaves away return returns smoke far visible shot across
""")
"""Before "from" and a name: the name is a place and not where somebody comes from."""

PLACE_NOUNS = listed("""
    airport alley apartment area arena avenue balcony bank barrier base basin bay beach bedside bench
    block border boulevard bridge building bunker bus cabin cafe camp campus canal capital car carriage
    castle cave cemetery center centre chamber checkpoint church city classroom clinic coast corridor
    country court courthouse courtroom courtyard crossing crossroads desert district dock embassy
    entrance factory farm fence field forest fort fortress mount gallery garden gate grave graveyard ground
    grounds hall harbor harbour headquarters heights highway hill hillside home hospital hotel house
    intersection island junction jungle kitchen lake library lobby market marketplace mill mine mosque
    mountain museum neighborhood neighbourhood northern office outpost palace park parking parliament
    path pier pitch plant plateau platform playground plaza podium police pool port post prison
    promenade quarter quay rail railway ranch range region residence restaurant ridge river road
    roadside roof rooftop room rooms ruins runway school sea seafront seaside shelter ship shop shore
    shul site square stadium stage station store strait street streets studio suburb summit synagogue
    temple terminal terrace theater theatre tower town train trench tunnel university valley village
    wall warehouse waters waterfront wharf woods workshop yard yeshiva yeshivah zone beis kotel ward
    parish outskirts skies sky rubble scene spot strip heights lawn driveway porch barracks bakery supermarket
""")
NO_PLACES = listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    english hebrew arabic french german russian yiddish spanish ukrainian persian farsi turkish
    facebook twitter instagram telegram youtube x tiktok zoom
    christmas easter ramadan eid passover pesach purim sukkot sukkos shavuot shavuos chanukah hanukkah
    shabbat shabbos rosh yom lag tisha islam judaism christianity world covid
    president prime minister mr mrs ms dr rabbi rav gen lt col maj sgt capt sen rep gov king queen prince
    secretary chancellor mayor judge chief pope former acting deputy vice senator governor
    independence memorial new
""")
"""Capitalised words that follow "in", "on" or "near" and are no place; "New" is judged by the next."""

KNOWN = re.compile(
    r"(?<!\bof )\b(?:Afghanistan|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Belarus|Belgium|Brazil|"
    r"Britain|Canada|China|Cyprus|Denmark|Egypt|England|Ethiopia|Finland|France|Georgia|Germany|Greece|"
    r"Hungary|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Japan|Jordan|Kuwait|Lebanon|Libya|Mexico|"
    r"Morocco|Netherlands|Nigeria|Norway|Pakistan|Poland|Qatar|Romania|Russia|Saudi Arabia|Scotland|"
    r"Somalia|South Africa|Spain|Sudan|Sweden|Switzerland|Syria|Taiwan|Tunisia|Turkey|Ukraine|United "
    r"Kingdom|United States|Yemen|Yerushalayim|Jerusalem|Tel Aviv|Haifa|Ashdod|Ashkelon|Beersheba|"
    r"Be’er Sheva|Beer Sheva|Bnei Brak|Beit Shemesh|Chevron|Hebron|Tzfas|Safed|Tiberias|Eilat|Sderot|"
    r"Netanya|Gaza(?: City| Strip)?|West Bank|Ramallah|Beirut|Damascus|Cairo|Amman|Tehran|Baghdad|Riyadh|"
    r"Doha|Dubai|Istanbul|Ankara|Moscow|Kyiv|Kiev|London|Paris|Berlin|Vienna|Rome|Madrid|Brussels|Geneva|"
    r"Warsaw|Budapest|Prague|Athens|Washington|New York|Brooklyn|Monsey|Lakewood|Chicago|Los Angeles|"
    r"Miami|Boston|Toronto|Montreal|Beijing|Tokyo|Delhi|Mumbai|Sydney|Melbourne|Johannesburg)\b"
)
"""Places that say where without a preposition: "Tel Aviv's skyline", "Washington, D.C."."""
