import type { Cell } from '../grid/grid.ts'
import type { JudgedCandidate } from '../reading/decision.ts'
import type { ReadTable } from '../stratification/read-stratification.ts'
import { heads, namedIn, splitTitle } from '../stratification/split-title.ts'
import { contradicts, supports, tell } from './told.ts'
import type { Told } from './trace-schema.ts'

/**
 * Which printed words are the table's title: those that the reader took, and every other line over it that it did not.
 *
 * > GROUP I COLLATERAL      names a loan group, not what is split
 *   Mortgage Rates          stands right over the table, and its rows are of it
 */
export function tellTitle({ grid, title }: ReadTable): Told {
  const labels = grid.rows.map(({ label }) => label?.text ?? '')
  const lines = splitTitle(grid).title
  const isTaken = (line: Cell) => lines.some(({ at }) => at === line.at)
  const named = namedIn(title.text, labels)
  const chosen: JudgedCandidate<string> = {
    value: title.text,
    by: [whereFrom(grid, lines)],
    verdicts:
      named === 'its own' ? [supports('names-its-split', 'It names what the rows are split by.')] : [],
  }
  const left = [
    ...grid.title
      .filter(line => !isTaken(line))
      .map(line => passedOver(line, labels, 'right over the table')),
    ...(grid.orphan ?? [])
      .filter(line => !isTaken(line))
      .map(line => passedOver(line, labels, 'at the foot of the page before')),
  ].filter(({ value }) => value !== title.text)
  const isNone = title.text === ''
  return tell(
    { question: 'title', candidates: isNone ? left : [chosen, ...left], chosen: isNone ? null : title.text },
    text => text,
    {
      question: 'title',
      asks: 'What is its title?',
      note: isNone ? 'No words stand over it that could be its title.' : null,
    },
  )
}

function whereFrom({ title, stub, orphan, headings }: ReadTable['grid'], lines: readonly Cell[]): string {
  const [first] = lines
  if (first === undefined)
    return stub === null
      ? 'No title is printed; it is the nearest heading above'
      : 'No title is printed; it is the header over the labels'
  if (title.includes(first)) return 'It stands right over the table'
  if (orphan?.includes(first)) return 'It stands at the foot of the page before'
  return headings.includes(first)
    ? 'It stands over the name of the loan group'
    : 'All rows stand under it as their heading'
}

function passedOver(line: Cell, labels: readonly string[], where: string): JudgedCandidate<string> {
  const named = namedIn(line.text, labels)
  const why = heads(line)
    ? 'It names a loan group or the deal, not what the rows are split by.'
    : named === 'another'
      ? 'It names a split that the rows rule out.'
      : 'Other words name what the rows are split by, or stand nearer.'
  return { value: line.text, by: [`It stands ${where}`], verdicts: [contradicts('title-words', why)] }
}
