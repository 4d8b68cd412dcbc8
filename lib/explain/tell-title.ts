import type { Cell } from '../grid/grid.ts'
import type { JudgedCandidate } from '../reading/decision.ts'
import type { ReadTable } from '../stratification/read-table.ts'
import { heads, splitTitle } from '../stratification/split-title.ts'
import { contradicts, tell } from './told.ts'
import type { Told } from './trace-schema.ts'

/**
 * Which printed words are the table's title: those that the reader took, the others that were proposed, and every line right
 * over the table that is not of it.
 *
 * > GROUP I COLLATERAL      names a loan group, not what is split
 *   Mortgage Rates          stands right over the table, and its rows are of it
 */
export function tellTitle({ grid, title }: ReadTable): Told {
  const { title: taken, deciding } = splitTitle(grid)
  const { chosen, candidates: proposed } = deciding()
  const over = proposed.find(({ value }) => value.place === 'over')
  const own = proposed.find(({ value }) => value === chosen) ?? over
  const by = taken.length > 0 ? (own?.by ?? []) : [whereFrom(grid)]
  const left: JudgedCandidate<string>[] = [
    ...grid.title.filter(line => !taken.includes(line)).map(line => passedOver(line, over)),
    ...proposed.filter(one => one !== own && one !== over).map(one => ({ ...one, value: one.value.words })),
  ].filter(({ value }) => value !== '' && value !== title.text)
  const isNone = title.text === ''
  return tell(
    {
      question: 'title',
      candidates: isNone ? left : [{ value: title.text, by, verdicts: own?.verdicts ?? [] }, ...left],
      chosen: isNone ? null : title.text,
    },
    text => text,
    {
      question: 'title',
      asks: 'What is its title?',
      note: isNone ? 'No words stand over it that could be its title.' : null,
    },
  )
}

function whereFrom({ stub }: ReadTable['grid']): string {
  return stub === null
    ? 'No title is printed; it is the nearest heading above'
    : 'No title is printed; it is the header over the labels'
}

function passedOver(line: Cell, over: JudgedCandidate<unknown> | undefined): JudgedCandidate<string> {
  const against = over?.verdicts.filter(({ says }) => says === 'contradicts') ?? []
  const names = contradicts(
    'names-loans',
    'It names a loan group or the deal, not what the rows are split by.',
  )
  return {
    value: line.text,
    by: ['It stands right over the table'],
    verdicts: heads(line) ? [names] : against,
  }
}
