import { z } from 'zod'
import { sourceHref } from '../addresses/place-address.ts'
import type { Place, Unit } from '../report.ts'

/** Units as an assistant is told them: money in dollars, not in cents. */
const assistantUnits = [
  'dollars',
  'loans',
  'percent',
  'months',
  'score',
  'times',
  'years',
  'date',
  'text',
] as const
type AssistantUnit = (typeof assistantUnits)[number]

const unitNames: Record<Unit, AssistantUnit> = {
  cents: 'dollars',
  count: 'loans',
  percent: 'percent',
  months: 'months',
  score: 'score',
  ratio: 'times',
  years: 'years',
  date: 'date',
  text: 'text',
}

export const sourceSchema = z.object({
  url: z.string().describe('Page that shows the filing with this place lit.'),
  sha256: z.string().describe('SHA-256 of the bytes of the filing.'),
  line: z.int().describe('First line in the decoded filing, from 1.'),
  lastLine: z.int(),
  columns: z
    .tuple([z.int(), z.int()])
    .describe('First column on the first line, from 1, and the column behind the last one on the last line.'),
})
export type AssistantSource = z.infer<typeof sourceSchema>

const checkStatus = z
  .enum(['passes', 'fails', 'unchecked'])
  .describe(
    'Whether the checks that compute with the figure hold. Do not quote one that fails without saying so.',
  )
export type CheckStatus = z.infer<typeof checkStatus>

export const figureSchema = z.object({
  value: z.number().nullable().describe('The figure; null where the filing only allows an interval.'),
  between: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('Least and most, both proven; null where the figure is exact.'),
  unit: z.enum(assistantUnits),
  known: z
    .enum(['printed', 'computed', 'bounded'])
    .describe('Printed in the filing, computed from its rows, or held between what its rows allow.'),
  check: checkStatus,
  sources: z.array(sourceSchema).describe('The printed places that it rests on, at most twenty.'),
})
export type AssistantFigure = z.infer<typeof figureSchema>

/** An amount of the report as an assistant is told it: 22,513,241,836 cents are 225,132,418.36 dollars. */
export function amountIn(value: number, unit: Unit): number {
  return unit === 'cents' ? value / 100 : value
}

type Known = {
  unit: Unit
  value: number | null
  between?: readonly [number, number] | null | undefined
  known: AssistantFigure['known']
  check: CheckStatus
  sources: AssistantSource[]
}

const mostSources = 20

/** A figure in the report's unit, as an assistant is told it. An interval of no width is its value. */
export function newFigure({ unit, value, between = null, known, check, sources }: Known): AssistantFigure {
  const isExact = between !== null && between[0] === between[1]
  const exact = value ?? (isExact ? between[0] : null)
  return {
    value: exact === null ? null : amountIn(exact, unit),
    between:
      exact !== null || between === null ? null : [amountIn(between[0], unit), amountIn(between[1], unit)],
    unit: unitNames[unit],
    known,
    check,
    sources: sources.slice(0, mostSources),
  }
}

/** Gives the sources of places of one filing. */
export function sourcesOf(origin: string, slug: string, sha256: string) {
  return (at: Place): AssistantSource => ({
    url: `${origin}${sourceHref(slug, sha256, at)}`,
    sha256,
    line: at.line,
    lastLine: at.lastLine ?? at.line,
    columns: [at.start, at.end],
  })
}

/** What several checks come to. */
export function statusOf(checks: readonly { outcome: 'pass' | 'fail' }[]): CheckStatus {
  if (checks.length === 0) return 'unchecked'
  return checks.some(({ outcome }) => outcome === 'fail') ? 'fails' : 'passes'
}
