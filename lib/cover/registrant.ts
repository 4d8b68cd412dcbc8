import { addAll } from '../add-all.ts'
import { issue, type Staged } from '../issues.ts'
import type { Printed } from '../report.ts'
import {
  type CoverCell,
  captionKindOf,
  findCellsAbove,
  findCellsBelow,
  findCellsBeside,
  isCaption,
} from './captions.ts'
import type { Caption } from './cover-fields.ts'
import { findDate } from './find-date.ts'
import { isStacked } from './flow.ts'
import { readJurisdiction } from './jurisdictions.ts'
import { isComplete } from './name-lines.ts'
import type { FoundParty } from './parties.ts'
import { readRoleCaption, readRolesOfCharter } from './roles.ts'
import { placeAcross, placeOnLine, type TextLine } from './text-lines.ts'

/** A name above the caption; `isTold`: a sentence tells what it is, as in `Alder Funding LLC, as depositor under …`. */
export type Registrant = Printed & { isTold: boolean }
type NameCell = CoverCell & { isTold: boolean }

const MOST_REGISTRANTS = 8
/** Lines of a sentence above a caption. */
const MOST_LINES = 12
/** Words of the lines above the names, where nothing separates them. */
const NOT_A_NAME =
  /\bdate\s+of|\b\d{5}\b|\bpursuant\b|\bsection\s+1|\bact\s+of\b|\breport(?:ed)?\b|\bform\s+[a-z]{0,3}-?\d|^as\s+filed\b|\bexchange\s+commission\b|^united\s+states$|\bregistration\s+(?:statement|no\b|number)|\bamendment\s+no\b|\bunder\s+the\b|^commission\b|^washington\b|^\W*$|,$|:/i
/** Where a name ends and words tell of it: `, as depositor under`, ` (formerly known as`, `, a Delaware corporation`. */
const TOLD =
  /(?:^|,? )\(?(?=(?:as|formerly|f\/k\/a|not in its|solely|in its) )|, \(?(?=an? (?:[a-z]+ ){1,4}(?:corporation|company|partnership|trust|association|bank)\b)/i
/** Of what is told of a name, that which tells its role. */
const IN_A_ROLE = /^\W*(?:as|not in its|solely|in its) /i
/** Of names and what is told of them, a line with this end goes on below. */
const IS_OPEN = /(?:[,(&]|(?:^|\s)[a-z]+)$/

/**
 * The names above "(Exact name of registrant as specified in its charter)", top to bottom, as printed; a name over two
 * lines is one, and what is told of it is no part of it.
 *
 * > ALDER FUNDING LLC                                ALDER FUNDING LLC (as depositor under the Pooling and
 *   Alder Home Loan Trust 2004-2                     Servicing Agreement, providing for the issuance of the
 *   --------------------------------                 Alder Home Loan Trust 2004-2)
 *   (Exact name of registrant as specified in its charter)
 *
 * The caption of a co-registrant has names of its own. A caption without any raises `cover-field-is-not-read`.
 */
export function readRegistrants(
  cover: TextLine[],
  captions: Caption[],
): Staged<Registrant[]> & { parties: FoundParty[] } {
  const own = captions.filter(({ kind }) => kind === 'registrant')
  const names: Registrant[] = []
  const parties: FoundParty[] = []
  for (const caption of own) {
    const found = joinNames(cover, findLines(cover, caption))
    const roles = readRolesOfCharter(caption.text)
    if (!roles.some(({ role }) => role === 'sponsor')) addAll(names, found)
    for (const { value, at } of found)
      for (const role of roles) parties.push({ ...role, party: { value, at } })
  }
  const [first] = own
  const line = cover[first?.index ?? -1]
  const isUnread = names.length + parties.length === 0 && first !== undefined && line !== undefined
  return {
    value: names.slice(0, MOST_REGISTRANTS),
    parties,
    issues: isUnread
      ? [
          issue(
            'cover-field-is-not-read',
            { what: 'name of the registrant', printed: null },
            placeOnLine(line, first.from, first.to),
          ),
        ]
      : [],
  }
}

/** The lines of the names, top to bottom: after the caption's colon, above the caption, or below it. */
function findLines(cover: TextLine[], caption: Caption): NameCell[] {
  const colon = caption.text.indexOf(':')
  const text = colon === -1 ? '' : caption.text.slice(colon + 1).trim()
  if (text !== '') return cutTold({ ...caption, text, from: caption.to - text.length })
  const beside = colon === -1 ? [] : findCellsBeside(cover, caption).slice(0, 1).filter(isNameLine)
  if (beside.length > 0) return beside.flatMap(cutTold)
  const above = findNamesAbove(cover, caption)
  if (above.length > 0) return above
  return findCellsBelow(cover, caption).filter(isNameLine).slice(0, 1).flatMap(cutTold)
}

/** Up from a caption: a name with the sentence that tells of it, or lines that are names each. */
function findNamesAbove(cover: TextLine[], caption: Caption): NameCell[] {
  let names: NameCell[] = []
  const stack = findCellsAbove(cover, caption)
  let isToldBelow = false
  for (let at = 0; at < stack.length; ) {
    const sentence = findSentence(stack, at)
    const lines = sentence === null ? readNameLine(stack[at]) : withoutTold(sentence)
    if (lines === null) break
    const isTold: boolean = isToldBelow || (sentence ?? []).some(({ text }) => tellsRole(text))
    const found: NameCell[] = []
    for (const name of lines.flatMap(cutTold)) found.push({ ...name, isTold: name.isTold || isTold })
    names = [...found, ...names]
    isToldBelow = found.length === 0 && isTold
    at += sentence?.length ?? 1
  }
  return names
}

/** The names side by side that a line of the cover is, or the name, perhaps with its role in brackets beside; none between names; null where they end. */
function readNameLine([cell, ...others]: CoverCell[] = []): NameCell[] | null {
  if (cell === undefined) return null
  if (isBetweenNames(cell.text)) return []
  const row = [cell, ...others]
  if (row.length > 1 && row.every(each => isNameLine(each) && isComplete(each.text)))
    return row.map(each => ({ ...each, isTold: false }))
  if (!isNameLine(cell) || others.some(({ text }) => !/^\(.*\)$/.test(text))) return null
  return [{ ...cell, isTold: others.length > 0 }]
}

/** The lines that one sentence fills, top to bottom, the nearest to the caption last; null where none tells of a name. */
function findSentence(stack: CoverCell[][], from: number): CoverCell[] | null {
  const lines: CoverCell[] = []
  for (const [cell, ...others] of stack.slice(from, from + MOST_LINES)) {
    const [below] = lines
    if (cell === undefined || others.length > 0 || captionKindOf(cell.text) !== null) break
    if (below !== undefined && !goesOn(cell.text, below.text)) break
    lines.unshift(cell)
  }
  return lines.some(({ text }) => TOLD.test(text)) ? lines : null
}

/** The lines of a sentence that hold names: up to where it begins to tell, and from whom it acts for on. */
function withoutTold(sentence: CoverCell[]): CoverCell[] {
  const told = sentence.findIndex(({ text }) => TOLD.test(text))
  const behalf = sentence.findIndex(({ text }, index) => index >= told && /\bon behalf of\b/i.test(text))
  return sentence.filter((_, index) => index <= told || (behalf !== -1 && index >= behalf))
}

/** Does a sentence go on from one line to the next? Lines of names stand below each other, and each starts anew. */
function goesOn(above: string, below: string): boolean {
  if (/\)$/.test(above)) return false
  return IS_OPEN.test(above) || /^[a-z]/.test(below) || !isStacked(above, below)
}

/** `Alder Funding LLC (as depositor …)` is `Alder Funding LLC`; nothing of a line that only tells. */
function cutTold(whole: CoverCell & { isTold?: boolean }): NameCell[] {
  return splitBehalf(whole).flatMap(cell => {
    const told = TOLD.exec(cell.text)?.index ?? cell.text.length
    const text = cell.text.slice(0, told)
    const isTold = whole.isTold === true || tellsRole(cell.text)
    return text === '' ? [] : [{ ...cell, text, to: cell.from + text.length, isTold }]
  })
}

/** `…, as depositor under the Agreement`; not `… (formerly known as Alder Corp.)`. */
function tellsRole(text: string): boolean {
  const told = TOLD.exec(text)
  return told !== null && IN_A_ROLE.test(text.slice(told.index))
}

function isNameLine({ text }: CoverCell): boolean {
  if (isCaption(text) || NOT_A_NAME.test(text) || !/[A-Z]{2}/i.test(text.replace(/\band\b/gi, '')))
    return false
  return findDate(text) === null && readJurisdiction(text) === null
}

/** `Central Index Key Number of the sponsor: 0001650001`, `(as seller and servicer)` */
function isBetweenNames(text: string): boolean {
  return /\bcentral index key\b/i.test(text) || (text.startsWith('(') && readRoleCaption(text) !== null)
}

/** `GANNET RECEIVABLES CORP. on behalf of GANNET MASTER TRUST` names two. */
function splitBehalf(cell: CoverCell): CoverCell[] {
  const between = /,? (?:acting )?on behalf of (?:the )?/i.exec(cell.text)
  if (between === null) return [cell]
  const { index } = between
  const from = index + between[0].length
  return [
    { ...cell, text: cell.text.slice(0, index), to: cell.from + index },
    { ...cell, text: cell.text.slice(from), from: cell.from + from },
  ]
}

function joinNames(cover: TextLine[], cells: NameCell[]): Registrant[] {
  const groups: NameCell[][] = []
  for (const cell of cells) {
    const last = groups.at(-1)?.at(-1)
    if (/^(?:and|for)$|\bon behalf of$/i.test(cell.text)) groups.push([])
    else if (last !== undefined && isOneName(last.text, cell.text)) groups.at(-1)?.push(cell)
    else groups.push([cell])
  }
  return groups.flatMap(group => toPrinted(cover, group))
}

function isOneName(above: string, below: string): boolean {
  return !isComplete(above) && (isComplete(below) || /^[a-z]/.test(below))
}

function toPrinted(cover: TextLine[], group: NameCell[]): Registrant[] {
  const [first] = group
  const last = group.at(-1)
  const firstLine = cover[first?.index ?? -1]
  const lastLine = cover[last?.index ?? -1]
  if (!first || !last || !firstLine || !lastLine) return []
  const value = group
    .map(({ text }) => text)
    .join(' ')
    .replace(/- (?=\d)/, '-')
  return [
    {
      value,
      at: placeAcross({ line: firstLine, index: first.from }, { line: lastLine, index: last.to - 1 }),
      isTold: last.isTold,
    },
  ]
}
