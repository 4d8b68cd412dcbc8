/** What tells which deal a filing belongs to, as printed. */
export type DealIdentity = { trust: string | null; series: string | null; depositor: string | null }

/** The same, folded so that two printings of one name are equal; null where nothing is printed. */
export type IdentityKeys = { trustKey: string | null; seriesKey: string | null; depositorKey: string | null }

/**
 * A name folded for comparison: letters and digits in lower case, everything else one blank.
 *
 * `ALDER, INC.` and `Alder Inc` are both `alder inc`; `Series 2002-9` is `series 2002 9`.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The keys under which a deal is found again. */
export function identityKeys(identity: DealIdentity): IdentityKeys {
  const key = (name: string | null) => (name === null ? null : foldName(name) || null)
  return {
    trustKey: key(identity.trust),
    seriesKey: key(identity.series)?.replace(/^series /, '') ?? null,
    depositorKey: key(identity.depositor),
  }
}

/** Is it told which deal this is: by the trust, or by a depositor's series? */
export function isTold(keys: IdentityKeys): boolean {
  return keys.trustKey !== null || (keys.depositorKey !== null && keys.seriesKey !== null)
}

/**
 * Are two filings of one deal? With both trusts known they must be equal, and series and depositor must not
 * contradict each other; otherwise depositor and series must both be known and equal.
 */
export function isSameDeal(one: IdentityKeys, other: IdentityKeys): boolean {
  if (one.trustKey !== null && other.trustKey !== null)
    return (
      one.trustKey === other.trustKey &&
      agrees(one.seriesKey, other.seriesKey) &&
      agrees(one.depositorKey, other.depositorKey)
    )
  return (
    one.seriesKey !== null &&
    one.depositorKey !== null &&
    one.seriesKey === other.seriesKey &&
    one.depositorKey === other.depositorKey
  )
}

/** Does nothing that two filings print tell them to be of two deals? */
export function mayBeSameDeal(one: IdentityKeys, other: IdentityKeys): boolean {
  return (
    agrees(one.trustKey, other.trustKey) &&
    agrees(one.seriesKey, other.seriesKey) &&
    agrees(one.depositorKey, other.depositorKey)
  )
}

function agrees(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other
}

/**
 * The name that the deals of one programme share: the trust's name without its number, else the depositor.
 *
 * `Fernhill Loan Trust, Series 2003-2` gives `Fernhill Loan Trust`.
 */
export function shelfOf({ trust, depositor }: DealIdentity): string | null {
  const words = trust?.split(/\s+/) ?? []
  while (words.length > 0 && isNumbering(words.at(-1) ?? '')) words.pop()
  return words.join(' ').replace(/[\s,]+$/, '') || depositor
}

function isNumbering(word: string): boolean {
  return /\d/.test(word) || /^,?(?:series|no\.?)$/i.test(word)
}
