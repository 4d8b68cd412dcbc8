import type { ChartMeasure } from '../charts/chart-source.ts'
import type { LineWish } from '../charts/choose-line.ts'
import { figureWidths } from '../charts/draw-chart.ts'
import { type Theme, themes } from '../export/chart-inks.ts'
import { findMeasure } from '../measures/index.ts'
import type { Parameter } from './calls/operation.ts'
import { findRepeated } from './repeated-values.ts'

const measures = ['percent', 'balance', 'count'] as const satisfies readonly ChartMeasure[]
const lines = ['auto', 'cumulative', 'none'] as const
const widths = Object.keys(figureWidths) as (keyof typeof figureWidths)[]

/** The colours of a picture, as calls have them. */
export const themeParameter: Parameter = {
  name: 'theme',
  in: 'query',
  description: 'The colours of the picture: on paper unless told otherwise.',
  schema: { type: 'string', enum: themes },
}

/** The theme that a query asks for; undefined where it is none. */
export function readTheme(query: URLSearchParams): Theme | undefined {
  if (findRepeated(query, ['theme']).length > 0) return undefined
  return themes.find(name => name === (query.get('theme') ?? 'light'))
}

/** What a call can ask of a chart, as the service's description has it. */
export const chartParameters: Parameter[] = [
  {
    name: 'measure',
    in: 'query',
    description: 'What is drawn; where the table does not print it, what it prints instead. Else percent.',
    schema: { type: 'string', enum: measures },
  },
  {
    name: 'line',
    in: 'query',
    description: `What is drawn over it: ${lines.join(', ')}, or the measure of a column of averages, where the table has it. Else auto.`,
    schema: { type: 'string' },
  },
  {
    name: 'width',
    in: 'query',
    description: `${widths.map(name => `${name}: ${figureWidths[name]} px`).join(', ')}, without the margins. Else wide.`,
    schema: { type: 'string', enum: widths },
  },
  themeParameter,
]

type ChartWish = { measure: ChartMeasure; line: LineWish; width: number; theme: Theme }

/** What a query asks of a chart, or the name of the parameter that is not understood. */
export function readChartQuery(query: URLSearchParams): ChartWish | { wrong: string } {
  const measure = measures.find(name => name === (query.get('measure') ?? 'percent'))
  const line = query.get('line') ?? 'auto'
  const width = widths.find(name => name === (query.get('width') ?? 'wide'))
  if (measure === undefined) return { wrong: 'measure' }
  if (!lines.some(name => name === line) && findMeasure(line) === null) return { wrong: 'line' }
  const theme = readTheme(query)
  if (theme === undefined) return { wrong: 'theme' }
  return width === undefined ? { wrong: 'width' } : { measure, line, width: figureWidths[width], theme }
}
