"""The words of photo credits: agencies, marks of an organisation, labels, and notes on a picture."""

import re


def listed(words: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in words.split(","))


AGENCIES = listed("""
    aap, afp, agence france-presse, agence france presse, alamy, anadolu, anadolu agency, ani, ansa,
    ap, associated press, the associated press, belga, bloomberg, bloomberg news, bbc, cbs, cnn,
    canadian press, the canadian press, corbis, dpa, efe, epa, epa-efe, european pressphoto agency,
    flash90, flash 90, getty, getty images, gpo, imago, imago images, jini, jns, jta, keystone,
    kyodo, kyodo news, lapresse, magnum photos, nbc, ntb, nurphoto, pa, pa images, pa media,
    pa wire, pexels, pixabay, press association, pti, press trust of india, reuters, ria novosti,
    rex features, scanpix, shutterstock, sipa, sipa usa, sputnik, swns, tass, tps, tps-il,
    ukrinform, unsplash, upi, usa today network, wikimedia, wikimedia commons, xinhua, yna, yonhap,
    zuma press, istock, depositphotos, adobe stock, facebook, twitter, instagram, telegram, youtube
""")
"""Names that are credited as they stand; in lower case. A name that is not here is judged by its
words, so the list need not be complete."""

PICTURE_AGENCIES = listed("""
    alamy, corbis, flash90, flash 90, getty, getty images, gpo, imago, imago images, jini, nurphoto,
    pexels, pixabay, pa images, pa wire, rex features, scanpix, shutterstock, sipa, sipa usa,
    unsplash, wikimedia, wikimedia commons, zuma press, istock, depositphotos, adobe stock
""")
"""Those that deliver pictures and no copy: their name beside a person's is never a byline."""

ORGANISATION_WORDS = listed("""
    agency, archive, archives, army, association, authority, bank, brigade, brigades, broadcasting,
    bureau, centre, center, channel, city, club, college, commission, committee, commons, company,
    corporation, corps, council, court, defence, defense, department, desk, embassy, federation, films,
    fire, force, forces, foundation, gallery, group, hospital, house, images, inc, institute, library,
    llc, ltd, magazine, media, ministry, movement, municipality, museum, nasa, nations, navy, network,
    news, newspaper, newspapers, office, officials, organisation, organization, parliament, party,
    photos, pictures, police, post, press, productions, radio, rescue, resources, school, service,
    services, society, spokesman, spokesperson, spokesperson's, staff, state, studio, studios,
    syndicate, television, times, tribune, tv, union, unit, university, video, zoo
""")

NOTES = listed("""
    file, file photo, file image, file picture, archive, archive photo, archive image, pool,
    pool photo, handout, handout photo, ho, illustrative, illustrative photo, illustration,
    screenshot, screengrab, screen grab, screen capture, video screenshot, courtesy, photo, photos,
    stock photo, undated, stf, stringer, tv out, photo illustration
""")
"""What stands where a name might and names nobody; kept in the credit, never taken as creator."""

NAME_PARTICLES = listed("""
    al, el, ben, bin, bint, ibn, abu, de, del, della, der, den, di, da, dos, du, la, le, las, los,
    van, von, ten, ter, y, e, zu, zur, af, av, and, &
""")

LABEL = re.compile(
    r"""
    (?: (?:main|lead|file|handout|illustrative|archive)\s+ )?
    (?: photo(?:graph)?s? | pictures? | pic | images? | foto | video | screenshot )
    (?: \s+ (?: credits? | source ) )?
    (?: \s*:\s* | \s+(?:taken\s+)?by\s*:?\s+ | (?<=source),\s+ | (?<=credit)\s*[—–-]\s* )
  | (?: photo\s+ )? credits? (?: \s*[:—–]\s* | \s*(?:\.{3}|…)\s* | \s+by\s+ | \s+to\s+ )
  | (?: photographed | photography | taken | shot ) \s+ by\s*:?\s+
  | photographer\s*:\s*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What only says that a credit follows; it is no part of the credit."""

GIVEN_BY = re.compile(
    r"(?:photo\s+|image\s+|picture\s+)?(?:courtesy(?:\s+of)?|provided\s+by|supplied\s+by|released\s+by)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
"""Who gave the picture, which is not who took it."""
