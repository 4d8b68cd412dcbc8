import { addAll } from '../add-all.ts'
import { issue, type Staged } from '../issues.ts'
import type { Printed } from '../report.ts'
import { type CoverCell, findCellsAbove, findCellsBelow, isCaption } from './captions.ts'
import type { Caption } from './cover-fields.ts'
import { isComplete } from './name-lines.ts'
import type { FoundParty } from './parties.ts'
import { readRoleCaption, readRolesOfCharter } from './roles.ts'
import { placeAcross, placeOnLine, type TextLine } from './text-lines.ts'

const MOST_REGISTRANTS = 8
/** Words of the lines above the names, where nothing separates them. */
const NOT_A_NAME =
  /\bdate\s+of|\b\d{5}\b|\bpursuant\b|\bsection\s+1|\bact\s+of\b|\breport(?:ed)?\b|\bform\s+(?:8|10)|^commission\b|^washington\b|^\W*$|,$|:/i
/**
 * The names above "(Exact name of registrant as specified in its charter)", top to bottom, as printed; a name over two
 * lines is one.
 *
 * > ALDER FUNDING LLC
 *   Alder Home Loan Trust 2004-2
 *   --------------------------------
 *   (Exact name of registrant as specified in its charter)
 *
 * The caption of a co-registrant has names of its own. A caption without any raises `cover-field-is-not-read`.
 */
export function readRegistrants(
  cover: TextLine[],
  captions: Caption[],
): Staged<Printed[]> & { parties: FoundParty[] } {
  const own = captions.filter(({ kind }) => kind === 'registrant')
  const names: Printed[] = []
  const parties: FoundParty[] = []
  for (const caption of own) {
    const found = joinNames(cover, findLines(cover, caption).flatMap(splitBehalf))
    const roles = readRolesOfCharter(caption.text)
    if (!roles.some(({ role }) => role === 'sponsor')) addAll(names, found)
    for (const party of found) for (const role of roles) parties.push({ ...role, party })
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

/** The lines of the names, top to bottom: above the caption, after its colon, or below it. */
function findLines(cover: TextLine[], caption: Caption): CoverCell[] {
  const colon = caption.text.indexOf(':')
  const text = colon === -1 ? '' : caption.text.slice(colon + 1).trim()
  if (text !== '') return [{ ...caption, text, from: caption.to - text.length }]
  const above: CoverCell[] = []
  for (const [cell, ...others] of findCellsAbove(cover, caption)) {
    if (cell !== undefined && isBetweenNames(cell.text)) continue
    if (cell === undefined || others.length > 0 || isCaption(cell.text) || NOT_A_NAME.test(cell.text)) break
    above.unshift(cell)
  }
  return above.length > 0
    ? above
    : findCellsBelow(cover, caption)
        .filter(cell => !NOT_A_NAME.test(cell.text))
        .slice(0, 1)
}

/** `Central Index Key Number of the sponsor: 0001650001`, `(as seller and servicer)` */
function isBetweenNames(text: string): boolean {
  return /\bcentral index key\b/i.test(text) || (text.startsWith('(') && readRoleCaption(text) !== null)
}

/** `GANNET RECEIVABLES CORP. on behalf of GANNET MASTER TRUST` names two. */
function splitBehalf(cell: CoverCell): CoverCell[] {
  const between = / on behalf of (?:the )?/i.exec(cell.text)
  if (between === null) return [cell]
  const { index } = between
  const from = index + between[0].length
  return [
    { ...cell, text: cell.text.slice(0, index), to: cell.from + index },
    { ...cell, text: cell.text.slice(from), from: cell.from + from },
  ]
}

function joinNames(cover: TextLine[], cells: CoverCell[]): Printed[] {
  const groups: CoverCell[][] = []
  for (const cell of cells) {
    const last = groups.at(-1)?.at(-1)
    if (/^(?:and|(?:acting )?on behalf of|for)$/i.test(cell.text)) groups.push([])
    else if (last !== undefined && isOneName(last.text, cell.text)) groups.at(-1)?.push(cell)
    else groups.push([cell])
  }
  return groups.flatMap(group => toPrinted(cover, group))
}

function isOneName(above: string, below: string): boolean {
  return !isComplete(above) && (isComplete(below) || /^[a-z]/.test(below))
}

function toPrinted(cover: TextLine[], group: CoverCell[]): Printed[] {
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
    },
  ]
}
