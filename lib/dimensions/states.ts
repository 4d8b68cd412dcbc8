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

/** States and territories by their postal codes, each under the first of its names, in lower case. */
export const nameByCode: ReadonlyMap<string, string> = new Map(
  [...codeByName].toReversed().map(([name, code]) => [code, name]),
)

const REGION =
  /^(northern|southern|north|south) california$|^california\s*[-–(,]?\s*\(?(north|south)(ern)?\)?$/
const RESIDUAL = /^(all |any )?other(s|\b)|^remaining\b|^balance of\b|^rest of\b/

/**
 * The two-letter postal code of a row label, `other` for a row that gathers the states not named, else null.
 *
 * > Other (less than 2%)   → other
 * > California, NY         → CA, NY
 */
export function readStateCode(label: string): string | null {
  const printed = label.trim()
  // Figures and signs: what begins with none of the letters is no name.
  if (printed.charCodeAt(0) < 65) return null
  if (codes.has(printed)) return printed
  const name = printed.toLowerCase()
  const code = codeByName.get(name)
  if (code !== undefined) return code
  if (REGION.test(name)) return 'CA'
  return RESIDUAL.test(name) ? 'other' : null
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
