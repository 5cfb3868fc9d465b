"""What stands around copy on a page or on the wire: menus, players, rights, end marks, mail."""

from newsroom.stories.intake.rule import Rule, Sweep

MARGINS = (
    Rule(
        "a part of the site's menu",
        r"""
        (?:home|menu|search|close|open menu|main menu|sections|top|back to top|back|skip to (?:main |the )?(?:content|navigation|footer)…|site ?map|e-?paper|print edition|today's paper|archives?)
        (?:contact(?: us)?|about(?: us)?|careers|help|faqs?|advertise(?: with us)?|accessibility…|feedback|rss)
        (?:privacy|terms)(?: (?:policy|notice|statement|of (?:use|service)|& conditions|and conditions|& privacy|settings))?
        (?:breaking news|latest news|news|live|live updates|live blog|show me later|dark mode|light mode|text size|font size|reader view|weather|e-?edition|classifieds|obituaries)
        (?:show|view|load|see) (?:more|all|less|full)
        (?:more|expand|collapse|options|settings|language|english|translate)
        (?:search for|type|press) .{0,30}(?:enter|search|escape|esc).{0,40}
        """,
    ),
    Rule(
        "a placeholder for what loads later",
        r"""
        loading…
        (?:please )?(?:wait|enable javascript|turn on javascript|try again)…
        javascript (?:is|must|seems)…|your browser (?:does not|doesn't|is)…
        (?:an error|something went wrong|this (?:video|content|media) (?:is|cannot|can't|could not|isn't))…
        (?:unmute|mute|replay|play|pause|video player|audio player|media player|fullscreen|full screen|picture-in-picture|transcript|embed)
        (?:play|watch|view|listen to) (?:this |the )?(?:video|audio|clip|live|article|story|now|episode)…
        (?:listen|watch)(?: now| live| here)?(?: ?\(?[\d:]+(?: min(?:utes?|s)?)?\)?)?
        (?:audio|video)(?: (?:duration|unavailable|caption|ad|quality|by))?…?
        this (?:audio|article|text|content|story) (?:is|was|has been) (?:auto|automatically|machine|ai)[- ]…
        \d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d(?::\d\d)?)?
        media caption|spot_img
        """,
    ),
    Rule(
        "a counter or button of a gallery",
        r"""
        (?:(?:photos?|images?|pictures?|slides?|items?|figure) )?\d{1,3} ?(?:of|/|out of) ?\d{1,3}(?: (?:photos?|images?|pictures?|slides?))?
        (?:\d{1,3}|view|see|all|show|more|open) ?(?:\d{1,3} )?(?:photos?|images?|pictures?|gallery|slideshow)
        (?:photo|image|picture)? ?(?:gallery|slideshow)|photos?|images?|pictures?|captions?
        (?:hide|toggle|show|view|open|close|read|more|full) caption
        \d{1,3} view gallery
        (?:enlarge|expand|open|view|zoom|see)(?: this| the)? (?:image|photo|picture|fullscreen|larger)…
        (?:open|view|click|tap) (?:image|photo|this|to|in) (?:in|enlarge|expand|zoom|full)…
        cid:\S+|\S+\.(?:jpe?g|png|gif|webp|heic|tiff?)(?: ?\(?[\d.]+ ?[km]b\)?)?
        (?:image|photo|picture|video|graphic|logo|attachment)(?: (?:attached|removed|here|placeholder|\d+))
        """,
    ),
    Rule(
        "the label of a summary or of a list",
        r"""
        (?:summary|companies|key (?:points|takeaways|facts)|at a glance|in brief|in short|highlights|topline|the gist|bottom line|quick read|the essentials)
        """,
    ),
    Rule(
        "a line about rights",
        r"""
        (?:©|\(c\)|c\)|copyright)(?: ?©)? ?(?:\(c\) ?)?(?:by )?(?:\d{4}|all rights|the|this|reserved)…
        .{0,120}all rights (?:are )?reserved…
        (?:this|the|our) (?:material|content|article|story|text|report) (?:may not|cannot|must not) be (?:published|reproduced|copied|used|republished)…
        (?:our standards|the thomson reuters trust principles|thomson reuters)…
        (?:purchase|acquire|buy) (?:licensing|reprint|republishing) rights…
        (?:opens (?:in )?(?:a )?new (?:tab|window)|reuse (?:this )?content|reprints?|rights (?:and|&) permissions?|request reprint…|license this…|get permission…)
        this article is more than…
        (?:this (?:article|story) )?(?:appeared|was published|appears) in (?:the )?.{0,60}(?:print|edition|issue)\b.{0,120}
        (?:report|found|see|spot|suggest) (?:a|an) (?:typo|error|mistake|correction|problem)…
        (?:was this|did you find this|how useful)…(?:helpful|useful|interesting|article)…
        (?:do you |have (?:you )?|got )(?:have )?(?:a |any )?(?:news )?(?:tips?|story|question|information)(?: about|\?| for us|,)?…(?:contact|email|e-mail|write|reach|tell|send|@|call)…
        """,
    ),
    Rule(
        "an end mark or a note of the wire",
        r"""
        (?:30|ends?|more|mf|end of (?:story|article|text)|the end|end/?it|ends/?all)
        (?:eds?|editors?|desk|note to editors?|notes? for editors?|to editors?|advisory):…
        for (?:immediate|general) (?:release|use)…
        (?:(?:media|press|editorial) )?contacts?(?: info(?:rmation)?)?: .{1,160}
        [a-z]{2,4}-[a-z]{2}-\d\d-\d\d-\d\d \d{4}[a-z]{3}
        (?:slug|desk|category|priority|version|word ?count|words|length|file|urgency|keyword|edition|page|cci|story id)s?: .{0,80}
        \d[\d,]* words?|word count \d+
        """,
    ),
    Rule(
        "a line of a mail",
        r"""
        (?:best|kind|warm|many|with best|with kind|my best)?,? ?(?:regards|wishes|thanks)…
        (?:thanks|thank you|thx|cheers|yours|sincerely|all the best|best|respectfully|take care)(?: (?:again|so much|very much|in advance|and .{0,30}|sincerely|truly|faithfully))*
        (?:sent|get|envoyé|gesendet|enviado) (?:from|depuis|von|outlook|desde) …
        (?:sent via|this e-?mail|this message|confidentiality|disclaimer)…(?:confidential|intended|privileged|recipient|virus|notice)…
        (?:tel|phone|mobile|cell|fax|office|m|t|whatsapp) ?[:.]? ?\+?[\d ()./-]{6,24}
        """,
        Sweep.LINKS,
    ),
)

EMBARGO = Rule(
    "an embargo",
    r"""
    (?:strictly |under )*embargo(?:ed)?…
    (?:not |do not |hold )(?:for |publish |release |until )…(?:before|until|release|\d)…
    """,
)
