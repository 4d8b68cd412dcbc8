import { type DealFigure, type FigureFilter, figureKey, readFigureKey } from '../figures/index.ts'
import { type FindDealsQuery, findDealsQuerySchema, readDealsQuery } from '../library/index.ts'
import { type PeriodKind, periodKinds } from '../trends/index.ts'
import { findRepeated, onlyValue, sayRepeated } from './repeated-values.ts'

/** A parameter that is not understood, and why: a sentence to stand beside its control. */
export type TrendsProblem = { parameter: string; problem: string }

export type TrendsQuery = {
  /** A chart each, in the order asked for. */
  figures: DealFigure[]
  /** Which deals, as the library is asked for them. */
  query: FindDealsQuery & { filters: FigureFilter[] }
  /** The parameters of the address that say so, but for shelf and words. */
  narrowedBy: [name: string, value: string][]
  slugs: string[]
  by: PeriodKind
  withFailing: boolean
  /** What is not understood is left out, and told. */
  problems: TrendsProblem[]
}

export const mostMeasures = 4
const mostDealsNamed = 500

/** Parameters with one value, each with the one that names the control which it is of. */
const controlOf: Readonly<Record<string, string>> = {
  by: 'by',
  failing: 'failing',
  tail: 'measure',
  side: 'measure',
  at: 'measure',
  open: 'open',
  sentences: 'sentences',
}

/** What lists of deals are asked for beside what they are narrowed by. */
const ofListsAlone = ['sort', 'limit', 'cursor']

/**
 * Read `?measure=waltv&measure=state.CA&by=quarter&failing=in&deals=a,b` and with it whatever lists of deals are narrowed by:
 * `q`, `shelf`, `year`, `waltv__gte=70`. A tail may come in three parts too, as a form sends it:
 * `tail=original-ltv&side=above&at=80`.
 */
export function readTrendsQuery(given: URLSearchParams): TrendsQuery {
  const narrowedBy = [...given].filter(([name]) => isNarrowing(name))
  const { query, problems: ofDeals } = readDealsQuery(narrowedBy)
  const problems: TrendsProblem[] = ofDeals.map(({ parameter, problem }) => ({ parameter, problem }))
  const figures = readMeasures(given, problems)
  for (const repeated of findRepeated(given, Object.keys(controlOf)))
    problems.push({ parameter: controlOf[repeated.name] ?? repeated.name, problem: sayRepeated(repeated) })
  const by = periodKinds.find(kind => kind === (onlyValue(given, 'by') ?? 'year'))
  if (by === undefined)
    problems.push({
      parameter: 'by',
      problem: `“${onlyValue(given, 'by')}” is no period: ${periodKinds.join(', ')}.`,
    })
  const failing = onlyValue(given, 'failing') ?? 'out'
  if (failing !== 'in' && failing !== 'out')
    problems.push({ parameter: 'failing', problem: `“${failing}” is neither in nor out.` })
  const slugs = readSlugs(given.getAll('deals'))
  if (slugs.length > mostDealsNamed)
    problems.push({
      parameter: 'deals',
      problem: `The address names ${slugs.length} deals; the first ${mostDealsNamed} are shown.`,
    })
  return {
    figures,
    query,
    narrowedBy: narrowedBy.filter(([name, value]) => name !== 'q' && name !== 'shelf' && value !== ''),
    slugs: slugs.slice(0, mostDealsNamed),
    by: by ?? 'year',
    withFailing: failing === 'in',
    problems,
  }
}

/** Slugs with commas between them, or a parameter each; each once. */
function readSlugs(given: readonly string[]): string[] {
  const slugs = given.flatMap(list => list.split(',')).map(slug => slug.trim())
  return [...new Set(slugs)].filter(slug => slug !== '')
}

function isNarrowing(name: string): boolean {
  if (name === 'has' || name.includes('__')) return true
  return name in findDealsQuerySchema.shape && !ofListsAlone.includes(name)
}

function readMeasures(given: URLSearchParams, problems: TrendsProblem[]): DealFigure[] {
  const figures = new Map<string, DealFigure>()
  for (const key of keysOf(given)) {
    const figure = readFigureKey(key)
    if ('problem' in figure) problems.push({ parameter: 'measure', problem: figure.problem })
    else figures.set(figureKey(figure), figure)
  }
  if (figures.size > mostMeasures)
    problems.push({
      parameter: 'measure',
      problem: `At most ${mostMeasures} measures are shown at once; the first ${mostMeasures} are.`,
    })
  return [...figures.values()].slice(0, mostMeasures)
}

function keysOf(given: URLSearchParams): string[] {
  const named = given.getAll('measure').filter(key => key.trim() !== '')
  if (findRepeated(given, ['tail', 'side', 'at']).length > 0) return named
  const at = onlyValue(given, 'at')?.trim() ?? ''
  return at === '' ? named : [...named, `${given.get('tail')}.${given.get('side') ?? 'above'}.${at}`]
}
