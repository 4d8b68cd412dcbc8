import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ChartMeasure } from '../charts/chart-source.ts'
import { checkStratifications } from '../checks/index.ts'
import { inventTable } from '../fixtures/invented-table.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { chartColours } from './chart-inks.ts'
import { chartSvg } from './chart-svg.ts'
import { escapeXml } from './picture.ts'

const address = 'http://localhost:3000/deals/fernhill-trust-2003-2#purpose'

function purposes(labels: string[]): Stratification {
  const rows = labels.map((label, index) => ({ label, loanCount: 1, balanceCents: 100_000 * (index + 1) }))
  return inventTable({ id: 'purpose', dimension: 'purpose', rows })
}

function draw(table: Stratification, measure: ChartMeasure = 'percent', says?: string): string | null {
  const checks = checkStratifications({ stratifications: [table], statistics: [] })
  const report = { statistics: [], checks, stratifications: [table] } as unknown as FilingReport
  const deal = 'Fernhill Trust 2003-2'
  return chartSvg({ report, table, deal, address, measure, line: 'auto', width: 332, ...(says && { says }) })
}

/** The words of the picture, as they are read from top to bottom. */
function wordsOf(svg: string | null): string {
  return (svg ?? '')
    .replaceAll(/<tspan[^>]*>|<\/tspan>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

describe('chartSvg', () => {
  it('names the table, the deal and the address, and has the figures of the chart', () => {
    const words = wordsOf(draw(purposes(['Purchase', 'Refinance'])))
    expect(words).toContain('Fernhill Trust 2003-2')
    expect(words.replaceAll(' ', '')).toContain(address)
    expect(words).toContain('Purchase')
    expect(words).toContain('66.67')
  })

  it('asks for nothing else: no address is followed, no style sheet, script or font loaded', () => {
    const svg = draw(purposes(['Purchase'])) ?? ''
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
    expect(wordsOf(draw(purposes(['Purchase']), 'percent', 'Drawn as 25 bins.'))).toContain(
      'Drawn as 25 bins.',
    ))

  it('marks a failing row and says which figure is drawn', () => {
    const table = purposes(['Purchase', 'Refinance'])
    const [first] = table.buckets
    if (first) first.values.balancePct = 43.33
    expect(wordsOf(draw(table))).toContain('Purchase is drawn by its balance, 33.33%')
    expect(draw(table)).toContain(`stroke="${chartColours.fail}"`)
    expect(draw(purposes(['Purchase', 'Refinance']))).not.toContain(`stroke="${chartColours.fail}"`)
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

it('draws in the colours of the light theme', () => {
  const css = readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8')
  for (const [name, colour] of Object.entries(chartColours))
    expect(css).toContain(`--${name}: light-dark(${colour}, `)
})
