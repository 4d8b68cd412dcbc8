import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Mark } from '@/lib/layout/mark-line.ts'
import { FilingLines } from './filing-lines.tsx'

const lines = ['California     1,234.00', 'New York         766.00']

function draw(marks: Mark[]): string {
  const props = {
    lines,
    first: 7,
    marks,
    chosen: { from: 8, to: 8 },
    isAddressable: true,
    isHtml: () => false,
  }
  return renderToStaticMarkup(createElement(FilingLines, props))
}

test('the address of a line leads to the figure that is marked on it, and else to the line', () => {
  const html = draw([
    { at: { line: 8, start: 1, end: 9 }, role: 'label', shape: 'block' },
    { at: { line: 8, start: 18, end: 24 }, role: 'figure', shape: 'run' },
  ])
  expect(html).toContain('<mark id="L8">766.00</mark>')
  expect(html).toContain('<span id="L7"')
  expect(html.match(/id="L8"/g)).toHaveLength(1)
})

test('a figure of no width leaves the address to its line', () => {
  expect(draw([{ at: { line: 8, start: 18, end: 18 }, role: 'figure', shape: 'run' }])).toMatch(
    /<span id="L8"|<mark id="L8">/,
  )
})
