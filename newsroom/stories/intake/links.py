"""What a site puts around a story to lead its readers on: links, sharing, menus, comments, tags."""

from newsroom.photos.credit_words import listed
from newsroom.stories.intake.rule import Rule, Sweep

LINKS = (
    Rule(
        "a link to another story",
        r"""
        (?:read|see|find out|learn|discover|watch|view|show|load|click for|get) more(?: (?:here|below|about|on|from|at|in|stories|news|of)…)?
        (?:read|see|find out|learn|discover|watch) more ?[:>|-]…
        (?:read|see|view) (?:the )?(?:full|original|whole|entire|next|previous|complete) (?:article|story|report|text|post|interview|coverage|version|statement)…
        (?:next|previous|older|newer|earlier)(?: (?:article|story|post|up|page))?(?: ?[:>»-] …)?
        (?:click|tap|press) (?:here|to|for|on|the link|below)…
        (?:for more|for the latest|follow (?:the|our) (?:latest|live)) .{0,60}(?:visit|click|go to|see|news|here|coverage|blog|updates|check)…
        (?:à )?lire aussi…|lire la suite…|lesen sie auch…|mehr zum thema…|weiterlesen…|lea también…|leggi anche…|lees ook…
        (?:קראו|קראו גם|קרא עוד|קרא גם|לכתבה המלאה|כתבות נוספות)…
        (?:اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد)…
        the post .{1,200} appeared first on…
        """,
    ),
    Rule(
        "a list of links",
        r"""
        related(?: (?:stories|story|articles?|content|news|coverage|topics|posts?|reading|links?|video|videos|items))?
        more (?:from|on|in|about) .{1,60}
        more (?:stories|news|headlines|coverage|to read|like this)…
        (?:most|our most) (?:read|popular|viewed|shared|commented|recent)…
        (?:recommended|suggested|selected|picked)(?: (?:for you|stories|articles|reading|videos|by …))?
        you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)…
        (?:trending|popular|hot)(?: (?:now|today|stories|posts|topics|news|articles|on .{0,40}))?
        (?:editors?'?s?'?|our|today's) (?:picks?|choice|selection)
        (?:today's )?(?:top|latest|recent|other|similar) (?:stories|story|news|headlines|articles|posts|videos|updates)(?: (?:from|in|on|today|about|this) …)?
        (?:up|read|what to read|watch|coming up) next
        (?:in case you missed (?:it|this)|icymi|don't miss|must[- ]reads?|also read|see also|read also|also in the news|elsewhere)
        (?:from )?(?:around|across) the (?:web|site|network|world)
        (?:from our (?:partners|sponsors)|promoted (?:stories|links)|sponsored (?:stories|links))
        """,
        Sweep.LINKS,
    ),
    Rule(
        "a prompt to follow",
        r"""
        (?:follow|like|find|join|watch|connect with|add) (?:us|me|him|her|them|@\S+|our .{0,40}) (?:on|at|via|as)…
        follow (?:us|@\S+|this (?:story|topic|author)|.{1,60} on (?:twitter|x|facebook|instagram|telegram|whatsapp|tiktok|linkedin|youtube|google news|threads|bluesky)\b.{0,60})
        (?:follow|unfollow|following|followers)
        (?:follow|find|read|see) .{1,60}(?:coverage|reporting|stories|work) (?:at|on|here|of)…
        \S+(?: \S+){0,4} (?:can be reached|may be reached|is reachable) (?:at|via|on|by)…
        (?:email|contact|write to|reach|message) (?:the )?(?:author|reporter|writer|editors?|newsroom|us|him|her|them|\S+ \S+) at …[@\d]…
        (?:contact|write to|talk to|e-?mail) (?:us|the (?:author|editors?|newsroom|reporter|writer))…
        """,
    ),
    Rule(
        "reader comments",
        r"""
        (?:\d[\d,.]* |no |view |show |see |read |all |hide |load |add |post |view all )*(?:\d[\d,.]* )?comments?(?: ?\(?\d[\d,.]*\)?)?
        comments? (?:are|is|have been) (?:now )?(?:closed|disabled|off)…
        (?:be the first to|add your|write a|share your|what do you think|have your say|tell us what you)…
        join the (?:conversation|discussion|debate)…
        (?:reply|replies|report abuse|flag comment|notify of)
        תגובות…
        """,
        Sweep.LINKS,
    ),
    Rule(
        "reader comments",
        r"(?:leave|post|submit) a (?:reply|comment|response)…",
        Sweep.REST,
    ),
    Rule(
        "a portrait of the writer",
        r"about the (?:author|writer|reporter|contributor)s?…",
        Sweep.REST,
    ),
    Rule(
        "a row of tags",
        r"""
        (?:tags?|topics?|keywords?|categor(?:y|ies)|labels?|hashtags?|filed under|filed in|posted in|in this (?:article|story)|read more on|explore more(?: on(?: these topics)?)?|explore|more on)(?: ?:…| ?\| …)?
        """,
        Sweep.LINKS,
    ),
)

TITLED_LINKS = (
    Rule(
        "a link to another story",
        r"""
        (?:more|read|read more|also read|read also|read next|see also|see|watch|listen|related|related (?:story|article|coverage)|in pictures|gallery|don't miss|must[- ]read|recommended|go deeper|also|here)(?: ?[|:>»]| -) ?.{8,200}
        """,
    ),
)
"""Told only under a headline: "Watch: ..." may be one."""

LOOSE_LINKS = (
    Rule(
        "a link to another story",
        r"""
        (?:video|podcast|live|live updates|analysis|opinion|explainer|explained|fact check|timeline|interactive|map|background|profile|interview|editorial|comment|factbox|quiz|newsletter|exclusive)(?: ?[|:>»]| -) ?.{8,200}
        """,
    ),
)
"""Told only under a headline, and where the line is no sentence."""

SHARE_WORDS = listed("""
    share, shared, tweet, facebook, twitter, x, whatsapp, telegram, email, e-mail, mail, print,
    copy, link, linkedin, reddit, pinterest, save, comment, comments, gift, listen, like, post, pin,
    bookmark, flipboard, messenger, sms, threads, bluesky, instagram, youtube, tiktok, viber, line,
    wechat, pocket, tumblr, url, copied, font, size, aa, a+, a-, resize, subscribe, follow, google,
    news, teilen, drucken, partager, imprimer, compartir, שתפו, שתף, שיתוף, הדפסה, وואטסאפ, شارك
""")
SHARE_JOINTS = listed("""
    this, article, story, page, on, via, to, by, with, a, friend, more, or, options, &, +, and
""")
