/** A page that is kept once it is drawn: its path, which is all that it depends on besides the deal. */
export type KeptAddress = { path: string; slug: string }

/**
 * The page that an address leads to, where it is one of those that are kept; null for any other, which is drawn for whoever asks.
 * Only addresses as pages print them count: one written otherwise could lead elsewhere than it seems here.
 *
 * > /deals/{slug}, /deals/{slug}/ledger, …/ledger/{filing}, …/ledger/{filing}/{part}, …/tables/{part}, …/opengraph-image
 *
 * The query is left out: it is the view of the one who reads (measure, group, row), which the browser puts into effect.
 */
export function readKeptAddress(url: string): KeptAddress | null {
  const [path = ''] = url.split('?', 1)
  const slug = keptPath.exec(path)?.[1]
  return slug === undefined ? null : { path, slug }
}

const keptPath =
  /^\/deals\/([a-z0-9-]+)(?:\/ledger(?:\/[0-9a-f]{8,64}(?:\/[1-9]\d{0,8})?)?|\/tables\/[1-9]\d{0,8}|\/opengraph-image)?$/
