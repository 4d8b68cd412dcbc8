import type { DealIdentity } from './deal-identity.ts'

const longestSlug = 80

/** A text as a part of an address: `Cobble Hill Loan Trust 2002-9` is `cobble-hill-loan-trust-2002-9`. */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug.length <= longestSlug ? slug : shorten(slug)
}

/** Whole words, as many as fit; the beginning of a word that alone does not. */
function shorten(slug: string): string {
  const end = slug.lastIndexOf('-', longestSlug)
  return slug.slice(0, end > 0 ? end : longestSlug)
}

/**
 * Slugs for a deal, the plainest first: each later one says more, and the last ones are numbered without end.
 *
 * A trust whose name carries no number is told from its sisters by the series. A deal that cannot be told is named
 * for its filing's SHA-256.
 */
export function* slugsFor(identity: DealIdentity, sha256: string): Generator<string> {
  const { trust, series, depositor } = identity
  const plain = plainSlug(identity)
  if (plain === '') return yield* slugsFromHash(sha256)
  yield plain
  if (trust !== null && series !== null && !plain.includes(slugify(series)))
    yield slugify(`${trust} ${series}`)
  if (trust !== null && depositor !== null) yield slugify(`${trust} ${depositor}`)
  for (let number = 2; ; number++) yield `${plain}-${number}`
}

function plainSlug({ trust, series, depositor }: DealIdentity): string {
  if (trust !== null) return slugify(/\d/.test(trust) || series === null ? trust : `${trust} ${series}`)
  return depositor !== null && series !== null ? slugify(`${depositor} ${series}`) : ''
}

function* slugsFromHash(sha256: string): Generator<string> {
  for (let digits = 8; digits <= sha256.length; digits++) yield `filing-${sha256.slice(0, digits)}`
}
