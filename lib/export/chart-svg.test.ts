import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ChartMeasure } from '../charts/chart-source.ts'
import { checkStratifications } from '../checks/index.ts'
import { inventTable } from '../fixtures/invented-table.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { type Theme, themeColours } from './chart-inks.ts'
import { chartSvg } from './chart-svg.ts'
import { escapeXml } from './picture.ts'

const address = 'http://localhost:3000/deals/fernhill-trust-2003-2#purpose'

function purposes(labels: string[]): Stratification {
  const rows = labels.map((label, index) => ({ label, loanCount: 1, balanceCents: 100_000 * (index + 1) }))
  return inventTable({ id: 'purpose', dimension: 'purpose', rows })
}

type Wish = { measure?: ChartMeasure; says?: string; theme?: Theme }

function draw(
  table: Stratification,
  { measure = 'percent', says, theme = 'light' }: Wish = {},
): string | null {
  const checks = checkStratifications({ stratifications: [table], statistics: [] })
  const report = { statistics: [], checks, stratifications: [table] } as unknown as FilingReport
  const deal = 'Fernhill Trust 2003-2'
  return chartSvg({
    report,
    table,
    deal,
    address,
    measure,
    theme,
    line: 'auto',
    width: 332,
    ...(says && { says }),
  })
}

/** The words of the picture, as they are read from top to bottom. */
function wordsOf(svg: string | null): string {
  return (svg ?? '')
    .replace(/<style>.*?<\/style>/, '')
    .replaceAll(/<tspan[^>]*>|<\/tspan>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

const light = themeColours('light')

describe('chartSvg', () => {
  it('names the table, the deal and the address, and has the figures of the chart', () => {
    const words = wordsOf(draw(purposes(['Purchase', 'Refinance'])))
    expect(words).toContain('Fernhill Trust 2003-2')
    expect(words.replaceAll(' ', '')).toContain(address)
    expect(words).toContain('Purchase')
    expect(words).toContain('66.67')
  })

  it('has its font in it', () => {
    const [, font = ''] = /<style>(.*?)<\/style>/.exec(draw(purposes(['Purchase'])) ?? '') ?? []
    expect(font).toMatch(
      /^@font-face\{font-family:Inter;[^{}]*url\(data:font\/woff2;base64,[\w+/=]{20000,}\)[^{}]*\}$/,
    )
  })

  it('asks for nothing else: no address is followed, no style sheet, script or font loaded', () => {
    const svg = (draw(purposes(['Purchase'])) ?? '').replace(/<style>.*?<\/style>/, '')
    expect(svg).not.toMatch(/<(?:image|script|style|link|use|foreignObject)|@import|href=|class=|var\(/)
    expect([...svg.matchAll(/url\(([^)]*)\)/g)].every(([, to]) => to?.startsWith('#'))).toBe(true)
  })

  it('keeps what is printed text, whatever it looks like', () => {
    const svg = draw(purposes(['<script>alert("1")</script> & \u0007more']))
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
    expect(svg).not.toContain('\u0007')
  })

  it('says of a long table how its rows were added up', () =>
    expect(wordsOf(draw(purposes(['Purchase']), { says: 'Drawn as 25 bins.' }))).toContain(
      'Drawn as 25 bins.',
    ))

  it('marks a failing row and says which figure is drawn', () => {
    const table = purposes(['Purchase', 'Refinance'])
    const [first] = table.buckets
    if (first) first.values.balancePct = 43.33
    expect(wordsOf(draw(table))).toContain('Purchase is drawn by its balance, 33.33%')
    expect(draw(table)).toContain(`stroke="${light.fail}"`)
    expect(draw(purposes(['Purchase', 'Refinance']))).not.toContain(`stroke="${light.fail}"`)
  })

  it('is none of a table without rows', () => expect(draw(purposes([]))).toBeNull())
})

describe('escapeXml', () => {
  it.each([
    ['a & b < c > "d" \'e\'', 'a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;'],
    ['half \ud800 of a pair, \ufffe, \u0000 and \u001b', 'half  of a pair, ,  and '],
    ['whole pair 𝛼, tab\t', 'whole pair 𝛼, tab\t'],
  ])('writes %j as %j', (text, written) => expect(escapeXml(text)).toBe(written))
})

it('draws in the colours of either theme, which are those of pages', () => {
  const read = (file: string) => readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')
  const css = `${read('app/globals.css')} ${read('components/compare/pool-key.css')}`
  const dark = themeColours('dark')
  for (const [name, colour] of Object.entries(light)) {
    const own = name.startsWith('series-') ? `.${name} {\n    --series` : `--${name}`
    expect(css).toContain(`${own}: light-dark(${colour}, ${dark[name as keyof typeof dark]})`)
  }
  const svg = draw(purposes(['Purchase', 'Refinance']), { theme: 'dark' }) ?? ''
  expect(svg).toContain(`fill="${dark.paper}"`)
  expect(svg).not.toContain(light.paper)
  expect(svg).not.toContain('\u0001')
})
