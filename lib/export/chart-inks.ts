import type { Ink, TextInk } from '../charts/drawing.ts'

/** The themes that a picture can have. */
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The colours of both themes that charts are drawn in (`app/globals.css`): a picture by itself has no style sheet. */
const palette = {
  paper: ['#ffffff', '#0f1215'],
  rule: ['#e1e4e8', '#272d35'],
  ink: ['#14181d', '#e9ecef'],
  'ink-2': ['#454d57', '#b8c0c9'],
  'ink-3': ['#606973', '#929ca7'],
  data: ['#0072b2', '#56b4e9'],
  'data-soft': ['#cfe3f1', '#17384c'],
  'on-accent': ['#ffffff', '#0b1015'],
  fail: ['#a84300', '#ff9a57'],
  'fail-data': ['#d55e00', '#f0762a'],
  'step-1': ['#dbe9f4', '#17303f'],
  'step-2': ['#a6cbe5', '#1f5473'],
  'step-3': ['#4f9bcb', '#3d8fbd'],
  'step-4': ['#0b5c93', '#a3dafa'],
  'on-step-1': ['#14181d', '#e9ecef'],
  'on-step-2': ['#14181d', '#f3f6f8'],
  'on-step-3': ['#0b1015', '#080c0f'],
  'on-step-4': ['#ffffff', '#080c0f'],
  // Pools that are compared, in their order (`components/compare/pool-key.css`).
  'series-0': ['#0072b2', '#56b4e9'],
  'series-1': ['#c4510b', '#f0823f'],
  'series-2': ['#007f5c', '#35bd90'],
  'series-3': ['#a8467f', '#dd8fbb'],
  'series-4': ['#5a6570', '#a9b3bd'],
  'series-5': ['#8a6116', '#cda352'],
  'series-6': ['#00808c', '#4cc5cf'],
  'series-7': ['#6650a6', '#a996e3'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

/** Stands around the name of a colour until a picture is whole; no text of a filing has it there (`escapeXml`). */
const fence = '\u0001'

/** Each colour as shapes name it, whatever theme the picture will have. */
export const chartColours = Object.fromEntries(
  Object.keys(palette).map(name => [name, `${fence}${name}${fence}`]),
) as Record<keyof typeof palette, string>

export const seriesColours: readonly string[] = Object.keys(palette)
  .filter(name => name.startsWith('series-'))
  .map(name => `${fence}${name}${fence}`)

/** The colours of a theme by their names. */
export function themeColours(theme: Theme): Record<keyof typeof palette, string> {
  const order = themes.indexOf(theme)
  const entries = Object.entries(palette).map(([name, pair]) => [name, pair[order] ?? pair[0]])
  return Object.fromEntries(entries) as Record<keyof typeof palette, string>
}

/** A picture in the colours of a theme. */
export function inTheme(svg: string, theme: Theme): string {
  const colours: Record<string, string> = themeColours(theme)
  return svg.replace(
    new RegExp(`${fence}([a-z0-9-]+)${fence}`, 'g'),
    (_, name: string) => colours[name] ?? '',
  )
}

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
