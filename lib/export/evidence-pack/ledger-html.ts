import { sayLines } from '../../addresses/place-address.ts'
import { formatCount } from '../../format/numbers.ts'
import { titleTable } from '../../names/names.ts'
import type { Check, FilingReport } from '../../report.ts'
import { formatCheckWithUnits } from '../../words/check-figures.ts'
import { nameCheck, sayWording } from '../../words/name-check.ts'
import { escapeXml } from '../picture.ts'

/** Of a failing check's line, so many characters are shown. */
const mostOfLine = 160

const style = `
:root { color-scheme: light dark; --ink: #1c2024; --dim: #5b636b; --line: #d5d9dd; --paper: #fff; --bad: #a32a1d; --wash: #fbeeea }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8ea; --dim: #a3abb3; --line: #3a4046; --paper: #15181b; --bad: #ff9c8a; --wash: #2f1e1b }
}
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: var(--ink); background: var(--paper); font: 15px/1.5 system-ui, sans-serif }
h1 { margin: 0; font-size: 1.5rem } h2 { margin: 2rem 0 .25rem; font-size: 1.1rem }
p { margin: .25rem 0; color: var(--dim) } code, pre { font-size: .9em; overflow-wrap: anywhere }
pre { margin: .25rem 0 0; white-space: pre-wrap }
div { overflow-x: auto }
td:nth-child(2) { min-width: 14rem }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th { color: var(--dim); font-weight: 600; white-space: nowrap }
.n { text-align: right; white-space: nowrap }
tr.fail td { background: var(--wash) } tr.fail td:first-child { color: var(--bad); font-weight: 600 }
@media print { body { margin: 0 } tr { break-inside: avoid } }
`

/** Every check of a filing as a page that needs nothing else, the failing ones first, then table by table. */
export function* ledgerHtml(deal: string, report: FilingReport, lines: readonly string[]): Generator<string> {
  const { file, checks, stratifications } = report
  const failing = checks.filter(({ outcome }) => outcome === 'fail')
  const title = escapeXml(`Ledger of ${deal}`)
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
<p>${escapeXml(file.name)}, SHA-256 <code>${file.sha256}</code></p>
<p>${sayCount(checks.length, 'check')}: ${formatCount(checks.length - failing.length)} pass, ${formatCount(failing.length)} fail. Each compares a printed figure with what other printed figures give. Nothing was corrected.</p>
`
  if (failing.length > 0) yield* section('Failing', failing, report, lines)
  const byTable = Map.groupBy(checks, check => check.stratification)
  for (const table of stratifications)
    yield* section(titleTable(table), byTable.get(table.id) ?? [], report, lines)
  const known = new Set<string | null>(stratifications.map(({ id }) => id))
  const others = checks.filter(({ stratification }) => !known.has(stratification))
  yield* section('Stated figures', others, report, lines)
  yield '</body></html>\n'
}

const sayCount = (count: number, what: string) => `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`

function* section(
  title: string,
  checks: readonly Check[],
  report: FilingReport,
  lines: readonly string[],
): Generator<string> {
  if (checks.length === 0) return
  yield `<h2>${escapeXml(title)}</h2><div><table><thead><tr><th>Outcome<th>Check<th class="n">Printed<th class="n">Found<th class="n">Difference<th class="n">Allowed<th class="n">Place</tr></thead><tbody>\n`
  for (const check of checks) yield row(check, report, lines)
  yield '</tbody></table></div>\n'
}

function row(check: Check, report: FilingReport, lines: readonly string[]): string {
  const { printed, found, difference, allowed } = formatCheckWithUnits(report, check)
  const name = nameCheck(report, check)
  const wording = sayWording(check.code)
  const about = name.includes(wording) ? name : `${name}: ${wording}`
  const text = lines[check.at.line - 1]?.trim().replace(/\s+/g, ' ').slice(0, mostOfLine) ?? ''
  const isFailing = check.outcome === 'fail'
  const line = isFailing ? `<pre>${escapeXml(text)}</pre>` : ''
  const figures = [printed, found, difference, allowed, sayLines(check.at)]
  const cells = figures.map(figure => `<td class="n">${escapeXml(figure)}`).join('')
  return `<tr${isFailing ? ' class="fail"' : ''}><td>${isFailing ? 'Fails' : 'Passes'}<td>${escapeXml(about)}${line}${cells}</tr>\n`
}
