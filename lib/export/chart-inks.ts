import type { Ink, TextInk } from '../charts/drawing.ts'

/** The light theme's colours that charts are drawn in: a picture by itself has no style sheet, and is put on paper. */
export const chartColours = {
  paper: '#ffffff',
  rule: '#e1e4e8',
  ink: '#14181d',
  'ink-2': '#454d57',
  'ink-3': '#606973',
  data: '#0072b2',
  'data-soft': '#cfe3f1',
  'on-accent': '#ffffff',
  fail: '#a84300',
  'fail-data': '#d55e00',
  'step-1': '#dbe9f4',
  'step-2': '#a6cbe5',
  'step-3': '#4f9bcb',
  'step-4': '#0b5c93',
  'on-step-1': '#14181d',
  'on-step-2': '#14181d',
  'on-step-3': '#0b1015',
  'on-step-4': '#ffffff',
} as const

/** The light theme's colours of pools that are compared, in their order (`components/compare/pool-key.css`). */
export const seriesColours: readonly string[] = [
  '#0072b2',
  '#c4510b',
  '#007f5c',
  '#a8467f',
  '#5a6570',
  '#8a6116',
  '#00808c',
  '#6650a6',
]

type Colour = keyof typeof chartColours
type Stroke = { stroke: Colour; width?: number; dashes?: string; fill?: Colour }

/** How a path of each ink is drawn, as `components/charts/charts.css` has it; hatched areas have their outline alone. */
const strokes: Record<Exclude<Ink, keyof typeof fills>, Stroke> = {
  open: { stroke: 'data' },
  residual: { stroke: 'ink-3' },
  grid: { stroke: 'rule' },
  base: { stroke: 'ink-2' },
  tick: { stroke: 'ink', width: 2 },
  stem: { stroke: 'data', width: 1.75 },
  line: { stroke: 'ink', width: 1.5 },
  'line-open': { stroke: 'ink', width: 1.5, dashes: '2 3' },
  dot: { stroke: 'ink', width: 1.5, fill: 'paper' },
  span: { stroke: 'ink', width: 2 },
  tile: { stroke: 'rule' },
  fail: { stroke: 'fail', width: 1.75 },
  'fail-frame': { stroke: 'fail-data', width: 1.75 },
  'fail-line': { stroke: 'fail-data', width: 1.75, dashes: '3 2' },
  'fail-disc': { stroke: 'fail-data', fill: 'paper' },
}
const fills = {
  data: 'data',
  soft: 'data-soft',
  mark: 'ink',
  'shade-1': 'step-1',
  'shade-2': 'step-2',
  'shade-3': 'step-3',
  'shade-4': 'step-4',
} as const satisfies Partial<Record<Ink, Colour>>
const texts: Record<TextInk, { plain: Colour; strong: Colour }> = {
  axis: { plain: 'ink-3', strong: 'ink' },
  words: { plain: 'ink-2', strong: 'ink' },
  'in-bar': { plain: 'on-accent', strong: 'on-accent' },
  code: { plain: 'ink-3', strong: 'ink' },
  'code-1': { plain: 'on-step-1', strong: 'on-step-1' },
  'code-2': { plain: 'on-step-2', strong: 'on-step-2' },
  'code-3': { plain: 'on-step-3', strong: 'on-step-3' },
  'code-4': { plain: 'on-step-4', strong: 'on-step-4' },
}

/** The attributes of a path of an ink. `hatch` is what fills an area that is not known, `url(#…)`. */
export function pathAttributes(ink: Ink, hatch: string): string {
  if (ink in fills) return `fill="${chartColours[fills[ink as keyof typeof fills]]}"`
  const { stroke, width = 1, dashes, fill } = strokes[ink as keyof typeof strokes]
  const filled = fill ? chartColours[fill] : ink === 'open' || ink === 'residual' ? hatch : 'none'
  const dashed = dashes ? ` stroke-dasharray="${dashes}"` : ''
  return `fill="${filled}" stroke="${chartColours[stroke]}" stroke-width="${width}"${dashed}`
}

/** The colours of a text, and of the figures in it. */
export function textColours(ink: TextInk): { plain: string; strong: string } {
  const { plain, strong } = texts[ink]
  return { plain: chartColours[plain], strong: chartColours[strong] }
}
