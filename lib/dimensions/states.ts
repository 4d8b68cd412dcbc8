/** Names of states and territories as filings print them, lower case, with their postal codes. */
const codeByName = new Map([
  ['alabama', 'AL'],
  ['alaska', 'AK'],
  ['arizona', 'AZ'],
  ['arkansas', 'AR'],
  ['california', 'CA'],
  ['colorado', 'CO'],
  ['connecticut', 'CT'],
  ['delaware', 'DE'],
  ['district of columbia', 'DC'],
  ['florida', 'FL'],
  ['georgia', 'GA'],
  ['hawaii', 'HI'],
  ['idaho', 'ID'],
  ['illinois', 'IL'],
  ['indiana', 'IN'],
  ['iowa', 'IA'],
  ['kansas', 'KS'],
  ['kentucky', 'KY'],
  ['louisiana', 'LA'],
  ['maine', 'ME'],
  ['maryland', 'MD'],
  ['massachusetts', 'MA'],
  ['michigan', 'MI'],
  ['minnesota', 'MN'],
  ['mississippi', 'MS'],
  ['missouri', 'MO'],
  ['montana', 'MT'],
  ['nebraska', 'NE'],
  ['nevada', 'NV'],
  ['new hampshire', 'NH'],
  ['new jersey', 'NJ'],
  ['new mexico', 'NM'],
  ['new york', 'NY'],
  ['north carolina', 'NC'],
  ['north dakota', 'ND'],
  ['ohio', 'OH'],
  ['oklahoma', 'OK'],
  ['oregon', 'OR'],
  ['pennsylvania', 'PA'],
  ['puerto rico', 'PR'],
  ['rhode island', 'RI'],
  ['south carolina', 'SC'],
  ['south dakota', 'SD'],
  ['tennessee', 'TN'],
  ['texas', 'TX'],
  ['utah', 'UT'],
  ['vermont', 'VT'],
  ['virginia', 'VA'],
  ['washington', 'WA'],
  ['west virginia', 'WV'],
  ['wisconsin', 'WI'],
  ['wyoming', 'WY'],
  ['guam', 'GU'],
  ['virgin islands', 'VI'],
  ['american samoa', 'AS'],
  ['northern mariana islands', 'MP'],
  ['washington d.c.', 'DC'],
  ['washington, d.c.', 'DC'],
  ['washington dc', 'DC'],
  ['washington, dc', 'DC'],
  ['washington, district of columbia', 'DC'],
  ['d.c.', 'DC'],
  ['u.s. virgin islands', 'VI'],
])
const codes = new Set(codeByName.values())

/** Names cut short, without points and blanks; those of two letters are the postal codes with points. */
const codeByShortName = new Map([
  ['ala', 'AL'],
  ['alas', 'AK'],
  ['ariz', 'AZ'],
  ['ark', 'AR'],
  ['cal', 'CA'],
  ['calif', 'CA'],
  ['colo', 'CO'],
  ['conn', 'CT'],
  ['del', 'DE'],
  ['fla', 'FL'],
  ['ida', 'ID'],
  ['ill', 'IL'],
  ['ind', 'IN'],
  ['kan', 'KS'],
  ['kans', 'KS'],
  ['mass', 'MA'],
  ['mich', 'MI'],
  ['minn', 'MN'],
  ['miss', 'MS'],
  ['mont', 'MT'],
  ['nebr', 'NE'],
  ['neb', 'NE'],
  ['nev', 'NV'],
  ['nmex', 'NM'],
  ['ndak', 'ND'],
  ['okla', 'OK'],
  ['ore', 'OR'],
  ['oreg', 'OR'],
  ['penn', 'PA'],
  ['penna', 'PA'],
  ['sdak', 'SD'],
  ['tenn', 'TN'],
  ['tex', 'TX'],
  ['wash', 'WA'],
  ['wva', 'WV'],
  ['wis', 'WI'],
  ['wisc', 'WI'],
  ['wyo', 'WY'],
])

const inCapitals = (name: string) =>
  name.replace(/\b[a-z]/g, letter => letter.toUpperCase()).replace(/\bOf\b/, 'of')

/** States and territories by their postal codes, each under the first of its names. */
export const nameByCode: ReadonlyMap<string, string> = new Map(
  [...codeByName].toReversed().map(([name, code]) => [code, inCapitals(name)]),
)

const REGION =
  /^(northern|southern|north|south) california$|^california\s*[-–(,]?\s*\(?(north|south)(ern)?\)?$/
const RESIDUAL = /^(all |any )?other(s|\b)|^remaining\b|^balance of\b|^rest of\b/

/** `06 California`, `6. California`: the number of a list, or that of the state in lists of the census. */
const NUMBERED = /^\d{1,2}[.)]? +(?=[A-Za-z])/
const STATE_OF = /^(?:state|commonwealth) of /
/** `CA - California`, `CA California` */
const CODE_FIRST = /^([A-Z]{2}) ?[-–—:,/(]? ?([A-Za-z][A-Za-z. ]+)\)?$/
/** `California (CA)`, `California, CA` */
const CODE_LAST = /^([A-Za-z][A-Za-z. ]*[a-z.A-Z]) ?[-–—:,/(] ?([A-Z]{2})\)?$/

/**
 * The two-letter postal code of a row label, `other` for a row that gathers the states not named, else null.
 *
 * > Other (less than 2%)                  → other
 * > California, NY, N.J., Calif.          → CA, NY, NJ, CA
 * > CA - California, California (CA)      → CA, where both are the same state
 * > 06 California                         → CA
 */
export function readStateCode(label: string): string | null {
  const printed = label.trim()
  // Figures and signs: what begins with none of the letters is no name.
  if (printed.charCodeAt(0) < 65) {
    const name = printed.replace(NUMBERED, '')
    return name === printed ? null : readNamed(name)
  }
  return readNamed(printed)
}

function readNamed(printed: string): string | null {
  if (codes.has(printed)) return printed
  const name = printed.toLowerCase().replace(STATE_OF, '')
  const code = codeByName.get(name)
  if (code !== undefined) return code
  if (REGION.test(name)) return 'CA'
  return RESIDUAL.test(name) ? 'other' : (readShortened(name) ?? readTwice(printed))
}

/** `N.J.`, `Calif.`, `W. Va.`; without a point, such letters are words. */
function readShortened(name: string): string | null {
  if (!name.includes('.')) return null
  const letters = name.replace(/[. ]/g, '')
  const code = letters.length === 2 ? letters.toUpperCase() : codeByShortName.get(letters)
  return code !== undefined && codes.has(code) ? code : null
}

/** A name and a code beside each other that are of one state. */
function readTwice(printed: string): string | null {
  const [, ahead, behind] = CODE_FIRST.exec(printed) ?? []
  const [, before, last] = CODE_LAST.exec(printed) ?? []
  const code = ahead ?? last
  const name = behind ?? before
  if (code === undefined || name === undefined || !codes.has(code)) return null
  return codeByName.get(name.toLowerCase().trim()) === code ? code : null
}

const PLACES =
  /\b(?:north|south|east|west|mid|central|northern|southern|eastern|western|northeast|southeast|northwest|southwest|midwest|pacific|mountain|atlantic|new england|great lakes|plains|coast|region|national|nationwide|international|foreign|united states|u\.?s\.?a?|canada|mexico|europe|asia|australia|united kingdom|england|scotland|wales|ireland|germany|france|japan|ontario|quebec|alberta|british columbia|manitoba|nova scotia|new brunswick|saskatchewan|newfoundland)\b/i
const NAMES = new RegExp(
  `\\b(?:${[...codeByName.keys()].map(name => name.replaceAll('.', '\\.')).join('|')})\\b`,
  'i',
)

/**
 * Does a label name a state or a country, a region of either, or a part of a state, as tables of states do?
 *
 * > New England     South Florida     Canada     → yes
 * > Portland        Los Angeles County           → no
 */
export function isLikeState(label: string): boolean {
  return readStateCode(label) !== null || PLACES.test(label) || NAMES.test(label)
}
