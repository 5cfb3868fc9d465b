"""The verbs of captions in their forms: which say that something happens, which that it happened."""

from newsroom.photos.captions.word_lists import listed

_REGULAR = listed("""
    accept address advance aim appear applaud approach argue arrive ask assess assist attack attend
    await bask battle beam bless block board bomb bow box brave burn call camp care carry cast
    celebrate chant charge chat check cheer clap clash clean clear climb collect comfort compete
    confront console cook count cover cross crowd crouch cry cuddle dance deliver demand demonstrate
    depart deploy descend destroy detain dig direct discuss disembark display distribute drape drop
    dump embark embrace emerge enjoy enter escort evacuate examine exchange exercise exit explode
    explain express extinguish face fill film fire fish flank flash float follow gather gaze gesture
    glance glide greet guard guide gush hand hail harvest head help hike hoist honor honour hover
    hug huddle illuminate inspect intercept interview invade issue jog join joke jump kick kiss
    knock land laugh launch lay_ leap lean lift light line listen load lock look loom lower march
    mark mingle monitor mourn move navigate nod observe occupy offer open operate overlook pack
    paddle paint parade park participate pass patrol perform phone pick pilot place plant play plead
    point pose pour practice practise pray prepare present press protest pull push queue race rain
    raise rally reach react receive recite recover release remain remember remove repair rescue
    respond rest return reveal roll rush sail salute scan scream scuffle search shield shop shout
    shove show shovel shelter sign sit_ skate ski smile smoke soar sort spray sprint squat stack
    stage stare start stay step stop stretch stroll struggle study surround survey survive swim_
    talk target taste tend testify thank threaten tie tour touch tour train travel trek try turn
    unveil use vandalize view visit wade wait wail walk wander warn wash watch wave weigh welcome
    whisper win_ wipe work worship wrap yell announce arrest attempt award ban capture change chase
    claim close coach collapse command comment complete concede condemn conduct confirm contain
    continue crash damage decorate defeat denounce enforce erupt flee_ flood fold gain grab handle
    hope host injure kill lecture limp lob manage meet_ miss name need note oversee pledge pledge
    preach question reject resign retrieve rule score seal seize serve settle shoot_ sing_ slam
    speed stock storm stream suffer support tackle tear_ toast topple toss tower trail treat urge
    vote vow want trickle spill ripple shine_ bloom graze perch dock moor reflect mirror line
    overtake chart dine knit sew sketch sculpt
""")
_IRREGULAR = listed("""
    stand:stood sit:sat hold:held go:went give:gave take:took see:saw shoot:shot fall:fell rise:rose
    run:ran meet:met speak:spoke lead:led make:made win:won lose:lost find:found keep:kept come:came
    become:became begin:began bring:brought buy:bought build:built catch:caught draw:drew
    drive:drove eat:ate fight:fought fly:flew hang:hung know:knew pay:paid ride:rode send:sent
    sing:sang sleep:slept strike:struck sweep:swept teach:taught throw:threw wear:wore write:wrote
    shake:shook hide:hid break:broke blow:blew choose:chose weep:wept kneel:knelt say:said tell:told
    leave:left bear:bore bend:bent bite:bit cling:clung creep:crept deal:dealt dig:dug drink:drank
    feed:fed feel:felt flee:fled forget:forgot freeze:froze get:got grow:grew hear:heard leap:leapt
    lend:lent lie:lay mean:meant ring:rang sell:sold shine:shone sink:sank slide:slid spend:spent
    spin:spun spring:sprang steal:stole stick:stuck swear:swore swim:swam swing:swung tear:tore
    think:thought wake:woke light:lit overlook:overlooked undergo:underwent withdraw:withdrew
    lay:laid put:put set:set hit:hit cut:cut read:read let:let shut:shut spread:spread cast:cast
""")
STRONG = listed("""
    was were had did wasn't weren't hadn't didn't wasn’t weren’t went stood sat gave took saw fell
    rose ran spoke came became began drove drew rode sang shook broke chose knew ate swam wept knelt
    slept wore wrote threw flew blew hid said fled drank froze got grew rang sank slid sprang stole
    swore tore woke underwent withdrew bore clung crept felt thought forgot shone told lost
""")
"""Past forms that are no participle behind a noun: wherever one stands, something happened."""

BE_AND_HAVE = listed("""
    is are am has have does do isn't aren't hasn't haven't doesn't don't isn’t aren’t hasn’t haven’t
    doesn’t don’t can may will must might could should would cannot
""")


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


_BASES = {one for one in _REGULAR if not one.endswith("_")} | {
    one.partition(":")[0] for one in _IRREGULAR
}
BASES = frozenset(_BASES)
THIRD = frozenset(_third(base) for base in _BASES)
WEAK = frozenset(one.partition(":")[2] for one in _IRREGULAR) - STRONG - BASES
"""Past forms that are participles too: "shot", "held", "built"."""
ADJECTIVES = listed("""
    armed masked wounded injured hooded bearded crowded veiled bloodied seated united red sacred
    naked wicked rugged beloved hundred kindred indeed speed bed shed sled need seed feed weed breed
    ultra-red so-called aged retired handcuffed blindfolded uniformed displaced overcrowded
    unidentified undated old-fashioned limited advanced kidnapped accused convicted suspected
    alleged elected appointed
""")
"""Words in -ed that stand before a noun or are none of a verb."""


def is_past_form(word: str) -> bool:
    """Whether it may be a past tense or a participle."""
    return word in WEAK or (len(word) > 4 and word.endswith("ed") and word not in ADJECTIVES)  # noqa: PLR2004
