import { addAll } from '../add-all.ts'
import { issue } from '../issues.ts'
import type { Issue, Printed } from '../report.ts'
import {
  type CaptionKind,
  type CoverCell,
  findCellsAbove,
  findCellsBelow,
  findCellsBeside,
  isCaption,
} from './captions.ts'
import { readJurisdiction } from './jurisdictions.ts'
import { toNaturalCase } from './name-case.ts'
import { cellsOf, placeOnLine, type TextLine } from './text-lines.ts'

/** A caption of a cover. */
export type Caption = CoverCell & { kind: CaptionKind }

/** A stretch of a text that has the form of a value, end exclusive. */
type Match = { from: number; to: number }
/** A value on a cover that is told by its form, wherever about its caption it stands. */
type Field = {
  kind: CaptionKind
  what: string
  whats: string
  match: (text: string) => Match | null
  isTelling: boolean
}

type FieldId = 'stateOfIncorporation' | 'fileNumber' | 'ein' | 'phone'

const byPattern = (pattern: RegExp) => (text: string) => {
  const found = pattern.exec(text)
  return found === null ? null : { from: found.index, to: found.index + found[0].length }
}

const PHONE = /(?:\+?1[ .-])?(?<![\d-])\(?\d{3}\)?[ ./-]{0,2}\d{3}[ .-]{1,3}\d{4}(?![\d-])/
/** A jurisdiction, in a bracket or not: `(Delaware)`. */
function matchJurisdiction(text: string): Match | null {
  const bracketed = /^\(([^()]+)\)$/.exec(text)?.[1]
  const found = readJurisdiction(bracketed ?? text)
  const from = (found?.from ?? 0) + (bracketed === undefined ? 0 : 1)
  return found === null ? null : { from, to: from + found.printed.length }
}

/** `isTelling`: the form alone tells the field, so that one such text on a cover with the caption is the value. */
const FIELDS: Record<FieldId, Field> = {
  stateOfIncorporation: {
    kind: 'state',
    what: 'state of incorporation',
    whats: 'states of incorporation',
    match: matchJurisdiction,
    isTelling: false,
  },
  fileNumber: {
    kind: 'file-number',
    what: 'Commission file number',
    whats: 'Commission file numbers',
    match: byPattern(/(?<![\d-])\d{1,3}-\d{3,6}(?:-\d{1,3})?(?![\d-])/),
    isTelling: true,
  },
  ein: {
    kind: 'employer-number',
    what: 'employer number',
    whats: 'employer numbers',
    match: byPattern(/(?<![\d-])\d\d-\d{7}(?![\d-])/),
    isTelling: true,
  },
  phone: {
    kind: 'phone',
    what: 'telephone number',
    whats: 'telephone numbers',
    match: byPattern(PHONE),
    isTelling: true,
  },
}

/**
 * State of incorporation, Commission file number, employer number and telephone number: each what has its form beside,
 * above or below its caption, or in the caption's own line.
 *
 * > Delaware                 333-92152        Commission File No.: 333-00555       IRS Employer Identification No.
 *   (State of Incorporation) (Commission                                           95-4596516
 *
 * Where several are printed the first is given, and `cover-prints-several` tells how many there are. A caption without a
 * value of its form, such as "pending", raises `cover-field-is-not-read`, and the field is null.
 */
export function readCoverFields(
  cover: TextLine[],
  captions: Caption[],
): { value: Record<FieldId, Printed | null>; issues: Issue[] } {
  const issues: Issue[] = []
  const read = (field: Field): Printed | null => {
    const own = captions.filter(({ kind }) => kind === field.kind)
    const found = own.flatMap(caption => findAtCaption(cover, caption, field))
    const values = found.length > 0 ? found : findAlone(cover, own, field)
    const [first] = values
    if (first === undefined)
      addAll(
        issues,
        own.slice(0, 1).map(caption => reportUnread(cover, caption, field)),
      )
    const count = new Set(values.map(each => each.value)).size
    if (first !== undefined && count > 1) issues.push(reportSeveral(first, count, field))
    return first ?? null
  }
  const state = read(FIELDS.stateOfIncorporation)
  const value = {
    stateOfIncorporation: state === null ? null : { ...state, value: toNaturalCase(state.value) },
    fileNumber: read(FIELDS.fileNumber),
    ein: read(FIELDS.ein),
    phone: read(FIELDS.phone),
  }
  return { value, issues }
}

/** The values of a caption, from the nearest place that has any. */
function findAtCaption(cover: TextLine[], caption: Caption, field: Field): Printed[] {
  const read = (cell: CoverCell) => readAll(cover, cell, field)
  const own = read(withoutCaption(caption, field))
  if (own.length > 0) return own
  const behind = readAfterColon(cover, caption, field)
  if (behind.length > 0) return behind
  const above = findCellsAbove(cover, caption).map(cells => cells.flatMap(read))
  const end = above.findIndex(values => values.length === 0)
  const stacked = (end === -1 ? above : above.slice(0, end)).toReversed().flat()
  if (stacked.length > 0) return stacked
  const beside = findCellsBeside(cover, caption).flatMap(read)
  return beside.length > 0 ? beside : findCellsBelow(cover, caption).flatMap(read)
}

/** Before the caption in its own cell: `New York (State of incorporation)`, `13-5674085 (IRS Employer …)`. */
function withoutCaption(caption: Caption, field: Field): CoverCell {
  if (field.isTelling) return caption
  const open = caption.text.indexOf('(')
  const text = open === -1 ? '' : caption.text.slice(0, open).trimEnd()
  return { ...caption, text, to: caption.from + text.length }
}

/** After it: `State of incorporation: Delaware`. */
function readAfterColon(cover: TextLine[], caption: Caption, field: Field): Printed[] {
  const colon = caption.text.indexOf(':')
  if (colon === -1) return []
  const text = caption.text.slice(colon + 1)
  const from = caption.from + colon + 1 + text.length - text.trimStart().length
  return readAll(cover, { ...caption, text: text.trim(), from }, field)
}

/** All values of a cell, left to right: `33-98765 and 33-98765-01`. A form that does not tell its field by itself is read once. */
function readAll(cover: TextLine[], cell: CoverCell, field: Field): Printed[] {
  const found: Printed[] = []
  for (let left = cell; left.text !== ''; ) {
    const match = field.match(left.text)
    const value = readCell(cover, left, field)
    if (match === null || value === null) break
    found.push(value)
    if (!field.isTelling) break
    left = { ...left, text: left.text.slice(match.to), from: left.from + match.to }
  }
  return found
}

function readCell(cover: TextLine[], cell: CoverCell, { match, kind }: Field): Printed | null {
  const found = match(cell.text)
  const line = cover[cell.index]
  if (found === null || line === undefined) return null
  if (kind !== 'phone' && PHONE.test(cell.text)) return null
  const value = cell.text.slice(found.from, found.to)
  return { value, at: placeOnLine(line, cell.from + found.from, cell.from + found.to) }
}

/** The one text of the field's form that a cover with its caption prints; none when there are two that differ. */
function findAlone(cover: TextLine[], own: Caption[], field: Field): Printed[] {
  if (own.length === 0 || !field.isTelling) return []
  const found = cover.flatMap((line, index) =>
    cellsOf(line).flatMap(cell => readCell(cover, { ...cell, index }, field) ?? []),
  )
  return new Set(found.map(({ value }) => value)).size === 1 ? found.slice(0, 1) : []
}

function reportSeveral({ value, at }: Printed, count: number, { whats }: Field): Issue {
  return issue('cover-prints-several', { what: whats, count, first: value }, at)
}

/** What is printed where the value should be, when it is a word such as "pending", else the caption itself. */
function reportUnread(cover: TextLine[], caption: Caption, { what }: Field): Issue {
  const line = cover[caption.index]
  const at = line === undefined ? null : placeOnLine(line, caption.from, caption.to)
  const [near] = findCellsAbove(cover, caption)[0] ?? []
  const printed = near === undefined || isCaption(near.text) ? null : near.text
  return issue('cover-field-is-not-read', { what, printed }, at)
}
