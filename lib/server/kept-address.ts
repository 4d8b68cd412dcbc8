/** A page that is kept once it is drawn: its path, which is all that it depends on besides the deal. */
export type KeptAddress = { path: string; slug: string }

/**
 * The page that an address leads to, where it is one of those that are kept; null for any other, which is drawn for whoever asks.
 * Only addresses as pages print them count: one written otherwise could lead elsewhere than it seems here.
 *
 * > /deals/{slug}, /deals/{slug}/ledger, …/ledger/{filing}, …/ledger/{filing}/{part}, …/ledger/{filing}/{table}/{page},
 * > …/groups, …/groups/{filing}, …/groups/{filing}/{part},
 * > …/tables/{part}, …/tables/{table}/{page}, …/lists/{list}/{page}, …/over-time, …/tied, …/opengraph-image; of another filing than the chosen
 * > one …/filings/{filing}, …/filings/{filing}/tables/{part} and so on
 *
 * The query is left out: it is the view of the one who reads (measure, group, row), which the browser puts into effect.
 */
export function readKeptAddress(url: string): KeptAddress | null {
  const [path = ''] = url.split('?', 1)
  const slug = keptPath.exec(path)?.[1]
  return slug === undefined ? null : { path, slug }
}

/** A page's number, or a table's id and the number of a page of its rows. */
const which = '(?:[1-9]\\d{0,8}|[a-z][a-z0-9-]*(?:/[1-9]\\d{0,8})?)'

/** How the SHA-256 of a filing begins. */
const filing = '[0-9a-f]{8,64}'

const keptPath = new RegExp(
  `^/deals/([a-z0-9-]+)(?:/ledger(?:/${filing}(?:/${which})?)?|/groups(?:/${filing}(?:/[1-9]\\d{0,8})?)?|(?:/filings/${filing})?(?:/tables/${which}|/lists/(?:notes/)?${which})?|/over-time|/tied|/opengraph-image)$`,
)
