import { issue, type Staged } from '../issues.ts'
import type { Printed } from '../report.ts'
import { findCaption, findCellsAbove } from './captions.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'
import { toNaturalCase } from './name-case.ts'
import { placeOnLine, splitCells, type TextLine } from './text-lines.ts'

type Numbers = Record<'stateOfIncorporation' | 'fileNumber' | 'ein', Printed | null>

const STATE = { caption: /state\s+(?:of|or)\s/i, value: /^(?:the )?[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}$/ }
const FILE_NUMBER = { caption: /\(commission|commission\s+file/i, value: /\b\d{1,3}-\d{3,6}(?:-\d{1,3})?\b/ }
const EIN = {
  caption: /i\.?\s?r\.?\s?s\.?\s+employe[re]|employer\s+identification/i,
  value: /\b\d\d-\d{7}\b|\bpending\b|\bapplied for\b|\brequested\b/i,
}
/** Where cells have no captions under them (HTML), a state is told by its name alone on a line. */
const STATE_NAME =
  /^(?:delaware|new york|california|maryland|minnesota|massachusetts|north carolina|virginia|texas|florida|illinois|pennsylvania|new jersey|nevada|ohio|georgia|michigan|connecticut|utah|washington|united states(?: of america)?)$/i

/**
 * State of incorporation, Commission file number and employer number, each from above its caption.
 *
 * Where several are stacked the first is given, and `cover-prints-several` tells how many there are. A number that
 * does not stand above its caption is taken from the same line or by its form. "Pending" is given as printed.
 */
export function readCoverNumbers(cover: TextLine[]): Staged<Numbers> {
  const file = readByCaption(cover, FILE_NUMBER)
  const ein = readByCaption(cover, EIN)
  const state = readByCaption(cover, STATE)
  const issues = [
    ...reportSeveral('Commission file numbers', file),
    ...reportSeveral('employer numbers', ein),
  ]
  return {
    value: {
      stateOfIncorporation: inNaturalCase(state[0] ?? findStateName(cover)),
      fileNumber: file[0] ?? findAnywhere(cover, FILE_NUMBER),
      ein: ein[0] ?? findAnywhere(cover, EIN),
    },
    issues,
  }
}

const REGISTRATION =
  /(?:registration(?: statement)?(?:,? (?:commission )?file)?|sec file|(?<!commission )file) (?:no\.?|numbers?)(?: of| is)?:? ?(3{2,3}-\d{4,6}(?:-\d{1,3})?)/iy
/** What every registration number follows. */
const NUMBERED = ['registration', 'file n']
const LOOKED_AT = 60_000

/**
 * The registration number that a prospectus or term sheet names where it has no cover of a report.
 *
 * > Filed under Rule 433, Registration Statement No. 333-900417
 */
export function readRegistrationNumber(flow: Flow): Printed | null {
  for (const words of NUMBERED)
    for (const at of offsetsOf(flow, words)) {
      if (at > LOOKED_AT) break
      REGISTRATION.lastIndex = at
      const found = REGISTRATION.exec(flow.text)
      const number = found?.[1]
      if (found === null || number === undefined) continue
      const end = at + found[0].length
      return printedInFlow(flow, end - number.length, end)
    }
  return null
}

function inNaturalCase(state: Printed | null): Printed | null {
  return state === null ? null : { ...state, value: toNaturalCase(state.value) }
}

function readByCaption(cover: TextLine[], { caption, value }: { caption: RegExp; value: RegExp }): Printed[] {
  const found = findCaption(cover, caption)
  if (found === null) return []
  return findCellsAbove(cover, found).flatMap(cell => {
    const match = value.exec(cell.text)
    const line = cover[cell.index]
    if (match === null || line === undefined) return []
    const from = cell.from + match.index
    return [{ value: match[0], at: placeOnLine(line, from, from + match[0].length) }]
  })
}

/** The first text of this form on a cover that has the caption. */
function findAnywhere(
  cover: TextLine[],
  { caption, value }: { caption: RegExp; value: RegExp },
): Printed | null {
  if (!cover.some(line => caption.test(line.text))) return null
  for (const line of cover) {
    const match = /\d{3}\)? ?\d{3}-\d{4}/.test(line.text) ? null : value.exec(line.text)
    if (match === null || isPartOfLonger(line.text, match)) continue
    return { value: match[0], at: placeOnLine(line, match.index, match.index + match[0].length) }
  }
  return null
}

function isPartOfLonger(text: string, match: RegExpExecArray): boolean {
  return (
    /[\d-]/.test(text.charAt(match.index + match[0].length)) || /[\d-]/.test(text.charAt(match.index - 1))
  )
}

function findStateName(cover: TextLine[]): Printed | null {
  for (const line of cover) {
    const cell = splitCells(line.text).find(each => STATE_NAME.test(each.text))
    if (cell !== undefined) return { value: cell.text, at: placeOnLine(line, cell.from, cell.to) }
  }
  return null
}

function reportSeveral(what: string, found: Printed[]) {
  const [first] = found
  return first === undefined || found.length < 2
    ? []
    : [issue('cover-prints-several', { what, count: found.length, first: first.value }, first.at)]
}
