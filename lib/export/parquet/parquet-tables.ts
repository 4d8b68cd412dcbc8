import { sourceHref } from '../../addresses/place-address.ts'
import { findDimension } from '../../dimensions/index.ts'
import type { DealSummary, Library } from '../../library/index.ts'
import { measures } from '../../measures/index.ts'
import type { Place, Unit } from '../../report.ts'
import { allDeals, allPieces, type FilingOf, type PieceOf } from './library-rows.ts'
import type { ParquetTable } from './parquet-task.ts'
import type { ReportPiece } from './split-report-json.ts'
import { type ParquetColumn, writeParquet } from './write-parquet.ts'

type Write = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
type Asked = Pick<Library, 'findDeals' | 'findDeal' | 'findReportJson'>

/** Write one of the tables of the whole library. Money is in dollars, percents are as printed: 6.317 is 6.317 %. */
export async function writeParquetTable(
  table: ParquetTable,
  { library, origin, write }: { library: Asked; origin: string; write: Write },
): Promise<void> {
  if (table === 'deals') return await writeParquet(dealColumns(origin), allDeals(library), write)
  const pieces = allPieces(library, origin)
  if (table === 'buckets') return await writeParquet(bucketColumns, only(pieces, isBucket), write)
  if (table === 'checks') return await writeParquet(checkColumns, withUnits(pieces), write)
  await writeParquet(statisticColumns, only(pieces, isStatistic), write)
}

type OfBucket = Extract<ReportPiece, { bucket: unknown }>
type OfCheck = Extract<ReportPiece, { check: unknown }>
type OfStatistic = Extract<ReportPiece, { statistic: unknown }>
const isBucket = (piece: ReportPiece): piece is OfBucket => 'bucket' in piece
const isStatistic = (piece: ReportPiece): piece is OfStatistic => 'statistic' in piece

async function* only<Kind extends ReportPiece>(
  pieces: AsyncIterable<PieceOf>,
  isKind: (piece: ReportPiece) => piece is Kind,
): AsyncGenerator<PieceOf<Kind>> {
  for await (const { piece, ...of } of pieces) if (isKind(piece)) yield { ...of, piece }
}

/** Dollars for cents; the rest as it is. */
function inUnit(value: number | null | undefined, unit: Unit | null): number | null {
  return value === null || value === undefined ? null : unit === 'cents' ? value / 100 : value
}

function unitName(unit: Unit | null | undefined): string | null {
  return unit === 'cents' ? 'USD' : (unit ?? null)
}

const filingColumns: ParquetColumn<FilingOf>[] = [
  { name: 'deal', type: 'text', of: ({ deal }) => deal.slug },
  { name: 'deal_name', type: 'text', of: ({ deal }) => deal.name },
  { name: 'filing', type: 'text', of: ({ filing }) => filing.sha256 },
  { name: 'is_chosen', type: 'truth', of: ({ deal, filing }) => deal.chosen === filing.sha256 },
]

/** Line, columns (the end exclusive) and the address that shows them. */
function placeColumns<Row extends FilingOf>(
  placeOf: (row: Row) => Place | null | undefined,
): ParquetColumn<Row>[] {
  return [
    { name: 'line', type: 'count', of: row => placeOf(row)?.line },
    { name: 'column_start', type: 'count', of: row => placeOf(row)?.start },
    { name: 'column_end', type: 'count', of: row => placeOf(row)?.end },
    {
      name: 'source',
      type: 'text',
      of: row => {
        const at = placeOf(row)
        return at ? `${row.origin}${sourceHref(row.deal.slug, row.filing.sha256, at)}` : null
      },
    },
  ]
}

/** > averageBalanceCents   average_balance_usd */
function columnName(measure: string): string {
  return measure.replace(/Cents$/, 'Usd').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

const unitOfRange = ({ piece: { table } }: PieceOf<OfBucket>) => findDimension(table.dimension)?.unit ?? null

const bucketColumns: ParquetColumn<PieceOf<OfBucket>>[] = [
  ...filingColumns,
  { name: 'stratification', type: 'text', of: ({ piece }) => piece.table.id },
  { name: 'dimension', type: 'text', of: ({ piece }) => piece.table.dimension },
  { name: 'title', type: 'text', of: ({ piece }) => piece.table.title },
  { name: 'loan_group', type: 'text', of: ({ piece }) => piece.table.loanGroup },
  { name: 'position', type: 'count', of: ({ piece }) => piece.position + 1 },
  { name: 'heading', type: 'text', of: ({ piece }) => piece.bucket.heading },
  { name: 'label', type: 'text', of: ({ piece }) => piece.bucket.label },
  { name: 'code', type: 'text', of: ({ piece }) => piece.bucket.code },
  { name: 'low', type: 'number', of: row => inUnit(row.piece.bucket.range?.low, unitOfRange(row)) },
  { name: 'high', type: 'number', of: row => inUnit(row.piece.bucket.range?.high, unitOfRange(row)) },
  { name: 'low_included', type: 'truth', of: ({ piece }) => piece.bucket.range?.lowIncluded },
  { name: 'high_included', type: 'truth', of: ({ piece }) => piece.bucket.range?.highIncluded },
  {
    name: 'range_unit',
    type: 'text',
    of: row => (row.piece.bucket.range ? unitName(unitOfRange(row)) : null),
  },
  ...measures.map(
    ({ id, unit }): ParquetColumn<PieceOf<OfBucket>> => ({
      name: columnName(id),
      type: unit === 'count' ? 'count' : 'number',
      of: ({ piece }) => inUnit(piece.bucket.values[id], unit),
    }),
  ),
  ...placeColumns<PieceOf<OfBucket>>(({ piece }) => piece.bucket.at),
]

const statisticColumns: ParquetColumn<PieceOf<OfStatistic>>[] = [
  ...filingColumns,
  { name: 'key', type: 'text', of: ({ piece }) => piece.statistic.key },
  { name: 'id', type: 'text', of: ({ piece }) => piece.statistic.id },
  { name: 'loan_group', type: 'text', of: ({ piece }) => piece.statistic.loanGroup },
  { name: 'unit', type: 'text', of: ({ piece }) => unitName(piece.statistic.unit) },
  {
    name: 'stated',
    type: 'number',
    of: ({ piece: { statistic } }) => inUnit(statistic.stated, statistic.unit),
  },
  {
    name: 'recomputed',
    type: 'number',
    of: ({ piece: { statistic } }) => inUnit(statistic.recomputed, statistic.unit),
  },
  {
    name: 'low',
    type: 'number',
    of: ({ piece: { statistic } }) => inUnit(statistic.bounds?.[0], statistic.unit),
  },
  {
    name: 'high',
    type: 'number',
    of: ({ piece: { statistic } }) => inUnit(statistic.bounds?.[1], statistic.unit),
  },
  { name: 'stratification', type: 'text', of: ({ piece }) => piece.statistic.stratification },
  { name: 'reason', type: 'text', of: ({ piece }) => piece.statistic.reason },
  ...placeColumns<PieceOf<OfStatistic>>(({ piece }) => piece.statistic.at),
]

/** A check with the unit of its figures. */
type CheckRow = PieceOf<OfCheck> & { unit: Unit | null }

/** Checks come after the tables and statistics of their filing, which tell the units of their figures. */
async function* withUnits(pieces: AsyncIterable<PieceOf>): AsyncGenerator<CheckRow> {
  const units = new Map<string, Unit | null>()
  let sha256 = ''
  for await (const { piece, ...of } of pieces) {
    if (of.filing.sha256 !== sha256) units.clear()
    sha256 = of.filing.sha256
    if ('bucket' in piece && piece.position === 0)
      for (const { measure, unit } of piece.table.columns) units.set(`${piece.table.id} ${measure}`, unit)
    if ('statistic' in piece) units.set(piece.statistic.key, piece.statistic.unit)
    if (!('check' in piece)) continue
    const { stratification, measure, statistic } = piece.check
    const unit = units.get(`${stratification} ${measure}`) ?? units.get(statistic ?? '') ?? null
    yield { ...of, piece, unit }
  }
}

function figureColumn(
  name: string,
  of: (check: OfCheck['check']) => number | null | undefined,
): ParquetColumn<CheckRow> {
  return { name, type: 'number', of: ({ piece, unit }) => inUnit(of(piece.check), unit) }
}

const checkColumns: ParquetColumn<CheckRow>[] = [
  ...filingColumns,
  { name: 'code', type: 'text', of: ({ piece }) => piece.check.code },
  { name: 'outcome', type: 'text', of: ({ piece }) => piece.check.outcome },
  { name: 'stratification', type: 'text', of: ({ piece }) => piece.check.stratification },
  { name: 'measure', type: 'text', of: ({ piece }) => piece.check.measure },
  {
    name: 'position',
    type: 'count',
    of: ({ piece: { check } }) => (check.bucket === null ? null : check.bucket + 1),
  },
  { name: 'statistic', type: 'text', of: ({ piece }) => piece.check.statistic },
  { name: 'reference', type: 'text', of: ({ piece }) => piece.check.reference },
  { name: 'unit', type: 'text', of: ({ unit }) => unitName(unit) },
  figureColumn('printed', ({ expected }) => expected),
  figureColumn('found', ({ found }) => found),
  figureColumn('allowed', ({ tolerance }) => tolerance),
  figureColumn('low', ({ bounds }) => bounds?.[0]),
  figureColumn('high', ({ bounds }) => bounds?.[1]),
  ...placeColumns<CheckRow>(({ piece }) => piece.check.at),
]

function dealColumns(origin: string): ParquetColumn<DealSummary>[] {
  return [
    { name: 'deal', type: 'text', of: ({ slug }) => slug },
    { name: 'deal_name', type: 'text', of: ({ name }) => name },
    { name: 'filed_name', type: 'text', of: ({ filedName }) => filedName },
    { name: 'series', type: 'text', of: ({ series }) => series },
    { name: 'depositor', type: 'text', of: ({ depositor }) => depositor },
    { name: 'shelf', type: 'text', of: ({ shelf }) => shelf },
    { name: 'year', type: 'count', of: ({ year }) => year },
    { name: 'signed_on', type: 'day', of: ({ signedOn }) => signedOn },
    { name: 'pool_balance_usd', type: 'number', of: deal => inUnit(deal.poolBalanceCents, 'cents') },
    { name: 'loan_count', type: 'count', of: ({ loanCount }) => loanCount },
    { name: 'average_balance_usd', type: 'number', of: deal => inUnit(deal.averageBalanceCents, 'cents') },
    { name: 'wac_pct', type: 'number', of: ({ wacPct }) => wacPct },
    { name: 'wac_is_net', type: 'truth', of: ({ wacPct, wacIsNet }) => (wacPct === null ? null : wacIsNet) },
    { name: 'waltv_pct', type: 'number', of: ({ waltvPct }) => waltvPct },
    { name: 'wam_months', type: 'number', of: ({ wamMonths }) => wamMonths },
    { name: 'largest_state', type: 'text', of: ({ largestState }) => largestState?.code },
    { name: 'largest_state_pct', type: 'number', of: ({ largestState }) => largestState?.pct },
    { name: 'stratifications', type: 'count', of: ({ stratifications }) => stratifications },
    { name: 'checks_passed', type: 'count', of: ({ checks }) => checks.passed },
    { name: 'checks_failed', type: 'count', of: ({ checks }) => checks.failed },
    { name: 'filings', type: 'count', of: ({ filings }) => filings },
    { name: 'tags', type: 'text', of: ({ tags }) => tags.join(', ') || null },
    { name: 'no_tables_because', type: 'text', of: ({ noStratifications }) => noStratifications?.reason },
    { name: 'figures_of_loan_group', type: 'text', of: ({ loanGroup }) => loanGroup },
    { name: 'page', type: 'text', of: ({ url }) => origin + url },
  ]
}
