"""The adjectives of nations, each with the code of its country; languages and regions have none."""

from newsroom.wire.attribution.tables import word_set

_BY_COUNTRY = """
AE Emirati|AF Afghan|AL Albanian|AM Armenian|AR Argentine Argentinian|AT Austrian|AU Australian
AZ Azerbaijani|BA Bosnian|BD Bangladeshi|BE Belgian|BG Bulgarian|BH Bahraini|BO Bolivian
BR Brazilian|BY Belarusian|CA Canadian|CH Swiss|CL Chilean|CN Chinese|CO Colombian|CU Cuban
CY Cypriot|CZ Czech|DE German|DK Danish|DZ Algerian|EE Estonian|EG Egyptian|ES Spanish
ET Ethiopian|FI Finnish|FR French|GB British English Scottish Welsh U.K. UK|GE Georgian|GH Ghanaian
GR Greek|HK Hongkong|HR Croatian|HU Hungarian|ID Indonesian|IE Irish|IL Israeli Hebrew|IN Indian
IQ Iraqi|IR Iranian|IS Icelandic|IT Italian|JO Jordanian|JP Japanese|KE Kenyan|KP North-Korean
KR Korean|KW Kuwaiti|KZ Kazakh|LB Lebanese|LT Lithuanian|LV Latvian|LY Libyan|MA Moroccan
MX Mexican|MY Malaysian|NG Nigerian|NL Dutch|NO Norwegian|NP Nepali|NZ Zealand|OM Omani
PE Peruvian|PH Philippine Filipino|PK Pakistani|PL Polish|PS Palestinian Gazan|PT Portuguese
QA Qatari|RO Romanian|RS Serbian|RU Russian|SA Saudi|SD Sudanese|SE Swedish|SG Singaporean
SI Slovenian|SK Slovak|SO Somali|SY Syrian|TH Thai|TN Tunisian|TR Turkish|TW Taiwanese
UA Ukrainian|UG Ugandan|US American U.S. US|UY Uruguayan|VE Venezuelan|VN Vietnamese|YE Yemeni
ZA South-African
"""

COUNTRY_OF = {
    adjective: entry.split()[0]
    for entry in _BY_COUNTRY.replace("\n", "|").split("|")
    if entry.strip()
    for adjective in entry.split()[1:]
}

OF_NO_COUNTRY = word_set("""
    Arab Arabic Arabic-language Hebrew-language English-language Persian Kurdish Western
    European Asian African Latin South North East West Jewish Muslim Catholic Christian Islamic
    Hispanic Gulf Balkan Nordic Scandinavian Soviet Houthi Hamas Hezbollah Taliban Sunni Shiite
    Orthodox Druze Bedouin Tibetan Catalan Basque Flemish EU UN
""")

ADJECTIVES = frozenset(COUNTRY_OF) | OF_NO_COUNTRY
