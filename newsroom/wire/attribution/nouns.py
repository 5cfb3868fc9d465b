"""The nouns of reporting: what an outlet publishes, who works for it, what can assert something."""

from newsroom.wire.attribution.tables import word_set

REPORT_NOUNS = word_set("""
    report reports reporting investigation investigations analysis analyses story stories
    article articles poll polls survey surveys account accounts exclusive scoop tally count
    documentary dispatch dispatches editorial broadcast broadcasts footage bulletin exposé
    expose coverage review reconstruction data database probe inquiry column feature profile
    item piece page headline headlines newscast programme program podcast video videos images
    photographs calculations estimate estimates projection segment timeline obituary blog
    livestream transcript translation leak revelations revelation findings fact-check
""")
OWN_REPORTS = word_set("""
    report reports reporting investigation investigations analysis story stories article
    articles poll polls survey account accounts exclusive scoop tally count footage documentary
    dispatch dispatches exposé revelation revelations findings estimate estimates projection
    calculations probe fact-check
""")
"""An outlet's, these assert something by themselves; a programme or a column may only be on."""

INTERVIEW_NOUNS = word_set("""
    interview interviews comments remarks conversation conversations discussion appearance
    appearances op-ed opinion column essay commentary exchange exchanges briefing chat
""")
STATEMENT_NOUNS = word_set("""
    statement statements message messages email emails e-mail e-mails letter letters text texts
    note response responses reply replies answer answers confirmation call
""")
COMMISSIONED = word_set("poll polls survey surveys")
"""Made for an outlet these are its own; a report or an analysis for it is for its board."""
OF_A_COMPANY = word_set("""
    annual quarterly financial earnings employment police company medical autopsy
""")
"""A report with one of these before it is about the outlet's business, or is not its own."""

JOURNALISTS = word_set("""
    eyewitness
    reporter reporters correspondent correspondents journalist journalists photographer
    photographers columnist columnists commentator commentators analyst cameraman crew team
    teams witness stringer newsroom anchor anchorman host presenter writer writers blogger
    interviewer bureau crews viewers listeners readers
""")
"""An outlet's own people: what they report, it reports."""

OFFICERS = word_set("""
    spokesman spokeswoman spokesperson spokespeople spokespersons editor editors publisher owner
    owners chief executive president director chairman chairwoman head boss founder lawyer
    lawyers shareholder shareholders staff employee employees management board union
    representative representatives company group parent chair intern veteran guild director-general editor-in-chief co-founder
    vice-president sister rival competitor
""")
"""Those who speak about an outlet, not for what it reports."""

ASSERTING_NOUNS = (
    REPORT_NOUNS
    | INTERVIEW_NOUNS
    | STATEMENT_NOUNS
    | word_set("""
        claim claims allegation allegations photo photos photograph photographs image picture
        pictures recording recordings audio document documents memo memos transcripts letter
        list extract extracts excerpt excerpts details detail news quote quotes quotation
        findings figures figure numbers version text texts series clip clips tape tapes
        testimony accusation accusations information files file records cable cables email plan
        plans draft drafts number toll copy part map speech address conference newscast accounts
        announcement declaration warnings race election contest screenshots dossier
        correspondence chat chats proposal evidence rumours rumors confession names identity
        death will
    """)
)
"""What can be aired, seen or obtained and then stands for a statement."""

PRESENTING_NOUNS = word_set("book novel memoir crossword cartoon advert advertisement ad")

HEARSAY_ADVERBS = word_set("""
    reportedly allegedly purportedly supposedly rumoured rumored apparently ostensibly
""")
HEARSAY_NOUNS = word_set("reports report rumours rumors rumour rumor hearsay gossip talk")
ON_RECORD = word_set("police court medical official inspection intelligence annual government")
"""Reports of these are documents; bare reports, or unconfirmed ones, are hearsay."""

HEARSAY_PASSIVES = word_set("""
    said believed thought understood reported alleged rumoured rumored claimed known
""")

DOCUMENT_NOUNS = word_set("""
    document documents statement statements indictment indictments study studies report reports
    record records filing filings lawsuit lawsuits complaint complaints affidavit affidavits
    data figures statistics survey surveys poll polls census memo memos letter letters email
    emails transcript transcripts ruling rulings judgment judgement verdict decision order
    warrant warrants audit audits analysis review paper papers research notice text law bill
    contract contracts agreement charter constitution minutes article bulletin communique
    communiqué press release website site page book diary diaries autopsy inquiry forecast
    forecasts estimate estimates projections assessment findings message messages note notes
    draft drafts plan invoice invoices receipts footage video images photographs list register
    petition declaration resolution testimony deposition proposal brochure manual log logs
    archive archives tally count post posts tweet tweets announcement summary chart map registry
    investigation investigations probe editorial ledger cable cables dossier guidance guidelines
    advisory sign label plaque
""")
