import { describe, expect, it, test } from 'vitest'
import { describePlace } from '../evidence/describe-place.ts'
import { drawHtml } from '../grid/html/draw-html.ts'
import { readFiling } from '../read-filing.ts'
import type { Place } from '../report.ts'
import { marksInDrawn, marksInMarkup } from './drawn-marks.ts'
import type { Mark } from './mark-line.ts'

const lines = `<p>Prospectus</p><p>Loan Purpose</p>
<table><tr><td rowspan=2>Purpose</td><td colspan=2>Mortgage Loans</td><td rowspan=2>Percent of Balance</td></tr>
<tr><td>Number of Loans</td><td>Principal Balance</td></tr>
<tr><td>Purchase</td><td>30</td><td>$6,000.00</td><td>60.00%</td></tr>
<tr><td>Refinance</td><td>10</td><td>4,000.00</td><td>40.00</td></tr>
<tr><td>Total</td><td>40</td><td>$10,000.00</td><td>100.00%</td></tr></table>
<p>The end.</p>`.split('\n')

const read = readFiling(new TextEncoder().encode(lines.join('\n')), 'purposes.htm')
if (!('report' in read)) throw new Error('it was not read')
const { report } = read

/** The place where these words are printed. */
function placeOf(words: string): Place {
  const line = lines.findIndex(text => text.includes(words))
  const start = (lines[line]?.indexOf(words) ?? 0) + 1
  return { line: line + 1, start, end: start + words.length }
}

/** The marks of what is printed at a place, in the words that they cover. */
function marked(at: Place, find: typeof marksInDrawn): Record<string, string[]> {
  const evidence = describePlace(report, at)
  const marks = find(evidence.table ? drawHtml(lines, evidence.table) : [], evidence)
  const covered = (role: Mark['role']) => marks.filter(mark => mark.role === role).map(({ at }) => textAt(at))
  return { figure: covered('figure'), label: covered('label'), header: covered('header') }
}

function textAt({ line, start, end, lastLine = line }: Place): string {
  return line === lastLine
    ? (lines[line - 1]?.slice(start - 1, end - 1) ?? '')
    : `lines ${line} to ${lastLine}`
}

const none = { figure: [], label: [], header: [] }
const ofBalance = { label: ['Purchase'], header: ['Mortgage Loans', 'Principal Balance'] }

describe('marks in a drawn table', () => {
  it('are the figure’s cell, its label, and the headings over it and no other', () =>
    expect(marked(placeOf('6,000.00'), marksInDrawn)).toEqual({ figure: ['$6,000.00'], ...ofBalance }))

  it('are the cells of a chosen heading, though its place runs over others', () => {
    const heading = report.stratifications[0]?.columns.find(({ measure }) => measure === 'balanceCents')?.at
    expect(textAt(heading ?? placeOf('Purpose'))).toBe('lines 2 to 3')
    expect(marked(heading ?? placeOf('Purpose'), marksInDrawn)).toEqual({ ...none, figure: ofBalance.header })
  })

  it('are a chosen label or title alone', () => {
    expect(marked(placeOf('Refinance'), marksInDrawn)).toEqual({
      ...none,
      figure: ['Refinance'],
      header: ['Purpose'],
    })
    expect(marked(placeOf('Loan Purpose'), marksInDrawn)).toEqual({ ...none, figure: ['Loan Purpose'] })
  })

  it('are none for a whole table', () => {
    const table = report.stratifications[0]?.at
    expect(marked(table ?? placeOf('Loan Purpose'), marksInDrawn)).toEqual(none)
  })
})

test('marks in the lines of its markup cover the digits alone, and no tags between headings', () =>
  expect(marked(placeOf('6,000.00'), marksInMarkup)).toEqual({ figure: ['6,000.00'], ...ofBalance }))
