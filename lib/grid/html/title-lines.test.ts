import { expect, test } from 'vitest'
import { findHtmlGrids } from './find-html-grids.ts'

const rows =
  '<table><tr><td>State</td><td>Loans</td><td>Balance</td></tr><tr><td>Ohio</td><td>12</td><td>1,200,000</td></tr><tr><td>Iowa</td><td>28</td><td>2,800,000</td></tr></table>'

function titleOver(above: string): string[] {
  const lines = ['<html><body>', above, rows, '</body></html>']
  const [grid] = findHtmlGrids(lines, 1, lines.length, lines.join('\n'))
  return grid?.title.map(({ text }) => text) ?? []
}

test.each<[string, string[]]>([
  ['<p><b>Dispersion of the<br>Properties</b></p>', ['Dispersion of the', 'Properties']],
  ['<p>Loan Rates <br><i>(AS OF THE CUTOFF DATE)</i></p>', ['Loan Rates', '(AS OF THE CUTOFF DATE)']],
  ['<p>Dispersion of the</p><p>Properties</p>', ['Dispersion of the', 'Properties']],
  ['<p>States of the Loans</p><p>As of June 1, 2004</p>', ['States of the Loans', 'As of June 1, 2004']],
  [
    '<p>The Receivables</p><p>By State</p><p>(In Thousands)</p>',
    ['The Receivables', 'By State', '(In Thousands)'],
  ],
  [
    '<p>Types of Land</p><p>Securing the Junior Loans of</p><p>Owners in Pool 4</p>',
    ['Types of Land', 'Securing the Junior Loans of', 'Owners in Pool 4'],
  ],
  ['<p>Rates</p><p>Cut-off Date: May 1, 2003</p>', ['Rates', 'Cut-off Date: May 1, 2003']],
  ['<p>Rates</p><p>May 1, 2003</p>', ['Rates', 'May 1, 2003']],
  ['<p>Alder Loans</p><p>Cut-off Date Balances</p>', ['Cut-off Date Balances']],
  ['<p>May 1, 2003</p><p>Loan Rates</p>', ['Loan Rates']],
  ['<p>LOAN GROUP 1</p><p>States of the Loans</p>', ['States of the Loans']],
  ['<p>LOAN GROUP 1<br><br>States of the Loans</p>', ['States of the Loans']],
])('the title over a table of HTML runs over all of its lines: %s', (above, title) => {
  expect(titleOver(above)).toEqual(title)
})
