import type { Deal, Place, Submission } from '../report.ts'

/** A filing as far as it tells who filed it. */
export type Filer = {
  deal: Pick<Deal, 'depositor' | 'ein' | 'stateOfIncorporation'>
  submission: Submission | null
}

/** What of a registrant is another in another filing. */
export type FindingField = 'employer-number' | 'central-index-key' | 'name' | 'state-of-incorporation'

/**
 * One registrant that gives a thing of itself in several ways. `filings` are by their order; `at` is where the first of
 * them prints it, null where the submission's header alone gives it.
 */
export type RegistrantFinding = {
  field: FindingField
  registrant: string
  values: { value: string; filings: number[]; at: Place | null }[]
}

type Told = { value: string; key: string; at: Place | null }
type Known = Record<FindingField, Told | null>

/** Words for a field, as a finding names it. */
export const findingWords: Record<FindingField, string> = {
  'employer-number': 'IRS employer numbers',
  'central-index-key': 'CIK numbers',
  name: 'names',
  'state-of-incorporation': 'states of incorporation',
}

/**
 * What filings of one registrant tell of it that differs. Filings are of one registrant where their CIK or the name of their
 * depositor is the same.
 *
 * > CWMBS, Inc.: 95-4596516 in one filing, 95-4449516 in another
 */
export function findRegistrantFindings(filers: readonly Filer[]): RegistrantFinding[] {
  const known = filers.map(readKnown)
  return groupRegistrants(known).flatMap(filings => findingsOf(known, filings))
}

function findingsOf(known: readonly Known[], filings: readonly number[]): RegistrantFinding[] {
  const registrant = filings.map(filing => known[filing]?.name?.value).find(name => name !== undefined)
  const fields = Object.keys(findingWords) as FindingField[]
  return fields.flatMap(field => {
    const values = new Map<string, RegistrantFinding['values'][number]>()
    for (const filing of filings) {
      const told = known[filing]?.[field]
      if (!told) continue
      const same = values.get(told.key)
      if (same) same.filings.push(filing)
      else values.set(told.key, { value: told.value, filings: [filing], at: told.at })
    }
    return values.size > 1 && registrant ? [{ field, registrant, values: [...values.values()] }] : []
  })
}

/** Orders of filings by registrant, those of one filing alone left out. */
function groupRegistrants(known: readonly Known[]): number[][] {
  const groups: number[][] = []
  for (const [filing, own] of known.entries()) {
    const isSame = (group: number[]) =>
      group.some(
        other => haveSame(own, known[other], 'central-index-key') || haveSame(own, known[other], 'name'),
      )
    const joined = groups.filter(isSame)
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push([...joined.flat(), filing])
  }
  return groups.filter(({ length }) => length > 1)
}

const haveSame = (one: Known, other: Known | undefined, field: FindingField) =>
  one[field] !== null && one[field].key === other?.[field]?.key

function readKnown({ deal, submission }: Filer): Known {
  const filer = submission?.companies.find(
    ({ role }) => role === null || /filer|registrant|filed by|depositor/i.test(role),
  )
  const company = filer ?? submission?.companies[0]
  return {
    name: toldOf(deal.depositor, company?.name, foldWords),
    'employer-number': toldOf(deal.ein, company?.ein, digitsOf),
    'central-index-key': toldOf(null, company?.cik, text => digitsOf(text).replace(/^0+/, '')),
    'state-of-incorporation': toldOf(deal.stateOfIncorporation, null, foldWords),
  }
}

type Printed = { value: string; at: Place } | null

/** As printed on the cover, else as the submission's header has it. */
function toldOf(
  printed: Printed,
  header: string | null | undefined,
  keyOf: (text: string) => string,
): Told | null {
  const value = printed?.value ?? header ?? null
  if (value === null || keyOf(value) === '') return null
  return { value, key: keyOf(value), at: printed?.at ?? null }
}

const digitsOf = (text: string) => text.replace(/\D/g, '')
const foldWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
