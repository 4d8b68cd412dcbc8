import type { Printed } from '../report.ts'
import { placeOnLine, type TextLine } from './text-lines.ts'

const FORM = /\bform\s+(8-?K(?:\/A)?|10-?[KQD](?:405|SB)?(?:\/A)?|S-?(?:1|3|11)(?:\/A)?|SF-?[13](?:\/A)?)\b/i
/** Supplements and free writing prospectuses say under which rule they are filed. */
const RULE = /\brule\s+(424\(b\)\(\d\)|433)/i

/** The form that the cover names, `8-K`; for filings under a rule the form EDGAR gives it, `424B5` and `FWP`. */
export function readFormType(cover: TextLine[]): Printed | null {
  for (const line of cover) {
    const found = FORM.exec(line.text) ?? RULE.exec(line.text)
    const printed = found?.[1]
    if (found === null || printed === undefined) continue
    const from = found.index + found[0].lastIndexOf(printed)
    return { value: toForm(printed), at: placeOnLine(line, from, from + printed.length) }
  }
  return null
}

function toForm(printed: string): string {
  if (printed === '433') return 'FWP'
  return printed
    .toUpperCase()
    .replace(/[()]/g, '')
    .replace(/^(8|10|SF?)(?=[KQD\d])/, '$1-')
}
