/** The signs that no keyboard has a key for, each with its name. */
import { marksOf } from "./quotes";

export interface Character {
  readonly sign: string;
  readonly name: string;
  /** What is shown for a sign that cannot be seen. */
  readonly shown?: string;
}

export interface CharacterGroup {
  readonly title: string;
  readonly characters: readonly Character[];
}

const QUOTATION: Readonly<Record<string, string>> = {
  "“": "double quotation mark, high, 66",
  "”": "double quotation mark, high, 99",
  "‘": "single quotation mark, high, 6",
  "’": "apostrophe; single quotation mark, high, 9",
  "„": "double quotation mark, low",
  "‚": "single quotation mark, low",
  "«": "double angle quotation mark, left",
  "»": "double angle quotation mark, right",
  "‹": "single angle quotation mark, left",
  "›": "single angle quotation mark, right",
  "״": "Hebrew gershayim",
  "׳": "Hebrew geresh",
};

const NAMED: Readonly<Record<string, string>> = {
  Dashes: "– en dash|— em dash|‑ non-breaking hyphen|− minus|… ellipsis|· middle dot|• bullet",
  Fractions: "½ one half|⅓ one third|⅔ two thirds|¼ one quarter|¾ three quarters|⅛ one eighth|° degree|′ prime, minutes|″ double prime, seconds|× times|± plus or minus|² squared|³ cubed|№ numero|§ section|† dagger",
  Currency: "€ euro|£ pound|¥ yen or yuan|₪ shekel|₹ rupee|₽ rouble|₺ lira|₴ hryvnia|¢ cent",
  Letters:
    "á a acute|à a grave|â a circumflex|ä a diaeresis|ã a tilde|å a ring|æ ae|ç c cedilla|č c caron|ć c acute|é e acute|è e grave|ê e circumflex|ë e diaeresis|ę e ogonek|ğ g breve|í i acute|î i circumflex|ï i diaeresis|ı dotless i|ł l stroke|ñ n tilde|ń n acute|ó o acute|ô o circumflex|ö o diaeresis|õ o tilde|ø o stroke|œ oe|ř r caron|š s caron|ş s cedilla|ß sharp s|ú u acute|ù u grave|û u circumflex|ü u diaeresis|ý y acute|ž z caron|ż z dot|É E acute|Ö O diaeresis|Ü U diaeresis|Ç C cedilla|Ł L stroke|Š S caron",
};

const UNSEEN: CharacterGroup = {
  title: "Spaces and directions",
  characters: [
    { sign: "\u00a0", name: "non-breaking space", shown: "⍽" },
    { sign: "\u202f", name: "narrow non-breaking space", shown: "⍽" },
    { sign: "\u2009", name: "thin space", shown: "␣" },
    { sign: "\u200e", name: "left-to-right mark", shown: "LRM" },
    { sign: "\u200f", name: "right-to-left mark", shown: "RLM" },
  ],
};

function named(title: string): CharacterGroup {
  const characters = (NAMED[title] ?? "").split("|").map((one) => {
    const [sign = "", ...name] = one.split(" ");
    return { sign, name: name.join(" ") };
  });
  return { title, characters };
}

/** Every group, with the quotation marks of the desk before the others. */
export function characterGroups(kind: string): CharacterGroup[] {
  const signs = new Set([...marksOf(kind), ...Object.keys(QUOTATION)]);
  const quotation = [...signs].map((sign) => ({ sign, name: QUOTATION[sign] ?? "" }));
  return [
    { title: "Quotation marks", characters: quotation },
    named("Dashes"),
    UNSEEN,
    named("Fractions"),
    named("Currency"),
    named("Letters"),
  ];
}

/** Whether all the words stand in a sign's name, or it is the sign itself. */
export function isMeant({ sign, name }: Character, words: string): boolean {
  const wanted = words.trim().toLowerCase().split(/\s+/);
  return words.trim() === sign || wanted.every((word) => name.toLowerCase().includes(word));
}
