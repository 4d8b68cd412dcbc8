import { compareHref, printPoolRef } from '../../addresses/compare-address.ts'
import { figureValue } from '../../checks/index.ts'
import { findDimension } from '../../dimensions/index.ts'
import {
  boundDifference,
  type ComparedRow,
  contradictsItself,
  failingTables,
  formulasOfCompared,
  sayCompared,
  type ToCompare,
} from '../../distributions/index.ts'
import { certifyClaims } from '../../export/evidence-pack/certify-claims.ts'
import type { ReadSource } from '../../export/evidence-pack/evidence.ts'
import type { Certificate, CertificateSet } from '../../export/evidence-pack/evidence-schema.ts'
import type { Library, LoadedPool } from '../../library/index.ts'
import type { Stratification } from '../../report.ts'
import { type Comparison, findComparison } from '../compare-answer.ts'
import { detailOfRepeated } from '../repeated-values.ts'
import { siteOrigin } from '../site-address.ts'
import { unitsOfAmounts } from './deal-certificate.ts'
import { type CertificateRefusal, readSource } from './read-source.ts'
import { refuseUnproven } from './refuse-unproven.ts'

/** A pool of the comparison with its table and value in a row. */
type Side = {
  pool: LoadedPool
  ref: string
  value: NonNullable<ComparedRow['values'][number]>
  asked: ToCompare
  read: ReadSource
}

/** A row of a comparison, by its order in the answer, `?deals=…&dimension=…&row=3`: a certificate for each pool that tells of it. */
export async function certifyComparedRow(
  library: Library,
  query: URLSearchParams,
): Promise<CertificateSet | CertificateRefusal> {
  const found = await findComparison(library, query)
  if ('code' in found) return found
  const { compared } = found
  const repeated = detailOfRepeated(query, ['row'])
  if (repeated !== null) return { code: 'query-is-not-understood', detail: repeated }
  const order = /^\d{1,4}$/.test(query.get('row') ?? '') ? Number(query.get('row')) : -1
  const row = compared.rows[order]
  if (row === undefined)
    return { code: 'query-is-not-understood', detail: `row: 0 to ${compared.rows.length - 1}` }
  const sides: Side[] = []
  for (const [at, { pool: number }] of compared.pools.entries()) {
    const pool = found.pools[number]
    const value = row.values[at]
    if (!pool || !value) continue
    const read = await readSource(library, pool.record, pool.record.chosen)
    if ('code' in read) return read
    const { stratifications: tables, checks } = read.report
    const asWritten = (table: Stratification | undefined) => tables.find(one => one.id === table?.id)
    const table = asWritten(compared.pools[at]?.table)
    if (!table) continue
    const groups = compared.pools[at]?.groups?.flatMap(group => {
      const own = asWritten(group.table)
      return own ? [{ ...group, table: own }] : []
    })
    const ref = printPoolRef(found.query.refs[number] ?? { slug: pool.record.slug, group: null })
    const asked: ToCompare = { table, groups, tables, failing: failingTables(checks) }
    sides.push({ pool, ref, value, asked, read })
  }
  if (sides.length === 0) return { code: 'no-distribution', detail: 'None of these deals tells of this row.' }
  const address = siteOrigin(process.env) + addressOf(found, query)
  const certificates = sides.map(side =>
    certifySide(side, { found, row, all: sides.map(({ asked }) => asked), address }),
  )
  for (const certificate of certificates) {
    const refused = refuseUnproven(certificate)
    if ('code' in refused) return refused
  }
  const base = sides.findIndex(({ ref }) => ref === found.query.base)
  return {
    kind: 'strata-certificates',
    version: 1,
    sentence: sayRow(found, row, sides),
    address,
    certificates,
    differences: base < 0 ? [] : differencesFrom(base, certificates, sides),
  }
}

type RowContext = { found: Comparison; row: ComparedRow; all: readonly ToCompare[]; address: string }

function certifySide(
  { pool, value, asked, read }: Side,
  { found, row, all, address }: RowContext,
): Certificate {
  const { measure } = found.query.choice
  const figureOf = figureValue(read.report)
  const { ends, rows } = formulasOfCompared(asked, { row, measure, all, figureOf })
  return certifyClaims(read, {
    sentence: `${pool.name}, ${nameRow(found, row)}: ${sayCompared(value, measure)}.`,
    address,
    claims: [{ what: measure, unit: unitsOfAmounts[measure], bound: value, ends }],
    rows,
  })
}

/** How far each lies above the base, by what their certificates claim. */
function differencesFrom(
  base: number,
  certificates: readonly Certificate[],
  sides: readonly Side[],
): CertificateSet['differences'] {
  const isWrong = (order: number) => {
    const side = sides[order]
    return side !== undefined && contradictsItself(side.asked)
  }
  const boundOf = (order: number) => {
    const claim = certificates[order]?.claims[0]
    return claim ? { low: claim.low.value, high: claim.high.value } : null
  }
  const from = boundOf(base)
  return certificates.flatMap((_, of) => {
    const own = boundOf(of)
    return of === base || !own || !from || isWrong(of) || isWrong(base)
      ? []
      : [{ of, from: base, ...boundDifference(own, from) }]
  })
}

/** > Original loan-to-value ratio 70.01 to 80.00 */
function nameRow({ query }: Comparison, row: ComparedRow): string {
  return `${findDimension(query.dimension)?.longName ?? query.dimension}, ${row.label}`
}

function sayRow(found: Comparison, row: ComparedRow, sides: readonly Side[]): string {
  const { measure } = found.query.choice
  const told = sides.map(({ pool, value }) => `${pool.name} ${sayCompared(value, measure)}`)
  return `${nameRow(found, row)}: ${told.join('; ')}.`
}

function addressOf({ query: { refs, dimension, base } }: Comparison, given: URLSearchParams): string {
  return compareHref({
    deals: refs.map(printPoolRef),
    dimension,
    measure: given.get('measure') ?? undefined,
    edges: given.get('edges') ?? undefined,
    rows: given.get('rows') ?? undefined,
    base: base ?? undefined,
  })
}
