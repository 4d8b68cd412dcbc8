import { z } from 'zod'
import { findDimension } from '../../dimensions/index.ts'
import { findTouchingChecks } from '../../evidence/touching-checks.ts'
import { formatCountOf, rowName } from '../../format/index.ts'
import { rowsList } from '../../library/index.ts'
import type { Bucket, FilingReport, Range, Stratification, TotalAverages, Unit } from '../../report.ts'
import { sayCheck } from '../../words/say-check.ts'
import { type Chosen, candidatesSchema, chooseDeal, dealInput, filingInput } from '../choose-deal.ts'
import { amountIn, figureSchema, newFigure, sourceSchema, sourcesOf, statusOf } from '../figure.ts'
import { type Desk, newTool, type ToolProblem } from '../tool.ts'

/** An assistant reads so many rows at once. */
const mostRows = 100

const cellsSchema = z.record(z.string(), figureSchema)

const answerSchema = z.object({
  id: z.string(),
  filing: z.string(),
  dimension: z.string().nullable(),
  title: z.string(),
  loanGroup: z.string().nullable(),
  columns: z.array(z.object({ measure: z.string(), header: z.string() })),
  rows: z.array(
    z.object({
      label: z.string(),
      /** In the dimension’s unit, dollars for money. */
      range: z
        .object({
          low: z.number().nullable(),
          high: z.number().nullable(),
          lowIncluded: z.boolean(),
          highIncluded: z.boolean(),
        })
        .nullable(),
      code: z.string().nullable().describe('A state’s postal code; `other` for a residual row.'),
      source: sourceSchema,
      cells: cellsSchema.describe('By measure; what is missing is not printed, or could not be read.'),
    }),
  ),
  total: z.object({ label: z.string().nullable(), source: sourceSchema, cells: cellsSchema }).nullable(),
  allRows: z.int(),
  nextRow: z.int().nullable().describe('Ask again with fromRow for the rows that follow.'),
  notes: z.array(z.object({ mark: z.string(), text: z.string(), source: sourceSchema })),
  failing: z.array(z.string()).describe('What of the table contradicts itself, in words.'),
  source: sourceSchema,
})

export const getStratificationTool = newTool({
  name: 'get_stratification',
  title: 'Get a table',
  description:
    'One collateral table of a deal with every row, each figure with its place in the filing and whether its checks hold. Name it by its id, or by dimension and loan group.',
  input: z.object({
    deal: dealInput,
    filing: filingInput,
    table: z
      .string()
      .max(200)
      .optional()
      .describe('Id as get_deal gives it; a dimension or loan group beside it must be its own.'),
    dimension: z
      .string()
      .max(80)
      .optional()
      .describe('original-ltv, state, mortgage-rate, original-balance, credit-score …'),
    loanGroup: z.string().max(200).optional().describe('As printed; the whole pool where none is named.'),
    fromRow: z.int().min(0).optional(),
  }),
  output: z.object({ answer: answerSchema.nullable(), candidates: candidatesSchema }),
  run: async (desk, { deal, filing, table, dimension, loanGroup, fromRow = 0 }) => {
    if (table === undefined && dimension === undefined)
      return { problem: 'Name the table by its id, or by a dimension. get_deal lists them.' }
    const chosen = await chooseDeal(desk, deal, filing)
    if ('problem' in chosen) return chosen
    if ('candidates' in chosen) return { answer: null, candidates: chosen.candidates }
    const found = await findTable(desk, chosen, { table, dimension, loanGroup })
    if ('problem' in found) return found
    const answer = await answerTable(desk, chosen, found.table, fromRow)
    return 'problem' in answer ? answer : { answer, candidates: [] }
  },
})

type Asked = { table?: string | undefined; dimension?: string | undefined; loanGroup?: string | undefined }

async function findTable(
  { library }: Desk,
  { sha256 }: Chosen,
  asked: Asked,
): Promise<{ table: Stratification } | ToolProblem> {
  const fitting: Stratification[] = []
  const others: Stratification[] = []
  for (let number = 1; ; number++) {
    const part = await library.findReportPart(sha256, { number })
    for (const table of part?.report.stratifications ?? []) {
      if (table.id === asked.table) return contradicts(table, asked) ?? { table }
      if (asked.table === undefined && fits(table, asked)) fitting.push(table)
      else if (asked.table === undefined && table.dimension === asked.dimension) others.push(table)
    }
    if (part === null || number >= part.count) break
  }
  const [table, another] = fitting
  if (table && another)
    return {
      problem: `The filing prints several such tables: ${fitting.map(({ id }) => id).join(', ')}. Name one as table.`,
    }
  if (table) return { table }
  const groups = [...new Set(others.map(({ loanGroup }) => loanGroup ?? 'the whole pool'))].slice(0, 20)
  if (groups.length > 0)
    return { problem: `The filing prints this table for ${groups.join(', ')}. Name one as loanGroup.` }
  return { problem: `The filing has no such table. get_deal lists those that it has.` }
}

function fits(table: Stratification, asked: Asked): boolean {
  return table.dimension === asked.dimension && isOfGroup(table, asked.loanGroup)
}

function isOfGroup({ loanGroup }: Stratification, asked: string | undefined): boolean {
  return (loanGroup?.toLowerCase() ?? null) === (asked?.toLowerCase() ?? null)
}

/** Why a table that is named by its id is not the one that is asked for: it is of another dimension or loan group. */
function contradicts(table: Stratification, { dimension, loanGroup }: Asked): ToolProblem | null {
  const isOther =
    (dimension !== undefined && dimension !== table.dimension) ||
    (loanGroup !== undefined && !isOfGroup(table, loanGroup))
  if (!isOther) return null
  const own = `${table.dimension ?? 'of no dimension that is known'}, of ${table.loanGroup ?? 'the whole pool'}`
  return {
    problem: `The table ${table.id} is ${own}, and another dimension or loan group is asked for beside it. Name the table alone, or what it is to be.`,
  }
}

/** Rows of a table that are kept together, with the checks that are told of them: the first of them is row 0. */
type Page = { report: FilingReport; table: Stratification; before: number }

async function* pagesOf({ library }: Desk, { sha256 }: Chosen, table: Stratification): AsyncGenerator<Page> {
  for (let number = 1; ; number++) {
    const choice = table.cut ? { list: rowsList(table.id), number } : { table: table.id }
    const part = await library.findReportPart(sha256, choice)
    const own = part?.report.stratifications.find(({ id }) => id === table.id)
    if (!part || !own) return
    yield { report: part.report, table: own, before: own.cut?.rowsBefore ?? 0 }
    if (!table.cut || number >= part.count) return
  }
}

async function answerTable(
  desk: Desk,
  chosen: Chosen,
  whole: Stratification,
  fromRow: number,
): Promise<z.infer<typeof answerSchema> | ToolProblem> {
  const { sha256, deal } = chosen
  const sourceOf = sourcesOf(desk.origin, deal.slug, sha256)
  const allRows = whole.cut?.rows ?? whole.buckets.length
  if (fromRow > 0 && fromRow >= allRows)
    return { problem: `The table has ${formatCountOf(allRows, 'row')}, numbered from 0.` }
  const rows: z.infer<typeof answerSchema>['rows'] = []
  let total: z.infer<typeof answerSchema>['total'] = null
  const failing = new Set<string>()
  for await (const { report, table, before } of pagesOf(desk, chosen, whole)) {
    const wanted = [...table.buckets.entries()].filter(([order]) => before + order >= fromRow)
    for (const [order, bucket] of wanted)
      if (rows.length < mostRows)
        rows.push({
          ...tellRow(bucket, table, sourceOf),
          cells: cellsOf(report, table, order, bucket, sourceOf),
        })
    if (table.total && total === null)
      total = {
        label: table.total.label,
        source: sourceOf(table.total.at),
        cells: cellsOf(report, table, 'total', table.total, sourceOf),
      }
    for (const check of report.checks)
      if (check.outcome === 'fail' && check.stratification === table.id && failing.size < mostRows)
        failing.add(sayCheck(report, check, { row: check.bucket ?? 'total', measure: check.measure ?? '' }))
    if (rows.length >= mostRows) break
  }
  const next = fromRow + rows.length
  return {
    id: whole.id,
    filing: sha256,
    dimension: whole.dimension,
    title: whole.title,
    loanGroup: whole.loanGroup,
    columns: whole.columns.flatMap(({ measure, header }) => (measure === null ? [] : [{ measure, header }])),
    rows,
    total,
    allRows,
    nextRow: next < allRows ? next : null,
    notes: whole.footnotes.map(({ mark, text, at }) => ({ mark, text, source: sourceOf(at) })),
    failing: [...failing],
    source: sourceOf(whole.at),
  }
}

type SourceOf = ReturnType<typeof sourcesOf>

function tellRow({ range, code, at, ...named }: Bucket, { dimension }: Stratification, sourceOf: SourceOf) {
  const unit = findDimension(dimension)?.unit ?? 'text'
  return { label: rowName(named), range: range && tellRange(range, unit), code, source: sourceOf(at) }
}

function tellRange({ low, high, ...ends }: Range, unit: Unit): Range {
  const end = (value: number | null) => (value === null ? null : amountIn(value, unit))
  return { low: end(low), high: end(high), ...ends }
}

/** Averages that a total does not print follow its own figures, as what they are. */
function cellsOf(
  report: FilingReport,
  table: Stratification,
  row: number | 'total',
  {
    values,
    places,
    averages = {},
  }: Pick<Bucket, 'values' | 'places'> & { averages?: TotalAverages | undefined },
  sourceOf: SourceOf,
): z.infer<typeof cellsSchema> {
  const unitOf = (measure: string) => table.columns.find(one => one.measure === measure)?.unit ?? 'text'
  const printed = Object.entries(values).flatMap(([measure, value]) => {
    const at = places[measure]
    if (value === null || at === undefined) return []
    const check = statusOf(findTouchingChecks(report.checks, table, { row, measure, at }))
    return [
      [
        measure,
        newFigure({ unit: unitOf(measure), value, known: 'printed', check, sources: [sourceOf(at)] }),
      ],
    ]
  })
  const computed = Object.entries(averages).map(([measure, { low, high }]) => [
    measure,
    newFigure({
      unit: unitOf(measure),
      value: null,
      between: [low, high],
      known: low === high ? 'computed' : 'bounded',
      check: 'unchecked',
      sources: [sourceOf(table.at)],
    }),
  ])
  return Object.fromEntries([...computed, ...printed])
}
