import type { Bucket } from '../report.ts'

/** A name that filings print in several ways for the same rows of a dimension. */
type RowName = { id: string; name: string; dimension: string; words: RegExp; none?: RegExp }

const registry: readonly RowName[] = [
  { id: 'purchase', name: 'Purchase', dimension: 'purpose', words: /\bpurchas\w*\b|\bacquisition\b/i },
  {
    id: 'cash-out',
    name: 'Cash-out refinance',
    dimension: 'purpose',
    words: /\bcash[- ]?out\b|\bequity\b/i,
    none: /\bno[- ]?cash|\bnon[- ]?cash|\blimited\b/i,
  },
  {
    id: 'rate-term',
    name: 'Rate or term refinance',
    dimension: 'purpose',
    words: /\brate\b.{0,6}\bterm\b|\bno[- ]?cash|\bnon[- ]?cash|\blimited cash/i,
  },
  {
    id: 'owner',
    name: 'Owner occupied',
    dimension: 'occupancy',
    words: /\bprimary\b|\bowner[- ]?occupied\b|\bprincipal residence\b/i,
    none: /\bnon\b|\bnot\b/i,
  },
  {
    id: 'second-home',
    name: 'Second home',
    dimension: 'occupancy',
    words: /\bsecond(?:ary)?\b|\bvacation\b/i,
  },
  {
    id: 'investor',
    name: 'Investor',
    dimension: 'occupancy',
    words: /\binvest\w*\b|\bnon[- ]?owner\b|\brental\b/i,
  },
  {
    id: 'single-family',
    name: 'Single family',
    dimension: 'property-type',
    words: /\bsingle[- ]?family\b|\bsf[dr]\b|\bone[- ]?family\b|\b1[- ]?family\b/i,
    none: /\battached\b|\btwo\b|\b2\b/i,
  },
  {
    id: 'condominium',
    name: 'Condominium',
    dimension: 'property-type',
    words: /\bcondo\w*\b/i,
  },
  {
    id: 'planned-unit',
    name: 'Planned unit development',
    dimension: 'property-type',
    words: /\bpuds?\b|\bplanned unit\b/i,
  },
  {
    id: 'two-to-four',
    name: 'Two to four units',
    dimension: 'property-type',
    words: /\b(?:two|2)(?:\s*[-–]\s*|\s*[-–]?\s*to\s+)(?:four|4)\b|\bmulti-?family\b/i,
  },
  { id: 'co-op', name: 'Cooperative', dimension: 'property-type', words: /\bco-?op\w*\b/i },
  {
    id: 'manufactured',
    name: 'Manufactured home',
    dimension: 'property-type',
    words: /\bmanufactured\b|\bmobile home/i,
  },
  {
    id: 'full',
    name: 'Full documentation',
    dimension: 'documentation',
    words: /\bfull\b/i,
    none: /\balt\w*\b|\breduced\b/i,
  },
  {
    id: 'alternative',
    name: 'Alternative',
    dimension: 'documentation',
    words: /\balt(?:ernative|ernate)?\b/i,
  },
  { id: 'reduced', name: 'Reduced', dimension: 'documentation', words: /\breduced\b/i },
  { id: 'limited', name: 'Limited', dimension: 'documentation', words: /\blimited\b/i },
  {
    id: 'stated',
    name: 'Stated income',
    dimension: 'documentation',
    words: /\bstated\b/i,
  },
  {
    id: 'no-documentation',
    name: 'No documentation',
    dimension: 'documentation',
    words: /\bno doc\w*\b|\bnone\b/i,
  },
  { id: 'streamlined', name: 'Streamlined', dimension: 'documentation', words: /\bstreamline\w*\b/i },
]

const fits = ({ words, none }: RowName, label: string) => words.test(label) && !(none?.test(label) ?? false)

const asPrinted = 'as printed: '

/** What a row is of, so that rows of several deals can stand side by side. */
export type NamedRow = { key: string; name: string }

/**
 * The key of a row of names: its state, the one name of the registry whose words its label holds, or else the label itself
 * without marks and case. A label that fits two names stands for itself, so it is left apart from both.
 *
 * > Refinance (Rate/Term), Rate & Term Refinance    rate-term
 */
export function nameRow({ label, code }: Pick<Bucket, 'label' | 'code'>, dimension: string | null): NamedRow {
  if (code !== null && code !== 'other') return { key: code, name: label }
  const fitting = registry.filter(name => name.dimension === dimension && fits(name, label))
  const [only] = fitting
  if (only && fitting.length === 1) return { key: only.id, name: only.name }
  const plain = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return { key: `${asPrinted}${plain}`, name: label }
}

/** The names that rows of a dimension are brought to, by their ids; none where it has no registered names. */
export function namesOf(dimension: string): Pick<RowName, 'id' | 'name'>[] {
  return registry.filter(name => name.dimension === dimension).map(({ id, name }) => ({ id, name }))
}

/**
 * Is a row of a name? `is` by its key; `fits` where its label has the words of this name and of another; `may` where it has
 * those of no name that is known; `no` where it is named otherwise, and of a residual row.
 */
export function isOfName(
  row: Pick<Bucket, 'label' | 'code'>,
  dimension: string,
  id: string,
): 'is' | 'fits' | 'may' | 'no' {
  const { key } = nameRow(row, dimension)
  if (key === id) return 'is'
  if (row.code === 'other' || !key.startsWith(asPrinted)) return 'no'
  return registry.some(name => name.dimension === dimension && name.id === id && fits(name, row.label))
    ? 'fits'
    : 'may'
}
